#!/usr/bin/env python3
"""Checks an exported journal (docs/bundle.md) without Nghị Sự.
usage: verify-bundle.py FILE.jsonl [TEXT-OF-THE-QR-CODE]   e.g. "NGHISU1 meeting/m1 412 ab12…" as printed in the minutes
"""
import hashlib, json, sys


def sha(data): return hashlib.sha256(data).hexdigest()


def canonical(members): return json.dumps(members, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def check(lines):
    """Gives the hash of each entry by its number, or says which line is bad and why."""
    stream, prev, hashes = None, None, {}
    for number, raw in enumerate(lines, 1):
        try:
            entry = json.loads(raw)
            stream = stream or entry["stream"]
            prev = prev or sha(b"nghisu/journal/v1/stream/" + stream.encode())
            header = {name: value for name, value in entry.items() if name not in ("hash", "payload", "salt")}
            checks = (("form", len(entry) == 12 and canonical(entry) + b"\n" == raw), ("stream", entry["stream"] == stream),
                      ("gap", entry["seq"] == number), ("prev", entry["prev"] == prev),
                      ("payload", entry["payloadHash"] == sha(bytes.fromhex(entry["salt"]) + entry["payload"].encode())),
                      ("hash", entry["hash"] == sha(b"\0" + canonical(header))))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            sys.exit(f"SAI dòng / bad line {number}: form ({problem})")
        for name, good in checks:
            if not good:
                sys.exit(f"SAI dòng / bad line {number}: {name}")
        prev = hashes[number] = entry["hash"]
    return stream, hashes


if len(sys.argv) not in (2, 3):
    sys.exit(__doc__)
try:
    stream, hashes = check(open(sys.argv[1], "rb"))
except OSError as problem:
    sys.exit(f"Không đọc được tệp / the file can't be read: {problem}")
if not hashes:
    sys.exit("SAI: tệp rỗng. / The file is empty.")
print(f"{stream}: {len(hashes)} mục / entries, {hashes[len(hashes)]}")
if len(sys.argv) > 2:
    code = sys.argv[2].split()
    if len(code) != 4 or code[:2] != ["NGHISU1", stream] or not code[2].isdecimal() or hashes.get(int(code[2])) != code[3]:
        sys.exit("SAI: mã trên biên bản không phải của sổ này. / The minutes' code is not of this journal.")
    print("Mã trên biên bản đúng với sổ. / The minutes' code fits.")

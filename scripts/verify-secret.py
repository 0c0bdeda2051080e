#!/usr/bin/env python3
"""Verifies an exported secret poll, after docs/vote-protocol.md and with nothing but Python's own library.

usage: scripts/verify-secret.py FILE [--key-code CODE] [--ballots-code CODE]

Goes through the numbered checks of the protocol in their order. Ends with 0 when all hold; with 1 at the first that fails, and says which;
with 2 when the arguments or the file can't be read. It shares no code with the server or the clients, on purpose.
"""
import argparse, hashlib, json, re, sys

CHECKS = ("form poll commitments possession key test entitlement copies marks sums enough partials result words paper").split()
FILE_BYTES_MOST = 64 * 1024 * 1024
PAIRS = ((0, 1), (0, 2), (1, 2))  # of three trustees, or of their partial decryptions

# P-256 of FIPS 186-4: y² = x³ − 3x + b over the field of p, with a generator of order q
p = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
q = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
O = None

class Failed(Exception): pass
def must(good, check, what):
    if not good:
        raise Failed(f"check {CHECKS.index(check) + 1} ({check}): {what}")

# ---- points: affine pairs or O; in sums Jacobian triples, with Z = 0 for O ----
def double(P):
    X, Y, Z = P
    delta, gamma = Z * Z % p, Y * Y % p
    beta, alpha = X * gamma % p, 3 * (X - delta) * (X + delta) % p
    X3 = (alpha * alpha - 8 * beta) % p
    return X3, (alpha * (4 * beta - X3) - 8 * gamma * gamma) % p, ((Y + Z) ** 2 - gamma - delta) % p

def plus(P, Q):
    if not P[2] or not Q[2]:
        return P if P[2] else Q
    (X1, Y1, Z1), (X2, Y2, Z2) = P, Q
    Z1Z1, Z2Z2 = Z1 * Z1 % p, Z2 * Z2 % p
    U1, U2 = X1 * Z2Z2 % p, X2 * Z1Z1 % p
    S1, S2 = Y1 * Z2 * Z2Z2 % p, Y2 * Z1 * Z1Z1 % p
    if U1 == U2:
        return double(P) if S1 == S2 else (1, 1, 0)
    H, r = U2 - U1, S2 - S1
    HH = H * H % p
    HHH, V = H * HH % p, U1 * HH % p
    X3 = (r * r - HHH - 2 * V) % p
    return X3, (r * (V - X3) - S1 * HHH) % p, Z1 * Z2 * H % p

def combine(*terms):
    """The sum of scalar·point over pairs of them, four bits of all scalars at a time."""
    rows, result = [], (1, 1, 0)
    for scalar, P in terms:
        multiples = [result]
        for _ in range(15):
            multiples.append(plus(multiples[-1], (1, 1, 0) if P is O else (*P, 1)))
        rows.append((scalar % q, multiples))
    for shift in range(252, -4, -4):
        for _ in range(4):
            result = double(result)
        for scalar, multiples in rows:
            result = plus(result, multiples[scalar >> shift & 15])
    if not result[2]:
        return O
    inverse = pow(result[2], -1, p)
    return result[0] * inverse ** 2 % p, result[1] * inverse ** 3 % p

# ---- encodings, section 2 ----
written = lambda P: b"\0" if P is O else bytes([2 + P[1] % 2]) + P[0].to_bytes(32, "big")

def point(text, name, or_identity=False):
    if or_identity and text == "00":
        return O
    must(isinstance(text, str) and re.fullmatch("0[23][0-9a-f]{64}", text), "form", f"{name} is no point")
    x = int(text[2:], 16)
    square = (x ** 3 - 3 * x + b) % p
    y = pow(square, (p + 1) // 4, p)
    must(x < p and y * y % p == square, "form", f"{name} is not on the curve")
    return x, y if y % 2 == int(text[1]) % 2 else p - y

def bytes32(text, name):
    must(isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text), "form", f"{name} is not 32 bytes")
    return bytes.fromhex(text)
def scalar(text, name):
    value = int.from_bytes(bytes32(text, name), "big")
    must(value < q, "form", f"{name} is not below the order")
    return value
def ident(text, name):
    must(isinstance(text, str) and re.fullmatch("[A-Za-z0-9_:.-]{1,100}", text), "form", f"{name} is no id")
    return text
def number(value, name):
    must(type(value) is int and 0 <= value < 2 ** 31, "form", f"{name} is no number")
    return value
def members(value, names, name):
    must(isinstance(value, dict) and sorted(value) == sorted(names.split()), "form", f"{name} has other members than {names}")
    return value
def items(value, least, most, name):
    must(isinstance(value, list) and least <= len(value) <= most, "form", f"{name} is no list of {least} to {most}")
    return value
canon = lambda value: json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
def field(value):
    known = {str: str.encode, int: lambda number: number.to_bytes(4, "big"), bytes: bytes}
    data = known.get(type(value), written)(value)
    return len(data).to_bytes(4, "big") + data
H = lambda name, *values: hashlib.sha256(b"".join(map(field, ("nghisu/secret/v1/" + name, *values)))).digest()
Hq = lambda *values: int.from_bytes(H(*values), "big") % q
def code(digest):
    bits = int.from_bytes(digest[:10], "big")
    return "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> shift & 31] for shift in range(75, -5, -5))

# ---- check 1: every value of the file has its form; points and scalars are read once ----
def read_proof(value, name, names="c s"):
    return {member: point(value["d"], name, or_identity=True) if member == "d" else scalar(value[member], name) for member in members(value, names, name)}
def read_branches(value, size, name):
    return [(scalar(c, name), scalar(s, name)) for c, s in zip(items(value["c"], size, size, name), items(value["s"], size, size, name))]

def read_poll(poll):
    must(isinstance(poll, dict) and number(poll.get("v"), "poll.v") in (1, 2, 3), "form", "poll.v is not 1, 2 or 3")
    members(poll, "contests id minimum trustees v" + ("", " words", " words weights")[poll["v"] - 1], "poll")
    bytes32(poll.get("words", "0" * 64), "words"), read_voters(poll.get("weights", []), 0)
    for contest in items(poll["contests"], 1, 50, "poll.contests"):
        members(contest, "id least marks most", "contest")
        ident(contest["id"], "contest.id"), number(contest["least"], "least"), number(contest["most"], "most")
        [ident(mark, "mark") for mark in items(contest["marks"], 1, 50, "marks")]
    must(sum(len(contest["marks"]) for contest in poll["contests"]) <= 200, "form", "more than 200 marks")
    ident(poll["id"], "poll.id"), number(poll["minimum"], "minimum"), [ident(trustee, "trustee") for trustee in items(poll["trustees"], 3, 3, "trustees")]

def read_voters(voters, least):
    for voter in items(voters, least, 10000, "voters"):
        ident(members(voter, "id weight", "voter")["id"], "voter.id"), number(voter["weight"], "weight")
    return voters

def read_words(words, poll):
    """W: question and labels, in the order in which they are read."""
    def said(text):
        must(isinstance(text, str) and len(text.encode("utf-16-le", "surrogatepass")) <= 8192 and not re.search("[\ud800-\udfff]", text), "form", "words are no well-formed text")
        return text
    label = lambda value: [said(members(value, "en vi", "label")[tongue]) for tongue in ("vi", "en")]
    size, fields = len(poll["contests"]), [said(members(words, "contests question", "words")["question"])]
    for asked, contest in zip(poll["contests"], items(words["contests"], size, size, "words")):
        marks = asked["marks"]
        fields += [asked["id"], *label(members(contest, "label marks", "words")["label"]), asked["least"], asked["most"], len(marks)]
        for name, mark in zip(marks, items(contest["marks"], len(marks), len(marks), "words")):
            fields += [name, *label(members(mark, "label meaning", "words")["label"]), ident(mark["meaning"], "meaning")]
    return H("words", *fields).hex()

def check_poll(poll, voters):
    contests = poll["contests"]
    for ids in [contest["id"] for contest in contests], [mark for contest in contests for mark in contest["marks"]], poll["trustees"]:
        must(len(set(ids)) == len(ids), "poll", "an id comes twice")
    must(3 <= poll["minimum"] <= 10000, "poll", "minimum is out of bounds")
    for contest in contests:
        must(contest["least"] <= contest["most"] and 1 <= contest["most"] <= len(contest["marks"]), "poll", f"contest {contest['id']} can't be met")
    for listed in poll.get("weights", []), voters:
        ids, weights = [voter["id"] for voter in listed], [voter["weight"] for voter in listed]
        must(ids == sorted(set(ids)), "poll", "voters are twice or out of order")
        must(all(1 <= weight <= 10000 for weight in weights) and sum(weights) <= 1000000, "poll", "weights are out of bounds")
    bound = {voter["id"]: voter["weight"] for voter in poll.get("weights", voters)}
    must(all(voter["weight"] == bound.get(voter["id"], 1) for voter in voters), "poll", "a voter has another weight than the keys were made for")

def read_ceremony(ceremony):
    members(ceremony, "announcements commits confirms deals", "ceremony")
    announced = []
    for value in items(ceremony["announcements"], 3, 3, "announcements"):
        members(value, "coefficients proofs transport", "announcement")
        points = [point(text, "announced") for text in items(value["coefficients"], 2, 2, "coefficients") + [value["transport"]]]
        announced.append((points, [read_proof(proof, "possession") for proof in items(value["proofs"], 3, 3, "proofs")]))
    commits = [bytes32(text, "commitment") for text in items(ceremony["commits"], 3, 3, "commits")]
    for row in items(ceremony["deals"], 3, 3, "deals"):
        for deal in items(row, 2, 2, "deals of one"):
            bytes32(members(deal, "masked r", "deal")["masked"], "masked"), point(deal["r"], "r")
    return announced, commits, [read_proof(value, "confirm", "c d s") for value in items(ceremony["confirms"], 3, 3, "confirms")]

def table(value, poll, name):
    """A list for each contest with an item for each of its marks."""
    size = len(poll["contests"])
    return [items(row, len(asked["marks"]), len(asked["marks"]), name) for asked, row in zip(poll["contests"], items(value, size, size, name))]

def read_ballot(ballot, poll):
    name = "ballot of " + ident(members(ballot, "contests voter", "ballot")["voter"], "voter")
    rows, size = [], len(poll["contests"])
    for asked, contest in zip(poll["contests"], items(ballot["contests"], size, size, name)):
        marks, size = [], len(asked["marks"])
        for mark in items(members(contest, "marks sum", name)["marks"], size, size, name):
            members(mark, "a b c s", name)
            marks.append((point(mark["a"], name + ": a"), point(mark["b"], name + ": b"), read_branches(mark, 2, name)))
        rows.append((marks, read_branches(members(contest["sum"], "c s", name), max(0, asked["most"] - asked["least"] + 1), name)))
    return ballot["voter"], rows

def read_partial(value, poll):
    members(value, "shares trustee", "partial")
    must(number(value["trustee"], "trustee") in (1, 2, 3), "form", "there is no such trustee")
    return value["trustee"], [[read_proof(share, "share", "c d s") for share in row] for row in table(value["shares"], poll, "shares")]

# ---- proofs ----
def share_holds(share, statement, X, A):
    c, d, s = share["c"], share["d"], share["s"]
    return (d is O) == (A is O) and c == Hq(*statement, d, combine((s, G), (-c, X)), combine((s, A), (-c, d)))

def branches_hold(branches, least, A, B, K, statement):
    commitments = []
    for j, (c, s) in enumerate(branches, least):
        commitments += [combine((s, G), (-c, A)), combine((s, K), (-c, B), (c * j, G))]
    return sum(c for c, _ in branches) % q == Hq(*statement, *commitments)
opened = lambda B, i, Di, j, Dj: combine((1, B), (-j * pow(j - i, -1, q), Di), (-i * pow(i - j, -1, q), Dj))
def check_ceremony(ceremony, announced, commits, confirms, key, P):
    for i, value in enumerate(ceremony["announcements"]):
        must(commits[i] == H("commit", P, i + 1, canon(value)), "commitments", f"trustee {i + 1} announced something else than was committed to")
    for i, (points, proofs) in enumerate(announced):
        for k, proof in enumerate(proofs):
            right = Hq("possession", P, i + 1, k, *points, combine((proof["s"], G), (-proof["c"], points[k])))
            must(proof["c"] == right, "possession", f"trustee {i + 1} has not shown to have the secrets")
    total = [combine(*((1, points[k]) for points, _ in announced)) for k in (0, 1)]
    K, X = total[0], [combine((1, total[0]), (j, total[1])) for j in (1, 2, 3)]
    must(O not in (K, *X) and K == key, "key", "the key does not follow from the ceremony")
    Z = H("ceremony", P, *(canon(ceremony[name]) for name in ("commits", "announcements", "deals")))
    A, B = combine((Hq("test", Z), G)), combine((Hq("test", Z), K), (7, G))
    for i, share in enumerate(confirms):
        must(share_holds(share, ("confirm", Z, i + 1, X[i], A), X[i], A), "test", f"trustee {i + 1} did not decrypt the test")
    for i, j in PAIRS:
        must(opened(B, i + 1, confirms[i]["d"], j + 1, confirms[j]["d"]) == combine((7, G)), "test", f"trustees {i + 1} and {j + 1} get another number")
    return K, X, Z, H("key-code", P, *(canon(ceremony[name]) for name in ("commits", "announcements")))

def check_ballots(poll, voters, ballots, E, K):
    names = [voter for voter, _ in ballots]
    must(names == sorted(set(names)) and set(names) <= {voter["id"] for voter in voters}, "entitlement", "ballots are twice, out of order, or of nobody who may vote")
    used = [A for _, rows in ballots for marks, _ in rows for A, _, _ in marks]
    must(len(set(used)) == len(used), "copies", "a ciphertext occurs twice")
    said = {voter: H("statement", E, poll["id"], voter, K, *(part for marks, _ in rows for A, B, _ in marks for part in (A, B))) for voter, rows in ballots}
    for voter, rows in ballots:
        for i, (marks, _) in enumerate(rows):
            for j, (A, B, bit) in enumerate(marks):
                must(branches_hold(bit, 0, A, B, K, ("mark", said[voter], i, j)), "marks", f"mark {j} of contest {i} of {voter} is not proven to be 0 or 1")
    for voter, rows in ballots:
        for i, (marks, proof) in enumerate(rows):
            A, B = (combine(*((1, mark[k]) for mark in marks)) for k in (0, 1))
            must(branches_hold(proof, poll["contests"][i]["least"], A, B, K, ("sum", said[voter], i)), "sums", f"contest {i} of {voter} has a wrong number of marks")
    must(len(ballots) >= poll["minimum"], "enough", f"{len(ballots)} ballots are fewer than {poll['minimum']}")

def verify(file):
    must(isinstance(file, dict) and number(file.get("v"), "v") in (1, 2, 3), "form", "v is not 1, 2 or 3")
    members(file, "ballots ceremony key partials poll result v voters" + " words" * (file["v"] > 1), "file")
    poll, voters = file["poll"], read_voters(file["voters"], 1)
    read_poll(poll)
    must(file["v"] == poll["v"], "form", "v is not that of the poll")
    parts, key = read_ceremony(file["ceremony"]), point(file["key"], "key")
    ballots = [read_ballot(ballot, poll) for ballot in items(file["ballots"], 0, 10000, "ballots")]
    partials = [read_partial(partial, poll) for partial in items(file["partials"], 2, 3, "partials")]
    [number(count, "count") for row in table(file["result"], poll, "result") for count in row]
    words = read_words(file["words"], poll) if "words" in poll else None
    check_poll(poll, voters)
    P = H("poll", canon(poll))
    K, X, Z, compared = check_ceremony(file["ceremony"], *parts, key, P)
    E = H("election", P, Z, K, canon(voters))
    check_ballots(poll, voters, ballots, E, K)
    weights = {voter["id"]: voter["weight"] for voter in voters}
    L = H("ballots", E, *(H("ballot", E, canon(ballot)) for ballot in file["ballots"]))
    sums = [[[combine(*((weights[voter], rows[i][0][j][k]) for voter, rows in ballots)) for k in (0, 1)] for j in range(len(asked["marks"]))]
            for i, asked in enumerate(poll["contests"])]
    cells = [(i, j) for i, row in enumerate(sums) for j in range(len(row))]
    must([t for t, _ in partials] == sorted({t for t, _ in partials}), "partials", "a trustee comes twice or out of order")
    for t, shares in partials:
        for i, j in cells:
            A, B = sums[i][j]
            must(share_holds(shares[i][j], ("partial", E, L, t, i, j, X[t - 1], A, B), X[t - 1], A), "partials", f"trustee {t} did not decrypt mark {j} of contest {i} rightly")
    for one, other in PAIRS[:1 if len(partials) == 2 else 3]:
        (s, shares), (t, others) = partials[one], partials[other]
        for i, j in cells:
            count = file["result"][i][j]
            must(count <= sum(weights[voter] for voter, _ in ballots) and opened(sums[i][j][1], s, shares[i][j]["d"], t, others[i][j]["d"]) == combine((count, G)),
                 "result", f"mark {j} of contest {i} does not have {count}")
    must(words == poll.get("words"), "words", "the words are not those that the keys were made for")
    return code(compared), code(L), len(ballots)

def main():
    def once(pairs):
        must(len(dict(pairs)) == len(pairs), "form", "a member comes twice in one object")
        return dict(pairs)
    parser = argparse.ArgumentParser(description="Verifies an exported secret poll.")
    parser.add_argument("file")
    for name in ("--key-code", "--ballots-code"):
        parser.add_argument(name, help="from the signed minutes", type=lambda text: "".join(text.split()))
    asked = parser.parse_args()
    try:
        text = open(asked.file, "rb").read(FILE_BYTES_MOST + 1)
        must(len(text) <= FILE_BYTES_MOST, "form", "the file is larger than 64 MiB")
        key_code, ballots_code, size = verify(json.loads(text, object_pairs_hook=once))
        must(asked.key_code in (None, key_code), "paper", f"the key code is {key_code}")
        must(asked.ballots_code in (None, ballots_code), "paper", f"the ballots' code is {ballots_code}")
    except Failed as failed: sys.exit(str(failed))
    except (OSError, ValueError, RecursionError) as unreadable:
        print(f"{asked.file} can't be read: {unreadable}", file=sys.stderr)
        sys.exit(2)
    print(f"{size} ballots, checks 1 to 14 hold; key code {key_code}, ballots' code {ballots_code}")
    if None in (asked.key_code, asked.ballots_code):
        print("check 15 is yours: compare the codes, the words, the voters and your receipt with the signed minutes")

if __name__ == "__main__":
    main()

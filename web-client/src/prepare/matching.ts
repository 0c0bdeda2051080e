import { fold } from "client-kit/text/fold.ts";

export interface Titled {
  readonly id: string;
  /** "3", "3.2" */
  readonly number: string;
  readonly title: string;
}

/** Where a file belongs by its name; `sure` when nobody needs to look. */
export interface Match {
  readonly item: string | undefined;
  readonly sure: boolean;
}

/** "Muc 3 - …", "noi dung 3.2 …", "03_…", "3.2 …", "3) …"; not "15-11-2026 …". */
const NUMBERED = /^\W*(muc so|muc|noi dung so|noi dung|nd|phan|item|stt|so)?[\s._-]*(0*)(\d{1,2})(?:[.](\d{1,2}))?(?!\d|[-./]\d{1,2}[-./]\d{2,4})([\s._)\-–]|$)/;
/** Words that stand in every other title and tell nothing. */
const EMPTY = new Set(["va", "ve", "cua", "cac", "cho", "tai", "theo", "tinh", "nam", "so", "file", "ban", "final", "scan", "pdf", "the", "of", "and"]);
const ALIKE = 0.55;
const MAYBE = 0.3;
const AHEAD = 0.12;
const OTHER_TITLE = 0.6;

const words = (text: string): string[] => fold(text).split(/[^a-z0-9]+/).filter((word) => word.length > 1 && !EMPTY.has(word) && !/^\d+$/.test(word));

const bare = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "");

/** Finds each file's agenda item by the number in front of its name, else by the words that it shares with a title; accents don't count. */
export function matchFiles(fileNames: readonly string[], items: readonly Titled[]): Match[] {
  const titles = items.map(({ title }) => new Set(words(title)));
  const rare = (word: string): number => 1 / Math.max(1, titles.filter((title) => title.has(word)).length);
  const weight = (of: Iterable<string>): number => [...of].reduce((sum, word) => sum + rare(word), 0);
  const likeness = (name: Set<string>, title: Set<string>): number => {
    const common = weight([...name].filter((word) => title.has(word)));
    const all = Math.max(weight(title), weight(name) * 0.6);
    return all === 0 ? 0 : common / all;
  };
  return fileNames.map((fileName) => {
    const name = new Set(words(bare(fileName)));
    const ranked = items.map((item, i) => ({ item, like: likeness(name, titles[i] ?? new Set()) })).sort((a, b) => b.like - a.like);
    const best = ranked[0];
    const numbered = byNumber(bare(fileName), items);
    if (numbered) {
      const own = ranked.find(({ item }) => item.id === numbered.item)?.like ?? 0;
      const speaksForAnother = best !== undefined && best.item.id !== numbered.item && best.like >= OTHER_TITLE && own < MAYBE;
      if (numbered.clear) return { item: numbered.item, sure: !speaksForAnother };
      if (own >= MAYBE) return { item: numbered.item, sure: true };
    }
    if (best === undefined || best.like < MAYBE) return { item: numbered?.item, sure: false };
    return { item: best.item.id, sure: best.like >= ALIKE && best.like - (ranked[1]?.like ?? 0) >= AHEAD };
  });
}

/** A bare number and a word, as in "6 tháng đầu năm", is not clear. */
function byNumber(name: string, items: readonly Titled[]): { readonly item: string; readonly clear: boolean } | undefined {
  const found = NUMBERED.exec(fold(name));
  if (!found) return undefined;
  const [, said, zeros, first = "", second, after = ""] = found;
  const wanted = second === undefined ? String(Number(first)) : `${Number(first)}.${Number(second)}`;
  const item = items.find(({ number }) => number.replace(/\.$/, "") === wanted);
  return item && { item: item.id, clear: said !== undefined || zeros !== "" || second !== undefined || after.trim() !== "" || after === "" };
}

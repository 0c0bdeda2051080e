import type { ItemKind } from "client-kit/proto/protocol.ts";

/** One item read from pasted text. */
export interface Line {
  readonly title: string;
  /** 0 for an item, 1 for one below the item before it. */
  readonly level: 0 | 1;
  /** 0 when the text says nothing. */
  readonly minutes: number;
}

/** More than this is a document, not an agenda. */
export const MOST_LINES = 200;

type Mark = "roman" | "number" | "decimal" | "letter" | "dash";

const MARKS: readonly (readonly [Mark, RegExp])[] = [
  ["decimal", /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})*[.)]?\s+/],
  ["number", /^(?:(?:mục|nội dung|item)\s+)?\d{1,3}\s*[.):/–-]\s*/i],
  ["roman", /^[IVX]{1,6}\s*[.):/–-]\s*/],
  ["letter", /^[a-zđ]\s*[.)]\s*/i],
  ["dash", /^[-–—•·*+o▪]\s+/],
];
const MINUTES = /[,;]?\s*[([]?\s*(\d{1,3})\s*(?:phút|ph|minutes|min)\.?\s*[)\]]?\s*\.?$/i;
/** A clock in front of a line, as in "8h00 – 8h15:"; times are planned by minutes instead. */
const CLOCK = /^\d{1,2}\s*(?:h|g|giờ|:(?=\d{2}))\s*(?:\d{2})?\s*(?:[-–]\s*\d{1,2}\s*(?:h|g|giờ|:(?=\d{2}))\s*(?:\d{2})?)?\s*[:\-–]?\s+/i;

interface Read {
  readonly mark: Mark | null;
  readonly text: string;
}

const withoutClock = (text: string): string => text.replace(CLOCK, "");

function read(line: string): Read {
  const text = withoutClock(line.replace(/[\u00a0\t]+/g, " ").trim());
  for (const [mark, pattern] of MARKS) {
    const found = pattern.exec(text);
    if (found && text.length > found[0].length) return { mark, text: withoutClock(text.slice(found[0].length).trim()) };
  }
  return { mark: null, text };
}

/** The marks of the first level: the one met first, except that a decimal (1.1) or a dash never heads another mark. */
function topMark(lines: readonly Read[]): Mark | null {
  const order: readonly Mark[] = ["roman", "number", "letter", "decimal", "dash"];
  return order.find((mark) => lines.some((line) => line.mark === mark)) ?? null;
}

/**
 * Agenda items out of text pasted from a word processor. Numbered lines begin items; a line without a number goes on with the item
 * before it. When no line is numbered, every line is an item. "(15 phút)" at the end is the planned time.
 */
export function readLines(pasted: string): Line[] {
  const lines = pasted.normalize("NFC").split(/\r?\n|\u2028|\v/).map(read).filter((line) => line.text !== "").slice(0, MOST_LINES);
  const top = topMark(lines);
  const items: { title: string; level: 0 | 1 }[] = [];
  for (const line of lines) {
    const last = items[items.length - 1];
    if (top && !line.mark) {
      if (last) last.title = `${last.title} ${line.text}`;
      continue;
    }
    items.push({ title: line.text, level: line.mark === top || !last ? 0 : 1 });
  }
  return items.map(({ title, level }) => finished(title, level)).filter((line) => line.title !== "");
}

const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  ["DECISION", /biểu quyết|thông qua|quyết định|kiện toàn|bầu |phê chuẩn/i],
  ["DISCUSSION", /thảo luận|trao đổi|ý kiến|góp ý|chất vấn|trả lời/i],
  ["REPORT", /báo cáo|tờ trình|sơ kết|tổng kết|dự thảo|kế hoạch|kết quả|trình bày/i],
];

/** What an item most likely is, from its title; mere information when nothing says so. */
export const kindOf = (title: string): ItemKind => KINDS.find(([, words]) => words.test(title.normalize("NFC")))?.[0] ?? "INFORMATION";

function finished(text: string, level: 0 | 1): Line {
  const minutes = MINUTES.exec(text);
  const title = (minutes ? text.slice(0, minutes.index) : text).replace(/[;.,:\s]+$/, "").trim();
  return { title, level, minutes: minutes ? Number(minutes[1]) : 0 };
}

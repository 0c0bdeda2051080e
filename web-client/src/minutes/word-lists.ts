/** Where what is pasted keeps its styles while it is read. */
export const STYLE = "data-style";

const LISTED = `[${STYLE}*="mso-list" i]`;

/** A paragraph that Word numbers: of which of its lists, how deep, and what stands before it. */
interface Numbered {
  readonly list: string;
  readonly level: number;
  readonly mark: string;
}

interface Open {
  readonly element: Element;
  readonly of: Numbered;
  readonly ordered: boolean;
}

/** Levels of lists that papers show (`RichText.LIST_LEVELS`). */
const LEVELS = 4;
const DECIMAL = /^\(?(?:\d+\.)*(\d+)[.)]?$/;
const LETTER = /^\(?(?:[a-zđ]|[ivx]+)[.)]$/i;
const FIRST_LETTER = /^\(?[ai][.)]$/i;

/**
 * Word puts lists on the clipboard as paragraphs with a style `mso-list:l0 level1 lfo1` and their mark in a span `mso-list:Ignore`; makes
 * lists of them. A list that doesn't begin with one, letters and Roman numbers at the outermost level, and numbered headings keep their mark
 * as words: here a list counts from one, and other papers may name them.
 */
export function wordLists(body: Element): void {
  const parents = new Set([...body.querySelectorAll(LISTED)].flatMap((each) => (numbered(each) && each.parentElement ? [each.parentElement] : [])));
  for (const parent of parents) gather(parent);
}

function gather(parent: Element): void {
  let open: Open[] = [];
  for (const node of [...parent.children]) {
    const of = numbered(node);
    if (!of) {
      const entry = open.at(-1)?.element.lastElementChild;
      if (entry && isContinued(node)) entry.append(asParagraph(node));
      else open = [];
      continue;
    }
    for (const ignored of node.querySelectorAll(LISTED)) ignored.remove();
    open = place(node, of, open);
  }
}

/** Puts a paragraph into its list; gives the lists that may go on. */
function place(node: Element, of: Numbered, open: readonly Open[]): Open[] {
  const number = Number(DECIMAL.exec(of.mark)?.[1] ?? 0);
  const lettered = number === 0 && LETTER.test(of.mark);
  const ordered = number > 0 || lettered;
  const above = open.filter((each) => each.of.level < of.level);
  const same = open.find((each) => each.of.level === of.level && each.of.list === of.list && each.ordered === ordered);
  const goesOn = same && (number === 0 || number === same.element.childElementCount + 1);
  const begins = number === 1 || !ordered || (FIRST_LETTER.test(of.mark) && above.length > 0);
  const inWords = /^H\d$/.test(node.nodeName) || (!ordered && !isBullet(of.mark)) || (!goesOn && !begins);
  if (inWords) {
    if (of.mark !== "") node.prepend(`${of.mark} `);
    return [];
  }
  const entry = document.createElement("li");
  if (goesOn) {
    node.remove();
    same.element.append(entry);
    entry.append(asParagraph(node));
    return [...above, same];
  }
  const list = document.createElement(ordered ? "ol" : "ul");
  const outer = above.at(-1);
  list.append(entry);
  if (outer && above.length < LEVELS) {
    outer.element.lastElementChild!.append(list);
    node.remove();
  } else node.replaceWith(list);
  entry.append(asParagraph(node));
  return [...above, { element: list, of, ordered }];
}

function asParagraph(node: Element): Element {
  const paragraph = document.createElement("p");
  paragraph.append(...node.childNodes);
  node.remove();
  return paragraph;
}

/** Symbol fonts draw their bullets as letters. */
const isBullet = (mark: string): boolean => mark === "" || [...mark].length === 1 || !/[\p{L}\p{N}]/u.test(mark);

function numbered(node: Element): Numbered | undefined {
  const found = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(node.getAttribute(STYLE) ?? "");
  if (!found || !/^(P|H\d|DIV)$/.test(node.nodeName)) return undefined;
  const ignored = [...node.querySelectorAll(LISTED)].find((each) => /mso-list:\s*ignore/i.test(each.getAttribute(STYLE) ?? ""));
  return { list: found[1]!, level: Number(found[2]), mark: (ignored?.textContent ?? "").replace(/\s+/g, " ").trim() };
}

/** Whether a paragraph without a mark goes on with the entry before it: it stands in by its style or its own margin. */
const isContinued = (node: Element): boolean =>
  node.nodeName === "P" && (/\bMsoListParagraph/.test(node.className) || /margin-left:\s*(?!0[a-z;]|-)[\d.]+/i.test(node.getAttribute(STYLE) ?? ""));

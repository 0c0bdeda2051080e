import { Fragment, Slice, type Node as TextNode } from "prosemirror-model";
import { schema } from "./schema.ts";
import { STYLE, wordLists } from "./word-lists.ts";

/** Columns of a table that papers show (`RichText.COLUMNS`). */
const MOST_SPANNED = 12;
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE", "TABLE", "THEAD", "TBODY", "TFOOT", "TR", "TD", "TH", "SECTION", "ARTICLE", "DL", "DT", "DD", "UL", "OL", "LI", "HR"]);
const BLOCK = [...BLOCKS].join().toLowerCase();

/**
 * What another program has put on the clipboard, in the forms that the minutes have: Word's numbered paragraphs as lists, one paragraph
 * an entry, and in the cells of tables paragraphs only. What this editor itself has copied stays as it is.
 */
export function pasted(html: string): string {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(aside(html), "text/html");
  for (const paragraph of body.querySelectorAll("p")) if (isBlank(paragraph)) clear(paragraph);
  wordLists(body);
  for (const list of body.querySelectorAll("ol[start]")) if (list.getAttribute("start") !== "1") list.replaceWith(...lines(list).map(asParagraph));
  for (const cell of body.querySelectorAll("td, th")) inParagraphs(cell);
  for (const table of body.querySelectorAll("table")) even(table);
  for (const entry of body.querySelectorAll("li")) inOneParagraph(entry);
  tellMarks(body);
  return body.innerHTML;
}

const SHEETS = /<style\b[^]*?(?:<\/style\s*>|$)/gi;
const TAGS = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Styles under a name of ours: as soon as a page reads the true ones its policy refuses them aloud. */
const aside = (html: string): string => html.replace(SHEETS, "").replace(TAGS, (tag) => tag.replace(/(["'\s/])style(\s*=)/gi, "$1data-style$2"));

const isBlank = (node: Node): boolean => (node.textContent ?? "").trim() === "";

/** Empty paragraphs hold a blank in Word; between others they are only distance. */
function clear(paragraph: Element): void {
  if (paragraph.closest("td, th")) paragraph.replaceChildren();
  else paragraph.remove();
}

function asParagraph(line: readonly Node[]): Element {
  const paragraph = document.createElement("p");
  paragraph.append(...line);
  return paragraph;
}

/** The lines of all that stands in an element; entries of lists bear their mark in words. */
function lines(from: Element, into: Node[][] = [[]]): Node[][] {
  const anew = (): void => { if (into.at(-1)!.length > 0) into.push([]); };
  let number = Number(from.getAttribute("start") ?? 1);
  for (const child of [...from.childNodes]) {
    if (child instanceof Element && (BLOCKS.has(child.nodeName) || child.querySelector(BLOCK))) {
      anew();
      if (child.nodeName === "LI") into.at(-1)!.push(document.createTextNode(from.nodeName === "OL" ? `${number++}. ` : "- "));
      const [first = [], ...more] = lines(child);
      into.at(-1)!.push(...first);
      into.push(...more);
      anew();
    } else if (child.nodeType !== Node.COMMENT_NODE && (into.at(-1)!.length > 0 || !isBlank(child))) into.at(-1)!.push(child);
  }
  return into.filter((line) => line.some((each) => !isBlank(each)));
}

function inParagraphs(cell: Element): void {
  const all = lines(cell);
  cell.replaceChildren(...(all.length === 0 ? [[]] : all).map(asParagraph));
}

/** Further paragraphs of an entry are lines of its first one; lists below it follow, and tables stand behind the whole list. */
function inOneParagraph(entry: Element): void {
  let list: Element = entry;
  for (let above = entry.parentElement; above?.closest("ul, ol"); above = above.parentElement) list = above.closest("ul, ol")!;
  for (const table of [...entry.querySelectorAll("table")].reverse()) list.after(table);
  const below = [...entry.querySelectorAll("ul, ol")].filter((each) => each.parentElement?.closest("li") === entry);
  for (const each of below) each.remove();
  const text = asParagraph(lines(entry).flatMap((line, i) => (i === 0 ? line : [document.createElement("br"), ...line])));
  entry.replaceChildren(text, ...below);
}

/** A table without spans: where a cell reached into others there are empty ones. */
function even(table: HTMLTableElement): void {
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  const taken = rows.map((): (Element | undefined)[] => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of [...row.children]) {
      while (x in taken[y]!) x++;
      const [wide, high] = [spanOf(cell, "colspan", MOST_SPANNED), spanOf(cell, "rowspan", rows.length - y)];
      for (let down = 0; down < high; down++) for (let right = 0; right < wide; right++) taken[y + down]![x + right] = down + right === 0 ? cell : undefined;
      cell.removeAttribute("colspan");
      cell.removeAttribute("rowspan");
    }
  });
  const width = Math.max(0, ...taken.map((row) => row.length));
  rows.forEach((row, y) => row.replaceChildren(...Array.from({ length: width }, (_, x) => taken[y]![x] ?? emptyCell())));
}

function emptyCell(): Element {
  const cell = document.createElement("td");
  cell.append(document.createElement("p"));
  return cell;
}

const spanOf = (cell: Element, name: string, most: number): number => Math.max(1, Math.min(most, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));

/** Says with elements what styles say of letters. */
function tellMarks(body: Element): void {
  for (const styled of body.querySelectorAll("[data-style]")) {
    const style = styled.getAttribute(STYLE) ?? "";
    const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1] ?? "";
    styled.removeAttribute(STYLE);
    if (styled.nodeName === "B" && weight === "normal") {
      styled.replaceWith(...styled.childNodes);
      continue;
    }
    if (styled.querySelector(BLOCK)) continue;
    if (/^(bold(er)?|[6-9]\d{2})$/i.test(weight)) within(styled, "strong");
    if (/font-style:\s*italic/i.test(style)) within(styled, "em");
    if (/text-decoration(-line)?:[^;]*underline/i.test(style)) within(styled, "u");
  }
}

function within(element: Element, name: string): void {
  const mark = document.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}

/** What is put into a cell of a table, which holds paragraphs only; a table alone goes over the cells as it is. */
export function forCell(slice: Slice): Slice {
  const { content } = slice;
  const tables = content.content.filter((node) => node.type === schema.nodes.table || node.type === schema.nodes.table_row || node.type === schema.nodes.table_cell);
  if (tables.length === content.childCount || content.content.every((node) => node.isInline || node.type === schema.nodes.paragraph)) return slice;
  const flat = content.content.flatMap((node) => flattened(node, ""));
  return new Slice(Fragment.fromArray(flat), 1, 1);
}

function flattened(node: TextNode, mark: string): TextNode[] {
  const { bullet_list, ordered_list, paragraph } = schema.nodes;
  if (node.isTextblock) {
    const tone = node.type === paragraph ? node.attrs : null;
    return [paragraph.create(tone, mark === "" ? node.content : Fragment.from(schema.text(mark)).append(node.content))];
  }
  return node.content.content.flatMap((child, i) => flattened(child, node.type === bullet_list ? "- " : node.type === ordered_list ? `${i + 1}. ` : i === 0 ? mark : ""));
}

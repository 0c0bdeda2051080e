import { Fragment, type Mark, type Node } from "prosemirror-model";
import type { RichBlock, RichRun, RichText } from "client-kit/proto/protocol.ts";
import { schema } from "./schema.ts";

type Kind<K extends RichBlock["kind"]> = Extract<RichBlock, { kind: K }>;
type Paragraph = Kind<"bulletList">["entries"][number]["text"];
type Entry = Kind<"bulletList">["entries"][number];
const { nodes, marks } = schema;

/** The server's record of what stands in an editor. */
export const toText = (doc: Node): RichText => ({ blocks: children(doc).map(toBlock) });

const children = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, i) => node.child(i));

function toBlock(node: Node): RichBlock {
  switch (node.type) {
    case nodes.heading:
      return { kind: "richHeading", runs: toRuns(node) };
    case nodes.bullet_list:
      return { kind: "bulletList", entries: children(node).map(toEntry) };
    case nodes.ordered_list:
      return { kind: "numberList", entries: children(node).map(toEntry) };
    case nodes.table:
      return { kind: "richTable", rows: children(node).map((row) => ({ cells: children(row).map((cell) => ({ paragraphs: children(cell).map(toParagraph) })) })) };
    default:
      return { kind: "richParagraph", ...toParagraph(node) } as RichBlock;
  }
}

const toParagraph = (node: Node): Paragraph => ({ kind: "richParagraph", tone: node.attrs["tone"], runs: toRuns(node) }) as Paragraph;

const toEntry = (node: Node): Entry => ({ text: toParagraph(node.child(0)), lists: children(node).slice(1).map(toBlock) });

const toRuns = (node: Node): RichRun[] =>
  children(node).map((each) => ({ text: each.isText ? (each.text ?? "") : "\n", bold: has(each, "bold"), italic: has(each, "italic"), underline: has(each, "underline") }));

const has = (node: Node, mark: "bold" | "italic" | "underline"): boolean => node.marks.some((each) => each.type === marks[mark]);

/** What an editor starts from; an empty text is one empty paragraph. */
export const toDoc = (text: RichText): Node => nodes.doc.create(null, text.blocks.length === 0 ? [nodes.paragraph.create()] : text.blocks.map(fromBlock));

function fromBlock(block: RichBlock): Node {
  switch (block.kind) {
    case "richHeading":
      return nodes.heading.create(null, fromRuns(block.runs));
    case "bulletList":
      return nodes.bullet_list.create(null, block.entries.map(fromEntry));
    case "numberList":
      return nodes.ordered_list.create(null, block.entries.map(fromEntry));
    case "richTable":
      return nodes.table.create(null, block.rows.map((row) => nodes.table_row.create(null, row.cells.map((cell) => nodes.table_cell.create(null, cell.paragraphs.map(fromParagraph))))));
    case "richParagraph":
      return fromParagraph(block);
  }
}

const fromParagraph = ({ tone, runs }: { tone: string; runs: RichRun[] }): Node => nodes.paragraph.create({ tone }, fromRuns(runs));

const fromEntry = ({ text, lists }: Entry): Node => nodes.list_item.create(null, [fromParagraph(text), ...lists.map(fromBlock)]);

function fromRuns(runs: readonly RichRun[]): Fragment {
  return Fragment.fromArray(runs.flatMap(({ text, bold, italic, underline }) => {
    const own: Mark[] = [...(bold ? [marks.bold.create()] : []), ...(italic ? [marks.italic.create()] : []), ...(underline ? [marks.underline.create()] : [])];
    return text.split("\n").flatMap((line, i) => [...(i === 0 ? [] : [nodes.hard_break.create(null, null, own)]), ...(line === "" ? [] : [schema.text(line, own)])]);
  }));
}

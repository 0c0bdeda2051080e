import { Schema, type NodeSpec } from "prosemirror-model";

const RUNS = "(text | hard_break)*";
const TONES = ["NORMAL", "EMPHASIS", "REMARK"] as const;
export type Tone = (typeof TONES)[number];

const toneOf = (word: string | null): Tone => TONES.find((tone) => tone === word) ?? "NORMAL";

/** Cells never span: what is pasted with spans is evened out. The attributes are those that prosemirror-tables asks for. */
const cell: NodeSpec = {
  content: "paragraph+",
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  tableRole: "cell",
  isolating: true,
  parseDOM: [{ tag: "td" }, { tag: "th" }],
  toDOM: () => ["td", 0],
};

/** The forms that the minutes have; the same ones as the server's records of a text. */
export const schema = new Schema({
  nodes: {
    doc: { content: "(paragraph | heading | bullet_list | ordered_list | table)+" },
    paragraph: {
      content: RUNS,
      attrs: { tone: { default: "NORMAL", validate: "string" } },
      parseDOM: [{ tag: "p", getAttrs: (dom) => ({ tone: toneOf(dom.getAttribute("data-tone")) }) }, { tag: "div[data-plain]" }],
      toDOM: (node) => ["p", { "data-tone": node.attrs["tone"] as string }, 0],
    },
    heading: { content: RUNS, defining: true, parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}` })), toDOM: () => ["h3", 0] },
    bullet_list: { content: "list_item+", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
    ordered_list: { content: "list_item+", parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
    list_item: { content: "paragraph (bullet_list | ordered_list)*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    table: { content: "table_row+", tableRole: "table", isolating: true, parseDOM: [{ tag: "table" }], toDOM: () => ["table", ["tbody", 0]] },
    table_row: { content: "table_cell+", tableRole: "row", parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
    table_cell: cell,
    hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    text: { group: "inline" },
  },
  marks: {
    bold: { parseDOM: [{ tag: "strong" }, { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null }, { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null }], toDOM: () => ["strong", 0] },
    italic: { parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }], toDOM: () => ["em", 0] },
    underline: { parseDOM: [{ tag: "u" }, { style: "text-decoration=underline" }], toDOM: () => ["u", 0] },
  },
});

import type { Fragment, Node } from "prosemirror-model";
import { Plugin, type EditorState, type Transaction } from "prosemirror-state";
import { schema } from "./schema.ts";

/** What one text of the minutes holds (`RichText.CHARACTERS`). */
export const CHARACTERS = 30_000;

/** As the server counts them: a break within a paragraph is one. */
export const lettersOf = (content: Fragment): number => content.textBetween(0, content.size, "", (leaf) => (leaf.type === schema.nodes.hard_break ? "\n" : "")).length;

/** What the server takes out of every text: control characters, those that turn the direction of writing, halves of characters. */
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\u200e\u200f\u2060\u061c\u00ad\ufeff\ufffe\uffff]|\p{Cs}/gu;

const plain = (typed: string): string => typed.normalize("NFC").replace(/[\n\t]/g, " ").replace(UNWANTED, "");

/** Whether all its letters are as the server keeps them; only then do the server's places in the text agree with ours. */
export function isPlain(doc: Node): boolean {
  let all = true;
  doc.descendants((node) => {
    if (node.isText && plain(node.text ?? "") !== node.text) all = false;
    return all;
  });
  return all;
}

/** Composes letters that came in pieces, as some keyboards type Vietnamese, and drops what can't be seen. Null when there is nothing to do. */
export function madePlain(state: EditorState): Transaction | null {
  if (isPlain(state.doc)) return null;
  const { tr } = state;
  state.doc.descendants((node, pos) => {
    if (!node.isText) return;
    const clean = plain(node.text ?? "");
    if (clean === node.text) return;
    const [from, to] = [tr.mapping.map(pos, 1), tr.mapping.map(pos + node.nodeSize, -1)];
    if (clean === "") tr.delete(from, to);
    else tr.replaceWith(from, to, schema.text(clean, node.marks));
  });
  return tr;
}

/** Keeps the text plain after each change, but not between the keys of one letter. */
export const plainText = (isComposing: () => boolean): Plugin => new Plugin({ appendTransaction: (all, _, state) => (all.some((tr) => tr.docChanged) && !isComposing() ? madePlain(state) : null) });

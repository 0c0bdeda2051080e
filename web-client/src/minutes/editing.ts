import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { Node, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { TextSelection, type Command, type EditorState, type Plugin } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, tableEditing } from "prosemirror-tables";
import { plainText } from "./plain-text.ts";
import { schema, type Tone } from "./schema.ts";

const { nodes, marks } = schema;

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** A table of three columns; its first row bears the titles. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const cell = (): ReturnType<NodeType["create"]> => nodes.table_cell.create(null, nodes.paragraph.create());
  const row = (): ReturnType<NodeType["create"]> => nodes.table_row.create(null, [cell(), cell(), cell()]);
  const after = state.selection.$to.after(1);
  if (dispatch) {
    const tr = state.tr.insert(after, [nodes.table.create(null, [row(), row()]), nodes.paragraph.create()]);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  }
  return true;
};

/** The innermost list around the selection, and where it stands. */
function listAt({ selection: { $from, $to } }: EditorState): { readonly list: Node; readonly pos: number; readonly first: number; readonly last: number } | undefined {
  const depth = $from.sharedDepth($to.pos);
  for (let at = depth; at > 0; at--) {
    const list = $from.node(at);
    if (list.type === nodes.bullet_list || list.type === nodes.ordered_list) return { list, pos: $from.before(at), first: $from.index(at), last: $to.index(at) };
  }
  return undefined;
}

/** Several paragraphs as a list with an entry for each: an entry holds one, so that they can't be wrapped together. */
const gathered = (kind: NodeType): Command => ({ selection: { $from, $to }, tr }, dispatch) => {
  const range = $from.blockRange($to);
  const blocks = range && range.depth === 0 ? Array.from({ length: range.endIndex - range.startIndex }, (_, i) => range.parent.child(range.startIndex + i)) : [];
  if (!range || blocks.length === 0 || !blocks.every((block) => block.isTextblock)) return false;
  const list = kind.create(null, blocks.map((block) => nodes.list_item.create(null, nodes.paragraph.create(block.type === nodes.paragraph ? block.attrs : null, block.content))));
  tr.replaceWith(range.start, range.end, list);
  dispatch?.(tr.setSelection(TextSelection.between(tr.doc.resolve(range.start + 3), tr.doc.resolve(range.start + list.nodeSize - 3))).scrollIntoView());
  return true;
};

/** Several entries as paragraphs again; what stands before and behind them stays a list. */
const scattered: Command = (state, dispatch) => {
  const around = listAt(state);
  if (!around || around.first === around.last || state.doc.resolve(around.pos).depth > 0) return false;
  const { list, pos, first, last } = around;
  const some = (from: number, to: number): Node[] => (from < to ? [list.type.create(null, list.content.content.slice(from, to))] : []);
  const [before, after] = [some(0, first), some(last + 1, list.childCount)];
  const free = list.content.content.slice(first, last + 1).flatMap((entry) => entry.content.content);
  const tr = state.tr.replaceWith(pos, pos + list.nodeSize, [...before, ...free, ...after]);
  const size = (all: readonly Node[]): number => all.reduce((sum, node) => sum + node.nodeSize, 0);
  const start = pos + size(before);
  dispatch?.(tr.setSelection(TextSelection.between(tr.doc.resolve(start + 1), tr.doc.resolve(start + size(free) - 1))).scrollIntoView());
  return true;
};

/** Makes a list, turns one of the other kind into it, or takes its entries out again. */
const listed = (kind: NodeType): Command => (state, dispatch) => {
  const around = listAt(state);
  if (!around) return chainCommands(wrapInList(kind), gathered(kind))(state, dispatch);
  if (around.list.type === kind) return chainCommands(scattered, liftListItem(nodes.list_item))(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(around.pos, kind));
  return true;
};

const toned = (tone: Tone): Command => setBlockType(nodes.paragraph, { tone });

/** What the toolbar and keys do. */
export const acts = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  underline: toggleMark(marks.underline),
  bullets: listed(nodes.bullet_list),
  numbers: listed(nodes.ordered_list),
  indent: sinkListItem(nodes.list_item),
  outdent: liftListItem(nodes.list_item),
  table: insertTable,
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  dropRow: deleteRow,
  dropColumn: deleteColumn,
  dropTable: deleteTable,
  undo,
  redo,
  NORMAL: toned("NORMAL"),
  EMPHASIS: toned("EMPHASIS"),
  REMARK: toned("REMARK"),
  HEADING: setBlockType(nodes.heading),
} satisfies Record<string, Command>;

export type Act = keyof typeof acts;

/** Which kind of paragraph the cursor stands in. */
export function kindAt(state: EditorState): "NORMAL" | "EMPHASIS" | "REMARK" | "HEADING" {
  const { parent } = state.selection.$from;
  return parent.type === nodes.heading ? "HEADING" : ((parent.attrs["tone"] as Tone | undefined) ?? "NORMAL");
}

/** Which kind of list the cursor stands in. */
export function listKindAt(state: EditorState): "bullets" | "numbers" | undefined {
  const type = listAt(state)?.list.type;
  return type === nodes.bullet_list ? "bullets" : type === nodes.ordered_list ? "numbers" : undefined;
}

export function hasMark(state: EditorState, mark: "bold" | "italic" | "underline"): boolean {
  const { from, to, empty, $from } = state.selection;
  return empty ? marks[mark].isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, marks[mark]);
}

export const inTable = isInTable;

/** @param isComposing whether a letter is on its way from several keys */
export function editing(isComposing: () => boolean): Plugin[] {
  return [
    inputRules({ rules: [wrappingInputRule(/^\s*([-*])\s$/, nodes.bullet_list), wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list)] }),
    keymap({
      "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Mod-b": acts.bold, "Mod-i": acts.italic, "Mod-u": acts.underline,
      Enter: splitListItem(nodes.list_item), "Shift-Enter": lineBreak, Tab: chainCommands(goToNextCell(1), acts.indent), "Shift-Tab": chainCommands(goToNextCell(-1), acts.outdent),
    }),
    keymap(baseKeymap),
    tableEditing(),
    history(),
    plainText(isComposing),
  ];
}

import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState, Plugin } from "prosemirror-state";
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
  if (dispatch) dispatch(state.tr.insert(after, [nodes.table.create(null, [row(), row()]), nodes.paragraph.create()]).scrollIntoView());
  return true;
};

const toned = (tone: Tone): Command => setBlockType(nodes.paragraph, { tone });

/** What the toolbar and keys do. */
export const acts = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  underline: toggleMark(marks.underline),
  bullets: wrapInList(nodes.bullet_list),
  numbers: wrapInList(nodes.ordered_list),
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

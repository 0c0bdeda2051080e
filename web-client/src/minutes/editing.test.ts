import { EditorState, TextSelection } from "prosemirror-state";
import { expect, it } from "vitest";
import { acts, editing, inTable, listKindAt, type Act } from "./editing.ts";
import { schema } from "./schema.ts";

const { nodes } = schema;

function editor(): { state: EditorState; does(act: Act): void } {
  const doc = nodes.doc.create(null, ["Một", "Hai"].map((text) => nodes.paragraph.create(null, schema.text(text))));
  const held = {
    state: EditorState.create({ doc, plugins: editing(() => false) }),
    does(act: Act): void { acts[act](held.state, (tr) => { held.state = held.state.apply(tr); }); },
  };
  held.state = held.state.apply(held.state.tr.setSelection(TextSelection.create(held.state.doc, 2, 8)));
  return held;
}

const kinds = (state: EditorState): string[] => state.doc.content.content.map((node) => node.type.name);

it("makes a list, turns it into the other kind, and takes it away again", () => {
  const held = editor();
  held.does("bullets");
  expect(kinds(held.state)).toEqual(["bullet_list"]);
  expect(listKindAt(held.state)).toBe("bullets");
  held.does("numbers");
  expect(kinds(held.state)).toEqual(["ordered_list"]);
  held.does("numbers");
  expect(kinds(held.state)).toEqual(["paragraph", "paragraph"]);
  expect(listKindAt(held.state)).toBeUndefined();
});

it("leaves the cursor in the first cell of a new table", () => {
  const held = editor();
  held.does("table");
  expect(inTable(held.state)).toBe(true);
  expect(held.state.selection.$from.index(1)).toBe(0);
  expect(held.state.selection.$from.index(2)).toBe(0);
});

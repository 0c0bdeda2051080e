import { expect, it } from "vitest";
import { accents, fold } from "./fold.ts";
import golden from "./fold-golden.json";

// The table is the server's too: papers/TextFoldTest.
it.each(golden)("%j folds as on the server", (text, folded, marked) => {
  for (const form of ["NFC", "NFD"] as const) {
    expect(fold(text!.normalize(form))).toBe(folded);
    expect(accents(text!.normalize(form))).toBe(marked);
  }
});

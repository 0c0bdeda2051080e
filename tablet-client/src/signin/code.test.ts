import { expect, it } from "vitest";
import { cleanCode, shownCode } from "./code.ts";

it("a code is read however it is written", () => {
  expect(["abcd efgh", "ABCD-EFGH", " ab cd ef gh ij"].map(cleanCode)).toEqual(["ABCDEFGH", "ABCDEFGH", "ABCDEFGH"]);
  expect(["AB", "ABCDE"].map(shownCode)).toEqual(["AB", "ABCD E"]);
});

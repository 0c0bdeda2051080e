import { expect, it } from "vitest";
import { chosenOf, packed, setOf, unpacked } from "./opening.ts";
import type { Poll } from "./poll.ts";
import { checkOpening, seal } from "./seal.ts";
import { hall } from "./testing.ts";

const poll: Poll = { contests: [{ id: "a", least: 1, marks: ["for", "against"], most: 1 }, { id: "b", least: 0, marks: ["an", "binh", "chi"], most: 2 }], id: "p", minimum: 3, trustees: ["x", "y", "z"], v: 1 };

it("an opened ballot comes whole through an address to the other device, and one that lies is found there", async () => {
  const { election } = hall(poll, [{ id: "v", weight: 1 }]);
  const set = setOf(poll, ["against", "an", "chi"]);
  expect(set).toEqual([[0, 1], [1, 0, 1]]);
  const sealed = await seal(election, "v", set);
  const opening = sealed.check();
  const text = packed(opening);
  expect(text).toMatch(/^[\w-]+$/);
  const read = unpacked(poll, opening.ballot, text);
  expect(read).toEqual(opening);
  const { set: found, code } = checkOpening(election, read);
  expect([chosenOf(poll, found), code]).toEqual([["against", "an", "chi"], sealed.code]);
  const other = await seal(election, "v", setOf(poll, ["for"]));
  expect(() => checkOpening(election, unpacked(poll, other.check().ballot, text))).toThrow("check 9");
  for (const wrong of [text.slice(4), "%", `_${text.slice(1)}`]) expect(() => unpacked(poll, opening.ballot, wrong)).toThrow("check 1");
});

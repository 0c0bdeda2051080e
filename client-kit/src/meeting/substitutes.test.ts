import { expect, it } from "vitest";
import type { MeetingView, PersonView } from "../proto/protocol.ts";
import { inPlaceOf, voterName } from "./substitutes.ts";

const people = Object.fromEntries(["An", "Bình", "Chi"].map((name) => [name, { name } as PersonView]));
const view = { franchise: { substitutions: { An: { person: "Bình", votes: true } } }, people: { people } } as unknown as MeetingView;

it("says in whose place somebody comes, and nothing of others", () => {
  expect(["Bình", "An", "Chi", undefined].map((id) => inPlaceOf(view, id))).toEqual(["thay đồng chí An", "", "", ""]);
});

it("names who casts a ballot in another's place with that other; a ballot that was only given keeps its owner's name", () => {
  const vote = { substituted: ["An"], holders: { An: "Bình", Chi: "Bình" } };
  expect(["An", "Bình", "Chi"].map((id) => voterName(vote, people, id))).toEqual(["Bình (thay đồng chí An)", "Bình", "Chi"]);
});

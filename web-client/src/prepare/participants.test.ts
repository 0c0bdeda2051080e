import type { Participant } from "client-kit/proto/protocol.ts";
import { expect, it } from "vitest";
import { changesBetween, withRole } from "./participants.ts";

const person = (id: string, role: Participant["role"], votes = true): Participant => ({ id, name: id, title: "", unit: "", role, votes });
const list = [person("a", "CHAIR"), person("b", "SECRETARY", false), person("c", "MEMBER")];

it("keeps one chair", () => {
  expect(withRole(list, "c", "CHAIR").map((each) => each.role)).toEqual(["MEMBER", "SECRETARY", "CHAIR"]);
});

it("takes the vote from a guest and gives it back to a member", () => {
  const guests = withRole(list, "c", "GUEST");
  expect(guests[2]?.votes).toBe(false);
  expect(withRole(guests, "c", "MEMBER")[2]?.votes).toBe(true);
});

it("counts who was added, taken out and changed", () => {
  expect(changesBetween(list, list)).toBe(0);
  expect(changesBetween(list, [...withRole(list, "c", "GUEST"), person("d", "GUEST", false)])).toBe(2);
  expect(changesBetween(list, list.slice(1))).toBe(1);
});

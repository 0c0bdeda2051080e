import { expect, it } from "vitest";
import type { Role } from "../proto/protocol.ts";
import { groupOf, groupsOf } from "./groups.ts";
import type { Reader } from "./readers.ts";

const reader = (id: string, role: Role, unit: string): Reader => ({ id, person: { name: id, title: "", unit, role, votes: role !== "GUEST", late: false } });
const READERS = [reader("chair", "CHAIR", "Văn phòng"), reader("sec", "SECRETARY", "Văn phòng"), reader("lan", "MEMBER", "Sở Tài chính"), reader("minh", "MEMBER", "Sở Tài chính "), reader("guest", "GUEST", "Công ty A")];

it("groups are made of those who may read: members, who leads, each unit of several", () => {
  expect(groupsOf(READERS).map(({ name, people }) => [name, people.join()])).toEqual([
    ["Thành viên", "chair,lan,minh"], ["Chủ trì và thư ký", "chair,sec"], ["Sở Tài chính", "lan,minh"],
  ]);
  expect(groupsOf(READERS.slice(4))).toEqual([]);
});

it("people bear their group's name as long as they are all of it and nobody else", () => {
  expect(groupOf(READERS, ["minh", "lan"])?.name).toBe("Sở Tài chính");
  expect(groupOf(READERS, ["minh"])).toBeUndefined();
  expect(groupOf([...READERS, reader("new", "MEMBER", "Sở Tài chính")], ["minh", "lan"])).toBeUndefined();
});

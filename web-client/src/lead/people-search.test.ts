import { expect, it } from "vitest";
import { samplePerson } from "../shared/sample-view.ts";
import { searchPeople } from "./people-search.ts";

const people = { a: samplePerson({ name: "Nguyễn Thị Hòa", unit: "Sở Nội vụ" }), b: samplePerson({ name: "Đặng Văn Hoà", title: "Giám đốc" }), c: samplePerson({ name: "Y Thanh" }) };
const find = (typed: string) => searchPeople(people, ["a", "b", "c"], typed);

it("finds people with or without accents, by name, post and unit", () => {
  expect(find("hoa")).toEqual(["a", "b"]);
  expect(find("dang hoà")).toEqual(["b"]);
  expect(find("noi vu")).toEqual(["a"]);
  expect(find("  ")).toEqual(["a", "b", "c"]);
  expect(find("không có")).toEqual([]);
});

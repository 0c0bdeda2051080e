import { describe, expect, it } from "vitest";
import { Draft } from "./draft.ts";

describe("a half-made input", () => {
  it("follows the server where it is untouched and stays where it was typed", () => {
    const draft = new Draft({ title: "Báo cáo", unit: "Sở Nội vụ" });
    draft.type("title", "Báo cáo sơ kết");
    draft.follow({ title: "Báo cáo khác", unit: "Sở Tài chính" });
    expect(draft.value).toEqual({ title: "Báo cáo sơ kết", unit: "Sở Tài chính" });
    expect(draft.overtaken).toEqual(["title"]);
  });
  it("is clean again when the server has taken it, or when it is typed back", () => {
    const draft = new Draft({ title: "a" });
    draft.type("title", "b");
    draft.follow({ title: "b" });
    expect(draft.dirty).toBe(false);
    draft.type("title", "c");
    draft.type("title", "b");
    expect(draft.dirty).toBe(false);
  });
  it("says nothing is overtaken while the server still has what its writer began with", () => {
    const draft = new Draft({ title: "a" });
    draft.type("title", "b");
    draft.follow({ title: "a" });
    draft.type("title", "bc");
    expect(draft.overtaken).toEqual([]);
    draft.reset();
    expect(draft.value).toEqual({ title: "a" });
  });
});

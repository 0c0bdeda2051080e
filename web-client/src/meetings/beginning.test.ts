import { describe, expect, it } from "vitest";
import type { EarlierMeeting } from "../api/api.ts";
import { Beginning } from "./beginning.ts";

const meeting = (id: string, more: Partial<EarlierMeeting> = {}): EarlierMeeting => ({
  id, title: `Phiên ${id}`, kind: "REVIEW", room: "Phòng 2", startsAt: 0, template: false, items: 3, motions: 1, people: 5, ...more,
});

describe("how a new meeting starts", () => {
  it("is from a blank page while the body has nothing else", () => {
    const beginning = new Beginning();
    beginning.offer([]);
    expect(beginning.ways).toEqual(["blank"]);
    expect(beginning.from).toBeUndefined();
  });

  it("is from the template or the newest earlier meeting in one tap, and back", () => {
    const beginning = new Beginning();
    beginning.offer([meeting("t", { template: true }), meeting("b"), meeting("a")]);
    beginning.choose("template");
    expect(beginning.from?.id).toBe("t");
    expect(beginning.fields).toEqual({ title: "Phiên t", kind: "REVIEW", room: "Phòng 2" });
    beginning.choose("earlier");
    expect(beginning.from?.id).toBe("b");
    beginning.pick("a");
    expect(beginning.fields.title).toBe("Phiên a");
    beginning.choose("blank");
    expect(beginning.fields).toEqual({ title: "", kind: "REGULAR", room: "" });
  });

  it("keeps what somebody has typed, and fills what was emptied again", () => {
    const beginning = new Beginning();
    beginning.offer([meeting("a")]);
    beginning.type("title", "Phiên tháng 12");
    beginning.choose("earlier");
    expect(beginning.fields).toEqual({ title: "Phiên tháng 12", kind: "REVIEW", room: "Phòng 2" });
    beginning.type("title", " ");
    beginning.choose("earlier");
    expect(beginning.fields.title).toBe("Phiên a");
  });

  it("is blank again when another body is chosen", () => {
    const beginning = new Beginning();
    beginning.offer([meeting("a")]);
    beginning.choose("earlier");
    beginning.offer([]);
    expect(beginning.from).toBeUndefined();
    expect(beginning.fields.title).toBe("");
  });
});

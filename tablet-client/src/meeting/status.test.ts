import { describe, expect, it } from "vitest";
import { statusOf } from "./status.ts";

const one = { id: "a", command: { type: "clearResult" as const }, kept: true };
const refused = { ...one, code: "X", text: "x" };

describe("the status chip", () => {
  it("says saved only when the line is open and nothing waits", () => {
    expect(statusOf({ link: "open", sending: [], refused: [] }).kind).toBe("saved");
    expect(statusOf({ link: "connecting", sending: [], refused: [] }).kind).toBe("connecting");
    expect(statusOf({ link: "connecting", sending: [one], refused: [] }).kind).toBe("connecting");
    expect(statusOf({ link: "open", sending: [one], refused: [] }).kind).toBe("sending");
  });
  it("counts what waits for the network", () => {
    expect(statusOf({ link: "offline", sending: [one, one], refused: [] }).word).toContain("2");
  });
  it("tells how many notes wait, and is not saved before they are", () => {
    expect(statusOf({ link: "open", sending: [], refused: [] }, { waiting: 3, refused: 0 })).toEqual({ kind: "sending", word: "3 ghi chú chưa gửi" });
    expect(statusOf({ link: "offline", sending: [], refused: [] }, { waiting: 3, refused: 0 })).toEqual({ kind: "offline", word: "3 ghi chú chưa gửi" });
    expect(statusOf({ link: "offline", sending: [one], refused: [] }, { waiting: 3, refused: 0 }).word).toContain("4");
    expect(statusOf({ link: "open", sending: [], refused: [] }, { waiting: 0, refused: 1 }).kind).toBe("refused");
  });
  it("a refusal asks to be read before everything but a lost session", () => {
    expect(statusOf({ link: "offline", sending: [one], refused: [refused] }).kind).toBe("refused");
    expect(statusOf({ link: "signed-out", sending: [], refused: [refused] }).kind).toBe("away");
  });
});

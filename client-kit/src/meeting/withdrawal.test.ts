import { expect, it } from "vitest";
import type { MeetingView } from "../proto/protocol.ts";
import { withdrawalOf } from "./withdrawal.ts";

it("finds who took a paper back, and takes no other change of it for that", () => {
  const revisions = [{ at: 1, by: "Giang", reason: "Bổ sung" }, { at: 2, by: "Giang", reason: "Có sai sót", withdrew: { paper: "tl1", title: "Phương án" } }];
  const view = { head: { revisions } } as unknown as MeetingView;
  expect(withdrawalOf(view, "tl1")).toMatchObject({ at: 2, reason: "Có sai sót" });
  expect(withdrawalOf(view, "tl2")).toBeUndefined();
});

// @vitest-environment happy-dom
import type { MeetingView, Practice, VoteView } from "client-kit/proto/protocol.ts";
import { nothing, render } from "lit";
import { beforeEach, describe, expect, it } from "vitest";
import { Desk } from "../meeting/desk.ts";
import { FakeRoom, HOST, meeting, mine, vote } from "../meeting/testing.ts";
import { votePart } from "./vote-part.ts";
import { earlierVotes } from "./votes-done.ts";

const QUORUM = { members: 27, present: 20, needed: 18, met: true };

/** Twenty of 27 are there: enough for the body's two thirds, not for a vote that needs three quarters. */
const prepared = (): MeetingView => ({
  ...meeting({ inHand: "i1" }),
  people: { order: [], people: {}, quorum: QUORUM, presentCount: 20, graceMinutes: 1 },
  votes: { order: ["v1", "v2"], votes: { v1: vote({ state: "PREPARED" }), v2: vote({ state: "PREPARED", quorum: { numerator: 3, denominator: 4 } }) } },
  lead: { step: "OPEN_VOTE", about: "v1", vote: "v1", itemsLeft: [], tiesForChair: [], tiesToRepeat: [], quorums: { v1: QUORUM, v2: { members: 27, present: 20, needed: 21, met: false } }, cautions: {}, wall: { stage: { scene: "ITEM", seats: false }, speaking: false } },
});

describe("the chair's prepared votes", () => {
  const page = document.createElement("div");
  let room: FakeRoom;
  let desk: Desk;
  const draw = (): void => { render(votePart(desk), page); };
  const press = (name: string): void => { page.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.click(); draw(); };

  beforeEach(() => {
    localStorage.clear();
    room = new FakeRoom();
    room.view = prepared();
    room.mine = mine({ may: { prepare: true, lead: true, decide: true, vote: true, speak: true } });
    desk = new Desk(HOST, room, "chair");
    desk.hostConnected();
    desk.show("lead");
    draw();
  });

  it("open at once where their own quorum is met", () => {
    press("open-vote-v1");
    expect(room.given).toEqual([{ type: "openVote", vote: "v1", seconds: 60, withoutQuorum: false }]);
  });

  it("warn with their own quorum's numbers where it is not met, and open knowingly", () => {
    press("open-vote-v2");
    expect(room.given).toEqual([]);
    expect(page.querySelector("[data-testid=open-v2-ask]")?.textContent).toContain("20/27 thành viên có mặt, biểu quyết này cần 21");
    press("open-v2-yes");
    expect(room.given).toEqual([{ type: "openVote", vote: "v2", seconds: 60, withoutQuorum: true }]);
  });

  it("ask again, knowingly, when the server refuses for want of a quorum", () => {
    press("open-vote-v1");
    room.refuses("QUORUM_NOT_MET", "Mới có mặt 17/27.");
    room.becomes({ ...prepared(), lead: { ...prepared().lead!, quorums: { v1: { members: 27, present: 17, needed: 18, met: false } } } });
    draw();
    press("open-v1-yes");
    expect(room.given.at(-1)).toEqual({ type: "openVote", vote: "v1", seconds: 60, withoutQuorum: true });
  });
});

describe("the chair's secret vote", () => {
  const page = document.createElement("div");
  let room: FakeRoom;
  let desk: Desk;
  const draw = (part = votePart): void => { render(part(desk), page); };
  const press = (name: string, part = votePart): void => { page.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.click(); draw(part); };
  const secret = (over: Partial<VoteView>): VoteView => vote({ mode: "SECRET", secret: { trustees: ["a", "b", "c"], attempt: 1, waitingFor: [], fewest: 3, ready: true, decrypted: [], cautions: [], counted: false }, ...over });
  const shows = (of: VoteView, running: boolean): void => {
    room.view = { ...prepared(), votes: { order: ["v1"], votes: { v1: of }, ...(running ? { running: "v1" } : {}) } };
  };

  beforeEach(() => {
    localStorage.clear();
    room = new FakeRoom();
    room.view = prepared();
    room.mine = mine({ may: { prepare: true, lead: true, decide: true, vote: true, speak: true } });
    desk = new Desk(HOST, room, "chair");
    desk.hostConnected();
    desk.show("lead");
    render(nothing, page);
  });

  it("says before closing that so few ballots are not decrypted, and promises a result only of enough", () => {
    shows(secret({ received: 2 }), true);
    draw();
    press("close-vote");
    expect(page.querySelector("[data-testid=close-vote-ask]")?.textContent).toContain("Mới có 2 phiếu; dưới 3 phiếu thì không giải mã");
    shows(secret({ received: 3 }), true);
    draw();
    expect(page.querySelector("[data-testid=close-vote-ask]")?.textContent).not.toContain("không giải mã");
  });

  it("can be shown again and cancelled while it is counted", () => {
    shows(secret({ state: "COUNTING" }), false);
    draw(earlierVotes);
    press("show-result-v1", earlierVotes);
    press("cancel-vote-v1", earlierVotes);
    const reason = page.querySelector<HTMLInputElement>("[data-testid=cancel-v1-reason]")!;
    reason.value = "Mất hai máy";
    reason.dispatchEvent(new Event("input"));
    draw(earlierVotes);
    press("cancel-v1-yes", earlierVotes);
    expect(room.given).toEqual([{ type: "showResult", vote: "v1" }, { type: "cancelVote", vote: "v1", reason: "Mất hai máy" }]);
  });

  it("is offered only where the body allows it, and what it allows first is chosen", () => {
    const practice: Practice = { modes: ["UNNAMED", "SECRET"], weights: false, delegations: 0, chairAnswers: "AS_LISTED", secrecy: { fewest: 3, few: 10 }, substitutes: "NONE", rules: [] };
    room.view = { ...prepared(), franchise: { ...prepared().franchise, practice } };
    desk.write({ writing: true });
    draw();
    expect([...page.querySelectorAll<HTMLInputElement>("input[name=mode]")].map((one) => [one.dataset["testid"], one.checked])).toEqual([["mode-UNNAMED", true], ["mode-SECRET", false]]);
  });
});

// @vitest-environment happy-dom
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { NsNotices } from "client-kit/ui/notices.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { Desk } from "./desk.ts";
import { FakeRoom, HOST, item, meeting, mine, paper, vote } from "./testing.ts";

const seated = (table: FakeRoom): Desk => { const desk = new Desk(HOST, table, "me"); desk.hostConnected(); return desk; };
const voting = (over: Partial<MeetingView["votes"]> = {}, state: "OPEN" | "CLOSED" = "OPEN"): MeetingView => ({ ...meeting({ inHand: "i1" }), votes: { order: ["v1"], votes: { v1: vote({ state }) }, running: "v1", ...over } });

beforeEach(() => { localStorage.clear(); sessionStorage.clear(); });

describe("the desk", () => {
  it("a vote that opens takes the sheet, and leaves the page where it was", () => {
    const table = new FakeRoom();
    const desk = seated(table);
    desk.open({ kind: "paper", paper: "p1b" });
    desk.show("floor");
    table.becomes(voting());
    expect([desk.voteSheet, desk.sheet, desk.place]).toEqual([{ vote: "v1", open: true }, null, { kind: "paper", paper: "p1b" }]);
  });

  it("a ballot is sending from the tap until the server's receipt, and can't be cast twice meanwhile", () => {
    const table = new FakeRoom();
    const desk = seated(table);
    table.becomes(voting());
    desk.fill("v1", { marks: ["for"], words: "" }, true);
    desk.cast("v1", { marks: ["for"], words: "" });
    expect(table.given).toEqual([{ type: "castBallot", vote: "v1", marks: ["for"], words: "" }]);
    expect(desk.ballot("v1")).toEqual({ at: "sending", filled: { marks: ["for"], words: "" }, kept: true });
    table.sending = [];
    table.mine = mine({ entitled: ["v1"], ballots: { v1: { code: "K7M2", seq: 4, at: 1 } } });
    expect(desk.ballot("v1")?.at).toBe("recorded");
  });

  it("opens where its reader was, after a reload", () => {
    const table = new FakeRoom();
    seated(table).open({ kind: "paper", paper: "p2" });
    const again = seated(new FakeRoom());
    expect(again.kept).toEqual({ place: { kind: "paper", paper: "p2" }, away: true });
    again.rejoin();
    expect(again.kept).toEqual({ place: { kind: "paper", paper: "p1" }, away: false });
  });

  it("goes along with the meeting, and remembers which papers were opened", () => {
    const table = new FakeRoom();
    const desk = seated(table);
    table.becomes(meeting({ inHand: "i2" }));
    expect(desk.place).toEqual({ kind: "paper", paper: "p2" });
    expect([...desk.memory.opened].sort()).toEqual(["p1", "p2"]);
    table.becomes(meeting({ inHand: "i3", items: { i3: item("1") } }));
    expect(desk.place).toEqual({ kind: "item", item: "i3" });
  });

  it("who looks for a note or a page and is taken elsewhere no longer looks for it: coming back later he follows as before", () => {
    const table = new FakeRoom();
    const desk = seated(table);
    desk.openNote({ paper: "p1b", page: 4, bounds: [0, 0, 10, 10] });
    desk.found = { paper: "p1b", page: 4 };
    desk.open({ kind: "paper", paper: "p1b" });
    expect([desk.sought?.page, desk.found?.page]).toEqual([4, 4]);
    desk.open({ kind: "paper", paper: "p2" });
    expect([desk.sought, desk.found]).toEqual([null, null]);
  });

  it("tells who reads a paper that is taken back by whom and why, and of one that is closed to him no more than that", async () => {
    const region = new NsNotices();
    document.body.append(region);
    const taken = (withdrew: boolean): MeetingView => {
      const view = meeting({ inHand: "i1", papers: { p1: paper("i1"), p1b: paper("i1", { status: "WITHDRAWN" }), p2: paper("i2") } });
      return { ...view, head: { ...view.head, revisions: [{ at: 0, by: "Giang", reason: "Có sai sót", ...(withdrew ? { withdrew: { paper: "p1b", title: "" } } : {}) }] } };
    };
    for (const [withdrew, says] of [[true, /^Giang đã thu hồi tài liệu “Tài liệu của i1” lúc .*\. Lý do: Có sai sót$/], [false, /^Tài liệu “Tài liệu của i1” không còn mở cho đồng chí\.$/]] as const) {
      const table = new FakeRoom();
      seated(table).open({ kind: "paper", paper: "p1b" });
      table.becomes(taken(withdrew));
      await region.updateComplete;
      expect([...region.querySelectorAll("p")].at(-1)?.textContent).toMatch(says);
    }
    region.remove();
  });

  it("a result that was seen does not come up again after a reload", () => {
    const table = new FakeRoom();
    const desk = seated(table);
    const over = { ...voting({}, "CLOSED"), stage: { scene: "RESULT" as const, result: "v1", seats: false } };
    delete over.votes.running;
    table.becomes(over);
    expect(desk.voteSheet.open).toBe(true);
    desk.hideVote();
    const later = new FakeRoom();
    later.view = over;
    expect(seated(later).voteSheet.open).toBe(false);
  });
});

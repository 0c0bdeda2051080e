import { describe, expect, it } from "vitest";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { attention, NO_VOTE } from "./attention.ts";
import { meeting, vote } from "./testing.ts";

const withVote = (over: { running?: string; result?: string } = {}): MeetingView => {
  const view = meeting();
  return { ...view, votes: { order: ["v1"], votes: { v1: vote() }, ...(over.running ? { running: over.running } : {}) }, stage: { ...view.stage, ...(over.result ? { result: over.result } : {}) } };
};
const none = new Set<string>();

describe("the vote sheet", () => {
  it("comes up by itself when a vote opens, also for a tablet that comes late", () => {
    expect(attention(withVote(), withVote({ running: "v1" }), NO_VOTE, none)).toEqual({ vote: "v1", open: true });
    expect(attention(null, withVote({ running: "v1" }), NO_VOTE, none)).toEqual({ vote: "v1", open: true });
  });
  it("stays folded away while the same vote goes on", () => {
    const folded = { vote: "v1", open: false };
    expect(attention(withVote({ running: "v1" }), withVote({ running: "v1" }), folded, none)).toBe(folded);
  });
  it("turns into the result the moment it is there, and is not brought up again by a reload once seen", () => {
    expect(attention(withVote({ running: "v1" }), withVote({ result: "v1" }), { vote: "v1", open: true }, none)).toEqual({ vote: "v1", open: true });
    expect(attention(null, withVote({ result: "v1" }), NO_VOTE, new Set(["v1"])).open).toBe(false);
  });
  it("comes up once more when what was being counted has a result", () => {
    const counted = (state: "COUNTING" | "CLOSED"): MeetingView => { const view = withVote({ result: "v1" }); return { ...view, votes: { ...view.votes, votes: { v1: vote({ mode: "SECRET", state }) } } }; };
    const folded = { vote: "v1", open: false };
    expect(attention(counted("COUNTING"), counted("COUNTING"), folded, none)).toBe(folded);
    expect(attention(counted("COUNTING"), counted("CLOSED"), folded, none)).toEqual({ vote: "v1", open: true });
  });
  it("goes away when the chair clears the result", () => {
    expect(attention(withVote({ result: "v1" }), withVote(), { vote: "v1", open: true }, none)).toEqual(NO_VOTE);
  });
  it("a result that its reader looks at again is not taken away by other changes", () => {
    const looking = { vote: "v1", open: true };
    expect(attention(withVote(), withVote(), looking, none)).toBe(looking);
  });
});

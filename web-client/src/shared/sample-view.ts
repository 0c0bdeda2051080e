import type { ItemView, MeetingView, PersonView, VoteView } from "client-kit/proto/protocol.ts";

/** Small whole views for tests. */
export const sampleItem = (more: Partial<ItemView> = {}): ItemView => ({
  number: "1", title: "Nội dung", kind: "REPORT", presenter: "", unit: "", plannedMinutes: 10, visibility: "EVERYONE", progress: "TO_COME", spentMs: 0, papers: [], ...more,
});

export const samplePerson = (more: Partial<PersonView> = {}): PersonView => ({ name: "Nguyễn Văn An", title: "", unit: "", role: "MEMBER", votes: true, late: false, ...more });

export const sampleVote = (more: Partial<VoteView> = {}): VoteView => ({
  question: "Thông qua?", mode: "OPEN", form: { kind: "answers", set: "LEGAL" }, contests: [], rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" },
  quorum: { numerator: 2, denominator: 3 }, state: "PREPARED", members: 27, entitled: 0, recused: [], holders: {}, substituted: [], weights: {}, received: 0, ...more,
});

export function sampleView(more: Partial<MeetingView> = {}): MeetingView {
  return {
    head: {
      id: "m1", title: "Phiên họp", kind: "REGULAR", bodyId: "b1", bodyName: "Ban Chỉ đạo", parentAgency: "", place: "", room: "", startsAt: 0, endsAt: 3_600_000,
      phase: "IN_SESSION", openedWithoutQuorum: false, revisions: [], rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" }, quorum: { numerator: 2, denominator: 3 },
    },
    people: { order: [], people: {}, quorum: { members: 27, present: 20, needed: 18, met: true }, presentCount: 20, graceMinutes: 1 },
    agenda: { order: ["a", "b", "b1", "c"], items: { a: sampleItem(), b: sampleItem({ plannedMinutes: 0 }), b1: sampleItem({ parent: "b" }), c: sampleItem() } },
    papers: { papers: {} },
    floor: { list: "OPEN", rules: { discussion: { first: 0, later: 0 }, question: { first: 0, later: 0 }, reply: { first: 0, later: 0 }, pointOfOrder: { first: 0, later: 0 }, turnsPerItem: 0, itemMinutes: 0, warnSeconds: 60 }, order: [], requests: {}, spokenMs: {}, turns: {}, opinions: {} },
    votes: { order: [], votes: {} },
    stage: { scene: "ITEM", seats: false },
    seats: { order: [], seats: {} }, circulation: { extensions: [], reminded: {}, takenUp: {} }, beforehand: { asked: {}, opinions: {}, compilations: {} }, tasks: { tasks: [] }, indicators: { beside: {} }, retention: { destroyed: [] }, documents: { documents: [] },
    conclusions: { byItem: {} },
    recusals: { items: {} },
    franchise: { mayHold: 0, weights: {}, delegations: {}, substitutes: "NONE", substitutions: {} },
    ...more,
  };
}

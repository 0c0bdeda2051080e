// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import type { Ceremony, Trust, VoteView } from "client-kit/proto/protocol.ts";
import { readPoll } from "client-kit/secret/poll.ts";
import { TrusteeSetup } from "client-kit/secret/trustee.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Desk } from "../meeting/desk.ts";
import { FakeRoom, HOST, meeting, mine, vote } from "../meeting/testing.ts";
import { factsOf, SecretRoom } from "./secret-room.ts";

const poll = { contests: [{ id: "motion", least: 1, marks: ["for", "against"], most: 1 }], id: "m:v1:1", minimum: 3, trustees: ["an", "me", "chi"], v: 1 };
const NONE: Ceremony = { announcements: [], commits: [], confirms: [], deals: [] };
const trust = (over: Partial<Trust> = {}): Trust => ({ vote: "v1", question: "Thông qua?", number: 2, attempt: 1, state: "PREPARED", due: "COMMIT", poll, published: NONE, ...over });
const secretVote = (over: Partial<NonNullable<VoteView["secret"]>> = {}): VoteView =>
  vote({ mode: "SECRET", state: "PREPARED", secret: { trustees: poll.trustees, attempt: 1, waitingFor: [], fewest: 3, ready: false, decrypted: [], cautions: [], counted: false, ...over } });
const COMMITS = ["a", "b", "c"];

describe("what a trustee's tablet is told", () => {
  it("is whole rounds, and of the present one who has sent", () => {
    expect(factsOf(trust(), secretVote({ waitingFor: ["me", "chi"] })).published.sent).toEqual({ commits: [1], announcements: [], deals: [], confirms: [] });
    const { due: _, ...waits } = trust({ published: { ...NONE, commits: COMMITS } });
    expect(factsOf(waits, secretVote({ waitingFor: ["chi"] })).published.sent).toEqual({ commits: [1, 2, 3], announcements: [1, 2], deals: [], confirms: [] });
    // who doesn't lead has no view of a prepared vote: of the others nothing is known
    expect(factsOf(waits, undefined).published.sent).toEqual({ commits: [1, 2, 3], announcements: [2], deals: [], confirms: [] });
  });

  it("is whose part of the count is there", () => {
    const facts = factsOf(trust({ state: "COUNTING", due: "DECRYPT" }), secretVote({ decrypted: ["chi"] }));
    expect([facts.at, facts.decrypted]).toEqual(["counting", [3]]);
    expect(factsOf(trust({ state: "CANCELLED" }), undefined).at).toBe("over");
  });
});

describe("the secret votes of a tablet", () => {
  let room: FakeRoom;
  let desk: Desk;
  beforeEach(() => {
    localStorage.clear();
    room = new FakeRoom();
    room.mine = mine({ trusts: [trust()] });
    desk = new Desk(HOST, room, "me");
  });

  it("sends the own commitment once by itself, also over a reload, and goes on when all three are there", async () => {
    const secret = new SecretRoom(desk);
    secret.feed();
    await vi.waitFor(() => expect(room.given).toHaveLength(1));
    const [given] = room.given;
    expect(given).toMatchObject({ type: "commitKey", vote: "v1", attempt: 1 });
    secret.feed();
    // as after a reload, with the commitment still on its way
    const drawn = vi.spyOn(desk, "write");
    new SecretRoom(desk).feed();
    await vi.waitFor(() => expect(drawn).toHaveBeenCalled());
    expect(room.given).toHaveLength(1);
    const others = [TrusteeSetup.begin(readPoll(poll), 1), TrusteeSetup.begin(readPoll(poll), 3)] as const;
    const commits = [others[0].commit(), given?.type === "commitKey" ? given.commit : "", others[1].commit()];
    room.sending = [];
    room.mine = mine({ trusts: [trust({ due: "ANNOUNCE", published: { ...NONE, commits } })] });
    secret.feed();
    await vi.waitFor(() => expect(room.given[1]).toMatchObject({ type: "announceKey" }));
  });

  it("takes the own code of a ballot that was refused for no receipt", () => {
    const secret = new SecretRoom(desk);
    room.view = { ...meeting(), votes: { order: ["v1"], votes: { v1: vote({ mode: "SECRET" }) } } };
    secret.codes.keep("v1", "me", "K7M2XYZ9");
    secret.feed();
    expect(secret.codes.of("v1", "me")).toBe("K7M2XYZ9");
    room.refused = [{ id: "c1", command: { type: "castSecretBallot", vote: "v1", ballot: { contests: [], voter: "me" } }, code: "ALREADY_VOTED", text: "" }];
    secret.feed();
    expect(secret.codes.of("v1", "me")).toBeNull();
  });
});

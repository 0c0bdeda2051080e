// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import type { Ceremony, SealedBallot, Trust, VoteView } from "client-kit/proto/protocol.ts";
import { readPoll } from "client-kit/secret/poll.ts";
import { TrusteeSetup } from "client-kit/secret/trustee.ts";
import { type KeyRow, keyShelf } from "client-kit/store/key-shelf.ts";
import { render } from "lit";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Desk } from "../meeting/desk.ts";
import { FakeRoom, HOST, meeting, mine, vote } from "../meeting/testing.ts";
import { feedSecret } from "../vote/secret-part.ts";
import { heldCheck, sealedView } from "./booth-view.ts";
import { castFrom, factsOf, SecretRoom, secretOf } from "./secret-room.ts";

const poll = { contests: [{ id: "motion", least: 1, marks: ["for", "against"], most: 1 }], id: "m:v1:1", minimum: 3, trustees: ["an", "me", "chi"], v: 3, weights: [],
  words: { question: "Miễn nhiệm?", contests: [{ label: { vi: "", en: "" }, marks: [{ label: { vi: "Tán thành", en: "For" }, meaning: "FOR" as const }, { label: { vi: "Không", en: "Against" }, meaning: "AGAINST" as const }] }] } };
const NONE: Ceremony = { announcements: [], commits: [], confirms: [], deals: [] };
const trust = (over: Partial<Trust> = {}): Trust => ({ vote: "v1", question: "Thông qua?", number: 2, attempt: 1, state: "PREPARED", due: "COMMIT", poll, published: NONE, ...over });
const secretVote = (over: Partial<NonNullable<VoteView["secret"]>> = {}): VoteView =>
  vote({ mode: "SECRET", state: "PREPARED", secret: { trustees: poll.trustees, attempt: 1, waitingFor: [], fewest: 3, ready: false, decrypted: [], cautions: [], counted: false, ...over } });
const COMMITS = ["a", "b", "c"];
const ballot = (a: string): SealedBallot => ({ contests: [{ marks: [{ a, b: "", c: [], s: [] }], sum: { c: [], s: [] } }], voter: "me" });

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

  it("says nothing of a key part that another page of its holder has sent first, and everything of one that is refused", () => {
    const secret = new SecretRoom(desk);
    const confirm = (id: string, code: string) => ({ id, command: { type: "commitKey" as const, vote: "v1", attempt: 1, commit: "00" }, code, text: "" });
    room.refused = [confirm("c1", "KEY_STEP_DONE"), confirm("c2", "KEY_PART_WRONG")];
    secret.feed();
    expect(room.refused.map(({ id }) => id)).toEqual(["c2"]);
  });

  it("takes the code of a ballot that was refused for no receipt, but not that of one sent later", () => {
    const secret = new SecretRoom(desk);
    room.view = { ...meeting(), votes: { order: ["v1"], votes: { v1: vote({ mode: "SECRET" }) } } };
    secret.codes.keep("v1", ballot("02aa"), "K7M2XYZ9K7M2XYZ9");
    secret.feed();
    expect(secret.codes.of("v1", "me")).toBe("K7M2XYZ9K7M2XYZ9");
    room.refused = [{ id: "c1", command: { type: "castSecretBallot", vote: "v1", ballot: ballot("02aa") }, code: "VOTE_NOT_OPEN", text: "" }];
    secret.feed();
    expect(secret.codes.of("v1", "me")).toBeNull();
    // the vote goes on, another ballot is sent, and the page is loaded anew with the old refusal still there
    secret.codes.keep("v1", ballot("02bb"), "ABCDEFGH12345678");
    secret.feed();
    new SecretRoom(desk).feed();
    expect(secret.codes.of("v1", "me")).toBe("ABCDEFGH12345678");
  });

  it("keeps the own code, and shows it beside the other one, when the server has another ballot already", () => {
    const secret = secretOf(desk);
    room.view = { ...meeting(), votes: { order: ["v1"], votes: { v1: vote({ mode: "SECRET" }) } } };
    room.mine = mine({ entitled: ["v1"], ballots: { v1: { code: "THEIRS0000000000", seq: 9, at: 0 } }, held: [{ vote: "v1", person: "an", receipt: { code: "THEIRS1111111111", seq: 9, at: 0 } }] });
    secret.codes.keep("v1", ballot("02aa"), "K7M2XYZ9K7M2XYZ9");
    secret.codes.keep("v1", { ...ballot("02cc"), voter: "an" }, "ABCDEFGH12345678");
    room.refused = [{ id: "c1", command: { type: "castSecretBallot", vote: "v1", ballot: ballot("02aa") }, code: "ALREADY_VOTED", text: "" }];
    secret.feed();
    expect(castFrom(desk, "v1")).toEqual(["K7M2XYZ9K7M2XYZ9", "ABCDEFGH12345678"]);
    const told = (part: unknown): string => {
      render(part, document.body);
      return document.body.textContent ?? "";
    };
    expect(told(sealedView(desk, "v1", vote({ mode: "SECRET" }), { at: "recorded", receipt: room.mine.ballots["v1"]! }))).toMatch(/THEIRS0000000000.*K7M2XYZ9K7M2XYZ9/);
    expect(told(heldCheck(desk, "v1", "an", "THEIRS1111111111", undefined))).toMatch(/THEIRS1111111111.*ABCDEFGH12345678/);
    expect(told(heldCheck(desk, "v1", "an", "ABCDEFGH12345678", ["ABCDEFGH12345678"])).trim()).toBe("");
    expect(told(heldCheck(desk, "v1", "an", "ABCDEFGH12345678", ["THEIRS1111111111"]))).not.toBe("");
  });

  it("says why a step was not taken, and does it again when its owner wants", async () => {
    const secret = new SecretRoom(desk);
    secret.feed();
    await vi.waitFor(() => expect(room.given).toHaveLength(1));
    await vi.waitFor(() => expect(secret.offices[0]!.flow.stage.at).toBe("working"));
    room.refuses("TRY_AGAIN", "not taken");
    secret.feed();
    expect(secret.offices[0]!.flow.stage).toEqual({ at: "trouble", text: "not taken" });
    secret.offices[0]!.flow.again();
    await vi.waitFor(() => expect(room.given).toHaveLength(2));
    expect(room.given[1]).toEqual(room.given[0]);
    // the same refusal is heard once
    secret.feed();
    await vi.waitFor(() => expect(secret.offices[0]!.flow.stage.at).toBe("working"));
  });

  it("counts checked ballots, and those which the server counts elsewhere", () => {
    const { codes } = new SecretRoom(desk);
    for (let n = 0; n < 2; n++) codes.checked("v1", "me", 1);
    room.refused = [{ id: "c1", command: { type: "spoilBallot", vote: "v1", ballot: ballot("02aa") }, code: "VOTE_NOT_OPEN", text: "" }];
    new SecretRoom(desk).feed();
    expect(codes.checked("v1", "me")).toBe(1);
    room.refused = [{ id: "c2", command: { type: "spoilBallot", vote: "v1", ballot: ballot("02aa") }, code: "TOO_MANY", text: "" }];
    const secret = new SecretRoom(desk);
    secret.feed();
    expect(secret.booth("v1", "me").mayCheck).toBe(false);
  });

  it("wipes the keys of votes that are over or were removed, once the server is heard", async () => {
    const row = (poll: string): KeyRow => ({ person: "me", poll });
    for (const poll of ["m:v1:1", "m:v2:1", "other:v9:1"]) await keyShelf.begin(row(poll));
    feedSecret(desk);
    await vi.waitFor(async () => expect(await keyShelf.of("me", "m:v2:1")).toBeUndefined());
    expect(await keyShelf.of("me", "m:v1:1")).toBeDefined();
    room.mine = mine({ trusts: [] });
    feedSecret(desk);
    await vi.waitFor(async () => expect(await keyShelf.of("me", "m:v1:1")).toBeUndefined());
    expect(await keyShelf.of("me", "other:v9:1")).toBeDefined();
  });
});

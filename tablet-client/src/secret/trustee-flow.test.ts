import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import type { Ballot } from "client-kit/secret/ballot.ts";
import { openElection } from "client-kit/secret/ceremony.ts";
import type { Partial } from "client-kit/secret/decrypt.ts";
import { KeyShelf } from "client-kit/store/key-shelf.ts";
import type { Poll } from "client-kit/secret/poll.ts";
import { seal } from "client-kit/secret/seal.ts";
import { type Round, type Standing, TrusteeDesk } from "client-kit/secret/trustee-desk.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type TrusteeFacts, TrusteeFlow, type TrusteeStage } from "./trustee-flow.ts";

const poll: Poll = { contests: [{ id: "c", least: 1, marks: ["for", "against"], most: 1 }], id: "p", minimum: 3, trustees: ["an", "binh", "chi"], v: 3, weights: [], words: "0f".repeat(32) };
/** As a meeting sends it; read by nobody here. */
const asked = { contests: [], id: "p", minimum: 3, trustees: [], v: 3 };
const ROUNDS: readonly Round[] = ["commits", "announcements", "deals", "confirms"];

/** A server that carries the ceremony as ours does: nothing of a round is shown before it is whole. */
class Carrier {
  readonly rows = new Map<Round, Map<number, unknown>>(ROUNDS.map((round) => [round, new Map()]));
  readonly decrypted: Partial[] = [];
  at: TrusteeFacts["at"] = "ceremony";
  ballots: Ballot[] = [];
  readonly flows: TrusteeFlow[] = [];

  facts(): TrusteeFacts {
    const each = <T>(of: (row: Map<number, unknown>) => T): Record<Round, T> => Object.fromEntries(ROUNDS.map((round) => [round, of(this.rows.get(round)!)])) as Record<Round, T>;
    return {
      at: this.at, decrypted: this.decrypted.map(({ trustee }) => trustee),
      published: { ...each((row) => (row.size < 3 ? [] : [1, 2, 3].map((number) => row.get(number)))), sent: each((row) => [...row.keys()].sort()) },
    };
  }

  take(round: Round, number: number, value: unknown): void {
    if (!this.rows.get(round)!.has(number)) this.rows.get(round)!.set(number, value);
    queueMicrotask(() => this.tell());
  }

  tell(): void { for (const flow of this.flows) flow.feed(this.facts()); }

  election() {
    const { announcements, commits, confirms, deals } = this.facts().published;
    return openElection(poll, { announcements, commits, confirms, deals }, [{ id: "a", weight: 1 }, { id: "b", weight: 1 }, { id: "c", weight: 1 }]);
  }

  seat(person: string, shelf: KeyShelf): TrusteeFlow {
    const number = poll.trustees.indexOf(person) + 1;
    const flow: TrusteeFlow = new TrusteeFlow({
      desk: new TrusteeDesk(poll, person, shelf), asked, number, memory: shelf.memory(person),
      send: (step) => this.take(step.round, number, step.round === "commits" ? step.commit : step.round === "announcements" ? step.announcement : step.round === "deals" ? step.deals : step.confirm),
      sendDecryption: (part) => { this.decrypted.push(part); queueMicrotask(() => this.tell()); },
      ballots: async () => ({ election: this.election(), ballots: this.ballots }),
      sentence: String, changed: () => undefined,
    });
    this.flows.push(flow);
    return flow;
  }
}

const reaches = async <A extends TrusteeStage["at"]>(flow: TrusteeFlow, at: A): Promise<Extract<TrusteeStage, { at: A }>> => {
  await vi.waitFor(() => expect(flow.stage.at).toBe(at), { timeout: 5_000 });
  return flow.stage as Extract<TrusteeStage, { at: A }>;
};

let shelves: KeyShelf[];
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  shelves = poll.trustees.map((person) => new KeyShelf(person));
});
afterEach(async () => {
  for (const shelf of shelves) await shelf.close();
  vi.unstubAllGlobals();
});

async function opened(): Promise<{ carrier: Carrier; flows: TrusteeFlow[] }> {
  const carrier = new Carrier();
  const flows = poll.trustees.map((person, at) => carrier.seat(person, shelves[at]!));
  carrier.tell();
  for (const flow of flows) await reaches(flow, "compare");
  for (const flow of flows) await flow.confirm();
  for (const flow of flows) await reaches(flow, "ready");
  const election = carrier.election();
  for (const [voter, set] of [["a", [[1, 0]]], ["b", [[0, 1]]], ["c", [[1, 0]]]] as const) carrier.ballots.push((await seal(election, voter, set)).cast());
  carrier.at = "voting";
  carrier.tell();
  return { carrier, flows };
}

describe("a trustee's tablet", () => {
  it("goes through the ceremony by itself up to the key code, and through the count up to the ballots' code", async () => {
    const { carrier, flows } = await opened();
    carrier.at = "counting";
    carrier.tell();
    const codes = new Set<string>();
    for (const flow of flows) codes.add((await reaches(flow, "agree")).ballotsCode);
    expect(codes.size).toBe(1);
    expect(carrier.decrypted).toEqual([]);
    flows[0]!.agree();
    await reaches(flows[0]!, "decrypted");
    flows[2]!.agree();
    await reaches(flows[2]!, "decrypted");
    expect(carrier.decrypted.map(({ trustee }) => trustee)).toEqual([1, 3]);
    // two are enough: the third one's tablet asks no more
    carrier.at = "over";
    carrier.tell();
    for (const flow of flows) await reaches(flow, "over");
  });

  it("does not send a part that has come while it made the same once more", async () => {
    const made: ((standing: Standing) => void)[] = [];
    const sent: Round[] = [];
    const flow = new TrusteeFlow({
      desk: { poll, next: () => new Promise<Standing>((resolve) => { made.push(resolve); }) } as unknown as TrusteeDesk,
      asked, number: 1, memory: shelves[0]!.memory("an"), send: (step) => { sent.push(step.round); }, sendDecryption: () => undefined,
      ballots: () => Promise.reject(new Error("none")), sentence: String, changed: () => undefined,
    });
    const facts = (...deals: number[]): TrusteeFacts => ({ at: "ceremony", decrypted: [], published: { commits: [], announcements: [], deals: [], confirms: [], sent: { commits: [1, 2, 3], announcements: [1, 2, 3], deals, confirms: [] } } });
    const deals: Standing = { at: "send", step: { round: "deals", deals: [] } };
    flow.feed(facts());
    made[0]!(deals);
    await vi.waitFor(() => expect(sent).toEqual(["deals"]));
    // another's part comes before the own one is seen to have come, which then comes while it is made again
    await vi.waitFor(() => { flow.feed(facts(2)); expect(made).toHaveLength(2); });
    flow.feed(facts(1, 2));
    made[1]!(deals);
    await vi.waitFor(() => expect(made).toHaveLength(3));
    expect(sent).toEqual(["deals"]);
  });

  it("decrypts nothing of a set in which a ballot was changed", async () => {
    const { carrier, flows } = await opened();
    const [first, second, third] = carrier.ballots as [Ballot, Ballot, Ballot];
    carrier.ballots = [first, { ...third, voter: "b" }, third];
    expect(second.voter).toBe("b");
    carrier.at = "counting";
    carrier.tell();
    expect((await reaches(flows[0]!, "faulty")).why.check).toBe("marks");
    flows[0]!.agree();
    expect(carrier.decrypted).toEqual([]);
  });

  it("says so when the device that holds the key is another one", async () => {
    const { carrier } = await opened();
    carrier.at = "counting";
    const elsewhere = carrier.seat("an", new KeyShelf("another device"));
    elsewhere.feed(carrier.facts());
    await reaches(elsewhere, "elsewhere");
  });
});

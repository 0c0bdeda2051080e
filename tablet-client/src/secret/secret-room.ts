import { http, sentenceOf } from "client-kit/net/index.ts";
import type { SealedBallot, Trust, TrusteeStep, VoteView } from "client-kit/proto/protocol.ts";
import { type Election, openElection } from "client-kit/secret/ceremony.ts";
import { CheckFailed } from "client-kit/secret/fault.ts";
import { keyShelf } from "client-kit/store/key-shelf.ts";
import { readPoll } from "client-kit/secret/poll.ts";
import { type Published, type Round, TrusteeDesk } from "client-kit/secret/trustee-desk.ts";
import { StoreFailure } from "client-kit/store/database.ts";
import { notify } from "client-kit/ui/notices.ts";
import type { Desk } from "../meeting/desk.ts";
import type { Refused } from "../meeting/room.ts";
import { Booth } from "./booth.ts";
import { ballotsAddress, type ElectionFile, electionAddress } from "client-kit/meeting/secret-addresses.ts";
import { ownCodes } from "../vote/own-codes.ts";
import { wordsHash } from "client-kit/secret/words.ts";
import { say, t } from "./texts.ts";
import { TrusteeFlow, type TrusteeFacts } from "./trustee-flow.ts";

/** Where a device that could not be reached is asked again. */
const AGAIN_MS = 5_000;
const ROUNDS: readonly (readonly [Round, TrusteeStep])[] = [["commits", "COMMIT"], ["announcements", "ANNOUNCE"], ["deals", "DEAL"], ["confirms", "CONFIRM"]];
const ALL = [1, 2, 3];
/** Of one voter: `SpoilBallot.MOST` of the server. */
const CHECKS_MOST = 5;

/** The secret votes of one meeting on one tablet: the booths of those who vote, and what the holder does as a trustee. */
export class SecretRoom {
  readonly codes: ReturnType<typeof ownCodes>;
  readonly #booths = new Map<string, Booth>();
  readonly #flows = new Map<string, TrusteeFlow>();
  readonly #elections = new Map<string, { readonly loading: Promise<Election>; failedAt: number; keyCode?: string }>();
  readonly #shown = new Set<string>();
  /** By vote the hashes of all words that stood on this screen while it ran. */
  readonly #words = new Map<string, Set<string>>();
  /** Refusals that were acted on. */
  readonly #heard = new Set<string>();

  constructor(private readonly desk: Desk) {
    this.codes = ownCodes(this.#person, desk.room.meeting);
  }

  get #person(): string { return this.desk.room.mine!.person; }

  /** The flows of this person's offices, in the order of the votes. */
  get offices(): readonly { readonly trust: Trust; readonly flow: TrusteeFlow }[] {
    return this.desk.room.mine!.trusts.map((trust) => ({ trust, flow: this.#flow(trust) }));
  }

  /** Keeps the trustee's part going, and has the keys of a running vote here before they are needed. */
  feed(): void {
    const { view, mine, link } = this.desk.room;
    if (!view || !mine) return;
    for (const { trust, flow } of this.offices) {
      flow.feed(factsOf(trust, view.votes.votes[trust.vote]));
      this.#attend(trust, flow);
    }
    for (const refusal of this.desk.room.refused) this.#refused(refusal);
    this.#retire(mine.trusts);
    const running = view.votes.running;
    if (running !== undefined && view.votes.votes[running]?.mode === "SECRET") this.#read(running, view.votes.votes[running]);
    if (running !== undefined && view.votes.votes[running]?.mode === "SECRET" && mine.entitled.includes(running) && link === "open") void this.election(running).catch(() => undefined);
  }

  /** Words that a voter has read once count for good: a server can't show others for the time of choosing. */
  #read(vote: string, shown: VoteView): ReadonlySet<string> {
    let read = this.#words.get(vote);
    if (!read) this.#words.set(vote, (read = new Set()));
    return read.add(wordsHash(shown));
  }

  /** Ways of ceremonies that were given up, and of votes that are over. */
  #retire(trusts: readonly Trust[]): void {
    for (const [key, flow] of this.#flows) {
      if (trusts.some((trust) => keyOf(trust) === key)) continue;
      flow.feed({ at: "over", published: NOTHING, decrypted: [] });
      if (this.desk.room.view!.votes.votes[key.slice(0, key.lastIndexOf("/"))]?.state === "CLOSED") notify({ text: t("trusteeOver") });
      this.#flows.delete(key);
    }
  }

  #refused({ id, command, code, text }: Refused): void {
    if (this.#heard.has(id)) return;
    this.#heard.add(id);
    switch (command.type) {
      case "castSecretBallot":
        // who has voted already according to the server keeps the own code, to compare it with that of the ballot that is recorded
        if (code !== "ALREADY_VOTED") this.codes.drop(command.vote, command.ballot);
        return;
      case "spoilBallot":
        this.codes.checked(command.vote, command.ballot.voter, code === "TOO_MANY" ? CHECKS_MOST : -1);
        this.booth(command.vote, command.ballot.voter).refused(command.ballot, text);
        return;
      case "commitKey": case "announceKey": case "dealKey": case "confirmKey":
        // this page, or another of its holder, was first with the same: nothing that anybody has to know or do
        if (code === "KEY_STEP_DONE") this.desk.room.dismiss(id);
        else this.#flows.get(keyOf(command))?.refused(text);
        return;
      case "sendDecryption":
        if (code === "KEY_STEP_DONE") { this.desk.room.dismiss(id); return; }
        for (const { trust, flow } of this.offices) if (trust.vote === command.vote) flow.refused(text);
    }
  }

  /** The booth of one ballot: the own, or that of a member whose vote one holds. */
  booth(vote: string, voter: string): Booth {
    const key = `${vote}/${voter}`;
    let booth = this.#booths.get(key);
    if (!booth) {
      booth = new Booth({
        voter, election: () => this.election(vote), keyCode: () => this.desk.room.view!.votes.votes[vote]?.secret?.keyCode, sentence, shown: () => [...this.#read(vote, this.desk.room.view!.votes.votes[vote]!)], changed: () => this.desk.write({}),
        cast: (ballot, code) => {
          const sent = copy<SealedBallot>(ballot);
          this.codes.keep(vote, sent, code);
          this.desk.picked.delete(voter === this.#person ? vote : key);
          this.desk.give({ type: "castSecretBallot", vote, ballot: sent });
        },
        spoil: (ballot) => {
          this.codes.checked(vote, voter, 1);
          this.desk.give({ type: "spoilBallot", vote, ballot: copy(ballot) });
        },
        mayCheck: () => this.codes.checked(vote, voter) < CHECKS_MOST,
      });
      this.#booths.set(key, booth);
    }
    return booth;
  }

  /** The opened vote with its keys, verified here; asked for again a moment after it failed. */
  election(vote: string): Promise<Election> {
    const known = this.#elections.get(vote);
    if (known && (known.failedAt === 0 || performance.now() < known.failedAt + AGAIN_MS)) return known.loading;
    const loading = http.get<ElectionFile>(electionAddress(this.desk.room.meeting, vote)).then(({ poll, ceremony, voters }) => openElection(poll, ceremony, voters));
    const entry: { readonly loading: Promise<Election>; failedAt: number; keyCode?: string } = { loading, failedAt: 0 };
    this.#elections.set(vote, entry);
    loading.then(({ keys }) => { entry.keyCode = keys.code; this.desk.write({}); }, () => undefined);
    loading.catch(() => { entry.failedAt = performance.now(); });
    return loading;
  }

  /** Of the key that this device has worked out from what the trustees published; once it has. */
  keyCode(vote: string): string | undefined { return this.#elections.get(vote)?.keyCode; }

  /** Its sheet comes up once when its owner is needed, and stays away when it was put away. */
  #attend({ vote, state }: Trust, { stage }: TrusteeFlow): void {
    const wanted = stage.at === "compare" || stage.at === "void" || stage.at === "elsewhere";
    const key = `${vote} ${stage.at}`;
    if (!wanted || state !== "PREPARED" || this.#shown.has(key) || this.desk.sheet !== null || this.desk.voteSheet.open) return;
    this.#shown.add(key);
    this.desk.show("trustee");
  }

  #flow(trust: Trust): TrusteeFlow {
    const { vote, attempt, number } = trust;
    const key = keyOf(trust);
    let flow = this.#flows.get(key);
    if (!flow) {
      const person = this.#person;
      flow = new TrusteeFlow({
        desk: new TrusteeDesk(readPoll(trust.poll), person, keyShelf), asked: copy(trust.poll), number, memory: keyShelf.memory(person), sentence,
        changed: () => this.desk.write({}),
        send: (step) => {
          switch (step.round) {
            case "commits": this.#once({ type: "commitKey", vote, attempt, commit: step.commit }); return;
            case "announcements": this.#once({ type: "announceKey", vote, attempt, announcement: copy(step.announcement) }); return;
            case "deals": this.#once({ type: "dealKey", vote, attempt, deals: copy(step.deals) }); return;
            case "confirms": this.#once({ type: "confirmKey", vote, attempt, confirm: copy(step.confirm) });
          }
        },
        sendDecryption: (decryption) => this.#once({ type: "sendDecryption", vote, decryption: copy(decryption) }),
        ballots: async () => {
          const election = await this.election(vote);
          const { ballots } = await http.get<{ ballots: unknown[] }>(ballotsAddress(this.desk.room.meeting, vote), { timeoutMs: 120_000 });
          return { election, ballots };
        },
      });
      this.#flows.set(key, flow);
    }
    return flow;
  }

  /** What waits in the outbox, perhaps from before a reload, is not given a second time. */
  #once(command: Parameters<Desk["give"]>[0] & { readonly vote: string }): void {
    const waits = this.desk.room.sending.some((one) => one.command.type === command.type && "vote" in one.command && one.command.vote === command.vote);
    if (!waits) this.desk.give(command);
  }
}

const NOTHING: Published = { commits: [], announcements: [], deals: [], confirms: [], sent: { commits: [], announcements: [], deals: [], confirms: [] } };
/** Each ceremony of a vote has its own way. */
const keyOf = ({ vote, attempt }: Pick<Trust, "vote" | "attempt">): string => `${vote}/${attempt}`;
/** Lists of the protocol may be written to, those of the mathematics not. */
const copy = <T>(of: unknown): T => JSON.parse(JSON.stringify(of)) as T;

/** What the server shows to a trustee: whole rounds, and of the present one whether the own part or those of others are missing. */
export function factsOf({ number, due, state, published, poll: { trustees } }: Trust, vote: VoteView | undefined): TrusteeFacts {
  const at = state === "PREPARED" ? "ceremony" : state === "COUNTING" ? "counting" : state === "CLOSED" || state === "CANCELLED" ? "over" : "voting";
  const waited = (vote?.secret?.waitingFor ?? []).map((person) => trustees.indexOf(person) + 1);
  let whole = true;
  const sent = Object.fromEntries(ROUNDS.map(([round, step]) => {
    if (published[round].length === ALL.length) return [round, ALL];
    const here = whole;
    whole = false;
    if (!here) return [round, []];
    const numbers = ALL.filter((one) => (one === number ? due !== step : !waited.includes(one) && waited.length > 0));
    return [round, numbers];
  })) as unknown as Record<Round, readonly number[]>;
  return { at, published: { ...published, sent }, decrypted: (vote?.secret?.decrypted ?? []).map((person) => trustees.indexOf(person) + 1) };
}

/** What went wrong, in words; of a check what it looks at. */
export function sentence(failure: unknown): string {
  if (failure instanceof CheckFailed) return `${say("pollWrong")}: ${say(`check_${failure.check}`)}`;
  if (failure instanceof StoreFailure) return failure.message;
  return sentenceOf(failure);
}

const rooms = new WeakMap<Desk, SecretRoom>();

/** The receipt code of the own ballot as this device has computed it. */
export const ownCode = (desk: Desk, vote: string): string | undefined => secretOf(desk).codes.of(vote, desk.room.mine!.person) ?? undefined;

/** The codes of the ballots that were cast from here: the own one, else as the server has it, and those for members whose vote one holds. */
export function castFrom(desk: Desk, vote: string): string[] {
  const { person, ballots, held } = desk.room.mine!;
  const { codes } = secretOf(desk);
  const all = [codes.of(vote, person) ?? ballots[vote]?.code, ...held.filter((one) => one.vote === vote).map((one) => codes.of(vote, one.person) ?? one.receipt?.code)];
  return all.filter((code) => code !== undefined);
}

/** The one of this meeting. */
export function secretOf(desk: Desk): SecretRoom {
  let room = rooms.get(desk);
  if (!room) rooms.set(desk, (room = new SecretRoom(desk)));
  return room;
}

import type { Ballot } from "../../client-kit/src/secret/ballot.ts";
import { type Election, openElection } from "../../client-kit/src/secret/ceremony.ts";
import { setOf } from "../../client-kit/src/secret/opening.ts";
import { readPoll } from "../../client-kit/src/secret/poll.ts";
import { seal } from "../../client-kit/src/secret/seal.ts";
import { confirm, type TrusteeKey, TrusteeSetup } from "../../client-kit/src/secret/trustee.ts";
import type { Command, Mine, Motion, Trust } from "../../client-kit/src/proto/protocol.ts";
import type { Page } from "@playwright/test";
import { Booth } from "../roles/booth.ts";
import type { Hand } from "./hand.ts";
import { hello } from "./socket.ts";
import type { Lend } from "./test.ts";
import type { Gathering, World } from "./world.ts";

/**
 * Three trustees make the key of a vote by their own hands, with the tablets' mathematics and without their pages.
 *
 * @param mine what one of them is told of itself now
 */
export async function ceremony(hands: readonly Hand[], meeting: string, vote: string, mine: () => Promise<Mine>): Promise<TrusteeKey[]> {
  const now = async (): Promise<Trust> => {
    const trust = (await mine()).trusts.find((one) => one.vote === vote);
    if (!trust) throw new Error("no trustee of this vote");
    return trust;
  };
  const give = async (commands: readonly object[]): Promise<void> => { for (const [at, command] of commands.entries()) await hands[at]!.command(meeting, JSON.parse(JSON.stringify(command)) as Command); };
  const { poll, attempt } = await now();
  const setups = [1, 2, 3].map((number) => TrusteeSetup.begin(readPoll(poll), number));
  await give(setups.map((setup) => ({ type: "commitKey", vote, attempt, commit: setup.commit() })));
  const { commits } = (await now()).published;
  await give(setups.map((setup) => ({ type: "announceKey", vote, attempt, announcement: setup.announce(commits) })));
  const { announcements } = (await now()).published;
  await give(setups.map((setup) => ({ type: "dealKey", vote, attempt, deals: setup.deal(announcements) })));
  const { deals } = (await now()).published;
  const made = setups.map((setup) => setup.collect(deals));
  await give(made.map(({ key, keys }) => ({ type: "confirmKey", vote, attempt, confirm: confirm(key, keys) })));
  return made.map(({ key }) => key);
}

/** The keys of an opened vote, checked. */
export async function electionOf(hand: Hand, meeting: string, vote: string): Promise<Election> {
  const { poll, ceremony: published, voters } = await hand.get<{ poll: unknown; ceremony: unknown; voters: unknown }>(`/api/meetings/${meeting}/votes/${vote}/election`);
  return openElection(poll, published, voters);
}

export async function sealed(election: Election, voter: string, ...marks: readonly string[]): Promise<Ballot> {
  return (await seal(election, voter, setOf(election.poll, marks))).cast();
}

/** What the holder of a page is told of itself. */
const mineOf = async (page: Page, meeting: string): Promise<Mine> => (JSON.parse((await hello(page, meeting)).text) as { mine: Mine }).mine;

const RULE = { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" } as const;

type Asked = Pick<Motion, "question" | "form">;

const ASKED: Asked = { question: "Thông qua nhân sự", form: { kind: "answers", set: "LEGAL" } };
const VOTE = "v-secret";

/** An open meeting with one item in hand, to which Lan, Minh and the chair have come. */
async function inSession(world: World) {
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua nhân sự", { kind: "DECISION" });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(item);
  return { meeting, item };
}

async function prepare({ people: { lan, minh, chair, secretary } }: World, meeting: string, item: string, { question, form }: Asked): Promise<void> {
  await secretary.hand.command(meeting, { type: "prepareVote", vote: VOTE, motion: { question, item, mode: "SECRET", form, rule: RULE, quorum: { numerator: 2, denominator: 3 }, trustees: [lan.id, minh.id, chair.id] } });
}

/** An open meeting with one item and a prepared secret vote that waits for the key of its three trustees: Lan, Minh and the chair. */
export async function prepared(world: World, asked: Asked = ASKED) {
  const { meeting, item } = await inSession(world);
  await prepare(world, meeting.id, item, asked);
  return { meeting, vote: VOTE };
}

/**
 * The three trustees at their own tablets when a secret vote is prepared that waits for them.
 *
 * @param enter who else is there before it is
 */
export async function trusteesAt(world: World, lend: Lend, enter: (first: Booth, meeting: Gathering) => Promise<void> = () => Promise.resolve()) {
  const { lan, minh, chair } = world.people;
  const { meeting, item } = await inSession(world);
  const first = new Booth(await lend("tablet", lan));
  const second = new Booth(await lend("portrait", minh));
  const third = new Booth(await lend("tablet", chair));
  const trustees = [first, second, third];
  for (const one of trustees) await one.enter(meeting);
  await enter(first, meeting);
  await prepare(world, meeting.id, item, ASKED);
  return { meeting, vote: VOTE, first, second, third, trustees };
}

/** An opened secret vote whose key three hands have made. */
export async function underWay(world: World, lend: Lend, asked?: Asked) {
  const { lan, minh, chair, secretary } = world.people;
  const { meeting, vote } = await prepared(world, asked);
  const page = await lend("console", lan);
  await ceremony([lan.hand, minh.hand, chair.hand], meeting.id, vote, () => mineOf(page, meeting.id));
  await secretary.hand.command(meeting.id, { type: "openVote", vote, seconds: 0, withoutQuorum: false });
  const election = await electionOf(lan.hand, meeting.id, vote);
  return { meeting, vote, election };
}

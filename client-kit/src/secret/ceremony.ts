import { code, Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { bytes32, commitment, G, mod, O, type Point, point, pointHex, pointOrIdentity, scalar, times } from "./group.ts";
import { combine } from "./combine.ts";
import { checkWeights, type Poll, pollHash, readPoll, readVoters, TRUSTEES, type Voter } from "./poll.ts";
import { canonical, list, object } from "./shape.ts";

export interface Proof { readonly c: string; readonly s: string }
export interface Announcement { readonly coefficients: readonly string[]; readonly proofs: readonly Proof[]; readonly transport: string }
export interface Deal { readonly masked: string; readonly r: string }
export interface Share { readonly c: string; readonly d: string; readonly s: string }

/** What the three trustees published, each list in the order of their numbers. */
export interface Ceremony {
  readonly announcements: readonly Announcement[];
  readonly commits: readonly string[];
  readonly confirms: readonly Share[];
  readonly deals: readonly (readonly Deal[])[];
}

/** What a ceremony made: its hash Z, the key code, the election key K, and the trustees' public keys. */
export interface Keys { readonly ceremony: string; readonly code: string; readonly election: Point; readonly trustees: readonly Point[] }

/** A poll that is open: what is asked, under which keys, who may vote; `hash` is E. */
export interface Election { readonly poll: Poll; readonly keys: Keys; readonly voters: readonly Voter[]; readonly hash: string }

const TEST_NUMBER = 7n;
const KEY_WINDOW = 6;

/** Z. */
export const ceremonyHash = (poll: string, { commits, announcements, deals }: Omit<Ceremony, "confirms">): string =>
  new Digest("ceremony").hash(poll).text(canonical(commits)).text(canonical(announcements)).text(canonical(deals)).hex();

/** What trustees and voters compare. Deals are left out, since nobody is bound to them before: whoever makes some could try until a code comes out. */
export const keyCode = (poll: string, { commits, announcements }: Pick<Ceremony, "commits" | "announcements">): string =>
  code(new Digest("key-code").hash(poll).text(canonical(commits)).text(canonical(announcements)).hex());

export const commitHash = (poll: string, trustee: number, announcement: Announcement): string =>
  new Digest("commit").hash(poll).number(trustee).text(canonical(announcement)).hex();

export function readAnnouncement(value: unknown, name: string): Announcement {
  const { coefficients, proofs, transport } = object(value, ["coefficients", "proofs", "transport"], name);
  return {
    coefficients: list(coefficients, 2, 2, `${name}.coefficients`, (hex, of) => pointHex(point(hex, of))),
    proofs: list(proofs, TRUSTEES, TRUSTEES, `${name}.proofs`, readProof),
    transport: pointHex(point(transport, `${name}.transport`)),
  };
}

function readProof(value: unknown, name: string): Proof {
  const { c, s } = object(value, ["c", "s"], name);
  scalar(c, `${name}.c`);
  scalar(s, `${name}.s`);
  return { c: c as string, s: s as string };
}

export function readDeal(value: unknown, name: string): Deal {
  const { masked, r } = object(value, ["masked", "r"], name);
  return { masked: bytes32(masked, `${name}.masked`), r: pointHex(point(r, `${name}.r`)) };
}

export function readShare(value: unknown, name: string): Share {
  const { c, d, s } = object(value, ["c", "d", "s"], name);
  scalar(c, `${name}.c`);
  scalar(s, `${name}.s`);
  return { c: c as string, d: pointHex(pointOrIdentity(d, `${name}.d`)), s: s as string };
}

export function readCeremony(value: unknown): Ceremony {
  const { announcements, commits, confirms, deals } = object(value, ["announcements", "commits", "confirms", "deals"], "ceremony");
  return {
    announcements: list(announcements, TRUSTEES, TRUSTEES, "announcements", readAnnouncement),
    commits: list(commits, TRUSTEES, TRUSTEES, "commits", bytes32),
    confirms: list(confirms, TRUSTEES, TRUSTEES, "confirms", readShare),
    deals: list(deals, TRUSTEES, TRUSTEES, "deals", (row, name) => list(row, TRUSTEES - 1, TRUSTEES - 1, name, readDeal)),
  };
}

/** Announcements against what was committed to; checks 3 and 4. */
export function checkAnnouncements(poll: string, commits: readonly string[], announcements: readonly Announcement[]): void {
  announcements.forEach((announcement, at) =>
    must(commits[at] === commitHash(poll, at + 1, announcement), "commitments", `trustee ${at + 1} announced something else than was committed to`));
  announcements.forEach((announcement, at) => {
    const points = [...announcement.coefficients, announcement.transport].map((hex) => point(hex, "announced"));
    announcement.proofs.forEach((proof, k) => {
      const c = scalar(proof.c, "c");
      const u = commitment(G, scalar(proof.s, "s"), points[k]!, c);
      must(new Digest("possession").hash(poll).number(at + 1).number(k).points(...points, u).challenge() === c, "possession",
        `trustee ${at + 1} has not shown to have the secrets`);
    });
  });
}

/** The keys that follow from checked announcements and deals; check 5. */
export function keysOf(poll: string, published: Omit<Ceremony, "confirms">): Keys {
  const sum = (which: number): Point =>
    published.announcements.map((announcement) => point(announcement.coefficients[which], "coefficient")).reduce((all, one) => all.add(one), O);
  const election = sum(0);
  const slope = sum(1);
  const trustees = [1n, 2n, 3n].map((number) => election.add(slope.multiplyUnsafe(number)));
  must(![election, ...trustees].some((key) => key.is0()), "key", "a key is the identity");
  return { ceremony: ceremonyHash(poll, published), code: keyCode(poll, published), election: point(pointHex(election), "key").precompute(KEY_WINDOW), trustees };
}

/** The ciphertext that trustees decrypt to try their keys: a number that all know, under randomness that all know. */
export function testOf(keys: Keys): { readonly a: Point; readonly b: Point } {
  const r = new Digest("test").hash(keys.ceremony).challenge();
  return { a: G.multiply(r), b: keys.election.multiply(r).add(G.multiply(TEST_NUMBER)) };
}

/** D = x·A with the proof that it is the x of the public key; `statement` is all that is hashed before D. */
export function makeShare(statement: Digest, secret: bigint, a: Point, w: bigint): Share {
  const d = times(secret, a);
  const c = statement.points(d, times(w, G), times(w, a)).challenge();
  return { c: c.toString(16).padStart(64, "0"), d: pointHex(d), s: mod(w + c * secret).toString(16).padStart(64, "0") };
}

export function shareHolds(statement: Digest, share: Share, publicKey: Point, a: Point): boolean {
  const [c, s, d] = [scalar(share.c, "c"), scalar(share.s, "s"), pointOrIdentity(share.d, "d")];
  return d.is0() === a.is0() && statement.points(d, commitment(G, s, publicKey, c), commitment(a, s, d, c)).challenge() === c;
}

export const confirmStatement = (keys: Keys, trustee: number): Digest =>
  new Digest("confirm").hash(keys.ceremony).number(trustee).points(keys.trustees[trustee - 1]!, testOf(keys).a);

/** The election of a finished ceremony as the server sends all three, after checks 1 to 6; voters are fixed when the vote opens. */
export function openElection(asks: unknown, published: unknown, entitled: unknown): Election {
  const poll = readPoll(asks);
  const ceremony = readCeremony(published);
  const roll = readVoters(entitled);
  checkWeights(poll, roll);
  const asked = pollHash(poll);
  checkAnnouncements(asked, ceremony.commits, ceremony.announcements);
  const keys = keysOf(asked, ceremony);
  const known = testOf(keys);
  ceremony.confirms.forEach((share, at) =>
    must(shareHolds(confirmStatement(keys, at + 1), share, keys.trustees[at]!, known.a), "test", `trustee ${at + 1} did not decrypt the test`));
  const shares = ceremony.confirms.map((share) => pointOrIdentity(share.d, "d"));
  for (const [i, j] of [[1, 2], [1, 3], [2, 3]] as const) {
    must(combine(known.b, i, shares[i - 1]!, j, shares[j - 1]!).equals(G.multiply(TEST_NUMBER)), "test", `trustees ${i} and ${j} get another number`);
  }
  const hash = new Digest("election").hash(asked).hash(keys.ceremony).points(keys.election).text(canonical(roll)).hex();
  return { poll, keys, voters: roll, hash };
}

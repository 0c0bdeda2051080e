import {
  type Announcement, checkAnnouncements, commitHash, confirmStatement, type Deal, keysOf, type Keys, makeShare, type Proof, type Share, testOf,
} from "./ceremony.ts";
import { Digest } from "./digest.ts";
import { must } from "./fault.ts";
import { bytes32, draw as chance, type Draw, G, mod, type Point, point, pointHex, scalar, scalarHex, times } from "./group.ts";
import { type Poll, pollHash, TRUSTEES } from "./poll.ts";
import { canonical } from "./shape.ts";

/** What a trustee's tablet keeps from the ceremony to the count, and nowhere else: `share` is secret. */
export interface TrusteeKey { readonly poll: string; readonly ceremony: string; readonly number: number; readonly share: string }

/**
 * What a tablet writes down of a ceremony that is under way, before each step is sent, so that a reload goes on with it: `secrets` (a0, a1, e as scalars) are secret.
 * What was seen of the others is kept too, so that a server can't show the same secrets something else afterwards.
 */
export interface KeptSetup {
  readonly poll: string;
  readonly number: number;
  readonly secrets: readonly string[];
  readonly announcement: Announcement;
  readonly commits?: readonly string[];
  readonly announced?: readonly Announcement[];
  readonly dealt?: readonly Deal[];
}

/**
 * One trustee's part in making the election key (section 4), on the own tablet: commit, announce, deal, collect, in this order. Its
 * secrets live in this object and in what `keep` gives to the tablet's own storage.
 */
export class TrusteeSetup {
  readonly #poll: string;
  readonly #draw: Draw;
  readonly #announcement: Announcement;
  readonly number: number;
  #secrets: { readonly constant: bigint; readonly slope: bigint; readonly transport: bigint } | undefined;
  #commits: readonly string[] | undefined;
  #announced: readonly Announcement[] | undefined;
  #dealt: readonly Deal[] | undefined;

  /** @param kept what an earlier page of this tablet wrote down */
  private constructor(kept: KeptSetup, draw: Draw) {
    const [constant, slope, transport] = kept.secrets.map((hex) => scalar(hex, "kept secret"));
    this.#poll = kept.poll;
    this.number = kept.number;
    this.#draw = draw;
    this.#secrets = { constant: constant!, slope: slope!, transport: transport! };
    this.#announcement = kept.announcement;
    this.#commits = kept.commits;
    this.#announced = kept.announced;
    this.#dealt = kept.dealt;
  }

  /** @param number 1, 2 or 3 */
  static begin(poll: Poll, number: number, draw: Draw = chance): TrusteeSetup {
    const secrets = [draw(), draw(), draw()];
    const hash = pollHash(poll);
    return new TrusteeSetup({ poll: hash, number, secrets: secrets.map(scalarHex), announcement: announce(hash, number, secrets, draw) }, draw);
  }

  static goOn(kept: KeptSetup, draw: Draw = chance): TrusteeSetup {
    return new TrusteeSetup(kept, draw);
  }

  /** To be on the disk before anything of this step leaves the tablet. */
  keep(): KeptSetup {
    const secrets = this.#secrets;
    must(secrets !== undefined, "key", "the ceremony is over");
    return {
      poll: this.#poll, number: this.number, secrets: [secrets.constant, secrets.slope, secrets.transport].map(scalarHex), announcement: this.#announcement,
      ...(this.#commits && { commits: this.#commits }), ...(this.#announced && { announced: this.#announced }), ...(this.#dealt && { dealt: this.#dealt }),
    };
  }

  /** The hash that binds this tablet to an announcement that nobody knows yet. */
  commit(): string {
    return commitHash(this.#poll, this.number, this.#announcement);
  }

  /** @param commits of all three, in the order of their numbers: without them nothing is announced */
  announce(commits: readonly string[]): Announcement {
    must(commits.length === TRUSTEES && commits[this.number - 1] === this.commit(), "commitments", "the commitments are not three with the own one");
    must(this.#commits === undefined || this.#commits.join() === commits.join(), "commitments", "other commitments than before");
    this.#commits = commits.map((commit) => bytes32(commit, "commitment"));
    return this.#announcement;
  }

  /**
   * The own secret line, a share for each of the others, masked; ascending by number. Asked again it gives the same.
   *
   * @throws CheckFailed checks 3 and 4
   */
  deal(announcements: readonly Announcement[]): readonly Deal[] {
    must(this.#commits !== undefined && announcements.length === TRUSTEES, "commitments", "dealing comes after three announcements");
    if (this.#announced !== undefined) {
      must(canonical(this.#announced) === canonical(announcements), "commitments", "other announcements than before");
      return this.#dealt!;
    }
    checkAnnouncements(this.#poll, this.#commits, announcements);
    this.#announced = announcements;
    this.#dealt = others(this.number).map((to) => {
      const k = this.#draw();
      const r = G.multiply(k);
      const theirs = point(announcements[to - 1]!.transport, "transport");
      return { masked: xor(scalarHex(this.#line(to)), mask(this.#poll, this.number, to, theirs, r, times(k, theirs))), r: pointHex(r) };
    });
    return this.#dealt;
  }

  /**
   * Takes everybody's deals and makes the own key; all other secrets are forgotten.
   *
   * @param deals of each trustee those for the two others
   * @throws CheckFailed check 5 when a deal is not what was announced: the ceremony is void then
   */
  collect(deals: readonly (readonly Deal[])[]): { readonly key: TrusteeKey; readonly keys: Keys } {
    const [announced, secrets] = [this.#announced, this.#secrets];
    must(announced !== undefined && secrets !== undefined && canonical(deals[this.number - 1]) === canonical(this.#dealt), "key", "the own deals were changed");
    let share = this.#line(this.number);
    for (const from of others(this.number)) {
      const deal = deals[from - 1]?.[others(from).indexOf(this.number)];
      must(deal !== undefined, "key", `trustee ${from} has not dealt`);
      const r = point(deal.r, "r");
      const part = scalar(xor(deal.masked, mask(this.#poll, from, this.number, G.multiply(secrets.transport), r, times(secrets.transport, r))), `the deal of trustee ${from}`);
      const [constant, slope] = announced[from - 1]!.coefficients.map((hex) => point(hex, "coefficient"));
      must(times(part, G).equals(constant!.add(slope!.multiplyUnsafe(BigInt(this.number)))), "key", `trustee ${from} dealt something else than was announced`);
      share = mod(share + part);
    }
    const keys = keysOf(this.#poll, { commits: this.#commits!, announcements: announced, deals });
    must(times(share, G).equals(keys.trustees[this.number - 1]!), "key", "the own key does not fit");
    this.#secrets = undefined;
    return { key: { poll: this.#poll, ceremony: keys.ceremony, number: this.number, share: scalarHex(share) }, keys };
  }

  #line(at: number): bigint {
    const secrets = this.#secrets;
    must(secrets !== undefined, "key", "the ceremony is over");
    return mod(secrets.constant + secrets.slope * BigInt(at));
  }
}

/** The test decryption, which shows that this tablet holds its key. */
export function confirm(key: TrusteeKey, keys: Keys, draw: Draw = chance): Share {
  must(key.ceremony === keys.ceremony, "key", "this key is of another ceremony");
  return makeShare(confirmStatement(keys, key.number), scalar(key.share, "share"), testOf(keys).a, draw());
}

const others = (number: number): number[] => [1, 2, 3].filter((other) => other !== number);

function announce(poll: string, number: number, secrets: readonly bigint[], draw: Draw): Announcement {
  const points = secrets.map((secret) => G.multiply(secret));
  const witnesses = secrets.map(() => draw());
  const proofs = secrets.map((secret, k): Proof => {
    const w = witnesses[k]!;
    const c = new Digest("possession").hash(poll).number(number).number(k).points(...points, G.multiply(w)).challenge();
    return { c: scalarHex(c), s: scalarHex(mod(w + c * secret)) };
  });
  const [constant, slope, transport] = points.map(pointHex);
  return { coefficients: [constant!, slope!], proofs, transport: transport! };
}

const mask = (poll: string, from: number, to: number, transport: Point, r: Point, shared: Point): string =>
  new Digest("share").hash(poll).number(from).number(to).points(transport, r, shared).hex();

const xor = (one: string, other: string): string => scalarHex(BigInt("0x" + one) ^ BigInt("0x" + other));

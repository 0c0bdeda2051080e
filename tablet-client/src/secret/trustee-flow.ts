import type { Election, Share } from "client-kit/secret/ceremony.ts";
import type { SecretPoll } from "client-kit/proto/protocol.ts";
import { decrypt, type Memory, type Partial } from "client-kit/secret/decrypt.ts";
import { CheckFailed } from "client-kit/secret/fault.ts";
import type { Published, Standing, TrusteeDesk } from "client-kit/secret/trustee-desk.ts";

/** What a tablet knows of a secret vote that its holder is a trustee of. */
export interface TrusteeFacts {
  readonly at: "ceremony" | "voting" | "counting" | "over";
  readonly published: Published;
  /** Numbers of the trustees whose part of the count has come. */
  readonly decrypted: readonly number[];
}

/** How a trustee's tablet acts on the world. */
export interface TrusteeWays {
  readonly desk: TrusteeDesk;
  /** What the desk's poll was read from: nothing else is shown to its owner as what the key is made for. */
  readonly asked: SecretPoll;
  readonly number: number;
  readonly memory: Memory;
  /** Sends a step of the ceremony; once it is on its way it is not sent again by this page. */
  send(step: Extract<Standing, { at: "send" }>["step"] | { readonly round: "confirms"; readonly confirm: Share }): void;
  sendDecryption(decryption: Partial): void;
  /** The opened vote and the sealed ballots in their order, fetched. */
  ballots(): Promise<{ readonly election: Election; readonly ballots: readonly unknown[] }>;
  /** A sentence for what went wrong with the device or the network; anything else is thrown on. */
  sentence(failure: unknown): string;
  changed(): void;
}

/** What the trustee's sheet shows. */
export type TrusteeStage =
  | Exclude<Standing, { at: "send" }>
  | { readonly at: "working" }
  | { readonly at: "trouble"; readonly text: string }
  | { readonly at: "verifying"; readonly done: number; readonly of: number }
  /** All ballots are verified and summed; the ballots' code is to be compared before the one tap that decrypts. */
  | { readonly at: "agree"; readonly ballotsCode: string; readonly size: number }
  | { readonly at: "decrypting" }
  | { readonly at: "decrypted" }
  /** A check of the ballots failed: nothing is decrypted. */
  | { readonly at: "faulty"; readonly why: CheckFailed }
  | { readonly at: "over" };

/** One trustee's part in one vote on this tablet: steps of the ceremony go by themselves, the count waits for its owner's word. */
export class TrusteeFlow {
  stage: TrusteeStage = { at: "working" };
  #facts: TrusteeFacts | undefined;
  #seen = "";
  #running = false;
  #agreed: ((yes: boolean) => void) | undefined;

  constructor(private readonly ways: TrusteeWays) {}

  get asked(): SecretPoll { return this.ways.asked; }

  /** Told after every change of the meeting; nothing happens where nothing of this vote has changed. */
  feed(facts: TrusteeFacts): void {
    this.#facts = facts;
    const { at, published, decrypted } = facts;
    // what was to be agreed to has been done elsewhere, or is no longer needed
    if (at !== "counting" || decrypted.includes(this.ways.number)) this.#agreed?.(false);
    const seen = JSON.stringify([at, published, decrypted]);
    if (seen === this.#seen || this.#running) return;
    this.#seen = seen;
    void this.#run(facts);
  }

  /** Once more, after trouble of the device or the network. */
  again(): void {
    this.#seen = "";
    if (this.#facts) this.feed(this.#facts);
  }

  /** The server has not taken what this tablet sent; its sentence says why. */
  refused(text: string): void {
    const { at } = this.stage;
    if (at === "working" || at === "decrypting") this.#to({ at: "trouble", text });
  }

  /** The three key codes were read out and are the same. */
  async confirm(): Promise<void> {
    const facts = this.#facts;
    if (facts === undefined || this.stage.at !== "compare") return;
    this.#to({ at: "working" });
    await this.#guarded(async () => this.#send({ round: "confirms", confirm: await this.ways.desk.confirm(facts.published) }));
  }

  /** Not what has come meanwhile, from this tablet or another tab of its holder: making a part takes a while. */
  #send(step: Parameters<TrusteeWays["send"]>[0]): void {
    if (!this.#facts?.published.sent[step.round].includes(this.ways.number)) this.ways.send(step);
  }

  /** The ballots' codes are the same: this tablet decrypts the sum, and no other set of ballots ever. */
  agree(): void {
    if (this.stage.at !== "agree") return;
    this.#to({ at: "decrypting" });
    this.#agreed?.(true);
  }

  async #run(facts: TrusteeFacts): Promise<void> {
    this.#running = true;
    await this.#guarded(async () => {
      switch (facts.at) {
        case "ceremony": {
          if (this.ways.desk.poll.weights === undefined) { this.#to({ at: "void", why: new CheckFailed("words", "the poll binds no words or no weights") }); return; }
          const standing = await this.ways.desk.next(facts.published);
          if (standing.at === "send") this.#send(standing.step);
          this.#to(standing.at === "send" ? { at: "working" } : standing);
          return;
        }
        case "voting": {
          const standing = await this.ways.desk.next(facts.published);
          this.#to(standing.at === "send" ? { at: "elsewhere" } : standing);
          return;
        }
        case "counting": return this.#count(facts);
        case "over": this.#to({ at: "over" });
      }
    });
    this.#running = false;
    if (this.#facts) this.feed(this.#facts);
  }

  async #count({ decrypted }: TrusteeFacts): Promise<void> {
    if (decrypted.includes(this.ways.number)) { this.#to({ at: "decrypted" }); return; }
    const key = await this.ways.desk.key();
    if (key === undefined) { this.#to({ at: "elsewhere" }); return; }
    this.#to({ at: "verifying", done: 0, of: 0 });
    const { election, ballots } = await this.ways.ballots();
    this.#to({ at: "verifying", done: 0, of: ballots.length });
    try {
      const part = await decrypt(election, key, ballots, this.ways.memory, (ballotsCode, size) => this.#asked(ballotsCode, size), undefined,
        (done) => this.#to({ at: "verifying", done, of: ballots.length }));
      if (!this.#facts?.decrypted.includes(this.ways.number)) this.ways.sendDecryption(part);
    } catch (failure) {
      if (!(failure instanceof CheckFailed)) throw failure;
      if (this.#facts?.at === "counting" && !this.#facts.decrypted.includes(this.ways.number)) this.#to({ at: "faulty", why: failure });
    }
  }

  #asked(ballotsCode: string, size: number): Promise<boolean> {
    this.#to({ at: "agree", ballotsCode, size });
    return new Promise((resolve) => { this.#agreed = resolve; });
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.#to({ at: "trouble", text: this.ways.sentence(failure) });
    }
  }

  #to(stage: TrusteeStage): void {
    this.stage = stage;
    this.ways.changed();
  }
}

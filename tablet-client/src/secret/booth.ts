import type { Filled } from "client-kit/meeting/ballot.ts";
import type { SealedBallot } from "client-kit/proto/protocol.ts";
import type { Ballot } from "client-kit/secret/ballot.ts";
import type { Election } from "client-kit/secret/ceremony.ts";
import type { Voter } from "client-kit/secret/poll.ts";
import { setOf } from "client-kit/secret/opening.ts";
import { type Opening, seal, type Sealed } from "client-kit/secret/seal.ts";

/** One ballot between its marks and its sending. Nothing of it is on the disk before it is cast, and then only what is sealed. */
export type BoothStage =
  | { readonly at: "sealing" }
  /** Cast or check? */
  | { readonly at: "sealed"; readonly code: string; readonly keyCode: string; readonly weights: readonly Voter[] }
  /** Opened and thrown away: what it holds may be looked at with another device. */
  | { readonly at: "opened"; readonly code: string; readonly keyCode: string; readonly opening: Opening }
  | { readonly at: "trouble"; readonly text: string }
  /** The words shown here are not those that the trustees vouch for: nothing is sealed or sent from this page any more. */
  | { readonly at: "other-words" }
  /** The server shows another key code than that of the key under which ballots would be encrypted. */
  | { readonly at: "other-key" };

export interface BoothWays {
  readonly voter: string;
  election(): Promise<Election>;
  /** Hashes of all words that this device has shown of the vote. */
  shown(): readonly string[];
  /** The key code that the server shows. */
  keyCode(): string | undefined;
  /** @param code the receipt code, as this device has computed it */
  cast(ballot: Ballot, code: string): void;
  /** Tells the server that these ciphertexts are thrown away. */
  spoil(ballot: Ballot): void;
  /** Whether another ballot may be opened for a check. */
  mayCheck(): boolean;
  sentence(failure: unknown): string;
  changed(): void;
}

/** Where a filled ballot is encrypted, and cast or checked (5.4). */
export class Booth {
  stage: BoothStage = { at: "sealing" };
  #sealed: Sealed | undefined;
  #marks = "";
  #words: string | undefined;

  constructor(private readonly ways: BoothWays) {}

  /** Encrypts these marks, unless they are encrypted here already. */
  fill({ marks }: Filled): void {
    const wanted = JSON.stringify([...marks].sort());
    if (wanted === this.#marks) return;
    this.#marks = wanted;
    void this.#seal(marks, wanted);
  }

  /** Sends the ballot as it is sealed; its randomness is forgotten. */
  cast(): void {
    const sealed = this.#sealed;
    if (sealed === undefined || this.stage.at !== "sealed") return;
    if (!this.ways.shown().every((words) => words === this.#words)) { this.#sealed = undefined; this.#to({ at: "other-words" }); return; }
    // should it be refused, the same marks are sealed anew
    this.leave();
    this.ways.cast(sealed.cast(), sealed.code);
  }

  /** Opens the sealed ballot for another device; it can't be cast any more. */
  check(): void {
    const { stage } = this;
    const sealed = this.#sealed;
    if (sealed === undefined || stage.at !== "sealed" || !this.mayCheck) return;
    this.#sealed = undefined;
    const opening = sealed.check();
    this.ways.spoil(opening.ballot);
    this.#to({ at: "opened", code: stage.code, keyCode: stage.keyCode, opening });
  }

  get mayCheck(): boolean { return this.ways.mayCheck(); }

  /** The server did not keep this opened ballot, so no other device can check it. */
  refused({ contests }: SealedBallot, text: string): void {
    const { stage } = this;
    if (stage.at === "opened" && stage.opening.ballot.contests[0]?.marks[0]?.a === contests[0]?.marks[0]?.a) this.#to({ at: "trouble", text });
  }

  /** The marks are encrypted anew: after a check, after trouble, or when others are wanted. */
  leave(): void {
    this.#sealed = undefined;
    this.#marks = "";
    this.stage = { at: "sealing" };
    this.ways.changed();
  }

  async #seal(marks: readonly string[], wanted: string): Promise<void> {
    this.#sealed = undefined;
    this.#to({ at: "sealing" });
    try {
      const election = await this.ways.election();
      const said = this.ways.keyCode();
      if (said !== undefined && said !== election.keys.code) { if (this.#marks === wanted) this.#to({ at: "other-key" }); return; }
      // a poll of an earlier version binds no words, or no weights: nothing shows that these are the right ones
      if (election.poll.weights === undefined || !this.ways.shown().every((words) => words === election.poll.words)) {
        if (this.#marks === wanted) this.#to({ at: "other-words" });
        return;
      }
      const sealed = await seal(election, this.ways.voter, setOf(election.poll, marks));
      if (this.#marks !== wanted) return;
      this.#sealed = sealed;
      this.#words = election.poll.words;
      this.#to({ at: "sealed", code: sealed.code, keyCode: election.keys.code, weights: election.poll.weights });
    } catch (failure) {
      if (this.#marks === wanted) this.#to({ at: "trouble", text: this.ways.sentence(failure) });
    }
  }

  #to(stage: BoothStage): void {
    this.stage = stage;
    this.ways.changed();
  }
}

import type { RoomBoard } from "client-kit/ink/index.ts";
import { MeetingLink, newId } from "client-kit/net/index.ts";
import type { Command, Live, MeetingView, Mine } from "client-kit/proto/protocol.ts";
import type { LinkState, Refused, Room, Sending } from "./room.ts";
import type { LivePage } from "./place.ts";

const REFUSED_LIMIT = 50;

/** The room over the kit's link; remembers what was refused until its giver has read it. */
export class LinkedRoom implements Room {
  readonly #link: MeetingLink;
  readonly #listeners = new Set<() => void>();
  #refused: readonly Refused[] = [];

  constructor(readonly meeting: string, person: string) {
    this.#link = new MeetingLink({ meeting, person });
    this.#link.subscribe(() => this.#tell());
    this.#link.onLate(({ command, outcome }) => { if (outcome.kind === "refused") this.#refuse(command, outcome.code, outcome.text); });
    void this.#link.start();
  }

  get view(): MeetingView | null { return this.#link.view ?? null; }
  get mine(): Mine | null { return this.#link.mine ?? null; }
  get live(): LivePage | null { return this.#link.page ?? null; }
  get sending(): readonly Sending[] { return this.#link.waiting; }
  get refused(): readonly Refused[] { return this.#refused; }
  get trouble(): string | null { return this.#link.status.trouble ?? null; }

  get link(): LinkState {
    const { state, reason } = this.#link.status;
    switch (state) {
      case "saved": case "sending": return "open";
      case "connecting": return "connecting";
      case "offline": return "offline";
      case "stopped": return reason === "noAccess" ? "no-access" : "signed-out";
    }
  }

  now(): number { return this.#link.clock.now(); }

  give(command: Command): void {
    void this.#link.send(command).then((outcome) => { if (outcome.kind === "refused") this.#refuse(command, outcome.code, outcome.text); });
  }

  /** That notes have changed on the server: mine, or those that others share with me. */
  onNotes(listener: (what: "notes" | "sharedNotes") => void): () => void { return this.#link.onNotes(listener); }

  show(live: Live): boolean { return this.#link.sendLive(live); }
  follow(on: boolean): void { this.#link.follow(on); }

  /** What the presenter has drawn before the room. */
  get board(): RoomBoard { return this.#link.board; }

  dismiss(refusal: string): void {
    this.#refused = this.#refused.filter((one) => one.id !== refusal);
    this.#tell();
  }

  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  close(): void { this.#link.stop(); }

  #refuse(command: Command, code: string, text: string): void {
    this.#refused = [...this.#refused, { id: newId(), command, code, text }].slice(-REFUSED_LIMIT);
    this.#tell();
  }

  #tell(): void { for (const listener of [...this.#listeners]) listener(); }
}

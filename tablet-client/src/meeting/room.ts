import type { Command, Live, MeetingView, Mine } from "client-kit/proto/protocol.ts";
import type { LivePage } from "./place.ts";

/** "offline": no answer from the server; "connecting": not long enough gone to speak of it. */
export type LinkState = "connecting" | "open" | "offline" | "signed-out" | "no-access";

/** A command on its way: sending until the server has answered. */
export interface Sending {
  readonly id: string;
  readonly command: Command;
  /** It lies on this device's disk, so that it outlives this page. */
  readonly kept: boolean;
}

export interface Refused extends Omit<Sending, "kept"> {
  readonly code: string;
  readonly text: string;
}

/** One meeting as this tablet knows it: what the screens are drawn from, and the only way to act on it. */
export interface Room {
  readonly meeting: string;
  readonly view: MeetingView | null;
  readonly mine: Mine | null;
  readonly live: LivePage | null;
  readonly link: LinkState;
  /** A sentence when the device can keep nothing. */
  readonly trouble: string | null;
  readonly sending: readonly Sending[];
  readonly refused: readonly Refused[];
  /** Server time, ms. */
  now(): number;
  give(command: Command): void;
  show(live: Live): void;
  /** Whether each state of the presenter is used on this screen. */
  follow(on: boolean): void;
  dismiss(refusal: string): void;
  listen(changed: () => void): () => void;
  close(): void;
}

import type { MeetingView, Mine, TurnView } from "client-kit/proto/protocol.ts";
import { phaseOf } from "client-kit/ui/phase.ts";

const leftOf = (turn: TurnView, warnSeconds: number, now: number): { phase: string; leftMs: number } =>
  phaseOf({ spentMs: turn.spentMs, runningSince: turn.runningSince, limitMs: turn.limitMs, soonMs: warnSeconds * 1000 }, now);

/** Tells who speaks, and who leads, once that the end of the turn is near, whatever they look at. */
export class TurnWarning {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = "";

  constructor(private readonly now: () => number, private readonly tell: (turn: TurnView, leftMs: number) => void) {}

  look({ floor }: Pick<MeetingView, "floor">, mine: Mine | null): void {
    this.stop();
    const turn = floor.speaker;
    if (!turn || turn.limitMs === 0 || turn.runningSince === undefined || !mine || (turn.person !== mine.person && !mine.may.lead)) return;
    const key = `${turn.person} ${turn.from}`;
    const { phase, leftMs } = leftOf(turn, floor.rules.warnSeconds, this.now());
    if (phase === "soon" && this.#told !== key) {
      this.#told = key;
      this.tell(turn, leftMs);
    } else if (phase === "running") {
      const wait = leftMs - Math.min(floor.rules.warnSeconds * 1000, turn.limitMs);
      this.#timer = setTimeout(() => this.look({ floor }, mine), Math.max(wait, 500));
    }
  }

  stop(): void { clearTimeout(this.#timer); }
}

import { vi } from "vitest";
import type { ClientFrame, MeetingView, Mine, ServerFrame } from "../proto/protocol.ts";
import type { LinkSocket } from "./link.ts";
import type { Outcome } from "./outcome.ts";

/**
 * For tests: a server that takes each command once and remembers its answer, behind a network that delays, cuts, swallows and
 * comes back. Time is vitest's; chance is a seeded generator.
 */
export class BadNetwork {
  /** command ids in the order in which they took effect */
  readonly applied: string[] = [];
  readonly commands = new Map<string, string>();
  /** how often each command arrived, by whichever way */
  readonly arrivals = new Map<string, number>();
  /** what was told of following, in its order */
  readonly follows: boolean[] = [];
  socketsUp = true;
  httpUp = true;
  delayMs = 60;
  answersLost = 0;
  private readonly answers = new Map<string, Outcome>();
  private readonly wires = new Set<Wire>();

  constructor(readonly random: () => number) {}

  readonly open = (): LinkSocket => {
    const wire = new Wire(this);
    this.wires.add(wire);
    return wire;
  };

  /** Every open socket dies: some are closed, some only fall silent, with what was under way in them. */
  cut(): void {
    for (const wire of [...this.wires]) wire.die(this.random() < 0.5);
    this.wires.clear();
  }

  /** The server says this on every open socket. */
  say(frame: ServerFrame): void {
    for (const wire of this.wires) wire.down(frame);
  }

  take(id: string, text: string): Outcome {
    this.arrivals.set(id, (this.arrivals.get(id) ?? 0) + 1);
    const known = this.answers.get(id);
    if (known !== undefined) return known;
    this.applied.push(id);
    this.commands.set(id, text);
    const outcome: Outcome = text.includes("refuse") ? { kind: "refused", code: "LIST_CLOSED", text: "Danh sách đã đóng." } : { kind: "done", seq: this.applied.length };
    this.answers.set(id, outcome);
    return outcome;
  }

  answerTo(id: string): Outcome | undefined {
    return this.answers.get(id);
  }

  /** In the place of window.fetch. */
  readonly fetch = (_path: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new TypeError("network"));
      init.signal?.addEventListener("abort", fail);
      setTimeout(() => {
        if (!this.httpUp || init.signal?.aborted === true || typeof init.body !== "string") return fail();
        const { id, command } = JSON.parse(init.body) as { id: string; command: unknown };
        const outcome = this.take(id, JSON.stringify(command));
        if (this.random() < this.answersLost) return fail();
        const body = outcome.kind === "done" ? { t: "done", id, seq: outcome.seq } : { t: "refused", id, code: outcome.code, text: outcome.text };
        resolve(new Response(JSON.stringify(body), { status: outcome.kind === "done" ? 200 : 409 }));
      }, this.delayMs);
    });
}

class Wire implements LinkSocket {
  readyState: 0 | 1 | 2 | 3 = 0;
  readonly bufferedAmount = 0;
  onopen: WebSocket["onopen"] = null;
  onmessage: WebSocket["onmessage"] = null;
  onclose: WebSocket["onclose"] = null;
  onerror: WebSocket["onerror"] = null;
  private dead = false;
  private beat: ReturnType<typeof setInterval> | undefined;
  private upBy = 0;
  private downBy = 0;

  constructor(private readonly net: BadNetwork) {
    setTimeout(() => {
      if (this.dead) return;
      if (!net.socketsUp) return this.die(true);
      this.readyState = 1;
      this.beat = setInterval(() => this.down({ t: "beat", now: Date.now() }), 5000);
      this.onopen?.call(this as unknown as WebSocket, {} as Event);
    }, net.delayMs);
  }

  send(text: string): void {
    // in order, as TCP does
    this.upBy = Math.max(this.upBy + 1, Date.now() + this.net.random() * this.net.delayMs);
    setTimeout(() => !this.dead && this.atServer(JSON.parse(text) as ClientFrame), this.upBy - Date.now());
  }

  close(): void {
    this.dead = true;
    this.readyState = 3;
    clearInterval(this.beat);
  }

  die(loudly: boolean): void {
    const open = !this.dead;
    this.close();
    if (loudly && open) this.onclose?.call(this as unknown as WebSocket, { code: 1006 } as CloseEvent);
  }

  private atServer(frame: ClientFrame): void {
    if (frame.t === "hello") this.down({ t: "view", epoch: "e", rev: 1, view: {} as MeetingView, mine: {} as Mine, now: Date.now() });
    else if (frame.t === "follow") this.net.follows.push(frame.on);
    else if (frame.t === "ping") this.down({ t: "pong", n: frame.n, now: Date.now() });
    else if (frame.t === "command") {
      const outcome = this.net.take(frame.id, JSON.stringify(frame.command));
      this.down(outcome.kind === "done" ? { t: "done", id: frame.id, seq: outcome.seq } : { t: "refused", id: frame.id, code: outcome.code, text: outcome.text });
    }
  }

  down(frame: ServerFrame): void {
    this.downBy = Math.max(this.downBy + 1, Date.now() + this.net.random() * this.net.delayMs);
    setTimeout(() => !this.dead && this.onmessage?.call(this as unknown as WebSocket, { data: JSON.stringify(frame) } as MessageEvent), this.downBy - Date.now());
  }
}

/** Lets the timers of so many ms run, and the database between them (it lives on real turns of the event loop). */
export async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 50) {
    vi.advanceTimersByTime(Math.min(50, left));
    await turns();
  }
}

export async function turns(count = 12): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise<void>((resolve) => setImmediate(resolve));
}
declare function setImmediate(run: () => void): void;

/** Fakes everything but setImmediate, on which the database in memory runs. */
export function useTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
}

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerFrame } from "../proto/protocol.ts";
import { Clock } from "./clock.ts";
import { BACKOFF_CAP_MS, CONNECT_TIMEOUT_MS, FIRST_TRY_MS, Link, PING_MS, PROBE_MS, SILENCE_MS, type LinkSocket, type LinkState } from "./link.ts";

class FakeSocket implements LinkSocket {
  readyState: 0 | 1 | 2 | 3 = 0;
  bufferedAmount = 0;
  onopen: WebSocket["onopen"] = null;
  onmessage: WebSocket["onmessage"] = null;
  onclose: WebSocket["onclose"] = null;
  onerror: WebSocket["onerror"] = null;
  readonly sent: string[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
    this.readyState = 3;
  }
  opens(): void {
    this.readyState = 1;
    this.onopen?.call(this as unknown as WebSocket, {} as Event);
  }
  says(frame: ServerFrame): void {
    this.onmessage?.call(this as unknown as WebSocket, { data: JSON.stringify(frame) } as MessageEvent);
  }
  ends(code: number): void {
    this.readyState = 3;
    this.onclose?.call(this as unknown as WebSocket, { code } as CloseEvent);
  }
}

let sockets: FakeSocket[];
let states: LinkState[];
let frames: ServerFrame[];
let lost: number[];
let page: EventTarget;
let clock: Clock;
let random: number;
let link: Link;
const last = (): FakeSocket => sockets.at(-1) as FakeSocket;
const pings = (socket: FakeSocket): number => socket.sent.filter((text) => text.includes('"ping"')).length;

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, states, frames, lost] = [[], [], [], []];
  page = new EventTarget();
  random = 0.5;
  clock = new Clock(() => Date.now());
  link = new Link({
    url: "ws://room/api/socket",
    clock,
    page,
    random: () => random,
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    listener: { opened: () => link.send({ t: "hello", meeting: "m", lang: "vi" }), frame: (frame) => frames.push(frame), lost: (code) => lost.push(code), state: (state) => states.push(state) },
  });
  link.start();
});

afterEach(() => {
  link.stop();
  vi.useRealTimers();
});

function online(): void {
  last().opens();
  last().says({ t: "beat", now: Date.now() });
}

describe("a link", () => {
  it("says hello when the socket opens, and is online when the server has spoken", () => {
    expect(link.state).toBe("connecting");
    last().opens();
    expect(JSON.parse(last().sent[0] ?? "")).toEqual({ t: "hello", meeting: "m", lang: "vi" });
    expect(link.state).toBe("connecting");
    last().says({ t: "done", id: "a", seq: 1 });
    expect(link.state).toBe("online");
    expect(frames).toEqual([{ t: "done", id: "a", seq: 1 }]);
  });

  it("is offline as soon as the device says so, and online only when the server speaks again", () => {
    online();
    page.dispatchEvent(new Event("offline"));
    expect(link.state).toBe("offline");
    expect(lost).toEqual([0]);
    expect(last().closed).toBe(true);
    page.dispatchEvent(new Event("online"));
    last().opens();
    expect(link.state).toBe("offline");
    last().says({ t: "beat", now: Date.now() });
    expect(link.state).toBe("online");
  });

  it("goes on trying while the device says that there is no network", () => {
    online();
    page.dispatchEvent(new Event("offline"));
    vi.advanceTimersByTime(BACKOFF_CAP_MS);
    expect(sockets.length).toBeGreaterThan(1);
  });

  it("gives up a socket that does not open in time", () => {
    vi.advanceTimersByTime(CONNECT_TIMEOUT_MS);
    expect(last().closed).toBe(true);
    vi.advanceTimersByTime(FIRST_TRY_MS);
    expect(sockets).toHaveLength(2);
  });

  it("measures the server's clock with its pings", () => {
    online();
    vi.advanceTimersByTime(40);
    last().says({ t: "pong", n: 1, now: 5_000_000 });
    expect(clock.roundTripMs).toBe(40);
    expect(clock.now()).toBe(5_000_020);
    vi.advanceTimersByTime(PING_MS + 1000);
    expect(pings(last())).toBe(2);
    expect(frames).toEqual([]);
  });

  it("takes a silent socket for dead, however open it looks", () => {
    online();
    vi.advanceTimersByTime(SILENCE_MS - 1000);
    expect(last().closed).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(last().closed).toBe(true);
    expect(lost).toEqual([0]);
    expect(link.state).toBe("connecting");
  });

  it("tries first within two seconds, then backs off with jitter up to fifteen", () => {
    online();
    random = 0.999999;
    last().ends(1006);
    vi.advanceTimersByTime(FIRST_TRY_MS - 10);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(10);
    expect(sockets).toHaveLength(2);
    const waits: number[] = [];
    for (let n = 0; n < 6; n++) {
      last().ends(1006);
      const from = Date.now();
      const count = sockets.length;
      while (sockets.length === count) vi.advanceTimersByTime(50);
      waits.push(Math.round((Date.now() - from) / 1000));
    }
    expect(waits).toEqual([2, 4, 8, 15, 15, 15]);
    expect(waits.every((wait) => wait * 1000 <= BACKOFF_CAP_MS)).toBe(true);
    expect(link.state).toBe("offline");
  });

  it("starts the next series of tries anew after a connection that held", () => {
    online();
    last().ends(1006);
    vi.advanceTimersByTime(FIRST_TRY_MS);
    last().ends(1006);
    vi.advanceTimersByTime(1000);
    expect(sockets).toHaveLength(3);
    online();
    expect(link.state).toBe("online");
    for (let n = 0; n < 3; n++) {
      vi.advanceTimersByTime(4000);
      last().says({ t: "beat", now: Date.now() });
    }
    last().ends(1006);
    expect(link.state).toBe("connecting");
  });

  it("comes back at once when it was too slow, and late when the server is busy", () => {
    online();
    last().ends(4008);
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(2);
    random = 0.999;
    online();
    last().ends(4029);
    vi.advanceTimersByTime(7_900);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(200);
    expect(sockets).toHaveLength(3);
  });

  it.each([
    [4001, "signedOut"],
    [4003, "noAccess"],
  ] as const)("stops at close code %i and says why", (code, reason) => {
    online();
    last().ends(code);
    expect(link.state).toBe("stopped");
    expect(link.stopReason).toBe(reason);
    vi.advanceTimersByTime(60_000);
    page.dispatchEvent(new Event("online"));
    expect(sockets).toHaveLength(1);
    link.start();
    expect(sockets).toHaveLength(2);
  });

  it("connects at once when the network or the page comes back", () => {
    online();
    random = 0.999;
    last().ends(1006);
    page.dispatchEvent(new Event("online"));
    expect(sockets).toHaveLength(2);
    last().ends(1006);
    page.dispatchEvent(new Event("pageshow"));
    expect(sockets).toHaveLength(3);
  });

  it("probes a socket that looks open when the page comes back, and leaves it when nothing answers", () => {
    online();
    vi.advanceTimersByTime(3000);
    page.dispatchEvent(new Event("pageshow"));
    expect(pings(last())).toBe(2);
    vi.advanceTimersByTime(PROBE_MS);
    expect(sockets).toHaveLength(2);
    online();
    page.dispatchEvent(new Event("pageshow"));
    vi.advanceTimersByTime(100);
    last().says({ t: "pong", n: 3, now: Date.now() });
    vi.advanceTimersByTime(PROBE_MS);
    expect(sockets).toHaveLength(2);
  });

  it("leaves a server that talks nonsense, and hears nothing from a socket it has left", () => {
    online();
    const first = last();
    const onmessage = first.onmessage;
    first.onmessage?.call(first as unknown as WebSocket, { data: "{half" } as MessageEvent);
    expect(first.closed).toBe(true);
    onmessage?.call(first as unknown as WebSocket, { data: '{"t":"done","id":"late","seq":1}' } as MessageEvent);
    expect(link.state).not.toBe("online");
  });

  it("refuses to send where it would be lost", () => {
    expect(link.send({ t: "ping", n: 1 })).toBe(false);
    online();
    last().bufferedAmount = 1_000_000;
    expect(link.send({ t: "ping", n: 1 })).toBe(false);
  });
});

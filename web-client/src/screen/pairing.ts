import { actAs } from "client-kit/net/acting-as.ts";
import { http, HttpFailure, MeetingLink, serverClock } from "client-kit/net/index.ts";
import type { ScreenPlace, Stage } from "./stage-of.ts";

/** Asked again this often, give or take a fifth, so that the screens of a house don't ask together. */
const ASK_MS = 5_000;
const JITTER = 0.2;
/** A socket that is out for longer is said to be reconnecting. */
const LOST_AFTER_MS = 2_500;

const keyInAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get("key");

/**
 * What the screen belongs to. The key of the address is exchanged for a cookie and taken out of the address; from then on the
 * screen asks what to show, and enters a meeting by the socket while there is one. It never gives up.
 */
export class Pairing {
  standing: "asking" | "paired" | "unpaired" | "refused" = "asking";
  lost = false;
  #place: ScreenPlace | null = null;
  #link: MeetingLink | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #reachable = true;

  constructor(private readonly changed: () => void) {}

  readonly now = (): number => serverClock.now();

  /** No meeting is being shown: a good moment to reload. */
  get idle(): boolean { return this.#link === null; }

  get stage(): Stage | null {
    const place = this.#place;
    if (!place) return null;
    return {
      place, view: this.#link?.view ?? null, live: this.#link?.page ?? null, board: this.#link?.board ?? null, now: this.now, joinAddress: new URL(place.joinPath, location.href).href, small: false,
    };
  }

  start(): void {
    this.#stopped = false;
    actAs("screen"); // also in a secretary's own browser: the wall shows what a screen may show
    addEventListener("hashchange", this.#again);
    addEventListener("online", this.#again);
    void this.#ask();
  }

  stop(): void {
    this.#stopped = true;
    removeEventListener("hashchange", this.#again);
    removeEventListener("online", this.#again);
    clearTimeout(this.#timer);
    clearTimeout(this.#lostTimer);
    this.#leave();
  }

  readonly #again = (): void => {
    clearTimeout(this.#timer);
    void this.#ask();
  };

  async #ask(): Promise<void> {
    try {
      this.#take(await this.#where());
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.#refused(failure);
    }
    this.#watchLine();
    this.changed();
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#ask(), ASK_MS * (1 - JITTER + 2 * JITTER * Math.random()));
  }

  async #where(): Promise<ScreenPlace> {
    const key = keyInAddress();
    if (key === null) return http.get<ScreenPlace>("/api/screen");
    const entered = await http.post<ScreenPlace>("/api/screen", { key });
    history.replaceState(null, "", location.pathname + location.search);
    return entered.body ? entered : http.get<ScreenPlace>("/api/screen");
  }

  #take(place: ScreenPlace): void {
    this.standing = "paired";
    this.#reachable = true;
    this.#place = place;
    if (place.meeting !== this.#link?.meeting) {
      this.#leave();
      if (place.meeting !== undefined) this.#enter(place.meeting);
    } else if (this.#link?.status.state === "stopped") {
      void this.#link.start();
    }
  }

  #refused(failure: HttpFailure): void {
    if (failure.passing) {
      this.#reachable = false;
      return;
    }
    this.standing = keyInAddress() === null ? "unpaired" : "refused";
    this.#place = null;
    this.#leave();
  }

  #enter(meeting: string): void {
    const link = new MeetingLink({ meeting, person: "screen", keeps: false });
    link.subscribe(() => {
      this.#watchLine();
      this.changed();
    });
    this.#link = link;
    void link.start();
  }

  #leave(): void {
    this.#link?.stop();
    this.#link = null;
  }

  /** A short break is not worth a word. */
  #watchLine(): void {
    const well = this.#reachable && (this.#link === null || this.#link.status.state === "saved");
    if (well) {
      clearTimeout(this.#lostTimer);
      this.#lostTimer = undefined;
      this.lost = false;
    } else {
      this.#lostTimer ??= setTimeout(() => {
        this.lost = true;
        this.changed();
      }, LOST_AFTER_MS);
    }
  }
}

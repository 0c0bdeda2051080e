import { actAs } from "client-kit/net/acting-as.ts";
import { http, HttpFailure, onSignedOut } from "client-kit/net/http.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
}

/** "again": the server has ended the session, but the device still holds the person's papers. */
export type Standing = "unknown" | "out" | "in" | "again";

const ME_KEY = "nghisu.tablet.me";
const LEAVING_KEY = "nghisu.tablet.leaving";

/** Who holds this tablet. Remembered over a reload, so that it opens without a network. */
export class Session extends EventTarget {
  #me: Person | null = readMe();
  #standing: Standing = this.#me ? "in" : "unknown";

  constructor() {
    super();
    actAs(this.#me?.id);
    addEventListener("online", () => void this.#finishLeaving());
    addEventListener("storage", this.#changedHands);
    onSignedOut(() => this.ended());
  }

  get me(): Person | null { return this.#me; }
  get standing(): Standing { return this.#standing; }

  /** Asks the server who is signed in. Without an answer the one remembered stays. */
  async refresh(): Promise<void> {
    await this.#finishLeaving();
    try {
      const { person } = await http.get<{ person: Person }>("/api/me", { anyone: true });
      this.#enter(person);
    } catch (failure) {
      const away = failure instanceof HttpFailure && failure.kind === "signedOut";
      if (away) this.#stand(this.#me ? "again" : "out");
      else if (this.#standing === "unknown") this.#stand("out");
    }
  }

  /** The server knows this page's person no more: asks for a new sign-in, unless somebody has signed in on another page. */
  ended(): void {
    if (this.#standing !== "in") return;
    this.#stand(this.#me ? "again" : "out");
    void this.refresh();
  }

  /** Both reject with an HttpFailure, and give the meeting that the sign-in is for, if for one. */
  async signIn(name: string, password: string): Promise<string | null> {
    await http.post("/api/sign-in", { name, password });
    return this.#enterFresh();
  }

  async signInByCode(code: string): Promise<string | null> {
    await http.post("/api/sign-in/code", { code });
    return this.#enterFresh();
  }

  /** False when the server could not be told; it is told as soon as it answers again. */
  async signOut(): Promise<boolean> {
    keep(LEAVING_KEY, "1");
    forgetKey(ME_KEY);
    this.#me = null;
    actAs(undefined);
    const told = await this.#finishLeaving();
    this.#stand("out");
    return told;
  }

  /** On another page somebody has signed in or out: this one follows at once, also without a network. */
  readonly #changedHands = (event: StorageEvent): void => {
    if (event.key !== ME_KEY) return;
    const holder = readMe();
    if (holder?.id === this.#me?.id && this.#standing !== "again") return;
    this.#me = holder;
    actAs(holder?.id);
    this.#stand(holder ? "in" : "out");
  };

  async #enterFresh(): Promise<string | null> {
    forgetKey(LEAVING_KEY);
    const { person, session } = await http.get<{ person: Person; session: { meeting?: string } }>("/api/me", { anyone: true });
    this.#enter(person);
    return session.meeting ?? null;
  }

  #enter(person: Person): void {
    this.#me = { id: person.id, name: person.name, title: person.title, unit: person.unit };
    actAs(person.id);
    keep(ME_KEY, JSON.stringify(this.#me));
    this.#stand("in");
  }

  async #finishLeaving(): Promise<boolean> {
    if (read(LEAVING_KEY) === null) return true;
    try {
      await http.post("/api/sign-out");
    } catch (failure) {
      if (failure instanceof HttpFailure && failure.passing) return false;
    }
    forgetKey(LEAVING_KEY);
    return true;
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.dispatchEvent(new Event("change"));
  }
}

function readMe(): Person | null {
  try {
    const raw = JSON.parse(read(ME_KEY) ?? "null") as Partial<Person> | null;
    return raw && typeof raw.id === "string" && typeof raw.name === "string" ? { id: raw.id, name: raw.name, title: raw.title ?? "", unit: raw.unit ?? "" } : null;
  } catch {
    return null;
  }
}

// A closed storage only means that a reload asks to sign in again.
function read(key: string): string | null { try { return localStorage.getItem(key); } catch { return null; } }
function keep(key: string, value: string): void { try { localStorage.setItem(key, value); } catch { return; } }
function forgetKey(key: string): void { try { localStorage.removeItem(key); } catch { return; } }

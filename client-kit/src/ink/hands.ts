export type Kind = "pen" | "touch" | "mouse";
export type Mode = "read" | "pen" | "hand";
export type Phase = "down" | "move" | "up" | "cancel";

/** A touch in hand mode draws nothing for this long: a second finger may be on its way. */
export const HOLD_STROKE_MS = 70;
/** In pen mode a touch moves nothing for this long: it may be the hand that comes with the pen. */
export const HOLD_PAGE_MS = 120;
/** After the pen was lifted its hand still lies on the glass. */
export const AFTER_PEN_MS = 300;
/** A stroke that has gone less far than this when a second finger lands was the first of two fingers. */
export const SHORT_STROKE_PX = 10;

/** One pointer at one moment: surface pixels, milliseconds. */
export interface Contact {
  readonly id: number;
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** What hands may do. `E` is the event that stands behind a contact. */
export interface Hands<E> {
  mode(): Mode;
  /** A pen has touched in another mode than pen mode. */
  penSeen(): void;
  begin(event: E): void;
  draw(event: E): void;
  /** The stroke is done and stays. */
  end(event: E): void;
  /** The stroke is taken back. */
  drop(): void;
  /** A held event goes to the page after all: it pans, zooms, swipes. */
  pass(event: E): void;
  /** The page lets go of this finger. */
  release(id: number): void;
  /** Calls back after a while; returns how to call it off. */
  later(ms: number, work: () => void): () => void;
}

type Role<E> =
  | { readonly is: "drawing"; readonly kind: Kind; readonly from: Contact; readonly first: E; far: boolean }
  | { readonly is: "held"; readonly what: "stroke" | "page"; readonly contact: Contact; readonly waiting: E[]; readonly callOff: () => void }
  | { readonly is: "page" }
  | { readonly is: "ignored" };

/**
 * Who draws, who moves the page, who is a palm. In reading mode fingers and mouse are not looked at; a pen begins pen mode by itself.
 * In pen mode touches never draw; in hand mode one finger draws and two move. Rules: tldraw PR 1977, reading.md 3.4.
 */
export class WhoDraws<E> {
  readonly #roles = new Map<number, Role<E>>();
  #penLiftedAt = -Infinity;

  constructor(private readonly hands: Hands<E>) {}

  get drawing(): boolean { return this.#drawer !== null; }

  /** True when the event is the ink's own; false leaves it to the page. */
  take(phase: Phase, contact: Contact, event: E): boolean {
    switch (phase) {
      case "down": return this.#down(contact, event);
      case "move": return this.#move(contact, event);
      case "up": return this.#up(contact, event);
      case "cancel": return this.#cancel(contact, event);
    }
  }

  /** A pen whose stroke was begun elsewhere goes on here. */
  adopt(contact: Contact, event: E): void {
    this.#roles.set(contact.id, { is: "drawing", kind: contact.kind, from: contact, first: event, far: true });
  }

  /** Another mode or page: what is being drawn is done, what is held is forgotten, fingers on the page stay there. */
  reset(): void {
    for (const [id, role] of this.#roles) {
      if (role.is === "held") role.callOff();
      if (role.is !== "page") this.#roles.set(id, { is: "ignored" });
    }
  }

  get #drawer(): [number, Extract<Role<E>, { is: "drawing" }>] | null {
    for (const [id, role] of this.#roles) if (role.is === "drawing") return [id, role];
    return null;
  }

  #down(contact: Contact, event: E): boolean {
    const { id, kind } = contact;
    const before = this.#roles.get(id);
    if (before?.is === "held") before.callOff();
    this.#roles.delete(id);
    if (kind === "pen") return this.#penDown(contact, event);
    const mode = this.hands.mode();
    if (mode === "read" || (mode === "pen" && kind === "mouse")) { this.#roles.set(id, { is: "page" }); return false; }
    return mode === "pen" ? this.#touchBesidePen(contact, event) : this.#handDown(contact, event);
  }

  #penDown(contact: Contact, event: E): boolean {
    if (this.#drawer?.[1].kind === "pen") return this.#ignore(contact.id);
    this.#silence();
    if (this.hands.mode() !== "pen") this.hands.penSeen();
    this.#roles.set(contact.id, { is: "drawing", kind: "pen", from: contact, first: event, far: true });
    this.hands.begin(event);
    return true;
  }

  /** The hand that holds the pen lies on the glass: none of its touches counts until it is lifted. */
  #silence(): void {
    for (const [id, role] of [...this.#roles]) {
      if (role.is === "held") role.callOff();
      if (role.is === "drawing") this.hands.drop();
      if (role.is === "page") this.hands.release(id);
      this.#roles.set(id, { is: "ignored" });
    }
  }

  #touchBesidePen(contact: Contact, event: E): boolean {
    if (this.#drawer || contact.at - this.#penLiftedAt < AFTER_PEN_MS) return this.#ignore(contact.id);
    return this.#hold("page", contact, event, HOLD_PAGE_MS, () => this.#letPass(contact.id));
  }

  #handDown(contact: Contact, event: E): boolean {
    const { id, kind } = contact;
    if (kind === "mouse") {
      if (this.#drawer) return this.#ignore(id);
      this.#roles.set(id, { is: "drawing", kind, from: contact, first: event, far: true });
      this.hands.begin(event);
      return true;
    }
    const drawer = this.#drawer;
    if (drawer) {
      if (drawer[1].far) return this.#ignore(id);
      this.hands.drop();
      this.#roles.set(drawer[0], { is: "page" }).set(id, { is: "page" });
      this.hands.pass(drawer[1].first);
      return false;
    }
    const held = [...this.#roles].find(([, role]) => role.is === "held");
    if (held) {
      this.#letPass(held[0]);
      this.#roles.set(id, { is: "page" });
      return false;
    }
    if ([...this.#roles.values()].some((role) => role.is === "page")) { this.#roles.set(id, { is: "page" }); return false; }
    return this.#hold("stroke", contact, event, HOLD_STROKE_MS, () => this.#startHeld(id));
  }

  #hold(what: "stroke" | "page", contact: Contact, event: E, ms: number, then: () => void): true {
    this.#roles.set(contact.id, { is: "held", what, contact, waiting: [event], callOff: this.hands.later(ms, then) });
    return true;
  }

  #letPass(id: number): void {
    const role = this.#roles.get(id);
    if (role?.is !== "held") return;
    role.callOff();
    this.#roles.set(id, { is: "page" });
    for (const event of role.waiting) this.hands.pass(event);
  }

  #startHeld(id: number): void {
    const role = this.#roles.get(id);
    if (role?.is !== "held") return;
    role.callOff();
    const [first, ...rest] = role.waiting;
    this.#roles.set(id, { is: "drawing", kind: "touch", from: role.contact, first: first!, far: false });
    this.hands.begin(first!);
    for (const event of rest) this.hands.draw(event);
  }

  #ignore(id: number): true {
    this.#roles.set(id, { is: "ignored" });
    return true;
  }

  #move(contact: Contact, event: E): boolean {
    const role = this.#roles.get(contact.id);
    if (!role || role.is === "page") return false;
    if (role.is === "held") role.waiting.push(event);
    if (role.is === "drawing") {
      role.far ||= Math.hypot(contact.x - role.from.x, contact.y - role.from.y) > SHORT_STROKE_PX;
      this.hands.draw(event);
    }
    return true;
  }

  #up(contact: Contact, event: E): boolean {
    const { id } = contact;
    const role = this.#roles.get(id);
    this.#roles.delete(id);
    if (!role || role.is === "page") return false;
    if (role.is === "held") {
      role.callOff();
      if (role.what === "stroke") {
        const [first, ...rest] = role.waiting;
        this.hands.begin(first!);
        for (const waiting of rest) this.hands.draw(waiting);
        this.hands.end(event);
      }
    }
    if (role.is === "drawing") {
      if (role.kind === "pen") this.#penLiftedAt = contact.at;
      this.hands.end(event);
    }
    return true;
  }

  /** The system has taken the pointer away: a pen's stroke stays, a finger's was most likely a palm. */
  #cancel(contact: Contact, event: E): boolean {
    const role = this.#roles.get(contact.id);
    this.#roles.delete(contact.id);
    if (!role || role.is === "page") return false;
    if (role.is === "held") role.callOff();
    if (role.is === "drawing") {
      if (role.kind === "pen") { this.#penLiftedAt = contact.at; this.hands.end(event); }
      else this.hands.drop();
    }
    return true;
  }
}

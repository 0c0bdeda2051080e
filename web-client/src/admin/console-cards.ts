import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { doorQr } from "client-kit/meeting/door-code.ts";
import { directory, type DoorCode, type TabletCode } from "../api/api.ts";
import { to } from "../app/route.ts";
import { Desk } from "../meeting/desk.ts";
import { Light } from "../shared/light.ts";
import "../shared/trust-place.ts";
import { qr } from "client-kit/ui/qr.ts";
import { clock, day } from "../shared/when.ts";
import { admin } from "../texts/admin.ts";
import { common } from "../texts/common.ts";

interface Card {
  readonly name: string;
  readonly title: string;
  readonly code: Shown;
}

/** What stands on a card, and what its QR code says. */
interface Shown {
  readonly qr: string;
  readonly typed: string;
  /** Until when it works; a code for the door works as long as its meeting. */
  readonly until: string | null;
}

const signIn = ({ code, path, expires }: TabletCode): Shown => ({ qr: new URL(path, location.href).href, typed: code, until: admin.cards.until(`${clock(Date.parse(expires))}, ${day(Date.parse(expires))}`) });
const atTheDoor = ({ token, typed }: DoorCode): Shown => ({ qr: doorQr(token), typed, until: null });

/** A printable sheet with one sign-in card for each participant of a meeting. */
export class ConsoleCards extends Light {
  static override properties = { meeting: {}, me: {}, cards: { state: true }, failed: { state: true }, making: { state: true }, door: { state: true } };
  declare meeting: string;
  declare me: string;
  declare cards: readonly Card[];
  declare failed: number;
  declare making: boolean;
  /** Cards for checking in at the door, not for signing in. */
  declare door: boolean;
  #desk: Desk | undefined;

  constructor() {
    super();
    this.cards = [];
    this.failed = 0;
    this.making = false;
    this.door = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("meeting")) return;
    this.#desk?.close();
    this.#desk = new Desk(this.meeting, this.me);
    this.#desk.watch(() => this.requestUpdate());
    this.#desk.open();
  }

  protected override render(): TemplateResult {
    const view = this.#desk?.view;
    const say = admin.cards;
    const people = view?.people.order ?? [];
    return html`<main class="cards-page" id="main">
      <header class="no-print"><a class="ns-button ns-quiet" href=${to.meeting(this.meeting)}>${say.back}</a><div><h1>${say.title}</h1><p class="hint">${say.text}</p></div>
        ${this.cards.length && !this.making ? html`<button type="button" class="ns-button ns-primary" data-testid="cards-print" @click=${() => print()}>${say.print}</button>`
          : html`<button type="button" class="ns-button ns-quiet" data-testid="cards-make-door" ?disabled=${this.making || people.length === 0 || view?.head.phase === "DRAFT"} @click=${() => this.#make(people, true)}>${say.makeDoor(people.length)}</button>
            <button type="button" class="ns-button ns-primary" data-testid="cards-make" ?disabled=${this.making || people.length === 0} @click=${() => this.#make(people, false)}>${this.making ? say.making(this.cards.length, people.length) : say.make(people.length)}</button>`}</header>
      ${this.failed ? html`<p class="hint bad no-print" role="alert">${say.failed(this.failed)}</p>` : nothing}
      ${this.cards.length === 0 && !this.making && this.failed === 0 ? html`<section class="empty no-print"><h2>${view?.head.title}</h2><p>${say.none(people.length)}</p></section>` : nothing}
      <trust-place></trust-place>
      <ul class="cards">${this.cards.map((card) => html`<li class="card" data-testid="card">
        ${qr(card.code.qr)}
        <div><p class="card-name">${card.name}</p><p class="card-title">${card.title}</p><p class="card-scan">${this.door ? say.atDoor : say.scan}, ${say.typed}</p><p class="code-typed">${card.code.typed}</p>
          <p class="card-meeting">${view?.head.title ?? common.product}</p>${card.code.until === null ? nothing : html`<p class="card-until">${card.code.until}</p>`}</div></li>`)}</ul>
    </main>`;
  }

  async #make(people: readonly string[], door: boolean): Promise<void> {
    this.door = door;
    this.making = true;
    this.cards = [];
    this.failed = 0;
    for (const person of people) {
      try {
        const code = door ? atTheDoor(await directory.doorCode(this.meeting, person)) : signIn(await directory.code(person, this.meeting));
        const shown = this.#desk?.person(person);
        this.cards = [...this.cards, { name: shown?.name ?? "", title: shown?.title ?? "", code }];
      } catch {
        this.failed += 1;
      }
    }
    this.making = false;
  }
}

customElements.define("console-cards", ConsoleCards);

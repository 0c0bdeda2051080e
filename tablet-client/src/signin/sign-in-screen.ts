import { LanguageController } from "client-kit/i18n/index.ts";
import { HttpFailure, sentenceOf } from "client-kit/net/http.ts";
import { LitElement, type TemplateResult } from "lit";
import type { Session } from "../app/session.ts";
import { t } from "../texts/all.ts";
import { cleanCode, CODE_LENGTH } from "./code.ts";
import { signInView, type SignInState, type Way } from "./sign-in-view.ts";
import "./sign-in.css";

/** What the event "signed-in" tells. */
export interface SignedIn {
  /** The meeting that the code was made for. */
  readonly meeting: string | null;
}

/** Sign-in by name and password, by a typed code, or by a code scanned from a QR. */
export class SignInScreen extends LitElement {
  static override properties = { session: { attribute: false }, scanned: {}, state: { state: true } };

  declare session: Session;
  /** Code from the address, tried once. */
  declare scanned: string | null;
  declare state: SignInState;

  constructor() {
    super();
    this.scanned = null;
    this.state = { way: "name", busy: false, shown: false, name: "", password: "", code: "", fault: null, field: null };
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  protected override firstUpdated(): void {
    if (this.scanned) void this.#byCode(this.scanned);
  }

  protected override render(): TemplateResult {
    return signInView(this.state, this.session.standing === "again", this.scanned !== null && this.state.busy, {
      way: (way) => this.#set({ way, fault: null, field: null }),
      name: (name) => this.#set({ name, field: null }),
      password: (password) => this.#set({ password, field: null }),
      code: (typed) => this.#set({ code: cleanCode(typed), field: null }),
      show: () => this.#set({ shown: !this.state.shown }),
      go: () => void this.#go(),
    });
  }

  #set(change: Partial<SignInState>): void { this.state = { ...this.state, ...change }; }

  async #go(): Promise<void> {
    const { way, name, password, code } = this.state;
    if (way === "code") {
      if (code.length < CODE_LENGTH) { this.#refuse("code", t("signInCodeShort", { n: code.length })); return; }
      await this.#byCode(code);
      return;
    }
    if (!name.trim()) { this.#refuse("name", t("signInNameMissing")); return; }
    if (!password) { this.#refuse("password", t("signInPasswordMissing")); return; }
    await this.#attempt(() => this.session.signIn(name.trim(), password), "password");
  }

  async #byCode(code: string): Promise<void> {
    await this.#attempt(() => this.session.signInByCode(code), "code");
  }

  async #attempt(work: () => Promise<string | null>, way: "password" | "code"): Promise<void> {
    this.#set({ busy: true, fault: null, field: null });
    try {
      const meeting = await work();
      this.dispatchEvent(new CustomEvent<SignedIn>("signed-in", { bubbles: true, detail: { meeting } }));
    } catch (failure) {
      const wrong = failure instanceof HttpFailure && !failure.passing;
      this.scanned = null;
      this.#set({ way: way === "code" ? "code" : "name", fault: sentenceOf(failure), field: wrong ? way : null, password: way === "password" && wrong ? "" : this.state.password });
    } finally {
      this.#set({ busy: false });
      if (this.state.field) void this.#focus(this.state.field);
    }
  }

  #refuse(field: SignInState["field"], fault: string): void {
    this.#set({ field, fault });
    if (field) void this.#focus(field);
  }

  async #focus(field: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
  }
}

export type { Way };
customElements.define("nt-sign-in", SignInScreen);

import { signing, type Me } from "../api/api.ts";
import { chooseLanguage, language } from "client-kit/i18n/index.ts";
import { actAs } from "client-kit/net/acting-as.ts";
import { HttpFailure, onSignedOut } from "client-kit/net/http.ts";
import { unsentValues } from "../indicators/unsent-values.ts";
import { leaveDesk } from "./forget.ts";
import { endUploads } from "../prepare/uploads.ts";

export type Standing = "asking" | "new" | "out" | "in" | "unreachable";

/** Who is at the desk. */
export class Session {
  standing: Standing = "asking";
  me: Me | null = null;

  constructor(private readonly redraw: () => Promise<unknown>) {
    onSignedOut(() => { if (this.standing === "in") this.#lost(); });
  }

  async start(): Promise<void> {
    try {
      this.me = await signing.me();
      this.standing = "in";
      actAs(this.me.person.id);
      unsentValues.belongTo(this.me.person.id);
    } catch (thrown) {
      this.me = null;
      if (thrown instanceof HttpFailure && thrown.kind === "signedOut") this.standing = (await signing.isNew().catch(() => false)) ? "new" : "out";
      else this.standing = "unreachable";
    }
    void this.redraw();
  }

  async signOut(): Promise<void> {
    const person = this.me?.person.id;
    endUploads();
    unsentValues.end();
    await signing.signOut().catch(() => undefined);
    this.me = null;
    actAs(undefined);
    this.standing = "out";
    location.hash = "#/";
    // no page may stand then that could write it down again
    await this.redraw();
    if (person !== undefined) await leaveDesk(person);
  }

  /** The cookie has run out, or was taken back. */
  #lost(): void {
    endUploads();
    unsentValues.rest();
    const person = this.me?.person.id;
    this.me = null;
    actAs(undefined);
    this.standing = "out";
    void this.redraw().then(() => { if (person !== undefined) return leaveDesk(person); });
  }

  /** Bodies whose meetings this person prepares. */
  get prepares(): Me["bodies"] {
    return this.me?.bodies.filter((body) => body.role === "SECRETARY" || body.role === "CHAIR") ?? [];
  }

  switchLanguage(): void {
    const next = language() === "vi" ? "en" : "vi";
    chooseLanguage(next);
    if (this.standing === "in") void signing.speak(next).catch(() => undefined);
    void this.redraw();
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { to } from "../app/route.ts";
import { Light } from "../shared/light.ts";
import { admin } from "../texts/admin.ts";
import "./admin-bodies.ts";
import "./admin-people.ts";

/** Minimal administration: people, and bodies with their members. */
export class ConsoleAdmin extends Light {
  static override properties = { section: {} };
  declare section: "people" | "bodies";

  protected override render(): TemplateResult {
    const parts = ["people", "bodies"] as const;
    return html`<main class="admin" id="main">
      <header><h1>${admin.title}</h1><nav class="tenses" aria-label=${admin.title}>${parts.map((part) => html`
        <a href=${to.admin(part)} aria-current=${part === this.section ? "page" : nothing} data-testid="admin-${part}">${admin[part]}</a>`)}</nav></header>
      ${this.section === "people" ? html`<admin-people></admin-people>` : html`<admin-bodies></admin-bodies>`}
    </main>`;
  }
}

customElements.define("console-admin", ConsoleAdmin);

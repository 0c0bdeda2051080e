import { html, type TemplateResult } from "lit";
import type { MenuItem } from "client-kit/ui/menu.ts";
import { chooseTheme, themeChoice, type ThemeChoice } from "client-kit/theme/theme.ts";
import { app } from "../texts/app.ts";
import { common } from "../texts/common.ts";
import type { Session } from "./session.ts";

export const THEMES: readonly ThemeChoice[] = ["auto", "light", "dark", "contrast"];

/** What is one's own: colours, language, signing out. Inside a meeting it is a sign only; elsewhere it bears one's name. */
export function ownMenu(session: Session, redraw: () => void, face: "sign" | "named" = "sign"): TemplateResult {
  const theme = (choice: ThemeChoice): MenuItem => ({ label: common.theme[choice], checked: themeChoice() === choice, press: () => { chooseTheme(choice); redraw(); } });
  const items: readonly MenuItem[] = [...THEMES.map(theme), "line", { label: common.language, id: "language", press: () => session.switchLanguage() }, "line",
    { label: app.signOut, id: "sign-out", press: () => void session.signOut() }];
  return html`<ns-menu class="own-menu" data-testid="own-menu" label=${session.me?.person.name ?? ""} iconName="person" ?iconOnly=${face === "sign"} .items=${items}></ns-menu>`;
}

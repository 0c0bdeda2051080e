import { chooseLanguage, language, LANGUAGES } from "client-kit/i18n/index.ts";
import { chooseTextSize, chooseTheme, textSize, themeChoice, type TextSize, type ThemeChoice } from "client-kit/theme/theme.ts";
import { html, type TemplateResult } from "lit";
import { t } from "../texts/index.ts";

const THEMES: readonly ThemeChoice[] = ["auto", "light", "dark", "contrast"];
const SIZES: readonly TextSize[] = ["normal", "large", "largest"];
const themeWords = { auto: "themeAuto", light: "themeLight", dark: "themeDark", contrast: "themeContrast" } as const;
const sizeWords = { normal: "textSize18", large: "textSize22", largest: "textSize28" } as const;

/** Told whenever a switch was used; screens with their own state draw themselves again. */
export const LOOK_CHANGED = "look-changed";
const changed = (): void => { window.dispatchEvent(new Event(LOOK_CHANGED)); };

function group<T extends string>(word: string, all: readonly T[], now: T, label: (one: T) => string, pick: (one: T) => void, test: string, look?: (one: T) => string): TemplateResult {
  return html`<div class="switch" role="group" aria-label=${word}>
    <span class="switch-word">${word}</span>
    <div class="seg">${all.map((one) => html`<button type="button" aria-pressed=${one === now ? "true" : "false"} class=${look?.(one) ?? ""} @click=${() => { pick(one); changed(); }} data-testid=${`${test}-${one}`}>${label(one)}</button>`)}</div>
  </div>`;
}

export const languageSwitch = (): TemplateResult =>
  group(t("languageWord"), LANGUAGES, language(), (one) => t(one === "vi" ? "languageVi" : "languageEn"), chooseLanguage, "language");

export const textSizeSwitch = (): TemplateResult => group(t("textSizeWord"), SIZES, textSize(), (one) => t(sizeWords[one]), chooseTextSize, "text-size", (one) => `is-${one}`);

export const themeSwitch = (): TemplateResult => group(t("themeWord"), THEMES, themeChoice(), (one) => t(themeWords[one]), chooseTheme, "theme");

import type { Page } from "@playwright/test";
import { chooseLanguage, type Language } from "client-kit/i18n/index.ts";
import { t as kit } from "client-kit/i18n/texts.ts";
import { t as reader } from "client-kit/reader/texts.ts";
import { t as figures } from "client-kit/indicators/texts.ts";
import { t as tasks } from "client-kit/tasks/texts.ts";
import { t as search } from "client-kit/text/texts.ts";
import { t as tablet } from "../../tablet-client/src/texts/index.ts";
import { admin } from "../../web-client/src/texts/admin.ts";
import { after } from "../../web-client/src/texts/after.ts";
import { app } from "../../web-client/src/texts/app.ts";
import { common } from "../../web-client/src/texts/common.ts";
import { forms } from "../../web-client/src/texts/forms.ts";
import { indicatorTexts } from "../../web-client/src/texts/indicators.ts";
import { lead } from "../../web-client/src/texts/lead.ts";
import { meetingTexts } from "../../web-client/src/texts/meeting.ts";
import { opinions } from "../../web-client/src/texts/opinions.ts";
import { prepare } from "../../web-client/src/texts/prepare.ts";
import { screenTexts } from "../../web-client/src/texts/screen.ts";
import { statisticTexts } from "../../web-client/src/texts/statistics.ts";
import { taskTexts } from "../../web-client/src/texts/tasks.ts";

const WORD = /[\p{L}\p{N}]+/gu;
/** Letters that Vietnamese has and English has not. */
const ACCENTED = /[^\p{ASCII}]/u;

/** Codes and numbers are in no language. */
const words = (text: string): string[] => (text.toLowerCase().normalize("NFC").match(WORD) ?? []).filter((word) => !/\p{N}/u.test(word));

/** Every text in what is written in the language of the moment; some texts are functions of a number or a name. */
function texts(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part === "function") return [1, 2].flatMap((n) => texts((part as (...given: number[]) => unknown)(n, n, n)));
  return part !== null && typeof part === "object" ? Object.values(part).flatMap(texts) : [];
}

function wordsOf(language: Language): Set<string> {
  chooseLanguage(language);
  const named = [kit, reader, search, tablet, tasks, figures].flatMap((each) => Object.values(each.texts[language]).map((text) => text.replace(/\{\w+[|}]/g, " ")));
  return new Set([...named, ...texts([admin, after, app, common, forms, lead, meetingTexts, opinions, prepare, screenTexts, taskTexts, indicatorTexts, statisticTexts])].flatMap(words));
}

const ALL: Record<Language, Set<string>> = { vi: wordsOf("vi"), en: wordsOf("en") };

/**
 * Words of the interface that belong to the other language, each in its text. What people have written (`data`) is taken out first,
 * and parts that say of themselves that they are in another language (an official paper) are left alone.
 */
export async function foreignWords(page: Page, language: Language, data: readonly string[]): Promise<string[]> {
  const other = ALL[language === "vi" ? "en" : "vi"];
  const own = ALL[language];
  const known = [...data].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (const shown of await shownTexts(page, language)) {
    const said = known.reduce((text, piece) => text.replaceAll(piece, " "), shown.normalize("NFC"));
    const foreign = words(said).filter((word) => !own.has(word) && (other.has(word) || (language === "en" && ACCENTED.test(word))));
    if (foreign.length > 0) found.add(`${foreign.join(" ")} ← ${said.trim()}`);
  }
  return [...found];
}

/** What can be read, or is said to a screen reader. */
function shownTexts(page: Page, language: Language): Promise<string[]> {
  return page.evaluate((lang) => {
    const found = [document.title];
    const ours = (element: Element): boolean => (element.closest("[lang]")?.getAttribute("lang") ?? lang) === lang && element.checkVisibility();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) if (node.textContent?.trim() && node.parentElement && ours(node.parentElement)) found.push(node.textContent);
    for (const name of ["aria-label", "title", "placeholder", "alt"]) for (const element of document.body.querySelectorAll(`[${name}]`)) if (ours(element)) found.push(element.getAttribute(name) ?? "");
    return found;
  }, language);
}

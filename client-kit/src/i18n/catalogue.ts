import { language, type Language } from "./language.ts";

/**
 * The names in braces of a text: "{n} phút" needs {n}. English may bend to a number with
 * "{n|minute|minutes}", which prints the first word for one and the second otherwise.
 */
type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? (Name extends `${infer Short}|${string}` ? Short : Name) | Names<Rest> : never;
type Values<S extends string> = { readonly [Name in Names<S>]: string | number };
type Arguments<S extends string> = [Names<S>] extends [never] ? [] : [values: Values<S>];

export interface Catalogue<V extends Readonly<Record<string, string>>> {
  /** The text in the language of the moment. */
  <K extends keyof V & string>(key: K, ...values: Arguments<V[K]>): string;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/**
 * Makes the `t` of an app or a package: Vietnamese first, English with the very same keys (the compiler says which is missing).
 *
 *     export const t = catalogue({ vi: { left: "Còn {n} phút" }, en: { left: "{n} {n|minute|minutes} left" } });
 *     t("left", { n: 5 })
 */
export function catalogue<const V extends Readonly<Record<string, string>>>(texts: { vi: V; en: { readonly [K in keyof V]: string } }): Catalogue<V> {
  const all: Record<Language, Readonly<Record<string, string>>> = { vi: texts.vi, en: texts.en };
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => fill(all[language()][key] ?? key, values ?? {});
  return Object.assign(say, { texts: all }) as Catalogue<V>;
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one: string | undefined, many: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}

/** For tests: what is wrong with a catalogue (empty texts, names in braces that differ between the languages). */
export function flaws(of: Catalogue<Readonly<Record<string, string>>>): string[] {
  const names = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ""))].sort().join(",");
  return Object.keys(of.texts.vi).flatMap((key) => {
    const vi = of.texts.vi[key] ?? "";
    const en = of.texts.en[key] ?? "";
    if (vi.trim() === "" || en.trim() === "") return [`${key}: empty`];
    return names(vi) === names(en) ? [] : [`${key}: {${names(vi)}} against {${names(en)}}`];
  });
}

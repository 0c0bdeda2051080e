import { language } from "client-kit/i18n/index.ts";

/** The texts of one area in both languages, some of them functions; reads as the object of the language in use. */
export function texts<T extends object>(vi: T, en: T): T {
  return new Proxy(vi, { get: (_, key) => Reflect.get(language() === "vi" ? vi : en, key) as unknown });
}

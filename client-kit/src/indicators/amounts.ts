import { language } from "../i18n/language.ts";

const DECIMALS = 6;
const SCALE = 10n ** BigInt(DECIMALS);

/** 95.4 as millionths: numbers stay exact. */
function scaled(key: string): bigint {
  const [whole = "0", part = ""] = key.replace("-", "").split(".");
  const value = BigInt(whole) * SCALE + BigInt(part.padEnd(DECIMALS, "0").slice(0, DECIMALS));
  return key.startsWith("-") ? -value : value;
}

/** 1234.5 → 1.234,5 in Vietnamese, 1,234.5 in English. */
export function amountWords(key: string): string {
  const [whole = "0", part] = key.replace("-", "").split(".");
  const [group, point] = language() === "vi" ? [".", ","] : [",", "."];
  return `${key.startsWith("-") ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${part ? point + part : ""}`;
}

/** With its unit: 72,25% · 1.204 hồ sơ */
export const withUnit = (key: string, unit: string): string => (unit === "%" ? `${amountWords(key)}%` : unit === "" ? amountWords(key) : `${amountWords(key)} ${unit}`);

/** What is more now than before, exactly. */
export function difference(now: string, before: string): string {
  const value = scaled(now) - scaled(before);
  const size = value < 0n ? -value : value;
  const part = String(size % SCALE).padStart(DECIMALS, "0").replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${size / SCALE}${part ? `.${part}` : ""}`;
}

export const compare = (a: string, b: string): number => (scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0);

/** What a person typed, as it is sent: 1.234,5 and 1234.5 alike; undefined when it is no number. */
export function typedAmount(text: string): string | undefined {
  const plain = text.replace(/[\s\u00A0%]/g, "").replace("−", "-");
  const vi = language() === "vi";
  const grouped = vi ? /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/ : /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
  const number = grouped.test(plain) ? (vi ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", "")) : plain.replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? number : undefined;
}

import { must } from "./fault.ts";

const ID = /^[A-Za-z0-9_:.-]{1,100}$/;

/** Canonical JSON (RFC 8785) of ASCII texts, whole numbers, lists and objects. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** @throws CheckFailed unless it is an object with just these members */
export function object(value: unknown, members: readonly string[], name: string): Record<string, unknown> {
  must(typeof value === "object" && value !== null && !Array.isArray(value), "form", `${name} is no object`);
  must(Object.keys(value).sort().join() === [...members].sort().join(), "form", `${name} has other members than ${members.join(", ")}`);
  return value as Record<string, unknown>;
}

/** @throws CheckFailed unless it is a list of so many */
export function list<T>(value: unknown, least: number, most: number, name: string, read: (item: unknown, name: string, at: number) => T): T[] {
  must(Array.isArray(value) && value.length >= least && value.length <= most, "form", `${name} is no list of ${least} to ${most}`);
  return value.map((item: unknown, at) => read(item, `${name}[${at}]`, at));
}

export function id(value: unknown, name: string): string {
  must(typeof value === "string" && ID.test(value), "form", `${name} is no id`);
  return value;
}

/** A whole number from 0, below 2^31. */
export function number(value: unknown, name: string): number {
  must(Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31, "form", `${name} is no number`);
  return value as number;
}

import type { Fact } from "../api/api.ts";

/** As many as the server gives at once. */
const SHOWN = 60;

/** Facts to show, newest first: those shown before, and what was fetched since, oldest first. What is there already is not doubled. */
export function withNew(shown: readonly Fact[], fetched: readonly Fact[]): readonly Fact[] {
  const newest = shown[0]?.seq ?? 0;
  return [...fetched.filter((fact) => fact.seq > newest).reverse(), ...shown].slice(0, SHOWN);
}

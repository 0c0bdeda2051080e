import type { Note } from "../proto/protocol.ts";

/** Equal as JSON: absent and undefined are the same, and the order of names does not matter. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) if (!alike(left[name], right[name])) return false;
  return true;
}

/** Both look the same on the page, whoever may see them. */
export const looksAlike = (a: Note | undefined, b: Note | undefined): boolean => a === b || (a !== undefined && b !== undefined && a.paper === b.paper && a.page === b.page && alike(a.body, b.body));

/** Both say the same, whenever and in which version they were kept. */
export const saysTheSame = (a: Note, b: Note): boolean => looksAlike(a, b) && a.opinion === b.opinion && alike(a.share, b.share) && (a.carried?.seen ?? false) === (b.carried?.seen ?? false);

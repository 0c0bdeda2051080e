import type { JsonValue } from "../proto/protocol.ts";

type JsonObject = { readonly [key: string]: JsonValue };

/** A key that would reach into the prototype; no view has it, so a patch that does is not obeyed. */
const FORBIDDEN = "__proto__";

/**
 * RFC 7396. The target is left alone; what the patch doesn't change is shared with the result, down to the result itself
 * when nothing changes, so that `===` tells a screen what to draw again.
 */
export function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return share(target, patch);
  const before: JsonObject = isObject(target) ? target : {};
  let changed = !isObject(target);
  const after: Record<string, JsonValue> = { ...before };
  for (const [key, value] of Object.entries(patch)) {
    if (key === FORBIDDEN) continue;
    const known = Object.hasOwn(before, key);
    if (value === null) {
      if (known) {
        delete after[key];
        changed = true;
      }
      continue;
    }
    const merged = mergePatch(known ? before[key] : undefined, value);
    if (!known || merged !== before[key]) {
      after[key] = merged;
      changed = true;
    }
  }
  return changed ? after : (target as JsonValue);
}

/** The new value, made of the old one's parts where they are equal. */
export function share(old: JsonValue | undefined, fresh: JsonValue): JsonValue {
  if (old === fresh) return fresh;
  if (Array.isArray(old) && Array.isArray(fresh)) {
    const parts = fresh.map((one, at) => share(old[at], one));
    return parts.length === old.length && parts.every((one, at) => one === old[at]) ? old : parts;
  }
  if (isObject(old) && isObject(fresh)) {
    const parts: Record<string, JsonValue> = {};
    let same = Object.keys(old).length === Object.keys(fresh).length;
    for (const [key, value] of Object.entries(fresh)) {
      if (key === FORBIDDEN) continue;
      const known = Object.hasOwn(old, key);
      const part = share(known ? old[key] : undefined, value);
      parts[key] = part;
      same &&= known && part === old[key];
    }
    return same ? old : parts;
  }
  return fresh;
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

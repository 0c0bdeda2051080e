/** Where a person was in a paper; zoom is kept as the part of the page in the middle, so another screen shows the same. */
export interface Place {
  readonly page: number;
  readonly scale: number;
  /** The page's point in the middle of the surface, 0..1. */
  readonly cx: number;
  readonly cy: number;
}

/** How a person likes to read, the same in every paper. */
export interface Habits {
  readonly large: boolean;
  readonly textPx: number;
  readonly dark: boolean;
  /** Ink as dark and paper as light as can be; never together with a dark page. */
  readonly contrast: boolean;
}

export const TEXT_SIZES_PX = [20, 24, 28, 32] as const;
export const HABITS: Habits = { large: false, textPx: 24, dark: false, contrast: false };
const PLACES_LIMIT = 400;

const key = (person: string, paper: string): string => `nghisu.place.${person}.${paper}`;
const habitsKey = (person: string): string => `nghisu.reading.${person}`;

/** Storage may be refused (private window, full): reading goes on without it. */
function attempt<T>(work: () => T): T | null {
  try { return work(); } catch { return null; }
}

const num = (value: unknown, low: number, high: number): number | null =>
  typeof value === "number" && Number.isFinite(value) && value >= low && value <= high ? value : null;

export function readPlace(store: Storage, person: string, paper: string): Place | null {
  if (!person || !paper) return null;
  const raw = attempt(() => JSON.parse(store.getItem(key(person, paper)) ?? "null") as Record<string, unknown> | null);
  if (!raw || typeof raw !== "object") return null;
  const page = num(raw["page"], 1, 100_000);
  if (page === null) return null;
  return { page, scale: num(raw["scale"], 0.1, 20) ?? 1, cx: num(raw["cx"], 0, 1) ?? 0.5, cy: num(raw["cy"], 0, 1) ?? 0.5 };
}

export function keepPlace(store: Storage, person: string, paper: string, place: Place): void {
  if (!person || !paper) return;
  const text = JSON.stringify({ page: place.page, scale: cut(place.scale), cx: cut(place.cx), cy: cut(place.cy) });
  attempt(() => {
    if (store.getItem(key(person, paper)) === null) thin(store, person);
    store.setItem(key(person, paper), text);
  });
}

export function readHabits(store: Storage, person: string): Habits {
  const raw = attempt(() => JSON.parse(store.getItem(habitsKey(person)) ?? "null") as Record<string, unknown> | null);
  if (!raw || typeof raw !== "object") return HABITS;
  return { large: raw["large"] === true, textPx: num(raw["textPx"], 16, 40) ?? HABITS.textPx, dark: raw["dark"] === true, contrast: raw["contrast"] === true && raw["dark"] !== true };
}

export function keepHabits(store: Storage, person: string, habits: Habits): void {
  attempt(() => store.setItem(habitsKey(person), JSON.stringify(habits)));
}

/** At sign-out of a shared tablet. */
export function forgetPlaces(store: Storage, person: string): void {
  attempt(() => {
    for (const name of names(store)) if (name.startsWith(`nghisu.place.${person}.`) || name === habitsKey(person)) store.removeItem(name);
  });
}

function thin(store: Storage, person: string): void {
  const mine = names(store).filter((n) => n.startsWith(`nghisu.place.${person}.`));
  for (const name of mine.slice(0, Math.max(0, mine.length - PLACES_LIMIT + 1))) store.removeItem(name);
}

const names = (store: Storage): string[] => Array.from({ length: store.length }, (_, i) => store.key(i) ?? "");
const cut = (n: number): number => Math.round(n * 1000) / 1000;

import type { Seat } from "../proto/protocol.ts";

/** Neighbours stand ten tenths of a place apart; the server refuses less than eight. */
export const PITCH = 10;
const APART = 8;
/** A dragged seat goes to the nearest crossing of a grid of half places. */
export const GRID = 5;
export const SIDE = 1_000;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const MOST_ABREAST = 98;

/** Straight rows from the front to the back, the last one in the middle; with an aisle between the halves. Rows are as long as it takes to stay on the map. */
export function rows(count: number, wanted: number, aisle: boolean): Spot[] {
  const perRow = Math.min(MOST_ABREAST, Math.max(wanted, Math.ceil(count / MOST_ABREAST), 1));
  const half = Math.ceil(perRow / 2);
  const gap = aisle && perRow > 1 ? PITCH : 0;
  return Array.from({ length: count }, (_, n) => {
    const row = Math.floor(n / perRow);
    const inRow = Math.min(perRow, count - row * perRow);
    const shift = inRow < perRow ? Math.floor((perRow - inRow) / 2) : 0;
    const column = (n % perRow) + shift;
    return { x: PITCH + column * PITCH + (column >= half ? gap : 0), y: PITCH + row * PITCH };
  });
}

/** Seats of one ring at most before another is laid round it. */
const RING = 40;

/**
 * Tables in the shape of a U that is open to the back: the head first, from its middle outwards, then both arms in turns from the head
 * on. Many people sit in several rings, the inner one first.
 */
export function horseshoe(count: number): Spot[] {
  const rings = Math.max(1, Math.ceil(count / RING));
  const inner = Math.ceil(count / rings);
  const head = Math.max(1, Math.min(15, Math.round(inner * 0.3) | 1));
  const arm = Math.max(0, Math.ceil((inner - head) / 2));
  const spots: Spot[] = [];
  for (let ring = 0; ring < rings; ring++) {
    const width = head + 2 * ring;
    const top = -ring * PITCH;
    for (const step of outward(width)) spots.push({ x: (step - ring) * PITCH, y: top });
    for (let n = 0; n < arm + ring; n++) {
      spots.push({ x: -(ring + 1) * PITCH, y: top + (n + 1) * PITCH }, { x: (head + ring) * PITCH, y: top + (n + 1) * PITCH });
    }
  }
  return toTheEdge(spots.slice(0, count));
}

/** 0 … n-1 from the middle outwards. */
function outward(n: number): number[] {
  const middle = (n - 1) / 2;
  return Array.from({ length: n }, (_, i) => i).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
}

/** The same seats, the left- and frontmost one place from the edges. */
function toTheEdge(spots: readonly Spot[]): Spot[] {
  const left = Math.min(...spots.map((spot) => spot.x));
  const top = Math.min(...spots.map((spot) => spot.y));
  return spots.map(({ x, y }) => ({ x: x - left + PITCH, y: y - top + PITCH }));
}

export const snap = (along: number): number => Math.max(0, Math.min(SIDE, Math.round(along / GRID) * GRID));

/** Whether a seat may stand there without lying on another. */
export const isFree = (seats: readonly Seat[], spot: Spot, except = ""): boolean =>
  seats.every((seat) => seat.id === except || Math.abs(seat.x - spot.x) >= APART || Math.abs(seat.y - spot.y) >= APART);

/** Where a further seat goes: behind the last one to the right, or in a row of its own. */
export function nextSpot(seats: readonly Seat[]): Spot {
  const last = seats.at(-1);
  if (!last) return { x: PITCH, y: PITCH };
  const beside = { x: last.x + PITCH, y: last.y };
  return beside.x <= SIDE && isFree(seats, beside) ? beside : { x: PITCH, y: snap(Math.max(...seats.map((seat) => seat.y)) + PITCH) };
}

/** An id that no seat has. */
export function freeId(seats: readonly Seat[]): string {
  const ids = new Set(seats.map((seat) => seat.id));
  for (let n = seats.length + 1; ; n++) {
    const id = `s${String(n).padStart(3, "0")}`;
    if (!ids.has(id)) return id;
  }
}

export function laid(spots: readonly Spot[]): Seat[] {
  return spots.map((spot, n) => ({ id: `s${String(n + 1).padStart(3, "0")}`, ...spot, label: "" }));
}

/** Everybody in the order of the list, as far as there are seats. */
export const byOrder = (seats: readonly Seat[], people: readonly string[]): Seat[] => seats.map((seat, n) => withPerson(seat, people[n]));

export const withPerson = ({ id, x, y, label }: Seat, person: string | undefined): Seat => ({ id, x, y, label, ...(person === undefined ? {} : { person }) });

/** A person to a seat; whoever sits there takes the seat that the person had, if any. */
export function seated(seats: readonly Seat[], person: string, to: string): Seat[] {
  const other = seats.find((seat) => seat.id === to)?.person;
  return seats.map((seat) => (seat.id === to ? withPerson(seat, person) : seat.person === person ? withPerson(seat, other === person ? undefined : other) : seat));
}

export type Way = "left" | "right" | "up" | "down";

/** The seat that an arrow key goes to: the nearest one that way, rather straight on than aside. */
export function neighbour<S extends Spot>(seats: readonly S[], from: S, way: Way): S | undefined {
  let best: S | undefined;
  let least = Infinity;
  for (const seat of seats) {
    const [dx, dy] = [seat.x - from.x, seat.y - from.y];
    const [ahead, aside] = way === "left" ? [-dx, dy] : way === "right" ? [dx, dy] : way === "up" ? [-dy, dx] : [dy, dx];
    const far = ahead + 3 * Math.abs(aside);
    if (ahead > 0 && far < least) [best, least] = [seat, far];
  }
  return best;
}

/** Where a label wants to stand: its left edge, its upper edge, its size. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 3;

const meet = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.left + b.width + GAP_PX && b.left < a.left + a.width + GAP_PX && a.top < b.top + b.height && b.top < a.top + a.height;

/**
 * Places labels within `room`, the last first, so that the newest number always stands: each is moved inside, and one that would cover
 * another, or is wider than the room, is left out. A number that is cut off reads as another number.
 */
export function placeLabels(boxes: readonly LabelBox[], room: { readonly left: number; readonly right: number }): (LabelBox | null)[] {
  const placed: LabelBox[] = [];
  return [...boxes].reverse().map((box) => {
    const inside = { ...box, left: Math.min(Math.max(box.left, room.left), room.right - box.width) };
    if (inside.left < room.left || placed.some((other) => meet(inside, other))) return null;
    placed.push(inside);
    return inside;
  }).reverse();
}

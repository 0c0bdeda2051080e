import type { MeetingView } from "client-kit/proto/protocol.ts";

/** What the chair most likely takes up next: the first item to come behind the one in hand, else the first left out; a heading gives way to its first part. */
export function nextItem(view: MeetingView): string | null {
  const { order, items, inHand } = view.agenda;
  const toCome = (id: string): boolean => items[id]?.progress === "TO_COME";
  const isHeading = (id: string): boolean => order.some((other) => items[other]?.parent === id && toCome(other));
  const from = inHand ? order.indexOf(inHand) + 1 : 0;
  const found = [...order.slice(from), ...order.slice(0, from)].filter(toCome);
  return found.find((id) => !isHeading(id)) ?? found[0] ?? null;
}

/** Items that have not been taken up; headings don't count. */
export function itemsLeft(view: MeetingView): number {
  const { order, items } = view.agenda;
  return order.filter((id) => items[id]?.progress === "TO_COME" && !order.some((other) => items[other]?.parent === id)).length;
}

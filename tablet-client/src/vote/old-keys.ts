import { keyShelf } from "client-kit/store/key-shelf.ts";
import type { Desk } from "../meeting/desk.ts";

const known = new WeakMap<Desk, string>();

/** Parts of keys that this device keeps go when their vote is over, removed or made anew; whether it is, only a server that is there can say. */
export function dropOldKeys(desk: Desk): void {
  const { mine, view, link, meeting } = desk.room;
  if (!view || !mine || link !== "open") return;
  const polls = mine.trusts.map(({ poll }) => poll.id);
  const now = polls.join();
  if (known.get(desk) === now) return;
  known.set(desk, now);
  keyShelf.keepOnly(mine.person, meeting, polls).catch(() => known.delete(desk));
}

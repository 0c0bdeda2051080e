import type { Voter } from "client-kit/proto/protocol.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "./texts.ts";

/** Who has more votes than one, as the key binds it: with votes of many sizes a sum tells single ballots, so everybody reads them. */
export function weightsLine(desk: Desk, weights: readonly Voter[]): string {
  const people = desk.room.view!.people.people;
  return weights.length === 0 ? t("weightsOne") : t("weightsMore", { list: weights.map(({ id, weight }) => `${people[id]?.name ?? id}: ${weight}`).join("; ") });
}

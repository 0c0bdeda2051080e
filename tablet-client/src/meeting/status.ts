import { t } from "../texts/index.ts";
import type { Room } from "./room.ts";

export interface Status {
  readonly kind: "saved" | "sending" | "connecting" | "offline" | "refused" | "away";
  readonly word: string;
}

/** The chip: a refusal asks to be read first, then the network, then what is on its way. */
export function statusOf({ link, sending, refused }: Pick<Room, "link" | "sending" | "refused">, notes: { readonly waiting: number; readonly refused: number } = { waiting: 0, refused: 0 }): Status {
  const n = sending.length;
  if (link === "signed-out") return { kind: "away", word: t("statusAway") };
  if (refused.length + notes.refused > 0) return { kind: "refused", word: t("statusRefused", { n: refused.length + notes.refused }) };
  if (link === "offline" || link === "no-access") return { kind: "offline", word: n > 0 ? t("statusOfflineWaiting", { n: n + notes.waiting }) : notes.waiting > 0 ? t("statusNotes", { n: notes.waiting }) : t("statusOffline") };
  if (link === "connecting") return { kind: "connecting", word: t("statusConnecting") };
  if (n > 0) return { kind: "sending", word: n > 1 ? t("statusSendingMany", { n }) : t("statusSending") };
  if (notes.waiting > 0) return { kind: "sending", word: t("statusNotes", { n: notes.waiting }) };
  return { kind: "saved", word: t("statusSaved") };
}

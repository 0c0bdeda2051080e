import type { SpeechKind } from "client-kit/proto/protocol.ts";
import { t } from "../texts/all.ts";

/** The kind of a speech, with whom a question is put to or replied to. */
export function kindWords(kind: SpeechKind, other: string | undefined): string {
  return other !== undefined && (kind === "QUESTION" || kind === "REPLY") ? t(kind === "QUESTION" ? "questionTo" : "replyTo", { name: other }) : t(`speech${kind}`);
}

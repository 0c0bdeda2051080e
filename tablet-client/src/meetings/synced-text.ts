import { format } from "client-kit/i18n/index.ts";
import { t } from "../texts/all.ts";

/** The hour, and the day unless it is today's. */
export const syncedText = (at: number, now: number): string =>
  t("syncedAt", { time: format.date(at) === format.date(now) ? format.shortTime(at) : `${format.shortTime(at)}, ${format.date(at)}` });

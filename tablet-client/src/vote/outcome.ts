import type { Outcome } from "client-kit/proto/protocol.ts";
import { t } from "../texts/index.ts";

export const outcomeWord = (outcome: Outcome): string => t(`outcome${outcome}`);

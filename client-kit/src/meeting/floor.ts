import type { FloorRules, RequestView } from "../proto/protocol.ts";

/** Refusals that warn of a rule of the floor; who leads may pass over them. */
export const isBeyond = (code: string): boolean => code === "TURNS_USED" || code === "DISCUSSION_TIME_USED" || code === "LONGER_THAN_RULES";

/** A question or the reply to one: these are a queue of their own. */
export const isQuestioning = ({ kind, to }: RequestView): boolean => kind === "QUESTION" || (kind === "REPLY" && to !== undefined);

/** Whether the rules of the floor limit any turn. */
export const hasLimits = ({ discussion, question, reply, pointOfOrder }: FloorRules): boolean =>
  [discussion, question, reply, pointOfOrder].some(({ first, later }) => first > 0 || later > 0);

import type { MinutesComment, MinutesView } from "../proto/protocol.ts";

/** What somebody asks for in the minutes and nobody has settled. */
export const openComments = ({ comments }: MinutesView): MinutesComment[] => Object.values(comments).filter(({ resolvedBy }) => resolvedBy === undefined);

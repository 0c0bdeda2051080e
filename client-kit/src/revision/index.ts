export { changedPages, heirOf, isChanged, linesOf, stepFrom, type ChangeLine, type Changes, type PageChange, type Span } from "./changes.ts";
export { markChanges } from "./marks.ts";
export { NsChanges } from "./ns-changes.ts";
export { olderOf, RevisionView } from "./revision-view.ts";

export { changedPages, heirOf, isChanged, linesOf, stepFrom, type ChangeLine, type Changes, type PageChange, type Span } from "./changes.ts";
export { markChanges } from "./marks.ts";
export { NsChanges } from "./ns-changes.ts";
export { changesFile, comparedWith, olderOf } from "./older.ts";
export { RevisionView } from "./revision-view.ts";

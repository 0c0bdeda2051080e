export { changedPages, goneAt, heirOf, isChanged, linesOf, originOf, stepFrom, type ChangeLine, type Changes, type PageChange, type Revised, type Span } from "./changes.ts";
export { markChanges } from "./marks.ts";
export { NsChanges } from "./ns-changes.ts";
export { NsPageOverlay, type OverlayMode } from "./ns-page-overlay.ts";
export { comparedWith, olderOf, type Older } from "./older.ts";
export { RevisionView, type Seen } from "./revision-view.ts";

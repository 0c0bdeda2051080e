export { NsReader } from "./ns-reader.ts";
export { NsFollowPill } from "./ns-follow-pill.ts";
export type { Highlight, Panel, ReaderEvents, Trouble } from "./reader-events.ts";
export type { PresenterState } from "./follow.ts";
export { printedLabel, WHOLE_PAGE, type Manifest, type ManifestPage, type OutlineEntry, type Point, type Rect } from "./manifest.ts";
export { painted } from "./painted.ts";
export { forgetPlaces } from "./place.ts";
export type { Words } from "./words.ts";
export { printedPlace } from "./furniture.ts";

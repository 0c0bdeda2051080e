/** What stands beside the page, in one part. */
import "../text/ns-paper-search.ts";
import "./ns-large-text.ts";
import "./ns-page-pad.ts";
import "./ns-page-strip.ts";

export { browserSpeech, ReadAloud } from "./read-aloud.ts";

export { Clock, serverClock } from "./clock.ts";
export { http, HttpFailure, onSignedOut, sentenceOf } from "./http.ts";
export { MeetingController } from "./meeting-controller.ts";
export { MeetingLink, statusSentence, type LateAnswer, type LinkStatus, type MeetingLinkOptions, type PageLive } from "./meeting-link.ts";
export { Mirror } from "./mirror.ts";
export type { Done, Outcome, Refused } from "./outcome.ts";
export { newId } from "./tabs.ts";

/** The secret ballot on the tablet: not part of the shell, kept with it, and read in when a meeting has such a vote. */
import "client-kit/secret/secret.css";
import "./secret.css";
export { boothView, heldCheck, modeLine, sealedView } from "./booth-view.ts";
export { countedView, countingView } from "./count-view.ts";
export { OpenedScreen } from "./opened-screen.ts";
export { ownCode, secretOf } from "./secret-room.ts";
export { trusteeBanner, trusteeSheet } from "./trustee-view.ts";

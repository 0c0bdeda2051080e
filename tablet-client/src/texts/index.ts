import { catalogue } from "client-kit/i18n/index.ts";
import { after } from "./after.ts";
import { common } from "./common.ts";
import { floor } from "./floor.ts";
import { lead } from "./lead.ts";
import { meeting } from "./meeting.ts";
import { meetings } from "./meetings.ts";
import { notes } from "./notes.ts";
import { signin } from "./signin.ts";
import { vote } from "./vote.ts";
import { waiting } from "./waiting.ts";

const vi = { ...common.vi, ...signin.vi, ...meetings.vi, ...meeting.vi, ...floor.vi, ...vote.vi, ...lead.vi, ...after.vi, ...waiting.vi, ...notes.vi };
const en = { ...common.en, ...signin.en, ...meetings.en, ...meeting.en, ...floor.en, ...vote.en, ...lead.en, ...after.en, ...waiting.en, ...notes.en };

/** Every sentence of the tablet. */
export const t = catalogue({ vi, en });
export type TextKey = keyof typeof vi;

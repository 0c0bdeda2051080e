import { catalogue } from "client-kit/i18n/index.ts";
import { after } from "./after.ts";
import { common } from "./common.ts";
import { floor } from "./floor.ts";
import { meeting } from "./meeting.ts";
import { meetings } from "./meetings.ts";
import { notes } from "./notes.ts";
import { signin } from "./signin.ts";
import { vote } from "./vote.ts";

export const vi = { ...common.vi, ...meetings.vi, ...meeting.vi, ...floor.vi, ...vote.vi, ...after.vi, ...notes.vi };
export const en = { ...common.en, ...meetings.en, ...meeting.en, ...floor.en, ...vote.en, ...after.en, ...notes.en };

/** The sentences that stand on the way to a page and to a vote; what comes later (see `app/later`) finds all of them in `all.ts`. */
export const t = catalogue({ vi, en });

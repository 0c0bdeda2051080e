import { catalogue } from "client-kit/i18n/index.ts";
import { en, vi } from "./index.ts";
import { lead } from "./lead.ts";
import { me } from "./me.ts";
import { signin } from "./signin.ts";
import { storage } from "./storage.ts";
import { waiting } from "./waiting.ts";

/** Every sentence of the tablet, for the parts that are loaded later. */
export const t = catalogue({ vi: { ...vi, ...signin.vi, ...lead.vi, ...waiting.vi, ...storage.vi, ...me.vi }, en: { ...en, ...signin.en, ...lead.en, ...waiting.en, ...storage.en, ...me.en } });

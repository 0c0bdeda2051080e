import { catalogue } from "client-kit/i18n/index.ts";
import { en, vi } from "./index.ts";
import { before } from "./before.ts";
import { held } from "./held.ts";
import { lead } from "./lead.ts";
import { me } from "./me.ts";
import { recusal } from "./recusal.ts";
import { result } from "./result.ts";
import { secretMode } from "./secret-mode.ts";
import { signin } from "./signin.ts";
import { signed } from "./signed.ts";
import { speaking } from "./speaking.ts";
import { storage } from "./storage.ts";
import { waiting } from "./waiting.ts";

/** Every sentence of the tablet, for the parts that are loaded later. */
export const t = catalogue({ vi: { ...vi, ...signin.vi, ...lead.vi, ...secretMode.vi, ...waiting.vi, ...speaking.vi, ...storage.vi, ...me.vi, ...recusal.vi, ...held.vi, ...result.vi, ...before.vi, ...signed.vi }, en: { ...en, ...signin.en, ...lead.en, ...secretMode.en, ...waiting.en, ...speaking.en, ...storage.en, ...me.en, ...recusal.en, ...held.en, ...result.en, ...before.en, ...signed.en } });

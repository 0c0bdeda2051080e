import { catalogue } from "client-kit/i18n/index.ts";
import { t as kit } from "client-kit/secret/texts.ts";
import { en, vi } from "../texts/index.ts";
import { secret } from "../texts/secret.ts";
import { secretMode } from "../texts/secret-mode.ts";

/** All sentences of the secret ballot, for its own part of the tablet. */
export const t = catalogue({ vi: { ...vi, ...secretMode.vi, ...secret.vi }, en: { ...en, ...secretMode.en, ...secret.en } });
/** What the kit says of codes and checks. */
export const say = kit;

import { existsSync } from "node:fs";

const SHELL = "/usr/bin/chromium-headless-shell";

/** Debian's Chromium as people have it: with its warnings of certificates, and service workers that outlive a kill. `CHROMIUM` names another. */
export const WHOLE_BROWSER = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** The same engine without windows and warnings where that is installed, for a third less work. */
export const BROWSER = process.env["CHROMIUM"] ?? (existsSync(SHELL) ? SHELL : WHOLE_BROWSER);

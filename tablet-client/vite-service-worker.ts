import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { build, type Plugin, type ResolvedConfig } from "vite";
import { FLOOR } from "./vite-smaller.ts";

/** Left out of the shell: old font formats that no supported browser asks for, and what is not part of the app. */
const LEFT_OUT = /\.(?:woff|ttf|map|txt)$|(?:^|\/)sw\.js$/;

/**
 * Builds `entry` into /sw.js after the app, with the list of the app's files in it (`__SHELL__`).
 * The worker's version is a hash over their names and contents: the browser sees a new worker exactly when the shell has changed.
 */
export function serviceWorker(entry: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: "nghisu-service-worker",
    apply: "build",
    configResolved(resolved) { config = resolved; },
    closeBundle: {
      sequential: true,
      order: "post",
      async handler() {
        const out = resolve(config.root, config.build.outDir);
        const names = files(out).map((f) => relative(out, f).split(sep).join("/")).filter((n) => !LEFT_OUT.test(n)).sort();
        const hash = createHash("sha256");
        for (const name of names) hash.update(name).update("\0").update(readFileSync(join(out, name)));
        const shell = { version: hash.digest("hex").slice(0, 16), page: `${config.base}index.html`, files: names.map((n) => config.base + n) };
        await build({
          configFile: false, root: config.root, base: config.base, publicDir: false, logLevel: "warn",
          define: { __SHELL__: JSON.stringify(shell) },
          build: {
            outDir: config.build.outDir, emptyOutDir: false, target: FLOOR, sourcemap: false,
            lib: { entry, formats: ["iife"], name: "worker", fileName: () => "sw.js" },
          },
        });
      },
    },
  };
}

function files(folder: string): string[] {
  return readdirSync(folder).map((n) => join(folder, n)).flatMap((f) => (statSync(f).isDirectory() ? files(f) : [f]));
}

import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { chunks } from "./vite-chunks.ts";
import { serviceWorker } from "./vite-service-worker.ts";
import { FLOOR, FLOOR_OF_SCRIPTS, smaller } from "./vite-smaller.ts";

export default defineConfig({
  base: "/tablet/",
  build: { rolldownOptions: { output: { codeSplitting: { groups: chunks(dirname(fileURLToPath(import.meta.url))) } } }, target: FLOOR_OF_SCRIPTS, cssTarget: FLOOR, assetsInlineLimit: 0, sourcemap: false, modulePreload: { polyfill: false, resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []) } },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true }, "/files": "http://127.0.0.1:8080" } },
  plugins: [smaller(), serviceWorker("src/sw.ts")],
});

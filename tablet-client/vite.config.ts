import { defineConfig } from "vite";
import { serviceWorker } from "./vite-service-worker.ts";

export default defineConfig({
  base: "/tablet/",
  // The helpers of the compiler travel with Lit: a file of its own for each would cost more than it holds.
  build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: "lit", test: /oxc-project|rolldown.runtime|node_modules.(lit|@lit)/ }] } } }, target: ["chrome109", "safari15.4"], assetsInlineLimit: 0, sourcemap: false, modulePreload: { polyfill: false, resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []) } },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true }, "/files": "http://127.0.0.1:8080" } },
  plugins: [serviceWorker("src/sw.ts")],
});

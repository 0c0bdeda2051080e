import { defineConfig } from "vite";

export default defineConfig({
  base: "/web/",
  build: { target: ["chrome109", "safari15.4"], assetsInlineLimit: 0, sourcemap: false, rollupOptions: { input: ["index.html", "screen.html", "reception.html"] } },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true }, "/files": "http://127.0.0.1:8080" } },
});

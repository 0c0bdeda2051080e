import { defineConfig } from "vite";

export default defineConfig({
  base: "/trust/",
  build: { target: ["chrome109", "safari15.4"], assetsInlineLimit: 0, sourcemap: false },
  server: { proxy: { "/trust/room.json": "http://127.0.0.1:8080" } },
});

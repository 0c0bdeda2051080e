import { defineConfig } from "vitest/config";

// Pure tests run under Node; a test of a widget asks for a page with `// @vitest-environment happy-dom` in its first line.
export default defineConfig({
  // generous, for a test may share its cores with a build; nothing waits for time
  test: { testTimeout: 20_000, include: ["{client-kit,web-client,tablet-client,trust-client}/src/**/*.test.ts", "tablet-client/vite-*.test.ts"], css: { include: [/\.css\?raw$/] } },
});

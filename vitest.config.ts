import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["{client-kit,web-client,tablet-client}/src/**/*.test.ts"] } });

import { defineConfig } from "@playwright/test";
import { BROWSER } from "./world/browser.ts";

export default defineConfig({
  testDir: "tests",
  // each has a server of its own, and each story a body of its own
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    actionTimeout: 20_000,
    // recording them doubles the time of a story
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: BROWSER,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});

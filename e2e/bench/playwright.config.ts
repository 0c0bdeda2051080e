import { defineConfig } from "@playwright/test";
import story from "../playwright.config.ts";

/** Measurements, run by scripts/bench one at a time; never part of the stories. */
export default defineConfig({ ...story, testDir: ".", testMatch: /(ink|pointer|secret|reading\.spec)\.ts$/, timeout: 3 * 3_600_000, reporter: [["line"]], outputDir: "../test-results", use: { ...story.use, trace: "off" } });

import { defineConfig } from "@playwright/test";
import story from "../playwright.config.ts";

/** Measurements, run by scripts/bench one at a time; never part of the stories. */
export default defineConfig({ ...story, testDir: ".", testMatch: /(ink)\.ts$/, timeout: 600_000, reporter: [["line"]], outputDir: "../test-results", use: { ...story.use, trace: "off" } });

import { defineConfig } from "@playwright/test";
import config from "./playwright.config.ts";

// Stories that show a fault which is known and open (docs/open-faults.md).
export default defineConfig(config, { testDir: "open" });

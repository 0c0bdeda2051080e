import { test } from "@playwright/test";
import { build } from "vite";

// How long a tablet works on a secret ballot, in Chromium slowed down by SECRET_SLOWDOWN (1,4,8) times: filling a ballot of three answers and one of
// 5 names from 30, and checking other people's ballots as a trustee's tablet does before it decrypts. Medians of SECRET_ROUNDS (5). Nothing is asserted.

const SLOWDOWNS = (process.env["SECRET_SLOWDOWN"] ?? "1,4,8").split(",").map(Number);
const ROUNDS = Number(process.env["SECRET_ROUNDS"] ?? 5);

test("a secret ballot on a tablet", async ({ page }) => {
  const built = await build({
    root: new URL("../../client-kit", import.meta.url).pathname, configFile: false, logLevel: "error",
    build: { write: false, lib: { entry: new URL("./secret-page.ts", import.meta.url).pathname, formats: ["iife"], name: "secret" } },
  });
  const code = [built].flat().flatMap((one) => ("output" in one ? one.output : [])).map((chunk) => ("code" in chunk ? chunk.code : "")).join("\n");
  await page.setContent("<p>…</p>");
  await page.addScriptTag({ content: code });
  const line = await page.context().newCDPSession(page);
  for (const rate of SLOWDOWNS) {
    await line.send("Emulation.setCPUThrottlingRate", { rate });
    const took = await page.evaluate((rounds) => (window as unknown as { measure(rounds: number): Promise<Record<string, number>> }).measure(rounds), ROUNDS);
    console.log(`slowed ${rate} times: ${Object.entries(took).map(([what, ms]) => `${what} ${ms.toFixed(0)} ms`).join(", ")}`);
  }
  console.log(`script ${(code.length / 1000).toFixed(0)} KB`);
});

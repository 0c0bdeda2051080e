import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, type Browser, type Page } from "@playwright/test";
import story from "../playwright.config.ts";

/** A page of 800 x 1250 px with two device pixels each: 1600 px across, as the page images are. */
export const WIDE = 800;
const HIGH = 1250;

/** A device whose browser can be killed and started anew with all that it has kept. Its process is ours, so that it can be capped and looked at. */
export class Device {
  readonly #folder = mkdtempSync(join(tmpdir(), "bench-device-"));
  #child: ChildProcess | null = null;
  #browser: Browser | null = null;

  get pid(): number { return this.#child!.pid!; }

  async start(): Promise<Page> {
    const { executablePath, args } = story.use!.launchOptions!;
    const port = join(this.#folder, "DevToolsActivePort");
    rmSync(port, { force: true });
    this.#child = spawn(executablePath!, [...args!, "--headless", "--remote-debugging-port=0", `--user-data-dir=${this.#folder}`, `--window-size=${WIDE},${HIGH}`, "--force-device-scale-factor=2", "--hide-scrollbars", "--lang=vi-VN", "about:blank"], { stdio: "ignore" });
    await expect.poll(() => existsSync(port) && readFileSync(port, "utf8").includes("\n"), { timeout: 60_000, intervals: [50] }).toBe(true);
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(port, "utf8").split("\n")[0]}`);
    const [context] = this.#browser.contexts();
    const page = context!.pages()[0] ?? (await context!.newPage());
    page.setDefaultTimeout(300_000);
    return page;
  }

  /** As a person ends it: what it holds goes to the disk. */
  async end(): Promise<void> {
    const ended = this.#ended();
    await (await this.#browser!.newBrowserCDPSession()).send("Browser.close").catch(() => undefined);
    await ended;
  }

  async kill9(): Promise<void> {
    const ended = this.#ended();
    this.#child!.kill("SIGKILL");
    await ended;
  }

  async throwAway(): Promise<void> {
    if (this.#child && this.#child.exitCode === null && this.#child.signalCode === null) await this.kill9();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #ended(): Promise<void> {
    const child = this.#child!;
    return new Promise((resolve) => { if (child.exitCode !== null || child.signalCode !== null) resolve(); else child.once("exit", () => resolve()); });
  }
}

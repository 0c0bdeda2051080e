import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, type Browser, type Page } from "@playwright/test";
import story from "../playwright.config.ts";
import { WHOLE_BROWSER } from "./browser.ts";

/** In CSS px; `dense` is device pixels each. */
export type Glass = { wide: number; high: number; dense: number };

const TABLET: Glass = { wide: 1280, high: 800, dense: 1 };
/** No browser outlives the tests. */
const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** A device whose browser can be killed and started anew with all that it has kept. Its process is ours, so that it can be capped and looked at. */
export class OwnDevice {
  readonly #folder = mkdtempSync(join(tmpdir(), "nghisu-e2e-device-"));
  readonly #glass: Glass;
  readonly #patienceMs: number;
  #child: ChildProcess | null = null;
  #browser: Browser | null = null;

  /** Starts as on a device with little memory, whose browser keeps fewer decoded pictures. */
  small = false;

  constructor(glass = TABLET, patienceMs = 15_000) {
    this.#glass = glass;
    this.#patienceMs = patienceMs;
  }

  get pid(): number { return this.#child!.pid!; }

  async start(): Promise<Page> {
    const { args } = story.use!.launchOptions!;
    const port = join(this.#folder, "DevToolsActivePort");
    const { wide, high, dense } = this.#glass;
    rmSync(port, { force: true });
    this.#child = spawn(WHOLE_BROWSER, [...args!, ...(this.small ? ["--enable-low-end-device-mode"] : []), "--headless", "--remote-debugging-port=0", `--user-data-dir=${this.#folder}`, `--window-size=${wide},${high}`, `--force-device-scale-factor=${dense}`, "--hide-scrollbars", "--lang=vi-VN", "about:blank"], { stdio: "ignore" });
    running.add(this.#child);
    await expect.poll(() => existsSync(port) && readFileSync(port, "utf8").includes("\n"), { timeout: 60_000, intervals: [50] }).toBe(true);
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(port, "utf8").split("\n")[0]}`);
    const [context] = this.#browser.contexts();
    const page = context!.pages()[0] ?? (await context!.newPage());
    page.setDefaultTimeout(this.#patienceMs);
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
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 });
  }

  #ended(): Promise<void> {
    const child = this.#child!;
    running.delete(child);
    return new Promise((resolve) => { if (child.exitCode !== null || child.signalCode !== null) resolve(); else child.once("exit", () => resolve()); });
  }
}

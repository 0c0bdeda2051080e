import { spawn, type ChildProcess } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { WHOLE_BROWSER } from "./browser.ts";
import { jar } from "./server.ts";

const NAME = "hop.lan";
const START_TIMEOUT_MS = 60_000;
const READY = /is running: https:\/\/127\.0\.0\.1:(\d+)\n[\s\S]*trust: +http:\/\/127\.0\.0\.1:(\d+)\/trust\/\n[\s\S]*fingerprint: +([0-9A-F:]+)\n/;

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** A server with a room authority of its own, known in a network of its own as hop.lan. */
export class EncryptedServer {
  readonly #folder: string;
  readonly #child: ChildProcess;

  private constructor(folder: string, child: ChildProcess, readonly secure: string, readonly plain: string, readonly fingerprint: string) {
    this.#folder = folder;
    this.#child = child;
  }

  static async start(): Promise<EncryptedServer> {
    const folder = mkdtempSync(join(tmpdir(), "nghisu-e2e-"));
    const ports = [await freePort(), await freePort()];
    const args = ["-Xmx384m", "-XX:+UseSerialGC", "-jar", jar(), "serve", "--empty", "--tls", "--name", NAME, "--data", join(folder, "data"), "--host", "127.0.0.1",
      "--port", String(ports[0]), "--https-port", String(ports[1])];
    const child = spawn("java", args, { stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const [, https, http, fingerprint] = await said(child);
    return new EncryptedServer(folder, child, `https://${NAME}:${https}`, `http://${NAME}:${http}`, fingerprint!);
  }

  /** A browser in the room's network. One that trusts takes this server's key as if an authority that it knows had vouched for it. */
  browser(trusts: boolean): Promise<Browser> {
    const key = new X509Certificate(readFileSync(join(this.#folder, "data/tls/server.pem"))).publicKey.export({ type: "spki", format: "der" });
    return chromium.launch({
      executablePath: WHOLE_BROWSER,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
        ...(trusts ? [`--ignore-certificate-errors-spki-list=${createHash("sha256").update(key).digest("base64")}`] : [])],
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    this.#child.kill("SIGTERM");
    await ended;
    running.delete(this.#child);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function said(child: ChildProcess): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let log = "";
    const late = setTimeout(() => reject(new Error(`The server did not start in time:\n${log}`)), START_TIMEOUT_MS);
    const hear = (chunk: Buffer): void => {
      log += chunk.toString();
      const found = READY.exec(log);
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => {
      clearTimeout(late);
      reject(new Error(`The server ended by itself:\n${log}`));
    });
  });
}

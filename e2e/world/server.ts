import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const START_TIMEOUT_MS = 60_000;
const LOG_CHARACTERS = 200_000;

/** The jar that scripts/build made, or the one named by NGHISU_JAR. */
export function jar(): string {
  const named = process.env["NGHISU_JAR"];
  if (named) return named;
  const target = join(ROOT, "server/target");
  const found = existsSync(target) ? readdirSync(target).find((name) => name.endsWith("-all.jar")) : undefined;
  if (!found) throw new Error("There is no server jar; run scripts/build first, or name one by NGHISU_JAR.");
  return join(target, found);
}

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** The real server as a process of its own, on a port of its own and a folder of its own. */
export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), "nghisu-e2e-"));
  /** Printed while nobody is in the directory. */
  setUpToken = "";
  /** What it has printed since its last start. */
  log = "";
  #port = 0;
  #child: ChildProcess | null = null;

  static async start(): Promise<Server> {
    const server = new Server();
    await server.#run();
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** As a power cut takes it: nothing is flushed, nobody is told. */
  async kill9(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** On the same port and folder. */
  async restart(): Promise<void> {
    await this.#run();
  }

  /** As its operator ends it. */
  async end(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #run(): Promise<void> {
    const archive = jar().replace(/\.jar$/, ".jsa");
    // as scripts/run starts it
    const shared = existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"] : [];
    const args = ["-Xmx384m", "-XX:+UseSerialGC", ...shared, "-jar", jar(), "serve", "--empty", "--data", join(this.folder, "data"), "--host", "127.0.0.1", "--port", String(this.#port)];
    const child = spawn("java", args, { stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    this.#child = child;
    this.log = "";
    const hear = (chunk: Buffer): void => { this.log = (this.log + chunk.toString()).slice(-LOG_CHARACTERS); };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    this.#port = Number(await this.#said(child, /is running: http:\/\/127\.0\.0\.1:(\d+)\n/));
    const { empty } = (await (await fetch(`${this.address}/api/setup`)).json()) as { empty: boolean };
    this.setUpToken = empty ? await this.#said(child, /set-up token: (\S+)\n/) : "";
  }

  /** Waits until the server has printed what is looked for. */
  #said(child: ChildProcess, wanted: RegExp): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      const settle = (then: () => void): void => {
        clearTimeout(late);
        child.stdout?.off("data", look);
        child.off("exit", ended);
        then();
      };
      const fail = (why: string) => (): void => settle(() => reject(new Error(`The server ${why}:\n${this.log}`)));
      const ended = fail("ended by itself");
      const late = setTimeout(fail("did not start in time"), START_TIMEOUT_MS);
      const look = (): void => {
        const found = wanted.exec(this.log)?.[1];
        if (found) settle(() => resolve(found));
      };
      child.stdout?.on("data", look);
      child.once("exit", ended);
      look();
    });
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await ended;
    running.delete(child);
  }
}

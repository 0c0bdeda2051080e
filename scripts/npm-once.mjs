// Installs npm packages and builds one client only when their inputs have changed. Called by Maven from the client's folder.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const client = process.cwd();
const files = (path) =>
  !existsSync(path) ? [] : statSync(path).isDirectory()
    ? readdirSync(path).sort().filter((n) => n !== "node_modules" && n !== "dist" && n !== "target" && n !== ".build-hash").flatMap((n) => files(join(path, n)))
    : [path];
const hash = (...paths) => {
  const sum = createHash("sha256").update(process.version);
  for (const file of paths.flatMap(files)) sum.update(file.slice(root.length)).update(readFileSync(file));
  return sum.digest("hex");
};
const once = (stamp, product, now, work) => {
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  work();
  writeFileSync(stamp, now);
};
const npm = (...args) => execFileSync("npm", args, { cwd: root, stdio: "inherit" });

const modules = join(root, "node_modules");
const manifests = ["package.json", "package-lock.json", "client-kit/package.json", "web-client/package.json", "tablet-client/package.json", "trust-client/package.json", "e2e/package.json"];
once(join(modules, ".lock-hash"), modules, hash(...manifests.map((m) => join(root, m))),
  // errors are said, warnings are not: @axe-core/playwright asks for a newer Node than it needs
  () => npm("ci", "--prefer-offline", "--no-fund", "--no-audit", "--loglevel=error"));
once(join(client, ".build-hash"), join(client, "dist"), hash(client, join(root, "client-kit")),
  () => npm("run", "build", "--silent", "--workspace", client, "--", "--logLevel", "warn"));

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";

const ROOT = "/sys/fs/cgroup";
const V1 = `${ROOT}/cpu`;
const PERIOD_US = 100_000;

/** Cores given to the whole browser: a middling tablet has about a quarter of a server's core (docs/performance.md). */
export const QUOTAS = { FULL: null, MID: 0.25, SLOW: 0.125 } as const;
export type Quota = keyof typeof QUOTAS;

export type Cap = { /** What held it, or why nothing did. */ readonly by: string; end(): void };

/**
 * Caps a process with all its children; the browser's own slowdown leaves workers and the raster threads at full speed.
 * A control group of its own (v2, else v1), else cpulimit, else nothing, and then it says so.
 */
export function capped(pid: number, quota: Quota): Cap {
  const cores = QUOTAS[quota];
  if (cores === null) return { by: "full speed", end: () => undefined };
  const us = Math.round(cores * PERIOD_US);
  const v2 = existsSync(`${ROOT}/cgroup.controllers`);
  try {
    return v2
      ? group(ROOT, pid, { "cpu.max": `${us} ${PERIOD_US}` })
      : group(V1, pid, { "cpu.cfs_period_us": String(PERIOD_US), "cpu.cfs_quota_us": String(us) });
  } catch (fault) {
    return limited(pid, cores) ?? { by: `without a quota: no control group (${fault instanceof Error ? fault.message : String(fault)}) and no cpulimit`, end: () => undefined };
  }
}

/** Children born later are in their parent's group by themselves. */
function group(root: string, pid: number, limits: Record<string, string>): Cap {
  const own = `${root}/bench-${pid}`;
  const move = (to: string, one: number | string): void => { try { writeFileSync(`${to}/cgroup.procs`, String(one)); } catch { /* it has ended meanwhile */ } };
  mkdirSync(own);
  try {
    for (const [name, value] of Object.entries(limits)) writeFileSync(`${own}/${name}`, value);
    // twice: for those that were born while the first were moved
    for (let i = 0; i < 2; i++) for (const one of [pid, ...childrenOf(pid)]) move(own, one);
  } catch (fault) {
    rmdirSync(own);
    throw fault;
  }
  return {
    by: `control group, ${Object.values(limits).join(" ")}`,
    end: () => {
      for (const one of readFileSync(`${own}/cgroup.procs`, "utf8").split("\n").filter(Boolean)) move(root, one);
      rmdirSync(own);
    },
  };
}

/** Stops and starts the processes: coarser than a quota. */
function limited(pid: number, cores: number): Cap | null {
  if (!existsSync("/usr/bin/cpulimit")) return null;
  const held = spawn("/usr/bin/cpulimit", ["-i", "-l", String(Math.round(cores * 100)), "-p", String(pid)], { stdio: "ignore" });
  return { by: "cpulimit", end: () => { held.kill("SIGTERM"); } };
}

/** All processes below one, the browser's renderers among them. */
export function childrenOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // pid (name) state parent …; the name may hold blanks
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found: number[] = [];
  for (const [child] of parents) {
    for (let up = parents.get(child); up !== undefined && up > 1; up = parents.get(up)) if (up === pid) { found.push(child); break; }
  }
  return found;
}

/** Proportional set size of the largest renderer below a browser, in MB: shared memory counts for each its share. */
export function rendererMb(pid: number): number {
  const sizes = childrenOf(pid).map((child) => {
    try {
      if (!readFileSync(`/proc/${child}/cmdline`, "utf8").includes("--type=renderer")) return 0;
      return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...sizes);
}

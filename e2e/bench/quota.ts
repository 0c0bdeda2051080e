import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";

const ROOT = "/sys/fs/cgroup";
const PERIOD_US = 100_000;

/** Cores given to the whole browser: a middling tablet has about a quarter of a server's core (docs/performance.md). */
export const QUOTAS = { FULL: null, MID: 0.25, SLOW: 0.125 } as const;
export type Quota = keyof typeof QUOTAS;

/**
 * Caps a process with all its children by a cgroup (v2) of its own; the browser's own slowdown leaves workers and the raster
 * threads at full speed. Answers how to end it, or a sentence why this machine does not allow it.
 */
export function capped(pid: number, cores: number): (() => void) | string {
  if (!existsSync(`${ROOT}/cgroup.controllers`)) return "this machine has no cgroup v2: measured without a quota";
  const group = `${ROOT}/bench-${pid}`;
  try {
    mkdirSync(group);
    writeFileSync(`${group}/cpu.max`, `${Math.round(cores * PERIOD_US)} ${PERIOD_US}`);
    for (const one of [pid, ...childrenOf(pid)]) writeFileSync(`${group}/cgroup.procs`, String(one));
  } catch (fault) {
    return `no cpu.max here (${fault instanceof Error ? fault.message : String(fault)}): measured without a quota`;
  }
  return () => {
    for (const one of readFileSync(`${group}/cgroup.procs`, "utf8").split("\n").filter(Boolean)) writeFileSync(`${ROOT}/cgroup.procs`, one);
    rmdirSync(group);
  };
}

function childrenOf(pid: number): number[] {
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

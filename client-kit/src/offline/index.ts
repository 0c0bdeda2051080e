export { Packs, SPREAD_MS, type PacksSummary } from "./packs.ts";
export type { PackPhase, PaperState } from "./paper-pack.ts";
export { askToPersist, readStorage, type DeviceStorage } from "./storage.ts";
export { registerWorker, renew } from "./worker.ts";
export { claimDevice } from "./names.ts";

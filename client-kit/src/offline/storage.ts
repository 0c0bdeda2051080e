export interface DeviceStorage {
  /** Whether the browser has promised not to clear our data by itself; null when it can't say. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** What the device says about our storage; to be shown as it is. */
export async function readStorage(storage: StorageManager | undefined = navigator.storage): Promise<DeviceStorage> {
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const persisted = await storage?.persisted?.().catch(() => undefined);
  return { persisted: persisted ?? null, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}

/** Asks the browser to keep our data; ask after installing, the answer may be no. */
export async function askToPersist(storage: StorageManager | undefined = navigator.storage): Promise<DeviceStorage> {
  await storage?.persist?.().catch(() => false);
  return readStorage(storage);
}

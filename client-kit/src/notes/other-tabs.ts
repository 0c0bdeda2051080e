/** A frozen tab that holds the turn must not stop the others for longer. */
const TURN_WAIT_MS = 20_000;

/** What a notebook needs of the other tabs of the same person and meeting. */
export interface OtherTabs {
  /** They are told that what lies on disk has changed. */
  tell(): void;
  listen(changed: () => void): () => void;
  /** Runs while no other tab does; where browsers can't tell, or another one hangs, it runs all the same: sending twice is safe. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function otherTabs(person: string, meeting: string): OtherTabs {
  const name = `nghisu-notes-${person}-${meeting}`;
  let channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
  return {
    tell: () => channel?.postMessage("changed"),
    listen: (changed) => {
      if (channel !== undefined) channel.onmessage = changed;
      return () => {
        channel?.close();
        channel = undefined;
      };
    },
    alone: async (work) => {
      const locks = typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
      if (locks === undefined) return work();
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), TURN_WAIT_MS);
      let begun = false;
      try {
        return await locks.request(name, { signal: stop.signal }, () => {
          begun = true;
          clearTimeout(timer);
          return work();
        }) as Awaited<ReturnType<typeof work>>;
      } catch (failure) {
        if (begun) throw failure;
        return work();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

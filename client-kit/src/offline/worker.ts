import type { WorkerMessage } from "./names.ts";

/** The registration of the tablet's service worker. Null where there can be none (an untrusted address). */
export async function registerWorker(onWaiting: () => void, script = "/tablet/sw.js", scope = "/tablet/"): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator) || !isSecureContext) return null;
  try {
    const registration = await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
    const watch = (): void => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => { if (coming.state === "installed" && navigator.serviceWorker.controller) onWaiting(); });
    };
    if (registration.waiting && navigator.serviceWorker.controller) onWaiting();
    registration.addEventListener("updatefound", watch);
    watch();
    return registration;
  } catch {
    return null;
  }
}

/** Takes the waiting version into use and loads the page anew. Only on its user's tap, never during a meeting. */
export function renew(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  if (!waiting) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ t: "renew" } satisfies WorkerMessage);
}

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

/**
 * Takes the waiting version into use and loads the page anew. Only on its user's tap, never during a meeting.
 * False when another page of the tablet still uses the old one.
 */
export function renew({ waiting }: ServiceWorkerRegistration): Promise<boolean> {
  if (!waiting) return Promise.resolve(true);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<boolean>) => {
      port1.close();
      if (event.data) navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      resolve(event.data);
    };
    waiting.postMessage({ t: "renew" } satisfies WorkerMessage, [port2]);
  });
}

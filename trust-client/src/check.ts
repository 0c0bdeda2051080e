import type { Room } from "./room.ts";

/** `passed`: the page came over HTTPS, but only because a warning was tapped away. */
export type Trust = "trusted" | "missing" | "passed";

const WAIT_MS = 8_000;

/** Whether this browser trusts the room. Never throws. */
export async function check(room: Room): Promise<Trust> {
  if (location.protocol === "https:") return (await takesWorker()) ? "trusted" : "passed";
  return (await showsPicture(`${room.secure}/trust/seen.svg?${Date.now()}`)) ? "trusted" : "missing";
}

function showsPicture(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const picture = new Image();
    const late = setTimeout(() => resolve(false), WAIT_MS);
    const settle = (came: boolean) => (): void => {
      clearTimeout(late);
      resolve(came);
    };
    picture.onload = settle(true);
    picture.onerror = settle(false);
    picture.src = address;
  });
}

/** A browser takes a service worker only over a connection that it trusts; private windows of some have none, and are believed. */
async function takesWorker(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return window.isSecureContext;
  try {
    const worker = await navigator.serviceWorker.register("/trust/worker.js", { scope: "/trust/" });
    await worker.unregister();
    return true;
  } catch {
    return false;
  }
}

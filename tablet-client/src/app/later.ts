/**
 * Parts that are not on the way to the first page; they come when they are asked for, and all of them soon after the start, so that
 * nothing is missing when the network goes.
 */
export const later = {
  packs: () => import("client-kit/offline/packs.ts"),
  after: () => import("../after/after-parts.ts"),
  signIn: () => import("../signin/sign-in-screen.ts"),
  me: () => import("./me-panel.ts"),
  meetings: () => import("../meetings/meetings-screen.ts"),
  room: () => import("../meeting/room-parts.ts"),
  sheets: () => import("../meeting/sheet-parts.ts"),
  oldKeys: () => import("../vote/old-keys.ts"),
  secret: () => import("../secret/secret-parts.ts"),
  pageTools: () => import("../meeting/page-tools.ts"),
} as const;

const AHEAD_AFTER_MS = 3_000;

export function fetchAhead(): void {
  setTimeout(() => { for (const load of Object.values(later)) void load().catch(() => undefined); }, AHEAD_AFTER_MS);
}

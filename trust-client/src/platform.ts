export type Platform = "apple" | "android" | "windows" | "mac" | "chromeos" | "firefox";
export const PLATFORMS: readonly Platform[] = ["apple", "android", "windows", "mac", "chromeos", "firefox"];

/** What a browser says it runs on. An iPad calls itself a Macintosh, but no Macintosh can be touched. */
export function platformOf(agent: string, touchPoints: number): Platform {
  if (/iPad|iPhone|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1)) return "apple";
  if (/Android/.test(agent)) return "android";
  if (/CrOS/.test(agent)) return "chromeos";
  if (/Windows/.test(agent)) return "windows";
  if (/Macintosh/.test(agent)) return "mac";
  return "firefox";
}

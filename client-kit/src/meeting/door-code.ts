/** What a personal code at the door begins with, so that a reader tells it from other codes; it is no address and opens nothing. */
const MARK = "NGHISU-IN:";

export const doorQr = (token: string): string => MARK + token;

/** The code in what was scanned or typed; null when it is something else that was held before the camera. */
export function doorCodeOf(read: string): string | null {
  const text = read.trim();
  if (text.startsWith(MARK)) return text.slice(MARK.length);
  return /^[A-Za-z0-9\s-]{8,12}$/.test(text) ? text : null;
}

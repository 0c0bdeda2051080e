import { language } from "../i18n/language.ts";
import { t } from "../i18n/texts.ts";
import { asHeaders } from "./acting-as.ts";
import { serverClock } from "./clock.ts";

/**
 * network: no answer at all · timeout: none in time · refused: the server said no, with a sentence (4xx) ·
 * signedOut: 401 · server: it failed (5xx) or answered in a way we don't understand
 */
export type FailureKind = "network" | "timeout" | "refused" | "signedOut" | "server";

/** `message` is a sentence for the reader, in the language of the moment. */
export class HttpFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** the HTTP status, 0 when there was no answer */
    readonly status: number,
    readonly code: string,
    text: string,
  ) {
    super(text);
    this.name = "HttpFailure";
  }

  /** It may work when tried again as it is. */
  get passing(): boolean {
    return this.kind === "network" || this.kind === "timeout" || this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

const TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

/** `anyone`: whoever the cookie says, not only the person this page acts for. */
type Signal = { signal?: AbortSignal; timeoutMs?: number; anyone?: boolean };
/** How a file is sent when not by a plain POST. */
type Sent = { method?: "POST" | "PATCH"; headers?: Readonly<Record<string, string>> };
const signedOutListeners = new Set<() => void>();

/** Told when any request finds the session gone (but not by a failed sign-in). */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Typed requests to our own server; each rejects with an HttpFailure and with nothing else. */
export const http = {
  get: <T>(path: string, options: Signal = {}): Promise<T> => ask<T>("GET", path, undefined, options),
  post: <T>(path: string, body?: unknown, options: Signal = {}): Promise<T> => ask<T>("POST", path, body, options),
  put: <T>(path: string, body?: unknown, options: Signal = {}): Promise<T> => ask<T>("PUT", path, body, options),
  delete: <T>(path: string, options: Signal = {}): Promise<T> => ask<T>("DELETE", path, undefined, options),
  upload,
};

/** What a request failed with, as a sentence; anything unexpected is passed on. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof HttpFailure) return failure.message;
  throw failure;
}

async function ask<T>(method: string, path: string, body: unknown, { signal, timeoutMs = TIMEOUT_MS, anyone = false }: Signal): Promise<T> {
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, timeoutMs);
  const giveUp = (): void => stop.abort();
  signal?.addEventListener("abort", giveUp);
  if (signal?.aborted === true) giveUp();
  try {
    const headers: Record<string, string> = { ...common(), ...(anyone ? {} : asHeaders()), ...(body === undefined ? {} : { "Content-Type": "application/json" }) };
    const answer = await fetch(path, { method, headers, signal: stop.signal, credentials: "same-origin", ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return read<T>(path, answer.status, await answer.text());
  } catch (failure) {
    if (failure instanceof HttpFailure) throw failure;
    throw late ? new HttpFailure("timeout", 0, "TIMEOUT", t("tooSlow")) : new HttpFailure("network", 0, "NETWORK", t("networkDown"));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}

/** Sends a file as it is; `progress` is told the share that has left, 0 to 1. (fetch can't tell progress, so XMLHttpRequest.) */
function upload<T>(path: string, file: Blob, progress: (share: number) => void = () => undefined, { signal, timeoutMs = UPLOAD_TIMEOUT_MS, method = "POST", headers = {} }: Signal & Sent = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = timeoutMs;
    for (const [name, value] of Object.entries({ ...common(), ...asHeaders(), "Content-Type": "application/octet-stream", ...headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) progress(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(read<T>(path, request.status, request.responseText));
      } catch (failure) {
        reject(failure);
      }
    };
    const down = (): void => reject(new HttpFailure("network", 0, "NETWORK", t("networkDown")));
    request.onerror = down;
    request.onabort = down;
    request.ontimeout = () => reject(new HttpFailure("timeout", 0, "TIMEOUT", t("tooSlow")));
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function common(): Record<string, string> {
  return { "X-Nghisu": "1", "X-Lang": language(), Accept: "application/json" };
}

function read<T>(path: string, status: number, text: string): T {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    if (text !== "" && body === undefined) throw new HttpFailure("server", status, "BAD_ANSWER", t("notUnderstood", { code: status }));
    if (isObject(body) && typeof body["now"] === "number") serverClock.hint(body["now"]);
    return body as T;
  }
  const code = isObject(body) && typeof body["code"] === "string" ? body["code"] : `HTTP_${status}`;
  const said = isObject(body) && typeof body["text"] === "string" && body["text"] !== "" ? body["text"] : undefined;
  if (status === 401) {
    if (!path.startsWith("/api/sign-in")) for (const listener of [...signedOutListeners]) listener();
    throw new HttpFailure("signedOut", status, code, said ?? t("signedOutLong"));
  }
  if (status >= 500) throw new HttpFailure("server", status, code, said ?? t("serverTrouble", { code: status }));
  // a proxy or a Wi-Fi sign-in page, not our server: it has decided nothing
  if (said === undefined) throw new HttpFailure("server", status, code, t("notUnderstood", { code: status }));
  throw new HttpFailure("refused", status, code, said);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { http, HttpFailure } from "client-kit/net/index.ts";

/** A line that breaks in the middle loses no more than this. */
const PIECE_BYTES = 4 * 1024 * 1024;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Where an upload stands on the server. */
export interface Stands {
  readonly upload: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly offset: number;
  readonly mark: string;
  readonly item: string;
}

export interface Added {
  readonly paper: string;
  readonly remarks: readonly { readonly code: string; readonly text: string }[];
}

/** What a file needs to be sent; `placing` says where its paper is laid. */
export interface Parcel {
  readonly meeting: string;
  readonly upload: string;
  readonly file: File;
  readonly mark: string;
  readonly item: string;
  readonly placing: URLSearchParams;
}

/** Told how far it is: bytes that have arrived, `held` while the line is down. */
export interface Hears {
  sent(bytes: number): void;
  held(down: boolean): void;
  checking(): void;
}

const address = ({ meeting, upload }: Parcel): string => `/api/meetings/${meeting}/uploads/${upload}`;

/** Sends a file from where the server has it, and again from there whenever the line comes back, until its paper is laid. Rejects with an HttpFailure, or an AbortError when called off. */
export async function send(parcel: Parcel, hears: Hears, signal: AbortSignal): Promise<Added> {
  let offset = (await begin(parcel, hears, signal)).offset;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    while (offset < parcel.file.size) {
      const next = await piece(parcel, offset, hears, signal);
      if (next > offset) pause = FIRST_PAUSE_MS;
      else {
        // the server answers and takes nothing: it is not asked without end
        await rest(pause, signal);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
      offset = next;
    }
    hears.checking();
    try {
      const answer = await patiently(() => http.post<Added | { readonly checking: true }>(`${address(parcel)}/paper?${parcel.placing}`, undefined, { signal, timeoutMs: 60_000 }), hears, signal);
      if (!("checking" in answer)) return answer;
    } catch (failure) {
      // the server was restored to an earlier state, or lost the end of the file when it was cut off
      if (!(failure instanceof HttpFailure) || !["NOT_COMPLETE", "NOT_FOUND"].includes(failure.code)) throw failure;
      offset = (await begin(parcel, hears, signal)).offset;
    }
  }
}

export const unfinished = async (meeting: string): Promise<readonly Stands[]> => (await http.get<{ readonly uploads: readonly Stands[] }>(`/api/meetings/${meeting}/uploads`)).uploads;

export const callOff = (meeting: string, upload: string): Promise<unknown> => http.delete(`/api/meetings/${meeting}/uploads/${upload}`);

function begin({ meeting, upload, file, mark, item }: Parcel, hears: Hears, signal: AbortSignal): Promise<Stands> {
  const query = new URLSearchParams({ upload, fileName: file.name, bytes: String(file.size), mark, item });
  return patiently(() => http.post<Stands>(`/api/meetings/${meeting}/uploads?${query}`, undefined, { signal }), hears, signal);
}

async function piece(parcel: Parcel, from: number, hears: Hears, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const part = parcel.file.slice(from, from + PIECE_BYTES);
  try {
    const { offset } = await http.upload<Stands>(address(parcel), part, (share) => hears.sent(from + share * part.size), { signal, method: "PATCH", headers: { "Upload-Offset": String(from) } });
    hears.sent(offset);
    return offset;
  } catch (failure) {
    if (!(failure instanceof HttpFailure) || (!failure.passing && !["OTHER_OFFSET", "NOT_FOUND"].includes(failure.code))) throw failure;
    const { offset } = await begin(parcel, hears, signal);
    hears.sent(offset);
    return offset;
  }
}

/** Asks again, ever more seldom, while the line is down or the server too busy. */
async function patiently<T>(ask: () => Promise<T>, hears: Hears, signal: AbortSignal): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      const answer = await ask();
      signal.throwIfAborted();
      hears.held(false);
      return answer;
    } catch (failure) {
      if (signal.aborted || !(failure instanceof HttpFailure) || !failure.passing) throw failure;
      hears.held(true);
      await rest(pause, signal);
    }
  }
}

/** A while, or less when the browser says that the network is back. */
const rest = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const end = (): void => {
    clearTimeout(timer);
    removeEventListener("online", end);
    signal.removeEventListener("abort", end);
    resolve();
  };
  const timer = setTimeout(end, ms);
  addEventListener("online", end);
  signal.addEventListener("abort", end);
});

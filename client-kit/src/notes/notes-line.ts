import { http } from "../net/http.ts";
import type { NoteAnswers, NoteOp, SharedNote } from "../proto/protocol.ts";

/** The way to the server, docs/notes.md. Each rejects with an HttpFailure and nothing else. */
export interface NotesLine {
  /** Mine that changed since a version; 0 asks for all. */
  since(version: number): Promise<NoteAnswers>;
  /** The answer also holds what has changed since a version, so that nothing more has to be asked. */
  send(epoch: string, ops: readonly NoteOp[], since: number): Promise<NoteAnswers>;
  shared(): Promise<readonly SharedNote[]>;
  /** Destroys all of mine; gives the new epoch of this meeting where it is known. */
  destroy(everywhere: boolean): Promise<string | undefined>;
}

/** Over HTTPS, as the person this page acts for. */
export function notesLine(meeting: string): NotesLine {
  const path = `/api/meetings/${encodeURIComponent(meeting)}/notes`;
  return {
    since: (version) => http.get<NoteAnswers>(`${path}?since=${version}`),
    send: (epoch, ops, since) => http.post<NoteAnswers>(path, { epoch, since, ops }),
    shared: async () => (await http.get<{ notes: SharedNote[] }>(`${path}/shared`)).notes,
    destroy: async (everywhere) => (await http.delete<{ epoch?: string } | undefined>(everywhere ? "/api/notes" : path))?.epoch,
  };
}

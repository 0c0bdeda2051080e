import { http } from "../net/http.ts";
import type { NoteAnswers, NoteOp, SharedNote } from "../proto/protocol.ts";

/** The way to the server, docs/notes.md. Each rejects with an HttpFailure and nothing else. */
export interface NotesLine {
  /** Mine that changed since a version; 0 asks for all. */
  since(version: number): Promise<NoteAnswers>;
  /** The answer also holds what has changed since a version, so that nothing more has to be asked. */
  send(epoch: string, ops: readonly NoteOp[], since: number): Promise<NoteAnswers>;
  /** All of it; the same list as before when nothing has changed. */
  shared(): Promise<readonly SharedNote[]>;
  /** Destroys all of mine; gives the new epoch of this meeting where it is known. */
  destroy(everywhere: boolean): Promise<string | undefined>;
}

/** `notes` are absent when they are those of the tag that was asked with; with `more` the rest is asked for. */
type SharedWithMe = { readonly tag: string; readonly notes?: readonly SharedNote[]; readonly more?: string };

/** Over HTTPS, as the person this page acts for. */
export function notesLine(meeting: string): NotesLine {
  const path = `/api/meetings/${encodeURIComponent(meeting)}/notes`;
  let had: { tag: string; notes: readonly SharedNote[] } | undefined;
  return {
    since: (version) => http.get<NoteAnswers>(`${path}?since=${version}`),
    send: (epoch, ops, since) => http.post<NoteAnswers>(path, { epoch, since, ops }),
    shared: async () => {
      const { tag, ...first } = await http.get<SharedWithMe>(`${path}/shared${had ? `?tag=${had.tag}` : ""}`);
      if (had && first.notes === undefined) return had.notes;
      const notes = [...(first.notes ?? [])];
      for (let { more } = first; more !== undefined;) {
        const part = await http.get<SharedWithMe>(`${path}/shared?after=${encodeURIComponent(more)}`);
        notes.push(...(part.notes ?? []));
        more = part.more;
      }
      had = { tag, notes };
      return notes;
    },
    destroy: async (everywhere) => (await http.delete<{ epoch?: string } | undefined>(everywhere ? "/api/notes" : path))?.epoch,
  };
}

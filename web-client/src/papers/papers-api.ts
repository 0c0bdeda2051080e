import { http, HttpFailure } from "client-kit/net/http.ts";
import type { DocumentKind, SignatureSlot } from "client-kit/proto/protocol.ts";
import type { PaperBlock } from "client-kit/ui/official-paper.ts";

/** What a paper is asked to be; `signatory` is empty for the chair of the meeting. `date` is 2026-11-24. */
export interface Wanted {
  readonly kind: DocumentKind;
  readonly about?: string;
  readonly date: string;
  readonly capacity: readonly string[];
  readonly signatory: string;
  readonly recipients: readonly string[];
}

/** A paper that the meeting can have, or has; `title` is of what it is about, `id` the begin of its papers' ids. */
export interface KindLine {
  readonly id: string;
  readonly makeable: boolean;
  readonly kind: DocumentKind;
  readonly about?: string;
  readonly label: string;
  readonly title: string;
  readonly dueBy?: string;
  readonly usual: Wanted;
}

export interface Kinds {
  readonly kinds: readonly KindLine[];
  readonly agency: string;
  readonly notation: string;
  readonly chair: string;
  readonly today: string;
}

/** What stands in a paper that was made: no blocks where an earlier build made it. */
export interface Kept {
  readonly blocks?: readonly PaperBlock[];
  readonly differs: boolean;
}

export interface Worth {
  readonly field: string;
  readonly signer: string;
  readonly holds: boolean;
  readonly trust: "TRUSTED" | "UNKNOWN" | "EXPIRED" | "REVOKED";
  readonly level: string;
  readonly stampedAt?: number;
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
}

export interface Added {
  readonly signer: string;
  readonly level: string;
  readonly remarks: readonly string[];
}

export interface BodySheet {
  readonly parentAgency: string;
  readonly agency: string;
  readonly notation: string;
  readonly place: string;
  readonly capacity: readonly string[];
  readonly signatory: string;
  readonly recipients: readonly string[];
}

/** What a template may name: values, and lists with the names of their entries. */
export interface TemplateNames {
  readonly values: readonly string[];
  readonly lists: Readonly<Record<string, TemplateNames>>;
}

export interface BodyPapers {
  readonly sheet: BodySheet;
  /** `fault`: why no paper of the kind can be made with the body's own template */
  readonly kinds: readonly { readonly kind: DocumentKind; readonly label: string; readonly own: boolean; readonly fault?: string; readonly names: TemplateNames; readonly commands: readonly string[] }[];
}

export interface NumberLine {
  readonly code: string;
  readonly ordinal: number;
  readonly number: string;
  readonly state?: "MADE" | "SIGNED" | "ISSUED" | "RECALLED";
  readonly label: string;
  readonly meeting: string;
  readonly at: number;
}

const SLOW_MS = 60_000;
const at = (meeting: string, document = ""): string => `/api/meetings/${encodeURIComponent(meeting)}/documents${document && `/${encodeURIComponent(document)}`}`;
const body = (id: string): string => `/api/bodies/${encodeURIComponent(id)}`;

/** Each part behind its length as four bytes, big end first: what the server wipes after the one signature. */
async function keyParts(parts: readonly (Blob | string)[]): Promise<Blob> {
  const whole: BlobPart[] = [];
  for (const part of parts) {
    const bytes = new Uint8Array(typeof part === "string" ? new TextEncoder().encode(part) : await part.arrayBuffer());
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, bytes.length);
    whole.push(length.buffer, bytes);
  }
  return new Blob(whole);
}

/** Whether a signature was not taken only because its certificate names somebody else than is awaited. */
export const isOfAnother = (failure: unknown): failure is HttpFailure => failure instanceof HttpFailure && failure.code === "SIGNED_BY_ANOTHER";

export const papers = {
  kinds: (meeting: string) => http.get<Kinds>(at(meeting)),
  preview: (meeting: string, wanted: Wanted, document?: string) => http.post<{ blocks: PaperBlock[] }>(`${at(meeting)}/preview${document === undefined ? "" : `?document=${document}`}`, wanted, { timeoutMs: SLOW_MS }),
  text: (meeting: string, document: string) => http.get<Kept>(`${at(meeting, document)}/text`, { timeoutMs: SLOW_MS }),
  /** `first`: nothing is there yet, and what somebody else has made meanwhile stays. */
  make: (meeting: string, document: string, wanted: Wanted, first: boolean) => http.put<{ document: string; number?: string }>(`${at(meeting, document)}${first ? "?first=yes" : ""}`, wanted, { timeoutMs: SLOW_MS }),
  signatures: (meeting: string, document: string) => http.get<{ signatures: Worth[]; holds: boolean }>(`${at(meeting, document)}/signatures`, { timeoutMs: SLOW_MS }),
  /** Brings a file that was signed elsewhere; `from` is the file that was given out, `another`: also when the certificate names somebody else than is awaited. */
  bring: (meeting: string, document: string, slot: SignatureSlot, from: string, file: Blob, another: boolean) => http.upload<Added>(`${at(meeting, document)}/signed?slot=${slot}&from=${from}${another ? "&another=yes" : ""}`, file),
  /** Has the server sign once with a key file. */
  sign: async (meeting: string, document: string, slot: SignatureSlot, from: string, key: { file: Blob; password: string; picture: Blob | string; widthMm: string }, another: boolean) =>
    http.upload<Added>(`${at(meeting, document)}/key?slot=${slot}&from=${from}${another ? "&another=yes" : ""}`, await keyParts([key.file, key.password, key.picture, key.widthMm])),
  pdf: (meeting: string, document: string): string => `/files/${encodeURIComponent(meeting)}/documents/${encodeURIComponent(document)}/paper.pdf`,
  docx: (meeting: string, document: string): string => `/files/${encodeURIComponent(meeting)}/documents/${encodeURIComponent(document)}/unsigned.docx`,
  previewPdf: (meeting: string, { kind, about }: KindLine): string => `/files/${encodeURIComponent(meeting)}/documents/preview.pdf?kind=${kind}${about === undefined ? "" : `&about=${encodeURIComponent(about)}`}`,
  ofBody: (id: string) => http.get<BodyPapers>(`${body(id)}/paper-sheet`),
  setSheet: (id: string, sheet: BodySheet) => http.put<BodyPapers>(`${body(id)}/paper-sheet`, sheet),
  template: (id: string, kind: DocumentKind, builtIn: boolean) => http.get<{ text: string; own: boolean }>(`${body(id)}/paper-templates/${kind}${builtIn ? "?built-in=yes" : ""}`),
  setTemplate: (id: string, kind: DocumentKind, text: string) => http.put<{ own: boolean }>(`${body(id)}/paper-templates/${kind}`, { text }),
  dropTemplate: (id: string, kind: DocumentKind) => http.delete<{ own: boolean }>(`${body(id)}/paper-templates/${kind}`),
  numbers: (id: string, year: number) => http.get<{ year: number; numbers: NumberLine[] }>(`${body(id)}/paper-numbers/${year}`),
};

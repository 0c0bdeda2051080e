import type { Handling } from "../proto/protocol.ts";
import type { NsReader } from "./ns-reader.ts";

/**
 * Tells a reader where the files of a paper are and what may be done with it: only a free one can be printed and its file be opened
 * (product D11); what is not known to be free is for viewing only. True when another paper lay there before.
 */
export function layPaper(reader: NsReader, meeting: string, paper: string, handling: Handling | undefined): boolean {
  const folder = `/files/${meeting}/${paper}`;
  const other = reader.paper !== paper;
  if (other) {
    reader.page = 0;
    reader.paper = paper;
    reader.fileUrl = (name) => `${folder}/${name}`;
  }
  reader.viewOnly = handling !== "FREE";
  reader.originalUrl = handling === "FREE" ? `${folder}/original` : null;
  return other;
}

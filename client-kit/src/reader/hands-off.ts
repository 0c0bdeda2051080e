import type { NsReader } from "./ns-reader.ts";

const WAYS_OUT = ["contextmenu", "copy", "cut", "dragstart"] as const;

function keep(this: NsReader, event: Event): void {
  if (this.viewOnly) event.preventDefault();
}

/** Of a paper for viewing only nothing goes into the clipboard or a file by the usual ways. Asking twice changes nothing. */
export function handsOff(reader: NsReader): void {
  for (const name of WAYS_OUT) reader.addEventListener(name, keep);
}

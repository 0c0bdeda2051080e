/** What became of a command. */
export type Outcome = Done | Refused;

export interface Done {
  kind: "done";
  /** the journal's number of the last entry it made */
  seq: number;
}

export interface Refused {
  kind: "refused";
  code: string;
  /** a sentence for the reader */
  text: string;
}

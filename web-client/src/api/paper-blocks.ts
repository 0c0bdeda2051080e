/** The parts of an official paper, as the server sets them into its PDF. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

interface Signature {
  readonly role: string;
  readonly mark: string;
  readonly name: string;
}

export type Block =
  | { readonly type: "header"; readonly parentAgency?: string; readonly agency: string; readonly number: string; readonly nation: string; readonly motto: string; readonly placeAndDate?: string }
  | { readonly type: "title"; readonly name: string; readonly subject: string }
  | { readonly type: "heading"; readonly level: number; readonly text: string }
  | { readonly type: "paragraph"; readonly runs: readonly Run[]; readonly keepWithNext: boolean }
  | { readonly type: "list"; readonly markers: readonly string[]; readonly items: readonly (readonly Run[])[] }
  | { readonly type: "table"; readonly columns: readonly { readonly title: string; readonly share: number; readonly align: "LEFT" | "CENTER" | "RIGHT" | "JUSTIFIED" }[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly type: "signatures"; readonly left: Signature; readonly right: Signature }
  | { readonly type: "recipients"; readonly lines: readonly string[] }
  | { readonly type: "annex"; readonly title: string; readonly entries: readonly { readonly label: string; readonly value: string }[]; readonly note: string; readonly qr: { readonly rows: readonly string[] } };

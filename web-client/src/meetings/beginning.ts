import type { Kind } from "client-kit/proto/protocol.ts";
import type { EarlierMeeting } from "../api/api.ts";

export type Way = "blank" | "template" | "earlier";

interface Fields {
  readonly title: string;
  readonly kind: Kind;
  readonly room: string;
}

const BLANK: Fields = { title: "", kind: "REGULAR", room: "" };

/** How a new meeting starts: blank, from the body's template or an earlier meeting. What comes along never replaces what somebody has typed. */
export class Beginning {
  offered: readonly EarlierMeeting[] = [];
  way: Way = "blank";
  fields = BLANK;
  #earlier = "";
  readonly #typed = new Set<keyof Fields>();

  /** What the chosen body has to start from. */
  offer(offered: readonly EarlierMeeting[]): void {
    this.offered = offered;
    this.#earlier = "";
    if (this.way !== "blank") this.choose("blank");
  }

  get ways(): readonly Way[] {
    return [
      "blank",
      ...(this.offered.some((meeting) => meeting.template) ? ["template" as const] : []),
      ...(this.earlier.length ? ["earlier" as const] : []),
    ];
  }

  get earlier(): readonly EarlierMeeting[] {
    return this.offered.filter((meeting) => !meeting.template);
  }

  get from(): EarlierMeeting | undefined {
    switch (this.way) {
      case "blank":
        return undefined;
      case "template":
        return this.offered.find((meeting) => meeting.template);
      case "earlier":
        return this.earlier.find((meeting) => meeting.id === this.#earlier) ?? this.earlier[0];
    }
  }

  choose(way: Way): void {
    this.way = way;
    this.#fill();
  }

  pick(id: string): void {
    this.#earlier = id;
    this.#fill();
  }

  type(field: keyof Fields, text: string): void {
    this.fields = { ...this.fields, [field]: text };
    if (text.trim()) this.#typed.add(field);
    else this.#typed.delete(field);
  }

  #fill(): void {
    const source: Fields = this.from ?? BLANK;
    const kept = <K extends keyof Fields>(field: K): Fields[K] => (this.#typed.has(field) ? this.fields : source)[field];
    this.fields = { title: kept("title"), kind: kept("kind"), room: kept("room") };
  }
}

import { Draft } from "../shared/draft.ts";

type Text = { text: string };
interface Kept {
  readonly typed: string;
  readonly from: string;
}

/** Conclusions that are written and not recorded, by item. They stay on this device until they are recorded or dropped. */
export class ConclusionDrafts {
  readonly #drafts = new Map<string, Draft<Text>>();
  readonly #prefix: string;

  /** @param recorded what the minutes say of an item */
  constructor(person: string, meeting: string, private readonly recorded: (item: string) => string, private readonly store: Storage = localStorage) {
    this.#prefix = `ns.conclusion.${person}.${meeting}.`;
    for (let at = 0; at < store.length; at++) {
      const key = store.key(at) ?? "";
      if (!key.startsWith(this.#prefix)) continue;
      const { typed, from } = JSON.parse(store.getItem(key) ?? "") as Kept;
      const draft = new Draft<Text>({ text: from });
      draft.type("text", typed);
      this.#drafts.set(key.slice(this.#prefix.length), draft);
    }
  }

  of(item: string): Draft<Text> {
    let draft = this.#drafts.get(item);
    if (!draft) this.#drafts.set(item, (draft = new Draft({ text: this.recorded(item) })));
    draft.follow({ text: this.recorded(item) });
    return draft;
  }

  type(item: string, text: string): void {
    this.of(item).type("text", text);
    this.#keep(item);
  }

  /** What stands in the field is what was recorded, or is not wanted any more. */
  drop(item: string): void {
    this.of(item).reset();
    this.#keep(item);
  }

  isWaiting(item: string): boolean { return this.#drafts.has(item) && this.of(item).dirty; }

  /** Items whose text is not recorded. */
  get waiting(): string[] {
    return [...this.#drafts.keys()].filter((item) => this.isWaiting(item));
  }

  #keep(item: string): void {
    const draft = this.of(item);
    const from = draft.from("text");
    try {
      if (from === undefined) this.store.removeItem(this.#prefix + item);
      else this.store.setItem(this.#prefix + item, JSON.stringify({ typed: draft.value.text, from } satisfies Kept));
    } catch {
      // A full or forbidden store: the text stays in this page at least.
    }
  }
}

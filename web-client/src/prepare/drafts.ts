import type { ItemKind, Kind, ItemView, Outline, Visibility } from "client-kit/proto/protocol.ts";
import { Draft } from "../shared/draft.ts";

export type ItemFields = {
  readonly title: string;
  readonly kind: ItemKind;
  readonly presenter: string;
  readonly unit: string;
  readonly plannedMinutes: number;
  readonly visibility: Visibility;
};

export type HeadFields = { readonly title: string; readonly kind: Kind; readonly room: string; readonly starts: string; readonly ends: string };

export const fieldsOf = ({ title, kind, presenter, unit, plannedMinutes, visibility }: ItemView): ItemFields => ({ title, kind, presenter, unit, plannedMinutes, visibility });
export const outlineOf = (fields: ItemFields): Outline => ({ ...fields, title: fields.title.trim(), presenter: fields.presenter.trim(), unit: fields.unit.trim() });

/** Half-made changes of the meeting and its items, kept while one looks at other leaves and other pages of the meeting. */
export class Drafts {
  head: Draft<HeadFields> | undefined;
  readonly #byItem = new Map<string, Draft<ItemFields>>();

  of(id: string, item: ItemView): Draft<ItemFields> {
    const known = this.#byItem.get(id);
    if (known) {
      known.follow(fieldsOf(item));
      return known;
    }
    const fresh = new Draft(fieldsOf(item));
    this.#byItem.set(id, fresh);
    return fresh;
  }

  /** Items with half-made changes. */
  get dirty(): string[] { return [...this.#byItem.keys()].filter((id) => this.isDirty(id)); }

  isDirty(id: string): boolean { return this.#byItem.get(id)?.dirty ?? false; }
}

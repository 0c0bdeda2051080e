import type { Reader } from "./readers.ts";
import { t } from "./texts.ts";

/** People with whom a note is shared in one tap; a share keeps the people, not the group. */
export interface Group {
  readonly name: string;
  readonly people: readonly string[];
}

/** A smaller unit is its people, who are found by name. */
const UNIT_FROM = 2;

/** The body's members, those who lead the meeting, and each unit of several people; nobody beside those who may read. */
export function groupsOf(readers: readonly Reader[]): Group[] {
  const of = (name: string, which: (reader: Reader) => boolean): Group => ({ name, people: readers.filter(which).map(({ id }) => id) });
  const units = [...new Set(readers.map(({ person }) => person.unit.trim()))].filter(Boolean);
  const groups = [
    of(t("groupMembers"), ({ person }) => person.role === "CHAIR" || person.role === "MEMBER"),
    of(t("groupLead"), ({ person }) => person.role === "CHAIR" || person.role === "SECRETARY"),
    ...units.map((unit) => of(unit, ({ person }) => person.unit.trim() === unit)).filter(({ people }) => people.length >= UNIT_FROM),
  ];
  return groups.filter(({ people }, i) => people.length > 0 && groups.findIndex((one) => isGroup(one, people)) === i);
}

/** The group that these people are today. */
export const groupOf = (readers: readonly Reader[], people: readonly string[]): Group | undefined => groupsOf(readers).find((group) => isGroup(group, people));

const isGroup = (group: Group, people: readonly string[]): boolean => group.people.length === people.length && people.every((id) => group.people.includes(id));

import type { TaskCounts } from "client-kit/tasks/tasks.ts";
import type { FloorRules, Kind, MajorityRule, Phase, Practice, Quorum, Role } from "client-kit/proto/protocol.ts";
import { http } from "client-kit/net/http.ts";
import type { Year } from "client-kit/meeting/speaking.ts";
import type { PaperBlock } from "client-kit/ui/official-paper.ts";

/** A person; all but the first four only for administrators and the person. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly email?: string;
  readonly signInName?: string;
  readonly systemRole?: "NONE" | "ADMINISTRATOR";
  readonly language?: "vi" | "en";
  readonly active?: boolean;
}

export type BodyRole = Role | "DEPUTY_CHAIR";

export interface Me {
  readonly person: Person;
  readonly administrator: boolean;
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly role: BodyRole }[];
}

export interface Body {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly place?: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly role: BodyRole;
  readonly order: number;
  readonly votes: boolean;
}

export interface MeetingLine {
  readonly id: string;
  readonly title: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly kind: Kind;
  readonly phase: Phase;
  readonly room: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly role?: Role;
  /** It is its body's template. */
  readonly template: boolean;
  readonly itemInHand?: string;
  readonly form?: OwnForm;
  /** What the chair wants changed in the minutes; for those who lead. */
  readonly changesAsked?: string;
}

/** How far the reader is with an opinion form that is out; `waitingFor` is how many others have not answered, for those who lead it. */
export interface OwnForm {
  readonly questions: number;
  readonly answered: number;
  readonly remindedAt?: number;
  readonly waitingFor?: number;
}

/** A closed opinion form of the body, and the item that brings its result. */
export interface ClosedForm {
  readonly form: string;
  readonly title: string;
  readonly closedAt: number;
  readonly item?: string;
}

/** A meeting from which a new one of the body may start, and how much would come along. */
export interface EarlierMeeting {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly room: string;
  readonly startsAt: number;
  readonly template: boolean;
  readonly items: number;
  readonly motions: number;
  readonly people: number;
}

export interface Fact {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly type: string;
  readonly text: string;
  readonly code: string;
}

/** A room screen of a body; `lastSeen` is absent until its address was opened. */
export interface RoomScreen {
  readonly id: string;
  readonly issuedBy: string;
  readonly issuedAt: number;
  readonly lastSeen?: number;
}

/** `code` is for typing, `path` for a QR code; `expires` is an ISO instant. */
export interface TabletCode {
  readonly code: string;
  readonly path: string;
  readonly expires: string;
}

/** `token` for a QR code, `typed` for typing. */
export interface DoorCode {
  readonly token: string;
  readonly typed: string;
}

/** The minutes as blocks, the journal in words, and the journal's head. */
export interface MinutesPage {
  /** whether these are minutes that the chair has not approved as they are */
  readonly draft: boolean;
  readonly paper: { readonly title: string; readonly agency: string; readonly blocks: readonly PaperBlock[] };
  readonly facts: readonly Fact[];
  readonly head: { readonly seq: number; readonly hash: string };
}

/** Who may read each paper and who has opened it, by paper id; times in ms. */
export interface PaperReadings {
  readonly kept: boolean;
  readonly papers?: Readonly<Record<string, {
    readonly readers: readonly string[];
    readonly opened: readonly { readonly person: string; readonly firstMs: number; readonly lastMs: number; readonly pages: number }[];
  }>>;
}

/** The rules by which a body's new meetings vote. */
export interface BodyRules { readonly rule: MajorityRule; readonly quorum: Quorum; readonly practice: Practice }

export interface NewMeeting {
  readonly bodyId: string;
  readonly title: string;
  readonly kind: Kind;
  readonly room: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The earlier meeting whose people, agenda and motions are taken over. */
  readonly from?: string;
}

export interface Setup {
  readonly token: string;
  readonly person: { readonly name: string; readonly signInName: string; readonly password: string };
  readonly body: { readonly name: string; readonly parent: string; readonly place: string };
}

const at = (path: TemplateStringsArray, ...parts: readonly string[]): string =>
  path.reduce((whole, piece, i) => whole + piece + (i < parts.length ? encodeURIComponent(parts[i] ?? "") : ""), "");

/** Who may be signed in; the rest of HTTP is beside it, by subject. */
export const signing = {
  isNew: () => http.get<{ empty: boolean }>("/api/setup").then((answer) => answer.empty),
  setUp: (setup: Setup) => http.post<unknown>("/api/setup", setup),
  me: () => http.get<Me>("/api/me", { anyone: true }),
  signIn: (name: string, password: string) => http.post<unknown>("/api/sign-in", { name, password }),
  signOut: () => http.post<unknown>("/api/sign-out", {}),
  speak: (language: string) => http.post<unknown>("/api/me/language", { language }),
};

export const meetings = {
  mine: () => http.get<{ meetings: MeetingLine[]; tasks: TaskCounts; now: number }>("/api/meetings"),
  add: (meeting: NewMeeting) => http.post<{ id: string }>("/api/meetings", meeting),
  /** The body's template first, then the newest. */
  earlier: (body: string) => http.get<{ meetings: EarlierMeeting[] }>(at`/api/bodies/${body}/earlier-meetings`).then((answer) => answer.meetings),
  nameTemplate: (body: string, meeting: string) => http.put<unknown>(at`/api/bodies/${body}/template`, { meeting }),
  dropTemplate: (body: string) => http.delete<unknown>(at`/api/bodies/${body}/template`),
  /** The newest facts after a number, oldest first, at most 60. */
  newFacts: (meeting: string, after: number) => http.get<Pick<MinutesPage, "facts" | "head">>(at`/api/meetings/${meeting}/minutes?after=${String(after)}`),
  readings: (meeting: string) => http.get<PaperReadings>(at`/api/meetings/${meeting}/readings`),
  minutes: (meeting: string) => http.get<MinutesPage>(at`/api/meetings/${meeting}/minutes`),
};

export const closedForms = {
  of: (meeting: string) => http.get<{ forms: ClosedForm[] }>(at`/api/meetings/${meeting}/forms`).then((answer) => answer.forms),
  takeUp: (meeting: string, form: string, reason?: string) => http.post<{ item: string }>(at`/api/meetings/${meeting}/forms/${form}`, reason === undefined ? {} : { reason }),
};

export const opinionPapers = {
  /** The compilation of an item's opinions as a paper of the item; `upload` is chosen here, so that a repeat lays it once. */
  lay: (meeting: string, item: string, how: { upload: string; share: boolean; reason?: string }) => http.post<{ paper: string }>(at`/api/meetings/${meeting}/items/${item}/opinions-paper`, how),
};

export const floors = {
  /** The rules of the floor with which the body's later meetings start. */
  setRules: (body: string, rules: FloorRules) => http.put<FloorRules>(at`/api/bodies/${body}/floor`, rules),
  /** Who has spoken in the body's meetings of the year. */
  speaking: (meeting: string) => http.get<Year>(at`/api/meetings/${meeting}/speaking`),
};

export const directory = {
  people: () => http.get<{ people: Person[] }>("/api/people").then((answer) => answer.people),
  addPerson: (person: object) => http.post<Person>("/api/people", person),
  editPerson: (id: string, person: object) => http.put<Person>(at`/api/people/${id}`, person),
  setPassword: (id: string, password: string) => http.post<unknown>(at`/api/people/${id}/password`, { password }),
  code: (id: string, meeting?: string) => http.post<TabletCode>(at`/api/people/${id}/codes`, meeting === undefined ? {} : { meeting }),
  bodies: () => http.get<{ bodies: Body[] }>("/api/bodies").then((answer) => answer.bodies),
  ruleTemplates: () => http.get<{ templates: { id: string; label: { vi: string; en: string } }[] }>("/api/rule-templates").then((answer) => answer.templates),
  /** How the body votes; `own` when it has written its rules, else those of its template. */
  votingRules: (body: string) => http.get<{ rules: BodyRules; own: boolean }>(at`/api/bodies/${body}/voting-rules`),
  writeRules: (body: string, rules: BodyRules) => http.put<unknown>(at`/api/bodies/${body}/voting-rules`, rules),
  dropRules: (body: string) => http.delete<unknown>(at`/api/bodies/${body}/voting-rules`),
  addBody: (body: object) => http.post<Body>("/api/bodies", body),
  editBody: (id: string, body: object) => http.put<Body>(at`/api/bodies/${id}`, body),
  /** Whether the body keeps who has opened its papers. */
  readingsKept: (body: string) => http.get<{ kept: boolean }>(at`/api/bodies/${body}/readings`).then((answer) => answer.kept),
  keepReadings: (body: string, kept: boolean) => http.put<unknown>(at`/api/bodies/${body}/readings`, { kept }),
  members: (body: string) => http.get<{ members: Member[] }>(at`/api/bodies/${body}/members`).then((answer) => answer.members),
  setMember: (body: string, person: string, role: BodyRole, votes: boolean) => http.put<unknown>(at`/api/bodies/${body}/members/${person}`, { role, votes }),
  removeMember: (body: string, person: string) => http.delete<unknown>(at`/api/bodies/${body}/members/${person}`),
  /** The newest first. */
  screens: (body: string) => http.get<{ screens: RoomScreen[] }>(at`/api/bodies/${body}/screen-keys`).then((answer) => answer.screens),
  endScreen: (body: string, screen: string) => http.delete<unknown>(at`/api/bodies/${body}/screen-keys/${screen}`),
  receptions: (body: string) => http.get<{ devices: RoomScreen[] }>(at`/api/bodies/${body}/reception-keys`).then((answer) => answer.devices),
  endReception: (body: string, device: string) => http.delete<unknown>(at`/api/bodies/${body}/reception-keys/${device}`),
  receptionKey: (body: string) => http.post<{ path: string }>(at`/api/bodies/${body}/reception-keys`, {}),
  /** A code for a printed card, by which its holder is checked in at the door. */
  doorCode: (meeting: string, person: string) => http.post<DoorCode>(at`/api/meetings/${meeting}/door-codes/${person}`, {}),
  withdrawDoorCodes: (meeting: string, person: string) => http.delete<unknown>(at`/api/meetings/${meeting}/door-codes/${person}`),
  screenKey: (body: string) => http.post<{ path: string }>(at`/api/bodies/${body}/screen-keys`, {}),
};

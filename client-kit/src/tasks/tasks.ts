import { http } from "../net/http.ts";
import { date } from "../i18n/format.ts";
import type { Assignment, Command, TaskState } from "../proto/protocol.ts";

/** A task as a line of a list; times in ms, days as YYYY-MM-DD in Việt Nam's time. */
export interface TaskLine {
  readonly meeting: string;
  /** Of the meeting that gave it. */
  readonly title: string;
  readonly metAt: number;
  readonly bodyName: string;
  readonly id: string;
  /** The item's title, for those who may see it. */
  readonly about?: string;
  readonly assignment: Assignment;
  readonly state: TaskState;
  readonly percent: number;
  readonly due?: string;
  readonly overdue: boolean;
  readonly soon: boolean;
  readonly assignedAt: number;
  readonly ask?: { readonly at: number; readonly by: string; readonly until: string; readonly reason: string };
  readonly report?: { readonly at: number; readonly by: string; readonly words: string };
  readonly mayReport: boolean;
  readonly mayOversee: boolean;
  readonly mayBring: boolean;
}

export type What = "ASSIGNED" | "EDITED" | "REPORTED" | "EXTENSION_ASKED" | "EXTENSION_GRANTED" | "EXTENSION_REFUSED" | "CLAIMED" | "APPROVED" | "SENT_BACK" | "CANCELLED" | "FILE_ADDED";

export interface TaskStep {
  readonly at: number;
  readonly by: string;
  readonly what: What;
  readonly words: string;
  readonly percent: number;
  readonly due?: string;
  /** The later day that was asked for. */
  readonly until?: string;
  readonly file?: { readonly id: string; readonly fileName: string; readonly bytes: number };
}

export interface TaskCounts {
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  readonly waiting: number;
}

export type Of = "me" | "unit" | "body";

export interface TaskList {
  readonly tasks: readonly TaskLine[];
  readonly counts: TaskCounts;
  readonly unit: string;
  /** Whether there is a list of a body's tasks for this reader. */
  readonly oversees: boolean;
  readonly leftOff: number;
}

const at = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}`;

export const tasks = {
  list: (of: Of) => http.get<TaskList>(`/api/tasks?of=${of}`),
  /** The whole list for a spreadsheet. */
  fileOf: (of: Of, kind: "csv" | "xlsx"): string => `/api/tasks/file?of=${of}&kind=${kind}`,
  one: (meeting: string, task: string) => http.get<{ task: TaskLine; steps: TaskStep[] }>(`${at(meeting)}/tasks/${encodeURIComponent(task)}`),
  /** What a meeting reviews, as it stands now or stood when the meeting was closed. */
  review: (meeting: string) => http.get<{ tasks: TaskLine[]; counts: TaskCounts; at: number }>(`${at(meeting)}/task-review`),
  takeUpReview: (meeting: string, reason?: string) => http.post<{ item: string }>(`${at(meeting)}/task-review`, reason === undefined ? {} : { reason }),
  /** `id` of the file stays the same when it is sent again, so that it is added once. */
  bring: (meeting: string, task: string, id: string, file: File, progress: (share: number) => void) =>
    http.upload<unknown>(`${at(meeting)}/tasks/${encodeURIComponent(task)}/files?file=${id}&fileName=${encodeURIComponent(file.name)}`, file, progress),
  fileAddress: (meeting: string, task: string, file: string): string => `/files/${encodeURIComponent(meeting)}/tasks/${encodeURIComponent(task)}/${encodeURIComponent(file)}`,
  /** `id` stays the same when it is sent again, so that it happens once. */
  do: (meeting: string, id: string, command: Command) => http.post<unknown>(`${at(meeting)}/commands`, { id, command }),
};

/** 15/12/2026 */
export const dayWords = (day: string): string => date(Date.parse(`${day}T05:00:00Z`));

export const hasEnded = (state: TaskState): boolean => state === "DONE" || state === "CANCELLED";

/** Waits for whoever decides: its completion, or a later day. */
export const waits = (task: TaskLine): boolean => task.state === "WAITING_FOR_APPROVAL" || task.ask !== undefined;

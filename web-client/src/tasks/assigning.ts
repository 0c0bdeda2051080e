import { newId } from "client-kit/net/index.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import type { Entrusted, MeetingView, TaskView } from "client-kit/proto/protocol.ts";
import { tasks, type TaskLine } from "client-kit/tasks/tasks.ts";
import { directory } from "../api/api.ts";
import type { Desk } from "../meeting/desk.ts";
import { notify, refuse } from "../shared/notices.ts";
import { taskTexts as say } from "../texts/tasks.ts";
import { taskSheet } from "./task-sheet.ts";

const entrusted = ({ id, name, title, unit }: Entrusted): Entrusted => ({ id, name, title, unit });

/** Everybody of the directory; where it is not open to whoever sits here, the people of the meeting. */
async function peopleOf(view: MeetingView | undefined): Promise<{ people: Entrusted[]; short: boolean }> {
  try {
    return { people: (await directory.people()).map(entrusted), short: false };
  } catch {
    const inMeeting = view?.people;
    return { people: (inMeeting?.order ?? []).flatMap((id) => { const person = inMeeting?.people[id]; return person ? [{ id, name: person.name, title: person.title, unit: person.unit }] : []; }), short: true };
  }
}

/** Gives somebody a task that follows from an item's conclusion, with these words of it. */
export async function assignTask(desk: Desk, item: string | undefined, words: string): Promise<void> {
  const { view } = desk;
  if (!view) return;
  const items = view.agenda.order.flatMap((id) => { const found = view.agenda.items[id]; return found ? [{ id, words: `${found.number}. ${found.title}` }] : []; });
  const given = await taskSheet({ title: say.assignTitle, act: say.assign, ...(await peopleOf(view)), items, words, told: false, ...(item === undefined ? {} : { item }) });
  if (!given) return;
  const { assignment, item: chosen } = given;
  if ((await desk.do({ type: "assignTask", task: newId(), assignment, ...(chosen === undefined ? {} : { item: chosen }) })).kind === "done") notify(say.assigned);
}

/** Words a task anew while the meeting lies open. */
export async function editTask(desk: Desk, task: TaskView): Promise<void> {
  const told = desk.view?.head.phase === "CLOSED";
  const given = await taskSheet({ title: say.editTitle, act: say.save, ...(await peopleOf(desk.view)), assignment: task.assignment, told });
  if (!given) return;
  const { assignment, reason } = given;
  if ((await desk.do({ type: "editTask", task: task.id, assignment, ...(reason === undefined ? {} : { reason }) })).kind === "done") notify(say.changed);
}

/** The same from the page of all tasks. True when it was done. */
export async function editLine(task: TaskLine): Promise<boolean> {
  const given = await taskSheet({ title: say.editTitle, act: say.save, ...(await peopleOf(undefined)), assignment: task.assignment, told: true });
  if (!given) return false;
  const { assignment, reason } = given;
  try {
    await tasks.do(task.meeting, newId(), { type: "editTask", task: task.id, assignment, ...(reason === undefined ? {} : { reason }) });
    notify(say.changed);
    return true;
  } catch (failure) {
    refuse(sentenceOf(failure));
    return false;
  }
}

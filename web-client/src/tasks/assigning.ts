import { newId } from "client-kit/net/index.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import type { Command, Entrusted, MeetingView, TaskView } from "client-kit/proto/protocol.ts";
import { tasks, type TaskLine } from "client-kit/tasks/tasks.ts";
import { directory } from "../api/api.ts";
import type { Desk } from "../meeting/desk.ts";
import { notify } from "../shared/notices.ts";
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
  const task = newId();
  const done = await taskSheet({ title: say.assignTitle, act: say.assign, ...(await peopleOf(view)), items, words, told: false, ...(item === undefined ? {} : { item }) },
    ({ assignment, item: chosen }) => outcome(desk, { type: "assignTask", task, assignment, ...(chosen === undefined ? {} : { item: chosen }) }));
  if (done) notify(say.assigned);
}

/** Gives a command; a sentence when it is refused. */
async function outcome(desk: Desk, command: Command): Promise<string> {
  const answer = await desk.do(command, true);
  return answer.kind === "refused" ? answer.text : "";
}

/** Words a task anew while the meeting lies open. */
export async function editTask(desk: Desk, task: TaskView): Promise<void> {
  const told = desk.view?.head.phase === "CLOSED";
  const done = await taskSheet({ title: say.editTitle, act: say.save, ...(await peopleOf(desk.view)), assignment: task.assignment, told },
    ({ assignment, reason }) => outcome(desk, { type: "editTask", task: task.id, assignment, ...(reason === undefined ? {} : { reason }) }));
  if (done) notify(say.changed);
}

/** The same from the page of all tasks. True when it was done. */
export async function editLine(task: TaskLine): Promise<boolean> {
  const done = await taskSheet({ title: say.editTitle, act: say.save, ...(await peopleOf(undefined)), assignment: task.assignment, told: true }, async ({ assignment, reason }) => {
    try {
      await tasks.do(task.meeting, newId(), { type: "editTask", task: task.id, assignment, ...(reason === undefined ? {} : { reason }) });
      return "";
    } catch (failure) {
      return sentenceOf(failure);
    }
  });
  if (done) notify(say.changed);
  return done;
}

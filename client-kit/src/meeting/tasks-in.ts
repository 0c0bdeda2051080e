import type { MeetingView, TasksView } from "../proto/protocol.ts";

const NONE: TasksView = { tasks: [] };

/** The tasks of a meeting; a view that a device has kept from before there were tasks has none. */
export const tasksIn = ({ tasks }: { readonly tasks?: MeetingView["tasks"] }): TasksView => tasks ?? NONE;

import type { Note } from "../proto/protocol.ts";
import { looksAlike } from "./alike.ts";
import type { Act } from "./notebook.ts";

/** One note before and after an act; absent where there was or is none. */
export interface Step {
  readonly id: string;
  readonly before?: Note | undefined;
  readonly after?: Note | undefined;
}

type Steps = readonly Step[];
type Now = (id: string) => Note | undefined;

const STEPS_BACK_MAX = 200;

/**
 * Acts of one session, to be undone and redone. What another device has changed meanwhile is left as it is: a step applies only to
 * a note that still looks as the act had left it, and an act of which nothing applies any more is passed over.
 */
export class History {
  private done: Steps[] = [];
  private undone: Steps[] = [];

  record(steps: Steps): void {
    this.done = [...this.done, steps].slice(-STEPS_BACK_MAX);
    this.undone = [];
  }

  canUndo(now: Now): boolean {
    return this.done.some((steps) => steps.some((step) => looksAlike(now(step.id), step.after)));
  }

  canRedo(now: Now): boolean {
    return this.undone.some((steps) => steps.some((step) => looksAlike(now(step.id), step.before)));
  }

  /** What takes the newest act back; undefined when there is none. */
  undo(now: Now): Act | undefined {
    for (let steps = this.done.pop(); steps !== undefined; steps = this.done.pop()) {
      const apply = steps.filter((step) => looksAlike(now(step.id), step.after));
      if (apply.length === 0) continue;
      this.undone.push(apply);
      return act(apply.map((step) => ({ id: step.id, to: step.before })), now);
    }
    return undefined;
  }

  redo(now: Now): Act | undefined {
    for (let steps = this.undone.pop(); steps !== undefined; steps = this.undone.pop()) {
      const apply = steps.filter((step) => looksAlike(now(step.id), step.before));
      if (apply.length === 0) continue;
      this.done.push(apply);
      return act(apply.map((step) => ({ id: step.id, to: step.after })), now);
    }
    return undefined;
  }

  /** A note goes on under another id: another device had changed it first. */
  rename(from: string, to: string): void {
    const named = (note: Note | undefined): Note | undefined => (note === undefined ? undefined : { ...note, id: to });
    const renamed = (all: Steps[]): Steps[] => all.map((steps) => steps.map((step) => (step.id === from ? { id: to, before: named(step.before), after: named(step.after) } : step)));
    this.done = renamed(this.done);
    this.undone = renamed(this.undone);
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }
}

/** With whom a note is shared is no matter of undoing: it stays as it is now. */
function act(steps: readonly { id: string; to: Note | undefined }[], now: Now): Act {
  const put = steps.flatMap(({ id, to }) => {
    const there = now(id);
    return to === undefined ? [] : [there === undefined ? to : { ...to, share: there.share, opinion: there.opinion, ...(there.carried === undefined ? {} : { carried: there.carried }) }];
  });
  return { put, remove: steps.filter(({ to }) => to === undefined).map(({ id }) => id) };
}

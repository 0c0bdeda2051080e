// @vitest-environment happy-dom
import { render } from "lit";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { flaws } from "../i18n/catalogue.ts";
import { taskReminders } from "./reminders.ts";
import { TaskActs } from "./task-acts.ts";
import { TaskFiles } from "./task-files.ts";
import { dayWords, type TaskLine } from "./tasks.ts";
import { t } from "./texts.ts";

const TASK: TaskLine = {
  meeting: "m1", title: "Phiên họp", metAt: 0, bodyName: "Ban", id: "t1", state: "IN_PROGRESS", percent: 40, due: "2026-12-01", overdue: false, soon: false, assignedAt: 0, mayReport: true, mayOversee: false, mayBring: true,
  assignment: { title: "Rà soát", content: "", leadUnit: "Sở", coordinating: [], handler: { id: "p1", name: "Chi", title: "", unit: "" } },
};

const place = document.createElement("div");
const sent: { id: string; command: { type: string; words: string; percent?: number } }[] = [];
let works = true;
let told = 0;
const acts = new TaskActs(() => draw(), () => { told += 1; });
const draw = (): void => { render(acts.view(TASK, null), place); };
const at = <T extends HTMLElement>(id: string): T => place.querySelector<T>(`[data-testid=${id}]`)!;
async function press(id: string): Promise<void> {
  at(id).click();
  await new Promise((resolve) => setTimeout(resolve));
}
function type(id: string, text: string): void {
  const field = at<HTMLInputElement>(id);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeEach(() => {
  document.body.append(place);
  sent.length = 0;
  works = true;
  told = 0;
  vi.stubGlobal("fetch", (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body) as (typeof sent)[number]);
    return works ? Promise.resolve(new Response('{"t":"done","seq":1}')) : Promise.reject(new TypeError("down"));
  });
  acts.forget();
  draw();
});

afterEach(() => {
  vi.unstubAllGlobals();
  place.remove();
});

it("says everything in both languages", () => { expect(flaws(t)).toEqual([]); });

it("writes a day as Vietnam does", () => { expect(dayWords("2026-12-01")).toBe("1/12/2026"); });

it("keeps what was not sent, sends it again as the same act, and what was worded anew as another", async () => {
  await press("task-report");
  type("task-percent", "60");
  type("task-words", "Đã xong ba sở");
  works = false;
  await press("task-send");
  expect(at("task-trouble").textContent).toContain("Nội dung vẫn còn ở đây");
  expect(at<HTMLTextAreaElement>("task-words").value).toBe("Đã xong ba sở");
  await press("task-send");
  type("task-words", "Đã xong bốn sở");
  works = true;
  await press("task-send");
  expect(sent.map(({ command }) => command)).toEqual([
    { type: "reportProgress", task: "t1", percent: 60, words: "Đã xong ba sở" }, { type: "reportProgress", task: "t1", percent: 60, words: "Đã xong ba sở" }, { type: "reportProgress", task: "t1", percent: 60, words: "Đã xong bốn sở" },
  ]);
  expect(sent[1]?.id).toBe(sent[0]?.id);
  expect(sent[2]?.id).not.toBe(sent[0]?.id);
  expect(told).toBe(1);
  expect(at("task-form")).toBeNull();
});

it("sends nothing without words or with a number that is none", async () => {
  await press("task-report");
  type("task-percent", "140");
  type("task-words", "x");
  await press("task-send");
  type("task-percent", "14");
  type("task-words", " ");
  await press("task-send");
  expect(sent).toEqual([]);
  expect(place.querySelectorAll("[role=alert]")).toHaveLength(1);
});

it("offers those who report what they may, and nothing of what others decide", () => {
  expect([...place.querySelectorAll<HTMLElement>("button")].map((button) => button.dataset["testid"])).toEqual(["task-report", "task-claim", "task-extend"]);
});

it("reminds only of what there is", () => {
  const words = (open: number, overdue: number, soon: number, waiting: number): string => {
    render(taskReminders({ open, overdue, soon, waiting }, "#/tasks"), place);
    return place.textContent?.trim() ?? "";
  };
  expect(words(0, 0, 0, 0)).toBe("");
  expect(words(2, 1, 0, 3)).toContain("1 nhiệm vụ quá hạn · 3 việc chờ đồng chí duyệt");
  expect(words(2, 0, 0, 0)).toContain("2 nhiệm vụ chưa xong");
});

it("keeps a file that did not arrive and sends it again under the same id", async () => {
  const sentTo: string[] = [];
  let answers = false;
  class Request {
    readonly upload: { onprogress?: (event: ProgressEvent) => void } = {};
    onload: () => void = () => undefined;
    onerror: () => void = () => undefined;
    status = 200;
    responseText = "{}";
    open(_method: string, path: string): void { sentTo.push(path); }
    setRequestHeader(): void { /* not looked at */ }
    send(): void { queueMicrotask(() => (answers ? this.onload() : this.onerror())); }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
  let done = 0;
  const files = new TaskFiles(() => { render(files.view(TASK), place); }, () => { done += 1; });
  render(files.view(TASK), place);
  const input = at<HTMLInputElement>("task-file");
  Object.defineProperty(input, "files", { value: [new File(["x"], "Ảnh chụp.png")] });
  input.dispatchEvent(new Event("change"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(at("task-file-trouble").textContent).toContain("Ảnh chụp.png");
  expect(done).toBe(0);
  answers = true;
  await press("task-file-again");
  expect(done).toBe(1);
  expect(sentTo).toHaveLength(2);
  expect(sentTo[0]).toBe(sentTo[1]);
  expect(sentTo[0]).toContain("/api/meetings/m1/tasks/t1/files?file=");
  expect(place.querySelector("[data-testid=task-file-left]")).toBeNull();
});

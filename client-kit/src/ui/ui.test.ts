// @vitest-environment happy-dom
import { html, render, type TemplateResult } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage } from "../i18n/language.ts";
import type { AgendaView, Mark, ItemView, PaperView, VoteView } from "../proto/protocol.ts";
import { ask, askText, button, checkFields, ICONS, notify, NsField, phaseOf, spanUntil, voteButtons, voteResult } from "./index.ts";
import "./index.ts";
import { codeOf } from "./qr.ts";

declare global {
  interface ImportMeta {
    glob(pattern: string, options: { query: string; import: string; eager: true }): Record<string, unknown>;
  }
}

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement("div");
  document.body.append(place);
});

afterEach(() => {
  chooseLanguage("vi");
  document.body.replaceChildren();
});

async function drawn(template: TemplateResult): Promise<HTMLElement> {
  render(template, place);
  await settled();
  return place;
}

async function settled(): Promise<void> {
  for (let n = 0; n < 6; n++) await Promise.resolve();
}

const words = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

describe("a button", () => {
  it("can't be pressed twice while its act is under way, and keeps the focus", async () => {
    const press = vi.fn();
    await drawn(html`${button({ label: "Lưu", press })}`);
    place.querySelector("button")?.click();
    await drawn(html`${button({ label: "Lưu", press, busy: true })}`);
    const busy = place.querySelector("button");
    busy?.click();
    expect(press).toHaveBeenCalledTimes(1);
    expect(busy?.disabled).toBe(false);
    expect(busy?.getAttribute("aria-busy")).toBe("true");
  });

  it("is named even when only its icon is seen", async () => {
    await drawn(html`${button({ label: "Cài đặt", icon: "settings", iconOnly: true })}`);
    expect(place.querySelector("button")?.getAttribute("aria-label")).toBe("Cài đặt");
  });
});

describe("asking once", () => {
  it("is true only for the verb, and leaves nothing behind", async () => {
    const answer = ask({ title: "Kết thúc phiên họp?", text: "Không thể quay lại.", confirm: "Kết thúc họp", kind: "danger" });
    await settled();
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(".ns-dialog-actions button")];
    expect(buttons.map(words)).toEqual(["Quay lại", "Kết thúc họp"]);
    buttons[1]?.click();
    expect(await answer).toBe(true);
    await settled();
    expect(document.querySelector("ns-dialog")).toBeNull();
  });

  it("is false when it is closed", async () => {
    const answer = ask({ title: "?", text: "", confirm: "Vâng" });
    await settled();
    document.querySelector("dialog")?.dispatchEvent(new Event("cancel", { cancelable: true }));
    expect(await answer).toBe(false);
  });

  it("for a reason insists on one", async () => {
    const answer = askText({ title: "Thu hồi?", text: "", label: "Lý do", confirm: "Thu hồi" });
    await settled();
    const confirm = [...document.querySelectorAll<HTMLButtonElement>(".ns-dialog-actions button")][1];
    confirm?.click();
    expect(document.querySelector(".ns-field-error")?.hasAttribute("hidden")).toBe(false);
    const area = document.querySelector("textarea") as HTMLTextAreaElement;
    area.value = "  Nhầm bản dự thảo ";
    confirm?.click();
    expect(await answer).toBe("Nhầm bản dự thảo");
  });
});

describe("a field", () => {
  async function field(template: TemplateResult): Promise<NsField> {
    await drawn(template);
    return place.querySelector("ns-field") as NsField;
  }
  function type(into: NsField, text: string): void {
    const input = into.querySelector(".ns-input") as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new Event("input"));
  }
  const input = (of: NsField): HTMLInputElement => of.querySelector(".ns-input") as HTMLInputElement;

  it("is never overwritten while it is half written: the new text is offered beside it", async () => {
    const one = (value: string): TemplateResult => html`<ns-field .label=${"Tên"} .value=${value}></ns-field>`;
    const it = await field(one("Cũ"));
    type(it, "Cũ và đang viết");
    await field(one("Người khác sửa"));
    expect(input(it).value).toBe("Cũ và đang viết");
    expect(words(it.querySelector(".ns-field-elsewhere"))).toContain("Người khác sửa");
    it.querySelector<HTMLButtonElement>(".ns-field-elsewhere button")?.click();
    await settled();
    expect(input(it).value).toBe("Người khác sửa");
    expect(it.dirty).toBe(false);
  });

  it("takes a new value when nothing was written, and is clean once its text has come back", async () => {
    const one = (value: string): TemplateResult => html`<ns-field .label=${"Tên"} .value=${value}></ns-field>`;
    const it = await field(one("a"));
    await field(one("b"));
    expect(input(it).value).toBe("b");
    type(it, "c");
    expect(it.dirty).toBe(true);
    await field(one("c"));
    expect(it.dirty).toBe(false);
    expect(it.querySelector(".ns-field-elsewhere")).toBeNull();
  });

  it("says in a sentence what is missing, tied to the input", async () => {
    const it = await field(html`<ns-field .label=${"Tên"} .required=${true}></ns-field>`);
    expect(checkFields(place)).toBe(false);
    await settled();
    const error = it.querySelector(".ns-field-error");
    expect(words(error)).toBe("Cần nhập mục này.");
    expect(input(it).getAttribute("aria-describedby")).toContain(error?.id);
    expect(input(it).getAttribute("aria-invalid")).toBe("true");
    type(it, "x");
    await settled();
    expect(checkFields(place)).toBe(true);
  });

  it("of kind date shows a day as Vietnam writes it, whatever the browser speaks, and gives it as ISO", async () => {
    const heard: string[] = [];
    const it = await field(html`<ns-field .label=${"Ngày"} .kind=${"date"} .value=${"2026-07-19"} @ns-change=${(event: CustomEvent<{ value: string }>) => heard.push(event.detail.value)}></ns-field>`);
    expect(input(it).value).toBe("19/7/2026");
    type(it, "20/7/20");
    await settled();
    expect(input(it).value).toBe("20/7/20");
    type(it, "20/7/2027");
    input(it).dispatchEvent(new Event("change"));
    await settled();
    expect(heard).toEqual(["2027-07-20"]);
    type(it, "31/2/2027");
    expect(it.check()).toBe(false);
  });
});

describe("the agenda", () => {
  const item = (number: string, progress: ItemView["progress"], papers: string[] = []): ItemView => ({ number, title: `Nội dung ${number}`, kind: "REPORT", presenter: "", unit: "", plannedMinutes: 10, visibility: "EVERYONE", progress, spentMs: 0, papers });
  const paper = (over: Partial<PaperView> = {}): PaperView => ({ item: "b", title: "Báo cáo", fileName: "b.pdf", pages: 12, bytes: 1, access: "EVERYONE", handling: "FREE", status: "READY", addedAt: 0, failedPages: [], namedReaders: [], ...over });
  const agenda: AgendaView = { order: ["a", "b", "c"], items: { a: item("1", "DONE"), b: item("2", "IN_HAND", ["x", "y", "z"]), c: item("3", "TO_COME") }, inHand: "b" };

  it("says what is done, in hand and to come; shows papers, the new ones marked, replaced ones not", async () => {
    await drawn(html`<ns-agenda .agenda=${agenda} .papers=${{ x: paper(), y: paper({ supersededBy: "x" }), z: paper({ status: "WITHDRAWN" }) }} .fresh=${new Set(["x"])}></ns-agenda>`);
    expect([...place.querySelectorAll(".ns-item")].map((one) => one.className.split(" ")[1])).toEqual(["is-done", "is-in-hand", "is-to-come"]);
    expect(place.querySelector('[aria-current="step"]')).toBe(place.querySelectorAll(".ns-item")[1]);
    expect([...place.querySelectorAll(".ns-paper")].map(words)).toEqual(["Báo cáo12 trang Mới", "Báo cáođã thu hồi"]);
    chooseLanguage("en");
    await settled();
    expect(words(place.querySelector(".ns-paper"))).toBe("Báo cáo12 pages New");
  });

  it("tells what was chosen", async () => {
    const heard: unknown[] = [];
    await drawn(html`<ns-agenda .agenda=${agenda} .papers=${{ x: paper() }} @ns-item=${(event: CustomEvent) => heard.push(event.detail)} @ns-paper=${(event: CustomEvent) => heard.push(event.detail)}></ns-agenda>`);
    place.querySelector<HTMLButtonElement>(".ns-item-button")?.click();
    place.querySelector<HTMLButtonElement>(".ns-paper")?.click();
    expect(heard).toEqual([{ item: "a" }, { paper: "x", item: "b" }]);
  });

  it("that is empty says what will be here", async () => {
    await drawn(html`<ns-agenda></ns-agenda>`);
    expect(words(place)).toContain("Chưa có nội dung nào");
  });
});

describe("a vote", () => {
  const choices: Mark[] = [
    { id: "f", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" },
    { id: "a", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" },
    { id: "n", label: { vi: "Không biểu quyết", en: "Not voting" }, meaning: "ABSTAIN" },
  ];

  it("keeps its answers in the server's order, each with a shape of its own", async () => {
    const picked: string[] = [];
    await drawn(html`${voteButtons({ choices, chosen: "a", pick: (id) => picked.push(id) })}`);
    const buttons = [...place.querySelectorAll("button")];
    expect(buttons.map(words)).toEqual(["Tán thành", "Không tán thành", "Không biểu quyết"]);
    expect(new Set(buttons.map((one) => one.querySelector(".ns-answer-shape")?.getAttribute("d"))).size).toBe(3);
    expect(buttons.map((one) => one.getAttribute("aria-pressed"))).toEqual(["false", "true", "false"]);
    buttons[2]?.click();
    expect(picked).toEqual(["n"]);
  });

  it("shows the server's numbers, its sentence, and names only when there are some", async () => {
    const result = { counts: { f: 25, a: 1, n: 0 }, cast: 26, blank: 0, lines: [], opinions: [], withoutBallot: [], helped: {}, corrections: [], notVoted: 1, base: 27, needed: 14, outcome: "PASSED" as const, sentence: { vi: "Thông qua: 25 tán thành trên 27 thành viên; cần quá nửa (ít nhất 14).", en: "Passed." }, receipts: [], names: { p: ["f"] } };
    const vote: VoteView & { result: typeof result } = { question: "Thông qua nghị quyết", mode: "OPEN", form: { kind: "answers", set: "LEGAL" }, contests: [{ id: "motion", label: { vi: "", en: "" }, marks: choices, least: 1, most: 1 }], rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "FALLS" }, quorum: { numerator: 2, denominator: 3 }, state: "CLOSED", members: 27, entitled: 27, recused: [], holders: {}, substituted: [], weights: {}, received: 26, result };
    await drawn(html`${voteResult({ vote })}`);
    expect([...place.querySelectorAll(".ns-result-count")].map(words)).toEqual(["25 92,6%", "1 3,7%", "0 0%", "1"]);
    expect(words(place.querySelector(".ns-verdict"))).toBe("Thông qua");
    expect(words(place.querySelector(".ns-result-sentence"))).toBe(result.sentence.vi);
    expect(place.querySelector(".ns-result-names")).toBeNull();
    await drawn(html`${voteResult({ vote, people: { p: { name: "Trần Thị Bích", title: "", unit: "", role: "MEMBER", votes: true, late: false } } })}`);
    expect(words(place.querySelector(".ns-result-names section"))).toBe("Tán thành1 Trần Thị Bích");
  });
});

describe("a timer", () => {
  it("knows what is left, when it is nearly over, and what it is over by", () => {
    const span = spanUntil(1_000_000, 1_300_000);
    expect(phaseOf(span, 1_000_000)).toMatchObject({ phase: "running", leftMs: 300_000 });
    expect(phaseOf(span, 1_240_000)).toMatchObject({ phase: "soon", leftMs: 60_000 });
    expect(phaseOf(span, 1_310_000)).toMatchObject({ phase: "over", leftMs: -10_000 });
    expect(phaseOf({ spentMs: 60_000, limitMs: 300_000 }, 9e9)).toMatchObject({ phase: "paused", leftMs: 240_000 });
    expect(phaseOf({ runningSince: 1000, spentMs: 500 }, 3000)).toMatchObject({ phase: "running", passedMs: 2500 });
    // a short turn is not in its last minute from the beginning
    expect(phaseOf(spanUntil(0, 60_000), 10_000).phase).toBe("running");
  });

  it("warns when the given time is left, if that is shorter than the turn", () => {
    const turn = { ...spanUntil(0, 180_000), soonMs: 60_000 };
    expect(phaseOf(turn, 119_000).phase).toBe("running");
    expect(phaseOf(turn, 120_000).phase).toBe("soon");
    expect(phaseOf({ ...turn, soonMs: 300_000 }, 10_000).phase).toBe("running");
    expect(phaseOf({ ...turn, soonMs: 0 }, 179_000).phase).toBe("running");
  });

  it("never shows a time before its beginning, when a clock is a little behind", () => {
    expect(phaseOf(spanUntil(1_000, 11_000), 900)).toMatchObject({ leftMs: 10_000 });
  });
});

describe("notices", () => {
  it("are read out politely, once each, and leave by themselves or by hand", async () => {
    vi.useFakeTimers();
    await drawn(html`<ns-notices></ns-notices>`);
    const region = place.querySelector("ns-notices");
    notify({ text: "Đã lưu." });
    notify({ text: "Đã lưu." });
    const undone = vi.fn();
    notify({ text: "Đã xóa mục 4.", tone: "warn", action: { label: "Hoàn tác", press: undone } });
    await settled();
    expect(region?.getAttribute("aria-live")).toBe("polite");
    expect([...place.querySelectorAll(".ns-notice p")].map(words)).toEqual(["Đã lưu.", "Đã xóa mục 4."]);
    vi.advanceTimersByTime(60_000);
    await settled();
    expect([...place.querySelectorAll(".ns-notice p")].map(words)).toEqual(["Đã xóa mục 4."]);
    place.querySelector<HTMLButtonElement>(".ns-notice button")?.click();
    await settled();
    expect(undone).toHaveBeenCalledOnce();
    expect(place.querySelector(".ns-notice")).toBeNull();
    vi.useRealTimers();
  });
});

describe("small things", () => {
  it("has some forty icons, no two alike", () => {
    expect(ICONS.length).toBeGreaterThanOrEqual(40);
  });

  it("draws a QR code with its three corners and its quiet zone", () => {
    const { size, path } = codeOf("https://hop.tinh.gov.vn/tablet/");
    expect(path.startsWith("M4 4h7v1h-7z")).toBe(true);
    expect(path).toContain(`M${size - 11} 4h7v1h-7z`);
    expect(codeOf("https://hop.tinh.gov.vn/tablet/")).toBe(codeOf("https://hop.tinh.gov.vn/tablet/"));
  });

  it("no widget uses an inline style attribute, which the content policy forbids", async () => {
    await drawn(html`<div>${voteButtons({ choices: [], pick: () => undefined })}</div>`);
    const sources = import.meta.glob("./*.ts", { query: "?raw", import: "default", eager: true });
    for (const [file, text] of Object.entries(sources)) if (!file.endsWith(".test.ts")) expect(String(text), file).not.toMatch(/[^.]style="|styleMap/);
  });

  it("no colour stands outside the tokens", () => {
    const sheets = import.meta.glob("./*.css", { query: "?raw", import: "default", eager: true });
    expect(Object.keys(sheets).length).toBeGreaterThan(8);
    expect(Object.values(sheets).every((text) => String(text).includes("{"))).toBe(true);
    for (const [file, text] of Object.entries(sheets)) expect(String(text).replace(/var\([^()]*, rgb\([^()]*\)\)/g, ""), file).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i);
  });
});

// @vitest-environment happy-dom
import { undo } from "prosemirror-history";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HttpFailure } from "client-kit/net/http.ts";
import type { RichText } from "client-kit/proto/protocol.ts";
import { toDoc, toText } from "./convert.ts";
import { editing } from "./editing.ts";
import { KeptTexts } from "./kept-texts.ts";
import { TextSync, type Authority, type Batch } from "./text-sync.ts";

/** The server's side: takes steps only upon its newest version, and loses questions and answers as a network does. */
class Server implements Authority {
  batches: Batch[] = [];
  document: RichText = { blocks: [] };
  down = false;
  /** how many of a hundred questions, and as many answers, are lost */
  losing = 0;
  constructor(private readonly random: () => number) {}

  get version(): number { return this.batches.reduce((sum, { steps }) => sum + steps.length, 0); }

  #maybeLost(): void {
    if (this.down || this.random() * 100 < this.losing) throw new HttpFailure("network", 0, "NETWORK", "down");
  }

  async whole(): Promise<{ version: number; document: RichText }> {
    this.#maybeLost();
    return { version: this.version, document: this.document };
  }

  async since(version: number): Promise<{ version: number; batches: Batch[] }> {
    this.#maybeLost();
    let at = 0;
    const batches = this.batches.flatMap(({ writer, steps }) => {
      const skipped = Math.max(0, version - at);
      at += steps.length;
      return skipped >= steps.length ? [] : [{ writer, steps: steps.slice(skipped) }];
    });
    return { version: this.version, batches };
  }

  async write(version: number, writer: string, steps: readonly string[], document: RichText): Promise<void> {
    this.#maybeLost();
    if (version !== this.version) throw new HttpFailure("refused", 409, "TEXT_MOVED_ON", "moved on");
    this.batches.push({ writer, steps: [...steps] });
    this.document = structuredClone(document);
    this.#maybeLost();
  }
}

function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const opened: { sync: TextSync; kept: KeptTexts }[] = [];

function open(server: Server, person: string, locks: LockManager | null = null): TextSync {
  const kept = new KeptTexts(person, "m", localStorage, locks);
  const sync = new TextSync({ text: "i/PUBLIC", authority: server, kept, plugins: () => editing(() => false), changed: () => undefined });
  opened.push({ sync, kept });
  void sync.open();
  return sync;
}

function leave(sync: TextSync): void {
  sync.close();
  opened.find((one) => one.sync === sync)?.kept.close();
}

function type(sync: TextSync, words: string, at?: number): void {
  const { editor } = sync;
  if (editor) sync.apply(editor.tr.insertText(words, at ?? editor.doc.content.size - 1));
}

const read = (sync: TextSync): string => sync.editor?.doc.textContent ?? "";
const settle = (ms = 60_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  for (const { sync, kept } of opened.splice(0)) {
    sync.close();
    kept.close();
  }
  vi.useRealTimers();
});

it("what is typed is sent, and a second editor has it", async () => {
  const server = new Server(dice(1));
  const [one, two] = [open(server, "a"), open(server, "b")];
  await settle();
  type(one, "Thảo luận");
  expect(one.state).toBe("sending");
  await settle();
  two.tell(server.version);
  await settle();
  expect([one.state, one.unsent, read(two)]).toEqual(["saved", false, "Thảo luận"]);
  expect(localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith("ns.minutes.a")) ?? "")).toBeNull();
});

it("what is typed without a network outlives a reload and goes below what others wrote", async () => {
  const server = new Server(dice(2));
  const [one, two] = [open(server, "a"), open(server, "b")];
  await settle();
  server.down = true;
  type(one, "ngoại tuyến");
  await settle(5_000);
  expect(one.state).toBe("offline");
  leave(one);
  server.down = false;
  type(two, "Trước ");
  await settle();
  const again = open(server, "a");
  await settle();
  two.tell(server.version);
  await settle();
  expect(server.document).toEqual(toText(again.editor!.doc));
  for (const sync of [again, two]) expect(read(sync).split(/(?=Trước )|(?=ngoại)/).sort()).toEqual(["Trước ", "ngoại tuyến"]);
});

it("what was left is taken over before the server is asked, however long that takes", async () => {
  const server = new Server(dice(6));
  const one = open(server, "a");
  await settle();
  server.down = true;
  type(one, "chưa gửi");
  leave(one);
  server.down = false;
  const slow = { request: async (_: string, __: object, granted: (lock: object) => unknown) => { await new Promise((later) => setTimeout(later, 3_000)); return granted({}); } };
  const again = open(server, "a", slow as unknown as LockManager);
  again.tell(0);
  await settle();
  expect([read(again), again.state, toText(toDoc(server.document))]).toEqual(["chưa gửi", "saved", toText(again.editor!.doc)]);
});

it("an earlier text is put back as one more change, also below what others write", async () => {
  const server = new Server(dice(9));
  const [one, two] = [open(server, "a"), open(server, "b")];
  expect(one.restore({ blocks: [] }), "nothing is open yet").toBe(false);
  await settle();
  type(one, "Thảo luận");
  await settle();
  const earlier = server.document;
  one.apply(one.editor!.tr.delete(1, one.editor!.doc.content.size - 1));
  await settle();
  expect(read(one)).toBe("");
  expect(one.restore(earlier)).toBe(true);
  await settle();
  two.tell(server.version);
  await settle();
  expect([read(one), read(two), one.state, one.unsent]).toEqual(["Thảo luận", "Thảo luận", "saved", false]);
});

it("an answer that was lost does not double anything", async () => {
  const server = new Server(dice(3));
  const one = open(server, "a");
  await settle();
  const write = server.write.bind(server);
  server.write = async (...what) => {
    await write(...what);
    server.write = write;
    throw new HttpFailure("timeout", 0, "TIMEOUT", "late");
  };
  type(one, "một lần");
  await settle();
  expect([one.state, read(one), server.version]).toEqual(["saved", "một lần", 1]);
});

it("a refusal is said and the words stay; the next change is sent with them", async () => {
  const server = new Server(dice(4));
  const one = open(server, "a");
  await settle();
  const write = server.write.bind(server);
  server.write = () => Promise.reject(new HttpFailure("refused", 422, "TEXT_TOO_LONG", "quá dài"));
  type(one, "dài");
  await settle();
  expect([one.state, one.trouble, read(one)]).toEqual(["refused", "quá dài", "dài"]);
  server.write = write;
  type(one, " hơn");
  await settle();
  expect([one.state, one.trouble, toText(toDoc(server.document))]).toEqual(["saved", "", toText(one.editor!.doc)]);
});

it("letters that come in pieces are composed before they are sent", async () => {
  const server = new Server(dice(5));
  const one = open(server, "a");
  await settle();
  type(one, "Bie\u0302n ba\u0309n\u200b");
  await settle();
  expect(JSON.stringify(server.document)).toContain("Biên bản\"");
});

it.each([1, 2, 3, 4, 5, 6])("writers over a bad network, with reloads, end with the same text and everybody's words once (%i)", async (seed) => {
  const random = dice(seed * 7_919);
  const server = new Server(random);
  server.losing = 25;
  const people = ["a", "b", "c"];
  const syncs = people.map((person) => open(server, person));
  const typed: string[] = [];
  await settle(120_000);
  for (let turn = 0; turn < 80; turn++) {
    const who = Math.floor(random() * people.length);
    const sync = syncs[who]!;
    const act = random();
    if (act < 0.6 && sync.editor) {
      const word = `<${people[who]}${turn}>`;
      // between words, so that they can be told apart afterwards
      const places = [1, ...[...read(sync).matchAll(/>/g)].map((found) => found.index + 2)];
      type(sync, word, places[Math.floor(random() * places.length)]);
      typed.push(word);
    } else if (act < 0.75) sync.tell(server.version);
    else if (act < 0.85) {
      leave(sync);
      syncs[who] = open(server, people[who]!);
    } else server.down = !server.down && random() < 0.3;
    await settle(random() * 3_000);
  }
  server.down = false;
  server.losing = 0;
  for (let round = 0; round < 4; round++) {
    for (const sync of syncs) sync.tell(server.version);
    await settle(120_000);
  }
  const words = read(syncs[0]!).match(/<[^>]+>/g) ?? [];
  expect([...words].sort()).toEqual([...typed].sort());
  for (const sync of syncs) expect(read(sync)).toBe(read(syncs[0]!));
  expect(server.document).toEqual(toText(syncs[0]!.editor!.doc));
});

it("every form comes back as it was", () => {
  const runs = [{ text: "đậm", bold: true, italic: false, underline: true }, { text: "\n", bold: false, italic: false, underline: false }, { text: "thường", bold: false, italic: true, underline: false }];
  const paragraph = { kind: "richParagraph" as const, tone: "REMARK" as const, runs };
  const text: RichText = {
    blocks: [{ kind: "richHeading", runs }, paragraph, { kind: "bulletList", entries: [{ text: paragraph, lists: [{ kind: "numberList", entries: [{ text: paragraph, lists: [] }] }] }] },
      { kind: "richTable", rows: [{ cells: [{ paragraphs: [paragraph] }, { paragraphs: [paragraph, paragraph] }] }] }],
  } as RichText;
  expect(toText(toDoc(text))).toEqual(text);
});

/** Refuses by size as the server does (`MinutesCommand`, `RichText`). */
class Limited extends Server {
  locked = false;
  override async write(version: number, writer: string, steps: readonly string[], document: RichText): Promise<void> {
    const refuse = (code: string): never => { throw new HttpFailure("refused", 409, code, code); };
    if (this.locked) refuse("MINUTES_LOCKED");
    if (steps.reduce((sum, each) => sum + each.length, 0) > 300_000 || toDoc(document).textContent.length > 30_000) refuse("TEXT_TOO_LONG");
    return super.write(version, writer, steps, document);
  }
}

const LONG = "Đồng chí Chủ tịch Ủy ban nhân dân tỉnh đề nghị các sở, ngành rà soát, báo cáo đầy đủ. ".repeat(1_500);
const recorded = (server: Server): string => toDoc(server.document).textContent;

it("a paste that is too long and taken back leaves a text that goes on, also after a reload", async () => {
  const server = new Limited(dice(1));
  const [one, two] = [open(server, "a"), open(server, "b")];
  await settle();
  type(one, "Mở đầu. ");
  await settle();
  type(one, LONG);
  await settle();
  expect([one.state, one.unsent]).toEqual(["refused", true]);
  undo(one.editor!, (tr) => one.apply(tr));
  await settle();
  expect([one.state, one.unsent, recorded(server), read(one)]).toEqual(["saved", false, "Mở đầu. ", "Mở đầu. "]);
  type(one, "Kết luận.");
  await settle();
  two.tell(server.version);
  type(two, "Thêm. ", 1);
  await settle();
  one.tell(server.version);
  await settle();
  expect([one.state, one.version, read(one)]).toEqual(["saved", server.version, read(two)]);
  expect(read(one)).toContain("Thêm. ");
  expect(read(one)).toContain("Kết luận.");
  type(one, LONG);
  await settle();
  leave(one);
  const again = open(server, "a");
  await settle();
  expect(again.state).toBe("refused");
  again.apply(again.editor!.tr.delete(20, again.editor!.doc.content.size - 1));
  await settle();
  expect([again.state, again.unsent, recorded(server)]).toEqual(["saved", false, read(again)]);
});

it("keystrokes over the limit that are deleted again are sent as what they come to, and undone as what they were", async () => {
  const server = new Limited(dice(2));
  const one = open(server, "a");
  await settle();
  type(one, "a".repeat(29_990));
  await settle();
  for (let i = 0; i < 700; i++) type(one, "b");
  await settle();
  expect(one.state).toBe("refused");
  for (let i = 0; i < 699; i++) {
    const end = one.editor!.doc.content.size - 1;
    one.apply(one.editor!.tr.delete(end - 1, end));
  }
  await settle();
  expect([one.state, one.unsent, recorded(server) === `${"a".repeat(29_990)}b`, one.version]).toEqual(["saved", false, true, server.version]);
  // the deleting first, then the typing
  for (let i = 0; i < 2; i++) undo(one.editor!, (tr) => one.apply(tr));
  await settle();
  expect([one.unsent, recorded(server) === "a".repeat(29_990), one.version]).toEqual([false, true, server.version]);
});

it("one step for many whose answer was lost is known again, with what was typed after it", async () => {
  const server = new Limited(dice(3));
  const one = open(server, "a");
  await settle();
  type(one, LONG);
  await settle();
  const write = server.write.bind(server);
  server.write = async (...what) => {
    await write(...what);
    server.write = write;
    type(one, " Sau.");
    throw new HttpFailure("timeout", 0, "TIMEOUT", "late");
  };
  one.apply(one.editor!.tr.delete(10, one.editor!.doc.content.size - 1));
  await settle();
  expect([one.state, one.unsent, read(one), one.version]).toEqual(["saved", false, "Đồng chí  Sau.", server.version]);
  expect(recorded(server)).toBe(read(one));
});

it("what is never taken can be let go of", async () => {
  const server = new Limited(dice(4));
  const one = open(server, "a");
  await settle();
  type(one, "Đã ký.");
  await settle();
  server.locked = true;
  type(one, " Muộn.");
  await settle();
  expect([one.state, one.trouble, one.unsent]).toEqual(["refused", "MINUTES_LOCKED", true]);
  expect(one.discard()).toBe(true);
  await settle();
  expect([one.state, one.unsent, read(one)]).toEqual(["saved", false, "Đã ký."]);
  leave(one);
  expect(Object.keys(localStorage).filter((key) => key.startsWith("ns.minutes.a"))).toEqual([]);
});

it.each([11, 12, 13, 14])("writers over a bad network and over the limit end with the same text (%i)", async (seed) => {
  const random = dice(seed * 7_919);
  const server = new Limited(random);
  server.losing = 25;
  const people = ["a", "b"];
  const syncs = people.map((person) => open(server, person));
  await settle(120_000);
  for (let turn = 0; turn < 60; turn++) {
    const who = Math.floor(random() * people.length);
    const sync = syncs[who]!;
    const act = random();
    if (sync.editor && act < 0.3) type(sync, `<${people[who]}${turn}>`, 1);
    else if (sync.editor && act < 0.5) type(sync, "x".repeat(31_000));
    else if (sync.editor && act < 0.7) {
      for (const found of [...read(sync).matchAll(/x+/g)].reverse()) sync.apply(sync.editor.tr.delete(found.index + 1, found.index + 1 + found[0].length));
    } else if (act < 0.8) sync.tell(server.version);
    else if (act < 0.9) {
      leave(sync);
      syncs[who] = open(server, people[who]!);
    }
    await settle(random() * 3_000);
  }
  server.losing = 0;
  for (let round = 0; round < 4; round++) {
    for (const sync of syncs) {
      for (const found of [...read(sync).matchAll(/x+/g)].reverse()) sync.apply(sync.editor!.tr.delete(found.index + 1, found.index + 1 + found[0].length));
      sync.tell(server.version);
    }
    await settle(120_000);
  }
  for (const sync of syncs) expect([sync.state, sync.unsent, read(sync), sync.version]).toEqual(["saved", false, recorded(server), server.version]);
});

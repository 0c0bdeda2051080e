import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pass, turns, useTimers } from "../net/bad-network.ts";
import { seeded } from "../net/seeded.ts";
import type { Note } from "../proto/protocol.ts";
import { StoreFailure } from "../store/database.ts";
import { Device, opened, textOf, twoTabs } from "./device-on-line.ts";
import { UnreliableServer } from "./unreliable-server.ts";

let server: UnreliableServer;
const stored = (): string[] => server.notes.map(textOf).sort();

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  useTimers();
  server = new UnreliableServer();
});

afterEach(async () => {
  for (const device of opened.splice(0)) {
    device.book.close();
    await device.shelf.close();
  }
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the notebook", () => {
  it("keeps an act on disk before it says so, and is there again after a hundred kills between pen-up and sending", async () => {
    const device = new Device(server, "a", seeded(1));
    device.line.up = false;
    await device.book.start();
    for (let n = 0; n < 100; n++) {
      await device.write(`nét ${n}`);
      await device.reload();
    }
    expect(new Set(device.texts).size).toBe(100);
    expect(device.book.waiting).toBe(100);
    expect(device.book.state(device.book.all()[0]!.id)).toBe("device");
    device.line.up = true;
    await pass(30_000);
    expect(stored()).toEqual(device.texts);
    expect(device.book.waiting).toBe(0);
    expect(device.book.state(device.book.all()[0]!.id)).toBe("saved");
  }, 60_000);

  it("keeps acts that come while earlier ones are being written", async () => {
    const device = new Device(server, "a", seeded(14));
    device.line.up = false;
    await device.book.start();
    const writing: Promise<Note>[] = [];
    for (let n = 0; n < 30; n++) {
      writing.push(device.write(`nét ${n}`));
      await turns(1);
    }
    await Promise.all(writing);
    await device.reload();
    expect(device.texts).toHaveLength(30);
  });

  it("sends again what was not answered, and the server has it once", async () => {
    const device = new Device(server, "a", seeded(2));
    await device.book.start();
    device.line.answersLost = 0.7;
    for (let n = 0; n < 20; n++) await device.write(`${n}`);
    await pass(120_000);
    expect(stored()).toEqual(device.texts);
    expect(server.notes).toHaveLength(20);
    expect(Math.max(...server.arrivals.values())).toBeGreaterThan(1);
  });

  it("goes on with the copy where another device was first, and undoes it there", async () => {
    const [a, b] = [new Device(server, "a", seeded(3)), new Device(server, "b", seeded(4))];
    await a.book.start();
    const note = await a.write("gốc");
    await pass(3_000);
    await b.book.start();
    await pass(3_000);
    b.line.up = false;
    const renamed: string[][] = [];
    b.book.onRename((from, to) => renamed.push([from, to]));
    await a.edit(note, "máy thứ nhất");
    await pass(3_000);
    await b.edit(note, "máy thứ hai");
    b.line.delayMs = 4_000;
    b.line.up = true;
    b.book.wake();
    await pass(2_000);
    await b.edit(note, "máy thứ hai, sửa tiếp");
    await pass(60_000);
    expect(stored()).toEqual(["máy thứ hai, sửa tiếp", "máy thứ nhất"]);
    a.book.wake();
    await pass(3_000);
    expect(a.texts).toEqual(stored());
    expect(renamed).toEqual([[note.id, b.book.all().find(({ copyOf }) => copyOf === note.id)?.id]]);
    await b.book.undo();
    expect(b.texts).toEqual(["máy thứ hai", "máy thứ nhất"]);
  });

  it("undoes and redoes its own acts, and leaves alone what another device has changed since", async () => {
    const [a, b] = [new Device(server, "a", seeded(5)), new Device(server, "b", seeded(6))];
    await a.book.start();
    await b.book.start();
    const first = await a.write("một");
    await a.write("hai");
    await a.book.do({ remove: [first.id] });
    expect(a.texts).toEqual(["hai"]);
    await a.book.undo();
    expect(a.texts).toEqual(["hai", "một"]);
    await pass(5_000);
    b.book.wake();
    await pass(3_000);
    await b.edit(first, "một, từ máy kia");
    await pass(5_000);
    a.book.wake();
    await pass(3_000);
    await a.book.undo();
    expect(a.texts).toEqual(["một, từ máy kia"]);
    expect(a.book.canUndo).toBe(false);
    await a.book.undo();
    expect(a.texts).toEqual(["một, từ máy kia"]);
    await a.book.redo();
    expect(a.texts).toEqual(["hai", "một, từ máy kia"]);
  });

  it("an undo does not take back with whom a note was shared", async () => {
    const a = new Device(server, "a", seeded(7));
    await a.book.start();
    const note = await a.write("một");
    await a.edit(note, "hai");
    await a.book.mark([note.id], { share: { reach: "MEETING", people: [] } });
    await a.book.undo();
    expect(a.book.get(note.id)).toMatchObject({ body: { text: "một" }, share: { reach: "MEETING" } });
  });

  it("keeps a refused note on this device with the reason, and sends it again when asked", async () => {
    const device = new Device(server, "a", seeded(8));
    await device.book.start();
    server.refuse = (op) => (op.put !== undefined && textOf(op.put) === "bị từ chối" ? { code: "PAPER_CLOSED", text: "Tài liệu đã đóng." } : undefined);
    const note = await device.write("bị từ chối");
    await device.write("được nhận");
    await pass(5_000);
    await device.reload();
    await pass(5_000);
    expect(stored()).toEqual(["được nhận"]);
    expect(device.texts).toEqual(["bị từ chối", "được nhận"]);
    expect(device.book.waiting).toBe(0);
    expect(device.book.refusal(note.id)?.text).toBe("Tài liệu đã đóng.");
    expect(device.book.state(note.id)).toBe("device");
    server.refuse = () => undefined;
    await device.book.retry(device.book.refused[0]!.op);
    await pass(5_000);
    expect(stored()).toEqual(["bị từ chối", "được nhận"]);
    expect(device.book.refused).toEqual([]);
  });

  it("drops all and says so when another device has destroyed the notes; what is made later is kept", async () => {
    const [a, b] = [new Device(server, "a", seeded(9)), new Device(server, "b", seeded(10))];
    await a.book.start();
    await b.book.start();
    await a.write("cũ");
    await pass(3_000);
    b.line.up = false;
    await b.write("chưa gửi");
    const destroyed = a.book.destroy(false);
    await pass(3_000);
    await destroyed;
    expect(a.texts).toEqual([]);
    expect(a.words).toEqual([]);
    await a.write("mới");
    await pass(2_000);
    b.line.up = true;
    b.book.wake();
    await pass(20_000);
    expect(b.texts).toEqual(["mới"]);
    expect(b.words).toEqual([expect.stringContaining("đã được hủy")]);
    expect(stored()).toEqual(["mới"]);
    await b.reload();
    expect(b.texts).toEqual(["mới"]);
  });

  it("says it in a sentence when the device can't keep a note, sends it all the same, and is content again later", async () => {
    const device = new Device(server, "a", seeded(11));
    await device.book.start();
    await pass(1_000);
    device.line.up = false;
    const add = vi.spyOn(device.shelf, "add").mockRejectedValue(new StoreFailure("full", "quota"));
    await device.write("không giữ được");
    expect(device.book.trouble).toMatch(/sẽ mất nếu đóng trang.*đã đầy/);
    expect(device.texts).toEqual(["không giữ được"]);
    expect([(await device.shelf.waiting("p1")).size, device.book.unsent.size]).toEqual([0, 1]);
    device.line.up = true;
    await pass(30_000);
    expect(stored()).toEqual(["không giữ được"]);
    add.mockRestore();
    await device.write("giữ được");
    expect(device.book.trouble).toBeUndefined();
    await device.reload();
    expect(device.texts).toEqual(["giữ được", "không giữ được"]);
  });

  it("forgets all but what was not sent, which goes out when its writer is back", async () => {
    const device = new Device(server, "a", seeded(14));
    await device.book.start();
    await device.write("đã gửi");
    await pass(5_000);
    device.line.up = false;
    await device.write("chưa gửi");
    await pass(1_000);
    device.book.close();
    await device.shelf.forgetSent("p1");
    const left = await device.shelf.read("p1", "m1");
    expect([left?.notes, left?.shared, left?.ops.map(({ op }) => op.put && textOf(op.put))]).toEqual([[], [], ["chưa gửi"]]);
    device.line.up = true;
    await device.reload();
    await pass(30_000);
    expect(stored()).toEqual(["chưa gửi", "đã gửi"]);
    expect(device.texts).toEqual(["chưa gửi", "đã gửi"]);
    device.book.close();
    await device.shelf.forgetSent("p1");
    expect(await device.shelf.read("p1", "m1")).toBeUndefined();
  });

  it("keeps nothing of a person who has signed out, also when an answer comes after", async () => {
    const device = new Device(server, "a", seeded(12));
    await device.book.start();
    await device.write("một");
    await pass(420);
    await device.shelf.forget("p1");
    await pass(5_000);
    expect(await device.shelf.read("p1", "m1")).toBeUndefined();
    expect((await device.shelf.waiting("p1")).size).toBe(0);
  });

  it("gives the server again what a restored backup has lost", async () => {
    const device = new Device(server, "a", seeded(13));
    await device.book.start();
    await device.write("một");
    await pass(3_000);
    await device.write("hai");
    await pass(3_000);
    const lost = [...server.rows.keys()].at(-1)!;
    server.rows.delete(lost);
    server.version = 1;
    device.book.wake();
    await pass(5_000);
    expect(stored()).toEqual(["hai", "một"]);
  });

  it("asks on until it has all that does not go into one answer", async () => {
    const [a, b] = [new Device(server, "a", seeded(15)), new Device(server, "b", seeded(16))];
    await a.book.start();
    for (let n = 0; n < 20; n++) await a.write(`chữ ${n}`);
    await pass(5_000);
    server.answerMax = 3;
    await b.book.start();
    await pass(5_000);
    expect(b.texts).toEqual(stored());
    for (let n = 20; n < 40; n++) await a.write(`chữ ${n}`);
    await pass(5_000);
    await b.write("của máy hai");
    await pass(5_000);
    expect(b.texts).toEqual(stored());
    expect(stored()).toHaveLength(41);
    server.rows.delete([...server.rows.keys()][7]!);
    server.version = 30;
    b.book.wake();
    await pass(10_000);
    expect(stored()).toHaveLength(41);
    expect(b.texts).toEqual(stored());
  });

  it("what is written while a restored backup is being asked about stays the newest", async () => {
    const device = new Device(server, "a", seeded(15));
    await device.book.start();
    await device.write("một");
    await pass(3_000);
    const note = await device.write("hai");
    await pass(3_000);
    server.rows.delete(note.id);
    server.version = 1;
    const since = device.line.since.bind(device.line);
    device.line.since = async (version) => {
      const answers = await since(version);
      if (version === 0) await device.edit(note, "hai, viết tiếp");
      return answers;
    };
    device.book.wake();
    await pass(10_000);
    expect(device.texts).toEqual(["hai, viết tiếp", "một"]);
    expect(stored()).toEqual(device.texts);
  });
});

describe("several tabs of one person", () => {
  it("share what lies on disk, and each note reaches the server once", async () => {
    const [one, two] = twoTabs();
    const [a, b] = [new Device(server, "same", seeded(20), one), new Device(server, "same", seeded(21), two)];
    await a.book.start();
    await b.book.start();
    for (const device of [a, b]) device.line.answersLost = 0.3;
    for (let n = 0; n < 10; n++) {
      await a.write(`a${n}`);
      await b.write(`b${n}`);
      await pass(200);
    }
    await pass(60_000);
    expect(a.texts).toHaveLength(20);
    expect(b.texts).toEqual(a.texts);
    expect(stored()).toEqual(a.texts);
  });
});

describe("two devices on a bad line", () => {
  // each seed is one whole story: acts, cuts, lost answers, reloads, in a different mixture
  it.each(Array.from({ length: 25 }, (_, n) => n + 100))("lose nothing, double nothing and end alike (seed %i)", async (seed) => {
    const random = seeded(seed);
    const devices = [new Device(server, "a", random), new Device(server, "b", random)];
    if (seed % 2 === 0) server.answerMax = 2;
    for (const device of devices) await device.book.start();
    const written = new Set<string>();
    /** texts that somebody saw and then changed or removed, and those taken back by their own writer */
    const overtaken = new Set<string>();
    let n = 0;
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    const shownNow = (device: Device): Map<string, string> => new Map(device.book.all().map((note) => [note.id, textOf(note)]));
    for (let turn = 0; turn < 60; turn++) {
      const device = pick(devices)!;
      const before = shownNow(device);
      const chance = random();
      const some = pick(device.book.all());
      if (chance < 0.35) written.add(textOf(await device.write(`chữ ${++n}`)));
      else if (chance < 0.55 && some !== undefined) {
        written.add(`chữ ${++n}`);
        await device.edit(some, `chữ ${n}`);
      } else if (chance < 0.62 && some !== undefined) await device.book.do({ remove: [some.id] });
      else if (chance < 0.68) await device.book.undo();
      else if (chance < 0.72) await device.book.redo();
      else if (chance < 0.78) device.line.up = !device.line.up;
      else if (chance < 0.82) device.line.answersLost = random() < 0.5 ? 0.5 : 0;
      else if (chance < 0.88) await device.reload();
      else if (chance < 0.94) device.book.wake();
      else await pass(random() * 8_000);
      if (chance < 0.72) for (const [id, text] of before) if (textOf(device.book.get(id) ?? device.book.make("", 1, { kind: "text", colour: "BLUE", at: [0, 0], text: "" })) !== text) overtaken.add(text);
      if (random() < 0.3) await pass(random() * 600);
    }
    for (const device of devices) Object.assign(device.line, { up: true, answersLost: 0 });
    // what one sends last the other one has to fetch
    for (let round = 0; round < 3; round++) {
      for (const device of devices) device.book.wake();
      await pass(20_000);
    }
    for (const device of devices) {
      expect(device.book.waiting).toBe(0);
      expect(device.texts).toEqual(stored());
    }
    expect(new Set(stored()).size).toBe(stored().length);
    expect([...written].filter((text) => !overtaken.has(text) && !stored().includes(text))).toEqual([]);
  });
});

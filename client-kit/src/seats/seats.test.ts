import { describe, expect, it } from "vitest";
import { flaws } from "../i18n/catalogue.ts";
import type { MeetingView, PersonView, Seat } from "../proto/protocol.ts";
import { byOrder, freeId, horseshoe, isFree, laid, neighbour, nextSpot, rows, seated, snap } from "./layout.ts";
import { countsOf, drawnSeats, shortNames } from "./states.ts";
import { t } from "./texts.ts";

const apart = (seats: readonly Seat[]): boolean => seats.every((seat) => isFree(seats, seat, seat.id));

describe("layouts", () => {
  it("lay the wanted number of seats, none on another, all on the map", () => {
    for (const count of [1, 2, 3, 7, 27, 40, 41, 80, 200, 600]) {
      for (const spots of [horseshoe(count), rows(count, 1, true), rows(count, 12, false), rows(count, 20, true)]) {
        const seats = laid(spots);
        expect(seats).toHaveLength(count);
        if (count <= 200) expect(apart(seats)).toBe(true);
        expect(new Set(seats.map((seat) => seat.id)).size).toBe(count);
        expect(seats.every(({ x, y }) => x >= 0 && x <= 1_000 && y >= 0 && y <= 1_000 && Number.isInteger(x) && Number.isInteger(y))).toBe(true);
      }
    }
  });

  it("begin a horseshoe in the middle of its head", () => {
    const seats = horseshoe(27);
    const head = seats.filter((seat) => seat.y === 10);
    const [left, right] = [Math.min(...head.map((seat) => seat.x)), Math.max(...head.map((seat) => seat.x))];
    expect(seats[0]).toEqual({ x: (left + right) / 2, y: 10 });
  });

  it("put a last short row in the middle and an aisle between the halves", () => {
    expect(rows(5, 4, false).map((spot) => spot.x)).toEqual([10, 20, 30, 40, 20]);
    expect(rows(4, 4, true).map((spot) => spot.x)).toEqual([10, 20, 40, 50]);
  });

  it("snap to half places and stay on the map", () => {
    expect([snap(12.4), snap(12.6), snap(-40), snap(2_000)]).toEqual([10, 15, 0, 1_000]);
  });

  it("find a free place and a free id for one more", () => {
    const seats = laid(rows(3, 3, false));
    expect(isFree(seats, nextSpot(seats))).toBe(true);
    expect(freeId(seats)).toBe("s004");
    expect(freeId(seats.filter((seat) => seat.id !== "s002"))).toBe("s004");
    expect(nextSpot([])).toEqual({ x: 10, y: 10 });
  });

  it("seat people by the list, and two who change places swap", () => {
    const seats = byOrder(laid(rows(3, 3, false)), ["an", "binh"]);
    expect(seats.map((seat) => seat.person)).toEqual(["an", "binh", undefined]);
    expect(seated(seats, "an", "s002").map((seat) => seat.person)).toEqual(["binh", "an", undefined]);
    expect(seated(seats, "an", "s003").map((seat) => seat.person)).toEqual([undefined, "binh", "an"]);
    expect(seated(seats, "chi", "s001").map((seat) => seat.person)).toEqual(["chi", "binh", undefined]);
    expect(seated(seats, "an", "s001").map((seat) => seat.person)).toEqual(["an", "binh", undefined]);
  });

  it("go with an arrow to the nearest seat that way", () => {
    const seats = laid(rows(6, 3, false));
    const by = (id: string, way: "left" | "right" | "up" | "down"): string | undefined => neighbour(seats, seats.find((seat) => seat.id === id)!, way)?.id;
    expect([by("s001", "right"), by("s001", "down"), by("s005", "up"), by("s001", "left")]).toEqual(["s002", "s004", "s002", undefined]);
  });
});

const person = (name: string, more: Partial<PersonView> = {}): PersonView => ({ name, title: "", unit: "", role: "MEMBER", votes: true, late: false, ...more });

describe("states", () => {
  const people: Record<string, PersonView> = {
    an: person("Trần Văn An", { presence: "IN_ROOM", late: true }), binh: person("Lê Bình", { presence: "REMOTE" }), chi: person("Đỗ Chi", { absence: "Ốm" }),
    dung: person("Ngô Dũng", { leftAt: 5 }), em: person("Vũ Thị Em"), anh: person("Phạm An", { presence: "IN_ROOM" }),
  };
  const view = {
    people: { order: Object.keys(people), people, quorum: { members: 6, present: 3, needed: 4, met: false }, presentCount: 3, graceMinutes: 1 },
    seats: { order: ["1", "2", "3", "4", "5", "6", "7"], seats: Object.fromEntries(["an", "binh", "chi", "dung", "em", "anh", undefined].map((who, n) => [String(n + 1), { x: n * 10, y: 10, label: "", ...(who ? { person: who } : {}) }])), voted: ["binh"] },
    agenda: { inHand: "i1", items: { i1: {} } }, recusals: { items: {} }, franchise: { substitutions: {} },
    floor: { listOpen: true, order: ["r1"], requests: { r1: { person: "binh", kind: "DISCUSSION", about: "", at: 1 } }, speaker: { person: "an", kind: "DISCUSSION", about: "", from: 0, limitMs: 0, spentMs: 0 }, spokenMs: { an: 5, anh: 7 } },
  } as unknown as MeetingView;

  it("tell of each seat how its person stands, what they do and that they have voted", () => {
    expect(drawnSeats(view).map(({ state }) => `${state.standing} ${state.doing ?? "-"} ${state.voted ? "voted" : "-"} ${state.late ? "late" : "-"}`)).toEqual([
      "room speaking - late", "remote waits voted -", "absent - - -", "left - - -", "invited - - -", "room spoken - -", "empty - - -",
    ]);
  });

  it("show who has come in a member's place on that member's seat, with the vote cast there, and who takes no part in the item in hand", () => {
    const changed = { ...view, franchise: { substitutions: { chi: { person: "guest", votes: true }, em: { person: "anh", votes: true } } }, recusals: { items: { i1: { anh: { holds: true, since: 0 } } } },
      seats: { ...view.seats, voted: ["chi"] }, people: { ...view.people, people: { ...people, guest: person("Ngô Minh Thư", { presence: "IN_ROOM", votes: false }) } } } as unknown as MeetingView;
    const drawn = drawnSeats(changed);
    expect(drawn.map(({ person: who }) => who)).toEqual(["an", "binh", "guest", "dung", "em", "anh", undefined]);
    expect([drawn[2]?.name, drawn[2]?.state.standing, drawn[2]?.state.voted]).toEqual(["Ngô Minh Thư (thay đồng chí Đỗ Chi)", "room", true]);
    expect(drawn.map(({ state }) => state.inPlaceOf)).toEqual(["", "", "Chi", "", "", "", ""]);
    expect(drawn.filter(({ state }) => state.recused).map(({ person: who }) => who)).toEqual(["anh"]);
    expect(countsOf(drawn).recused).toBe(1);
  });

  it("are counted for the key", () => {
    const counts = countsOf(drawnSeats(view));
    expect(Object.fromEntries(counts.standing)).toEqual({ room: 2, remote: 1, absent: 1, left: 1, invited: 1, empty: 1 });
    expect([counts.doing.get("speaking"), counts.doing.get("waits"), counts.doing.get("spoken"), counts.voted]).toEqual([1, 1, 1, 1]);
  });

  it("name people by their given name, and by two words where it is not enough", () => {
    expect([...shortNames([["a", "Trần Văn An"], ["b", "Phạm An"], ["c", "Lê Bình"], ["d", "Ông"]]).values()]).toEqual(["Văn An", "Phạm An", "Bình", "Ông"]);
  });

  it("have words in both languages", () => expect(flaws(t)).toEqual([]));
});

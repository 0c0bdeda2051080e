import { expect, it } from "vitest";
import type { MeetingView } from "../proto/protocol.ts";
import { bySilence } from "./speaking.ts";

const person = { name: "", title: "", unit: "", role: "MEMBER" as const, votes: true, presence: "IN_ROOM" as const };

it("puts who has not spoken first, of these who has spoken least in the year, and leaves out who is not there", () => {
  const { presence: _, ...away } = person;
  const shown = {
    people: { order: ["long", "short", "silentButHeard", "silent", "away"], people: { long: person, short: person, silentButHeard: person, silent: person, away } },
    floor: { spokenMs: { long: 9_000, short: 1_000 }, turns: { long: 1, short: 2 } },
  } as unknown as MeetingView;
  const year = { year: 2026, meetings: 3, people: { silentButHeard: { spentMs: 60_000, turns: 4, meetings: 2 } } };
  expect(bySilence(shown, year).map(({ id }) => id)).toEqual(["silent", "silentButHeard", "short", "long"]);
  expect(bySilence(shown, null).map(({ id }) => id)).toEqual(["silentButHeard", "silent", "short", "long"]);
});

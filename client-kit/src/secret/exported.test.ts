import { expect, it } from "vitest";
import exported from "../../../server/src/test/resources/secret/vote.json";
import { sumUp } from "./ballot.ts";
import { openElection } from "./ceremony.ts";
import { count, type Partial, readPartial } from "./decrypt.ts";
import { pointHex } from "./group.ts";

it("takes the poll file of a vote that was taken in a meeting", async () => {
  const election = openElection(exported.poll, exported.ceremony, exported.voters);
  expect(pointHex(election.keys.election)).toBe(exported.key);
  const sums = await sumUp(election, exported.ballots);
  const [one, other] = exported.partials.map((partial) => readPartial(election, sums, partial)) as [Partial, Partial];
  expect(count(sums, one, other)).toEqual(exported.result);
  expect(exported.result).toEqual([[3, 1, 0]]);
});

import { describe, expect, it } from "vitest";
import hashes from "../../../server/src/test/resources/secret/hashes.json";
import frozen from "../../../server/src/test/resources/secret/poll.json";
import { ballotHash, readBallot, sumUp } from "./ballot.ts";
import { type Ceremony, ceremonyHash, keyCode, openElection, readCeremony } from "./ceremony.ts";
import { count, decrypt, type Partial, readPartial } from "./decrypt.ts";
import { code } from "./digest.ts";
import { pointHex } from "./group.ts";
import { pollHash, readPoll, readVoters } from "./poll.ts";
import { seal } from "./seal.ts";
import { canonical } from "./shape.ts";
import { dice, notebook } from "./testing.ts";
import { confirm, TrusteeSetup } from "./trustee.ts";

const poll = readPoll(frozen.poll);
const election = openElection(poll, readCeremony(frozen.ceremony), readVoters(frozen.voters));

describe("the poll that the server froze", () => {
  it("has the same hashes here", () => {
    expect(pollHash(poll)).toBe(hashes.P);
    expect(election.keys.ceremony).toBe(hashes.Z);
    expect(election.hash).toBe(hashes.E);
    expect(election.keys.code).toBe(hashes.keyCode);
    expect(election.keys.trustees.map(pointHex)).toEqual(hashes.trustees);
    expect(frozen.ballots.map((ballot) => ballotHash(election, readBallot(ballot, poll)))).toEqual(hashes.ballots);
  });

  it("has a key code that other deals don't change, since nobody is bound to them before", () => {
    const { commits, announcements, deals } = frozen.ceremony;
    expect(ceremonyHash(hashes.P, { commits, announcements, deals: [...deals].reverse() })).not.toBe(hashes.Z);
    expect(keyCode(hashes.P, { commits, announcements })).toBe(hashes.keyCode);
    expect(keyCode(hashes.P, { commits: [...commits].reverse(), announcements })).not.toBe(hashes.keyCode);
    expect(keyCode(hashes.P, { commits, announcements: [...announcements].reverse() })).not.toBe(hashes.keyCode);
    expect(keyCode(hashes.L, { commits, announcements })).not.toBe(hashes.keyCode);
  });

  it("passes every check here", async () => {
    const sums = await sumUp(election, frozen.ballots);
    expect(sums.ballots).toBe(hashes.L);
    expect(code(sums.ballots)).toBe(hashes.ballotsCode);
    const [one, two, three] = frozen.partials.map((partial) => readPartial(election, sums, partial)) as [Partial, Partial, Partial];
    for (const [a, b] of [[one, two], [three, one], [two, three]] as const) expect(count(sums, a, b)).toEqual(frozen.result);
  });

  it("is made again byte by byte from the same dice", async () => {
    const setups = [1, 2, 3].map((number) => TrusteeSetup.begin(poll, number, dice(`${hashes.seed}/trustee/${number}`)));
    const commits = setups.map((setup) => setup.commit());
    const announcements = setups.map((setup) => setup.announce(commits));
    expect(canonical(announcements)).toBe(canonical(frozen.ceremony.announcements));
    // deals, confirmations and decryptions draw from the same dice in this order
    const draws = [1, 2, 3].map((number) => {
      const draw = dice(`${hashes.seed}/trustee/${number}`);
      for (let used = 0; used < 8; used++) draw();
      return draw;
    });
    const deals = setups.map((setup) => setup.deal(announcements));
    const made = setups.map((setup) => setup.collect(deals));
    expect(made.map(({ key }) => key.share)).toEqual(hashes.shares);
    const ceremony: Ceremony = { announcements, commits, confirms: made.map(({ key, keys }, at) => confirm(key, keys, draws[at])), deals };
    expect(canonical(ceremony)).toBe(canonical(frozen.ceremony));

    const again = openElection(poll, ceremony, frozen.voters);
    const choices: Record<string, number[][]> = {
      tv01: [[1, 0, 0], [0, 0, 0, 0]], tv03: [[0, 1, 0], [0, 1, 0, 0]], tv04: [[0, 0, 1], [0, 0, 1, 1]], tv05: [[1, 0, 0], [1, 0, 1, 0]],
    };
    const ballots = [];
    for (const [voter, set] of Object.entries(choices)) ballots.push((await seal(again, voter, set, dice(`${hashes.seed}/voter/${voter}`))).cast());
    const partials = [];
    for (const [at, { key }] of made.entries()) partials.push(await decrypt(again, key, ballots, notebook(), async () => true, draws[at]));

    expect(canonical({ ballots, ceremony, key: pointHex(again.keys.election), partials, poll, result: frozen.result, v: 1, voters: frozen.voters })).toBe(canonical(frozen));
  });
});

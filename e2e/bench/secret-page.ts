import { checkBallot } from "../../client-kit/src/secret/ballot.ts";
import type { Poll } from "../../client-kit/src/secret/poll.ts";
import { seal } from "../../client-kit/src/secret/seal.ts";
import { hall } from "../../client-kit/src/secret/testing.ts";

const poll = (marks: number, least: number, most: number): Poll => ({
  contests: [{ id: "c", least, marks: Array.from({ length: marks }, (_, i) => `m${i}`), most }], id: "bench", minimum: 3, trustees: ["a", "b", "c"], v: 1,
});

/** The middle of some times in milliseconds. */
async function median(rounds: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[rounds >> 1]!;
}

async function measure(rounds: number): Promise<Record<string, number>> {
  const took: Record<string, number> = {};
  for (const [what, asked, set] of [["three answers", poll(3, 1, 1), 1], ["5 of 30 names", poll(30, 0, 5), 5]] as const) {
    const start = performance.now();
    const { election } = hall(asked, [{ id: "v", weight: 1 }]);
    took["ceremony of three"] ??= performance.now() - start;
    const row = asked.contests[0]!.marks.map((_, i) => (i < set ? 1 : 0));
    took[`fill ${what}`] = await median(rounds, () => seal(election, "v", [row]));
    const ballot = (await seal(election, "v", [row])).cast();
    took[`check ${what}`] = await median(rounds, () => checkBallot(election, ballot));
  }
  return took;
}

Object.assign(window, { measure });

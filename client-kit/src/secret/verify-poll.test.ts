import { describe, expect, it } from "vitest";
import hashes from "../../../server/src/test/resources/secret/hashes.json";
import frozen from "../../../server/src/test/resources/secret/poll.json";
import { CHECKS } from "./fault.ts";
import { verifyPoll } from "./verify-poll.ts";

type File = Record<string, unknown>;
const file = frozen as unknown as File & typeof frozen;

describe("an exported poll, verified on the device", () => {
  it("is right, with the codes to compare and every receipt", async () => {
    const steps: string[] = [];
    const verdict = await verifyPoll(file, (done, of) => steps.push(`${done}/${of}`));
    expect(verdict).toMatchObject({ right: true, held: CHECKS.slice(0, 13), keyCode: hashes.keyCode, ballotsCode: hashes.ballotsCode, ballots: file.ballots.length });
    expect(verdict.receipts).toHaveLength(file.ballots.length);
    expect(steps.at(-1)).toBe(`${file.ballots.length}/${file.ballots.length}`);
  });

  it("names the check that fails", async () => {
    const swapped = [...file.ballots].reverse();
    const [first, ...others] = file.result;
    const more = [first!.map((n) => n + 1), ...others];
    for (const [change, failed] of [
      [{ v: 2 }, "form"], [{ more: 1 }, "form"], [{ poll: { ...file.poll, minimum: 2 } }, "poll"], [{ key: file.ballots[0]!.contests[0]!.marks[0]!.a }, "key"],
      [{ ballots: swapped }, "entitlement"], [{ partials: [...file.partials].reverse() }, "partials"], [{ result: more }, "result"], [{ ballots: file.ballots.slice(0, 2) }, "enough"],
    ] as const) {
      const verdict = await verifyPoll({ ...file, ...change });
      expect(verdict, JSON.stringify(change).slice(0, 60)).toMatchObject({ right: false, failed });
    }
  });
});

import { describe, expect, it } from "vitest";
import hashes from "../../../server/src/test/resources/secret/hashes.json";
import frozen from "../../../server/src/test/resources/secret/poll.json";
import exported from "../../../server/src/test/resources/secret/vote.json";
import old from "../../../server/src/test/resources/secret/vote-v1.json";
import { CHECKS } from "./fault.ts";
import { type Shown, verifyPoll } from "./verify-poll.ts";

type File = Record<string, unknown>;
const file = frozen as unknown as File & typeof frozen;

const shown: Shown = {
  poll: file.poll.id, trustees: file.poll.trustees, words: "", keyCode: hashes.keyCode, ballotsCode: hashes.ballotsCode, ballots: file.ballots.length, receipts: [],
  counts: Object.fromEntries(file.poll.contests.flatMap(({ marks }, i) => marks.map((mark, j) => [mark, file.result[i]![j]!]))),
};

describe("an exported poll, verified on the device", () => {
  it("is right, with the codes to compare and every receipt", async () => {
    const steps: string[] = [];
    const verdict = await verifyPoll(file, shown, (done, of) => steps.push(`${done}/${of}`));
    expect(verdict).toMatchObject({ right: true, held: CHECKS, counts: shown.counts, keyCode: hashes.keyCode, ballotsCode: hashes.ballotsCode, ballots: file.ballots.length });
    expect(verdict.receipts).toHaveLength(file.ballots.length);
    expect(steps.at(-1)).toBe(`${file.ballots.length}/${file.ballots.length}`);
  });

  it("is of another vote when the screen shows something else", async () => {
    const [first, second] = Object.entries(shown.counts) as [[string, number], [string, number]];
    for (const [other, why] of [
      [{ poll: "another" }, "is of"], [{ trustees: [...shown.trustees].reverse() }, "trustees"], [{ keyCode: "0000000000000000" }, "key code"], [{ ballotsCode: undefined }, "ballots' code"],
      [{ ballots: 5 }, "4 ballots"], [{ counts: { ...shown.counts, [first[0]]: second[1], [second[0]]: first[1] } }, "counts"],
    ] as const) {
      const verdict = await verifyPoll(file, { ...shown, ...other });
      expect(verdict, why).toMatchObject({ right: false, failed: "paper", held: CHECKS.slice(0, 14), why: expect.stringContaining(why) });
    }
    const { receipts } = await verifyPoll(file, shown);
    expect(await verifyPoll(file, { ...shown, receipts: [receipts![1]!] })).toMatchObject({ right: true, missing: [] });
    // another ballot was recorded than the one sent from here: the count is right all the same
    expect(await verifyPoll(file, { ...shown, receipts: [receipts![1]!, "0000000000000000"] })).toMatchObject({ right: true, missing: ["0000000000000000"] });
  }, 60_000);

  it("has the words that its key was made for, and those that this device shows", async () => {
    const here = { ...shown, poll: exported.poll.id, trustees: exported.poll.trustees, words: exported.poll.words, keyCode: undefined, ballotsCode: undefined };
    const other = { ...exported, words: { ...exported.words, question: "Bổ nhiệm?" } };
    expect(await verifyPoll(other, here)).toMatchObject({ right: false, failed: "words" });
    expect(await verifyPoll({ ...exported, poll: { ...exported.poll, words: "0f".repeat(32) } }, here)).toMatchObject({ right: false, failed: "commitments" });
    expect(await verifyPoll(exported, { ...here, words: "0f".repeat(32) })).toMatchObject({ right: false, failed: "paper", why: expect.stringContaining("other words") });
    expect(await verifyPoll(exported, here)).toMatchObject({ why: expect.stringContaining("key code"), held: CHECKS.slice(0, 14) });
    // of before words were bound
    expect(await verifyPoll(old, { ...here, poll: old.poll.id, trustees: old.poll.trustees })).toMatchObject({ why: expect.stringContaining("key code"), held: CHECKS.slice(0, 14) });
  });

  it("names the check that fails", async () => {
    const swapped = [...file.ballots].reverse();
    const [first, ...others] = file.result;
    const more = [first!.map((n) => n + 1), ...others];
    for (const [change, failed] of [
      [{ v: 2 }, "form"], [{ words: exported.words }, "form"], [{ more: 1 }, "form"], [{ poll: { ...file.poll, minimum: 2 } }, "poll"], [{ key: file.ballots[0]!.contests[0]!.marks[0]!.a }, "key"],
      [{ ballots: swapped }, "entitlement"], [{ partials: [...file.partials].reverse() }, "partials"], [{ result: more }, "result"], [{ ballots: file.ballots.slice(0, 2) }, "enough"],
    ] as const) {
      const verdict = await verifyPoll({ ...file, ...change }, shown);
      expect(verdict, JSON.stringify(change).slice(0, 60)).toMatchObject({ right: false, failed });
    }
  });
});

import type { SealedBallot } from "client-kit/proto/protocol.ts";
import type { Ballot } from "client-kit/secret/ballot.ts";
import { checkBallot } from "client-kit/secret/ballot.ts";
import { chosenOf } from "client-kit/secret/opening.ts";
import type { Poll } from "client-kit/secret/poll.ts";
import { checkOpening } from "client-kit/secret/seal.ts";
import { hall } from "client-kit/secret/testing.ts";
import { wordsHash } from "client-kit/secret/words.ts";
import { describe, expect, it, vi } from "vitest";
import { Booth, type BoothStage } from "./booth.ts";

const READ = { question: "Miễn nhiệm?", contests: [{ id: "c", label: { vi: "", en: "" }, least: 1, most: 1, marks: [{ id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" }, { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" }] }] };
const WORDS = wordsHash(READ);
const poll: Poll = { contests: [{ id: "c", least: 1, marks: ["for", "against"], most: 1 }], id: "p", minimum: 3, trustees: ["x", "y", "z"], v: 3, weights: [], words: WORDS };
const { election } = hall(poll, [{ id: "lan", weight: 1 }]);
const FOR = { marks: ["for"], words: "" };

function booth(loads = async () => election, shown: string[] = [WORDS], keyCode = election.keys.code): { booth: Booth; cast: Ballot[]; spoiled: Ballot[]; reaches: <A extends BoothStage["at"]>(at: A) => Promise<Extract<BoothStage, { at: A }>> } {
  const cast: Ballot[] = [];
  const spoiled: Ballot[] = [];
  const made = new Booth({ voter: "lan", election: loads, cast: (one) => cast.push(one), spoil: (one) => spoiled.push(one), mayCheck: () => spoiled.length < 5, shown: () => shown, keyCode: () => keyCode, sentence: (failure) => String(failure), changed: () => undefined });
  const reaches = async <A extends BoothStage["at"]>(at: A): Promise<Extract<BoothStage, { at: A }>> => {
    await vi.waitFor(() => expect(made.stage.at).toBe(at));
    return made.stage as Extract<BoothStage, { at: A }>;
  };
  return { booth: made, cast, spoiled, reaches };
}

describe("the booth", () => {
  it("seals what is marked, shows receipt and key code before the choice, and casts once", async () => {
    const { booth: one, cast, reaches } = booth();
    one.fill(FOR);
    const sealed = await reaches("sealed");
    expect(sealed).toMatchObject({ code: expect.stringMatching(/^[0-9A-Z]{16}$/), keyCode: election.keys.code });
    // drawn again, it is still the same ballot
    one.fill(FOR);
    expect(one.stage).toBe(sealed);
    one.cast();
    one.cast();
    one.check();
    expect(cast).toHaveLength(1);
    checkBallot(election, cast[0]!);
    // it was refused, perhaps while the vote was on hold: the same marks are another ballot
    one.fill(FOR);
    expect((await reaches("sealed")).code).not.toBe(sealed.code);
    one.cast();
    expect(cast).toHaveLength(2);
  });

  it("seals nothing where this device has ever shown other words than those that the trustees vouch for", async () => {
    const [contest] = READ.contests;
    const swapped = { ...READ, contests: [{ ...contest!, marks: contest!.marks.map((mark, at) => ({ ...mark, label: contest!.marks[1 - at]!.label })) }] };
    for (const other of [swapped, { ...READ, question: "Bổ nhiệm?" }, { ...READ, contests: [{ ...contest!, marks: contest!.marks.map((mark) => ({ ...mark, meaning: "FOR" })) }] }]) {
      const { booth: one, cast, reaches } = booth(undefined, [WORDS, wordsHash(other)]);
      one.fill(FOR);
      await reaches("other-words");
      one.cast();
      expect(cast).toEqual([]);
    }
  });

  it("sends nothing where other words came up after it was sealed, and seals nothing for a poll that binds no words", async () => {
    const shown = [WORDS];
    const { booth: one, cast, reaches } = booth(undefined, shown);
    one.fill(FOR);
    await reaches("sealed");
    shown.push(wordsHash({ ...READ, question: "Bổ nhiệm?" }));
    one.cast();
    expect([one.stage.at, cast]).toEqual(["other-words", []]);
    const { contests, id, minimum, trustees } = poll;
    for (const earlier of [{ contests, id, minimum, trustees, v: 1 }, { contests, id, minimum, trustees, v: 2, words: WORDS }] as const) {
      const made = hall(earlier, [{ id: "lan", weight: 1 }]).election;
      const old = booth(async () => made, [WORDS], made.keys.code);
      old.booth.fill(FOR);
      await old.reaches("other-words");
    }
  });

  it("seals nothing under a key whose code is not the one that the server shows", async () => {
    const { booth: one, cast, reaches } = booth(undefined, [WORDS], "0000000000000000");
    one.fill(FOR);
    await reaches("other-key");
    one.cast();
    expect(cast).toEqual([]);
  });

  it("opens a ballot that is checked, throws it away, and seals a new one", async () => {
    const { booth: one, cast, spoiled, reaches } = booth();
    one.fill(FOR);
    const before = await reaches("sealed");
    one.check();
    const opened = await reaches("opened");
    const found = checkOpening(election, opened.opening);
    expect([chosenOf(poll, found.set), found.code]).toEqual([["for"], before.code]);
    expect(spoiled).toEqual([opened.opening.ballot]);
    one.cast();
    expect(cast).toEqual([]);
    one.leave();
    one.fill(FOR);
    const anew = await reaches("sealed");
    expect(anew.code).not.toBe(before.code);
    one.cast();
    expect(cast[0]).not.toEqual(spoiled[0]);
  });

  it("opens five ballots for a check and no sixth", async () => {
    const { booth: one, spoiled, reaches } = booth();
    for (let n = 0; n < 5; n++) {
      one.fill(FOR);
      await reaches("sealed");
      one.check();
      await reaches("opened");
      one.leave();
    }
    one.fill(FOR);
    await reaches("sealed");
    expect(one.mayCheck).toBe(false);
    one.check();
    expect([one.stage.at, spoiled.length]).toEqual(["sealed", 5]);
  });

  it("does not call a ballot opened that the server did not keep for the other device", async () => {
    const { booth: one, spoiled, reaches } = booth();
    one.fill(FOR);
    await reaches("sealed");
    one.check();
    const { opening } = await reaches("opened");
    const sent = JSON.parse(JSON.stringify(spoiled[0])) as SealedBallot;
    one.refused({ ...sent, contests: [{ ...sent.contests[0]!, marks: [...sent.contests[0]!.marks].reverse() }] }, "another");
    expect(one.stage).toMatchObject({ at: "opened", opening });
    one.refused(sent, "too many");
    expect(one.stage).toEqual({ at: "trouble", text: "too many" });
    one.leave();
    one.fill(FOR);
    await reaches("sealed");
  });

  it("never casts what was marked before the mind was changed", async () => {
    const { booth: one, reaches } = booth();
    one.fill(FOR);
    one.fill({ marks: ["against"], words: "" });
    await reaches("sealed");
    one.check();
    const { opening } = await reaches("opened");
    expect(chosenOf(poll, opening.set)).toEqual(["against"]);
  });

  it("says what is wrong when the keys can't be had, and tries again", async () => {
    const loads = vi.fn(async () => election).mockRejectedValueOnce("no network");
    const { booth: one, reaches } = booth(loads);
    one.fill(FOR);
    expect(await reaches("trouble")).toEqual({ at: "trouble", text: "no network" });
    one.leave();
    one.fill(FOR);
    await reaches("sealed");
  });
});

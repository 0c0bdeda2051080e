import { Booth } from "../roles/booth.ts";
import { trusteesAt } from "../world/sealed.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a trustee who has the meeting open in two tabs makes one key part, casts one ballot and counts once", async ({ world, lend }) => {
  const { secretary } = world.people;
  let two!: Booth;
  const { meeting, vote, first: one, second, third } = await trusteesAt(world, lend, async (first, entered) => {
    two = new Booth(await first.page.context().newPage());
    await two.enter(entered);
  });
  const others = [second, third];
  const all = [one, two, ...others];

  // both tabs would make the part at once
  const codes = new Set<string>();
  for (const each of all) {
    await expect(each.place("key-confirm")).toBeVisible();
    codes.add(await each.code("key-code"));
  }
  expect(codes.size).toBe(1);
  for (const each of [one, two]) await expect(each.status, "no part that came twice is called refused").toHaveAttribute("data-state", "saved");
  await two.place("key-confirm").click();
  await expect(one.place("key-confirm")).toHaveCount(0);
  for (const each of others) await each.place("key-confirm").click();
  for (const each of [one, two]) await expect(each.place("trustee")).toContainText("Khóa đã tạo và thử xong");
  await secretary.hand.command(meeting.id, { type: "openVote", vote, seconds: 0, withoutQuorum: false });

  // both tabs seal, with other choices; the first one sent counts, and the other tab says which
  for (const each of all) await each.stage("choosing");
  const sealed: string[] = [];
  for (const [at, each] of [one, two].entries()) {
    await each.page.getByTestId(at === 0 ? "choice-for" : "choice-against").click();
    await expect(each.place("booth")).toHaveAttribute("data-stage", "sealed");
    sealed.push(await each.code("sealed-code"));
  }
  expect(sealed[0]).not.toBe(sealed[1]);
  await one.place("vote-confirm").click();
  for (const each of [one, two]) {
    await each.stage("recorded");
    await expect(each.receiptCode).toHaveText(sealed[0]!);
  }
  await shot(two.page, "18-other-tab");
  for (const each of others) { await each.castVote("for"); await each.stage("recorded"); }

  await secretary.hand.command(meeting.id, { type: "closeVote", vote });
  for (const each of [one, two]) await expect(each.place("decrypt")).toBeVisible();
  // in the same moment, as far as hands go: where the other tab was first, there is nothing left to press
  await Promise.all([one, two].map((each) => each.page.evaluate(() => document.querySelector<HTMLElement>("[data-testid=decrypt]")?.click())));
  for (const each of [one, two]) await expect(each.place("trustee")).toHaveAttribute("data-stage", "decrypted");
  await second.place("decrypt").click();
  for (const each of all) await expect(each.sentence).toHaveText("Thông qua: 3 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
});

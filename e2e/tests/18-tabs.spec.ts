import { Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("a trustee who has the meeting open in two tabs makes one key part, casts one ballot and counts once", async ({ world, lend }) => {
  test.setTimeout(180_000);
  const { chair, lan, minh, secretary } = world.people;
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua nhân sự", { kind: "DECISION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(item);
  await meeting.checkIn("chair", "lan", "minh");
  const rule = { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" } as const;
  const vote = "v-tabs";
  const one = new Tablet(await lend("tablet", lan));
  const two = new Tablet(await one.page.context().newPage());
  const others = [new Tablet(await lend("portrait", minh)), new Tablet(await lend("tablet", chair))];
  const all = [one, two, ...others];
  for (const each of all) await each.enter(meeting);

  // both tabs would make the part at once
  await secretary.hand.command(meeting.id, { type: "prepareVote", vote, motion: { question: "Thông qua nhân sự", item, mode: "SECRET", form: { kind: "answers", set: "LEGAL" }, rule, quorum: { numerator: 2, denominator: 3 }, trustees: [lan.id, minh.id, chair.id] } });
  const codes = new Set<string>();
  for (const each of all) {
    await expect(each.page.getByTestId("key-confirm")).toBeVisible();
    codes.add((await each.page.getByTestId("key-code").first().textContent())!.trim());
  }
  expect(codes.size).toBe(1);
  for (const each of [one, two]) await expect(each.status, "no part that came twice is called refused").toHaveAttribute("data-state", "saved");
  await two.page.getByTestId("key-confirm").click();
  await expect(one.page.getByTestId("key-confirm")).toHaveCount(0);
  for (const each of others) await each.page.getByTestId("key-confirm").click();
  for (const each of [one, two]) await expect(each.page.getByTestId("trustee")).toContainText("Khóa đã tạo và thử xong");
  await secretary.hand.command(meeting.id, { type: "openVote", vote, seconds: 0, withoutQuorum: false });

  // both tabs seal, with other choices; the first one sent counts, and the other tab says which
  for (const each of all) await each.stage("choosing");
  const sealed: string[] = [];
  for (const [at, each] of [one, two].entries()) {
    await each.page.getByTestId(at === 0 ? "choice-for" : "choice-against").click();
    await expect(each.page.getByTestId("booth")).toHaveAttribute("data-stage", "sealed");
    sealed.push((await each.page.getByTestId("sealed-code").textContent())!.trim());
  }
  expect(sealed[0]).not.toBe(sealed[1]);
  await one.page.getByTestId("vote-confirm").click();
  for (const each of [one, two]) {
    await each.stage("recorded");
    await expect(each.receiptCode).toHaveText(sealed[0]!);
  }
  await shot(two.page, "18-other-tab");
  for (const each of others) { await each.castVote("for"); await each.stage("recorded"); }

  await secretary.hand.command(meeting.id, { type: "closeVote", vote });
  for (const each of [one, two]) await expect(each.page.getByTestId("decrypt")).toBeVisible();
  // in the same moment, as far as hands go: where the other tab was first, there is nothing left to press
  await Promise.all([one, two].map((each) => each.page.evaluate(() => document.querySelector<HTMLElement>("[data-testid=decrypt]")?.click())));
  for (const each of [one, two]) await expect(each.page.getByTestId("trustee")).toHaveAttribute("data-stage", "decrypted");
  await others[0]!.page.getByTestId("decrypt").click();
  for (const each of all) await expect(each.sentence).toHaveText("Thông qua: 3 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
});

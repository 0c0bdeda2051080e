import { expect, type Locator, type Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { keptFiles } from "../world/device.ts";
import { shot } from "../world/shot.ts";
import { test } from "../world/test.ts";

const at = ({ page }: { readonly page: Page }, id: string): Locator => page.getByTestId(id);

test("a member with a stake takes no part in an item: the papers close, the vote counts the others, and it ends with the item", async ({ world, lend, papers }) => {
  test.setTimeout(120_000);
  const meeting = await world.draft();
  const first = await meeting.item("Giao đất cho dự án khu đô thị", { kind: "DECISION" });
  const next = await meeting.item("Nội dung khác");
  const paper = await meeting.paper(first, papers.report);
  const vote = await meeting.prepareVote("Đồng ý giao đất cho dự án", { item: first });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.open();
  await meeting.takeUp(first);

  const lan = new Tablet(await lend("tablet", world.people.lan));
  const chair = new ChairTablet(await lend("portrait", world.people.chair));
  const desk = new Console(await lend("console", world.people.secretary));
  const screen = await Screen.paired(await lend("screen"), world);
  await lan.enter(meeting);
  await chair.enter(meeting);
  await desk.enter(meeting);
  await lan.keepsPapers(paper);
  expect(await keptFiles(lan.page, `/files/${meeting.id}/${paper}/`)).not.toHaveLength(0);

  // one act on her own tablet, with a reason
  await lan.openItem(first);
  await at(lan, "recusal-open").click();
  await at(lan, "recuse-me").click();
  await at(lan, `recuse-${world.people.lan.id}-reason`).fill("Chồng là giám đốc doanh nghiệp");
  await shot(lan.page, "13-recusing");
  await at(lan, `recuse-${world.people.lan.id}-yes`).click();
  await expect(at(lan, `recused-${world.people.lan.id}`)).toBeVisible();
  await at(lan, "sheet-close").click();
  await expect(at(lan, "item-recused")).toBeVisible();
  await expect(at(lan, `open-paper-${paper}`)).toHaveCount(0);
  await shot(lan.page, "13-recused");
  await expect.poll(() => keptFiles(lan.page, `/files/${meeting.id}/${paper}/`)).toHaveLength(0);
  expect((await world.people.lan.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status).toBe(404);

  // who leads sees it; the floor is closed to her
  await expect(at(desk, "stage-recused")).toContainText(world.people.lan.name);
  await lan.floor();
  await expect(at(lan, "floor-says")).toContainText("không tham gia nội dung đang họp");
  await at(lan, "sheet-close").click();
  await at(desk, "people-open").click();
  await expect(desk.page.locator(`[data-testid=person][data-id="${world.people.lan.id}"]`).getByTestId("person-recused")).toContainText("1");
  await shot(desk.page, "13-recused-console");
  await at(desk, "people-open").click();

  // the vote is among the two others
  await meeting.secretary.command(meeting.id, { type: "openVote", vote, seconds: 0, withoutQuorum: false });
  await lan.stage("not-entitled");
  await meeting.vote("chair", vote, "for");
  await meeting.vote("minh", vote, "for");
  await meeting.secretary.command(meeting.id, { type: "closeVote", vote });
  const sentence = "Thông qua: 2 tán thành trên 2 thành viên; cần hơn 1; không tính 1 thành viên không tham gia nội dung này";
  for (const one of [desk.sentence, screen.page.locator(".result-sentence"), chair.sentence]) await expect(one).toHaveText(sentence);
  await shot(screen.page, "13-recused-result");

  // over with the item, also on the tablet
  await meeting.takeUp(next);
  await lan.openItem(first);
  await expect(at(lan, "item-recused")).toHaveCount(0);
  await expect(at(lan, `open-paper-${paper}`)).toBeVisible();
  await meeting.close();
  const minutes = await meeting.secretary.ask("GET", `/api/meetings/${meeting.id}/minutes`);
  expect(JSON.stringify(minutes.body)).toContain("lý do: Chồng là giám đốc doanh nghiệp");
});

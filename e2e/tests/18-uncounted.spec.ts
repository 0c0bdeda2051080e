import type { Locator } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { axeFaults, smallTargets } from "../world/look.ts";
import { sealed, underWay } from "../world/sealed.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

/** On a wall nothing that has to be read is smaller than this part of its height. */
const WALL_LEAST = 0.05;
/** What drops all ballots is not hit by a thumb that misses what is above it. */
const APART_PX = 24;

const sizeOf = (words: Locator): Promise<number> => words.first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight);

test("under three ballots going on is the first choice, nothing is decrypted, and everybody reads what comes next", async ({ world, lend }) => {
  const { lan, minh, chair, secretary } = world.people;
  const { meeting, vote, election } = await underWay(world, lend);
  for (const one of [lan, minh]) await one.hand.command(meeting.id, { type: "castSecretBallot", vote, ballot: JSON.parse(JSON.stringify(await sealed(election, one.id, "for"))) });

  // the secretary is told what closing would do, and Enter goes on
  const desk = new Console(await lend("console", secretary));
  await desk.enter(meeting);
  await expect(desk.at("next-step")).toHaveClass(/ns-quiet/);
  await desk.nextStep("close-vote");
  await expect(desk.at("sheet-confirm")).toContainText("Mới có 2 phiếu; dưới 3 phiếu thì không giải mã");
  await expect(desk.at("confirm-no")).toHaveText("Tiếp tục bỏ phiếu");
  await expect(desk.at("confirm-no")).toBeFocused();
  await expect(desk.at("confirm-yes")).toHaveClass(/ns-danger/);
  await shot(desk.page, "18-close-too-few-console");
  await desk.page.keyboard.press("Enter");
  await expect(desk.at("vote-live")).toBeVisible();

  // so is the chair, whose large button keeps the vote open
  const chairs = new ChairTablet(await lend("tablet", chair));
  await chairs.enter(meeting);
  await chairs.stage("choosing");
  await chairs.lead("votes");
  await chairs.page.getByTestId("close-vote").click();
  await expect(chairs.page.getByTestId("close-vote-ask")).toContainText("Mới có 2 phiếu; dưới 3 phiếu thì không giải mã");
  await expect(chairs.page.getByTestId("close-vote-keep")).toHaveClass(/ns-primary/);
  await expect(chairs.page.getByTestId("close-vote-yes")).toHaveClass(/ns-danger/);
  await shot(chairs.page, "18-close-too-few");
  await chairs.page.getByTestId("close-vote-keep").click();
  await expect(chairs.page.getByTestId("close-vote-ask")).toHaveCount(0);
  await expect(chairs.page.getByTestId("lead-received")).toContainText("2");

  await chairs.page.getByTestId("close-vote").click();
  await chairs.page.getByTestId("close-vote-yes").click();
  await expect(chairs.sentence).toContainText("chỉ có 2 người bỏ phiếu");
  await expect(chairs.page.getByTestId("poll-check")).toHaveCount(0);
  await shot(chairs.page, "18-not-counted");

  // a member reads one sentence, who leads has three ways on
  const lans = new Tablet(await lend("portrait", lan));
  await lans.enter(meeting);
  await expect(lans.page.getByTestId("uncounted").first()).toContainText("Nội dung này chưa được quyết định");
  await expect(lans.page.getByTestId("uncounted-go")).toHaveCount(0);
  await shot(lans.page, "18-not-counted-member");
  const screen = await Screen.paired(await lend("screen"), world);
  await screen.shows("result");
  await expect(screen.picture).toContainText("Nội dung này chưa được quyết định");
  await shot(screen.page, "18-wall-not-counted");
  await expect(desk.at("uncounted-openly")).toBeVisible();
  await expect(desk.at("uncounted-again")).toBeVisible();
  await expect(desk.at("uncounted-leave")).toBeVisible();
  await shot(desk.page, "18-not-counted-console");
  expect.soft(await axeFaults(desk.page)).toEqual([]);
  await chairs.page.getByTestId("uncounted-go").click();
  await expect(chairs.page.getByTestId("uncounted-next")).toBeVisible();
  await shot(chairs.page, "18-not-counted-chair");
  expect.soft(await smallTargets(chairs.page)).toEqual([]);
  await chairs.page.getByTestId("vote-openly").click();
  await expect(chairs.page.getByTestId("vote-openly-ask")).toContainText("Tên và lựa chọn của từng người");
  await chairs.page.getByTestId("vote-openly-yes").click();
  await expect(desk.page.locator("[data-testid=vote][data-state=PREPARED]")).toContainText("Công khai");
  await expect(desk.at("uncounted-next")).toHaveCount(0);
  await expect(desk.page.locator("[data-testid=vote][data-state=PREPARED] .vote-words")).toHaveText("Thông qua nhân sự");
});

test("while a secret vote is counted, the chair and the room read who is waited for, and cancelling stands apart", async ({ world, lend }) => {
  const { lan, minh, chair, secretary } = world.people;
  const { meeting, vote, election } = await underWay(world, lend);
  for (const one of [lan, minh, chair]) await one.hand.command(meeting.id, { type: "castSecretBallot", vote, ballot: JSON.parse(JSON.stringify(await sealed(election, one.id, "for"))) });
  await chair.hand.command(meeting.id, { type: "closeVote", vote });
  const screen = await Screen.paired(await lend("screen"), world);
  await expect(screen.picture.getByTestId("counting-scene")).toContainText("Đã có 3 trên 3 phiếu");
  await expect(screen.picture).toContainText("Đang chờ");
  await expect(screen.picture).toContainText(lan.name);
  expect(await sizeOf(screen.picture.locator(".counting-trustees li"))).toBeGreaterThanOrEqual(WALL_LEAST);
  expect(await sizeOf(screen.picture.locator(".counting-question .fit-words"))).toBeGreaterThanOrEqual(WALL_LEAST);
  await shot(screen.page, "18-wall-awaits");

  // a code stands in one line, wherever the console has it
  await chair.hand.command(meeting.id, { type: "clearResult" });
  const desk = new Console(await lend("console", secretary));
  await desk.enter(meeting);
  for (const code of ["lead-key-code", "lead-ballots-code"]) {
    const words = desk.at(code);
    const size = await words.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const box = (await words.boundingBox())!;
    expect(box.height, code).toBeLessThan(2 * size);
    expect(box.x + box.width, code).toBeLessThanOrEqual(await desk.page.evaluate(() => innerWidth));
  }
  await desk.at("vote-cancel-count").scrollIntoViewIfNeeded();
  await shot(desk.page, "18-console-awaits");

  const chairs = new ChairTablet(await lend("tablet", chair));
  await chairs.enter(meeting);
  await chairs.lead("votes");
  await expect(chairs.page.getByTestId("count-awaits")).toContainText(`${lan.name}, ${minh.name}, ${chair.name}`);
  const show = (await chairs.page.getByTestId(`show-result-${vote}`).boundingBox())!;
  const cancel = (await chairs.page.getByTestId(`cancel-vote-${vote}`).boundingBox())!;
  expect(cancel.y - show.y - show.height).toBeGreaterThanOrEqual(APART_PX);
  await shot(chairs.page, "18-chair-awaits");
  await chairs.page.getByTestId(`cancel-vote-${vote}`).click();
  await expect(chairs.page.getByTestId(`cancel-${vote}-reason`)).toBeVisible();
});

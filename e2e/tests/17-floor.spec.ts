import { expect, type Locator, type Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { wrongBy } from "../world/clock.ts";
import { shot } from "../world/shot.ts";
import { test } from "../world/test.ts";

/** By how much a device's idea of the server's time is ahead of this machine, on which the server runs: between which two numbers, ms. */
async function ahead(page: Page): Promise<readonly [number, number]> {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let n = 0; n < 25; n++) {
    const before = Date.now();
    const told = await page.locator("ns-timer").first().evaluate((timer) => (timer as HTMLElement & { clock: { now(): number } }).clock.now());
    const after = Date.now() + 1;
    // the device answered somewhere between
    if (after - before < most - least) [least, most] = [told - after, told - before];
  }
  return [least, most];
}

/** The most that any two of them may be apart. */
const apart = (clocks: readonly (readonly [number, number])[]): number => Math.max(...clocks.map(([, most]) => most)) - Math.min(...clocks.map(([least]) => least));

const names = (queue: Locator): Promise<string[]> => queue.locator("b:first-child").allTextContents();

test("the floor has rules, an order by hand, questions with their replies, and room for what was not heard", async ({ world, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const report = await meeting.item("Báo cáo kết quả chuyển đổi số", { kind: "DISCUSSION" });
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(report);
  await meeting.checkIn("chair", "lan", "minh");

  const chair = new ChairTablet(await lend("tablet", people.chair));
  const lan = new Tablet(await lend("tablet", people.lan));
  const minh = new Tablet(await lend("portrait", people.minh));
  const desk = new Console(await lend("console", people.secretary));
  const wall = await lend("screen");
  await wrongBy(lan.page, 5);
  await wrongBy(minh.page, -9);
  for (const one of [chair, lan, minh]) await one.enter(meeting);
  await desk.enter(meeting);
  const screen = await Screen.paired(wall, world);

  // the rules: 7 minutes, then 3, twice; also for later meetings of the body
  await desk.at("floor-rules").click();
  await desk.at("rules-assembly").click();
  await desk.at("rules-turns").fill("1");
  await desk.at("rules-question-first").fill("2");
  await desk.at("rules-body").check();
  await shot(desk.page, "17-rules");
  await desk.at("rules-save").click();
  await expect(desk.at("sheet-floor-rules")).toHaveCount(0);
  const kept = async (): Promise<unknown> => (await people.secretary.hand.ask("GET", `/api/bodies/${world.body.id}/floor`)).body;
  await expect.poll(kept).toMatchObject({ discussion: { first: 7, later: 3 }, turnsPerItem: 1 });

  // two speeches and a question that names who is asked; a point of order needs its reason and comes first
  await lan.askToSpeak("Kinh phí cho cấp xã");
  await minh.askToSpeak("Nhân lực");
  await minh.page.getByTestId("ask-another").click();
  await minh.page.getByTestId("speech-QUESTION").check();
  await minh.page.getByTestId("ask-to-speak").click();
  await expect(minh.page.getByTestId("floor-sheet")).toContainText("Hãy chọn người được chất vấn.");
  await minh.page.getByTestId("speech-to").selectOption(people.lan.id);
  await minh.page.getByTestId("speech-about").fill("Vì sao chậm tiến độ");
  await shot(minh.page, "17-question");
  await minh.page.getByTestId("ask-to-speak").click();
  await expect(minh.page.getByTestId("question-queue")).toContainText(`Chất vấn ${people.lan.name}`);
  await expect(desk.at("floor-queue").getByTestId("request")).toHaveCount(2);
  await expect(desk.at("floor-questions").getByTestId("request")).toHaveCount(1);

  // the secretary puts Minh before Lan; the order holds everywhere
  await desk.at("floor-queue").getByTestId("request").nth(1).getByTestId("up").click();
  await expect.poll(() => names(desk.at("floor-queue"))).toEqual([people.minh.name, people.lan.name]);
  await expect.poll(() => lan.page.getByTestId("queue").locator("li").first().textContent()).toContain(people.minh.name);
  // and by dragging back, and up again on the chair's tablet
  await desk.at("floor-queue").getByTestId("request").nth(1).dragTo(desk.at("floor-queue").getByTestId("request").nth(0));
  await expect.poll(() => names(desk.at("floor-queue"))).toEqual([people.lan.name, people.minh.name]);
  await shot(desk.page, "17-console");

  // the rules give 7 minutes; every device counts the same although two clocks are hours away
  await chair.lead("floor");
  await expect(chair.page.getByTestId("turn-limit")).toHaveValue("-1");
  await chair.page.getByTestId("lead-queue").locator("[data-testid^=call-]").first().click();
  await screen.shows("speaker");
  for (const one of [chair, lan]) await expect(one.turnClock).toContainText(/0[67]:\d\d/);
  await minh.floor();
  await expect(minh.turnClock).toContainText(/0[67]:\d\d/);
  expect(await lan.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 4 * 3_600_000);
  await expect.poll(async () => apart([await ahead(chair.page), await ahead(lan.page), await ahead(minh.page)])).toBeLessThan(100);
  await lan.page.getByTestId("end-my-turn").click();

  // Lan has had the one turn: the next one wants a yes to the warning
  await lan.askToSpeak("Nói thêm");
  await desk.at("floor-queue").getByTestId("request").filter({ hasText: people.lan.name }).getByTestId("call").click();
  await expect(desk.at("sheet-confirm")).toContainText("hết số lượt theo quy định");
  await shot(desk.page, "17-beyond");
  await desk.confirm();
  await expect(lan.page.getByTestId("turn-beyond")).toHaveText("ngoài số lượt quy định");
  await shot(lan.page, "17-turn");
  await lan.page.getByTestId("end-my-turn").click();

  // the question, and right after it the reply
  await desk.at("floor-questions").getByTestId("request").first().getByTestId("call").click();
  await expect(screen.picture).toContainText(`Chất vấn ${people.lan.name}`);
  await shot(screen.page, "17-question-screen");
  await expect(desk.at("floor-questions").getByTestId("request")).toContainText(`Trả lời ${people.minh.name}`);
  await desk.at("turn-end").click();
  await desk.nextStep("call");
  await expect(screen.picture).toContainText(`Trả lời ${people.minh.name}`);
  await lan.page.getByTestId("end-my-turn").click();

  // paused, then closed: who waits stays; what was not heard is written, with the network away
  await desk.at("list-PAUSED").click();
  await expect(lan.page.getByTestId("floor-says")).toContainText("tạm dừng nhận đăng ký");
  await expect(minh.page.getByTestId("my-request")).toBeVisible();
  await chair.lead("floor");
  await expect(chair.page.getByTestId("list-state")).toHaveText("Tạm dừng nhận đăng ký");
  await shot(chair.page, "17-chair");
  await chair.page.getByTestId("close-list").click();
  await expect(lan.page.getByTestId("floor-says")).toContainText("đã dừng nhận đăng ký");
  await minh.page.context().setOffline(true);
  await minh.page.getByTestId("written-words").fill("Đề nghị bổ sung 02 biên chế cho mỗi xã.\nKèm lộ trình.");
  await minh.page.getByTestId("written-send").click();
  await expect(minh.page.getByTestId("written-send")).toHaveText("Đang gửi…");
  await shot(minh.page, "17-written");
  await minh.page.context().setOffline(false);
  await expect(minh.page.getByTestId("written-sent")).toContainText("Thư ký đã nhận lúc", { timeout: 30_000 });
  await desk.at("floor-written").click();
  await expect(desk.at("written-opinion")).toContainText("Đề nghị bổ sung 02 biên chế");
  await desk.at("written-close").click();

  // who has not spoken is told first
  await desk.at("floor-speakers").click();
  const rows = desk.at("speaker-row");
  await expect(rows.first()).toHaveAttribute("data-id", people.chair.id);
  await expect(rows.first()).toContainText("chưa phát biểu");
  await expect(rows.filter({ hasText: people.lan.name })).toContainText("3 lượt");
  await shot(desk.page, "17-speakers");
  await desk.at("speakers-close").click();

  // and the minutes say all of it
  await meeting.close();
  await desk.tense("minutes");
  const minutes = desk.page.locator("main");
  for (const words of [`chất vấn ${people.lan.name}`, `trả lời ${people.minh.name}`, "chủ trì cho phát biểu thêm ngoài số lượt quy định", "Ý kiến gửi bằng văn bản", "Đề nghị bổ sung 02 biên chế cho mỗi xã. Kèm lộ trình."]) {
    await expect(minutes).toContainText(words);
  }
});

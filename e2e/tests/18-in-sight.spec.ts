import type { SealedBallot } from "../../client-kit/src/proto/protocol.ts";
import { Tablet } from "../roles/tablet.ts";
import { hidden } from "../world/in-sight.ts";
import { Line } from "../world/line.ts";
import { axeFaults, clipped, smallTargets, underNotices } from "../world/look.ts";
import { prepared, sealed, underWay } from "../world/sealed.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

const QUESTION = ("Thông qua phương án sắp xếp, tổ chức lại các đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân thành phố giai đoạn 2026–2030, định hướng đến năm 2035, "
  + "gắn với tinh giản biên chế, cơ cấu lại đội ngũ viên chức và đổi mới cơ chế tài chính theo Nghị quyết số 19-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XII").padEnd(300, ".");
const ANSWERS = Array.from({ length: 9 }, (_, at) => ({ id: `option${at + 1}`, label: `Phương án ${at + 1}: hợp nhất các trung tâm dịch vụ công cấp quận với Văn phòng Ủy ban nhân dân, thực hiện từ quý ${(at % 4) + 1} năm ${2026 + at}` }));

test("both answers of a trustee are in sight together, however wide the tablet", async ({ world, lend }) => {
  const { lan, minh, chair } = world.people;
  const { meeting } = await prepared(world);
  const tablets = [new Tablet(await lend("tablet", lan)), new Tablet(await lend("portrait", minh)), new Tablet(await lend("tablet", chair))];
  for (const one of tablets) await one.enter(meeting);
  for (const { page } of tablets.slice(0, 2)) {
    await expect(page.getByTestId("key-confirm")).toBeVisible();
    const [yes, no] = [page.getByTestId("key-confirm"), page.getByTestId("key-void")];
    await expect.poll(() => hidden(yes)).toEqual([]);
    expect(await hidden(no)).toEqual([]);
    const [one, other] = [(await yes.boundingBox())!, (await no.boundingBox())!];
    expect([one.y, one.width, one.height]).toEqual([other.y, other.width, other.height]);
    // the code stands whole, in four groups that are read out one by one
    for (const group of await page.getByTestId("key-code").locator(".ns-code > span").all()) expect(await hidden(group)).toEqual([]);
    expect.soft(await clipped(page)).toEqual([]);
    expect.soft(await smallTargets(page)).toEqual([]);
  }
  await tablets[0]!.page.getByTestId("key-void").click();
  const reason = tablets[0]!.page.locator("[data-testid^=void-][data-testid$=-reason]");
  await expect.poll(() => hidden(reason)).toEqual([]);
  await shot(tablets[0]!.page, "18-compare-no");
});

test("a ballot of many long answers is filled, and until it is sent the tablet says that it is not", async ({ world, lend }) => {
  const { lan, minh } = world.people;
  const { meeting } = await underWay(world, lend, { question: QUESTION, form: { kind: "choose", options: ANSWERS, most: 3 } });
  for (const [kind, person, name] of [["tablet", lan, "18-long"], ["portrait", minh, "18-long-upright"]] as const) {
    const page = await lend(kind, person);
    await new Tablet(page).enter(meeting);
    const [goOn, send] = [page.getByTestId("vote-go-on"), page.getByTestId("vote-confirm")];
    await expect.poll(() => hidden(goOn)).toEqual([]);
    await shot(page, name);
    // each answer can be brought in sight whole; on with it stays there
    for (const { id } of ANSWERS) {
      const answer = page.getByTestId(`mark-${id}`);
      await answer.evaluate((element) => element.scrollIntoView({ block: "center" }));
      expect(await hidden(answer), id).toEqual([]);
    }
    expect(await hidden(goOn)).toEqual([]);
    for (const id of ["option1", "option5", "option9"]) await page.getByTestId(`mark-${id}`).click();
    await shot(page, `${name}-marked`);
    expect.soft(await clipped(page)).toEqual([]);
    await goOn.click();
    await expect(page.getByTestId("unsent")).toContainText("CHƯA gửi");
    await expect(page.getByTestId("unsent")).toBeFocused();
    await expect.poll(() => hidden(send)).toEqual([]);
    expect(await hidden(page.getByTestId("unsent"))).toEqual([]);
    expect(await hidden(page.getByTestId("ballot-check"))).toEqual([]);
    await shot(page, `${name}-sealed`);
    expect.soft(await axeFaults(page)).toEqual([]);
    expect.soft(await smallTargets(page)).toEqual([]);
    await page.getByTestId("ballot-check").click();
    const yes = page.locator("[data-testid^=check-ballot-][data-testid$=-yes]");
    await expect.poll(() => hidden(yes)).toEqual([]);
    await page.locator("[data-testid^=check-ballot-][data-testid$=-no]").click();
    await send.click();
    await expect(page.getByTestId("ballot-recorded")).toBeVisible();
  }
});

test("a ballot of three answers is small enough to be seen whole with the key's code, and waits to be sent", async ({ world, lend }) => {
  const { lan } = world.people;
  const { meeting } = await underWay(world, lend);
  const page = await lend("tablet", lan);
  await new Tablet(page).enter(meeting);
  await expect(page.getByTestId("key-code")).toBeVisible();
  await expect.poll(() => hidden(page.getByTestId("key-code"))).toEqual([]);
  await page.getByTestId("choice-for").click();
  await expect.poll(() => hidden(page.getByTestId("vote-confirm"))).toEqual([]);
  expect(await hidden(page.getByTestId("unsent"))).toEqual([]);
  expect(await hidden(page.getByTestId("picked"))).toEqual([]);
  await shot(page, "18-unsent");
});

test("another ballot than the own and other words are alarms, read first and with nothing over them", async ({ world, lend }) => {
  const { lan, chair } = world.people;
  const { meeting, vote, election } = await underWay(world, lend);
  const chairs = new Tablet(await lend("tablet", chair));
  const line = await Line.of(chairs.page);
  await chairs.enter(meeting);
  await chairs.page.getByTestId("choice-for").click();
  await expect(chairs.page.getByTestId("unsent")).toBeVisible();
  line.deaf = true;
  const theirs = JSON.parse(JSON.stringify(await sealed(election, chair.id, "against"))) as SealedBallot;
  await chair.hand.command(meeting.id, { type: "castSecretBallot", vote, ballot: theirs });
  await chairs.page.getByTestId("vote-confirm").click();
  line.deaf = false;
  await line.mend();
  const other = chairs.page.getByTestId("code-differs");
  await expect(other).toHaveRole("alert");
  await expect(other).toBeFocused();
  await expect(other).toContainText("báo ngay thư ký và ban kiểm phiếu");
  await expect.poll(() => hidden(other)).toEqual([]);
  expect(await underNotices(chairs.page)).toEqual([]);
  await expect(chairs.page.locator(".vs-told")).toHaveCount(0);
  await shot(chairs.page, "18-other-ballot-alone");

  const lans = new Tablet(await lend("portrait", lan));
  (await Line.of(lans.page)).alters = (frame) => frame.replaceAll("Không tán thành", "§").replaceAll("Tán thành", "Không tán thành").replaceAll("§", "Tán thành");
  await lans.enter(meeting);
  await lans.page.getByTestId("choice-for").click();
  const words = lans.page.getByTestId("other-words");
  await expect(words).toHaveRole("alert");
  await expect(words).toBeFocused();
  await expect(words).toContainText("báo ngay thư ký");
  await expect.poll(() => hidden(words)).toEqual([]);
  // nothing looks taken, and nothing asks to try what can't help
  await expect(lans.page.getByTestId("picked")).toHaveCount(0);
  await expect(lans.page.getByTestId("booth-retry")).toHaveCount(0);
  await shot(lans.page, "18-other-words-upright");
});

import { readFileSync, writeFileSync } from "node:fs";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { Tablet } from "../roles/tablet.ts";
import { axeFaults, chosen } from "../world/look.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { foreignWords } from "../world/words.ts";
import { workbook } from "../world/workbooks.ts";
import { World } from "../world/world.ts";

const INDICATORS = [
  { code: "CT01", name: "Tỷ lệ hồ sơ thủ tục hành chính được nộp trực tuyến trên tổng số hồ sơ phải giải quyết của các cơ quan, đơn vị, địa phương", unit: "%", target: "80", better: "MORE" },
  { code: "CT02", name: "Số dịch vụ công trực tuyến toàn trình", unit: "dịch vụ", target: "1250", better: "MORE" },
  { code: "CT03", name: "Hồ sơ giải quyết quá hạn", unit: "hồ sơ", target: "100", better: "LESS" },
  { code: "CT04", name: "Tỷ lệ văn bản điện tử được ký số", unit: "%", better: "MORE" },
];

test("indicators come from a file and by hand, are laid beside the review, and tablet and screen show last period beside this one; statistics go out as files", async ({ lend, world }) => {
  const { people, server, body } = world;
  const desk = new Console(await lend("console", people.secretary));
  const { page } = desk;

  // the page is empty; the first indicator is added with its sheet
  await page.goto(`${server.address}/web/`);
  await desk.at("nav-indicators").click();
  await expect(page.locator(".empty")).toContainText("Chưa có chỉ tiêu nào");
  await shot(page, "23-empty");
  await desk.at("indicator-add").click();
  await desk.at("indicator-code").fill("CT01");
  await desk.at("indicator-name").fill(INDICATORS[0]!.name);
  await desk.at("indicator-target").fill("tám mươi");
  await desk.at("indicator-save").click();
  await expect(desk.at("sheet-indicator")).toContainText("Chưa phải là số");
  await desk.at("indicator-target").fill("80");
  expect(await axeFaults(page)).toEqual([]);
  await desk.at("indicator-save").click();
  await expect(desk.at("indicator")).toHaveCount(1);
  for (const each of INDICATORS.slice(1)) await people.secretary.hand.post(`/api/bodies/${body.id}/indicators`, { ...each, kind: "QUARTER", inUse: true });

  // a workbook with one faulty cell: named by row and column, nothing written until confirmed
  await page.reload();
  await desk.at("indicator-import").click();
  await desk.at("import-file").setInputFiles(workbook("so-lieu.xlsx", [
    ["Mã", "Quý IV/2025", "Quý I/2026", "Quý II/2026", "Quý III/2026"],
    ["CT01", 48.5, 55.2, 61.5, 72.25],
    ["CT02", 1002, 1090, 1180, 1204],
    ["CT03", 210, 188, 164, "chưa tổng hợp"],
  ]));
  await expect(desk.at("import-found")).toContainText("11 giá trị mới");
  await expect(desk.at("import-fault")).toHaveText(["Dòng 4, cột E: “chưa tổng hợp” không phải là số, hoặc có quá nhiều chữ số"]);
  expect(await axeFaults(page)).toEqual([]);
  await shot(page, "23-import");
  await desk.at("import-confirm").click();
  await expect(desk.at("period").first()).toHaveAttribute("data-period", "2026-Q3");
  const row = (code: string) => page.locator(`[data-testid=indicator][data-code="${code}"]`);
  await expect(row("CT01").getByTestId("indicator-value")).toHaveValue("72,25");

  // the missing one is typed in, wrongly first
  await row("CT03").getByTestId("indicator-value").fill("nhiều");
  await row("CT03").getByTestId("indicator-value").press("Enter");
  await expect(row("CT03")).toContainText("Chưa phải là số");
  await page.context().setOffline(true);
  await row("CT03").getByTestId("indicator-value").fill("171");
  await row("CT03").getByTestId("indicator-value").press("Enter");
  await expect(row("CT03")).toContainText("Chưa ghi được");
  await row("CT02").getByTestId("indicator-value").fill("1.206");
  await row("CT02").getByTestId("indicator-value").press("Enter");
  // meanwhile the chair corrects a cell that is typed into here too
  const listed = await people.secretary.hand.get<{ indicators: { id: string; code: string }[] }>(`/api/bodies/${body.id}/indicators`);
  await people.chair.hand.post(`/api/bodies/${body.id}/indicator-values`, { values: [{ indicator: listed.indicators.find(({ code }) => code === "CT01")!.id, period: "2026-Q3", value: "73", note: "" }] });
  await row("CT01").getByTestId("indicator-value").fill("74");
  await row("CT01").getByTestId("indicator-value").press("Enter");
  for (const code of ["CT02", "CT03"]) await expect(row(code)).toContainText("Chưa ghi được");
  await expect(desk.at("values-unsent")).toContainText("3 số đã gõ chưa được ghi");
  await desk.clearNotices();
  await shot(page, "23-unsent");
  await page.context().setOffline(false);
  await expect(row("CT03")).toContainText("tăng 7 hồ sơ, kém hơn");
  await expect(row("CT02")).toContainText("tăng 26 dịch vụ");
  await expect(row("CT01")).toContainText("Người khác đã ghi 73%");
  await shot(page, "23-overtaken");
  await row("CT01").getByTestId("indicator-value").fill("72,25");
  await row("CT01").getByTestId("indicator-value").press("Enter");
  await expect(desk.at("values-unsent")).toHaveCount(0);
  await row("CT03").getByTestId("indicator-choose").click();
  await expect(page.locator("ns-chart[data-drawn=yes]")).toHaveCount(1);
  await desk.clearNotices();
  expect(await axeFaults(page)).toEqual([]);
  await shot(page, "23-indicators");
  await page.setViewportSize({ width: 820, height: 1180 });
  await shot(page, "23-indicators-upright");
  await page.setViewportSize({ width: 1440, height: 900 });
  await row("CT03").getByTestId("indicator-history").click();
  await expect(desk.at("history-step")).toHaveCount(4);
  await expect(desk.at("history-step").first()).toContainText("nhập tay");
  await page.keyboard.press("Escape");
  await desk.at("indicator-tokens").click();
  await desk.at("token-name").fill("Hệ thống một cửa điện tử");
  await desk.at("token-make").click();
  const token = (await desk.at("token-fresh").textContent()) ?? "";
  const sent = await fetch(`${server.address}/api/indicators/values`, { method: "POST", headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }, body: JSON.stringify({ values: [{ code: "CT04", period: "2026-Q3", value: "99.125" }] }) });
  expect(await sent.json()).toEqual({ written: 1, unchanged: 0 });
  await shot(page, "23-tokens");
  await page.keyboard.press("Escape");

  // in the meeting: laid beside the item in hand, then on the screen
  const meeting = await world.draft("Phiên họp kiểm điểm quý III");
  const item = await meeting.item("Kiểm điểm các chỉ tiêu của Chương trình chuyển đổi số");
  await meeting.issue();
  await meeting.open();
  await meeting.checkIn("chair", "lan");
  await meeting.takeUp(item);
  await desk.enter(meeting);
  // what is typed under Prepare and not saved waits there, and the chip says so
  await desk.at("tense-prepare").click();
  await desk.at("item-presenter").fill("Giám đốc Sở Xây dựng");
  await desk.at("tense-lead").click();
  await expect(desk.at("link")).toContainText("Chưa lưu");
  await desk.at("tense-prepare").click();
  await expect(desk.at("item-presenter")).toHaveValue("Giám đốc Sở Xây dựng");
  await shot(page, "23-unsaved");
  await desk.at("item-presenter").fill("");
  await desk.at("tense-lead").click();
  await expect(desk.at("link")).not.toContainText("Chưa lưu");
  await desk.at("indicators-lay").click();
  for (const each of INDICATORS) await page.locator(`[data-testid=lay-choice][data-code="${each.code}"]`).check();
  await desk.at("lay-save").click();
  await expect(desk.at("indicator-card")).toHaveCount(4);
  await desk.clearNotices();
  expect(await axeFaults(page)).toEqual([]);
  await desk.at("indicators-unfold").click();
  await desk.at("item-indicators").scrollIntoViewIfNeeded();
  await shot(page, "23-lead");
  const wall = await lend("screen");
  const screen = await Screen.paired(wall, world);
  await screen.shows("item");
  await desk.at("indicators-screen").click();
  await screen.shows("indicators");
  await expect(screen.picture.getByTestId("indicator-card")).toHaveCount(4);
  await expect(screen.picture.getByTestId("indicator-card").first()).toContainText("61,5%");
  await expect(screen.picture.locator("ns-chart[data-drawn=yes]")).toHaveCount(4);
  await shot(wall, "23-wall");

  const lan = new Tablet(await lend("tablet", people.lan));
  await lan.enter(meeting);
  await lan.openItem(item);
  await expect(lan.page.getByTestId("indicator-card")).toHaveCount(4);
  await expect(lan.page.getByTestId("indicator-card").first()).toContainText("tăng 10,75 điểm %, tốt hơn");
  await expect(lan.page.locator("ns-chart[data-drawn=yes]")).toHaveCount(4);
  await expect(lan.page.getByTestId("indicator-table").locator("tbody tr")).toHaveCount(13);
  expect(await axeFaults(lan.page)).toEqual([]);
  await shot(lan.page, "23-tablet");
  await lan.page.setViewportSize({ width: 820, height: 1180 });
  await shot(lan.page, "23-tablet-upright");

  // a later correction changes the meeting only when it is laid again
  const { indicators } = await people.secretary.hand.get<{ indicators: { id: string; code: string }[] }>(`/api/bodies/${body.id}/indicators`);
  const late = indicators.find(({ code }) => code === "CT03")!.id;
  await people.secretary.hand.post(`/api/bodies/${body.id}/indicator-values`, { values: [{ indicator: late, period: "2026-Q3", value: "169", note: "" }] });
  await expect(lan.page.getByTestId("indicator-card").nth(2)).toContainText("171 hồ sơ");
  await desk.at("indicators-again").click();
  await expect(lan.page.getByTestId("indicator-card").nth(2)).toContainText("169 hồ sơ");
  await desk.at("indicators-lay").click();
  await desk.at("lay-period").selectOption("2026-Q2");
  await desk.at("lay-save").click();
  await expect(lan.page.getByTestId("indicator-card").nth(2)).toContainText("164 hồ sơ");
  await people.secretary.hand.post(`/api/bodies/${body.id}/indicator-values`, { values: [{ indicator: late, period: "2026-Q2", value: "165", note: "" }] });
  await desk.at("indicators-again").click();
  await expect(lan.page.getByTestId("indicator-card").nth(2)).toContainText("165 hồ sơ");
  await desk.at("indicators-screen").click();
  await screen.shows("item");
  expect((await people.guest.hand.ask("GET", `/api/bodies/${body.id}/indicators`)).status).toBe(404);

  // after the meeting: statistics, as charts and as a file
  await people.secretary.hand.command(meeting.id, { type: "appointSpeaker", person: people.lan.id, beyond: true });
  await people.secretary.hand.command(meeting.id, { type: "endTurn" });
  await meeting.close();
  const minutes = await page.request.get(`${server.address}/files/${meeting.id}/minutes.pdf`);
  expect(minutes.status()).toBe(200);
  if (process.env["KEEP_MINUTES"]) writeFileSync(process.env["KEEP_MINUTES"], await minutes.body());
  await page.goto(`${server.address}/web/`);
  await desk.at("nav-statistics").click();
  await expect(desk.at("statistic-meeting")).toContainText(["Phiên họp kiểm điểm quý III"]);
  await expect(page.locator("ns-chart[data-drawn=yes]").first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await shot(page, "23-statistics");
  await page.setViewportSize({ width: 820, height: 1180 });
  await shot(page, "23-statistics-upright");
  await page.setViewportSize({ width: 1440, height: 900 });
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("[data-testid=statistics-csv][data-table=MEETINGS]").click()]);
  const csv = readFileSync(await file.path(), "utf8");
  expect(csv.startsWith("\uFEFFPhiên họp;")).toBe(true);
  expect(csv).toContain("Phiên họp kiểm điểm quý III;");

  const dark = await lend("console", people.secretary);
  await chosen(dark, "en", "dark");
  await dark.goto(`${server.address}/web/#/indicators`);
  await expect(dark.locator("ns-chart[data-drawn=yes]")).toHaveCount(1);
  expect(await axeFaults(dark)).toEqual([]);
  expect(await foreignWords(dark, "en", [...World.written, ...INDICATORS.flatMap(({ name, unit }) => [name, unit]), body.name])).toEqual([]);
  await shot(dark, "23-dark");
});

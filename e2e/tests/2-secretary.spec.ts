import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

test("the secretary makes a meeting, brings its papers, issues it, leads it to a vote and closes it; the minutes are there", async ({ world, papers, lend }) => {
  const desk = new Console(await lend("console"));
  await desk.signIn(world.people.secretary);
  const meeting = await desk.newMeeting("Phiên họp sơ kết 6 tháng đầu năm", "Phòng họp số 1");

  // before: agenda from pasted lines, papers with refusals in words
  await desk.tense("prepare");
  await desk.pasteAgenda("1. Báo cáo kết quả 6 tháng", "2. Thảo luận kế hoạch", "3. Thông qua kế hoạch");
  await expect(desk.at("outline-item")).toHaveCount(3);
  await desk.openItem("Báo cáo kết quả 6 tháng");
  await desk.upload(papers.report);
  await expect(desk.paper("Báo cáo sơ kết 6 tháng")).toHaveAttribute("data-status", "READY", { timeout: 90_000 });
  await expect(desk.paper("Báo cáo sơ kết 6 tháng")).toContainText("6 trang");
  await desk.upload(papers.encrypted, papers.damaged, papers.notPdf);
  await expect(desk.at("upload-refused")).toHaveCount(3, { timeout: 60_000 });
  await expect(desk.at("upload-refused").filter({ hasText: "mật khẩu" }).first()).toBeVisible();
  await shot(desk.page, "2-prepare-refused");
  for (let i = 0; i < 3; i++) await desk.at("upload-dismiss").first().click();
  await expect(desk.at("paper")).toHaveCount(1);
  await desk.at("issue").click();
  await desk.confirm();
  await expect(desk.phase).toContainText("phát hành");
  await shot(desk.page, "2-issued");

  // the screen is paired once; idle, it shows the next meeting and how to join
  const wall = await lend("screen");
  const screen = await Screen.paired(wall, world);
  const { room } = screen;
  await screen.shows("idle");
  await expect(room).toContainText("Phiên họp sơ kết 6 tháng đầu năm");
  await expect(room.locator("svg").first()).toBeVisible();
  await shot(wall, "5-screen-idle");

  // during: people, items, a page on everybody's devices
  await desk.tense("lead");
  await desk.at("people-open").click();
  for (const who of ["chair", "lan", "minh"] as const) {
    await desk.page.locator(`[data-testid="person"][data-id="${world.people[who].id}"]`).getByTestId("mark-room").click();
    await expect(desk.page.locator(`[data-testid="person"][data-id="${world.people[who].id}"]`)).toHaveAttribute("data-here", /./);
  }
  await expect(desk.at("quorum").first()).toHaveAttribute("data-met", "yes");
  await shot(desk.page, "2-people");
  await desk.page.keyboard.press("Escape");
  await desk.nextStep("open");
  await desk.confirm();
  await desk.nextStep("take-up");
  await expect(desk.at("item-in-hand")).toContainText("Báo cáo kết quả 6 tháng");
  await screen.shows("item");
  await shot(wall, "5-screen-item");
  await desk.at("paper-open").first().click();
  await desk.at("present").click();
  await screen.shows("page");
  const largestOnWall = (): Promise<number> => wall.locator("ns-reader img").evaluateAll((pages) => Math.max(0, ...pages.map((page) => (page instanceof HTMLImageElement && page.complete ? page.naturalWidth : 0))));
  await expect.poll(largestOnWall).toBeGreaterThan(1_000);
  await shot(wall, "5-screen-page");
  await shot(desk.page, "2-presenting");

  const lan = new Tablet(await lend("tablet", world.people.lan));
  await lan.page.goto(`${world.server.address}/tablet/#/m/${meeting}`);
  await lan.reads(1);
  await desk.at("present-stop").click();
  if (await desk.at("paper-close").isVisible()) await desk.at("paper-close").click();

  // a member speaks, the screen says who
  await lan.askToSpeak("Về kinh phí thực hiện");
  await desk.at("request").getByTestId("call").click();
  await screen.shows("speaker");
  await expect(room).toContainText(world.people.lan.name);
  await shot(wall, "5-screen-speaker");
  await desk.at("turn-end").click();
  await screen.shows("item");

  // a vote with two ballots of three
  await desk.at("vote-add").click();
  await desk.at("vote-question").fill("Thông qua kế hoạch 6 tháng cuối năm");
  await desk.at("vote-save").click();
  await desk.at("vote-open").first().click();
  await desk.at("vote-open-yes").click();
  await screen.shows("vote");
  await lan.castVote("for");
  await lan.stage("recorded");
  await world.people.minh.hand.command(meeting, { type: "castBallot", vote: (await desk.at("vote").first().getAttribute("data-id")) ?? "", marks: ["for"], words: "" });
  await expect(desk.at("vote-received")).toContainText("2");
  await shot(wall, "5-screen-vote");
  await desk.nextStep("close-vote");
  await desk.confirm();
  await screen.shows("result");
  await expect(room).toContainText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await expect(lan.sentence).toHaveText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await shot(wall, "5-screen-result");
  await shot(desk.page, "2-result");
  await desk.nextStep("clear-result");

  // after: the minutes on the page and as a PDF, with the journal's head
  await desk.at("meeting-close").click();
  await desk.confirm();
  await expect(desk.phase).toContainText("kết thúc");
  await screen.shows("closed");
  await desk.tense("minutes");
  const paper = desk.at("minutes-paper");
  await expect(paper).toContainText("Biên bản");
  await expect(paper).toContainText("Thông qua: 2 tán thành trên 3 thành viên; cần quá nửa (ít nhất 2)");
  await expect(paper).toContainText(world.people.lan.name);
  await expect(desk.at("fact").filter({ hasText: "Kết thúc họp" })).toBeVisible();
  const hash = ((await desk.at("head-hash").textContent()) ?? "").replace(/\s/g, "");
  const [page, line] = await Promise.all([paper.getByTestId("official-paper"), paper.locator(".ns-official-text").first()].map(async (part) => (await part.boundingBox())?.width ?? 0));
  expect(line, "lines run across the page").toBeGreaterThan((page ?? 0) / 2);
  await shot(desk.page, "6-minutes");
  const pdf = await world.people.secretary.hand.bytes(`/files/${meeting}/minutes.pdf`);
  const file = join(mkdtempSync(join(tmpdir(), "nghisu-minutes-")), "minutes.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync("pdftotext", ["-layout", file, "-"]).toString("utf8").replace(/\s+/g, "");
  expect(hash).toMatch(/^[0-9a-f]{64}/);
  expect(text).toContain(hash.slice(0, 64));
  expect(text).toContain("Thôngqua:2tánthànhtrên3thànhviên;cầnquánửa(ítnhất2)");
  expect(text).toContain(world.people.chair.name.replace(/\s+/g, ""));

  // the journal is taken out, and whoever holds the minutes finds out whether they are what it says
  const [bundle] = await Promise.all([desk.page.waitForEvent("download"), desk.at("bundle").click()]);
  const checked = execFileSync("python3", ["../scripts/verify-bundle.py", await bundle.path()]).toString("utf8");
  expect(checked).toContain(hash.slice(0, 64));
  await desk.page.goto(`${world.server.address}/web/#/check`);
  await desk.at("check-file").setInputFiles(file);
  await expect(desk.at("check-verdict"), "nobody has signed it").toContainText("Chưa thể xác nhận", { timeout: 30_000 });
  await expect(desk.at("check-fits")).toBeVisible();
  await shot(desk.page, "6-check");
  await desk.at("check-file").setInputFiles({ name: "khac.pdf", mimeType: "application/pdf", buffer: Buffer.from("không phải PDF") });
  await expect(desk.at("check-trouble")).toContainText("hãy chọn tệp khác", { timeout: 30_000 });
});

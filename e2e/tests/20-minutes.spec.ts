import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "../../client-kit/src/proto/protocol.ts";
import { Console } from "../roles/console.ts";
import { axeFaults } from "../world/look.ts";
import { Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { World } from "../world/world.ts";

test("the minutes are written by two at once, over a lost line and a killed server, beside facts that change, and approved by the chair", async ({ lend }) => {
  test.setTimeout(480_000);
  const server = await Server.start();
  try {
    const world = await World.on(server);
    const { people } = world;
    const meeting = await world.draft();
    const report = await meeting.item("Báo cáo kết quả 6 tháng");
    await meeting.item("Kế hoạch năm 2027");
    await meeting.issue();
    await meeting.checkIn("chair", "lan", "minh");
    await meeting.open();
    await meeting.takeUp(report);
    const desk = async (being: typeof people.secretary): Promise<Console> => {
      const console = new Console(await lend("console", being));
      await console.enter(meeting, "minutes");
      await console.page.locator(`[data-testid=place][data-id="${report}"]`).click();
      await expect(console.at("editor")).toBeVisible();
      return console;
    };
    const [first, second] = [await desk(people.secretary), await desk(people.secretary)];
    const says = async (console: Console, ...words: string[]): Promise<void> => { for (const word of words) await expect(console.at("editor")).toContainText(word, { timeout: 30_000 }); };
    const stands = (console: Console, state: string): Promise<void> => expect(console.at("editor-state")).toHaveAttribute("data-state", state, { timeout: 30_000 });

    // forms: a heading, a list and a table
    await first.at("editor").click();
    await first.page.keyboard.type("Thảo luận");
    await first.at("tool-tone").selectOption("HEADING");
    await first.page.keyboard.press("End");
    await first.page.keyboard.press("Enter");
    await first.at("tool-tone").selectOption("NORMAL");
    await first.page.keyboard.type("- Sở Nội vụ đề nghị ");
    await first.at("tool-bold").click();
    await first.page.keyboard.type("bổ sung kinh phí");
    await stands(first, "saved");
    await says(second, "Thảo luận", "bổ sung kinh phí");
    await expect(second.at("editor").locator("li strong")).toHaveText("bổ sung kinh phí");
    await shot(first.page, "20-minutes-written");

    // both at once, and one of them without a line: nobody's words are lost
    await second.page.context().setOffline(true);
    await second.at("editor").click();
    await second.page.keyboard.press("Control+Home");
    await second.page.keyboard.type("Ngoại tuyến: ");
    await stands(second, "offline");
    await first.at("editor").click();
    await first.page.keyboard.press("Control+End");
    await first.page.keyboard.type(" cho 14 xã");
    await stands(first, "saved");
    await shot(second.page, "20-minutes-offline");
    await second.page.context().setOffline(false);
    await stands(second, "saved");
    for (const console of [first, second]) await says(console, "Ngoại tuyến: Thảo luận", "bổ sung kinh phí cho 14 xã");

    // what was typed before a reload comes back and is sent
    await first.page.context().setOffline(true);
    await first.page.keyboard.type(" vùng cao");
    await stands(first, "offline");
    await first.page.context().setOffline(false);
    await first.page.reload();
    await first.page.locator(`[data-testid=place][data-id="${report}"]`).click();
    await says(first, "14 xã vùng cao");
    await says(second, "14 xã vùng cao");

    // the server is killed while both write
    await server.kill9();
    await first.at("editor").click();
    await first.page.keyboard.press("Control+End");
    await first.page.keyboard.type(" Một");
    await second.at("editor").click();
    await second.page.keyboard.press("Control+Home");
    await second.page.keyboard.type("Hai ");
    for (const console of [first, second]) await stands(console, "offline");
    await server.restart();
    for (const console of [first, second]) {
      await stands(console, "saved");
      await says(console, "Hai Ngoại tuyến: Thảo luận", "14 xã vùng cao Một");
    }

    // a fact comes and is marked until it is seen; the confidential part stays apart
    await people.secretary.hand.command(meeting.id, { type: "recordConclusion", item: report, text: "Thống nhất báo cáo." });
    await expect(first.page.locator("[data-testid=placed-fact][data-new=yes]")).toContainText("Ghi kết luận");
    await expect(first.page.locator(`[data-testid=place][data-id="${report}"]`).getByTestId("place-news")).toHaveText("1 diễn biến mới");
    await shot(first.page, "20-minutes-new-fact");
    await first.at("facts-seen").click();
    await expect(second.page.locator("[data-testid=placed-fact][data-new=yes]")).toHaveCount(0);
    await people.secretary.hand.command(meeting.id, { type: "recordConclusion", item: report, text: "Thống nhất báo cáo, bổ sung số liệu." });
    await expect(first.page.locator("[data-testid=placed-fact][data-new=yes]")).toContainText("đã đổi");
    await first.at("facts-seen").click();
    await first.at("part-CONFIDENTIAL").click();
    await first.at("editor").click();
    await first.page.keyboard.type("Ý kiến nội bộ về nhân sự");
    await first.page.keyboard.press("Enter");
    // from Word: its numbered paragraphs are a list, and a list in a cell leaves the table whole
    await first.at("editor").evaluate((editor) => {
      const data = new DataTransfer();
      const entry = (text: string): string => `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
      data.setData("text/html", `<html><body>${entry("Sở Tài chính")}${entry("Sở Nội vụ")}<table><tr><td><p>Đơn vị</p></td><td><p>Kiến nghị</p></td></tr><tr><td>Sở Y tế</td><td><ul><li>Kết nối hồ sơ</li><li>Đào tạo</li></ul></td></tr></table></body></html>`);
      editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(first.at("editor").locator("ul > li")).toHaveText(["Sở Tài chính", "Sở Nội vụ"]);
    await expect(first.at("editor").locator("table tr:nth-child(2) > td:nth-child(2) > p")).toHaveText(["- Kết nối hồ sơ", "- Đào tạo"]);
    await stands(first, "saved");
    await shot(first.page, "20-minutes-from-word");
    await first.at("part-PUBLIC").click();
    await first.at("editor").click();
    await first.page.keyboard.press("Control+End");
    await first.page.keyboard.press("Enter");
    await first.page.keyboard.press("Enter");
    await first.at("tool-table").click();
    await first.at("editor").locator("td").first().click();
    await first.page.keyboard.type("Xã");
    await first.page.keyboard.press("Tab");
    await first.page.keyboard.type("Kiến nghị");
    await stands(first, "saved");
    await expect(second.at("editor").locator("td").nth(1)).toHaveText("Kiến nghị");
    expect(await axeFaults(first.page)).toEqual([]);
    await shot(first.page, "20-minutes-table");

    // a paste that is too long is refused in words; what the server does not take goes on once it is taken back, or is copied out and discarded
    const long = "Đồng chí Chủ tịch đề nghị rà soát. ".repeat(900);
    await first.at("editor").evaluate((editor, text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, long);
    await expect(first.at("paste-refused")).toContainText("Chưa dán: đoạn này dài 31.500 ký tự");
    await shot(first.page, "20-minutes-paste");
    await first.page.keyboard.insertText(long);
    await stands(first, "refused");
    await first.page.keyboard.press("Control+z");
    await stands(first, "saved");
    await first.page.keyboard.insertText(long);
    await stands(first, "refused");
    await first.at("editor-unsent").click();
    await expect(first.at("unsent-words")).toHaveValue(/Kiến nghị/);
    await shot(first.page, "20-minutes-unsent");
    expect(await axeFaults(first.page)).toEqual([]);
    await first.at("unsent-discard").click();
    await stands(first, "saved");
    await expect(first.at("editor")).not.toContainText("Đồng chí Chủ tịch đề nghị");
    await first.at("editor").locator("td").nth(2).click();
    await first.page.keyboard.type("Hạn");
    await expect(second.at("editor").locator("td").nth(2)).toHaveText("Hạn");

    // who wrote when, and the text as it was
    await first.at("history").click();
    await first.at("sitting").last().click();
    await expect(first.at("history-text")).toContainText("Thảo luận");
    await shot(first.page, "20-minutes-history");
    await first.at("history-close").click();

    // all of it taken out by mistake, the page loaded anew: it is still in the history, and comes back
    await first.at("editor").click();
    await first.page.keyboard.press("Control+a");
    await first.page.keyboard.press("Delete");
    await stands(first, "saved");
    await expect(second.at("editor")).not.toContainText("bổ sung kinh phí");
    await first.page.reload();
    await first.page.locator(`[data-testid=place][data-id="${report}"]`).click();
    await first.at("history").click();
    await first.at("sitting").nth(1).click();
    await expect(first.at("history-text")).toContainText("bổ sung kinh phí cho 14 xã");
    await shot(first.page, "20-minutes-restore");
    await first.at("history-restore").click();
    await says(second, "bổ sung kinh phí cho 14 xã", "Kiến nghị");
    await stands(first, "saved");

    // refusals are sentences, and members get nothing of it
    const write: Command = { type: "writeMinutes", place: report, part: "PUBLIC", version: 0, writer: "writer-0", steps: ["{}"], document: { blocks: [] } };
    expect((await people.secretary.hand.refused(meeting.id, write)).code).toBe("TEXT_MOVED_ON");
    expect((await people.lan.hand.refused(meeting.id, write)).code).toBe("NOT_YOURS");
    expect((await people.lan.hand.ask("GET", `/api/meetings/${meeting.id}/minutes/texts`)).status).toBe(404);
    expect((await people.chair.hand.refused(meeting.id, { type: "approveMinutes", versions: {} })).text).toContain("chưa kết thúc");

    // the chair comments and approves; the next edit leaves the approval behind
    await meeting.close();
    const chair = await lend("tablet", people.chair);
    await chair.goto(`${server.address}/tablet/#/m/${meeting.id}/minutes`);
    await expect(chair.getByTestId("minutes")).toContainText("bổ sung kinh phí cho 14 xã");
    await expect(chair.getByTestId("review")).toContainText("Ý kiến nội bộ về nhân sự");
    await expect(chair.getByTestId("not-approved")).toContainText("DỰ THẢO – chưa phê duyệt");
    await shot(chair, "20-minutes-draft");
    await chair.getByTestId("review-place").selectOption(report);
    await chair.getByTestId("review-words").fill("Bổ sung tên xã");
    await chair.getByTestId("review-send").click();
    await expect(first.at("comment")).toContainText("Bổ sung tên xã");
    await expect(first.page.locator(`[data-testid=place][data-id="${report}"]`).getByTestId("place-comments")).toHaveText("1 góp ý chưa xử lý");
    // changes are asked for with a reason, seen above the minutes and in the list of meetings until an approval
    await chair.getByTestId("to-review").click();
    await expect(chair.getByRole("heading", { name: "Góp ý và phê duyệt" })).toBeFocused();
    await chair.getByTestId("review-ask").click();
    await chair.getByTestId("review-ask-words").fill("Nêu rõ nguồn kinh phí của 14 xã vùng cao");
    await shot(chair, "20-minutes-ask");
    await chair.getByTestId("review-ask-send").click();
    await expect(chair.getByTestId("review-asked")).toContainText("Nêu rõ nguồn kinh phí");
    await expect(first.at("changes-asked")).toContainText("Nêu rõ nguồn kinh phí của 14 xã vùng cao");
    await shot(first.page, "20-minutes-asked");
    await second.page.goto(`${server.address}/web/`);
    await expect(second.page.locator(`[data-testid=meeting-row][data-id="${meeting.id}"]`).getByTestId("changes-words")).toContainText("Nêu rõ nguồn kinh phí");
    await shot(second.page, "20-minutes-asked-list");
    await chair.getByTestId("review-approve").click();
    await expect(chair.getByTestId("review-open")).toHaveText("1 góp ý chưa xử lý.");
    await chair.getByRole("button", { name: "Xem lại" }).click();
    await first.at("comment-resolve").click();
    await expect(chair.getByTestId("review-comment")).toHaveAttribute("data-resolved", "yes");
    await chair.getByTestId("review-approve").click();
    await chair.getByTestId("review-yes").click();
    await expect(chair.getByTestId("review-approval")).toHaveAttribute("data-approval", "holds");
    await expect(first.at("approval")).toHaveAttribute("data-approval", "holds");
    await expect(first.at("changes-asked")).toHaveCount(0);
    await expect(chair.getByTestId("not-approved")).toHaveCount(0);
    await shot(chair, "20-minutes-tablet");
    expect(await axeFaults(chair)).toEqual([]);
    await shot(first.page, "20-minutes-approved");
    await first.at("editor").locator("td").nth(1).click();
    await first.page.keyboard.press("End");
    await first.page.keyboard.type(" của xã");
    await stands(first, "saved");
    await expect(first.at("approval")).toHaveAttribute("data-approval", "outdated");
    await expect(chair.getByTestId("review-approval")).toHaveAttribute("data-approval", "outdated");
    await expect(chair.getByTestId("minutes")).toContainText("Kiến nghị của xã");
    await chair.setViewportSize({ width: 820, height: 1180 });
    await chair.getByTestId("review-approve").scrollIntoViewIfNeeded();
    await shot(chair, "20-minutes-tablet-upright");

    // on the console the chair approves where the whole is read, and asks for changes there
    const lead = await desk(people.chair);
    await expect(lead.at("approve")).toHaveCount(0);
    await lead.at("approve-read").click();
    await expect(lead.at("minutes-paper")).toContainText("Kiến nghị của xã");
    await expect(lead.at("approve")).toBeVisible();
    await lead.at("ask-changes").click();
    await lead.at("reason-text").fill("Bổ sung tên người phát biểu");
    await lead.at("reason-yes").click();
    await expect(first.at("changes-asked")).toContainText("Bổ sung tên người phát biểu");
    await shot(lead.page, "20-minutes-lead");
    expect(await axeFaults(lead.page)).toEqual([]);

    // the paper follows, without the confidential part
    await first.at("minutes-read").click();
    await expect(first.at("minutes-paper")).toContainText("bổ sung kinh phí cho 14 xã vùng cao");
    await expect(first.at("minutes-paper")).not.toContainText("nội bộ về nhân sự");
    await shot(first.page, "20-minutes-paper");
    const file = join(server.folder, "minutes.pdf");
    await writeFile(file, await people.lan.hand.bytes(`/files/${meeting.id}/minutes.pdf`));
    await expect(first.at("not-approved")).toBeVisible();
    const text = execFileSync("pdftotext", ["-layout", file, "-"]).toString("utf8").replace(/\s+/g, "");
    expect(text).toContain("bổsungkinhphícho14xãvùngcaoMột");
    expect(text).toContain("Kiếnnghịcủaxã");
    expect(text).toContain("DỰTHẢO–chưaphêduyệt");
    expect(text).not.toContain("nộibộvềnhânsự");
  } finally {
    await server.stop();
  }
});

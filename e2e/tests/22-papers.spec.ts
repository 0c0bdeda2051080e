import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { Console } from "../roles/console.ts";
import { axeFaults, clipped, smallTargets } from "../world/look.ts";
import { Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { World } from "../world/world.ts";

const PASSWORD = "mat-khau-khoa";

/** A key file of somebody, by openssl. */
function keyFile(folder: string, name: string): string {
  const base = join(folder, randomUUID());
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30", "-utf8", "-subj", `/CN=${name}`, "-keyout", `${base}.key`, "-out", `${base}.crt`], { stdio: "ignore" });
  execFileSync("openssl", ["pkcs12", "-export", "-inkey", `${base}.key`, "-in", `${base}.crt`, "-out", `${base}.p12`, "-passout", `pass:${PASSWORD}`]);
  return `${base}.p12`;
}

/** A drawing on a transparent ground, as a pen or a stamp has left it: blue and wide, or red and round. */
async function drawn(page: Page, seal: boolean): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const data = await page.evaluate((round) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = round ? [360, 360] : [420, 160];
    const pen = canvas.getContext("2d")!;
    pen.strokeStyle = round ? "#c8102e" : "#1440b8";
    pen.lineWidth = 8;
    pen.beginPath();
    if (round) {
      pen.arc(180, 180, 172, 0, 7);
      pen.moveTo(300, 180);
      pen.arc(180, 180, 120, 0, 7);
    } else {
      pen.moveTo(12, 130);
      pen.bezierCurveTo(140, -120, 120, 240, 220, 60);
      pen.bezierCurveTo(260, 0, 280, 220, 408, 40);
    }
    pen.stroke();
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  }, seal);
  return { name: seal ? "dấu.png" : "chữ ký.png", mimeType: "image/png", buffer: Buffer.from(data, "base64") };
}

/** Signs at the machine, as with a token. */
function signHere(folder: string, file: string, key: string, field: string): string {
  const target = resolve(import.meta.dirname, "../../server/target");
  const jar = join(target, readdirSync(target).find((name) => name.endsWith("-all.jar")) ?? "");
  const [password, out] = [join(folder, "password"), join(folder, `${randomUUID()}.pdf`)];
  execFileSync("sh", ["-c", `printf %s "$1" > "$2"`, "sh", PASSWORD, password]);
  execFileSync("java", ["-jar", jar, "sign", file, "--out", out, "--key", key, "--password-file", password, "--field", field], { stdio: "ignore" });
  return out;
}

test("a closed meeting's minutes and notice are numbered, signed by key and by file over a killed server, issued, and read on a tablet", async ({ lend }) => {
  test.setTimeout(480_000);
  const server = await Server.start();
  try {
    const world = await World.on(server);
    const { people } = world;
    const meeting = await world.draft("Phiên họp thường kỳ tháng 11 của Ban Chỉ đạo cải cách hành chính và chuyển đổi số");
    const item = await meeting.item("Dịch vụ công trực tuyến");
    const desk = new Console(await lend("console", people.secretary));
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    const kind = (name: string) => desk.page.locator(`[data-testid=paper-kind][data-kind="${name}"]`);
    const sign = async (key: string, picture?: Awaited<ReturnType<typeof drawn>>): Promise<void> => {
      await desk.at("paper-key").click();
      await desk.at("key-file").setInputFiles(key);
      await desk.at("key-password").fill(PASSWORD);
      if (picture) await desk.at("key-picture").setInputFiles(picture);
      await desk.at("key-sign").click();
    };

    // what stands on the body's papers, as its administrator has it
    const administration = new Console(await lend("console", world.administrator));
    await administration.page.goto(`${server.address}/web/#/admin/bodies`);
    await administration.page.locator(`[data-testid=body][data-id="${world.body.id}"]`).click();
    await administration.at("body-papers").click();
    await administration.at("sheet-parent").fill("ỦY BAN NHÂN DÂN TỈNH HÀ GIANG");
    await administration.at("sheet-recipients").fill("Thường trực Tỉnh ủy, Hội đồng nhân dân tỉnh (để báo cáo);\nThành viên Ban Chỉ đạo;\nLưu: VT, CĐS.");
    await administration.at("sheet-save").click();
    await administration.page.locator("[data-testid=template][data-kind=INVITATION]").getByTestId("template-upload").setInputFiles({ name: "mẫu.txt", mimeType: "text/plain", buffer: Buffer.from("{{không có ô này}}") });
    await expect(administration.at("templates-refusal")).toContainText("không có tên “không có ô này”");
    const names = administration.page.locator("[data-testid=template][data-kind=INVITATION]").getByTestId("template-names");
    await names.locator("summary").click();
    await expect(names).toContainText("{{#items}}");
    await expect(names).toContainText("@people");
    await shot(administration.page, "22-names");
    await administration.page.locator("[data-testid=template][data-kind=INVITATION]").getByTestId("template-upload").setInputFiles({ name: "mẫu.docx", mimeType: "text/plain", buffer: Buffer.from("PK\u0003\u0004\u0000") });
    await expect(administration.at("templates-refusal")).toContainText("“mẫu.docx” không phải tệp chữ");
    expect(await axeFaults(administration.page)).toEqual([]);
    await shot(administration.page, "22-body");

    await desk.enter(meeting, "papers");
    await expect(kind("INVITATION")).toHaveAttribute("data-state", "NONE");
    // to be signed at the door, so it can be had before anybody has come
    await expect(kind("ATTENDANCE_LIST")).toHaveAttribute("data-state", "NONE");
    await expect(desk.at("paper-preview")).toContainText(/giấy mời/i, { timeout: 30_000 });
    // what is made is shown as it was made, and said so when the meeting would make another one
    await desk.at("paper-make").click();
    await expect(desk.at("paper-standing")).toContainText("01/GM-", { timeout: 30_000 });
    await expect(desk.at("paper-preview")).toContainText("01/GM-");
    await expect(desk.at("paper-differs")).toHaveCount(0);
    await meeting.item("Nội dung thêm sau giấy mời");
    await expect(desk.at("paper-differs")).toBeVisible({ timeout: 30_000 });
    await expect(desk.at("paper-preview")).not.toContainText("Nội dung thêm sau giấy mời");
    await shot(desk.page, "22-differs");
    await meeting.issue();
    await meeting.checkIn("chair", "lan", "minh");
    await meeting.open();
    await meeting.takeUp(item);
    await meeting.secretary.command(meeting.id, { type: "recordConclusion", item, text: "Thống nhất báo cáo, giao Sở Nội vụ rà soát quy trình." });
    await meeting.secretary.command(meeting.id, { type: "assignTask", task: `t-${randomUUID().slice(0, 12)}`, item, assignment: { title: "Rà soát quy trình cấp phép", content: "", leadUnit: "Sở Nội vụ", coordinating: [], handler: { id: people.lan.id, name: people.lan.name, title: "", unit: "Sở Nội vụ" } } });
    await meeting.close();

    // the invitation stays in the list though none can be made any more
    await expect(kind("INVITATION")).toHaveAttribute("data-state", "MADE");

    // minutes: made with a number, but signed only once the chair has approved them
    await expect(kind("MINUTES")).toHaveAttribute("data-state", "NONE");
    await kind("MINUTES").click();
    await expect(desk.at("paper-preview")).toContainText(/biên bản/i, { timeout: 30_000 });
    expect(await axeFaults(desk.page)).toEqual([]);
    // what prints no date asks for none, and a report of opinions is not offered where there are none
    await expect(desk.at("paper-date")).toHaveCount(0);
    await expect(kind("OPINIONS")).toHaveCount(0);
    await shot(desk.page, "22-preview");
    await desk.at("paper-make").click();
    await expect(desk.at("paper-standing")).toContainText("01/BB-", { timeout: 30_000 });
    await expect(desk.at("approve-first")).toBeVisible();
    await expect(desk.at("paper-preview")).toContainText("01/BB-");
    await expect(desk.at("paper-differs")).toHaveCount(0);
    await desk.clearNotices();
    await shot(desk.page, "22-approve-first");
    await people.chair.hand.command(meeting.id, { type: "approveMinutes", versions: {} });
    await server.kill9();
    await server.restart();

    // the secretary with a key file; a wrong password is said so
    const scratch = server.folder;
    await desk.at("paper-key").click();
    await desk.at("key-file").setInputFiles(keyFile(scratch, people.secretary.name));
    await desk.at("key-password").fill("sai");
    await desk.at("key-sign").click();
    await expect(desk.at("key-refusal")).toContainText("Mật khẩu của tệp khóa không đúng", { timeout: 30_000 });
    expect(await axeFaults(desk.page)).toEqual([]);
    await shot(desk.page, "22-key");
    await desk.at("key-picture").setInputFiles(await drawn(desk.page, false));
    await desk.at("key-password").fill(PASSWORD);
    await desk.at("key-sign").click();
    await expect(kind("MINUTES")).toContainText("đang ký 1/3", { timeout: 30_000 });
    await desk.clearNotices();
    await shot(desk.page, "22-signed-once");
    await desk.tense("minutes");
    await expect(desk.at("approval")).toContainText("Biên bản đã ký: không sửa được nữa. Muốn sửa thì thu hồi");
    await shot(desk.page, "22-locked");

    // the chair by a file that goes out and comes in; somebody else's certificate is taken only by a second act
    await desk.tense("papers");
    await kind("MINUTES").click();
    const out = desk.page.waitForEvent("download");
    await desk.at("paper-out").click();
    const given = join(scratch, "given.pdf");
    await (await out).saveAs(given);
    await desk.at("paper-in").setInputFiles(given);
    await expect(desk.page.locator("ns-notices")).toContainText("chưa được ký", { timeout: 30_000 });
    await desk.at("paper-in").setInputFiles(signHere(scratch, given, keyFile(scratch, "Người Khác"), "chair"));
    await expect(desk.at("sheet-confirm")).toContainText("Người Khác", { timeout: 30_000 });
    await expect(desk.at("sheet-confirm")).toContainText(people.chair.name);
    await shot(desk.page, "22-another");
    await desk.at("confirm-yes").click();
    await expect(kind("MINUTES")).toContainText("đang ký 2/3", { timeout: 30_000 });
    await expect(desk.at("name-differs").first()).toContainText("khác với");
    await sign(keyFile(scratch, "Người Lạ"), await drawn(desk.page, true));
    await expect(desk.at("key-refusal")).toContainText("Chứng thư số này của Người Lạ", { timeout: 30_000 });
    await expect(desk.at("key-sign")).toHaveText("Vẫn nhận");
    await expect(kind("MINUTES")).toContainText("đang ký 2/3");
    await shot(desk.page, "22-another-key");
    // another file is another question; what was typed is still there
    await desk.at("key-file").setInputFiles(keyFile(scratch, "Văn phòng UBND tỉnh"));
    await expect(desk.at("key-sign")).toHaveText("Ký");
    await desk.at("key-sign").click();
    await expect(desk.at("key-refusal")).toContainText("Văn phòng UBND tỉnh", { timeout: 30_000 });
    await desk.at("key-sign").click();
    await expect(desk.page.locator("[data-testid=paper-slot][data-state=holds]")).toHaveCount(3, { timeout: 60_000 });
    await desk.at("paper-issue").click();
    await desk.at("confirm-yes").click();
    await expect(kind("MINUTES")).toHaveAttribute("data-state", "ISSUED");
    await desk.clearNotices();
    await shot(desk.page, "22-issued");
    // the page says who has signed, and the file opens in the browser
    await expect(desk.at("signed-place")).toHaveCount(3);
    await expect(desk.page.locator("[data-testid=signed-place][data-slot=SECRETARY]")).toContainText(people.secretary.name);
    await desk.at("signed-place").last().scrollIntoViewIfNeeded();
    await shot(desk.page, "22-signed-places");
    expect(await desk.at("paper-pdf").getAttribute("download")).toBeNull();

    // the notice with its task
    await kind("CONCLUSION_NOTICE").click();
    await expect(desk.at("paper-due")).toContainText("5 ngày làm việc");
    await expect(desk.at("paper-preview")).toContainText("Rà soát quy trình cấp phép", { timeout: 30_000 });
    const [number, date] = await Promise.all([0, 1].map(async (i) => (await desk.page.locator(".ns-official-number").nth(i).boundingBox())?.y));
    expect(date, "the date stands beside the number").toBe(number);
    await shot(desk.page, "22-notice");
    await expect(desk.at("paper-preview")).toContainText("- Thành viên Ban Chỉ đạo;- Lưu: VT, CĐS.");
    await desk.at("paper-make").click();
    await expect(desk.at("paper-standing")).toContainText("01/TB-", { timeout: 30_000 });
    // while the form says another paper than was made, nothing is signed
    await desk.page.locator(".paper-again summary").click();
    await desk.at("paper-recipients").fill("Sở Nội vụ;\nSở Tài chính");
    await expect(desk.at("paper-unmade")).toContainText("chưa lập lại");
    await expect(desk.at("paper-key")).toHaveCount(0);
    await expect(desk.at("paper-in")).toHaveCount(0);
    await shot(desk.page, "22-unmade");
    await desk.at("paper-as-made").click();
    await expect(desk.at("paper-key")).toBeVisible();
    await expect(desk.at("paper-recipients")).toHaveValue(/Thành viên Ban Chỉ đạo/);
    await desk.at("paper-recipients").fill("Thành viên Ban Chỉ đạo;\nSở Tài chính");
    await desk.at("paper-make").click();
    await expect(desk.at("paper-key")).toBeVisible({ timeout: 30_000 });
    await expect(desk.at("paper-preview")).toContainText("- Sở Tài chính;");
    await sign(keyFile(scratch, people.chair.name), await drawn(desk.page, false));
    await expect(desk.at("paper-issue")).toBeVisible({ timeout: 30_000 });
    await desk.clearNotices();
    await shot(desk.page, "22-notice");
    await desk.at("paper-issue").click();
    await desk.at("confirm-yes").click();
    await expect(kind("CONCLUSION_NOTICE")).toHaveAttribute("data-state", "ISSUED");

    // a member reads both
    const tablet = await lend("tablet", people.lan);
    await tablet.goto(`${server.address}/tablet/#/m/${meeting.id}/minutes`);
    await expect(tablet.getByTestId("issued-paper")).toHaveCount(2, { timeout: 30_000 });
    await expect(tablet.getByTestId("issued-holds")).toHaveCount(2, { timeout: 30_000 });
    await expect(tablet.getByTestId("issued-untrusted").first()).toContainText(people.secretary.name);
    for (const [i, name] of ["22-minutes.pdf", "22-notice.pdf"].entries()) {
      const [taken] = await Promise.all([tablet.waitForEvent("download"), tablet.getByTestId("issued-pdf").nth(i).click()]);
      const file = join(import.meta.dirname, "../shots", name);
      await taken.saveAs(file);
      expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
    }
    expect(await smallTargets(tablet)).toEqual([]);
    expect(await clipped(tablet)).toEqual([]);
    await shot(tablet, "22-tablet");
    await tablet.setViewportSize({ width: 820, height: 1180 });
    expect(await clipped(tablet)).toEqual([]);
    await shot(tablet, "22-portrait");

    // the notice is recalled: it is told, and no file is given
    await desk.at("paper-recall").click();
    await expect(desk.at("sheet-reason")).toContainText("không cấp lại");
    await expect(desk.at("sheet-reason")).toContainText("không tải được nữa");
    await shot(desk.page, "22-recall");
    await desk.at("reason-text").fill("Sai thời hạn");
    await desk.page.locator("dialog .sheet-acts .ns-button").last().click();
    await expect(desk.at("paper-recalled")).toContainText("Sai thời hạn");
    // an open page hears of it by itself
    await expect(tablet.locator("[data-testid=issued-paper][data-state=RECALLED]")).toContainText("Sai thời hạn", { timeout: 30_000 });
    await shot(tablet, "22-portrait-recalled");
    await desk.clearNotices();
    await shot(desk.page, "22-recalled");
    await administration.page.reload();
    await administration.page.locator(`[data-testid=body][data-id="${world.body.id}"]`).click();
    await administration.at("body-papers").click();
    await expect(administration.at("number")).toHaveCount(3);
    await administration.at("number").first().scrollIntoViewIfNeeded();
    await shot(administration.page, "22-numbers");

    // what is open stands in the next agenda by itself
    await desk.page.goto(`${server.address}/web/`);
    await desk.newMeeting("Phiên họp thường kỳ tháng 12", "Phòng họp số 1");
    await desk.openItem("Kiểm điểm việc thực hiện kết luận các phiên họp trước");
    await expect(desk.at("reviewed-task")).toContainText("Rà soát quy trình cấp phép");
  } finally {
    await server.stop();
  }
});

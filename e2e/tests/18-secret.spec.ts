import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import type { SealedBallot } from "../../client-kit/src/proto/protocol.ts";
import { Booth } from "../roles/booth.ts";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet, type Choice } from "../roles/tablet.ts";
import { Line } from "../world/line.ts";
import { axeFaults, chosen, clipped, smallTargets } from "../world/look.ts";
import { moreVoters, type Voter } from "../world/more-people.ts";
import { sealed, underWay } from "../world/sealed.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { CHOICE } from "../world/wire.ts";

const VERIFIER = join(import.meta.dirname, "../../scripts/verify-secret.py");
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const LONG_NAMES = [["Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo", "Phó Giám đốc Sở phụ trách Chương trình chuyển đổi số"], ["Đặng Hữu Dũng", "Chánh Văn phòng"]] as const;

test("three trustees make a key, five members vote in secret, two trustees count, and anybody verifies it", async ({ world, lend }) => {
  const [thao, dung] = (await moreVoters(world, LONG_NAMES)) as [Voter, Voter];
  const { lan, minh, chair } = world.people;
  const meeting = await world.draft();
  const item = await meeting.item("Thông qua nhân sự Tổ giúp việc", { kind: "DECISION" });
  await meeting.issue();
  await meeting.checkIn("chair", "lan", "minh");
  for (const one of [thao, dung]) await one.hand.command(meeting.id, { type: "checkIn", manner: "IN_ROOM" });
  await meeting.open();
  await meeting.takeUp(item);

  // the secretary prepares it: three honest modes, three trustees, and what a secret ballot can't be asked with
  const desk = new Console(await lend("console", world.people.secretary));
  await desk.enter(meeting);
  await desk.at("vote-add").click();
  await desk.at("vote-question").fill("Thông qua nhân sự Tổ giúp việc Ban Chỉ đạo nhiệm kỳ 2026–2031");
  await desk.at("mode-SECRET").check();
  await expect(desk.at("secret-limits")).toContainText("nhất trí");
  await expect(desk.page.locator(".modes")).toContainText("vẫn có thể biết");
  await desk.at("vote-choices").selectOption("OPINION");
  await expect(desk.at("secret-refuses")).toContainText("lời văn");
  await desk.at("vote-choices").selectOption("LEGAL");
  await desk.at("vote-save").click();
  await expect(desk.page.getByRole("alert")).toContainText("ba người khác nhau");
  for (const [at, { id }] of [lan, minh, thao].entries()) await desk.at(`trustee-${at + 1}`).selectOption(id);
  await shot(desk.page, "18-form");
  expect.soft(await axeFaults(desk.page)).toEqual([]);
  await desk.at("vote-save").click();
  const vote = (await desk.page.locator("[data-testid=vote]").getAttribute("data-id"))!;
  await expect(desk.at("key-state")).toHaveAttribute("data-step", "COMMIT");
  await expect(desk.at("key-state")).toContainText(thao.name);
  await expect(desk.at("vote-open")).toHaveCount(0);

  // the ceremony goes by itself; one tablet is loaded anew in the middle of it
  const lans = new Booth(await lend("tablet", lan));
  const minhs = new Booth(await lend("portrait", minh));
  const thaos = new Booth(await lend("tablet", thao));
  const line = await Line.of(thaos.page);
  await lans.enter(meeting);
  await expect(desk.at("key-state")).not.toContainText(lan.name);
  await lans.page.reload();
  await minhs.enter(meeting);
  await thaos.enter(meeting);
  await expect(lans.trustee).toBeVisible();
  const codes = new Set<string>();
  for (const one of [lans, minhs, thaos]) {
    await expect(one.trustee.getByTestId("key-confirm")).toBeVisible();
    codes.add(await one.code("key-code"));
  }
  expect(codes.size).toBe(1);
  // each trustee vouches for the words that the key is made for
  for (const one of [lans, minhs, thaos]) await expect(one.trustee.getByTestId("vouched")).toContainText("Thông qua nhân sự Tổ giúp việc Ban Chỉ đạo nhiệm kỳ 2026–2031");
  await expect(lans.trustee.getByTestId("vouched").getByRole("listitem").first()).toHaveText("Tán thành");
  const keyCode = [...codes][0]!;
  expect(keyCode).toMatch(CODE);
  await expect(desk.at("lead-key-code").first()).toHaveText(keyCode);
  await shot(lans.page, "18-compare");
  await shot(minhs.page, "18-compare-upright");
  await shot(desk.page, "18-console-keys");
  expect.soft(await axeFaults(lans.page)).toEqual([]);
  expect.soft(await smallTargets(lans.page)).toEqual([]);
  expect.soft(await clipped(minhs.page)).toEqual([]);
  for (const one of [lans, minhs, thaos]) await one.trustee.getByTestId("key-confirm").click();
  await expect(desk.at("key-state")).toHaveAttribute("data-step", "READY");
  await expect(lans.trustee).toContainText("Khóa đã tạo và thử xong");
  await shot(lans.page, "18-ready");

  // who signs out now is told what goes
  await minhs.page.getByTestId("me").click();
  await minhs.page.getByTestId("sign-out").click();
  await expect(minhs.page.getByTestId("me-panel")).toContainText("phần khóa kiểm phiếu");
  await shot(minhs.page, "18-sign-out-upright");
  await minhs.page.getByTestId("me-close").click();

  // opening says what secrecy can't hide with so few
  await desk.at("vote-open").first().click();
  await expect(desk.at("caution").first()).toHaveAttribute("data-caution", "FEW");
  await shot(desk.page, "18-open");
  await desk.at("vote-open-yes").click();

  const chairs = new Booth(await lend("tablet", chair));
  const dungs = new Booth(await lend("portrait", dung));
  await chosen(dungs.page, "en", "dark");
  await chairs.enter(meeting);
  await dungs.enter(meeting);
  const screen = await Screen.paired(await lend("screen"), world);
  await screen.shows("vote");
  await expect(screen.picture).toContainText(keyCode);
  await shot(screen.page, "18-wall-vote");
  const voters = [chairs, lans, minhs, thaos, dungs];
  for (const one of voters) await one.stage("choosing");
  await expect(lans.voteSheet).toContainText(keyCode);
  await shot(lans.page, "18-ballot");
  const begun = voters.map(({ frames }) => frames.now);

  // one is looked at with another device before a new one is cast
  const checked = await dungs.seal("for");
  await shot(dungs.page, "18-sealed-upright");
  expect.soft(await axeFaults(dungs.page)).toEqual([]);
  await dungs.page.getByTestId("ballot-check").click();
  await dungs.page.locator("[data-testid^=check-ballot-][data-testid$=-yes]").click();
  await expect(dungs.page.getByTestId("booth")).toHaveAttribute("data-stage", "opened");
  await shot(dungs.page, "18-opened-upright");
  const address = (await dungs.page.getByTestId("opened-link").getAttribute("href"))!;
  const other = await chairs.page.context().newPage();
  await other.goto(address);
  await expect(other.getByTestId("opened-check")).toHaveAttribute("data-state", "right");
  await expect(other.getByTestId("opened-holds")).toContainText("Tán thành");
  await expect(other.getByTestId("opened-code")).toHaveText(checked);
  await shot(other, "18-opened-check");
  // the same address with another randomness is a device that lied
  await other.goto(address.replace(/.{12}$/, "AAAAAAAAAAAA"));
  await expect(other.getByTestId("opened-check")).toHaveAttribute("data-state", "wrong");
  await other.close();
  await dungs.page.getByTestId("booth-again").click();
  await expect(dungs.page.getByTestId("booth")).toHaveAttribute("data-stage", "sealed");
  const dungsCode = await dungs.code("sealed-code");
  expect(dungsCode).not.toBe(checked);
  await dungs.cast();
  await dungs.stage("recorded");
  await expect(dungs.receiptCode).toHaveText(dungsCode);

  // one sends, and the answer is lost on its way: it is sent again, counts once, and is not called recorded before
  const thaosCode = await sendUnheard(thaos, line);
  await expect(desk.at("vote-received")).toHaveText("2");
  for (const [one, choice] of [[chairs, "for"], [lans, "against"], [minhs, "for"]] as const) {
    const code = one === chairs ? await one.sealByKeyboard(choice) : await one.seal(choice);
    if (one === lans) {
      await shot(lans.page, "18-sealed");
      expect.soft(await smallTargets(lans.page)).toEqual([]);
    }
    if (one === chairs) await one.press("vote-confirm");
    else await one.cast();
    await one.stage("recorded");
    await expect(one.receiptCode).toHaveText(code);
  }
  await shot(lans.page, "18-recorded");
  for (const [n, { frames }] of voters.entries()) {
    expect(frames.now, `device ${n} says something`).toBeGreaterThan(begun[n]!);
    expect(frames.choices(begun[n]!), `frames of device ${n}`).toEqual([]);
  }

  // the count: ballots are no longer taken, and two of three decrypt the sum
  await desk.nextStep("close-vote");
  await desk.confirm();
  await expect(desk.at("counting-live")).toContainText(thao.name);
  await screen.shows("result");
  await expect(screen.picture.getByTestId("counting-scene")).toBeVisible();
  for (const one of [lans, thaos]) await expect(one.page.getByTestId("decrypt")).toBeVisible();
  const ballotsCode = await lans.code("ballots-code");
  expect(ballotsCode).toMatch(CODE);
  await expect(thaos.page.getByTestId("ballots-code")).toHaveText(ballotsCode);
  await expect(screen.picture).toContainText(ballotsCode);
  await expect(chairs.page.getByTestId("counting")).toContainText("Đang kiểm phiếu");
  await shot(lans.page, "18-decrypt");
  await shot(minhs.page, "18-decrypt-upright");
  await shot(desk.page, "18-console-counting");
  await expect(screen.picture).toContainText("cần 2 trong 3");
  await shot(screen.page, "18-wall-counting");

  // the count is put aside while the room goes on; the chair can't end the meeting on it, and brings its codes back
  await desk.at("count-clear").click();
  await screen.shows("item");
  await shot(desk.page, "18-console-counting-aside");
  const chairsPanel = new ChairTablet(chairs.page);
  await chairsPanel.lead("session");
  await chairs.page.getByTestId("close-meeting").click();
  await chairs.page.getByTestId("close-meeting-yes").click();
  await expect(chairs.page.getByText(/chưa kiểm phiếu xong; chờ ban kiểm phiếu hoặc hủy biểu quyết/).first()).toBeVisible();
  await chairsPanel.lead("votes");
  await expect(chairs.page.getByTestId(`cancel-vote-${vote}`)).toBeVisible();
  await shot(chairs.page, "18-chair-counting");
  await chairs.page.getByTestId(`show-result-${vote}`).click();
  await expect(screen.picture.getByTestId("counting-scene")).toContainText(keyCode);
  expect.soft(await axeFaults(lans.page)).toEqual([]);
  await lans.page.getByTestId("decrypt").click();
  await expect(lans.trustee).toHaveAttribute("data-stage", "decrypted");
  await expect(desk.at("count-state").first()).toContainText("đã giải mã");
  await thaos.page.getByTestId("decrypt").click();

  const sentence = /3 tán thành trên 5/;
  for (const one of voters) {
    await expect(one.sentence).toHaveText(one === dungs ? /3 for of 5/ : sentence);
    await expect(one.page.getByTestId("my-ballot")).toHaveAttribute("data-listed", "true");
  }
  await expect(screen.sentence).toHaveText(sentence);
  expect(await thaos.publishedCodes()).toEqual(expect.arrayContaining([thaosCode, dungsCode]));
  expect(await thaos.publishedCodes()).not.toContain(checked);
  await shot(lans.page, "18-result");
  await shot(dungs.page, "18-result-english");
  await shot(desk.page, "18-result-console");
  await desk.at("vote-verify").click();
  await desk.at("poll-check-go").click();
  await expect(desk.at("poll-check")).toHaveAttribute("data-state", "right");
  await shot(desk.page, "18-verified-console");
  expect.soft(await axeFaults(desk.page)).toEqual([]);
  await shot(screen.page, "18-wall-result");

  // anybody: on the device itself, and with a verifier that shares no line with it
  await minhs.page.getByTestId("poll-check-go").click();
  await expect(minhs.page.getByTestId("poll-check")).toHaveAttribute("data-state", "right");
  await expect(minhs.page.getByTestId("poll-check")).toContainText(ballotsCode);
  await expect(minhs.page.locator(".sb-checks li")).toHaveCount(15);
  await expect(minhs.page.getByTestId("poll-counts")).toContainText(/Tán thành\s*3/);
  await minhs.page.getByTestId("poll-check").scrollIntoViewIfNeeded();
  await shot(minhs.page, "18-verified-upright");
  expect.soft(await axeFaults(minhs.page)).toEqual([]);
  const file = join(await mkdtemp(join(tmpdir(), "nghisu-poll-")), "poll.json");
  await writeFile(file, await minh.hand.bytes(`/api/meetings/${meeting.id}/votes/${vote}/poll.json`));
  const { stdout } = await promisify(execFile)("python3", [VERIFIER, file, "--key-code", keyCode, "--ballots-code", ballotsCode]);
  expect(stdout).toContain(keyCode);
});

/** The server has the ballot on its disk, the tablet has no answer yet. */
async function sendUnheard(thaos: Booth, line: Line): Promise<string> {
  const code = await thaos.seal("not-voting");
  line.deaf = true;
  await thaos.cast();
  await thaos.stage("sending");
  await expect(thaos.page.getByTestId("ballot-recorded")).toHaveCount(0);
  line.deaf = false;
  await line.mend();
  await thaos.stage("recorded");
  await expect(thaos.receiptCode).toHaveText(code);
  return code;
}

test("a tablet that is told the answers in another order encrypts nothing and says why", async ({ world, lend }) => {
  const { lan } = world.people;
  const { meeting } = await underWay(world, lend);
  const lans = new Booth(await lend("tablet", lan));
  (await Line.of(lans.page)).alters = (frame) => frame.replaceAll("Không tán thành", "§").replaceAll("Tán thành", "Không tán thành").replaceAll("§", "Tán thành");
  await lans.enter(meeting);
  await lans.page.getByTestId("choice-for").click();
  await expect(lans.page.getByTestId("booth")).toHaveAttribute("data-stage", "other-words");
  await expect(lans.page.getByTestId("booth")).toContainText("không phải là những chữ mà ban kiểm phiếu đã xác nhận");
  await shot(lans.page, "18-other-words");
});

test("who has checked five ballots casts the sixth, and reads both codes when another ballot is recorded", async ({ world, lend }) => {
  const { chair } = world.people;
  const { meeting, vote, election } = await underWay(world, lend);
  const another = async (): Promise<SealedBallot> => JSON.parse(JSON.stringify(await sealed(election, chair.id, "against"))) as SealedBallot;
  for (let n = 0; n < 5; n++) await chair.hand.command(meeting.id, { type: "spoilBallot", vote, ballot: await another() });
  const chairs = new Booth(await lend("tablet", chair));
  const line = await Line.of(chairs.page);
  await chairs.enter(meeting);
  await chairs.seal("for");
  await chairs.page.getByTestId("ballot-check").click();
  await chairs.page.locator("[data-testid^=check-ballot-][data-testid$=-yes]").click();
  await expect(chairs.page.getByTestId("booth")).toHaveAttribute("data-stage", "trouble");
  await expect(chairs.page.getByTestId("booth")).toContainText("Vượt quá số lượng cho phép (5)");
  await chairs.page.getByTestId("booth-retry").click();
  await expect(chairs.page.getByTestId("booth")).toHaveAttribute("data-stage", "sealed");
  await expect(chairs.page.getByTestId("ballot-check")).toHaveCount(0);
  await expect(chairs.page.getByTestId("booth")).toContainText("đã kiểm tra đủ 5 phiếu");
  const own = await chairs.code("sealed-code");

  // another device of the same person is first, and this one does not hear of it
  line.deaf = true;
  await chair.hand.command(meeting.id, { type: "castSecretBallot", vote, ballot: await another() });
  await chairs.cast();
  await chairs.stage("sending");
  line.deaf = false;
  await line.mend();
  await chairs.stage("recorded");
  await expect(chairs.page.getByTestId("code-differs")).toContainText(own);
  const theirs = await chairs.code("receipt-code");
  expect(theirs).not.toBe(own);
  await expect(chairs.page.getByTestId("code-differs")).toContainText(theirs);
  await shot(chairs.page, "18-other-ballot");
});

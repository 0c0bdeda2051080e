import type { Page } from "@playwright/test";
import { Administrator } from "../roles/administrator.ts";
import { Console } from "../roles/console.ts";
import { Screen } from "../roles/screen.ts";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { axeFaults, chosen, smallTargets } from "../world/look.ts";
import { expect, test, type Device } from "../world/test.ts";
import { foreignWords } from "../world/words.ts";
import { World, type Holder } from "../world/world.ts";

// One meeting from its draft to its minutes, once in Vietnamese by day and once in English by night. At every stop each device is
// looked at: words of the other language, faults for people who see or hear little, targets too small for a thumb.

const TITLE = "Phiên họp sơ kết 6 tháng đầu năm";
const ITEMS = ["Báo cáo kết quả 6 tháng", "Thảo luận kế hoạch", "Thông qua kế hoạch"] as const;
const PAPER = "Báo cáo sơ kết 6 tháng";
const QUESTION = "Thông qua Kế hoạch số 12/KH-BCĐ";
const ABOUT = "Kinh phí thực hiện";
const WRITTEN = [TITLE, ...ITEMS, PAPER, QUESTION, ABOUT, "Phòng họp số 1"];

for (const { language, theme } of [{ language: "vi", theme: "light" }, { language: "en", theme: "dark" }] as const) {
  test(`every page speaks ${language} alone, can be read by everybody and touched by any thumb (${theme})`, async ({ world, papers, lend }) => {
    test.setTimeout(480_000);
    const written = [...World.written, ...WRITTEN];
    const take = async (device: Device, holder?: Holder): Promise<Page> => {
      const page = await lend(device, holder);
      await chosen(page, language, theme);
      return page;
    };
    const look = async (name: string, page: Page): Promise<void> => {
      expect.soft(await foreignWords(page, language, written), `${name}: words of the other language`).toEqual([]);
      expect.soft(await axeFaults(page), `${name}: accessibility`).toEqual([]);
    };
    const touch = async (name: string, tablet: Tablet): Promise<void> => {
      await look(name, tablet.page);
      expect.soft(await smallTargets(tablet.page), `${name}: targets`).toEqual([]);
    };
    const { people, server } = world;

    // doors: a refusal there comes in the chosen language too
    const door = new Console(await take("console"));
    await door.page.goto(`${server.address}/web/`);
    await door.at("signin-name").fill(people.lan.signInName);
    await door.at("signin-password").fill("không phải mật khẩu này");
    await door.at("signin-submit").click();
    await expect(door.at("signin-refusal")).toBeVisible();
    await look("console, sign-in refused", door.page);
    const entrance = new Tablet(await take("portrait"));
    await entrance.page.goto(`${server.address}/tablet/`);
    await entrance.page.getByTestId("sign-in-name").fill(people.lan.signInName);
    await entrance.page.getByTestId("sign-in-password").fill("không phải mật khẩu này");
    await entrance.page.getByTestId("sign-in-go").click();
    await expect(entrance.page.getByTestId("sign-in-fault")).toContainText(/./);
    await touch("tablet, sign-in refused", entrance);

    const admin = new Administrator(await take("console", world.administrator));
    await admin.page.goto(`${server.address}/web/`);
    await admin.open("people");
    await expect(admin.at("admin-person").first()).toBeVisible();
    await look("console, people", admin.page);
    await admin.at("person-add").click();
    await expect(admin.at("person-name")).toBeVisible();
    await look("console, a new person", admin.page);
    await admin.page.keyboard.press("Escape");
    await admin.open("bodies");
    await admin.at("body").filter({ hasText: world.body.name }).click();
    await expect(admin.at("member").first()).toBeVisible();
    await look("console, bodies", admin.page);

    // prepare
    const meeting = await world.draft(TITLE, 180);
    written.push(`meeting/${meeting.id}`);
    const [first] = [await meeting.item(ITEMS[0], { presenter: people.lan.name }), await meeting.item(ITEMS[1], { kind: "DISCUSSION" })];
    const last = await meeting.item(ITEMS[2], { kind: "DECISION" });
    const report = await meeting.paper(first, papers.report, { title: PAPER });
    const desk = new Console(await take("console", people.secretary));
    await desk.page.goto(`${server.address}/web/`);
    await expect(desk.at("meeting-row").first()).toBeVisible();
    await look("console, meetings", desk.page);
    await desk.enter(meeting, "prepare");
    await desk.openItem(ITEMS[0]);
    await expect(desk.at("paper")).toHaveAttribute("data-status", "READY");
    await look("console, an item in preparation", desk.page);
    await desk.at("leaf-people").click();
    await expect(desk.at("participant").first()).toBeVisible();
    await look("console, participants", desk.page);
    await desk.at("leaf-head").click();
    await expect(desk.at("head-title")).toBeVisible();
    await look("console, the head of the meeting", desk.page);
    await meeting.issue();

    const screen = await Screen.paired(await take("screen"), world);
    await screen.shows("idle");
    await expect(screen.picture).toContainText(TITLE);
    await look("screen, idle", screen.page);
    const lan = new Tablet(await take("tablet", people.lan));
    await lan.meetings(server.address);
    await expect(lan.line(meeting)).toBeVisible();
    await touch("tablet, home", lan);
    await lan.enter(meeting);
    await touch("tablet, a meeting to come", lan);

    // an item, its paper, a speaker
    await meeting.open();
    await screen.shows("welcome");
    await look("screen, welcome", screen.page);
    await meeting.checkIn("chair", "lan", "minh");
    await meeting.takeUp(first);
    await screen.shows("item");
    await look("screen, item", screen.page);
    await desk.tense("lead");
    await expect(desk.at("item-in-hand")).toContainText(ITEMS[0]);
    await expect(desk.page.locator(".facts li").first()).toBeVisible();
    await look("console, leading", desk.page);
    await desk.at("people-open").click();
    await expect(desk.at("person").first()).toBeVisible();
    await look("console, checking in", desk.page);
    await desk.page.keyboard.press("Escape");
    await lan.reads(1);
    await touch("tablet, reader", lan);
    await lan.openItem(first);
    await touch("tablet, item", lan);
    await lan.askToSpeak(ABOUT);
    await expect(lan.myPlace).toBeVisible();
    await touch("tablet, floor", lan);
    const chair = new ChairTablet(await take("portrait", people.chair));
    await chair.enter(meeting);
    await chair.lead("floor");
    await touch("tablet, chair's floor", chair);
    await chair.callFirst(5);
    await screen.shows("speaker");
    await look("screen, speaker", screen.page);
    await expect(desk.at("speaker")).toBeVisible();
    await look("console, a speaker", desk.page);
    for (const tab of ["items", "session"] as const) {
      await chair.lead(tab);
      await touch(`tablet, chair's ${tab}`, chair);
    }
    await chair.endTurn();
    await lan.page.getByTestId("sheet-close").click();
    await meeting.secretary.command(meeting.id, { type: "startPresenting", paper: report });
    await screen.shows("page");
    await look("screen, page", screen.page);
    await meeting.secretary.command(meeting.id, { type: "stopPresenting" });
    await lan.page.getByTestId("status-chip").click();
    await touch("tablet, status", lan);
    await lan.page.getByTestId("sheet-close").click();
    await lan.page.getByTestId("me").click();
    await expect(lan.page.getByTestId("me-panel")).toBeVisible();
    await touch("tablet, me", lan);
    await lan.page.getByTestId("me-close").click();

    // a vote and its result
    await meeting.takeUp(last);
    await chair.lead("votes");
    await chair.page.getByTestId("new-vote").click();
    await touch("tablet, a new vote", chair);
    await chair.page.getByTestId("vote-question-input").fill(QUESTION);
    await chair.page.getByTestId("vote-prepare-open").click();
    await lan.stage("choosing");
    await screen.shows("vote");
    await look("screen, vote", screen.page);
    await expect(desk.at("vote-live")).toBeVisible();
    await look("console, a vote", desk.page);
    await touch("tablet, choosing", lan);
    await lan.page.getByTestId("choice-for").click();
    await touch("tablet, confirming", lan);
    await lan.page.getByTestId("vote-confirm").click();
    await lan.stage("recorded");
    await touch("tablet, recorded", lan);
    await chair.lead("votes");
    await touch("tablet, chair's vote", chair);
    await chair.closeVote();
    await screen.shows("result");
    await look("screen, result", screen.page);
    await expect(desk.at("result-live")).toBeVisible();
    await look("console, a result", desk.page);
    await lan.publishedCodes();
    await touch("tablet, result", lan);
    await chair.lead("votes");
    await touch("tablet, chair's votes", chair);

    // a recess, the end, the minutes
    await meeting.secretary.command(meeting.id, { type: "recessMeeting", until: new Date(Date.now() + 15 * 60_000).toISOString() });
    await screen.shows("recess");
    await look("screen, recess", screen.page);
    await meeting.secretary.command(meeting.id, { type: "resumeMeeting" });
    await meeting.close();
    await screen.shows("closed");
    await look("screen, closed", screen.page);
    await desk.tense("minutes");
    await expect(desk.at("fact").first()).toBeVisible();
    await look("console, minutes", desk.page);
    await lan.page.goto(`${server.address}/tablet/#/m/${meeting.id}`);
    await lan.page.getByTestId("item-overview").click();
    await touch("tablet, a closed meeting", lan);
    await lan.page.goto(`${server.address}/tablet/#/m/${meeting.id}/minutes`);
    await expect(lan.page.getByTestId("minutes")).toBeVisible();
    await touch("tablet, minutes", lan);
  });
}

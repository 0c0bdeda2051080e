import type { Locator } from "@playwright/test";
import { ChairTablet, Tablet } from "../roles/tablet.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";

type Stored = { notes: { paper: string; page: number; body: { kind: string; text?: string; quote?: { exact: string } } }[] };
/** More presses than any screen has places. */
const MOST_TABS = 120;

test("a member who uses the keyboard alone opens an item, goes to a page, marks words, notes, searches, follows and votes", async ({ world, papers, lend }) => {
  const { people } = world;
  const meeting = await world.draft();
  const items = [];
  for (const title of ["Khai mạc", "Công tác tổ chức", "Kế hoạch vốn", "Báo cáo sơ kết"]) items.push(await meeting.item(title));
  const paper = await meeting.paper(items[3]!, papers.report);
  await meeting.issue();
  await meeting.open();
  await meeting.takeUp(items[3]!);
  await meeting.checkIn("chair", "minh");

  const lan = new Tablet(await lend("tablet", people.lan));
  const { page } = lan;
  const { keyboard } = page;
  const at = (id: string): Locator => page.getByTestId(id);
  /** With the Tab key as far as a place, which is then seen: not under a bar and with a ring around it. */
  const reach = async (place: Locator): Promise<void> => {
    await expect(place).toBeVisible();
    for (let tab = 0; tab < MOST_TABS && !(await place.evaluate((element) => element === document.activeElement)); tab++) await keyboard.press("Tab");
    await expect(place).toBeFocused();
    const seen = await place.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.x + box.width / 2)), Math.min(innerHeight - 1, Math.max(0, box.y + box.height / 2)));
      return { above: top !== null && (element.contains(top) || top.contains(element)), ring: getComputedStyle(element).outlineStyle !== "none" };
    });
    expect(seen).toEqual({ above: true, ring: true });
  };
  const press = async (place: Locator): Promise<void> => { await reach(place); await keyboard.press("Enter"); };
  const stored = async (): Promise<Stored["notes"]> => (await people.lan.hand.get<Stored>(`/api/meetings/${meeting.id}/notes?since=0`)).notes;

  await lan.meetings(world.server.address);
  await press(lan.line(meeting));
  await press(at("check-in"));
  await expect(at("check-in-banner")).toHaveCount(0);

  // item 4, its paper, page 5
  await press(at(`item-${items[3]}`));
  await press(at(`open-paper-${paper}`));
  await lan.reads(1);
  await press(at("page-count"));
  await keyboard.type("5");
  await keyboard.press("Enter");
  await lan.reads(5);

  // words: the first by arrow keys, the last by Tab and arrow keys
  const begin = at("mark-by-key");
  await expect(begin).toBeAttached();
  for (let tab = 0; tab < MOST_TABS && !(await begin.evaluate((element) => element === document.activeElement)); tab++) await keyboard.press("Tab");
  await expect(begin).toBeFocused();
  await shot(page, "9-keyboard-list");
  await keyboard.press("Enter");
  await expect(page.locator(".ni-end.is-start")).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("Tab");
  await expect(page.locator(".ni-end.is-end")).toBeFocused();
  for (let word = 0; word < 3; word++) await keyboard.press("ArrowRight");
  await shot(page, "9-keyboard-marked");
  await expect.poll(async () => (await stored()).map(({ page: on, body }) => [on, body.quote?.exact])).toEqual([[5, "Trang số 5 –"]]);
  await keyboard.press("Escape");
  await expect(page.locator(".nsr-surface")).toBeFocused();
  await keyboard.press("Escape");
  await expect(at("bar-pen")).toHaveAttribute("aria-pressed", "false");

  // a note
  await press(at("notes"));
  await press(at("note-add"));
  await keyboard.insertText("Hỏi lại số liệu");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(lan.note("Hỏi lại số liệu")).toBeVisible();
  await keyboard.press("Escape");
  await expect(at("notes-sheet")).toHaveCount(0);

  // a search that leads to page 2
  await press(at("bar-search"));
  await reach(at("search-field"));
  await keyboard.insertText("trang so 2");
  await expect(lan.hits.first()).toBeVisible();
  await press(lan.hits.first());
  await lan.reads(2);
  await reach(at("sheet-close"));
  await keyboard.press("Escape");
  await expect(at("search-sheet")).toHaveCount(0);

  // along with the chair, away, and back
  const chair = new ChairTablet(await lend("tablet", people.chair));
  await chair.enter(meeting);
  await chair.presentPaper(paper);
  await chair.reads(1);
  await lan.reads(1);
  await press(at("next-page"));
  await lan.reads(2);
  await press(at("follow-pill"));
  await lan.reads(1);

  // the vote
  await meeting.openVote("Thông qua báo cáo", { item: items[3]! });
  await lan.stage("choosing");
  await press(at("choice-for"));
  await press(at("vote-confirm"));
  await lan.stage("recorded");
});

import { Administrator } from "../roles/administrator.ts";
import { Console } from "../roles/console.ts";
import { Tablet } from "../roles/tablet.ts";
import { Server } from "../world/server.ts";
import { shot } from "../world/shot.ts";
import { expect, test } from "../world/test.ts";
import { PASSWORD } from "../world/world.ts";

// An installation is empty only once, so this story has a server of its own.
let server: Server;
test.beforeAll(async () => { server = await Server.start(); });
test.afterAll(async () => server.stop());

test("the first administrator sets an empty installation up, signs in again, makes people and a body; nobody can set it up a second time", async ({ lend }) => {
  const admin = new Administrator(await lend("console"));
  const late = new Administrator(await lend("console"));
  for (const one of [admin, late]) await one.page.goto(`${server.address}/web/`);
  await expect(late.at("setup-token")).toBeVisible();

  // only who can read what the server prints may do it
  await admin.fillSetUp("không phải mã này", "Hoàng Quản Trị", "quantri", "Ban Chỉ đạo Chính phủ điện tử tỉnh");
  await admin.at("setup-submit").click();
  await expect(admin.at("setup-refusal")).toContainText("Mã thiết lập không đúng");
  await shot(admin.page, "1-setup-refused");
  await admin.at("setup-token").fill(server.setUpToken);
  await admin.at("setup-again").fill("một mật khẩu khác hẳn");
  await admin.at("setup-submit").click();
  await expect(admin.at("setup-refusal")).toHaveText("Hai mật khẩu không giống nhau.");
  await admin.at("setup-again").fill(PASSWORD);
  await admin.at("setup-submit").click();
  await expect(admin.at("nav-admin")).toBeVisible();

  // in a narrow window the rarer pages lie behind one word, which keeps the keyboard
  const wide = admin.page.viewportSize()!;
  await admin.page.setViewportSize({ width: 1000, height: 800 });
  await expect(admin.at("nav-admin")).toHaveCount(0);
  await admin.at("nav-rest").getByRole("button").press("ArrowUp");
  await expect(admin.at("nav-admin")).toBeFocused();
  await shot(admin.page, "1-narrow");
  await admin.page.keyboard.press("Enter");
  await expect(admin.at("nav-rest").getByRole("button")).toHaveText("Quản trị");
  expect(await admin.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1000);
  await admin.page.setViewportSize(wide);

  // a page that was left open is told so, though the token was right; a fresh visit gets the door, not the set-up
  await late.fillSetUp(server.setUpToken, "Kẻ Đến Sau", "densau", "Ban khác");
  await late.at("setup-submit").click();
  await expect(late.at("setup-refusal")).toHaveText("Hệ thống đã được thiết lập.");
  await late.page.reload();
  await expect(late.at("signin-name")).toBeVisible();
  await expect(late.at("setup-token")).toHaveCount(0);
  await late.signIn("densau");
  await expect(late.at("signin-refusal")).toBeVisible();
  await shot(late.page, "1-second-visit");

  await admin.at("own-menu").getByRole("button").click();
  await admin.at("sign-out").click();
  await admin.signIn("quantri");
  await admin.open("people");
  await expect(admin.at("admin-person")).toHaveCount(1);
  await admin.addPerson("Trần Quốc Bảo", "chutri");
  await admin.addPerson("Nguyễn Thị Hương Giang", "thuky");
  await admin.open("bodies");
  await expect(admin.at("body")).toHaveCount(1);
  await admin.addBody("Hội đồng Chuyển đổi số tỉnh");
  await admin.addMember("Trần Quốc Bảo", "CHAIR");
  await admin.addMember("Nguyễn Thị Hương Giang", "SECRETARY");
  await shot(admin.page, "1-body");

  // those people are there: the secretary makes a meeting of the new body, the chair signs in on a tablet
  const desk = new Console(late.page);
  await desk.signInAs(server.address, "thuky");
  await desk.newMeeting("Phiên họp thứ nhất", "Phòng họp số 1");
  await expect(desk.phase).toContainText("Bản nháp");
  const chair = new Tablet(await lend("tablet"));
  await chair.signInAs(server.address, "chutri");
  await expect(chair.page.getByTestId("meetings")).toContainText("Phiên họp thứ nhất");
});

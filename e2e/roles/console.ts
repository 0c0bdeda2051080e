import { expect, type Locator, type Page } from "@playwright/test";
import type { PaperFile } from "../world/papers.ts";
import { PASSWORD, type Being, type Gathering } from "../world/world.ts";

/** The secretary's console, by what its user does and sees. */
export class Console {
  readonly page: Page;
  readonly at: (id: string) => Locator;

  constructor(page: Page) {
    this.page = page;
    this.at = (id) => page.getByTestId(id);
  }

  signIn(being: Being): Promise<void> {
    return this.signInAs(being.hand.address, being.signInName);
  }

  async signInAs(address: string, name: string): Promise<void> {
    await this.page.goto(`${address}/web/`);
    await this.at("signin-name").fill(name);
    await this.at("signin-password").fill(PASSWORD);
    await this.at("signin-submit").click();
    await expect(this.at("meeting-add")).toBeVisible();
  }

  /** By its address, signed in already. */
  async enter(meeting: Gathering, tense: "prepare" | "lead" | "minutes" | "papers" = "lead"): Promise<void> {
    await this.page.goto(`${meeting.world.server.address}/web/#/meeting/${meeting.id}/${tense}`);
    await expect(this.at("meeting-name")).toContainText(meeting.title);
  }

  async newMeeting(title: string, room: string): Promise<string> {
    await this.at("meeting-add").click();
    await this.at("meeting-title").fill(title);
    await this.at("meeting-room").fill(room);
    await this.at("meeting-create").click();
    await expect(this.at("meeting-name")).toContainText(title);
    return /meeting\/([^/]+)/.exec(this.page.url())?.[1] ?? "";
  }

  async tense(tense: "prepare" | "lead" | "minutes" | "papers"): Promise<void> {
    await this.at(`tense-${tense}`).click();
    if (tense === "minutes") await this.at("minutes-read").or(this.at("minutes-paper")).or(this.page.locator(".paper-desk .empty")).first().click();
  }

  /** From Word: several numbered lines at once. */
  async pasteAgenda(...lines: string[]): Promise<void> {
    await this.at("item-add").evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, lines.join("\n"));
    await expect(this.at("paste-lines").locator("li")).toHaveCount(lines.length);
    await this.at("paste-add").click();
  }

  /** Reads and closes what is said at the lower edge, which lies over what is under it. */
  async clearNotices(): Promise<void> {
    const dismiss = this.page.locator("ns-notices button.ns-button.is-icon, ns-notices button[aria-label]");
    await expect(async () => {
      for (const button of await dismiss.all()) await button.click({ timeout: 1_000 }).catch(() => undefined);
      expect(await dismiss.count()).toBe(0);
    }).toPass();
  }

  async openItem(title: string): Promise<void> {
    await this.page.getByTestId("outline-item").filter({ hasText: title }).first().click();
  }

  async upload(...files: PaperFile[]): Promise<void> {
    await this.at("paper-files").setInputFiles(files);
  }

  paper(title: string): Locator {
    return this.at("paper").filter({ hasText: title });
  }

  /** A new version in the place of a paper, with the reason that members are told. */
  async replacePaper(paper: string, file: PaperFile, reason: string): Promise<void> {
    await this.page.locator(`[data-testid=paper][data-id="${paper}"]`).getByTestId("paper-replace").setInputFiles(file);
    await this.at("reason-text").fill(reason);
    await this.at("reason-yes").click();
  }

  /** What was handed in on a paper, from its menu in the preparation. */
  async opinionsOn(paper: string): Promise<void> {
    const line = this.page.locator(`[data-testid=paper][data-id="${paper}"]`);
    await line.getByTestId("paper-more").click();
    await line.getByTestId("paper-opinions").click();
  }

  async confirm(): Promise<void> {
    await this.at("confirm-yes").click();
  }

  /** The one prominent next step. */
  async nextStep(step: string): Promise<void> {
    await expect(this.at("next-step")).toHaveAttribute("data-step", step);
    await this.at("next-step").click();
  }

  get phase(): Locator { return this.at("phase"); }
  /** What the room looks at, in the middle of the desk. */
  get live(): Locator { return this.page.locator(".stage-live"); }
  get stageClock(): Locator { return this.live.locator(".stage-clock"); }
  get sentence(): Locator { return this.at("result-live").locator(".ns-result-sentence"); }
}

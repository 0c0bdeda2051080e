import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD, type Being, type Gathering } from "../world/world.ts";

export type Choice = "for" | "against" | "not-voting";

/** A member's tablet, by what its holder does and sees. */
export class Tablet {
  readonly page: Page;
  protected readonly at: (id: string) => Locator;

  constructor(page: Page) {
    this.page = page;
    this.at = (id) => page.getByTestId(id);
  }

  // ---- signing in and finding the meeting

  signIn(being: Being): Promise<void> {
    return this.signInAs(being.hand.address, being.signInName);
  }

  async signInAs(address: string, name: string): Promise<void> {
    await this.page.goto(`${address}/tablet/`);
    await this.at("sign-in-name").fill(name);
    await this.at("sign-in-password").fill(PASSWORD);
    await this.at("sign-in-go").click();
  }

  async meetings(address: string): Promise<void> {
    await this.page.goto(`${address}/tablet/`);
    await expect(this.at("meetings")).toBeVisible();
  }

  line(meeting: Gathering): Locator {
    return this.at(`meeting-${meeting.id}`);
  }

  /** From anywhere, by the list, as a person goes. */
  async enter(meeting: Gathering): Promise<void> {
    await this.meetings(meeting.world.server.address);
    await this.line(meeting).click();
    await expect(this.itemInHand).toBeVisible();
  }

  // ---- where it stands

  get itemInHand(): Locator { return this.at("item-in-hand"); }
  get status(): Locator { return this.at("status-chip"); }
  get paperTitle(): Locator { return this.at("paper-title"); }
  get pill(): Locator { return this.at("follow-pill"); }

  /** What the chip says: saved, sending, connecting, offline, refused or away. */
  async stands(state: "saved" | "sending" | "offline" | "connecting"): Promise<void> {
    await expect(this.status).toHaveAttribute("data-state", state);
  }

  // ---- reading

  async openPaper(paper: string): Promise<void> {
    await this.#inAgenda(`paper-${paper}`);
  }

  async openItem(item: string): Promise<void> {
    await this.#inAgenda(`item-${item}`);
  }

  /** The agenda stands beside the page where there is room for it, else behind its button. */
  async #inAgenda(id: string): Promise<void> {
    const [line, button] = [this.at(id), this.at("open-agenda")];
    await expect.poll(async () => await line.isVisible() || await button.isVisible()).toBe(true);
    if (!(await line.isVisible())) await button.click();
    await line.click();
  }

  /** A page picture that is really there, not a frame around nothing. */
  async reads(page: number): Promise<void> {
    const sheet = this.page.locator(`.nsr-sheet.is-shown[data-page="${page}"]`);
    await expect(sheet).toBeVisible();
    await expect.poll(() => sheet.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 400)).toBe(true);
    await expect(this.at("page-count")).toContainText(`${page}/`);
  }

  /** The paper and the app itself are on the device: from now on both open without a network. */
  async keepsPapers(...papers: string[]): Promise<void> {
    for (const paper of papers) await expect(this.at(`paper-${paper}`)).toContainText("Đã có trên máy");
    await this.page.evaluate(() => navigator.serviceWorker.ready);
  }

  /** Types into the one search, in one of its scopes. */
  async search(scope: "paper" | "meeting" | "all", words: string): Promise<void> {
    if (!(await this.at("search-sheet").isVisible())) await this.at("bar-search").click();
    await this.at("search-field").click();
    await this.at(`search-in-${scope}`).click();
    await this.at("search-field").fill(words);
  }

  get hits(): Locator { return this.at("search-hit"); }

  async nextPage(): Promise<void> { await this.at("next-page").click(); }
  async backToPresenter(): Promise<void> { await this.pill.click(); }

  // ---- notes

  /** The list of notes, beside the page or over it. */
  async notes(): Promise<void> {
    if (!(await this.at("notes-sheet").isVisible())) await this.at("notes").click();
    await expect(this.at("notes-sheet")).toBeVisible();
  }

  /** Pinned to the top of the page that is open. */
  async addNote(text: string): Promise<void> {
    await this.at("note-add").click();
    await this.at("note-new").fill(text);
    await this.at("note-new-save").click();
  }

  /** As who uses no fingers: the focus goes from the button into the field, and back when the note is made. */
  async addNotesByKeyboard(texts: readonly string[]): Promise<void> {
    const { keyboard } = this.page;
    await this.at("note-add").focus();
    for (const text of texts) {
      await keyboard.press("Enter");
      await keyboard.insertText(text);
      await keyboard.press("Tab");
      await keyboard.press("Enter");
    }
  }

  note(text: string): Locator { return this.at("note").filter({ has: this.page.getByText(text, { exact: true }) }); }

  // ---- presence and floor

  async checkIn(): Promise<void> {
    await this.at("check-in").click();
    await expect(this.at("check-in-banner")).toHaveCount(0);
  }

  async floor(): Promise<void> {
    if (!(await this.at("floor-sheet").isVisible())) await this.at("bar-floor").click();
    await expect(this.at("floor-sheet")).toBeVisible();
  }

  async askToSpeak(about: string): Promise<void> {
    await this.floor();
    await this.at("speech-about").fill(about);
    await this.at("ask-to-speak").click();
  }

  get queue(): Locator { return this.at("queue"); }
  get myPlace(): Locator { return this.at("my-place"); }
  get turnClock(): Locator { return this.at("turn-clock").first(); }

  // ---- voting

  get voteSheet(): Locator { return this.at("vote-sheet"); }
  get result(): Locator { return this.at("vote-result"); }
  get sentence(): Locator { return this.result.locator(".ns-result-sentence"); }
  get receiptCode(): Locator { return this.at("receipt-code"); }
  get countdown(): Locator { return this.at("vote-countdown"); }

  /** The codes of all counted ballots, as they are published with the result. */
  async publishedCodes(): Promise<string[]> {
    const list = this.result.locator(".rs-codes");
    if ((await list.getAttribute("open")) === null) await list.locator("summary").click();
    await expect(list.locator("p")).toBeVisible();
    return ((await list.locator("p").textContent()) ?? "").trim().split(/\s+/);
  }

  async castVote(choice: Choice): Promise<void> {
    await this.at(`choice-${choice}`).click();
    await this.at("vote-confirm").click();
  }

  async stage(stage: "choosing" | "sending" | "recorded" | "refused" | "not-entitled" | "on-hold"): Promise<void> {
    await expect(this.voteSheet).toHaveAttribute("data-stage", stage);
  }
}

/** The chair leads from the same tablet. */
export class ChairTablet extends Tablet {
  /** The verdict in the chair's own panel, which covers the result's sheet. */
  get leadSentence(): Locator { return this.at("lead-sentence"); }

  async lead(tab: "items" | "floor" | "votes" | "seats" | "session"): Promise<void> {
    if (!(await this.at("lead-sheet").isVisible())) await this.at("bar-lead").click();
    // what is in it comes a moment after it
    await expect(this.at("lead-sheet").locator(".lp")).toBeVisible();
    const button = this.at(`lead-${tab}`);
    if (await button.isVisible()) await button.click();
  }

  async closePanel(): Promise<void> { await this.at("sheet-close").click(); }

  async takeUpNext(): Promise<void> {
    await this.lead("items");
    await this.at("take-up-next").click();
  }

  async presentPaper(paper: string): Promise<void> {
    await this.openPaper(paper);
    await this.at("present-page").click();
    await expect(this.at("stop-presenting")).toBeVisible();
  }

  async callFirst(minutes: number): Promise<void> {
    await this.lead("floor");
    await this.at("turn-limit").selectOption(String(minutes));
    await this.at("lead-queue").locator("[data-testid^=call-]").first().click();
  }

  async endTurn(): Promise<void> {
    await this.lead("floor");
    await this.at("end-turn").click();
  }

  async pauseTurn(): Promise<void> {
    await this.lead("floor");
    await this.at("pause-turn").click();
  }

  async openVote(question: string, mode: "OPEN" | "UNNAMED" = "OPEN"): Promise<void> {
    await this.lead("votes");
    await this.at("new-vote").click();
    await this.at("vote-question-input").fill(question);
    await this.at(`mode-${mode}`).check();
    await this.at("vote-prepare-open").click();
  }

  async closeVote(): Promise<void> {
    await this.lead("votes");
    await this.at("close-vote").click();
    await this.at("close-vote-yes").click();
  }

  /** The vote whose result is shown is put once more, with the same question. */
  async repeatVote(reason: string): Promise<void> {
    await this.lead("votes");
    await this.at("repeat-vote").click();
    const asked = this.page.locator("[data-testid^=repeat-][data-testid$=-ask]");
    await asked.locator("input").fill(reason);
    await asked.locator("[data-testid$=-yes]").click();
    await this.openPrepared();
  }

  /** The one vote that lies prepared. */
  async openPrepared(): Promise<void> {
    await this.lead("votes");
    await this.page.locator("[data-testid^=open-vote-]").click();
  }

  async decideTie(how: "passed" | "failed"): Promise<void> {
    await this.lead("votes");
    await this.at(`tie-${how}`).click();
    await this.at(`tie-${how}-yes`).click();
  }
}

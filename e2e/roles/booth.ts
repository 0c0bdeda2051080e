import type { Locator, Page } from "@playwright/test";
import { Frames } from "../world/frames.ts";
import { expect } from "../world/test.ts";
import { Tablet, type Choice } from "./tablet.ts";

/** More presses than the tablet has places. */
const MOST_TABS = 120;

/** A member at a secret ballot, who may be a trustee of it, and all that the tablet says and hears. */
export class Booth extends Tablet {
  readonly frames: Frames;

  constructor(page: Page) {
    super(page);
    this.frames = new Frames(page);
  }

  get trustee(): Locator { return this.at("trustee"); }
  place(id: string): Locator { return this.at(id); }
  code(id: string): Promise<string> { return this.at(id).first().textContent().then((text) => (text ?? "").trim()); }

  async seal(choice: Choice): Promise<string> {
    await this.at(`choice-${choice}`).click();
    return this.#sealed();
  }

  async sealByKeyboard(choice: Choice): Promise<string> {
    await this.press(`choice-${choice}`);
    return this.#sealed();
  }

  async #sealed(): Promise<string> {
    await expect(this.at("booth")).toHaveAttribute("data-stage", "sealed");
    return this.code("sealed-code");
  }

  /** Reached and pressed with the keyboard, where its ring is seen. */
  async press(id: string): Promise<void> {
    const place = this.at(id);
    await expect(place).toBeVisible();
    for (let tab = 0; tab < MOST_TABS && !(await place.evaluate((element) => element === document.activeElement)); tab++) await this.page.keyboard.press("Tab");
    await expect(place).toBeFocused();
    expect(await place.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
    await this.page.keyboard.press("Enter");
  }

  async cast(): Promise<void> { await this.at("vote-confirm").click(); }
}

import { expect, type Locator, type Page } from "@playwright/test";
import type { World } from "../world/world.ts";

/** A room's screen: paired once, then nobody touches it. */
export class Screen {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async paired(page: Page, world: World): Promise<Screen> {
    const { path } = await world.people.secretary.hand.post<{ path: string }>(`/api/bodies/${world.body.id}/screen-keys`, {});
    await page.goto(world.server.address + path);
    return new Screen(page);
  }

  get room(): Locator { return this.page.getByTestId("room"); }
  /** The picture of now, not the one that fades away. */
  get picture(): Locator { return this.room.locator(".layer:not(.leaving)"); }
  get sentence(): Locator { return this.picture.locator(".result-sentence"); }
  get turnClock(): Locator { return this.picture.locator(".turn-clock"); }
  get countdown(): Locator { return this.picture.locator(".vote-clock"); }

  async shows(scene: "idle" | "welcome" | "item" | "page" | "speaker" | "vote" | "result" | "recess" | "closed" | "seats" | "indicators"): Promise<void> {
    await expect(this.room).toHaveAttribute("data-scene", scene);
  }
}

import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD } from "../world/world.ts";

/** The administrator at the console: the first page of an empty installation, people and bodies. */
export class Administrator {
  readonly page: Page;
  readonly at: (id: string) => Locator;

  constructor(page: Page) {
    this.page = page;
    this.at = (id) => page.getByTestId(id);
  }

  /** Fills the set-up page, but for its last tap. */
  async fillSetUp(token: string, name: string, signInName: string, body: string): Promise<void> {
    await this.at("setup-token").fill(token);
    await this.at("setup-name").fill(name);
    await this.at("setup-signin-name").fill(signInName);
    await this.at("setup-password").fill(PASSWORD);
    await this.at("setup-again").fill(PASSWORD);
    await this.at("setup-body").fill(body);
  }

  async signIn(signInName: string): Promise<void> {
    await this.at("signin-name").fill(signInName);
    await this.at("signin-password").fill(PASSWORD);
    await this.at("signin-submit").click();
  }

  async open(part: "people" | "bodies"): Promise<void> {
    await this.at("nav-admin").click();
    await this.at(`admin-${part}`).click();
  }

  async addPerson(name: string, signInName: string): Promise<void> {
    await this.at("person-add").click();
    await this.at("person-name").fill(name);
    await this.at("person-signin").fill(signInName);
    await this.at("person-first-password").fill(PASSWORD);
    await this.at("person-save").click();
    await expect(this.at("admin-person").filter({ hasText: name })).toContainText(signInName);
  }

  async addBody(name: string): Promise<void> {
    await this.at("body-add").click();
    await this.at("body-name").fill(name);
    await this.at("body-save").click();
    await expect(this.page.getByRole("heading", { name })).toBeVisible();
  }

  /** Into the body that is open. */
  async addMember(name: string, role: "CHAIR" | "SECRETARY" | "MEMBER"): Promise<void> {
    await this.at("member-add").click();
    await this.at("pick-search").fill(name);
    await this.at("pick-person").filter({ hasText: name }).click();
    const line = this.at("member").filter({ hasText: name });
    if (role !== "MEMBER") await line.getByTestId("member-role").selectOption(role);
    await expect(line.getByTestId("member-role")).toHaveValue(role);
  }
}

import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Base, ItemKind, Mode, Motion, Visibility } from "../../client-kit/src/proto/protocol.ts";
import { Hand } from "./hand.ts";
import type { PaperFile } from "./papers.ts";
import type { Server } from "./server.ts";

export const PASSWORD = "mưa xuân trên bến cũ";

export type Who = "chair" | "secretary" | "lan" | "minh" | "guest" | "stranger";

/** Somebody in the directory, and their own hand on the server. */
export type Being = { id: string; who: Who; name: string; signInName: string; hand: Hand };

/** Whoever may hold a device. */
export type Holder = Pick<Being, "signInName" | "hand">;

type Role = "CHAIR" | "SECRETARY" | "MEMBER" | "GUEST";

const PEOPLE: Record<Who, { name: string; title: string; unit: string; role: Role | null; votes: boolean }> = {
  chair: { name: "Trần Quốc Bảo", title: "Phó Chủ tịch UBND tỉnh", unit: "UBND tỉnh", role: "CHAIR", votes: true },
  secretary: { name: "Nguyễn Thị Hương Giang", title: "Chuyên viên", unit: "Văn phòng UBND tỉnh", role: "SECRETARY", votes: false },
  lan: { name: "Lê Thị Ngọc Lan", title: "Giám đốc Sở", unit: "Sở Nội vụ", role: "MEMBER", votes: true },
  minh: { name: "Phạm Đức Minh", title: "Giám đốc Sở", unit: "Sở Tài chính", role: "MEMBER", votes: true },
  guest: { name: "Vũ Hoàng Nam", title: "Giám đốc", unit: "Công ty Giải pháp số", role: "GUEST", votes: false },
  stranger: { name: "Đỗ Văn Khách Lạ", title: "Chuyên viên", unit: "Sở Xây dựng", role: null, votes: false },
};

const ADMINISTRATOR = "quantri";
const FIRST = { name: "Hoàng Quản Trị", body: "Ban Quản trị hệ thống" };
const BODY = { name: "Ban Chỉ đạo Chính phủ điện tử tỉnh", parent: "UBND TỈNH", place: "Hà Giang" };

let made = 0;

/** A body with its people on a server, made through the server's own doors. */
export class World {
  readonly server: Server;
  readonly body: { id: string; name: string };
  readonly people: Record<Who, Being>;
  readonly administrator: Holder;

  private constructor(server: Server, body: { id: string; name: string }, people: Record<Who, Being>, administrator: Hand) {
    this.server = server;
    this.body = body;
    this.people = people;
    this.administrator = { signInName: ADMINISTRATOR, hand: administrator };
  }

  /** What stories have written into this server's directory besides. */
  static readonly alsoWritten: string[] = [];

  /** What people have written into the directory: words that no catalogue can know. */
  static get written(): string[] {
    return [...World.alsoWritten, ...Object.values(PEOPLE).flatMap(({ name, title, unit }) => [name, title, unit]), ...Object.values(BODY), ...Object.values(FIRST)];
  }

  /** Sets the server up when nobody has. */
  static async administrator(server: Server): Promise<Hand> {
    if (!server.setUpToken) return Hand.signedIn(server, ADMINISTRATOR, PASSWORD);
    const hand = new Hand(server);
    await hand.post("/api/setup", { token: server.setUpToken, person: { name: FIRST.name, signInName: ADMINISTRATOR, password: PASSWORD }, body: { name: FIRST.body } });
    server.setUpToken = "";
    return hand;
  }

  static async on(server: Server): Promise<World> {
    const admin = await World.administrator(server);
    const number = ++made;
    const body = await admin.post<{ id: string; name: string }>("/api/bodies", { ...BODY, name: `${BODY.name} (${number})` });
    const people = {} as Record<Who, Being>;
    for (const [who, { name, title, unit, role, votes }] of Object.entries(PEOPLE) as [Who, (typeof PEOPLE)[Who]][]) {
      const signInName = `${who}${number}`;
      const { id } = await admin.post<{ id: string }>("/api/people", { name, title, unit, signInName });
      await admin.post(`/api/people/${id}/password`, { password: PASSWORD });
      if (role) await admin.put(`/api/bodies/${body.id}/members/${id}`, { role, votes });
      people[who] = { id, who, name, signInName, hand: await Hand.signedIn(server, signInName, PASSWORD) };
    }
    return new World(server, body, people, admin);
  }

  /** A draft that begins soon enough for a screen to welcome people, unless a later hour is asked for. */
  async draft(title = "Phiên họp sơ kết 6 tháng đầu năm", inMinutes = 30): Promise<Gathering> {
    const starts = Date.now() + inMinutes * 60_000;
    const { id } = await this.people.secretary.hand.post<{ id: string }>("/api/meetings", {
      bodyId: this.body.id, title, kind: "REVIEW", room: "Phòng họp số 1", startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + 3 * 3_600_000).toISOString(),
    });
    return new Gathering(this, id, title);
  }
}

/** A meeting of a world, moved on by its secretary's hand. */
export class Gathering {
  readonly world: World;
  readonly id: string;
  readonly title: string;
  #issued = false;

  constructor(world: World, id: string, title: string) {
    this.world = world;
    this.id = id;
    this.title = title;
  }

  get secretary(): Hand {
    return this.world.people.secretary.hand;
  }

  /** A change after issue carries its reason. */
  get #because(): { reason?: string } {
    return this.#issued ? { reason: "Bổ sung" } : {};
  }

  async item(title: string, more: { kind?: ItemKind; visibility?: Visibility; presenter?: string } = {}): Promise<string> {
    const item = `i-${randomUUID().slice(0, 12)}`;
    const outline = { title, kind: more.kind ?? "REPORT", presenter: more.presenter ?? "", unit: "", plannedMinutes: 20, visibility: more.visibility ?? "EVERYONE" } as const;
    await this.secretary.command(this.id, { type: "addItem", item, outline, ...this.#because });
    return item;
  }

  /** Uploaded and read to its last page. */
  async paper(item: string, file: PaperFile, more: { title?: string; access?: "EVERYONE" | "MEMBERS" | "NAMED"; named?: string[]; supersedes?: string } = {}): Promise<string> {
    const { status, body } = await this.secretary.upload(this.id, { item, title: more.title ?? file.name.replace(/\.pdf$/, ""), fileName: file.name, bytes: file.buffer, access: more.access ?? "EVERYONE", ...(more.named ? { named: more.named } : {}), ...(more.supersedes ? { supersedes: more.supersedes } : {}), ...this.#because });
    if (status !== 201) throw new Error(`The paper was not taken: ${status} ${JSON.stringify(body)}`);
    const paper = (body as { paper: string }).paper;
    await expect.poll(async () => (await this.secretary.ask("GET", `/files/${this.id}/${paper}/manifest`)).status, { timeout: 60_000, intervals: [250] }).toBe(200);
    return paper;
  }

  /** A paper is told ready a moment after its last page is made. */
  async issue(): Promise<void> {
    await expect.poll(() => this.secretary.command(this.id, { type: "issueMeeting" }).then(() => "issued", String), { intervals: [50] }).not.toContain("PAPERS_NOT_READY");
    this.#issued = true;
  }

  async open(): Promise<void> {
    await this.secretary.command(this.id, { type: "openMeeting", withoutQuorum: true });
  }

  async checkIn(...who: Who[]): Promise<void> {
    for (const one of who) await this.world.people[one].hand.command(this.id, { type: "checkIn", manner: "IN_ROOM" });
  }

  async takeUp(item: string): Promise<void> {
    await this.secretary.command(this.id, { type: "takeUpItem", item });
  }

  async prepareVote(question: string, more: { item?: string; mode?: Mode; base?: Base } = {}): Promise<string> {
    const vote = `v-${randomUUID().slice(0, 12)}`;
    const motion: Motion = {
      question, mode: more.mode ?? "OPEN", form: { kind: "answers", set: "LEGAL" }, quorum: { numerator: 2, denominator: 3 },
      rule: { base: more.base ?? "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" }, ...(more.item ? { item: more.item } : {}),
    };
    await this.secretary.command(this.id, { type: "prepareVote", vote, motion });
    return vote;
  }

  async openVote(question: string, more: { item?: string; mode?: Mode } = {}): Promise<string> {
    const vote = await this.prepareVote(question, more);
    await this.secretary.command(this.id, { type: "openVote", vote, seconds: 0, withoutQuorum: true });
    return vote;
  }

  async vote(who: Who, vote: string, choice: "for" | "against" | "not-voting"): Promise<void> {
    await this.world.people[who].hand.command(this.id, { type: "castBallot", vote, marks: [choice], words: "" });
  }

  async close(): Promise<void> {
    await this.secretary.command(this.id, { type: "closeMeeting" });
  }
}

import { describe, expect, it } from "vitest";
import { isImmutable, fileAddress, packCache, readWho, writeWho } from "./names.ts";
import { AT_ONCE, Packs } from "./packs.ts";
import { until, World } from "./packs-world.ts";

describe("bringing papers onto the device", () => {
  it("fetches the paper in hand first, pages before the rest, at most three at once", async () => {
    const world = new World();
    world.paper("second", 5);
    world.paper("first", 5);
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["first", "second"]);
    await until(() => packs.summary.ready === 2);
    expect(packs.state("m1", "first")).toMatchObject({ phase: "ready", files: 15, total: 15, pages: 5, pageCount: 5 });
    expect(packs.summary).toMatchObject({ papers: 2, ready: 2, pages: 10, pageCount: 10 });
    expect(world.most).toBeLessThanOrEqual(AT_ONCE);
    const pictures = world.asked.filter((p) => p.endsWith(".webp"));
    expect(pictures.slice(0, 4).every((p) => p.includes("/first/"))).toBe(true);
    expect(world.kept("lan").length).toBe(32);
    packs.stop();
  });

  it("asks for nothing while a page is being opened", async () => {
    const world = new World();
    world.paper("p", 2);
    const packs = new Packs("lan", world.around);
    let stands = (): void => undefined;
    packs.hold(new Promise<void>((resolve) => { stands = resolve; }));
    packs.want("m1", ["p"]);
    await until(() => packs.summary.phase === "loading");
    await new Promise((r) => setTimeout(r, 5));
    expect(world.asked).toEqual([]);
    stands();
    await until(() => packs.summary.ready === 1);
    packs.stop();
  });

  it("brings meetings in the order of their ranks, however late the nearest is wanted, and the opened one before all", async () => {
    const world = new World();
    for (const meeting of ["today", "tomorrow", "later", "opened"]) world.paper("p", 2, meeting);
    const packs = new Packs("lan", world.around);
    ["today", "tomorrow", "later"].forEach((meeting, rank) => packs.want(meeting, ["p"], { rank: rank + 1, spreadMs: 30_000 }));
    packs.want("opened", ["p"]);
    await until(() => packs.summary.ready === 4);
    const pictures = world.asked.filter((path) => path.endsWith(".webp")).map((path) => path.split("/")[2]);
    expect([...new Set(pictures)]).toEqual(["opened", "today", "tomorrow", "later"]);
    packs.stop();
  });

  it("goes on where it was cut off and fetches next to nothing twice", async () => {
    const world = new World();
    world.paper("p", 40);
    world.budget = 60;
    const before = new Packs("lan", world.around);
    before.want("m1", ["p"]);
    await until(() => before.summary.phase === "paused");
    const half = before.state("m1", "p")!;
    expect(half.phase).toBe("loading");
    expect(half.files).toBeGreaterThan(40);
    before.stop();

    world.budget = Infinity;
    world.asked.length = 0;
    const after = new Packs("lan", world.around);
    after.want("m1", ["p"]);
    await until(() => after.summary.ready === 1);
    expect(world.asked.length).toBe(1 + 120 - half.files);
    after.stop();
  });

  it("goes on by itself when the socket is back", async () => {
    const world = new World();
    world.paper("p", 10);
    world.budget = 5;
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"]);
    await until(() => packs.summary.phase === "paused");
    world.budget = Infinity;
    packs.wake();
    await until(() => packs.summary.ready === 1);
    packs.stop();
  });

  it("is ready without a network when all of it is here", async () => {
    const world = new World();
    world.paper("p", 3);
    const first = new Packs("lan", world.around);
    first.want("m1", ["p"]);
    await until(() => first.summary.ready === 1);
    first.stop();
    world.budget = 0;
    const second = new Packs("lan", world.around);
    second.want("m1", ["p"]);
    await until(() => second.summary.ready === 1);
    second.stop();
  });

  it("knows after a start without a network which papers lie here whole, and what they take", async () => {
    const world = new World();
    world.paper("whole", 3);
    world.paper("begun", 30, "m2");
    const first = new Packs("lan", world.around);
    first.want("m1", ["whole"]);
    await until(() => first.summary.ready === 1);
    world.budget = 40;
    first.want("m2", ["begun"]);
    await until(() => first.summary.phase === "paused");
    first.stop();
    world.asked.length = 0;
    const second = new Packs("lan", world.around);
    expect([...await second.held()]).toEqual(["/files/m1/whole/"]);
    const used = await second.used();
    expect(used.get("m1")).toBe([...world.files].filter(([path]) => path.startsWith("/files/m1/")).reduce((sum, [, { body }]) => sum + body.length, 0));
    expect(used.get("m2")).toBeGreaterThan(0);
    expect(world.asked).toEqual([]);
    second.stop();
  });

  it("frees the papers of one meeting, and goes on with those that had no room", async () => {
    const world = new World();
    world.paper("old", 10, "m1");
    world.paper("new", 10, "m2");
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["old"]);
    await until(() => packs.summary.ready === 1);
    world.room = 100;
    packs.want("m2", ["new"]);
    packs.want("m3", []);
    await until(() => packs.summary.phase === "full");
    let freed = 0;
    packs.addEventListener("freed", () => { freed++; });
    world.room = 1e6;
    await packs.free("m1");
    await until(() => packs.state("m2", "new")?.phase === "ready");
    expect(packs.summary.papers).toBe(1);
    expect([freed, packs.state("m1", "old"), world.kept("lan").filter((path) => path.startsWith("/files/m1/"))]).toEqual([1, null, []]);
    packs.wake();
    await until(() => packs.summary.phase === "idle");
    expect(world.kept("lan").some((path) => path.startsWith("/files/m1/"))).toBe(false);
    packs.stop();
  });

  it("brings what changed since earlier revisions, after the pages, and lets go of it with the revision", async () => {
    const world = new World();
    world.paper("new", 2);
    world.paper("other", 1);
    const changes = "/files/m1/new/changes-old";
    world.files.set(changes, { type: "application/json", body: '{"v":1}' });
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["new", "other"], { compared: new Map([["new", ["old", "lost"]]]) });
    await until(() => packs.summary.ready === 2);
    expect(world.kept("lan")).toContain(changes);
    expect(world.asked.filter((path) => path.startsWith("/files/m1/new/")).findIndex((path) => path.includes("/changes-"))).toBe(7);
    expect(world.kept("lan").some((path) => path.endsWith("changes-lost"))).toBe(false);

    world.files.set("/files/m1/new/changes-lost", { type: "application/json", body: '{"v":1}' });
    packs.wake();
    await until(() => world.kept("lan").some((path) => path.endsWith("changes-lost")));
    packs.keepOnly(new Map([["m1", ["new", "other", "lost"]]]));
    await until(() => !world.kept("lan").includes(changes));
    packs.want("m1", ["new", "other"]);
    await until(() => !world.kept("lan").some((path) => path.includes("/changes-")));
    expect(world.kept("lan").length).toBe(7 + 4);
    packs.stop();
  });

  it("holds up no page for a comparison that the server can't make", async () => {
    const world = new World();
    world.paper("new", 2);
    world.paper("next", 2);
    world.files.set("/files/m1/new/changes-old", { type: "text/html", body: "busy" });
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["new", "next"], { compared: new Map([["new", ["old"]]]) });
    await until(() => packs.summary.ready === 2);
    expect(world.sleeps).toEqual([]);
    packs.stop();
  });

  it("does not take the login page of a strange Wi-Fi for a paper", async () => {
    const world = new World();
    world.paper("p", 3);
    world.portal = true;
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"]);
    await until(() => packs.summary.phase === "paused");
    expect(world.kept("lan")).toEqual([]);
    packs.stop();
  });

  it("does not keep a picture that was cut short", async () => {
    const world = new World();
    world.paper("p", 1);
    const picture = [...world.files.keys()].find((f) => f.endsWith(".webp"))!;
    world.files.get(picture)!.body = "pic";
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"]);
    await until(() => packs.state("m1", "p")?.phase === "incomplete");
    expect(world.kept("lan")).not.toContain(picture);
    packs.stop();
  });

  it("starts at a random moment of the spread, but at once for a paper that is opened", async () => {
    const world = new World();
    world.paper("p", 1);
    world.random = 0.5;
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"], { spreadMs: 30_000 });
    await until(() => world.sleeps.length === 1);
    expect(world.sleeps).toEqual([15_000]);
    expect(world.asked).toEqual([]);
    packs.first("m1", "p");
    await until(() => packs.summary.ready === 1);
    packs.stop();
  });

  it("says so when the device is full, and stops", async () => {
    const world = new World();
    world.paper("p", 10);
    world.room = 3000;
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"]);
    await until(() => packs.summary.phase === "full");
    expect(packs.state("m1", "p")?.phase).toBe("full");
    packs.stop();
  });

  it("says so too when there is no room for anything at all, and first makes what there is of others'", async () => {
    const world = new World();
    const { caches } = world.around;
    await caches.open(packCache("minh"));
    world.paper("p", 1);
    world.room = 0;
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"]);
    packs.keepOnly(new Map([["m1", ["p"]]]));
    await until(() => packs.summary.phase === "full");
    expect(packs.state("m1", "p")?.phase).toBe("full");
    expect(world.stores.has(packCache("minh"))).toBe(false);
    world.room = 1e6;
    packs.wake();
    await until(() => packs.summary.ready === 1);
    packs.stop();
  });

  it("stops when the session has ended", async () => {
    const world = new World();
    world.paper("p", 2);
    world.status = 401;
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["p"]);
    await until(() => packs.summary.phase === "signed-out");
    expect(world.asked.length).toBeLessThanOrEqual(AT_ONCE);
    packs.stop();
  });
});

describe("what may not stay on the device", () => {
  async function packed(...papers: string[]): Promise<{ world: World; packs: Packs }> {
    const world = new World();
    for (const paper of papers) world.paper(paper, 3);
    const packs = new Packs("lan", world.around);
    packs.want("m1", papers);
    await until(() => packs.summary.ready === papers.length);
    return { world, packs };
  }

  it("a paper that has vanished from the view", async () => {
    const { world, packs } = await packed("a", "b");
    packs.want("m1", ["b"]);
    await until(() => world.kept("lan").every((p) => p.includes("/b/")));
    expect(packs.state("m1", "a")).toBeNull();
    expect(world.kept("lan").length).toBe(10);
    packs.stop();
  });

  it("a paper that the server refuses by now", async () => {
    const { world, packs } = await packed("a");
    packs.stop();
    world.status = 403;
    const later = new Packs("lan", world.around);
    later.want("m1", ["a"]);
    await until(() => later.state("m1", "a")?.phase === "refused" && world.kept("lan").length === 0);
    later.stop();
  });

  it("a meeting that has left the list; other meetings stay", async () => {
    const { world, packs } = await packed("a");
    world.paper("x", 2, "m2");
    packs.want("m2", ["x"]);
    await until(() => packs.summary.ready === 2);
    packs.keepOnly(new Map([["m2", ["x"]]]));
    await until(() => world.kept("lan").every((p) => p.startsWith("/files/m2/")));
    expect(packs.summary.papers).toBe(1);
    packs.stop();
  });

  it("a paper withdrawn in a meeting that is not opened; the others of that meeting stay", async () => {
    const world = new World();
    world.paper("a", 2);
    world.paper("b", 2);
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["a", "b"]);
    await until(() => packs.summary.ready === 2);
    packs.keepOnly(new Map([["m1", ["b"]]]));
    await until(() => world.kept("lan").every((p) => p.startsWith("/files/m1/b/")));
    expect(packs.summary.papers).toBe(1);
    packs.stop();
  });

  it("plain pages of a paper that bears its reader's name from now on", async () => {
    const { world, packs } = await packed("a");
    const plain = world.kept("lan").filter((path) => path.endsWith(".webp"));
    const manifest = JSON.parse(world.files.get("/files/m1/a/manifest")!.body) as { pages: { fit: { file: string; bytes: number } }[] };
    manifest.pages.forEach((page, i) => {
      page.fit = { ...page.fit, file: `${String(i).padStart(64, "f")}.webp`, bytes: 0 };
      world.files.set(`/files/m1/a/${page.fit.file}`, { type: "image/jpeg", body: "a longer picture with a name" });
    });
    world.files.set("/files/m1/a/manifest", { type: "application/json", body: JSON.stringify(manifest) });
    packs.want("m1", ["a"], { marked: new Set(["a"]) });
    await until(() => packs.state("m1", "a")?.phase === "ready" && world.kept("lan").some((path) => path.includes("/ffff")));
    const thumbs = plain.filter((path) => world.kept("lan").includes(path));
    expect(thumbs.length).toBeLessThan(plain.length);
    expect(world.kept("lan").filter((path) => path.includes("/ffff")).length).toBe(manifest.pages.length);
    packs.stop();
  });

  it("another person's papers", async () => {
    const { world, packs } = await packed("a");
    packs.stop();
    const other = new Packs("minh", world.around);
    other.want("m1", []);
    await until(() => !world.stores.has(packCache("lan")));
    expect(await readWho(world.around.caches)).toBe("minh");
    other.stop();
  });

  it("anything, after sign-out, even what was on its way", async () => {
    const world = new World();
    world.paper("a", 30);
    const packs = new Packs("lan", world.around);
    packs.want("m1", ["a"]);
    await until(() => world.puts.length > 10);
    await packs.wipe();
    await new Promise((r) => setTimeout(r, 20));
    expect([...world.stores.keys()].filter((n) => n.includes("pack"))).toEqual([]);
    expect(await readWho(world.around.caches)).toBeNull();
    expect(world.told.map((m) => m.t)).toContain("purge");
  });
});

describe("names", () => {
  it("takes addresses of papers apart and refuses all others", () => {
    expect(fileAddress("/files/m1/abc123/manifest")).toEqual({ meeting: "m1", paper: "abc123", name: "manifest" });
    for (const path of ["/api/me", "/files/m1/p/a/b", "/files/m1/../x/y/z", "/files//p/x", "/tablet/"]) expect(fileAddress(path)).toBeNull();
  });

  it("holds only content names for unchanging", () => {
    expect(isImmutable(`${"0a".repeat(32)}.webp`)).toBe(true);
    for (const name of ["manifest", "original", "abc.webp", `${"0a".repeat(32)}.html`]) expect(isImmutable(name)).toBe(false);
  });

  it("keeps one person's papers when the same person comes again", async () => {
    const world = new World();
    const { caches } = world.around;
    await writeWho(caches, "lan");
    await caches.open(packCache("lan"));
    await writeWho(caches, "lan");
    expect(world.stores.has(packCache("lan"))).toBe(true);
    await writeWho(caches, null);
    expect(world.stores.has(packCache("lan"))).toBe(false);
  });
});

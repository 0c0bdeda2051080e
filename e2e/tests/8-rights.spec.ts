import { hello } from "../world/socket.ts";
import { expect, test } from "../world/test.ts";

// Each word stands in one place that a guest or a stranger must not see.
const HIDDEN = ["NỘI-DUNG-KÍN", "TÀI-LIỆU-KÍN", "BIỂU-QUYẾT-KÍN", "ĐÍCH-DANH"];

test("a guest finds no trace of what is for members, neither in the view nor behind the addresses", async ({ world, papers, lend, server }) => {
  const meeting = await world.draft();
  const open = await meeting.item("Báo cáo chung");
  const closed = await meeting.item("NỘI-DUNG-KÍN", { visibility: "MEMBERS", kind: "DECISION" });
  const forAll = await meeting.paper(open, papers.scan, { title: "Báo cáo cho mọi người" });
  const forMembers = await meeting.paper(open, papers.note, { title: "TÀI-LIỆU-KÍN", access: "MEMBERS" });
  const forMinh = await meeting.paper(open, papers.note, { title: "ĐÍCH-DANH", access: "NAMED", named: [world.people.minh.id] });
  await meeting.issue();
  await meeting.open();
  await meeting.checkIn("chair", "lan", "minh");
  await meeting.takeUp(closed);
  await meeting.openVote("BIỂU-QUYẾT-KÍN", { item: closed });
  const { guest, lan, minh } = world.people;

  const seenByGuest = await hello(await lend("tablet", guest), meeting.id);
  expect(seenByGuest.text).toContain("Báo cáo cho mọi người");
  for (const word of HIDDEN) expect(seenByGuest.text).not.toContain(word);
  const seenByLan = await hello(await lend("tablet", lan), meeting.id);
  for (const word of HIDDEN.slice(0, 3)) expect(seenByLan.text).toContain(word);
  expect(seenByLan.text).not.toContain("ĐÍCH-DANH");

  const pages = (await minh.hand.get<{ pages: { fit: { file: string } }[] }>(`/files/${meeting.id}/${forMinh}/manifest`)).pages;
  const statuses = async (hand: typeof guest.hand, paper: string): Promise<number[]> =>
    Promise.all(["manifest", "original", pages[0]!.fit.file].map(async (file) => (await hand.ask("GET", `/files/${meeting.id}/${paper}/${file}`)).status));
  expect(await statuses(minh.hand, forMinh)).toEqual([200, 200, 200]);
  expect(await statuses(lan.hand, forMinh)).toEqual([404, 404, 404]);
  expect(await statuses(lan.hand, forMembers)).toEqual([200, 200, 200]);
  expect(await statuses(guest.hand, forMembers)).toEqual([404, 404, 404]);
  expect((await guest.hand.ask("GET", `/files/${meeting.id}/${forAll}/original`)).status).toBe(200);
  // a page image of a hidden paper is not found beside a paper that is open
  expect((await guest.hand.ask("GET", `/files/${meeting.id}/${forAll}/${pages[0]!.fit.file}`)).status).toBe(404);

  expect((await guest.hand.refused(meeting.id, { type: "takeUpItem", item: closed })).code).toBe("NOT_YOURS");
  const list = await guest.hand.ask("GET", "/api/meetings");
  expect(JSON.stringify(list.body)).toContain(meeting.title);
  expect(JSON.stringify(list.body)).not.toContain("NỘI-DUNG-KÍN");
  expect((await guest.hand.ask("GET", `/api/meetings/${meeting.id}/minutes`)).status).toBe(404);
  expect((await guest.hand.ask("GET", `/files/${meeting.id}/minutes.pdf`)).status).toBe(404);
  expect(server.log).not.toContain("BIỂU-QUYẾT-KÍN");
});

test("a draft is not there for its members, nor a meeting for a stranger", async ({ world, papers, lend }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo chung");
  const paper = await meeting.paper(item, papers.note);
  const { lan, secretary, stranger } = world.people;
  const page = await lend("tablet", lan);

  expect(await hello(page, meeting.id)).toEqual({ text: "", closed: 4003 });
  expect((await lan.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status).toBe(404);
  expect(await lan.hand.refused(meeting.id, { type: "checkIn", manner: "IN_ROOM" })).toMatchObject({ code: "NO_SUCH_MEETING" });
  expect((await hello(await lend("console", secretary), meeting.id)).text).toContain("Báo cáo chung");

  await meeting.issue();
  expect((await hello(page, meeting.id)).text).toContain("Báo cáo chung");
  expect(await hello(await lend("tablet", stranger), meeting.id)).toEqual({ text: "", closed: 4003 });
  expect(JSON.stringify((await stranger.hand.ask("GET", "/api/meetings")).body)).not.toContain(meeting.id);
  expect((await stranger.hand.ask("GET", `/files/${meeting.id}/${paper}/manifest`)).status).toBe(404);
});

test("nobody who is signed out gets a socket, a list, a paper or the minutes", async ({ world, papers, server }) => {
  const meeting = await world.draft();
  const paper = await meeting.paper(await meeting.item("Báo cáo chung"), papers.note);
  await meeting.issue();
  const ask = async (path: string, headers: Record<string, string> = {}): Promise<number> => (await fetch(server.address + path, { headers })).status;
  for (const path of ["/api/me", "/api/meetings", `/files/${meeting.id}/${paper}/manifest`, `/files/${meeting.id}/${paper}/original`, `/api/meetings/${meeting.id}/minutes`, `/files/${meeting.id}/minutes.pdf`]) {
    expect(await ask(path), path).toBe(401);
  }
  const cookie = world.people.lan.hand.header;
  expect(await ask("/api/meetings", { Cookie: cookie })).toBe(200);
  // another site in the same browser may neither command nor open a socket
  const upgrade = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "c3RvcnktOC1yaWdodHM=", Cookie: cookie };
  const foreign = await world.people.lan.hand.ask("POST", `/api/meetings/${meeting.id}/commands`, { id: crypto.randomUUID(), command: { type: "checkIn", manner: "IN_ROOM" } }, { Origin: "http://elsewhere.example" });
  expect(foreign.status).toBe(403);
  expect(await upgradeStatus(server.address, upgrade)).toBe(403);
  expect(await upgradeStatus(server.address, { ...upgrade, Origin: "http://elsewhere.example" })).toBe(403);
  expect(await upgradeStatus(server.address, { ...upgrade, Origin: server.address })).toBe(101);
});

test("a member cannot do what the console does, and is told so in either language", async ({ world, papers }) => {
  const meeting = await world.draft();
  const item = await meeting.item("Báo cáo chung");
  const paper = await meeting.paper(item, papers.note);
  await meeting.issue();
  const { lan, minh } = world.people;
  const vi = { code: "NOT_YOURS", text: "Đồng chí không có quyền thực hiện việc này trong phiên họp." };
  const en = { code: "NOT_YOURS", text: "You are not allowed to do this in this meeting." };

  for (const command of [{ type: "openMeeting", withoutQuorum: true }, { type: "removeItem", item }, { type: "withdrawPaper", paper, reason: "không" }, { type: "cancelMeeting", reason: "không" }, { type: "markPresent", person: minh.id, manner: "IN_ROOM" }] as const) {
    expect(await lan.hand.refused(meeting.id, command), command.type).toMatchObject(vi);
    expect(await lan.hand.refused(meeting.id, command, "en"), command.type).toMatchObject(en);
  }
  expect((await lan.hand.upload(meeting.id, { item, title: "của tôi", fileName: "a.pdf", bytes: papers.note.buffer })).status).toBe(403);

  await meeting.open();
  await meeting.checkIn("chair", "lan", "minh");
  const vote = await meeting.openVote("Thông qua báo cáo");
  for (const command of [{ type: "closeVote", vote }, { type: "cancelVote", vote, reason: "không" }, { type: "appointSpeaker", person: minh.id, limitMinutes: 1, beyond: false }, { type: "startPresenting", paper }, { type: "recordConclusion", item, text: "x" }, { type: "closeMeeting" }] as const) {
    expect(await lan.hand.refused(meeting.id, command), command.type).toMatchObject(vi);
  }
  expect((await lan.hand.ask("POST", "/api/people", { name: "Người lạ", signInName: "nguoila" })).status).toBe(403);
  expect((await lan.hand.ask("POST", `/api/people/${minh.id}/password`, { password: "một câu rất dài khác" })).status).toBe(403);
  expect((await lan.hand.ask("POST", `/api/people/${minh.id}/codes`, {})).status).toBe(403);
  expect((await lan.hand.ask("POST", `/api/bodies/${world.body.id}/screen-keys`, {})).status).toBeGreaterThanOrEqual(403);
  expect((await lan.hand.ask("POST", "/api/meetings", { bodyId: world.body.id, title: "Họp riêng", kind: "REGULAR", room: "", startsAt: new Date().toISOString(), endsAt: new Date(Date.now() + 1000).toISOString() })).status).toBe(403);
});

/** The status with which a server answers the opening of a socket. */
async function upgradeStatus(address: string, headers: Record<string, string>): Promise<number> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    const asking = request(`${address}/api/socket`, { headers });
    asking.on("response", (answer) => { answer.resume(); resolve(answer.statusCode ?? 0); });
    asking.on("upgrade", (answer, socket) => { socket.destroy(); resolve(answer.statusCode ?? 0); });
    asking.on("error", reject);
    asking.end();
  });
}

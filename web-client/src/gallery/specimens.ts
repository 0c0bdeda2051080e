import type { AgendaView, Mark, ItemView, PaperView, PersonView, Progress, ResultView, VoteView } from "client-kit/proto/protocol.ts";

/** Invented people and papers for looking at the widgets, with the longest names we can think of. */
const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
const MIDDLE = ["Thị Thanh", "Văn", "Đức", "Thị Kim", "Quốc", "Hữu", "Ngọc", "Minh", "Thị Bích", "Xuân"];
const GIVEN = ["Hương", "Dũng", "Thắng", "Phượng", "Tuấn", "Vượng", "Quỳnh", "Hiếu", "Nguyệt", "Đạt", "Trường", "Uyên", "Yến"];
const TITLES = ["Phó Giám đốc", "Trưởng phòng", "Chánh Văn phòng", "Phó Chủ tịch", "Chuyên viên chính"];
const UNITS = ["Sở Thông tin và Truyền thông", "Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân thành phố", "Công an tỉnh"];
export const LONG_PERSON = { name: "Công Tằng Tôn Nữ Thị Thanh Phương Nguyễn Phúc Bảo Khánh Huyền Trân", title: "Phó Trưởng Ban Thường trực Ban Chỉ đạo xây dựng Chính quyền điện tử", unit: "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh" };

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export function peopleOf(count: number): Record<string, PersonView> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n): [string, PersonView] => [
      `p${n}`,
      n === 7 ? { ...LONG_PERSON, role: "MEMBER", votes: true, late: false } : { name: `${pick(FAMILY, n * 7)} ${pick(MIDDLE, n * 3)} ${pick(GIVEN, n * 5)}`, title: pick(TITLES, n), unit: pick(UNITS, n * 5), role: "MEMBER", votes: true, late: false },
    ]),
  );
}

const ITEMS: [string, string, number][] = [
  ["Khai mạc, giới thiệu thành phần tham dự", "Đồng chí Trần Văn Dũng", 10],
  ["Báo cáo kết quả cung cấp dịch vụ công trực tuyến 6 tháng đầu năm", "Sở Thông tin và Truyền thông", 25],
  ["Báo cáo tình hình vận hành hệ thống quản lý văn bản và điều hành tại các sở, ban, ngành và Ủy ban nhân dân các huyện, thị xã, thành phố", "Đồng chí Công Tằng Tôn Nữ Thị Thanh Phương Nguyễn Phúc Bảo Khánh Huyền Trân", 30],
  ["Thông qua Nghị quyết về chỉ tiêu ký số", "Sở Nội vụ", 20],
  ["Thảo luận chung", "Chủ trì", 40],
  ["Kết luận của chủ trì", "Chủ trì", 15],
];

export function agendaOf(count: number, inHand: number, start: number): AgendaView {
  const items: Record<string, ItemView> = {};
  const order: string[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    const [title, presenter, minutes] = pick(ITEMS, n);
    const progress: Progress = n < inHand ? "DONE" : n === inHand ? "IN_HAND" : "TO_COME";
    const id = `i${n}`;
    order.push(id);
    items[id] = {
      number: String(n + 1), title, kind: "REPORT", presenter, unit: "", plannedMinutes: minutes, visibility: "EVERYONE", progress, plannedStart: at, plannedEnd: at + minutes * 60_000, spentMs: 0,
      papers: n % 3 === 1 ? [`t${n}a`, `t${n}b`] : n % 3 === 2 ? [`t${n}a`] : [],
      ...(progress === "TO_COME" ? {} : { startedAt: at + 180_000 }), ...(progress === "DONE" ? { endedAt: at + minutes * 60_000 + 240_000 } : {}),
    };
    at += minutes * 60_000;
    if (n === 1 && count > 5) {
      order.push("i1-1");
      items["i1-1"] = { ...(items[id] as ItemView), number: "2.1", parent: id, title: "Tỷ lệ hồ sơ trực tuyến toàn trình", papers: [], plannedMinutes: 10 };
    }
  }
  return { order, items, ...(inHand < count ? { inHand: `i${inHand}` } : {}) };
}

export function papersOf(agenda: AgendaView): Record<string, PaperView> {
  const ids = Object.values(agenda.items).flatMap((item) => item.papers);
  return Object.fromEntries(
    ids.map((id, n): [string, PaperView] => [
      id,
      {
        item: "", title: n % 2 === 0 ? "Báo cáo số 118/BC-STTTT về kết quả cung cấp dịch vụ công trực tuyến" : "Phụ lục I. Số liệu từng đơn vị", fileName: "bao-cao.pdf", pages: pick([12, 143, 6, 40], n), bytes: 2_400_000, access: "EVERYONE", handling: "FREE",
        status: n === 2 ? "PREPARING" : n === 4 ? "WITHDRAWN" : "READY", addedAt: 0, failedPages: [], namedReaders: [],
      },
    ]),
  );
}

export const CHOICES: readonly Mark[] = [
  { id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" },
  { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" },
  { id: "abstain", label: { vi: "Không biểu quyết", en: "Not voting" }, meaning: "ABSTAIN" },
];

export function voteOf(counts: [number, number, number], notVoted: number, outcome: ResultView["outcome"], people?: Record<string, PersonView>): VoteView & { result: ResultView } {
  const [yes, no, abstain] = counts;
  const cast = yes + no + abstain;
  const members = cast + notVoted;
  const names = people === undefined ? {} : { names: Object.fromEntries(Object.keys(people).slice(0, cast).map((id, n) => [id, [n < yes ? "for" : n < yes + no ? "against" : "abstain"]])) };
  return {
    question: "Thông qua Nghị quyết về chỉ tiêu tỷ lệ văn bản được ký số của các cơ quan nhà nước trên địa bàn tỉnh năm 2026 (không gồm văn bản mật)",
    mode: "OPEN", form: { kind: "answers", set: "LEGAL" }, contests: [{ id: "motion", label: { vi: "", en: "" }, marks: [...CHOICES], least: 1, most: 1 }], rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" }, quorum: { numerator: 2, denominator: 3 }, state: "CLOSED", members, entitled: members, recused: [], holders: {}, substituted: [], weights: {}, received: cast,
    result: {
      counts: { for: yes, against: no, abstain }, cast, blank: 0, notVoted, lines: [], opinions: [], withoutBallot: [], helped: {}, corrections: [], base: members, needed: Math.floor(members / 2) + 1, outcome, receipts: [], ...names,
      sentence: {
        vi: `${outcome === "PASSED" ? "Thông qua" : "Không thông qua"}: ${yes} tán thành trên ${members} thành viên; cần quá nửa (ít nhất ${Math.floor(members / 2) + 1}).`,
        en: `${outcome === "PASSED" ? "Passed" : "Not passed"}: ${yes} for, of ${members} members; more than half needed (at least ${Math.floor(members / 2) + 1}).`,
      },
    },
  };
}

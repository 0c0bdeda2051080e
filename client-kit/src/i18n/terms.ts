import type { Form, ItemKind, Kind, Mode, Outcome, Phase, Role, SpeechKind, State } from "../proto/protocol.ts";
import { language, type Language } from "./language.ts";

/** The words of the protocol's own names, one for each everywhere: both clients, all screens. */
export interface Terms {
  readonly phase: Readonly<Record<Phase, string>>;
  /** What an issued opinion form is called. */
  readonly formOut: string;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly itemKind: Readonly<Record<ItemKind, string>>;
  readonly speech: Readonly<Record<SpeechKind, string>>;
  readonly mode: Readonly<Record<Mode, string>>;
  readonly voteState: Readonly<Record<State, string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  /** Where the outcome of a form of ballot has words of its own. */
  readonly outcomeOf: Readonly<Record<Form["kind"], Readonly<Record<Outcome, string>>>>;
}

export const terms = {
  vi: {
    phase: { DRAFT: "Bản nháp", ISSUED: "Đã phát hành", IN_SESSION: "Đang họp", RECESS: "Tạm nghỉ", CLOSED: "Đã kết thúc", CANCELLED: "Đã hủy" },
    formOut: "Đang lấy ý kiến",
    kind: { REGULAR: "Phiên họp thường kỳ", SPECIAL: "Phiên họp chuyên đề", URGENT: "Họp đột xuất", REVIEW: "Họp sơ kết, tổng kết", CONFERENCE: "Hội nghị", OPINION_FORM: "Phiếu lấy ý kiến" },
    role: { CHAIR: "Chủ trì", SECRETARY: "Thư ký", MEMBER: "Thành viên", GUEST: "Khách mời" },
    itemKind: { INFORMATION: "Thông tin", REPORT: "Báo cáo", DISCUSSION: "Thảo luận", DECISION: "Quyết định" },
    speech: { DISCUSSION: "Thảo luận", QUESTION: "Chất vấn", REPLY: "Trả lời", POINT_OF_ORDER: "Ý kiến về thủ tục" },
    mode: { OPEN: "Công khai", UNNAMED: "Không ghi tên", SECRET: "Bỏ phiếu kín" },
    voteState: { PREPARED: "Đã chuẩn bị", OPEN: "Đang biểu quyết", ON_HOLD: "Tạm dừng", COUNTING: "Đang kiểm phiếu", CLOSED: "Đã kết thúc", CANCELLED: "Đã hủy" },
    outcome: { PASSED: "Thông qua", PARTLY: "Thông qua một phần", FAILED: "Không thông qua", NOT_COUNTED: "Không kiểm phiếu", TIED: "Ngang phiếu" },
    outcomeOf: {
      answers: { PASSED: "Thông qua", PARTLY: "Thông qua một phần", FAILED: "Không thông qua", NOT_COUNTED: "Không kiểm phiếu", TIED: "Ngang phiếu" },
      choose: { PASSED: "Đã chọn", PARTLY: "Đã chọn một phần", FAILED: "Chưa chọn được", NOT_COUNTED: "Không kiểm phiếu", TIED: "Ngang phiếu" },
      election: { PASSED: "Đã bầu đủ", PARTLY: "Chưa bầu đủ", FAILED: "Chưa bầu được", NOT_COUNTED: "Không kiểm phiếu", TIED: "Cần bầu lại" },
      eachCandidate: { PASSED: "Thông qua tất cả", PARTLY: "Thông qua một phần", FAILED: "Không thông qua", NOT_COUNTED: "Không kiểm phiếu", TIED: "Có ngang phiếu" },
    },
  },
  en: {
    phase: { DRAFT: "Draft", ISSUED: "Issued", IN_SESSION: "In session", RECESS: "In recess", CLOSED: "Closed", CANCELLED: "Cancelled" },
    formOut: "Being answered",
    kind: { REGULAR: "Regular session", SPECIAL: "Special session", URGENT: "Urgent meeting", REVIEW: "Review meeting", CONFERENCE: "Conference", OPINION_FORM: "Opinion form" },
    role: { CHAIR: "Chair", SECRETARY: "Secretary", MEMBER: "Member", GUEST: "Guest" },
    itemKind: { INFORMATION: "Information", REPORT: "Report", DISCUSSION: "Discussion", DECISION: "Decision" },
    speech: { DISCUSSION: "Discussion", QUESTION: "Question", REPLY: "Reply", POINT_OF_ORDER: "Point of order" },
    mode: { OPEN: "Open", UNNAMED: "Without names", SECRET: "Secret ballot" },
    voteState: { PREPARED: "Prepared", OPEN: "Open", ON_HOLD: "On hold", COUNTING: "Being counted", CLOSED: "Closed", CANCELLED: "Cancelled" },
    outcome: { PASSED: "Passed", PARTLY: "Passed in part", FAILED: "Not passed", NOT_COUNTED: "Not counted", TIED: "Tied" },
    outcomeOf: {
      answers: { PASSED: "Passed", PARTLY: "Passed in part", FAILED: "Not passed", NOT_COUNTED: "Not counted", TIED: "Tied" },
      choose: { PASSED: "Chosen", PARTLY: "Chosen in part", FAILED: "None chosen", NOT_COUNTED: "Not counted", TIED: "Tied" },
      election: { PASSED: "All seats filled", PARTLY: "Seats left", FAILED: "Nobody elected", NOT_COUNTED: "Not counted", TIED: "To be voted again" },
      eachCandidate: { PASSED: "All passed", PARTLY: "Passed in part", FAILED: "None passed", NOT_COUNTED: "Not counted", TIED: "Ties among them" },
    },
  },
} as const satisfies Readonly<Record<Language, Terms>>;

/** The terms in the language of the moment. */
export const term = (): Terms => terms[language()];

/** Terms as the keys of a catalogue: `keyed("phase", terms.vi.phase)` has `phaseDRAFT` … */
export function keyed<P extends string, const T extends Readonly<Record<string, string>>>(prefix: P, words: T): { readonly [K in keyof T & string as `${P}${K}`]: T[K] } {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [prefix + key, word])) as { readonly [K in keyof T & string as `${P}${K}`]: T[K] };
}

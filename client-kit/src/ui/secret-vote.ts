import { html, nothing, type TemplateResult } from "lit";
import { catalogue } from "../i18n/catalogue.ts";
import { clockTime } from "../i18n/format.ts";
import type { Caution, Motion, PersonView, SecretView, VoteView } from "../proto/protocol.ts";
import { grouped } from "./code.ts";
import { icon } from "./icon.ts";
import "./secret-vote.css";

/** Words about a secret vote for who leads: its three trustees, how far their key is, what secrecy can't hide. */
export const t = catalogue({
  vi: {
    trustees: "Ban kiểm phiếu: ba người giữ khóa",
    trusteesHint: "Nên chọn người thuộc các phía khác nhau: hai người thông đồng thì mở được từng phiếu. Mỗi người cần máy của mình trong suốt cuộc bỏ phiếu.",
    trustee: "Thành viên thứ {n}",
    choose: "Chọn một người",
    needed: "Cần chọn đủ ba người khác nhau.",
    COMMIT: "mỗi máy chuẩn bị phần khóa",
    ANNOUNCE: "ghép khóa chung",
    DEAL: "giữ dự phòng cho nhau",
    CONFIRM: "so mã và xác nhận",
    DECRYPT: "giải mã tổng",
    step: "Đang tạo khóa, bước {n}/4: {step}.",
    waits: "Đang chờ: {names}.",
    ready: "Khóa đã tạo và thử xong, có thể bắt đầu bỏ phiếu.",
    keyCode: "Mã khóa",
    ballotsCode: "Mã thùng phiếu",
    voided: "Lần tạo khóa trước đã bỏ lúc {time}: {reason} ({name}).",
    counting: "Đang kiểm phiếu",
    countingText: "Kết quả hiện ra khi hai trong ba thành viên ban kiểm phiếu làm xong phần việc.",
    decrypted: "đã giải mã",
    notYet: "chưa giải mã",
    close: "Sẽ dừng nhận phiếu. Kết quả hiện ra khi hai thành viên ban kiểm phiếu giải mã xong tổng số phiếu.",
    closeTooFew: "Mới có {n} phiếu; dưới {m} phiếu thì không giải mã. Kết thúc bây giờ thì các phiếu đã gửi bị bỏ, không có kết quả và phải bỏ phiếu lại từ đầu.",
    closeUncounted: "Kết thúc, bỏ các phiếu đã gửi",
    keepVoting: "Tiếp tục bỏ phiếu",
    uncountedWhat: "Nội dung này chưa được quyết định. Chọn bước tiếp theo:",
    uncountedReason: "Chưa đủ số phiếu để kiểm",
    againSecret: "Bỏ phiếu kín lại",
    openly: "Biểu quyết công khai",
    openlyText: "Chuẩn bị biểu quyết công khai với cùng câu hỏi. Tên và lựa chọn của từng người sẽ hiện với mọi người và ghi vào biên bản.",
    leaveIt: "Để lại, ẩn khỏi các màn hình",
    FEW: "Ít người bỏ phiếu: kết quả có thể để lộ lựa chọn của từng người.",
    TOO_FEW: "Ít người bỏ phiếu hơn mức tối thiểu: phiếu sẽ không được giải mã, vì tổng sẽ làm lộ phiếu của từng người.",
    WEIGHTS_DIFFER: "Số phiếu của các thành viên khác nhau: tổng có thể cho biết phiếu của ai.",
    UNANIMOUS: "Kết quả nhất trí nên mọi người biết lựa chọn của nhau; bỏ phiếu kín không che được điều này.",
    NONE_OR_ALL: "Có phương án được tất cả hoặc không ai chọn: điều đó cho biết mọi người đã chọn gì ở phương án ấy.",
  },
  en: {
    trustees: "Counting committee: three who hold the key",
    trusteesHint: "Choose people of different camps: two who work together can open every ballot. Each needs the own device throughout the vote.",
    trustee: "Member {n}",
    choose: "Choose somebody",
    needed: "Three different people are needed.",
    COMMIT: "each device prepares its part",
    ANNOUNCE: "make the key together",
    DEAL: "stand in for each other",
    CONFIRM: "compare and confirm",
    DECRYPT: "decrypt the sum",
    step: "The key is being made, step {n}/4: {step}.",
    waits: "Waiting for {names}.",
    ready: "The key is made and tested; the vote can be opened.",
    keyCode: "Key code",
    ballotsCode: "Ballot box's code",
    voided: "The key before was given up at {time}: {reason} ({name}).",
    counting: "Being counted",
    countingText: "The result appears when two of the three members of the counting committee have done their part.",
    decrypted: "has decrypted",
    notYet: "not yet",
    close: "No more ballots are taken. The result appears when two of the counting committee have decrypted the sum.",
    closeTooFew: "Only {n} {n|ballot has|ballots have} come so far; with fewer than {m} nothing is decrypted. If you close now, the ballots sent are dropped, there is no result, and the vote has to be taken anew.",
    closeUncounted: "Close and drop the ballots sent",
    keepVoting: "Go on voting",
    uncountedWhat: "This question is not decided. Choose what comes next:",
    uncountedReason: "Too few ballots to be counted",
    againSecret: "Vote in secret again",
    openly: "Vote openly",
    openlyText: "Prepares an open vote on the same question. Everybody sees each person's name and choice, and they go into the minutes.",
    leaveIt: "Leave it, put it away from the screens",
    FEW: "Few voters: the result may tell what single people chose.",
    TOO_FEW: "Fewer voters than are needed: the ballots will not be decrypted, since their sum would give them away.",
    WEIGHTS_DIFFER: "Members have different numbers of votes: a sum may tell whose ballots are in it.",
    UNANIMOUS: "The result is unanimous, so everybody knows what the others chose; a secret ballot can't hide that.",
    NONE_OR_ALL: "An answer has the votes of all or of nobody, which tells what everybody said of it.",
  },
});

type People = Readonly<Record<string, PersonView>>;
const STEPS = ["COMMIT", "ANNOUNCE", "DEAL", "CONFIRM"] as const;
export const TRUSTEES = 3;
export const NO_TRUSTEES: readonly string[] = ["", "", ""];

/** Whether three different people are chosen. */
export const areThree = (chosen: readonly string[]): boolean => chosen.length === TRUSTEES && chosen.every((id) => id !== "") && new Set(chosen).size === TRUSTEES;

/** Three people of the meeting who are no guests; nobody can be chosen twice. */
export function trusteePick(of: { readonly order: readonly string[]; readonly people: People; readonly chosen: readonly string[]; readonly fault: boolean; readonly change: (chosen: readonly string[]) => void }): TemplateResult {
  const { order, people, chosen, fault, change } = of;
  const free = order.filter((id) => people[id] && people[id].role !== "GUEST");
  return html`<fieldset class="ns-trustees"><legend>${t("trustees")}</legend><p>${t("trusteesHint")}</p>
    ${NO_TRUSTEES.map((_, at) => html`<label><span>${t("trustee", { n: at + 1 })}</span><select data-testid=${`trustee-${at + 1}`} aria-invalid=${fault ? "true" : "false"} @change=${(event: Event) => change(chosen.map((id, i) => (i === at ? (event.target as HTMLSelectElement).value : id)))}>
      <option value="" .selected=${chosen[at] === ""}>${t("choose")}</option>
      ${free.filter((id) => id === chosen[at] || !chosen.includes(id)).map((id) => html`<option value=${id} .selected=${id === chosen[at]}>${[people[id]!.name, people[id]!.title].filter(Boolean).join(", ")}</option>`)}</select></label>`)}
    ${fault ? html`<p class="ns-trustees-fault" role="alert">${t("needed")}</p>` : nothing}</fieldset>`;
}

/** Of a prepared vote: how far the making of its key is, whom it waits for, and the code once it can be compared. */
export function keyState(secret: SecretView, people: People): TemplateResult {
  const names = secret.waitingFor.map((id) => people[id]?.name ?? id).join(", ");
  const at = STEPS.findIndex((step) => step === secret.step);
  return html`<div class="ns-key" data-testid="key-state" data-step=${secret.ready ? "READY" : (secret.step ?? "")}>
    ${secret.voided ? html`<p class="ns-key-voided">${t("voided", { time: clockTime(secret.voided.at), reason: secret.voided.reason, name: people[secret.voided.by]?.name ?? secret.voided.by })}</p>` : nothing}
    <p role="status">${icon(secret.ready ? "lock" : "clock")}<span>${secret.ready ? t("ready") : html`${t("step", { n: at + 1, step: t(STEPS[Math.max(0, at)]!) })} ${names === "" ? nothing : t("waits", { names })}`}</span></p>
    ${code(t("keyCode"), secret.keyCode, "lead-key-code")}</div>`;
}

/** The members of the counting committee who have not done their part, by name. */
export const awaitedNames = ({ trustees, decrypted }: SecretView, people: People): readonly string[] => trustees.filter((id) => !decrypted.includes(id)).map((id) => people[id]?.name ?? id);

/** While two of the three are waited for. */
export function countState(secret: SecretView, people: People): TemplateResult {
  const awaited = awaitedNames(secret, people);
  return html`<div class="ns-key" data-testid="count-state"><p><b>${t("counting")}</b></p><p>${t("countingText")}</p>
    ${awaited.length === 0 ? nothing : html`<p data-testid="count-awaits"><b>${t("waits", { names: awaited.join(", ") })}</b></p>`}
    <ul>${secret.trustees.map((id) => { const done = secret.decrypted.includes(id); return html`<li data-done=${done ? "yes" : "no"}>${icon(done ? "check" : "clock")}<span>${people[id]?.name ?? id} <small>${t(done ? "decrypted" : "notYet")}</small></span></li>`; })}</ul>
    ${code(t("ballotsCode"), secret.ballotsCode, "lead-ballots-code")}${code(t("keyCode"), secret.keyCode, "lead-key-code")}</div>`;
}

const code = (label: string, of: string | undefined, test: string): TemplateResult | typeof nothing =>
  (of === undefined ? nothing : html`<p class="ns-key-code"><span>${label}</span> <b class="tabular" data-testid=${test}>${grouped(of)}</b></p>`);

/** Whether a secret vote that is closed now would not be counted. */
export const tooFew = ({ received, secret }: Closing): boolean => secret !== undefined && received < secret.fewest;

type Closing = Pick<VoteView, "received" | "secret">;

/** What closing a secret vote now leads to. */
export const closingWords = (vote: Closing): string => (tooFew(vote) ? t("closeTooFew", { n: vote.received, m: vote.secret?.fewest ?? 0 }) : t("close"));

/** The same question for an open vote, with its answers and its rule. */
export const openly = ({ question, item, form, rule, quorum }: VoteView): Motion => ({ question, ...(item === undefined ? {} : { item }), mode: "OPEN", form, rule, quorum });

/** What the secrecy of a vote could not hide, one sentence each. */
export function cautionLines(cautions: readonly Caution[]): TemplateResult | typeof nothing {
  return cautions.length === 0 ? nothing : html`<ul class="ns-cautions">${cautions.map((caution) => html`<li data-testid="caution" data-caution=${caution}>${icon("warning")}<span>${t(caution)}</span></li>`)}</ul>`;
}

export const cautionWords = (caution: Caution): string => t(caution);

// For looking at the widgets while they are made (`npm run dev -w web-client`, then /web/gallery.html). Not part of the build.
import { html, type TemplateResult } from "lit";
import { chooseLanguage, format, language, startLanguage } from "client-kit/i18n/index.ts";
import { serverClock, type LinkStatus } from "client-kit/net/index.ts";
import { chooseTextSize, chooseTheme, startTheme, textSize, themeChoice, type TextSize, type ThemeChoice } from "client-kit/theme/theme.ts";
import { ask, askText, button, choice, empty, icon, ICONS, LightElement, loading, note, notify, person, progress, qr, spanUntil, tag, tick, voteButtons, voteCount, voteReceipt, voteResult } from "client-kit/ui/index.ts";
import { agendaOf, CHOICES, LONG_PERSON, papersOf, peopleOf, voteOf } from "./gallery/specimens.ts";
import "./gallery/gallery.css";

const now = serverClock.now();
const people = peopleOf(60);
const STATES: LinkStatus[] = [
  { state: "saved", waiting: 0 }, { state: "sending", waiting: 1 }, { state: "sending", waiting: 3 }, { state: "connecting", waiting: 0 }, { state: "offline", waiting: 0 }, { state: "offline", waiting: 2 }, { state: "stopped", waiting: 0, reason: "signedOut" },
  { state: "saved", waiting: 0, trouble: "Bộ nhớ của máy đã đầy." },
];
const TYPE = ["--text-4xl", "--text-3xl", "--text-2xl", "--text-xl", "--text-l", "--text-m", "--text-s", "--text-xs"];

class Gallery extends LightElement {
  static override properties = { dialog: { state: true }, sheet: { state: true }, chosen: { state: true }, tab: { state: true }, ticked: { state: true }, item: { state: true }, paper: { state: true } };
  declare dialog: boolean;
  declare sheet: "" | "bottom" | "left" | "right";
  declare chosen: string | undefined;
  declare tab: string;
  declare ticked: boolean;
  declare item: string | undefined;
  declare paper: string | undefined;

  constructor() {
    super();
    this.dialog = this.ticked = false;
    this.sheet = "";
    this.tab = "present";
  }

  override render(): TemplateResult {
    return html`${this.bar()}
      <main class="gallery">
        ${this.buttons()}${this.agendas()}${this.votes()}${this.results()}${this.clocks()}${this.fields()}${this.states()}${this.type()}
      </main>
      <ns-notices></ns-notices>
      <ns-dialog .open=${this.dialog} .heading=${"Thêm nội dung vào chương trình họp"} .content=${html`<ns-field .label=${"Tên nội dung"} .required=${true} .max=${200}></ns-field><ns-field .label=${"Cơ quan trình"} .hint=${"Như trong giấy mời"}></ns-field>`} .actions=${html`${button({ label: "Quay lại", main: true, press: () => (this.dialog = false) })}${button({ label: "Thêm nội dung", kind: "primary", main: true, press: () => (this.dialog = false) })}`} @ns-close=${() => (this.dialog = false)}></ns-dialog>
      <ns-sheet .open=${this.sheet !== ""} .side=${this.sheet === "" ? "bottom" : this.sheet} .live=${this.sheet === "bottom"} .heading=${this.sheet === "bottom" ? voteOf([0, 0, 0], 27, "PASSED").question : "Chương trình họp"} .modal=${this.sheet !== "bottom"}
        .content=${this.sheet === "bottom" ? html`${voteButtons({ choices: CHOICES, chosen: this.chosen, pick: (id) => (this.chosen = id) })}` : html`<ns-agenda .agenda=${agendaOf(12, 2, now)} .papers=${papersOf(agendaOf(12, 2, now))}></ns-agenda>`} @ns-close=${() => (this.sheet = "")}></ns-sheet>`;
  }

  private bar(): TemplateResult {
    return html`<header class="gallery-bar">
      <b>Nghị Sự</b>
      ${choice<ThemeChoice>({ label: "Giao diện", value: themeChoice(), options: [{ value: "light", label: "Sáng", icon: "sun" }, { value: "dark", label: "Tối", icon: "moon" }, { value: "contrast", label: "Tương phản", icon: "contrast" }], pick: (value) => { chooseTheme(value); this.requestUpdate(); } })}
      ${choice<TextSize>({ label: "Cỡ chữ", value: textSize(), options: [{ value: "normal", label: "18" }, { value: "large", label: "20" }, { value: "largest", label: "25" }], pick: (value) => { chooseTextSize(value); this.requestUpdate(); } })}
      ${choice({ label: "Ngôn ngữ", value: language(), options: [{ value: "vi", label: "Tiếng Việt" }, { value: "en", label: "English" }], pick: chooseLanguage })}
      <ns-clock seconds></ns-clock>
      <ns-status-chip .status=${STATES[0]}></ns-status-chip>
    </header>`;
  }

  private section(title: string, content: TemplateResult): TemplateResult {
    return html`<section class="gallery-section" id=${title.replace(/\W+/g, "-")}><h2>${title}</h2>${content}</section>`;
  }

  private buttons(): TemplateResult {
    return this.section("Buttons", html`
      <div class="gallery-row">
        ${button({ label: "Bắt đầu họp", kind: "primary", icon: "play", main: true })}
        ${button({ label: "Chủ trì quyết định", kind: "decisive", icon: "gavel", main: true })}
        ${button({ label: "Bắt đầu biểu quyết", kind: "live", icon: "ballot", main: true })}
        ${button({ label: "Đăng ký phát biểu", icon: "hand", main: true })}
        ${button({ label: "Hủy lịch họp", kind: "danger", icon: "trash", main: true })}
      </div>
      <div class="gallery-row">
        ${button({ label: "Lưu", kind: "primary" })}${button({ label: "Đang lưu", kind: "primary", busy: true })}${button({ label: "Mời phát biểu", icon: "microphone", busy: true })}${button({ label: "Kết thúc lấy ý kiến", disabled: true, why: "Chưa có phiếu nào" })}
        ${button({ label: "Theo", icon: "follow", pressed: true })}${button({ label: "Bút", icon: "pen", pressed: false, kind: "plain" })}${button({ label: "Tìm", icon: "search", kind: "plain" })}${button({ label: "Tin nhắn", icon: "message", kind: "plain", count: 3 })}${button({ label: "Cài đặt", icon: "settings", kind: "plain", iconOnly: true })}
        <ns-menu .label=${"Việc khác"} .items=${[{ label: "Sửa nội dung", icon: "edit", press: () => undefined }, { label: "Chuyển lên trên", icon: "up", press: () => undefined }, "line", { label: "Xóa nội dung", icon: "trash", danger: true, press: () => undefined }]}></ns-menu>
      </div>
      <div class="gallery-row">
        ${button({ label: "Mở hộp thoại", press: () => (this.dialog = true) })}
        ${button({ label: "Hỏi một lần", press: () => void ask({ title: "Kết thúc phiên họp?", text: "Sau khi kết thúc không thể biểu quyết hay phát biểu nữa. Biên bản được lập ngay.", confirm: "Kết thúc họp", kind: "danger" }) })}
        ${button({ label: "Hỏi lý do", press: () => void askText({ title: "Thu hồi tài liệu?", text: "Tài liệu sẽ đóng lại trên mọi máy.", label: "Lý do", confirm: "Thu hồi tài liệu", kind: "danger" }) })}
        ${button({ label: "Phiếu biểu quyết", kind: "live", press: () => (this.sheet = "bottom") })}
        ${button({ label: "Chương trình", icon: "agenda", press: () => (this.sheet = "left") })}
        ${button({ label: "Thông báo", press: () => notify({ text: "Đã chuyển sang mục 4.", tone: "good", action: { label: "Hoàn tác", press: () => undefined } }) })}
        ${button({ label: "Cảnh báo", press: () => notify({ text: "Biểu quyết đã kết thúc lúc 09:41. Phiếu của đồng chí đến sau nên không được tính.", tone: "warn" }) })}
      </div>
      <div class="gallery-icons">${ICONS.map((name) => html`<div>${icon(name)}${name}</div>`)}</div>`);
  }

  private agendas(): TemplateResult {
    const small = agendaOf(6, 2, now - 3_600_000);
    const large = agendaOf(60, 33, now - 3_600_000);
    const list = (agenda: ReturnType<typeof agendaOf> | undefined, times: boolean): TemplateResult => html`<div class="gallery-list"><ns-agenda .agenda=${agenda} .papers=${agenda === undefined ? {} : papersOf(agenda)} .fresh=${new Set(["t1a", "t2a"])} .times=${times} .selectedItem=${this.item} .selectedPaper=${this.paper} @ns-item=${(event: CustomEvent<{ item: string }>) => { this.item = event.detail.item; this.paper = undefined; }} @ns-paper=${(event: CustomEvent<{ paper: string }>) => (this.paper = event.detail.paper)}></ns-agenda></div>`;
    return this.section("Agenda", html`<div class="gallery-columns">${list(small, true)}${list(large, false)}${list(undefined, false)}</div>`);
  }

  private votes(): TemplateResult {
    return this.section("Vote", html`<div class="gallery-stack">
      ${voteButtons({ choices: CHOICES, pick: () => undefined })}
      ${voteButtons({ choices: CHOICES, chosen: "against", pick: () => undefined })}
      ${voteButtons({ choices: CHOICES, chosen: "for", disabled: true, pick: () => undefined })}
      <div class="gallery-columns">${voteReceipt({ receipt: { code: "K7M-2QX", seq: 412, at: now, marks: ["for"] }, vote: voteOf([3, 1, 0], 0, "PASSED") })}${voteCount({ received: 19, entitled: 27 })}</div>
    </div>`);
  }

  private results(): TemplateResult {
    const many = voteOf([38, 14, 8], 3, "PASSED", people);
    return this.section("Result", html`<div class="gallery-columns">${voteResult({ vote: voteOf([25, 1, 0], 1, "PASSED") })}${voteResult({ vote: voteOf([12, 13, 2], 0, "FAILED") })}</div><br />${voteResult({ vote: many, people })}`);
  }

  private clocks(): TemplateResult {
    return this.section("Clocks and people", html`<div class="gallery-columns">
      <div class="gallery-big gallery-stack">
        <ns-timer worded bar .span=${spanUntil(now - 60_000, now + 240_000)}></ns-timer>
        <ns-timer worded bar .span=${spanUntil(now - 270_000, now + 30_000)}></ns-timer>
        <ns-timer worded bar .span=${spanUntil(now - 300_000, now - 12_000)}></ns-timer>
        <ns-timer worded .span=${{ spentMs: 93_000, limitMs: 300_000 }}></ns-timer>
      </div>
      <div class="gallery-stack">
        ${person({ name: "Nguyễn Thị Thanh Hương", title: "Phó Giám đốc", unit: "Sở Thông tin và Truyền thông" }, { large: true })}
        ${person(LONG_PERSON, { large: true })}
        ${person(LONG_PERSON)}
      </div>
      <div class="gallery-stack">${qr("https://hop.tinh.gov.vn/tablet/", "Mã QR để vào phòng họp")}<p>${format.longDate(now)}<br />${format.dateTime(now)}</p></div>
    </div>`);
  }

  private fields(): TemplateResult {
    const { date, time } = format.toInputs(now);
    return this.section("Fields", html`<div class="gallery-columns">
      <div class="gallery-form">
        <ns-field .label=${"Tên cuộc họp"} .value=${"Phiên họp sơ kết 6 tháng đầu năm"} .required=${true} .max=${40}></ns-field>
        <ns-field .label=${"Mật khẩu"} .kind=${"password"} .error=${"Tên đăng nhập hoặc mật khẩu không đúng. Đồng chí còn 4 lần thử."}></ns-field>
        <ns-field .label=${"Ngày họp"} .kind=${"date"} .value=${date}></ns-field>
        <ns-field .label=${"Giờ bắt đầu"} .kind=${"time"} .value=${time}></ns-field>
      </div>
      <div class="gallery-form">
        <ns-field .label=${"Loại cuộc họp"} .kind=${"select"} .value=${"REVIEW"} .options=${[{ value: "REGULAR", label: "Phiên họp thường kỳ" }, { value: "REVIEW", label: "Hội nghị sơ kết, tổng kết" }]}></ns-field>
        <ns-field .label=${"Nội dung phát biểu"} .kind=${"area"} .hint=${"Một dòng để chủ trì biết đồng chí nói về việc gì"} .placeholder=${"Về chỉ tiêu ký số"}></ns-field>
        ${choice({ label: "Hình thức biểu quyết", value: "OPEN", options: [{ value: "OPEN", label: "Công khai" }, { value: "UNNAMED", label: "Không ghi tên" }], pick: () => undefined })}
        ${tick({ label: "Đóng danh sách đăng ký phát biểu khi chuyển nội dung", checked: this.ticked, change: (checked) => (this.ticked = checked) })}
      </div>
    </div>
    <ns-tabs .label=${"Bên phải"} .selected=${this.tab} .tabs=${[{ id: "present", label: "Có mặt", icon: "people", count: 24 }, { id: "floor", label: "Phát biểu", icon: "hand", count: 3 }, { id: "messages", label: "Tin nhắn", icon: "message" }]} .content=${empty({ icon: "hand", title: "Chưa có ai đăng ký phát biểu", text: "Đồng chí có thể chỉ định một thành viên.", action: button({ label: "Chỉ định phát biểu", icon: "microphone" }) })} @ns-select=${(event: CustomEvent<{ tab: string }>) => (this.tab = event.detail.tab)}></ns-tabs>`);
  }

  private states(): TemplateResult {
    return this.section("States", html`
      <div class="gallery-row">${STATES.map((status) => html`<ns-status-chip .status=${status}></ns-status-chip>`)}</div>
      <div class="gallery-row">${tag("Đang họp", "live")}${tag("Mới", "new")}${tag("Dự thảo")}${tag("Đã phát hành", "good")}${tag("Vắng mặt", "warn")}</div>
      <div class="gallery-columns">
        <div class="gallery-stack">${progress({ label: "Đang tải tài liệu", done: 143, total: 210, unit: "trang" })}${progress({ label: "Đang xử lý bao-cao.pdf", done: 0, total: 0 })}${loading()}</div>
        <div class="gallery-stack">${note("Cần ít nhất 18 thành viên có mặt; hiện có 16.", "warn")}${note("Biểu quyết công khai: kết quả ghi tên từng người.")}${note("Đã đủ số thành viên theo quy định.", "good")}${note("Đang biểu quyết. Đồng chí chưa biểu quyết.", "live")}</div>
        ${empty({ icon: "calendar", title: "Chưa có cuộc họp nào sắp tới", text: "Khi thư ký phát hành giấy mời, cuộc họp sẽ hiện ở đây.", action: button({ label: "Tạo cuộc họp", kind: "primary", icon: "plus" }) })}
      </div>`);
  }

  private type(): TemplateResult {
    return this.section("Type", html`<div class="gallery-type">${TYPE.map((size) => html`<p .style=${`font-size: var(${size}); line-height: 1.3`}>Nghị quyết ế ộ Ữ ẵ 0123456789</p>`)}<p class="tabular">1111111111<br />0000000000</p></div>
      <div class="gallery-swatches">${["paper", "paper-raised", "paper-sunken", "primary", "live", "gold", "warn", "for", "against", "abstain", "live-wash", "gold-wash"].map((name) => html`<div .style=${`--swatch: var(--${name}); --swatch-on: var(--on-${name}, var(--ink))`}>${name}</div>`)}</div>`);
  }
}
customElements.define("ns-gallery", Gallery);

startLanguage();
startTheme();
const asked = new URLSearchParams(location.search);
const theme = (["light", "dark", "contrast"] as const).find((one) => one === asked.get("theme"));
if (theme !== undefined) chooseTheme(theme);

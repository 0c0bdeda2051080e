import { isForm } from "client-kit/meeting/opinion-form.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { KINDS } from "../meetings/add-meeting.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { Draft } from "../shared/draft.ts";
import { momentField } from "../shared/moment-field.ts";
import { notify } from "../shared/notices.ts";
import { fromField, toField } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { forms } from "../texts/forms.ts";
import { prepare } from "../texts/prepare.ts";
import type { HeadFields } from "./drafts.ts";

const fieldsOf = ({ head }: MeetingView): HeadFields => ({ title: head.title, kind: head.kind, room: head.room, starts: toField(head.startsAt), ends: toField(head.endsAt) });

/** Title, kind, room and times of the meeting. */
export class HeadSheet extends DeskPart {
  static override properties = { ...DeskPart.properties, refusal: { state: true } };
  declare refusal: string;

  constructor() {
    super();
    this.refusal = "";
  }

  protected override draw(view: MeetingView): TemplateResult {
    const draft = (this.desk.drafts.head ??= new Draft(fieldsOf(view)));
    draft.follow(fieldsOf(view));
    const { value } = draft;
    const say = prepare.headForm;
    const locked = !this.desk.mine?.may.prepare || view.head.phase === "CLOSED" || view.head.phase === "CANCELLED";
    const type = (key: keyof HeadFields) => (event: Event): void => {
      draft.type(key, (event.target as HTMLInputElement).value as never);
      this.desk.tell();
    };
    return html`<form class="leaf" @submit=${this.#save} novalidate>
      <header class="leaf-head"><p class="eyebrow">${view.head.bodyName}</p><h2>${prepare.head}</h2></header>
      <label class="field big"><span>${isForm(view.head) ? forms.name : say.title}</span><textarea rows="2" maxlength="500" ?disabled=${locked} .value=${value.title} @input=${type("title")} data-testid="head-title"></textarea></label>
      ${isForm(view.head) ? html`${momentField({ label: forms.deadline, value: value.ends, testid: "head-ends", disabled: locked || view.head.phase !== "DRAFT", change: (typed) => this.#moment("ends", typed) })}
        <p class="hint">${view.head.phase === "DRAFT" ? forms.deadlineHint : forms.extendHint}</p>` : html`<div class="pair">
        <label class="field"><span>${say.kind}</span><select ?disabled=${locked} .value=${value.kind} @change=${type("kind")} data-testid="head-kind">${KINDS.filter((kind) => !isForm({ kind })).map((kind) => html`<option value=${kind} ?selected=${kind === value.kind}>${common.kind[kind]}</option>`)}</select></label>
        <label class="field"><span>${say.room}</span><input maxlength="200" ?disabled=${locked} .value=${value.room} @input=${type("room")} data-testid="head-room" /></label>
        ${momentField({ label: say.starts, value: value.starts, testid: "head-starts", disabled: locked, change: (typed) => this.#moment("starts", typed) })}
        ${momentField({ label: say.ends, value: value.ends, testid: "head-ends", disabled: locked, change: (typed) => this.#moment("ends", typed) })}
      </div>`}
      ${this.refusal ? html`<p class="hint bad" role="alert">${this.refusal}</p>` : nothing}
      ${draft.overtaken.length ? html`<p class="overtaken">${prepare.item.overtaken}</p>` : nothing}
      ${draft.dirty ? html`<div class="leaf-acts"><button class="ns-button ns-primary" data-testid="head-save">${say.save}</button>
        <button type="button" class="ns-button ns-plain" @click=${() => { draft.reset(); this.desk.tell(); }}>${prepare.item.reset}</button></div>` : nothing}
    </form>`;
  }

  #moment(key: "starts" | "ends", typed: string): void {
    this.desk.drafts.head?.type(key, typed);
    this.desk.tell();
  }

  #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const draft = this.desk.drafts.head;
    if (!draft) return;
    const { title, kind, room, starts, ends } = draft.value;
    const startsAt = fromField(starts);
    const endsAt = fromField(ends);
    this.refusal = !startsAt || !endsAt || endsAt <= startsAt ? (isForm({ kind }) ? forms.past : prepare.headForm.badTime) : "";
    if (this.refusal || !startsAt || !endsAt) return;
    if (await this.desk.revise(prepare.headForm.what, (reason) => ({ type: "editMeeting", title: title.trim(), kind, room: room.trim(), startsAt, endsAt, ...reason }))) notify(common.saved);
  };
}

customElements.define("head-sheet", HeadSheet);

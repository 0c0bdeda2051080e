import type { MeetingView } from "client-kit/proto/protocol.ts";
import type { PropertyValues, TemplateResult } from "lit";
import { nothing } from "lit";
import { Light } from "../shared/light.ts";
import type { Desk } from "./desk.ts";

/** A part of the meeting page that is drawn again whenever the meeting changes. */
export abstract class DeskPart extends Light {
  static override properties: Record<string, object> = { desk: { attribute: false } };
  declare desk: Desk;
  #unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("desk")) this.#watch();
  }

  #watch(): void {
    this.#unwatch?.();
    this.#unwatch = this.isConnected && this.desk ? this.desk.watch(() => this.requestUpdate()) : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.desk?.view;
    return view ? this.draw(view) : nothing;
  }

  protected abstract draw(view: MeetingView): TemplateResult | typeof nothing;
}

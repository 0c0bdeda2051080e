import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { MeetingLink } from "./meeting-link.ts";

/**
 * Draws its host again when the meeting changes. With `pick`, only when one of the picked parts is another object: the mirror
 * keeps what has not changed, so `(link) => [link.view?.agenda, link.mine]` draws an agenda only when the agenda changed.
 */
export class MeetingController implements ReactiveController {
  private end: (() => void) | undefined;
  private picked: readonly unknown[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly link: () => MeetingLink | undefined,
    private readonly pick?: (link: MeetingLink) => readonly unknown[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.follow();
  }

  /** The link may come later, as a property. */
  hostUpdate(): void {
    this.follow();
  }

  hostDisconnected(): void {
    this.end?.();
    this.end = undefined;
    this.following = undefined;
  }

  private following: MeetingLink | undefined;

  private follow(): void {
    const link = this.link();
    if (link === this.following) return;
    this.end?.();
    this.following = link;
    this.end = link?.subscribe(() => this.changed(link));
  }

  private changed(link: MeetingLink): void {
    if (this.pick !== undefined) {
      const fresh = this.pick(link);
      if (fresh.length === this.picked.length && fresh.every((one, at) => one === this.picked[at])) return;
      this.picked = fresh;
    }
    this.host.requestUpdate();
  }
}

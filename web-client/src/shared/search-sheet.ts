import { NsSearch } from "client-kit/text/ns-search.ts";
import type { Target } from "client-kit/text/results.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html } from "lit";
import { to } from "../app/route.ts";
import { previewPaper } from "../prepare/paper-sheets.ts";
import { common } from "../texts/common.ts";
import { openSheet } from "./ask.ts";

/** Search in one meeting or in all; what is found opens over it, and closing that leads back to the list. */
export async function searchSheet(meeting: () => MeetingView | null): Promise<void> {
  const search = new NsSearch();
  search.places = { meeting, paper: () => null, device: null };
  await openSheet("search", (close) => {
    search.addEventListener("hit", (event) => {
      const target = (event as CustomEvent<Target>).detail;
      if (target.paper !== undefined) {
        const found = search.paperOf(target);
        void previewPaper(target.meeting, target.paper, { title: found?.title.text ?? "", handling: found?.handling }, target);
        return;
      }
      close(null);
      location.hash = to.meeting(target.meeting);
    });
    return html`<header class="preview-head"><h2 id="sheet-title">${common.search}</h2><button type="button" class="ns-button ns-quiet" data-testid="search-close" @click=${() => close(null)}>${common.close}</button></header>${search}`;
  });
}

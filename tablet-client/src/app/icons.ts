import { svg, type SVGTemplateResult } from "lit";

/** Line icons in a box of 24, coloured by the text around them; always beside a word. */
const icon = (path: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${path}</svg>`;

export const icons = {
  back: icon(svg`<path d="M15 5l-7 7 7 7"/>`),
  forward: icon(svg`<path d="M9 5l7 7-7 7"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  down: icon(svg`<path d="M5 9l7 7 7-7"/>`),
  agenda: icon(svg`<path d="M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11"/>`),
  largeText: icon(svg`<path d="M2.5 19L8.5 5l6 14M4.6 14.2h7.8M15.5 19l3-7.5 3 7.5M16.6 16.3h3.8"/>`),
  search: icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>`),
  speak: icon(svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M8.5 21h7"/>`),
  vote: icon(svg`<path d="M4 12v8h16v-8M8.5 9.5l2.8 2.8L16 6.5M12 3v0"/><path d="M7 16h10"/>`),
  lead: icon(svg`<path d="M13.5 4.5l6 6M11 7l6 6M16.5 1.9l5.6 5.6M8.4 4.4l11.2 11.2M12.5 10.5L3.5 19.5M3 22h9"/>`),
  present: icon(svg`<rect x="3" y="4" width="18" height="12" rx="1"/><path d="M12 16v4M8 20h8M10 8l4 2-4 2z"/>`),
  stop: icon(svg`<rect x="6" y="6" width="12" height="12" rx="1"/>`),
  check: icon(svg`<path d="M5 12.5l4.5 4.5L19 7"/>`),
  tick: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M8 12.3l2.8 2.8L16.2 9.5"/>`),
  cross: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M9 9l6 6M15 9l-6 6"/>`),
  minus: icon(svg`<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>`),
  warn: icon(svg`<path d="M12 3.5L21.5 20h-19zM12 10v4.5M12 17.3v.2"/>`),
  cloud: icon(svg`<path d="M7 18.5h10a4 4 0 0 0 .6-7.95A6 6 0 0 0 6 9.3a4.6 4.6 0 0 0 1 9.2z"/>`),
  cloudOff: icon(svg`<path d="M7 18.5h10M20.6 16.4a4 4 0 0 0-3-5.85A6 6 0 0 0 9 5.6M6.2 8.4A4.7 4.7 0 0 0 7 18.5M3 3l18 18"/>`),
  sending: icon(svg`<path d="M12 19V6M6.5 11.5L12 6l5.5 5.5"/>`),
  device: icon(svg`<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>`),
  person: icon(svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>`),
  settings: icon(svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`),
  paper: icon(svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>`),
  pause: icon(svg`<path d="M8 5v14M16 5v14"/>`),
  play: icon(svg`<path d="M7 5l12 7-12 7z"/>`),
  pen: icon(svg`<path d="M4 20l1-4L16 5l3 3L8 19z"/>`),
  leave: icon(svg`<path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4"/>`),
} as const;

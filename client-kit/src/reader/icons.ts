import { svg, type SVGTemplateResult } from "lit";

/** Line icons in a box of 24, coloured by the text around them. */
const icon = (path: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="nsr-icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${path}</svg>`;

export const icons = {
  back: icon(svg`<path d="M15 5l-7 7 7 7"/>`),
  forward: icon(svg`<path d="M9 5l7 7-7 7"/>`),
  zoomIn: icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21M7.5 10.5h6M10.5 7.5v6"/>`),
  zoomOut: icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21M7.5 10.5h6"/>`),
  fitPage: icon(svg`<rect x="6" y="3" width="12" height="18" rx="1"/><path d="M9.5 8h5M9.5 12h5M9.5 16h3"/>`),
  fitWidth: icon(svg`<path d="M3 5v14M21 5v14M6.5 12h11M9 9l-3 3 3 3M15 9l3 3-3 3"/>`),
  pages: icon(svg`<rect x="3.5" y="4" width="7" height="7"/><rect x="13.5" y="4" width="7" height="7"/><rect x="3.5" y="13.5" width="7" height="7"/><rect x="13.5" y="13.5" width="7" height="7"/>`),
  contents: icon(svg`<path d="M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11"/>`),
  search: icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>`),
  largeText: icon(svg`<path d="M2.5 19L8.5 5l6 14M4.6 14.2h7.8M15.5 19l3-7.5 3 7.5M16.6 16.3h3.8"/>`),
  dark: icon(svg`<path d="M20 14.5A8 8 0 0 1 9.5 4 8.2 8.2 0 1 0 20 14.5z"/>`),
  light: icon(svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M18.7 5.3l-1.8 1.8M7.1 16.9l-1.8 1.8"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  contrast: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17M12 8h4.8M12 12h8.4M12 16h4.8"/>`),
  aloud: icon(svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11"/>`),
  play: icon(svg`<path d="M7.5 5v14l11.5-7z"/>`),
  pause: icon(svg`<path d="M8.5 5.5v13M15.5 5.5v13"/>`),
  erase: icon(svg`<path d="M9 6h11v12H9l-6-6zM12.5 9.5l5 5M17.5 9.5l-5 5"/>`),
} as const;

import { svg, type SVGTemplateResult } from "lit";

/** Line icons in a box of 24, as the kit's. */
const icon = (path: string): SVGTemplateResult =>
  svg`<svg class="ns-icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const inkIcons = {
  pen: icon("M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3"),
  marker: icon("M4.5 20h15M8 16.5l-1.5-4L15 4l4 4-8.5 8.5zM6.5 12.5l4 4"),
  highlight: icon("M4 17.5h16v3H4zM7 14.5l4.6-11h.8l4.6 11M8.6 10.5h6.8"),
  text: icon("M4.5 4.5h15v10.5h-7l-4 4.5v-4.5h-4zM8 8.5h8M8 11.5h5"),
  eraser: icon("M8.5 19.5l-4-4a1.4 1.4 0 0 1 0-2l8.7-8.7a1.4 1.4 0 0 1 2 0l4 4a1.4 1.4 0 0 1 0 2l-8.7 8.7zM9 9l6.2 6.2M8.5 19.5h11"),
  lasso: icon("M12 4.5c4.7 0 8.5 2.4 8.5 5.5s-3.8 5.5-8.5 5.5c-1.200 0-2.300-.2-3.300-.4M6.200 13.900C4.500 12.900 3.500 11.500 3.500 10c0-3.100 3.800-5.500 8.500-5.500M7.500 13.200a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600zM7.500 16.800c0 1.500-.6 2.700-1.800 3.700"),
  undo: icon("M8.500 5l-4 4 4 4M4.500 9h9a5.500 5.500 0 0 1 0 11H9"),
  redo: icon("M15.500 5l4 4-4 4M19.500 9h-9a5.500 5.500 0 0 0 0 11H15"),
  hand: icon("M8 12V6.300a1.300 1.300 0 0 1 2.600 0V11M10.600 11V4.800a1.300 1.300 0 0 1 2.600 0V11M13.200 11V5.800a1.300 1.300 0 0 1 2.600 0v6M15.800 12V8.300a1.300 1.300 0 0 1 2.600 0V14c0 4-2.400 6.500-6 6.500-2.700 0-4.200-1.200-5.400-3.400L4.800 13.300a1.300 1.300 0 0 1 2.200-1.300l1 1.500"),
  pressure: icon("M4 15.500c3-7 5-7 8-3s5 3.500 8-3.500M4 18.500h16"),
  done: icon("M5 12.500l4.800 4.800L19.200 7.200"),
  people: icon("M9 5a3.300 3.300 0 1 1 0 6.600A3.300 3.300 0 0 1 9 5zM2.500 19c.5-3.200 3-5 6.500-5s6 1.800 6.500 5M15.500 5.300a3.300 3.300 0 0 1 0 6M17.500 14.400c2.300.6 3.700 2.200 4 4.600"),
  trash: icon("M4.500 6.500h15M9.500 6.500v-2.500h5v2.500M6.500 6.500l.8 13.500h9.400l.8-13.500M10.300 10.500v6M13.700 10.500v6"),
  close: icon("M6.500 6.500l11 11M17.500 6.500l-11 11"),
} as const;

import { html, nothing, type TemplateResult } from "lit";
import "./icon.css";

/** Drawn for 24 × 24 with a round 1.75 stroke; one path each, dots are strokes of no length. */
const PATHS = {
  check: "M5 12.5l4.8 4.8L19.2 7.2",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  minus: "M6 12h12",
  plus: "M12 5.5v13M5.5 12h13",
  left: "M14.5 5.5L8 12l6.5 6.5",
  right: "M9.5 5.5L16 12l-6.5 6.5",
  up: "M5.5 14.5L12 8l6.5 6.5",
  down: "M5.5 9.5L12 16l6.5-6.5",
  back: "M19.5 12h-15M10.5 6l-6 6 6 6",
  forward: "M4.5 12h15M13.5 6l6 6-6 6",
  menu: "M4.5 7h15M4.5 12h15M4.5 17h15",
  more: "M4.9 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M11.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M17.9 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3.2 2.2",
  calendar: "M5 5.5h14a1 1 0 0 1 1 1v12.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8 3.5v4M16 3.5v4",
  agenda: "M9.5 6.5h10M9.5 12h10M9.5 17.5h10M4.5 6.5h.8M4.5 12h.8M4.5 17.5h.8",
  paper: "M6.5 3.5h7.5l4 4v13h-11.5zM13.5 3.5v4.5h4.5M9.5 12.5h5.5M9.5 16h5.5",
  papers: "M8.5 3.5h7l3.5 3.5v10h-10.5zM15 3.5v4h4M5.5 7v13.5h10.5",
  upload: "M12 15.5V4.5M7.5 8.5L12 4l4.5 4.5M4.5 15.5v4h15v-4",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15.5v4h15v-4",
  pen: "M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3",
  marker: "M4.5 20h15M8 16.5l-1.5-4L15 4l4 4-8.5 8.5zM6.5 12.5l4 4",
  search: "M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5",
  hand: "M8 12V6.3a1.3 1.3 0 0 1 2.6 0V11M10.6 11V4.8a1.3 1.3 0 0 1 2.6 0V11M13.2 11V5.8a1.3 1.3 0 0 1 2.6 0v6M15.8 12V8.3a1.3 1.3 0 0 1 2.6 0V14c0 4-2.4 6.5-6 6.5-2.7 0-4.2-1.2-5.4-3.4L4.8 13.3a1.3 1.3 0 0 1 2.2-1.3l1 1.5",
  microphone: "M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6",
  ballot: "M4.5 12.5V20h15v-7.5M3.5 12.5h17M8 12.5V4h8v8.5M10 8l1.5 1.5L14.3 6.5",
  gavel: "M13.5 4.5l6 6M11 7l6 6M12.5 5.5L9 9l6 6 3.5-3.5M11.5 12.5l-7 7M14 20.5h6",
  person: "M12 4a3.8 3.8 0 1 1 0 7.6A3.8 3.8 0 0 1 12 4zM4.5 20c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5",
  people: "M9 5a3.3 3.3 0 1 1 0 6.6A3.3 3.3 0 0 1 9 5zM2.5 19c.5-3.2 3-5 6.5-5s6 1.8 6.5 5M15.5 5.3a3.3 3.3 0 0 1 0 6M17.5 14.4c2.3.6 3.7 2.2 4 4.6",
  door: "M6.5 20.5v-17h11v17M4 20.5h16M14 12h.01",
  screen: "M3.5 5h17v11.5h-17zM12 16.5v3.5M8 20h8",
  present: "M3.5 4.5h17M5 4.5v10.5h14V4.5M12 15v2.5M8.5 20.5l3.5-3 3.5 3M10.5 7.5v4.5l4-2.2z",
  follow: "M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM12 2.5v3.5M12 18v3.5M2.5 12H6M18 12h3.5",
  play: "M7.5 5v14l11.5-7z",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  stop: "M6.5 6.5h11v11h-11z",
  edit: "M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM12.5 19.5h7",
  trash: "M4.5 6.5h15M9.5 6.5v-2.5h5v2.5M6.5 6.5l.8 13.5h9.4l.8-13.5M10.3 10.5v6M13.7 10.5v6",
  lock: "M5.5 10.5h13v9.5h-13zM8.5 10.5v-3a3.5 3.5 0 0 1 7 0v3M12 14.5v1.8",
  unlock: "M5.5 10.5h13v9.5h-13zM8.5 10.5v-4a3.5 3.5 0 0 1 6.7-1.4M12 14.5v1.8",
  beside: "M3.5 5h7.5v14H3.5zM13 5h7.5v14H13zM6 9h2.5M6 12h2.5M15.5 9H18M15.5 12H18",
  swipe: "M12 3.5v17M9.5 6H4v12h5.5M14.5 6H20v12h-5.5M8 12H5.5M16 12h2.5",
  blend: "M9 6a6 6 0 1 1 0 12A6 6 0 0 1 9 6zM15 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12z",
  point: "M4.5 19.5l8-8M15.8 4.8a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8M20.5 15.5l-1.5-1.5M8.5 4l1.5 1.5",
  eye: "M2.5 12C5 7.8 8.2 5.7 12 5.7s7 2.1 9.5 6.3c-2.5 4.2-5.7 6.3-9.5 6.3S5 16.2 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z",
  hidden: "M4 4l16 16M9.8 6c.7-.2 1.4-.3 2.2-.3 3.8 0 7 2.1 9.5 6.3-.8 1.3-1.7 2.5-2.7 3.4M6.3 7.7C4.9 8.7 3.6 10.2 2.5 12c2.5 4.2 5.7 6.3 9.5 6.3 1.5 0 2.9-.3 4.2-1M9.9 10.2a2.8 2.8 0 0 0 3.9 3.9",
  warning: "M12 4l9 15.5H3zM12 10v4.5M12 17h.01",
  info: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11v5.5M12 7.8h.01",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4",
  saved: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 12.3l2.8 2.8L16.2 9.5",
  sending: "M12 20V6M6.5 11L12 5.5l5.5 5.5",
  offline: "M4 4l16 16M2.5 9.5c1.3-1.2 2.7-2.1 4.2-2.7M10.5 5.6c4-.5 7.9.8 11 3.9M5.8 13c1.4-1.3 3-2.1 4.7-2.4M15.2 11.3c1.1.4 2.1 1 3 1.8M9 16.5c1.9-1.5 4.1-1.5 6 0M12 19.5h.01",
  settings: "M4.5 7.5h8M17 7.5h2.5M4.5 16.5H7M11.5 16.5h8M14.8 5.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM9.2 14.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  contrast: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 3.5v17M12 7.5h4.5M12 12h8M12 16.5h4.5",
  language: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c2.5 2.5 3.7 5.3 3.7 8.5s-1.2 6-3.7 8.5c-2.5-2.5-3.7-5.3-3.7-8.5s1.2-6 3.7-8.5z",
  text: "M3.5 18.5l5-13h.5l5 13M5.3 14.5h7M15 18.5l2.9-7.5h.4l2.9 7.5M16 16h4.2",
  enter: "M13.5 4.5h6v15h-6M4 12h11M10.5 7.5L15 12l-4.5 4.5",
  leave: "M10.5 4.5h-6v15h6M9.5 12h11M16 7.5l4.5 4.5-4.5 4.5",
  home: "M4 11.5L12 4.5l8 7M6.5 9.5V20h11V9.5M10 20v-5.5h4V20",
  minutes: "M5.5 3.5h13v17h-13zM9 8h6M9 12h6M9 16h3.5",
  print: "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
  qr: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h2v2h-2zM19.5 13.5v2M17 19.5h2.5v-1M13.5 19.5h.01M7.5 7.5h.01M16.5 7.5h.01M7.5 16.5h.01",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5",
  undo: "M8.5 5L4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-4",
  message: "M4 5h16v11.5h-8.5L7 20.5v-4H4zM8 9.5h8M8 12.8h5",
  question: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM9.5 9.7c.2-1.5 1.2-2.4 2.6-2.4s2.5.9 2.5 2.2c0 2-2.6 2.2-2.6 4.2M12 16.7h.01",
  quorum: "M4 20h16M5.5 16.5v-4M10 16.5v-9M14.5 16.5v-6.5M19 16.5V4.5",
  rest: "M5 9h11.5v5.5a4.5 4.5 0 0 1-4.5 4.5H9.5A4.5 4.5 0 0 1 5 14.5zM16.5 10.5H18a2.5 2.5 0 0 1 0 5h-1.7M8.5 3.5c-.8 1 .8 1.5 0 2.7M12.5 3.5c-.8 1 .8 1.5 0 2.7",
  equal: "M6 9.5h12M6 14.5h12",
  drag: "M8.4 6.5a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M14.4 6.5a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M8.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M14.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M8.4 17.5a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M14.4 17.5a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0",
} as const;

export type IconName = keyof typeof PATHS;
export const ICONS = Object.keys(PATHS) as IconName[];

/** An icon beside its word. Give a label only where, for once, no word stands beside it. */
export function icon(name: IconName, label?: string): TemplateResult {
  return html`<svg class="ns-icon" viewBox="0 0 24 24" focusable="false" role=${label === undefined ? nothing : "img"} aria-label=${label ?? nothing} aria-hidden=${label === undefined ? "true" : nothing}><path d=${PATHS[name]}></path></svg>`;
}

/** The shapes of the answers to a vote: a disc that says yes, a square that says no, a diamond that says neither, a leaf with words on it. Told apart in grey. */
const SHAPES = {
  FOR: { shape: "M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21z", sign: "M7 12.5l3.5 3.5L17 8.8" },
  AGAINST: { shape: "M4.5 2.5h15a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z", sign: "M8 8l8 8M16 8l-8 8" },
  ABSTAIN: { shape: "M12 .8L23.2 12 12 23.2.8 12z", sign: "M7.8 12h8.4" },
  OTHER: { shape: "M3 3.5h18v13.5h-8.5l-5.5 5V17H3z", sign: "M7.5 8.5h9M7.5 12.5h5.5" },
} as const;

export function answerMark(meaning: keyof typeof SHAPES): TemplateResult {
  const { shape, sign } = SHAPES[meaning];
  return html`<svg class="ns-answer-mark" viewBox="0 0 24 24" focusable="false" aria-hidden="true"><path class="ns-answer-shape" d=${shape}></path><path class="ns-answer-sign" d=${sign}></path></svg>`;
}

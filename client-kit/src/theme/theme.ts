/// <reference path="../css.d.ts" />
import "./fonts.css";
import "./tokens.css";
import "./base.css";

/** What a reader may choose; `auto` follows the device (dark mode, more contrast). */
export type ThemeChoice = "auto" | "light" | "dark" | "contrast";
export type TextSize = "normal" | "large" | "largest";

const THEME_KEY = "nghisu.theme";
const TEXT_KEY = "nghisu.text";
const THEMES: readonly ThemeChoice[] = ["auto", "light", "dark", "contrast"];
const SIZES: readonly TextSize[] = ["normal", "large", "largest"];

let choice: ThemeChoice = "auto";
let size: TextSize = "normal";

export function themeChoice(): ThemeChoice {
  return choice;
}

export function textSize(): TextSize {
  return size;
}

/** Sets the theme on <html>, and keeps it unless told otherwise (a room screen has its own). */
export function chooseTheme(wanted: ThemeChoice, keep = true): void {
  choice = wanted;
  if (keep) write(THEME_KEY, wanted);
  show();
}

export function chooseTextSize(wanted: TextSize): void {
  size = wanted;
  write(TEXT_KEY, wanted);
  show();
}

/** Call once, first thing in an app: the kept choice, else the device's. */
export function startTheme(): void {
  choice = THEMES.find((one) => one === read(THEME_KEY)) ?? "auto";
  size = SIZES.find((one) => one === read(TEXT_KEY)) ?? "normal";
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(query).addEventListener("change", show);
  show();
}

function show(): void {
  const root = document.documentElement;
  root.dataset["theme"] = choice === "auto" ? fromDevice() : choice;
  if (size === "normal") delete root.dataset["text"];
  else root.dataset["text"] = size;
  const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
  if (paper !== "") document.querySelector('meta[name="theme-color"]')?.setAttribute("content", paper);
}

function fromDevice(): "light" | "dark" | "contrast" {
  if (matchMedia("(prefers-contrast: more)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// Storage may be closed to us (private mode): a forgotten preference is no reason to stop.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

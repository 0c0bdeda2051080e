/// <reference path="../css.d.ts" />
import { describe, expect, it } from "vitest";
import css from "./tokens.css?raw";

type Tokens = Map<string, string>;


function tokensOf(selector: RegExp): Tokens {
  const block = new RegExp(`${selector.source}\\s*\\{([^}]*)\\}`).exec(css)?.[1];
  if (block === undefined) throw new Error(`no block ${selector.source}`);
  return new Map([...block.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const papers = ["--paper", "--paper-raised", "--paper-sunken"];
const texts = ["--ink", "--ink-soft", "--ink-faint", "--live-text", "--gold-text", "--warn-text", "--good-text", "--for-text", "--against-text", "--abstain-text"];
const textPairs: [string, string][] = [
  ...texts.flatMap((text) => papers.map((paper): [string, string] => [text, paper])),
  ...["live", "gold", "warn", "for", "against", "abstain", "primary"].map((fill): [string, string] => [`--on-${fill}`, `--${fill}`]),
  ["--on-primary", "--primary-press"], ["--on-live", "--live-press"], ["--on-gold", "--gold-press"],
  ...["live", "gold", "warn", "good", "for", "against", "abstain"].flatMap((name): [string, string][] => [[`--${name}-text`, `--${name}-wash`], ["--ink", `--${name}-wash`], ["--ink-soft", `--${name}-wash`]]),
];
/** Borders of controls, focus rings and fills that carry meaning (WCAG 1.4.11). */
const shapePairs: [string, string][] = ["--edge", "--focus", "--live", "--for", "--against", "--abstain", "--primary"].flatMap((shape) => papers.map((paper): [string, string] => [shape, paper]));

const themes = [
  { name: "light", tokens: tokensOf(/:root,\s*\[data-theme="light"\]/), text: 4.5 },
  { name: "dark", tokens: tokensOf(/\[data-theme="dark"\]/), text: 4.5 },
  { name: "contrast", tokens: tokensOf(/\[data-theme="contrast"\]/), text: 7 },
];

describe.each(themes)("the $name theme", ({ tokens, text }) => {
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  };

  it.each(textPairs)("%s can be read on %s", (one, other) => {
    expect(contrast(colour(one), colour(other))).toBeGreaterThanOrEqual(text);
  });

  it.each(shapePairs)("%s can be seen on %s", (one, other) => {
    expect(contrast(colour(one), colour(other))).toBeGreaterThanOrEqual(3);
  });

  it("sets every colour that the light theme sets", () => {
    expect([...tokens.keys()].sort()).toEqual([...(themes[0]?.tokens.keys() ?? [])].sort());
  });
});

it("knows what black on white is", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});

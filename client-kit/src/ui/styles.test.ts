import { expect, it } from "vitest";

const sheets = import.meta.glob("../**/*.css", { query: "?raw", import: "default", eager: true }) as Record<string, string>;
const apps = import.meta.glob("../../../*-client/src/**/*.css", { query: "?raw", import: "default", eager: true }) as Record<string, string>;

it("no style needs a newer browser than Safari 15.4", () => {
  const newer = /@container|container(?:-type)?:|cq[wihb]\b|@scope|color-mix|light-dark|subgrid|text-box|anchor-name|^\s*&/m;
  expect(Object.entries({ ...sheets, ...apps }).filter(([, css]) => newer.test(css)).map(([file]) => file)).toEqual([]);
});

it("each piece of the kit has class names of its own: no class is described in two files", () => {
  const files = new Map<string, Set<string>>();
  for (const [file, css] of Object.entries(sheets)) {
    for (const [, name = ""] of css.matchAll(/^\.(ns-[a-z-]+) \{/gm)) files.set(name, (files.get(name) ?? new Set()).add(file));
  }
  expect(files.size).toBeGreaterThan(20);
  expect([...files].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].join(", ")}`)).toEqual([]);
});

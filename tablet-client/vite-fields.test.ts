import { expect, test } from "vitest";
import { bareInitializers, guardInitializers } from "./vite-fields.ts";

const bare = (code: string): string[] => bareInitializers(code).map(({ start, end }) => code.slice(start, end));

test("an initializer that names something outside its class is found, whatever stands around the name", () => {
  const code = `class Đ { #a = list[(0)]; b = new Map(() => {}); static c = { x: [\`\${d}\`] }; "e" = class extends f {}; ["g"] = h?.(1); #i = { [j]: 1 }; k = -l }`;
  expect(bare(code)).toEqual(["list[(0)]", "new Map(() => {})", "{ x: [`${d}`] }", "class extends f {}", "h?.(1)", "{ [j]: 1 }", "-l"]);
});

test("one that names nothing, or only in a function, is left alone", () => {
  const code = `class A { a; #b = 1; c = () => d; e = function () { return f; }; #g = this.#b; h = { i: 1, j() { return k; } }; l = (() => m)(); n = class { o() { return p; } } }`;
  expect(bare(code)).toEqual([]);
  expect(guardInitializers(code)).toBe(code);
});

test("guarded fields have the same values, private, static, of objects and one class in another", () => {
  const code = `
    class Out { static #s = [seed].concat("ế"); #o = { n: seed }; p = new Map([[seed, this.#o]]);
      inner = class extends Base { q = seed + 1; r = () => this.q; };
      all() { const { q, r, z } = new this.inner(); return [Out.#s, this.#o, this.p.get(seed) === this.#o, q, new this.inner().r(), z]; } }
    return new Out().all();`;
  const guarded = guardInitializers(code.replace("return new Out().all();", "")) + "return new Out().all();";
  const run = (text: string): unknown => new Function("seed", "Base", text)(6, class { z = "z"; });
  expect(run(code)).toEqual([[6, "ế"], { n: 6 }, true, 7, 7, "z"]);
  expect(run(guarded)).toEqual(run(code));
  expect(bareInitializers(guarded.replace(/return new Out.*$/, ""))).toEqual([]);
  expect(guarded.match(/\(\(\)=>/g)).toHaveLength(5);
});

test("a script that can't be read is refused", () => {
  expect(() => bareInitializers("class {")).toThrow();
});

import { expect, test } from "vitest";
import { plainLines } from "./vite-lines.ts";

test("lines of templates lose their indentation and keep their breaks", () => {
  const code = "const a: string = 'ế  \\n';\nconst b = html`<p\n    class=\"a  b\">Một  hai \t\n\n      ba</p>\n  ${c ? html`\n\t<i>${d}\n    </i>` : ``}\n    `;\nconst e = svg`<g>\n  </g>`;";
  expect(plainLines(code, "a.ts")).toBe("const a: string = 'ế  \\n';\nconst b = html`<p\nclass=\"a  b\">Một  hai\nba</p>\n${c ? html`\n<i>${d}\n</i>` : ``}\n`;\nconst e = svg`<g>\n</g>`;");
});

test("what stands between a template's values, and all other text, stays", () => {
  const code = "const a = html`${b(`one\n    two`)}${c({\n    d: 1 })}`;\nconst e = css`a {\n    b: c }`;\nconst f = `g\n    h`;";
  expect(plainLines(code, "a.ts")).toBe(code);
});

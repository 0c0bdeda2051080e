import { minify as terser } from "terser";
import { minify as oxc, type Plugin } from "vite";
import { guardInitializers } from "./vite-fields.ts";
import { plainLines } from "./vite-lines.ts";

/** The oldest browsers, for all but the fields of classes. */
export const FLOOR = ["chrome109", "safari15.4"];
/** Private fields stay as they are written instead of becoming a WeakMap each; what Safari before 16 gets wrong in them is guarded below. */
export const FLOOR_OF_SCRIPTS = ["chrome109", "safari16"];

/** Makes the scripts of the app as small as they get without a change in what they do. The bundler's own last step is left out, as it would undo the guard. */
export function smaller(): Plugin[] {
  return [
    {
      name: "nghisu-plain-lines",
      apply: "build",
      enforce: "pre",
      transform: { filter: { id: /\.ts$/, code: /\b(?:html|svg)`/ }, handler: (code, id) => ({ code: plainLines(code, id), map: null }) },
    },
    {
      name: "nghisu-smaller",
      apply: "build",
      enforce: "post",
      config: () => ({ build: { minify: false, cssMinify: true, rolldownOptions: { output: { minify: false, minifyInternalExports: true } } } }),
      renderChunk: {
        order: "post",
        // before names are given by content: a change of this file gives new names too
        async handler(code, { fileName }) {
          const first = await oxc(fileName, code, { module: true, compress: { target: FLOOR_OF_SCRIPTS }, mangle: true, codegen: { removeWhitespace: true, legalComments: "none" } });
          if (first.errors.length > 0) throw new Error(first.errors[0]!.message);
          const { code: second = "" } = await terser(first.code, { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } });
          return { code: guardInitializers(second), map: null };
        },
      },
    },
  ];
}

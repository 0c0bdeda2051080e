import { type ESTree, parseSync, Visitor } from "vite";

/**
 * The same module with the lines of its html and svg templates ended, but not indented: a page shows a line break as it shows
 * one with spaces around it. The break itself stays, for it parts words, and stands where a style keeps breaks.
 */
export function plainLines(code: string, file: string): string {
  const texts: ESTree.TemplateElement[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) { if (tag.type === "Identifier" && (tag.name === "html" || tag.name === "svg")) texts.push(...quasi.quasis); },
  }).visit(parseSync(file, code).program);
  texts.sort((a, b) => b.start - a.start);
  return texts.reduce((done, { start, end }) => done.slice(0, start) + done.slice(start, end).replace(/[ \t]*\n\s*/g, "\n") + done.slice(end), code);
}

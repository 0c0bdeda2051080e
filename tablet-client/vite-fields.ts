import { type ESTree, parseSync } from "vite";

type Part = ESTree.Node & Record<string, unknown>;
interface Span { readonly start: number; readonly end: number }

/**
 * Where in a script (offsets in UTF-16 units) a class field's initializer names something by itself. Safari before 16 may
 * answer such a field with "Can't find variable" (WebKit bug 236843): it doesn't always keep the name for the field.
 * What stands in a function is kept.
 */
export function bareInitializers(code: string): Span[] {
  const bare: Span[] = [];
  const look = (node: Part): void => {
    if (node.type === "PropertyDefinition") {
      const value = node.value as Part | null;
      if (value && names(value)) bare.push({ start: value.start, end: value.end });
    }
    for (const child of children(node)) look(child);
  };
  look(parse(code));
  return bare;
}

/** The same script with each of these initializers in a function that is called at once, which changes no meaning. */
export function guardInitializers(code: string): string {
  const marks = bareInitializers(code).flatMap(({ start, end }) => (code[start] === "{" ? [[start, "(()=>("], [end, "))()"]] : [[start, "(()=>"], [end, ")()"]]) as [number, string][]);
  marks.sort(([a], [b]) => b - a);
  return marks.reduce((done, [at, mark]) => done.slice(0, at) + mark + done.slice(at), code);
}

function parse(code: string): Part {
  const { program, errors } = parseSync("script.js", code);
  if (errors.length > 0) throw new Error(errors[0]!.message);
  return program as unknown as Part;
}

/** Whether an expression names anything, apart from the functions and the fields of classes in it. */
function names(node: Part): boolean {
  const key = (): boolean => node.computed === true && names(node.key as Part);
  switch (node.type) {
    case "Identifier": return true;
    case "ArrowFunctionExpression": case "FunctionExpression": case "StaticBlock": case "MetaProperty": return false;
    case "PropertyDefinition": return key();
    case "Property": case "MethodDefinition": return key() || names(node.value as Part);
    case "MemberExpression": return names(node.object as Part) || (node.computed === true && names(node.property as Part));
    default: return children(node).some(names);
  }
}

const children = (node: Part): Part[] =>
  Object.values(node).flat().filter((child): child is Part => typeof child === "object" && child !== null && typeof (child as Part).type === "string");

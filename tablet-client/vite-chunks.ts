import type { Rolldown } from "vite";

type Ask = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** Files in the order in which they come, with the modules that need all the rest of them. The first is the way to a page. */
const FILES: readonly (readonly [file: string, roots: RegExp])[] = [
  ["way", /\/index\.html$/],
  ["start", /\/(?:sign-in-screen|meetings-screen|me-panel|packs)\.ts$/],
  ["tools", /\/(?:page-tools|panel-parts)\.ts$/],
  ["sheets", /\/(?!(?:room|secret|indicator)-parts\.|chart-part\.)[\w-]+\.ts$/],
  ["room", /\/room-parts\.ts$/],
  ["secret", /\/secret-parts\.ts$/],
  ["charts", /\/(?:indicator-parts|chart-part)\.ts$/],
];

/**
 * Seven files instead of thirty: each is compressed by itself, and many small ones repeat what the others know.
 * A module lies in the file that needs it first.
 */
export function chunks(root: string): Rolldown.CodeSplittingGroup[] {
  const files = new Map<string, string>();
  const sort = (ask: Ask): void => {
    const roots = new Set([`${root}/index.html`]);
    const give = (id: string, file: string): void => {
      if (files.has(id)) return;
      files.set(id, file);
      const module = ask.getModuleInfo(id);
      for (const later of module?.dynamicallyImportedIds ?? []) roots.add(later);
      for (const next of module?.importedIds ?? []) give(next, file);
    };
    for (const [file, known] of FILES) for (const id of roots) if (known.test(id)) give(id, file);
  };
  return FILES.map(([file], i) => ({
    priority: FILES.length - i,
    debugName: file,
    name: (id, ask) => {
      if (files.size === 0) sort(ask);
      // what the bundler adds by itself travels with the way
      return (files.get(id) ?? "way") === file ? file : null;
    },
  }));
}

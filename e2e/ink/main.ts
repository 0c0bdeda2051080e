// The reader with its ink and without its apps: one paper, and a notebook that lasts as long as the page.
import { startLanguage } from "client-kit/i18n/index.ts";
import { Ink, penButton } from "client-kit/ink/index.ts";
import { MemoryNotebook } from "client-kit/ink/testing.ts";
import "client-kit/reader/index.ts";
import type { Manifest, NsReader } from "client-kit/reader/index.ts";
import { startTheme } from "client-kit/theme/theme.ts";
import "./main.css";

startLanguage();
startTheme();
const reader = document.createElement("ns-reader");
reader.paper = "p1";
reader.person = "lan";
reader.fileUrl = (name) => `/files/m1/p1/${name}`;
const notebook = new MemoryNotebook();
const ink = new Ink(reader, notebook, "lan");
const bar = document.createElement("ns-ink-bar");
const notes = document.createElement("ns-page-notes");
bar.ink = notes.ink = ink;
const tools = (): void => {
  reader.tools = penButton(ink);
};
ink.listen(tools);
tools();
document.querySelector("#desk")!.append(reader, notes);
document.querySelector("#room")!.append(bar);
Object.assign(window, { reader, ink, notebook });
const answer = await fetch("/files/m1/p1/manifest");
reader.manifest = (await answer.json()) as Manifest;

declare global {
  interface Window { reader: NsReader; ink: Ink; notebook: MemoryNotebook }
}

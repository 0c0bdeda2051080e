// The reader without its apps: one paper of one made-up meeting, for the browser tests of the reader and of offline reading.
import { claimDevice, Packs, registerWorker } from "client-kit/offline/index.ts";
import "client-kit/reader/index.ts";
import type { Manifest, NsReader } from "client-kit/reader/index.ts";
import { startTheme } from "client-kit/theme/theme.ts";
import "./main.css";

startTheme();
const asked = new URLSearchParams(location.search);
const paper = asked.get("paper") ?? "p300";
const person = asked.get("person") ?? "lan";

await claimDevice(person);
const reader = document.createElement("ns-reader");
reader.paper = paper;
reader.person = person;
reader.fileUrl = (name) => `/files/m1/${paper}/${name}`;
const pill = document.createElement("ns-follow-pill");
pill.addEventListener("rejoin", () => reader.rejoin());
reader.addEventListener("follow-change", (event) => {
  const { wandering, presenter } = (event as CustomEvent<{ wandering: boolean; presenter: { page: number } | null }>).detail;
  pill.page = wandering && presenter ? presenter.page : 0;
});
document.querySelector("#room")!.append(reader);
document.querySelector("#pill")!.append(pill);

const packs = new Packs(person);
if (asked.has("offline")) {
  await registerWorker(() => undefined);
  packs.want("m1", [paper]);
}
Object.assign(window, { reader, packs });
const answer = await fetch(`/files/m1/${paper}/manifest`);
if (answer.ok) reader.manifest = (await answer.json()) as Manifest;

declare global {
  interface Window { reader: NsReader; packs: Packs }
}

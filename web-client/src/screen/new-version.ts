const ASK_MS = 60_000;

/** The names of the scripts in a page; they carry a hash of their content. */
export const scriptsOf = (page: string): string => [...page.matchAll(/src="([^"]+\.js)"/g)].map((found) => found[1]).join(" ");

/** Reloads the page when the server has another version of it, but only while nothing is being shown. */
export class NewVersion {
  #mine: string | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly idle: () => boolean) {}

  start(): void {
    this.#mine = scriptsOf(document.documentElement.outerHTML);
    this.#timer = setInterval(() => void this.#ask(), ASK_MS);
  }

  stop(): void { clearInterval(this.#timer); }

  async #ask(): Promise<void> {
    if (!this.idle()) return;
    const page = await fetch(location.pathname, { cache: "no-cache" }).then((answer) => (answer.ok ? answer.text() : ""), () => "");
    const theirs = scriptsOf(page);
    if (theirs !== "" && theirs !== this.#mine && this.idle()) location.reload();
  }
}

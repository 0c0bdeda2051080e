export type Tense = "prepare" | "lead" | "minutes" | "papers";

export type Route =
  | { readonly page: "meetings" }
  | { readonly page: "meeting"; readonly id: string; readonly tense?: Tense }
  | { readonly page: "cards"; readonly id: string }
  | { readonly page: "admin"; readonly part: "people" | "bodies" }
  | { readonly page: "tasks" }
  | { readonly page: "indicators" | "statistics"; readonly body: string }
  | { readonly page: "archive"; readonly id?: string }
  | { readonly page: "check" }
  | { readonly page: "unknown" };

const TENSES: readonly string[] = ["prepare", "lead", "minutes", "papers"];
const isTense = (word: string | undefined): word is Tense => word !== undefined && TENSES.includes(word);

/** What an address means; addresses are kept in the hash, so that any file server will do. */
export function readRoute(hash: string): Route {
  const [page, id, more] = hash.replace(/^#?\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);
  if (page === undefined) return { page: "meetings" };
  if (page === "meeting" && id && more === "cards") return { page: "cards", id };
  if (page === "meeting" && id && (more === undefined || isTense(more))) return more === undefined ? { page, id } : { page, id, tense: more };
  if (page === "check" && id === undefined) return { page };
  if (page === "admin" && (id === undefined || id === "people" || id === "bodies")) return { page, part: id ?? "people" };
  if ((page === "indicators" || page === "statistics") && more === undefined) return { page, body: id ?? "" };
  if (page === "archive" && more === undefined) return id === undefined ? { page } : { page, id };
  if (page === "tasks" && id === undefined) return { page };
  return { page: "unknown" };
}

export const to = {
  meetings: "#/",
  tasks: "#/tasks",
  archive: "#/archive",
  archived: (id: string) => `#/archive/${encodeURIComponent(id)}`,
  check: "#/check",
  indicators: (body = "") => `#/indicators${body ? `/${encodeURIComponent(body)}` : ""}`,
  statistics: (body = "") => `#/statistics${body ? `/${encodeURIComponent(body)}` : ""}`,
  admin: (part: "people" | "bodies") => `#/admin/${part}`,
  meeting: (id: string, tense?: Tense) => `#/meeting/${encodeURIComponent(id)}${tense ? `/${tense}` : ""}`,
  cards: (id: string) => `#/meeting/${encodeURIComponent(id)}/cards`,
};

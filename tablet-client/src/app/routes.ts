/** What the address says: #/ the list, #/tasks the tasks, #/m/{id} a meeting, #/m/{id}/minutes, #/m/{id}/opened/… a ballot that was opened for a check, #code=… a code just scanned. */
export type Route =
  | { readonly at: "meetings" }
  | { readonly at: "tasks" }
  | { readonly at: "meeting"; readonly meeting: string }
  | { readonly at: "minutes"; readonly meeting: string }
  /** `opening`: of which vote, the receipt code, and what opens the ballot. */
  | { readonly at: "opened"; readonly meeting: string; readonly opening: string }
  | { readonly at: "code"; readonly code: string };

export function routeOf(hash: string): Route {
  const code = /^#code=([\w.~-]{4,200})$/.exec(hash);
  if (code) return { at: "code", code: code[1]! };
  const meeting = /^#\/m\/([\w-]{1,64})(\/minutes)?$/.exec(hash);
  if (meeting) return { at: meeting[2] ? "minutes" : "meeting", meeting: meeting[1]! };
  const opened = /^#\/m\/([\w-]{1,64})\/opened\/([\w./:-]{50,10000})$/.exec(hash);
  if (opened) return { at: "opened", meeting: opened[1]!, opening: opened[2]! };
  return { at: hash === "#/tasks" ? "tasks" : "meetings" };
}

export function addressOf(route: Route): string {
  switch (route.at) {
    case "meetings": return "#/";
    case "tasks": return "#/tasks";
    case "meeting": return `#/m/${route.meeting}`;
    case "minutes": return `#/m/${route.meeting}/minutes`;
    case "opened": return `#/m/${route.meeting}/opened/${route.opening}`;
    case "code": return `#code=${route.code}`;
  }
}

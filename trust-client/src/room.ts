/** What the server tells of itself at `/trust/room.json`; the server's `TrustRoutes.TrustedRoom`. */
export interface Room {
  /** of the root, as devices list it */
  readonly name: string;
  /** SHA-256 of the root, pairs of hex digits with colons */
  readonly fingerprint: string;
  /** SHA-1 of the root, which is what Windows shows */
  readonly thumbprint: string;
  /** origin over HTTPS */
  readonly secure: string;
  /** origin over HTTP */
  readonly plain: string;
}

const texts = ["name", "fingerprint", "thumbprint", "secure", "plain"] as const;

/** @throws when the server can't be reached or says something else */
export async function askRoom(): Promise<Room> {
  const answer = await fetch("/trust/room.json", { cache: "no-store" });
  const said: unknown = await answer.json();
  if (!answer.ok || !isRoom(said)) throw new Error(`room.json: ${answer.status}`);
  return said;
}

function isRoom(said: unknown): said is Room {
  return typeof said === "object" && said !== null && texts.every((key) => typeof (said as Record<string, unknown>)[key] === "string");
}

import { randomUUID } from "node:crypto";
import { Hand } from "./hand.ts";
import { PASSWORD, World, type Holder } from "./world.ts";

const UNIT = "Sở Kế hoạch và Đầu tư";

export interface Voter extends Holder { readonly id: string; readonly name: string }

/** More members of the body with a vote; before a meeting is made, which takes over who is a member then. */
export async function moreVoters(world: World, people: readonly (readonly [name: string, title: string])[]): Promise<Voter[]> {
  const admin = world.administrator.hand;
  const made: Voter[] = [];
  for (const [name, title] of people) {
    const signInName = `more${randomUUID().slice(0, 8)}`;
    const { id } = await admin.post<{ id: string }>("/api/people", { name, title, unit: UNIT, signInName });
    World.alsoWritten.push(name, title, UNIT);
    await admin.post(`/api/people/${id}/password`, { password: PASSWORD });
    await admin.put(`/api/bodies/${world.body.id}/members/${id}`, { role: "MEMBER", votes: true });
    made.push({ id, name, signInName, hand: await Hand.signedIn(world.server, signInName, PASSWORD) });
  }
  return made;
}

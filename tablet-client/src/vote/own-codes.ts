import type { SealedBallot } from "client-kit/proto/protocol.ts";
import { drop, forget, read, write } from "client-kit/store/names.ts";

const PREFIX = "nghisu.tablet.receipts.";

const place = (person: string, meeting: string, vote: string, voter: string): string => `${PREFIX}${person}.${meeting}.${vote}.${voter}`;
/** A point that was drawn for this ballot alone and is published with it. */
const seal = ({ contests }: SealedBallot): string => contests[0]?.marks[0]?.a ?? "";

/**
 * The receipt codes of ballots that were sent from this device, by vote and voter; as it has computed them itself, so that the server's word can be compared with them.
 * They are published with the result, and tell nothing of a choice.
 */
export const ownCodes = (person: string, meeting: string) => ({
  keep: (vote: string, ballot: SealedBallot, code: string): void => write(place(person, meeting, vote, ballot.voter), `${code} ${seal(ballot)}`),
  /** This very ballot was not taken: another one that was sent since is kept. */
  drop: (vote: string, ballot: SealedBallot): void => {
    const at = place(person, meeting, vote, ballot.voter);
    if (read(at)?.split(" ")[1] === seal(ballot)) drop(at);
  },
  /** How many ballots were opened for a check from here, after so many more. */
  checked: (vote: string, voter: string, more = 0): number => {
    const at = `${place(person, meeting, vote, voter)}.checked`;
    const now = Math.max(0, Number(read(at) ?? 0) + more);
    if (more !== 0) write(at, String(now));
    return now;
  },
  of: (vote: string, voter: string): string | null => read(place(person, meeting, vote, voter))?.split(" ")[0] ?? null,
});

/** At sign-out of a shared tablet. */
export const forgetCodes = (person: string): void => forget(`${PREFIX}${person}.`);

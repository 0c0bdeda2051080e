import { drop, forget, read, write } from "client-kit/store/names.ts";

const PREFIX = "nghisu.tablet.receipts.";

/**
 * The receipt codes of ballots that were sent from this device, by vote and voter; as it has computed them itself, so that the server's word can be compared with them.
 * They are published with the result, and tell nothing of a choice.
 */
export const ownCodes = (person: string, meeting: string) => ({
  keep: (vote: string, voter: string, code: string): void => write(`${PREFIX}${person}.${meeting}.${vote}.${voter}`, code),
  /** It was refused, perhaps because another device of the same person was first. */
  drop: (vote: string, voter: string): void => drop(`${PREFIX}${person}.${meeting}.${vote}.${voter}`),
  of: (vote: string, voter: string): string | null => read(`${PREFIX}${person}.${meeting}.${vote}.${voter}`),
});

/** At sign-out of a shared tablet. */
export const forgetCodes = (person: string): void => forget(`${PREFIX}${person}.`);

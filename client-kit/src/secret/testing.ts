import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Ceremony, type Election, openElection } from "./ceremony.ts";
import type { Memory } from "./decrypt.ts";
import { type Draw, Q } from "./group.ts";
import type { Poll, Voter } from "./poll.ts";
import { confirm, type TrusteeKey, TrusteeSetup } from "./trustee.ts";

/** For tests: the dice of the server's tests, SHA-256 of the seed and a number. */
export function dice(seed: string): Draw {
  let thrown = 0;
  return () => {
    for (;;) {
      const number = new Uint8Array(4);
      new DataView(number.buffer).setUint32(0, thrown++);
      const value = BigInt("0x" + bytesToHex(sha256(concatBytes(utf8ToBytes(seed), number))));
      if (value > 0n && value < Q) return value;
    }
  };
}

/** For tests: a trustee's memory that lasts as long as the test. */
export function notebook(): Memory {
  const kept = new Map<string, string>();
  return {
    remembered: async (election) => kept.get(election),
    remember: async (election, ballots) => { kept.set(election, ballots); },
  };
}

/** For tests: three trustees who have made their keys, and the election that follows. */
export function hall(poll: Poll, voters: readonly Voter[]): { readonly ceremony: Ceremony; readonly election: Election; readonly keys: readonly TrusteeKey[] } {
  const setups = [1, 2, 3].map((number) => TrusteeSetup.begin(poll, number));
  const commits = setups.map((setup) => setup.commit());
  const announcements = setups.map((setup) => setup.announce(commits));
  const deals = setups.map((setup) => setup.deal(announcements));
  const made = setups.map((setup) => setup.collect(deals));
  const confirms = made.map(({ key, keys }) => confirm(key, keys));
  const ceremony = { announcements, commits, confirms, deals };
  return { ceremony, election: openElection(poll, ceremony, voters), keys: made.map(({ key }) => key) };
}

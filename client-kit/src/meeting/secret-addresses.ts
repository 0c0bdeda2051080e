/** What the server gives of a secret vote: what is bound by its keys, the sealed ballots, one that was opened for a check, and the whole for a verifier. */
export interface ElectionFile { readonly ceremony: unknown; readonly poll: unknown; readonly voters: unknown }

const of = (meeting: string, vote: string): string => `/api/meetings/${encodeURIComponent(meeting)}/votes/${encodeURIComponent(vote)}`;
export const electionAddress = (meeting: string, vote: string): string => `${of(meeting, vote)}/election`;
export const ballotsAddress = (meeting: string, vote: string): string => `${of(meeting, vote)}/ballots`;
export const spoiledAddress = (meeting: string, vote: string, code: string): string => `${of(meeting, vote)}/spoiled/${encodeURIComponent(code)}`;
export const pollAddress = (meeting: string, vote: string): string => `${of(meeting, vote)}/poll.json`;

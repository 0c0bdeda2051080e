/** The classes of answers by what they count as: colour, never alone, beside shape and word. */
export const TONES = { FOR: "is-for", AGAINST: "is-against", ABSTAIN: "is-abstain", OTHER: "is-other" } as const;

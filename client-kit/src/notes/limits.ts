/** `NoteLimits.TEXT_CHARACTERS` of the server. */
export const TEXT_LIMIT = 5_000;

/** A typed code: 8 letters and digits; spaces, dashes and lower case are the writer's own affair. */
export const CODE_LENGTH = 8;

export const cleanCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, CODE_LENGTH);

/** "ABCD EFGH" */
export const shownCode = (code: string): string => code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;

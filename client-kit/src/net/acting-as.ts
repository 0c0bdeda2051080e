let who: string | undefined;

/**
 * Names the person this page acts for, or "screen"; undefined for nobody yet. The server then takes nothing from this page under a
 * cookie that has meanwhile become somebody else's, as on a lent tablet with two pages open.
 */
export function actAs(person: string | undefined): void {
  who = person;
}

export const actsFor = (person: string): boolean => who === person;

export const asHeaders = (): Record<string, string> => (who === undefined ? {} : { "X-Nghisu-As": who });

/** For addresses that are asked for without headers: sockets and pictures. */
export const asQuery = (person: string): string => `as=${encodeURIComponent(person)}`;

/** Whole numbers that look random and are the same in every run (Park and Miller's generator). @returns a draw of 0 to `most` - 1 */
export function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => (state = (state * 48_271) % 2_147_483_647) % most;
}

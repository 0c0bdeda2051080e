import { mod, type Point } from "./group.ts";
import { p256 } from "@noble/curves/nist.js";

const lagrange = (own: number, other: number): bigint => mod(BigInt(other) * p256.Point.Fn.inv(mod(BigInt(other - own))));

/** B − λi·Di − λj·Dj, by Lagrange at 0: what the ciphertext holds, times the generator. */
export const combine = (b: Point, i: number, di: Point, j: number, dj: Point): Point =>
  b.subtract(di.multiplyUnsafe(lagrange(i, j))).subtract(dj.multiplyUnsafe(lagrange(j, i)));

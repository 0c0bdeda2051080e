import { p256 } from "@noble/curves/nist.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { must } from "./fault.ts";

export type Point = InstanceType<typeof p256.Point>;

/** P-256, written additively: the generator, the identity, the order. */
export const G: Point = p256.Point.BASE;
export const O: Point = p256.Point.ZERO;
export const Q: bigint = p256.Point.Fn.ORDER;

const IDENTITY = "00";
const POINT = /^0[23][0-9a-f]{64}$/;
const BYTES_32 = /^[0-9a-f]{64}$/;

/** Gives random scalars from 1 to q−1. */
export type Draw = () => bigint;

/** From the browser's generator for cryptography. */
export const draw: Draw = () => {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const value = BigInt("0x" + bytesToHex(bytes));
    bytes.fill(0);
    if (value > 0n && value < Q) return value;
  }
};

export const mod = (value: bigint): bigint => ((value % Q) + Q) % Q;

/** @throws CheckFailed unless it is the form of a point on the curve, not the identity */
export function point(hex: unknown, name: string): Point {
  must(typeof hex === "string" && POINT.test(hex), "form", `${name} is no point`);
  try {
    return p256.Point.fromHex(hex);
  } catch {
    must(false, "form", `${name} is not on the curve`);
  }
}

export const pointOrIdentity = (hex: unknown, name: string): Point => (hex === IDENTITY ? O : point(hex, name));

/** @throws CheckFailed unless it is 64 lower-case hexadecimal characters of a number below the order */
export function scalar(hex: unknown, name: string): bigint {
  const value = BigInt("0x" + bytes32(hex, name));
  must(value < Q, "form", `${name} is not below the order`);
  return value;
}

/** 32 bytes as 64 lower-case hexadecimal characters. */
export function bytes32(hex: unknown, name: string): string {
  must(typeof hex === "string" && BYTES_32.test(hex), "form", `${name} is not 32 bytes`);
  return hex;
}

export const pointHex = (of: Point): string => (of.is0() ? IDENTITY : of.toHex(true));
export const pointBytes = (of: Point): Uint8Array => (of.is0() ? new Uint8Array(1) : of.toBytes(true));
export const scalarHex = (of: bigint): string => of.toString(16).padStart(64, "0");

/** A secret times a point, in constant time for secrets from 1 to q−1. */
export const times = (secret: bigint, of: Point): Point => (secret === 0n || of.is0() ? O : of.multiply(secret));

/** s·base − c·of, of public values only: its time tells them. */
export const commitment = (base: Point, s: bigint, of: Point, c: bigint): Point => {
  const first = base.is0() ? O : base.multiplyUnsafe(s);
  return of.is0() ? first : first.add(of.multiplyUnsafe(mod(-c)));
};

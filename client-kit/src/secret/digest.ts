import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { mod, type Point, pointBytes } from "./group.ts";

const DOMAIN = "nghisu/secret/v1/";
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function u32(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

/** H and Hq of the protocol: SHA-256 over fields, each with its length before it, the first one naming what is hashed. */
export class Digest {
  readonly #sha = sha256.create();

  constructor(name: string) {
    this.text(DOMAIN + name);
  }

  bytes(field: Uint8Array): this {
    this.#sha.update(u32(field.length)).update(field);
    return this;
  }

  text(field: string): this {
    return this.bytes(utf8ToBytes(field));
  }

  number(field: number): this {
    return this.bytes(u32(field));
  }

  /** @param hex 64 hexadecimal characters */
  hash(hex: string): this {
    return this.bytes(hexToBytes(hex));
  }

  points(...fields: readonly Point[]): this {
    for (const field of fields) this.bytes(pointBytes(field));
    return this;
  }

  /** H, as 64 lower-case hexadecimal characters. */
  hex(): string {
    return bytesToHex(this.#sha.digest());
  }

  /** Hq. */
  challenge(): bigint {
    return mod(BigInt("0x" + this.hex()));
  }
}

/** The first 80 bits of a hash as 16 characters that can be read aloud; so many that nobody finds another hash with the same code. */
export function code(hash: string): string {
  const bits = BigInt("0x" + hash.slice(0, 20));
  return Array.from({ length: 16 }, (_, place) => CROCKFORD[Number((bits >> BigInt(75 - 5 * place)) & 31n)]).join("");
}

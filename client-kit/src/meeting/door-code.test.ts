import { expect, it } from "vitest";
import { doorCodeOf, doorQr } from "./door-code.ts";

it("a code is read from its own picture and from typing, and from nothing else", () => {
  expect(doorCodeOf(doorQr("abcdefghijklmnopqrstu_"))).toBe("abcdefghijklmnopqrstu_");
  expect(doorCodeOf(" abcd-efgh ")).toBe("abcd-efgh");
  expect(doorCodeOf("ABCD EFGH")).toBe("ABCD EFGH");
  for (const other of ["https://example.org/x", "NGHISU1 meeting/m 12 ffff", "", "abc"]) expect(doorCodeOf(other)).toBeNull();
});

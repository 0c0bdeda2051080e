import { expect, it } from "vitest";
import { withCodesGrouped } from "./code.ts";

it("groups the codes in a sentence by four and leaves other words as they are", () => {
  expect(withCodesGrouped("Nhận phiếu kín của Minh, mã BZPJ42VK3V408X85; 0123456789")).toBe("Nhận phiếu kín của Minh, mã BZPJ\u00a042VK\u00a03V40\u00a08X85; 0123456789");
});

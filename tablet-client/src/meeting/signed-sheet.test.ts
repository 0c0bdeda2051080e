// @vitest-environment happy-dom
import { render } from "lit";
import { afterEach, expect, it } from "vitest";
import { chooseLanguage } from "client-kit/i18n/language.ts";
import type { Desk } from "./desk.ts";
import { signedSheet } from "./signed-sheet.ts";

const place = document.createElement("div");
const desk = { reader: { manifest: { signed: [
  { signer: "Nguyễn Thị Hương Giang", holds: true, trusted: true, vi: "", en: "" },
  { signer: "Văn phòng UBND tỉnh", holds: true, trusted: false, vi: "", en: "" },
  { signer: "Trần Quốc Bảo", holds: false, trusted: true, vi: "Tệp đã bị sửa.", en: "The file was changed." },
] } } } as unknown as Desk;

afterEach(() => chooseLanguage("vi"));

it("names each signer, whether the signature holds and why not, in the reader's language", () => {
  render(signedSheet(desk), place);
  const lines = [...place.querySelectorAll("li")];
  expect(lines.map((line) => line.dataset["holds"])).toEqual(["yes", "yes", "no"]);
  expect(lines[0]!.textContent).toContain("chứng thư số được tin cậy");
  expect(lines[1]!.textContent).toContain("chưa có chứng thư gốc");
  expect(lines[2]!.textContent).toContain("Tệp đã bị sửa.");
  chooseLanguage("en");
  render(signedSheet(desk), place);
  expect(place.querySelectorAll("li")[2]!.textContent).toContain("The file was changed.");
});

import type { PersonView } from "client-kit/proto/protocol.ts";
import { expect, it } from "vitest";
import { sampleView } from "../shared/sample-view.ts";
import { askedOn, compiled } from "./compiling.ts";

const person = (name: string, role: PersonView["role"]): PersonView => ({ name, title: "", unit: "", role, votes: true }) as PersonView;
const view = sampleView({
  people: {
    order: ["bao", "thu", "lan", "minh", "nam", "khach"], quorum: { members: 4, present: 0, needed: 3, met: false }, presentCount: 0, graceMinutes: 1,
    people: { bao: person("Bảo", "CHAIR"), thu: person("Thư", "SECRETARY"), lan: person("Lan", "MEMBER"), minh: person("Minh", "MEMBER"), nam: person("Nam", "MEMBER"), khach: person("Khách", "GUEST") },
  },
  recusals: { items: { b: { nam: { holds: false, since: 1 } } } },
  beforehand: { opinions: { b1: { lan: { stance: "OTHER", text: "Thêm kinh phí\n\ncho cấp xã", at: 1 }, bao: { stance: "AGREE", text: "", at: 1 } } }, compilations: {} },
});

it("asks members and the chair, without those who take no part in the item or the one above it", () => {
  expect(askedOn(view, "a")).toEqual(["bao", "lan", "minh", "nam"]);
  expect(askedOn(view, "b1")).toEqual(["bao", "lan", "minh"]);
});

it("compiles how many say what, each in the own words, and who is silent", () => {
  expect(compiled(view, "b1").split("\n")).toEqual(["Đồng ý: 1/3 người (Bảo).", "Ý kiến khác: 1/3 người (Lan).", "Lan (ý kiến khác): Thêm kinh phí cho cấp xã", "Chưa cho ý kiến: Minh."]);
  expect(compiled(view, "a")).toBe("Chưa cho ý kiến: Bảo, Lan, Minh, Nam.");
});

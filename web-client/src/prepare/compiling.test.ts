import type { PersonView } from "client-kit/proto/protocol.ts";
import { expect, it } from "vitest";
import { sampleView } from "../shared/sample-view.ts";
import { compiled } from "./compiling.ts";

const person = (name: string, role: PersonView["role"]): PersonView => ({ name, title: "", unit: "", role, votes: true }) as PersonView;
const view = sampleView({
  people: {
    order: ["bao", "thu", "lan", "minh", "nam", "khach"], quorum: { members: 4, present: 0, needed: 3, met: false }, presentCount: 0, graceMinutes: 1,
    people: { bao: person("Bảo", "CHAIR"), thu: person("Thư", "SECRETARY"), lan: person("Lan", "MEMBER"), minh: person("Minh", "MEMBER"), nam: person("Nam", "MEMBER"), khach: person("Khách", "GUEST") },
  },
  beforehand: {
    asked: { b1: ["bao", "lan", "minh", "nam"], a: ["bao", "lan"] }, compilations: {},
    opinions: {
      b1: { lan: { stance: "OTHER", text: "Thêm kinh phí\n\ncho cấp xã", at: 1 }, bao: { stance: "AGREE", text: "", at: 1 }, minh: { stance: "AGREE", text: "Rất cần", at: 1 } },
      a: { lan: { stance: "DISAGREE", text: "", at: 1 } },
    },
  },
});

it("compiles how many say what, each in the own words, and who is silent", () => {
  expect(compiled(view, "b1").split("\n")).toEqual(["Đồng ý: 2/4 người; không ghi thêm lời: Bảo.", "Ý kiến khác: 1/4 người.", "Minh (đồng ý): Rất cần", "Lan (ý kiến khác): Thêm kinh phí cho cấp xã", "Chưa cho ý kiến: Nam."]);
  expect(compiled(view, "a")).toBe("Không đồng ý: 1/2 người (Lan).\nChưa cho ý kiến: Bảo.");
});

import { expect, it } from "vitest";
import { taskIn } from "./sentence.ts";

const units = ["Sở Nội vụ", "Sở Tài chính", "Sở Tài chính - Kế hoạch", "Văn phòng"];

it("takes a sentence of a conclusion apart: who, with whom, what, until when", () => {
  expect(taskIn("Giao Sở Nội vụ chủ trì, phối hợp Sở Tài chính rà soát danh mục, báo cáo trước ngày 15/12/2026", units))
    .toEqual({ title: "Rà soát danh mục, báo cáo", leadUnit: "Sở Nội vụ", coordinating: ["Sở Tài chính"], due: "2026-12-15" });
  expect(taskIn("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính - Kế hoạch và Văn phòng rà soát; hoàn thành trước 05 tháng 01 năm 2027.", units))
    .toEqual({ title: "Rà soát", leadUnit: "Sở Nội vụ", coordinating: ["Sở Tài chính - Kế hoạch", "Văn phòng"], due: "2027-01-05" });
  expect(taskIn("giao Văn phòng tổng hợp", units)).toEqual({ title: "Tổng hợp", leadUnit: "Văn phòng", coordinating: [], due: "" });
  expect(taskIn("Giao Ban quản lý chợ chủ trì rà soát", units)).toEqual({ title: "Rà soát", leadUnit: "Ban quản lý chợ", coordinating: [], due: "" });
});

it("leaves what isn't sure in the words", () => {
  expect(taskIn("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, các đơn vị liên quan rà soát", units))
    .toEqual({ title: "Phối hợp với Sở Tài chính, các đơn vị liên quan rà soát", leadUnit: "Sở Nội vụ", coordinating: [], due: "" });
  expect(taskIn("Rà soát thủ tục trước ngày 31/02/2026", units)).toEqual({ title: "Rà soát thủ tục trước ngày 31/02/2026", leadUnit: "", coordinating: [], due: "" });
  expect(taskIn("Sở Nội vụ rà soát thủ tục", units).title).toBe("Sở Nội vụ rà soát thủ tục");
  expect(taskIn("", units)).toEqual({ title: "", leadUnit: "", coordinating: [], due: "" });
});

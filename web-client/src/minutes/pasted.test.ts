// @vitest-environment happy-dom
import { DOMParser as TextParser, type Node as TextNode, Slice } from "prosemirror-model";
import { expect, it } from "vitest";
import { forCell, pasted } from "./pasted.ts";
import { schema } from "./schema.ts";

/** A text as nested words: what an editor would hold after a paste. */
function read(html: string): string[] {
  const page = document.createElement("div");
  page.innerHTML = pasted(html);
  return TextParser.fromSchema(schema).parse(page).content.content.map(said);
}

function said(node: TextNode): string {
  const inner = node.content.content.map((child) => (child.isText ? (child.text ?? "") : child.type.name === "hard_break" ? "/" : said(child)));
  if (node.isTextblock) return (node.type.name === "heading" ? "# " : "") + inner.join("").replace(/\s+/g, " ").trim();
  return { bullet_list: "ul", ordered_list: "ol", list_item: "", table: "table", table_row: "row", table_cell: "" }[node.type.name] + `(${inner.join(" | ")})`;
}

const word = (list: string, level: number, mark: string, text: string): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n`;

it("makes lists of Word's numbered paragraphs, one for each of its lists", () => {
  const html = `<html><body lang=VI><!--StartFragment-->
    <p class=MsoNormal><b><span lang=VI>I. Ý kiến thảo luận<o:p></o:p></span></b></p>
    ${word("l0", 1, "·", "Sở Tài chính đề nghị <i>cân đối</i> kinh phí")}${word("l0", 1, "·", "Sở Nội vụ: bổ sung biên chế")}
    ${word("l1", 1, "1.", "Rà soát quy trình")}${word("l1", 1, "2.", "Công khai kết quả")}<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;
  expect(read(html)).toEqual(["I. Ý kiến thảo luận", "ul((Sở Tài chính đề nghị cân đối kinh phí) | (Sở Nội vụ: bổ sung biên chế))", "ol((Rà soát quy trình) | (Công khai kết quả))"]);
});

it("keeps the levels of Word's lists, and an entry's further paragraphs in their entry", () => {
  const further = "<p class=MsoListParagraph style='margin-left:36pt'>đoạn thứ hai</p>";
  expect(read(word("l0", 1, "1.", "Một") + word("l0", 2, "a)", "Ý a") + word("l0", 2, "b)", "Ý b") + further + word("l0", 3, "§", "Sâu") + word("l0", 1, "2.", "Hai")))
    .toEqual(["ol((Một | ol((Ý a) | (Ý b/đoạn thứ hai | ul((Sâu))))) | (Hai))"]);
});

it("keeps numbers as words where a list of ours would count otherwise", () => {
  expect(read(`${word("l0", 1, "1.", "Một")}<p class=MsoNormal>Giữa</p>${word("l0", 1, "2.", "Hai")}`)).toEqual(["ol((Một))", "Giữa", "2. Hai"]);
  expect(read(word("l0", 1, "a)", "Điểm a") + word("l1", 1, "Điều 1.", "Phạm vi"))).toEqual(["a) Điểm a", "Điều 1. Phạm vi"]);
  expect(read("<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>I.<span>&nbsp; </span></span>Thảo luận</h1>")).toEqual(["# I. Thảo luận"]);
  expect(read('<ol start="3"><li><p>Ba</p></li><li>Bốn</li></ol>')).toEqual(["3. Ba", "4. Bốn"]);
});

it("keeps a table whole whose cells hold lists, paragraphs and spans", () => {
  const cells = "<tr><td><p align=center><b>Đơn vị</b></p></td><td><p><b>Kiến nghị</b></p></td></tr><tr><td rowspan=2><p>Sở Y tế</p></td><td><ul><li>Kết nối hồ sơ</li><li><p>Đào tạo</p></li></ul></td></tr><tr><td><p>Thiết bị</p><p>Nhân lực</p><h2>Ghi chú</h2></td></tr>";
  expect(read(`<table class=MsoTableGrid>${cells}<tr><td colspan=2>${word("l0", 1, "1.", "Chung")}</td></tr></table><p>Sau bảng</p>`)).toEqual([
    "table(row((Đơn vị) | (Kiến nghị)) | row((Sở Y tế) | (- Kết nối hồ sơ | - Đào tạo)) | row(() | (Thiết bị | Nhân lực | Ghi chú)) | row((1. Chung) | ()))", "Sau bảng"]);
});

it("takes LibreOffice's lists as they are", () => {
  const html = '<meta charset="utf-8"/><style>p { line-height: 115% }</style><p><font size="4"><span lang="vi-VN"><u>Ý kiến</u></span></font></p><ol><li><p>Thứ nhất</p><ol type="a"><li><p>Ý con a</p></li></ol></li><li><p>Thứ hai</p><p>đoạn thứ hai</p></li></ol><p><br/></p><p>Tổng: 12,5&nbsp;%</p>';
  expect(read(html)).toEqual(["Ý kiến", "ol((Thứ nhất | ol((Ý con a))) | (Thứ hai/đoạn thứ hai))", "Tổng: 12,5 %"]);
});

it("tells what styles say of letters with elements, and leaves no style", () => {
  const html = pasted('<p style="margin:0"><span style="font-weight:700">Đậm</span> <b style="font-weight:normal">thường</b> <span style="font-style:italic;text-decoration:underline">nghiêng</span></p>');
  expect(html).toBe("<p><span><strong>Đậm</strong></span> thường <span><u><em>nghiêng</em></u></span></p>");
});

it("leaves what this editor has copied, and puts only paragraphs into a cell", () => {
  const own = '<ul data-pm-slice="1 1 []"><li><p>Một</p><p>Hai</p></li></ul>';
  expect(pasted(own)).toBe(own);
  const page = document.createElement("div");
  page.innerHTML = "<h2>Đề mục</h2><ol><li>Một<ul><li>con</li></ul></li><li>Hai</li></ol>";
  const slice = forCell(TextParser.fromSchema(schema).parseSlice(page));
  expect(slice.content.content.map(said)).toEqual(["Đề mục", "1. Một", "- con", "2. Hai"]);
  const table = new Slice(TextParser.fromSchema(schema).parse(Object.assign(document.createElement("div"), { innerHTML: "<table><tr><td>a</td></tr></table>" })).content, 0, 0);
  expect(forCell(table)).toBe(table);
});

import type { Browser } from "@playwright/test";

export type PaperFile = { name: string; mimeType: string; buffer: Buffer };

/** Files for uploading, made on the spot: seven papers that are right, three of them later versions of others, one whose second page can't be drawn, and three files that are not taken. */
export type Papers = { plan: PaperFile; planRevised: PaperFile; report: PaperFile; reportRevised: PaperFile; revised: PaperFile; note: PaperFile; scan: PaperFile; encrypted: PaperFile; damaged: PaperFile; notPdf: PaperFile; unshown: PaperFile };

/** Words that stand only in the text of these papers, for finding them where they must not be. */
export const REPORT_WORD = "Thuỷ-lôi-đình";
export const REPORT_PAGES = 6;
/** Stands only on the page that the revision adds. */
export const ADDED_WORD = "Bổ-sung-mới";
export const SCAN_PAGES = 2;

const PARAGRAPH = "Sáu tháng đầu năm, các sở, ngành và địa phương đã hoàn thành 87 trên 92 dịch vụ công trực tuyến toàn trình; tỷ lệ hồ sơ xử lý đúng hạn đạt 96,4%. "
  + "Một số đơn vị còn chậm trong việc ký số văn bản và kết nối, chia sẻ dữ liệu; đề nghị các đồng chí thủ trưởng đơn vị chỉ đạo khắc phục trong quý III.";

/** A plan whose pages all say something else, as real ones do. */
const PLAN = [
  ["Căn cứ và sự cần thiết", "Căn cứ Luật Giao dịch điện tử và Chương trình chuyển đổi số quốc gia, Văn phòng xây dựng kế hoạch này trên cơ sở kết quả khảo sát tại mười một huyện, thành phố.",
    "Hạ tầng mạng truyền số liệu chuyên dùng đã đến toàn bộ các xã, song máy trạm ở nhiều nơi đã quá cũ."],
  ["Mục tiêu cụ thể", "Phấn đấu đến hết năm có 85% hồ sơ được tiếp nhận trực tuyến, toàn bộ văn bản không mật được ký số và gửi qua trục liên thông.",
    "Mỗi xã thành lập ít nhất ba tổ công nghệ cộng đồng để hướng dẫn bà con."],
  ["Kinh phí bảo đảm", "Tổng kinh phí dự kiến 46,5 tỷ đồng, trong đó ngân sách trung ương hỗ trợ một nửa, phần còn lại do địa phương cân đối.",
    "Sở Tài chính thẩm định dự toán chi tiết trước ngày mười lăm tháng Chín."],
  ["Tổ chức thực hiện", "Ban Chỉ đạo họp giao ban hằng quý; thủ trưởng các đơn vị chịu trách nhiệm trực tiếp về tiến độ được phân công.",
    "Thanh tra tỉnh đưa nội dung này vào chương trình công tác thường xuyên."],
  ["Rủi ro và giải pháp", "Nguy cơ mất an toàn thông tin được giám sát bởi trung tâm điều hành, diễn tập ứng cứu ít nhất mỗi năm hai lần.",
    "Khi lũ quét làm gián đoạn đường truyền, các xã vùng cao dùng kết nối vệ tinh dự phòng."],
] as const;
const PLAN_ADDED = "Bổ sung: các xã biên giới được ưu tiên trang bị máy tính mới ngay trong quý này.";

const STYLE = "<style>@page{size:A4;margin:22mm 20mm}body{font:13pt/1.45 'Liberation Serif',serif;margin:0}section{break-after:page}h1{font-size:16pt}table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:1mm 2mm}img{width:100%;display:block;break-after:page}</style>";

export async function makePapers(browser: Browser): Promise<Papers> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  const print = async (html: string): Promise<Buffer> => {
    await page.setContent(`<!doctype html><html lang="vi"><meta charset="utf-8">${STYLE}<body>${html}`);
    return page.pdf({ format: "A4", preferCSSPageSize: true });
  };
  const sections = Array.from({ length: REPORT_PAGES }, (_, i) => `<section><h1>Phần ${i + 1}. Kết quả ứng dụng công nghệ thông tin</h1><p>Trang số ${i + 1} – ${REPORT_WORD}.</p>`
    + `<p>${PARAGRAPH}</p>`.repeat(3) + `<table><tr><th>Đơn vị<th>Dịch vụ<th>Đúng hạn</tr>${"<tr><td>Sở Thông tin và Truyền thông<td>12<td>97,1%</tr>".repeat(4)}</table></section>`);
  const report = await print(sections.join(""));
  const corrected = await print(sections.map((section, i) => (i === 3 ? section.replace("87 trên 92", "91 trên 92") : section)).join("") + `<section><h1>Phụ lục bổ sung</h1><p>${ADDED_WORD}: danh mục dịch vụ chưa hoàn thành.</p></section>`);
  const revised = await print(`<section><h1>Những điểm đã sửa</h1><p>${PARAGRAPH}</p></section>${sections.join("")}`);
  const chapter = ([title, ...paragraphs]: readonly string[]): string => `<section><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</section>`;
  const plan = await print(PLAN.map(chapter).join(""));
  const [grounds, aims, money, work, risks] = PLAN;
  // a paragraph more on the first page, another number on the second, and the last page before the one in front of it
  const planRevised = await print([[grounds[0], PLAN_ADDED, ...grounds.slice(1)], aims.map((text) => text.replace("85%", "92%")), money, risks, work].map(chapter).join(""));
  await page.setContent(`${STYLE}<body style="padding:60px">${sections[0]}`);
  const picture = `<img src="data:image/png;base64,${(await page.screenshot()).toString("base64")}">`;
  const note = await print(`<h1>Tờ trình</h1><p>${PARAGRAPH}</p>`);
  const scan = await print(picture.repeat(SCAN_PAGES));
  await page.close();
  const pdf = (name: string, buffer: Buffer): PaperFile => ({ name, mimeType: "application/pdf", buffer });
  return {
    plan: pdf("Kế hoạch chuyển đổi số.pdf", plan),
    planRevised: pdf("Kế hoạch chuyển đổi số (tiếp thu).pdf", planRevised),
    report: pdf("Báo cáo sơ kết 6 tháng.pdf", report),
    reportRevised: pdf("Báo cáo sơ kết 6 tháng (sửa).pdf", corrected),
    revised: pdf("Báo cáo sơ kết 6 tháng (bản 2).pdf", revised),
    note: pdf("Tờ trình.pdf", note),
    scan: pdf("Bản quét công văn.pdf", scan),
    encrypted: pdf("Tài liệu có mật khẩu.pdf", encrypted()),
    damaged: pdf("Tài liệu bị hỏng.pdf", Buffer.concat([report.subarray(0, 900), Buffer.from("cut off here")])),
    unshown: pdf("Bản đồ quy hoạch.pdf", unshown()),
    notPdf: pdf("Bảng tính.pdf", Buffer.from("PK\u0003\u0004 this is no PDF, whatever its name says")),
  };
}

/** One empty page behind a user password: no right key comes out of these hashes and the empty password. */
function encrypted(): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Filter /Standard /V 1 /R 2 /O <${"4e".repeat(32)}> /U <${"73".repeat(32)}> /P -4 >>`,
  ];
  return written(objects, `/Encrypt 4 0 R /ID [<${"aa".repeat(16)}> <${"aa".repeat(16)}>]`);
}

/** Six pages that print i, ii, 1, 2, 3, 4 and have a table of contents, as a bound report has. */
export function labelled(): PaperFile {
  const pages = Array.from({ length: 6 }, (_, i) => 4 + 2 * i);
  const entry = (title: string, page: number, around: string): string => `<< /Title (${title}) /Parent 16 0 R /Dest [${pages[page - 1]} 0 R /Fit] ${around} >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Outlines 16 0 R /PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >> >>",
    `<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] /Count 6 >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((page, i) => {
      const words = `BT /F1 24 Tf 72 720 Td (Page in hand ${i + 1}) Tj ET`;
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${page + 1} 0 R >>`, stream("", words)];
    }),
    "<< /Type /Outlines /First 17 0 R /Last 19 0 R /Count 3 >>",
    entry("Preface", 2, "/Next 18 0 R"), entry("Results", 3, "/Prev 17 0 R /Next 19 0 R"), entry("Tasks", 5, "/Prev 18 0 R"),
  ];
  return { name: "Báo cáo đóng quyển.pdf", mimeType: "application/pdf", buffer: written(objects, "") };
}

/** Two pages; the second holds a JPEG 2000 picture that is none. */
const unshown = (): Buffer => written([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /XObject << /I 6 0 R >> >> >>",
  stream("", "0.2 0.4 0.6 rg 100 300 300 200 re f"),
  stream("/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JPXDecode", "nothing of the kind"),
  stream("", "q 300 0 0 300 100 400 cm /I Do Q"),
], "");

const stream = (dictionary: string, content: string): string => `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A file of numbered objects, the first of them its catalogue. */
function written(objects: readonly string[], trailer: string): Buffer {
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAKE = `
import json, sys, zipfile
from xml.sax.saxutils import escape
path, rows = sys.argv[1], json.loads(sys.argv[2])
def cell(column, row, value):
    at = f'{chr(65 + column)}{row}'
    return f'<c r="{at}"><v>{value}</v></c>' if isinstance(value, (int, float)) else f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
sheet = ''.join(f'<row r="{r}">{"".join(cell(c, r, value) for c, value in enumerate(row))}</row>' for r, row in enumerate(rows, 1))
main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
packed = 'http://schemas.openxmlformats.org/package/2006'
with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
    book.writestr('[Content_Types].xml', f'<Types xmlns="{packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
    book.writestr('_rels/.rels', f'<Relationships xmlns="{packed}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    book.writestr('xl/workbook.xml', f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="So lieu" sheetId="1" r:id="r1"/></sheets></workbook>')
    book.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{packed}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
    book.writestr('xl/worksheets/sheet1.xml', f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>')
`;

/** An Excel file with one sheet of these rows. */
export function workbook(name: string, rows: readonly (readonly (string | number)[])[]): { name: string; mimeType: string; buffer: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "nghisu-book-"));
  try {
    const path = join(folder, "book.xlsx");
    execFileSync("python3", ["-c", MAKE, path, JSON.stringify(rows)]);
    return { name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: readFileSync(path) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

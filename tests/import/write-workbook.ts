/** Writes .xlsx files as Excel does, down to the parts a reader needs: independent of the reader that is tested. */
import { crc32, deflateRawSync } from "node:zlib";

export type Style = "plain" | "date" | "date-vn" | "percent" | "vntime" | "vntimeh" | "vni";

export type WrittenCell =
  | string
  | number
  | null
  | { text: string; style?: Style; inline?: boolean }
  | { number: number; style: Style }
  | { error: string }
  /** A text in pieces, as after a part of it was made bold. */
  | { runs: readonly string[] }
  /** A formula and what it gave when the file was saved. */
  | { formula: string; number: number };

export type WrittenSheet = {
  name: string;
  /** Row by line; absent lines are blank. */
  rows: ReadonlyMap<number, readonly WrittenCell[]>;
  merges?: readonly string[];
  hidden?: boolean;
};

const STYLES: readonly Style[] = ["plain", "date", "date-vn", "percent", "vntime", "vntimeh", "vni"];
const STYLES_XML = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-1010000]d/m/yyyy;@"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="Times New Roman"/></font><font><sz val="12"/><name val=".VnTime"/></font><font><sz val="12"/><name val=".VnTimeH"/></font><font><sz val="12"/><name val="VNI-Times"/></font></fonts>
<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>
<cellXfs count="7"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="0" fontId="2" applyFont="1"/><xf numFmtId="0" fontId="3" applyFont="1"/></cellXfs>
</styleSheet>`;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const spaced = (text: string): string => `<t xml:space="preserve">${escape(text)}</t>`;
const letterOf = (place: number): string => String.fromCodePoint(65 + place);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export function writeWorkbook(sheets: readonly WrittenSheet[]): Buffer {
  const strings: string[] = [];
  const shared = (xml: string): number => {
    const known = strings.indexOf(xml);
    return known >= 0 ? known : strings.push(xml) - 1;
  };
  const parts = sheets.map((sheet) => sheetXml(sheet, shared));
  const nth = sheets.map((_, place) => place + 1);
  return zip([
    ["[Content_Types].xml", contentTypes(nth)],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, hidden }, place) => `<sheet name="${escape(name)}" sheetId="${place + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${place + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${nth.map((one) => `<Relationship Id="rId${one}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${one}.xml"/>`).join("")}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", STYLES_XML],
    ["xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${strings.map((xml) => `<si>${xml}</si>`).join("")}</sst>`],
    ...parts.map((xml, place): [string, string] => [`xl/worksheets/sheet${place + 1}.xml`, xml]),
  ]);
}

function contentTypes(nth: readonly number[]): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (name: string, kind: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${nth.map((one) => override(`worksheets/sheet${one}`, "worksheet")).join("")}${override("styles", "styles")}${override("sharedStrings", "sharedStrings")}</Types>`;
}

function sheetXml({ rows, merges = [] }: WrittenSheet, shared: (xml: string) => number): string {
  const lines = [...rows].map(([line, cells]) => {
    const written = cells.map((cell, place) => cellXml(cell, `${letterOf(place)}${line}`, shared));
    return `<row r="${line}">${written.join("")}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: WrittenCell, ref: string, shared: (xml: string) => number): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${ref}" t="s"><v>${shared(spaced(cell))}</v></c>`;
  if ("error" in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`;
  if ("runs" in cell)
    return `<c r="${ref}" t="s"><v>${shared(cell.runs.map((run) => `<r>${spaced(run)}</r>`).join(""))}</v></c>`;
  if ("formula" in cell) return `<c r="${ref}"><f>${cell.formula}</f><v>${cell.number}</v></c>`;
  const style = `s="${STYLES.indexOf(cell.style ?? "plain")}"`;
  if ("number" in cell) return `<c r="${ref}" ${style}><v>${cell.number}</v></c>`;
  if (cell.inline) return `<c r="${ref}" ${style} t="inlineStr"><is>${spaced(cell.text)}</is></c>`;
  return `<c r="${ref}" ${style} t="s"><v>${shared(spaced(cell.text))}</v></c>`;
}

function zip(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(HEAD + text);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, path, packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), facts, where, path]));
    bodies.push(body);
    offset += body.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, index, Buffer.from("PK\u0005\u0006"), end]);
}

import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP archive with these files, each deflated; `data` may be given deflated already, with its claimed size. */
export function zip(
  files: Readonly<Record<string, string | { readonly deflated: Uint8Array; readonly size: number }>>,
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = typeof content === "string" ? Buffer.from(content) : undefined;
    const deflated = typeof content === "string" ? deflateRawSync(raw!) : Buffer.from(content.deflated);
    const size = typeof content === "string" ? raw!.length : content.size;
    const sums = Buffer.alloc(12);
    sums.writeUInt32LE(raw === undefined ? 0 : crc32(raw), 0);
    sums.writeUInt32LE(deflated.length, 4);
    sums.writeUInt32LE(size, 8);
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    sums.copy(local, 14);
    local.writeUInt16LE(path.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    sums.copy(central, 16);
    central.writeUInt16LE(path.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, path, deflated);
    directory.push(central, path);
    offset += local.length + path.length + deflated.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A Word document whose body is this WordprocessingML. */
export function docx(
  body: string | { readonly deflated: Uint8Array; readonly size: number },
  prolog = "",
): Buffer {
  return zip({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml":
      typeof body === "string"
        ? `${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`
        : body,
  });
}

/** A paragraph of a Word document, with a style such as `Heading1`. */
export function wordParagraph(text: string, style?: string): string {
  const properties = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A PDF of these pages, each a list of lines; an empty line leaves a gap as between paragraphs. */
export function pdf(pages: readonly (readonly string[])[], info = ""): Buffer {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(" ")}] >>`,
  );
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (const [i, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const text = lines.map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`).join("\n");
    const stream = `BT /F1 11 Tf 13 TL 72 720 Td\n${text}\nET`;
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  add(`<< ${info} >>`);
  let body = "%PDF-1.4\n";
  const offsets = objects.map((content, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${content}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}

import JSZip from 'jszip';

/** Small real files for the tests of this room and of those that read files; the name keeps them out of the build. */

const office = 'http://schemas.openxmlformats.org';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export async function zipOf(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `<Relationships xmlns="${office}/package/2006/relationships">${all.join('')}</Relationships>`;

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${escape(text)}</w:t></w:r></w:p>`;

/** @param body WordprocessingML of the body, or plain paragraphs. */
export function makeDocx(body: string | readonly string[]): Promise<Uint8Array> {
  const inside = typeof body === 'string' ? body : body.map(paragraph).join('');
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${inside}</w:body></w:document>`,
  });
}

/** Sheets by name, each a list of rows; merged ranges as `A1:B1`. */
export function makeXlsx(sheets: Record<string, { rows: string[][]; merges?: string[] }>): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const letter = (column: number): string => String.fromCharCode(65 + column);
  const cells = (row: string[], line: number): string =>
    row
      .map((text, column) =>
        text === '' ? '' : `<c r="${letter(column)}${line}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`,
      )
      .join('');
  const sheetXml = ({ rows, merges = [] }: { rows: string[][]; merges?: string[] }): string =>
    `<worksheet><sheetData>${rows.map((row, n) => `<row r="${n + 1}">${cells(row, n + 1)}</row>`).join('')}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      ...names.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)),
    ),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, n) => `<sheet name="${escape(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    ...Object.fromEntries(names.map((name, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheets[name]!)])),
  });
}

/** Lines of each page, 10 mm apart; a tab parts what stands side by side. */
export function makeOfd(pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const object = (line: string, n: number): string =>
    line
      .split('\t')
      .map(
        (text, column) =>
          `<ofd:TextObject ID="${n}" Boundary="${20 + column * 60} ${20 + n * 10} 150 6" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g ${Math.max(0, text.length - 1)} 5">${escape(text)}</ofd:TextCode></ofd:TextObject>`,
      )
      .join('');
  return zipOf({
    'OFD.xml':
      '<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml': `<ofd:Document xmlns:ofd="o"><ofd:Pages>${pages.map((_, n) => `<ofd:Page ID="${n}" BaseLoc="Pages/Page_${n}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((lines, n) => [
        `Doc_0/Pages/Page_${n}/Content.xml`,
        `<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>${lines.map(object).join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
  });
}

export interface PdfOptions {
  /** `embedded`: codes of its own with a ToUnicode table; `predefined`: STSong-Light by a Chinese encoding; `bare`: no table. */
  font?: 'embedded' | 'predefined' | 'bare';
  /** An Encrypt dictionary that no empty password opens. */
  encrypted?: boolean;
}

/** Lines of each page, 14 points high and 24 apart; a tab parts what stands side by side. */
export function makePdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Uint8Array {
  const { font = 'embedded', encrypted = false } = options;
  const letters = [...new Set(pages.flat().join(''))].filter((char) => char !== '\t');
  const codeOf = (char: string): string => {
    const code = font === 'predefined' ? char.charCodeAt(0) : letters.indexOf(char) + 1;
    return code.toString(16).padStart(4, '0');
  };
  const hex = (text: string): string => [...text].map(codeOf).join('');
  const show = (lines: readonly string[]): string =>
    lines
      .flatMap((line, n) =>
        line
          .split('\t')
          .map((text, column) => `BT /F1 14 Tf ${60 + column * 150} ${780 - n * 24} Td <${hex(text)}> Tj ET`),
      )
      .join('\n');
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', ''];
  const add = (text: string): number => objects.push(text);
  const stream = (text: string): string => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
  const table = add(
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${letters.map((char) => `1 beginbfchar <${codeOf(char)}> <${char.charCodeAt(0).toString(16).padStart(4, '0')}> endbfchar`).join('\n')}\nendcmap end end`,
    ),
  );
  const descriptor = add(
    '<</Type/FontDescriptor/FontName/Song/Flags 6/FontBBox[0 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -254/CapHeight 880/StemV 93>>',
  );
  const ordering = font === 'predefined' ? 'GB1' : 'Identity';
  const descendant = add(
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor ${descriptor} 0 R>>`,
  );
  const encoding = font === 'predefined' ? 'UniGB-UCS2-H' : 'Identity-H';
  const unicode = font === 'embedded' ? `/ToUnicode ${table} 0 R` : '';
  const fontAt = add(
    `<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${encoding}${unicode}/DescendantFonts[${descendant} 0 R]>>`,
  );
  const kids = pages.map((lines) => {
    const contents = add(stream(show(lines)));
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</Font<</F1 ${fontAt} 0 R>>>>>>`,
    );
  });
  objects[1] = `<</Type/Pages/Kids[${kids.map((at) => `${at} 0 R`).join(' ')}]/Count ${kids.length}>>`;
  const junk = `<${'ab'.repeat(32)}>`;
  const locked = encrypted ? add(`<</Filter/Standard/V 1/R 2/P -4/O ${junk}/U ${junk}>>`) : 0;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const security = locked ? `/Encrypt ${locked} 0 R/ID[<00><00>]` : '';
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${security}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

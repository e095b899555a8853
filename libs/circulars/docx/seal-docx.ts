import JSZip from 'jszip';
import type { LocalDate } from '#calendar';
import { fonts } from '../measures.js';

/** Zip knows no time zone and no year before 1980. */
const partDate = new Date(Date.UTC(1980, 0, 1));

/**
 * Takes the clock out of a Word file, so that the same circular has the same bytes, and names for every font what may stand in
 * for it where it is not installed.
 */
export async function sealDocx(bytes: Buffer, date: LocalDate): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const sealed = new JSZip();
  for (const name of Object.keys(source.files).sort(partOrder)) {
    const part = source.files[name];
    if (!part || part.dir) continue;
    const data = await sealPart(name, part, date);
    sealed.file(name, data, { date: partDate, createFolders: false });
  }
  return sealed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 6 } });
}

/** Readers expect the list of content types first. */
function partOrder(left: string, right: string): number {
  const first = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return first(left) - first(right) || (left < right ? -1 : left > right ? 1 : 0);
}

async function sealPart(name: string, part: JSZip.JSZipObject, date: LocalDate): Promise<Buffer | string> {
  if (name === 'docProps/core.xml') {
    const xml = await part.async('string');
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
  }
  if (name === 'word/fontTable.xml') return fontTable();
  return part.async('nodebuffer');
}

function fontTable(): string {
  const entries = Object.values(fonts).map(
    ([name, ...others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
  );
}

import JSZip from 'jszip';

/** Texts of the paragraphs of a Word file that we wrote, outside tables, and of its footnotes. */
export async function readDocxParagraphs(bytes: Buffer): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const paragraphs: string[] = [];
  for (const name of ['word/document.xml', 'word/footnotes.xml']) {
    const xml = (await zip.file(name)?.async('string')) ?? '';
    const outside = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '');
    for (const [whole] of outside.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)) {
      const words = [...whole.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => unescape(text ?? ''));
      if (words.length > 0) paragraphs.push(words.join(''));
    }
  }
  return paragraphs;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

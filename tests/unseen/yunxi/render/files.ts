import { articles } from '../content/index.js';
import { reportPdfLines } from '../content/reports.js';
import type { SiteAnswer } from '../../model.js';

const lines: Record<string, string[]> = {
  '/upload/xxgk/2024/0815/7c20e1.pdf': [
    '云溪镇人民政府文件',
    '云溪政规〔2024〕2号',
    '云溪镇人民政府关于印发《云溪镇临时救助备用金管理办法》的通知',
    '各村（居）民委员会：',
    '现将《云溪镇临时救助备用金管理办法》印发给你们，请遵照执行。',
    '云溪镇人民政府',
    '2024年8月14日',
  ],
  '/xxgk/download.php?fid=8640': [
    '云溪政发〔2025〕33号',
    '云溪镇人民政府关于印发云溪镇食品安全突发事件应急预案的通知',
    '各村（居）民委员会：现将应急预案印发给你们，请认真组织实施。',
    '云溪镇人民政府',
    '2025年8月22日',
  ],
  '/upload/xxgk/2025/1226/gmjd.pdf': [
    '关于云溪镇农村公益性公墓管理办法的解读说明',
    '一、起草背景：随着殡葬改革深入，公益性公墓建设管理亟待规范。',
    '二、主要内容：明确建设主体、墓位面积、使用周期和收支公开。',
  ],
  '/upload/xxgk/2024/0124/nb2023.pdf': ['云溪镇2023年政府信息公开工作年度报告', ...reportPdfLines],
};

const hex = (text: string) => [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** Ranges of the map to Unicode, a block holding no more than a hundred. */
const ranges = [0, 64, 128, 192].map((from) => {
  const rows = Array.from({ length: 64 }, (_, at) => {
    const page = (from + at).toString(16).padStart(2, '0');
    return `<${page}00> <${page}FF> <${page}00>`;
  });
  return `64 beginbfrange\n${rows.join('\n')}\nendbfrange`;
});
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${ranges.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;

/** A PDF of one page whose text can be read: a font that is not embedded, with its map to Unicode. */
function pdf(text: string[]): Uint8Array {
  const content = `BT /F1 12 Tf 50 790 Td 20 TL ${text.map((line) => `<${hex(line)}> Tj T*`).join(' ')} ET`;
  const stream = (data: string) => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>',
    stream(toUnicode),
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF`;
  return new TextEncoder().encode(out);
}

const gif = Uint8Array.from(atob('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='), (sign) =>
  sign.charCodeAt(0),
);
const attached = new Map(
  articles.flatMap((row) => (row.attachments ?? []).map(({ name, path }) => [path, name] as const)),
);

const types: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  wps: 'application/octet-stream',
  rar: 'application/octet-stream',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

const office = (name: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"></head><body><p>${name}</p><table border="1"><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>柳湾村</td></tr></table></body></html>`;

/** A file, picture, sound or style, or null where none lies at this path. */
export function fileAnswer(path: string): SiteAnswer | null {
  const ok = (type: string, body: string | Uint8Array, headers: Record<string, string> = {}): SiteAnswer => ({
    status: 200,
    headers: { 'content-type': type, ...headers },
    body,
  });
  if (/\.(?:jpg|png|gif)$/.test(path)) return ok('image/gif', gif);
  if (path.endsWith('.css')) return ok('text/css', 'body{font-size:14px}');
  if (/hits\.(?:php|aspx)/.test(path)) return ok('application/javascript', 'document.write(186)');
  if (path === '/soft/pdfreader.exe') return ok('application/octet-stream', 'MZ');
  const media = /\.(mp3|mp4)$/.exec(path)?.[1];
  if (media) return ok(types[media] ?? '', gif);
  const name = attached.get(path);
  const text = lines[path];
  if (name === undefined && text === undefined) return null;
  const kind = (/\.(\w+)$/.exec(path)?.[1] ?? /\.(\w+)$/.exec(name ?? '')?.[1] ?? 'doc').toLowerCase();
  const disposition = path.includes('download.php')
    ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name ?? '')}` }
    : undefined;
  const type = disposition ? 'application/octet-stream' : (types[kind] ?? 'application/octet-stream');
  return ok(type, kind === 'pdf' ? pdf(text ?? [name ?? '']) : office(name ?? ''), disposition);
}

import type { Attachment, Entry, Unit } from '../model.js';
import { docx, pdf, xlsx } from './files.js';
import { cut, esc } from './html.js';
import { subjectOf } from './words.js';

export interface Asset {
  contentType: string;
  body: Buffer;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Bytes of an attachment: small, real, and always the same. */
export function attachmentAsset(attachment: Attachment, unit: Unit): Asset {
  const lines = [attachment.name.replace(/\.\w+$/u, ''), unit.name, `${unit.place.notice.replace(' · ', '，')}。`];
  switch (attachment.kind) {
    case 'docx':
      return { contentType: `${office}.wordprocessingml.document`, body: docx(lines) };
    case 'xlsx':
      return {
        contentType: `${office}.spreadsheetml.sheet`,
        body: xlsx([
          [lines[0] ?? ''],
          ['序号', '项目', '说明'],
          ['1', '示例项目甲', '示例'],
          ['2', '示例项目乙', '示例'],
        ]),
      };
    case 'pdf':
      return { contentType: 'application/pdf', body: pdf(lines) };
  }
}

function svg(width: number, height: number, inner: string): Asset {
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">${inner}</svg>`;
  return { contentType: 'image/svg+xml', body: Buffer.from(body) };
}

/** Ridges and a sun: the county's stand-in for photographs. */
export function landscape(colour: Unit['colour'], width: number, height: number): Asset {
  const w = width;
  const h = height;
  const ridge = (y: number, opacity: number, fill: string) =>
    `<path d="M0 ${h * y}L${w * 0.18} ${h * (y - 0.22)}L${w * 0.33} ${h * (y - 0.06)}L${w * 0.52} ${h * (y - 0.3)}L${w * 0.7} ${h * (y - 0.05)}L${w * 0.86} ${h * (y - 0.18)}L${w} ${h * (y - 0.02)}V${h}H0Z" fill="${fill}" opacity="${opacity}"/>`;
  return svg(
    w,
    h,
    `<rect width="${w}" height="${h}" fill="${colour.light}"/><circle cx="${w * 0.78}" cy="${h * 0.24}" r="${h * 0.1}" fill="#f4c95d"/>${ridge(0.62, 0.35, colour.main)}${ridge(0.76, 0.55, colour.main)}${ridge(0.92, 0.85, colour.dark)}`,
  );
}

/** A picture of an interpretation: numbered panels with short words. */
function infographic(entry: Entry, unit: Unit, index: number): Asset {
  const subject = subjectOf(entry.interpretation?.policyTitle ?? entry.title);
  const points = index === 0 ? ['摸清底数', '明确标准', '强化保障'] : ['就近办理', '限时办结', '公开结果'];
  const panels = points
    .map(
      (point, n) =>
        `<rect x="40" y="${190 + n * 120}" width="640" height="96" rx="10" fill="#fff"/><circle cx="96" cy="${238 + n * 120}" r="28" fill="${unit.colour.main}"/><text x="96" y="${248 + n * 120}" text-anchor="middle" font-size="28" fill="#fff">${n + 1}</text><text x="150" y="${248 + n * 120}" font-size="30" fill="#333">${point}</text>`,
    )
    .join('');
  return svg(
    720,
    580,
    `<rect width="720" height="580" fill="${unit.colour.light}"/><rect width="720" height="150" fill="${unit.colour.main}"/><text x="360" y="66" text-anchor="middle" font-size="40" fill="#fff">一图读懂</text><text x="360" y="116" text-anchor="middle" font-size="26" fill="#fff">${esc(cut(subject, 20))}</text>${panels}<text x="360" y="566" text-anchor="middle" font-size="14" fill="#888">示例图片</text>`,
  );
}

/** A quarter of a second of silence as WAV. */
function silence(): Asset {
  const samples = 2000;
  const body = Buffer.alloc(44 + samples, 0x80);
  body.write('RIFF', 0, 'latin1');
  body.writeUInt32LE(36 + samples, 4);
  body.write('WAVEfmt ', 8, 'latin1');
  body.writeUInt32LE(16, 16);
  body.writeUInt16LE(1, 20);
  body.writeUInt16LE(1, 22);
  body.writeUInt32LE(8000, 24);
  body.writeUInt32LE(8000, 28);
  body.writeUInt16LE(1, 32);
  body.writeUInt16LE(8, 34);
  body.write('data', 36, 'latin1');
  body.writeUInt32LE(samples, 40);
  return { contentType: 'audio/wav', body };
}

/** The first box of an MP4 file: enough to be one by its name and type. */
function film(): Asset {
  const body = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypisom\x00\x00\x02\x00isommp41', 'latin1')]);
  return { contentType: 'video/mp4', body };
}

/** A picture, sound or film of an entry by the extension of its address; null when there is no such thing. */
export function mediaAsset(entry: Entry, unit: Unit, index: number, extension: string): Asset | null {
  if (extension === 'svg') return index === 9 ? landscape(unit.colour, 720, 405) : infographic(entry, unit, index);
  if (extension === 'wav') return silence();
  if (extension === 'mp4') return film();
  return null;
}

/** The little animation of an H5 interpretation: drawn by style alone, nothing to read. */
export function animationPage(unit: Unit): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>动漫解读（示例）</title><style>body{margin:0;background:${unit.colour.light};height:100vh;overflow:hidden}
.hill{position:absolute;bottom:0;width:60%;height:45%;background:${unit.colour.main};border-radius:50% 50% 0 0}.sun{position:absolute;top:12%;left:10%;width:70px;height:70px;border-radius:50%;background:#f4c95d;animation:go 6s ease-in-out infinite alternate}
@keyframes go{to{left:75%}}</style></head><body><div class="sun"></div><div class="hill" style="left:-10%"></div><div class="hill" style="right:-12%;opacity:.7"></div></body></html>`;
}

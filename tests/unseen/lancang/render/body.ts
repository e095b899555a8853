import { filePath, filesOf, idOf, pathOf, pieceOf } from '../registry.js';
import type { FileSpec, Paper, Piece } from '../shape.js';

const numerals = '〇一二三四五六七八九';

/** 二〇二五年九月十五日, as in the signature of a printed document. */
function chineseDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const small = (text: string): string => {
    const n = Number(text);
    const tens = Math.floor(n / 10);
    const ones = n % 10;
    return `${tens > 1 ? numerals[tens] : ''}${tens ? '十' : ''}${ones ? numerals[ones] : ''}`;
  };
  return `${[...year].map((digit) => numerals[Number(digit)]).join('')}年${small(month)}月${small(date)}日`;
}

export const spokenDay = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

/** A link to a file as the editor put it; `base` is left out of links that stand relative to the page. */
function fileLink(piece: Piece, file: FileSpec): string {
  const href = filePath(piece, file);
  const extension = file.stored.slice(file.stored.lastIndexOf('.'));
  switch (file.way) {
    case 'appendix':
      return `<a href="./${file.stored}" appendix="true" oldsrc="/protect/${file.stored.slice(0, 8)}/${file.stored}" download="${file.name}${extension}" target="_blank">${file.name}</a>`;
    case 'folder':
      return `<img border="0" src="/xhtml/static/images/word.png" width="16" alt=""><a href="${idOf(piece)}/files/${file.stored}" target="_blank">${file.name}</a>`;
    case 'viewer':
      return `<iframe class="pdfview" src="/generic2/web/viewer.html?file=${href}" width="100%" height="760" frameborder="0"></iframe></p><p style="text-align:right">文件下载：<a href="${href}" target="_blank">${file.name}</a>`;
    default:
      return `<a href="${href.replace('&', '&amp;')}" target="_blank">${file.name}</a>`;
  }
}

const style = (rest: string): string => `margin-top: 0px; margin-bottom: 0px; ${rest}`;
const paragraph = (rest: string, html: string): string => `<p style="${style(rest)}">${html}</p>`;

/** What Word leaves behind: its class, its fonts, digits in spans of their own. */
const pasted = (html: string): string =>
  `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt"><span style="font-size:16.0pt;font-family:仿宋_GB2312">${html.replace(
    /\d+/g,
    '</span><span lang="EN-US" style="font-size:16.0pt;font-family:&quot;Times New Roman&quot;">$&</span><span style="font-size:16.0pt;font-family:仿宋_GB2312">',
  )}<o:p></o:p></span></p>`;

function signature(line: string, piece: Piece): string {
  const right = 'text-align: right; text-indent: 2em;';
  const mark = line.slice(2).trim();
  const day = /^\d{4}/.test(mark) ? mark : (piece as Partial<Paper>).issued;
  if (!day) throw new Error(`no day to sign ${piece.key}`);
  const office = mark === '办' ? '岚沧镇人民政府办公室' : '岚沧镇人民政府';
  const spoken = mark === '汉' ? chineseDay(day) : spokenDay(day);
  return `${paragraph(right, '')}\n${paragraph(right, `${office}&ensp;&ensp;`)}\n${paragraph(right, spoken)}`;
}

function line(text: string, piece: Piece): string {
  if (text.startsWith('>>')) return signature(text, piece);
  if (text.startsWith('! ')) return text.slice(2);
  if (text.startsWith(': ')) return paragraph('text-align: left; text-indent: 0px;', text.slice(2));
  if (text.startsWith('= ')) {
    const inner = text.slice(2);
    const loud = !/^(岚政|（)/.test(inner);
    return paragraph('text-align: center; text-indent: 0px;', loud ? `<strong>${inner}</strong>` : inner);
  }
  if (piece.look?.word) return pasted(text);
  const heading = /^[一二三四五六七八九十]+、[^。：]{1,30}$/.test(text);
  return paragraph('text-indent: 2em; text-align: justify;', heading ? `<strong>${text}</strong>` : text);
}

/**
 * Lines to HTML: `: ` a salutation, `= ` centred, `! ` HTML as it is, `>>` the signature (`办` of the office, `汉` in Chinese numerals),
 * `@0` the first file, `[[key|words]]` a link to another piece.
 */
export function bodyHtml(piece: Piece): string {
  const files = filesOf(piece);
  const html = piece.body
    .trim()
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line(text, piece))
    .join('\n')
    .replace(/\[\[([^|\]]+)\|([^\]]+)\]\]/g, (_, key: string, words: string) => {
      return `<a href="${pathOf(pieceOf(key))}" target="_blank">${words}</a>`;
    })
    .replace(/@(\d)/g, (_, at: string) => {
      const file = files[Number(at)];
      if (!file) throw new Error(`no file ${at} in ${piece.key}`);
      return fileLink(piece, file);
    })
    .replaceAll('IMG/', `${idOf(piece)}/images/`)
    .replaceAll('MEDIA/', `${idOf(piece)}/files/`);
  const residue =
    '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="ProgId" content="Word.Document">';
  return piece.look?.word ? residue + html : html;
}

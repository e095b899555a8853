import { filePath, imagePath, infoPath, mediaPath } from './addresses.js';
import { article as byId } from './content/index.js';
import { arabic, han } from './dates.js';
import type { Article, DocumentArticle } from './types.js';

/**
 * Notation of a paragraph: `^` centred, `>` at the right, `|` row of a table, `@…` a medium, `{file:n}` a link to an attachment,
 * `**…**` bold, `[[id|words]]` a link to an article.
 */
function inline(text: string, article: Article): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\{file:(\d)\}/g, (_, k: string) => {
      const file = article.files?.[Number(k)];
      return `<a href="${filePath(article, Number(k))}" target="_blank">${file?.name ?? ''}</a>`;
    })
    .replace(/\[\[(\d+)\|([^\]]+)\]\]/g, (_, id: string, words: string) => {
      const target = byId(Number(id));
      if (!target) throw new Error(`no article ${id}`);
      return `<a href="${infoPath(target)}" target="_blank">${words}</a>`;
    });
}

function medium(name: string, article: Article): string {
  const [kind, count] = name.split(':');
  const video = mediaPath(article, 'mp4');
  switch (kind) {
    case 'img':
      return Array.from(
        { length: Number(count) },
        (_, k) =>
          `<p class="vsbcontent_img"><img width="760" src="${imagePath(article, k)}" alt="" border="0" vsbhref="vurl" vurl="${imagePath(article, k)}"></p>`,
      ).join('\n');
    case 'qr':
      return '<p class="vsbcontent_end"><img width="120" src="/images/qrcode.png" alt="博岭发布微信公众号二维码"><br>扫码关注“博岭发布”</p>';
    case 'vsbvideo':
      return `<p style="text-align:center"><script name="_videourl" src="/system/resource/vsbvideo/vsbvideoplay.js" vurl="${video}" vheight="405" vwidth="720" class="edui-upload-video vsbvideo" type="text/javascript"></script></p>`;
    case 'video':
      return `<p style="text-align:center"><video class="vsbvideo" controls preload="none" width="720" height="405"><source src="${video}" type="video/mp4"></video></p>`;
    case 'audio':
      return `<p style="text-align:center"><audio controls preload="none" src="${mediaPath(article, 'mp3')}"></audio></p>`;
    case 'h5':
      return `<p style="text-align:center"><iframe src="/h5/${article.id}/index.html" width="420" height="700" frameborder="0" scrolling="no" title="动漫解读"></iframe></p>`;
    default:
      throw new Error(`no medium ${name}`);
  }
}

function table(rows: string[]): string {
  const cells = rows.map((row) => row.slice(1).split('|'));
  const html = cells.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('\n');
  return `<table border="1" cellspacing="0" cellpadding="0" class="tb" width="92%"><tbody>${html}</tbody></table>`;
}

/** Word wraps figures in spans of another language. */
function wordText(text: string): string {
  const figures = text.replace(/(?<![\w=":/])(\d+)(?![^<]*>)/g, '<span lang="EN-US">$1</span>');
  return `<span style="font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体">${figures}<o:p></o:p></span>`;
}

function paragraph(text: string, article: Article): string {
  if (text.startsWith('@')) return medium(text.slice(1), article);
  const align = text.startsWith('^') ? 'center' : text.startsWith('>') ? 'right' : '';
  const words = inline(align ? text.slice(1) : text, article);
  const style = align ? `text-align:${align}` : 'text-indent:2em';
  if (article.word) return `<p class="MsoNormal" style="${style};line-height:28.0pt">${wordText(words)}</p>`;
  if (align === 'center') return `<p style="${style}"><strong>${words}</strong></p>`;
  return `<p style="${style};">${words}</p>`;
}

export function paragraphs(texts: string[], article: Article): string {
  const html: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) html.push(table(rows));
    rows = [];
  };
  for (const text of texts) {
    if (text.startsWith('|')) rows.push(text);
    else {
      flush();
      html.push(paragraph(text, article));
    }
  }
  flush();
  return html.join('\n');
}

/** Issuer and day at the right, as the foot of a document has them. */
export function signature(doc: DocumentArticle): string {
  if (!doc.sign || !doc.issued) return '';
  const day = doc.sign === 'han' ? han(doc.issued) : arabic(doc.issued);
  const signer = doc.signer ?? doc.issuer;
  const open = doc.head === 'none' ? '' : '\n<p style="text-indent:2em;">（此件公开发布）</p>';
  if (!doc.word) {
    return `<p style="text-align:right;">${signer}　　</p>\n<p style="text-align:right;">${day}　　</p>${open}`;
  }
  const pieces = [...day.matchAll(/\d+|[^\d年月日]+|[年月日]/g)]
    .map((piece) => `<span lang="EN-US" style="font-size:16.0pt;font-family:仿宋_GB2312">${piece[0]}</span>`)
    .join('');
  return `<p class="MsoNormal" align="right" style="text-align:right">${wordText(signer)}</p>
<p class="MsoNormal" align="right" style="text-align:right">${pieces}<span lang="EN-US"><o:p>&nbsp;</o:p></span></p>${open}`;
}

const WORD_HEAD = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="ProgId" content="Word.Document"><meta name="Generator" content="Microsoft Word 11"><link rel="File-List" href="file:///C:\\Users\\ADMINI~1\\AppData\\Local\\Temp\\msohtml1\\01\\clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom><w:PunctuationKerning/></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal{margin:0cm;margin-bottom:.0001pt;text-align:justify;font-size:10.5pt} @page Section1{size:595.3pt 841.9pt} --></style>`;

/** What stands inside the container of the body. */
export function bodyHtml(article: Article): string {
  const lead = article.word ? `${WORD_HEAD}\n<div class="Section1" style="layout-grid:15.6pt">` : '';
  const tail = article.word ? '</div>' : '';
  if (article.kind !== 'document') return lead + paragraphs(article.paras, article) + tail;
  if (article.pdfOnly) {
    return `<p class="vsbcontent_img"><script type="text/javascript">showVsbpdfIframe("${filePath(article, 0)}","100%","800","0","","${article.id}")</script></p>`;
  }
  const after = article.after ? paragraphs(article.after, article) : '';
  return [lead, paragraphs(article.paras, article), signature(article), after, tail].filter(Boolean).join('\n');
}

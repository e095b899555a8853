import type { Article, DocumentArticle } from '../types.js';

const block = (text: string) => /^<(?:table|p|div|video|audio)/.test(text);

const wrappers: Record<NonNullable<Article['wrapping']>, (lines: string[], sign: string[]) => string> = {
  plain: (lines, sign) =>
    [
      ...lines.map((line) => (block(line) ? line : `<p>　　${line}</p>`)),
      ...sign.map((line) => `<p align="right">${line}</p>`),
    ].join('\n'),
  // An export of Word: conditional comments, mso styles, an inner meta with another encoding.
  word: (lines, sign) =>
    `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="ProgId" content="Word.Document"><meta name="Generator" content="Microsoft Word 11">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal{mso-style-parent:"";text-justify:inter-ideograph;mso-pagination:none;font-size:10.5pt}</style>
<div class="Section0" style="layout-grid:15.6pt">${[
      ...lines.map((line) =>
        block(line)
          ? line
          : `<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt;mso-line-height-rule:exactly"><span style="font-family:仿宋_GB2312;mso-hansi-font-family:宋体;font-size:16.0pt">${line}</span><span lang="EN-US" style="font-size:16.0pt"><o:p></o:p></span></p>`,
      ),
      ...sign.map(
        (line) =>
          `<p class="MsoNormal" align="right" style="text-align:right;mso-char-indent-count:2.0"><span style="font-family:仿宋_GB2312"><font face="仿宋_GB2312">${line}</font></span><o:p>&nbsp;</o:p></p>`,
      ),
    ].join('\n')}</div>`,
  fonts: (lines, sign) =>
    [
      ...lines.map((line) =>
        block(line)
          ? line
          : `<P style="TEXT-INDENT: 2em"><FONT face=宋体 size=3><FONT color=#000000><SPAN style="LINE-HEIGHT: 200%">${line}</SPAN></FONT></FONT></P>`,
      ),
      ...sign.map(
        (line) =>
          `<P align=right><FONT face=宋体 size=3><FONT color=#000000>${line}</FONT></FONT>&nbsp;&nbsp;&nbsp;&nbsp;</P>`,
      ),
    ].join('\n'),
  layout: (lines, sign) =>
    `<table width="96%" border="0" cellspacing="0" cellpadding="0" align="center"><tbody>${lines
      .map((line) => `<tr><td width="20">&nbsp;</td><td style="line-height:2">${line}</td></tr>`)
      .join('')}${sign.map((line) => `<tr><td></td><td align="right">${line}</td></tr>`).join('')}</tbody></table>`,
  breaks: (lines, sign) =>
    `<div>　　${[...lines, ...sign.map((line) => `　　　　　　　　　　${line}`)].join('<br />\n　　')}</div>`,
};

/** The text as the editor left it, with the attachments that the text does not hold already. */
export function bodyOf(article: Article): string {
  const { heading } = article as DocumentArticle;
  const text = wrappers[article.wrapping ?? 'plain'](article.body, article.sign ?? []);
  const files = (article.attachments ?? [])
    .filter(({ path }) => !text.includes(path))
    .map(
      ({ name, path }) =>
        `<p><img src="/include/editor/sysimage/${path.replace(/.*\.|\?.*/g, '') || 'file'}.gif" border="0"><a href="${path.replaceAll('&', '&amp;')}" target="_blank">${name}</a></p>`,
    )
    .join('\n');
  return `${heading === undefined ? '' : `<p align="center">${heading}</p>\n`}${text}\n${files}`;
}

import { files, readingsOf, readingUrl, rows, SITE } from './columns.js';
import { BUREAUS } from './content/bureaus.js';
import { docBody } from './detail.js';
import { escape } from './shell.js';

let table: Map<string, [number, number]> | null = null;

/** Two-byte characters of GB18030, found by decoding each pair. */
function pairs(): Map<string, [number, number]> {
  if (table) return table;
  const decoder = new TextDecoder('gb18030');
  table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return table;
}

/** Text as GB18030; a character outside two bytes becomes a reference. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 63;
    const pair = pairs().get(char);
    if (code < 128) bytes.push(code);
    else bytes.push(...(pair ?? Buffer.from(`&#${code};`, 'latin1')));
  }
  return Uint8Array.from(bytes);
}

const loose = (day: string): string =>
  `${Number(day.slice(0, 4))}-${Number(day.slice(5, 7))}-${Number(day.slice(8, 10))}`;

function frame(title: string, body: string): string {
  return `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>${escape(title)} - 梅溪县部门信息公开系统</TITLE>
<STYLE>td,body{font-size:14px;font-family:宋体}.z{line-height:26px}</STYLE></HEAD><BODY topmargin=0 bgcolor=#e8f0e4><CENTER>
<TABLE width=960 border=0 cellspacing=0 cellpadding=4 bgcolor=#ffffff><TR><TD bgcolor=#3c7a3c height=70><FONT color=#ffffff size=5><B>梅溪县部门信息公开系统</B></FONT></TD></TR>
<TR><TD bgcolor=#d8e8d0><A href="/mxx/pc/index.html">返回首页</A> | <A href="/oldgov/Article_Class.asp?ClassID=7">部门文件</A></TD></TR><TR><TD>${body}</TD></TR>
<TR><TD align=center bgcolor=#d8e8d0>版权所有：${SITE}办公室　网站标识码：3597270003</TD></TR></TABLE></CENTER></BODY></HTML>`;
}

const SIZE = 5;

function list(pageNo: number): string {
  const all = rows('bmwj');
  const last = Math.ceil(all.length / SIZE);
  const current = Math.min(Math.max(1, pageNo), last);
  const lines = all
    .slice((current - 1) * SIZE, current * SIZE)
    .map(
      (row) =>
        `<TR><TD width=20>·</TD><TD><A href="Article_Show.asp?ArticleID=${row.id}" target=_blank title="文章标题：${row.title}&#10;更新时间：${loose(row.pub)}">${row.title.length > 32 ? `${row.title.slice(0, 31)}...` : row.title}</A></TD><TD align=right><FONT color=gray>${loose(row.pub)}</FONT></TD></TR>`,
    );
  const to = (n: number, name: string): string =>
    n < 1 || n > last || n === current ? name : `<A href="Article_Class.asp?ClassID=7&page=${n}">${name}</A>`;
  return frame(
    '部门文件',
    `<B>部门文件</B><TABLE width=100% border=0>${lines.join('\n')}</TABLE><CENTER>共 ${all.length} 篇文章　${to(1, '首页')} ${to(current - 1, '上一页')} ${to(current + 1, '下一页')} ${to(last, '尾页')}　页次：${current}/${last}页</CENTER>`,
  );
}

function show(id: number): string | null {
  const doc = BUREAUS.find((d) => d.id === id);
  if (!doc) return null;
  const related = readingsOf(doc).map((r) => `·<A href="${readingUrl(r)}">${escape(r.title)}</A><BR>`);
  const attached = files(doc).map((f) => `<P>附件：<A href="${f.url}">${escape(f.name)}</A></P>`);
  return frame(
    doc.title,
    `<TABLE width=100% border=0 class=z><TR><TD align=center><FONT size=4><B>${doc.title}</B></FONT></TD></TR>
<TR><TD align=center>作者：${doc.issuer}　文章来源：本站原创　点击数：<SPAN id=c>212</SPAN>　更新时间：${loose(doc.pub)}</TD></TR>
<TR><TD><TABLE width=90% border=1 align=center bordercolor=#c0d8b8><TR><TD width=90>文　　号</TD><TD>${doc.no ?? ''}</TD><TD width=90>制发日期</TD><TD>${loose(doc.issued ?? '')}</TD></TR></TABLE></TD></TR>
<TR><TD id=ArticleBody>${docBody(doc)}${attached.join('')}</TD></TR><TR><TD align=right>【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR>
${related.length ? `<TR><TD><B>相关文章：</B><BR>${related.join('')}</TD></TR>` : ''}</TABLE>`,
  );
}

/** What the older system answers, or null. */
export function older(path: string): Uint8Array | null {
  const [bare, query] = path.split('?');
  const asked = new URLSearchParams(query ?? '');
  if (bare === '/oldgov/Article_Class.asp' && asked.get('ClassID') === '7') {
    return gb18030(list(Number(asked.get('page') ?? 1) || 1));
  }
  if (bare !== '/oldgov/Article_Show.asp') return null;
  const html = show(Number(asked.get('ArticleID')));
  return html ? gb18030(html) : null;
}

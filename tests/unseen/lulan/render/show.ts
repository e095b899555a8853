import { pathOf, unit } from '../addresses.js';
import { articles, interpretations, linkedIn } from '../content/index.js';
import type { DocumentRow, Row } from '../types.js';
import { shell } from './shell.js';

export const names: Record<string, string> = {
  '0101': '乡政府文件',
  '0102': '党政办文件',
  '0103': '通知公示',
  '0104': '政策解读',
  '0105': '信息公开年报',
  '0106': '工作动态',
  '0107': '办事指南',
  '0108': '专题专栏',
  '0111': '历年文件',
};

/** The day as JSP prints a Timestamp, a Date, or as somebody formatted it. */
export function stamp(row: Row): string {
  const [day = '', clock = ''] = row.published.split(' ');
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (row.stamp === 'java') {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    return `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday]} ${months[month - 1]} ${String(date).padStart(2, '0')} ${clock} CST ${year}`;
  }
  return row.stamp === 'week' ? `${year}年${month}月${date}日 星期${'日一二三四五六'[weekday]}` : `${row.published}.0`;
}

/** A paragraph as one of three editors left it. */
function paragraph(text: string, editor: number): string {
  if (text.startsWith('<')) return text;
  if (editor === 0) return `<P>　　${text}</P>`;
  if (editor === 1) return `&nbsp;&nbsp;&nbsp;&nbsp;${text}<BR><BR>`;
  return `<P class=MsoNormal style="TEXT-INDENT: 32pt"><SPAN style="FONT-SIZE: 16pt; FONT-FAMILY: 仿宋_GB2312">${text}<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" /><o:p></o:p></SPAN></P>`;
}

const block = (cells: [string, string][]) =>
  `<table width=760 border=1 bordercolor=#cccccc align=center>${[cells.slice(0, 2), cells.slice(2)]
    .map(
      (line) =>
        `<tr>${line.map(([label, value]) => `<td bgcolor=#f0f0f0 width=90>${label}</td><td width=290>${value}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;

function near(row: Row): string {
  const rows = articles.filter((one) => one.sects[0] === row.sects[0]);
  const at = rows.indexOf(row as (typeof articles)[number]);
  const one = (label: string, other?: Row) =>
    `${label}：${other ? `<a href="${pathOf(other).replace('/xz/', '')}">${other.title}</a>` : '无'}<br>`;
  // Where an interpretation stands beside its document, the neighbours would link them by chance: they are left out there.
  return row.sects[0] === '0104' ? '' : one('上一条', rows[at - 1]) + one('下一条', rows[at + 1]);
}

export function showPage(row: Row, sect: string): string {
  const cells = (row as DocumentRow).block;
  const linked = interpretations.find(({ id }) => id === linkedIn[row.id]);
  return shell(`${cells ? block(cells) : ''}<table width=780 border=0 align=center>
<tr><td class=wz>您的位置：<a href="index.jsp?unit=${unit}">鹿栏乡</a> → ${names[sect]} → 正文</td></tr>
<tr><td align=center class=bt height=60><font size=5><b>${row.heading ?? row.title}</b></font></td></tr>
<tr><td align=center class=xx>作者：管理员　来源：本站　点击：<script src="/count.jsp?id=${row.id}"></script>次${row.stamp === 'none' ? '' : `　发布时间：${stamp(row)}`}</td></tr>
<tr><td class=nr>${row.body.map((text) => paragraph(text, row.id % 3)).join('\n')}
${(row.sign ?? []).map((line) => (line.startsWith('<') ? line : `<P align=right>${line}</P>`)).join('')}${row.after ?? ''}
${linked ? `<br>相关链接：<a href="${pathOf(linked).replace('/xz/', '')}" target=_blank>${linked.title}</a>` : ''}</td></tr>
<tr><td>${row.filesInBody ? '' : (row.files ?? []).map((file) => `<img src="/images/fj.gif">附件：<a href="${file.path}">${file.name}</a><br>`).join('')}</td></tr>
<tr><td>${near(row)}</td></tr>
<tr><td align=right>【字体：大 中 小】【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</td></tr></table>`);
}

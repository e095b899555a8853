import { pathOf } from '../addresses.js';
import { oldColumns } from '../content/columns.js';
import { inColumn } from '../content/index.js';
import type { Article } from '../types.js';
import { bodyOf } from './body.js';
import { escapedText, oldShell } from './shell.js';

export const viewState = 'dDwtMTA0OTk3MDUyO3Q8O2w8aTwxPjs+O2w8dDxwPGw8Pjs+Pg==';
const unpadded = (day: string, mark: string) => day.split('-').map(Number).join(mark);

/** A list of the old site. It turns its pages by sending its form back to itself. */
export function oldList(classId: number, asked: number): string | null {
  const column = oldColumns[classId];
  if (!column) return null;
  const all = inColumn('old', classId);
  const pages = Math.ceil(all.length / column.size);
  const at = Math.min(Math.max(1, asked || 1), pages);
  const rows = all
    .slice((at - 1) * column.size, at * column.size)
    .map(
      (row) =>
        `<TR><TD WIDTH=20><IMG SRC="images/dot.gif"></TD><TD><TABLE WIDTH=100% BORDER=0><TR><TD><A HREF="${pathOf(row).replace('/yxz/old/', '')}" TARGET=_blank><FONT COLOR=#333333>${escapedText(row.title)}</FONT></A></TD><TD WIDTH=100 ALIGN=right>[${unpadded(row.published, '-')}]</TD></TR></TABLE></TD></TR>`,
    );
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at
      ? `<span style="font-weight:Bold;color:red;">${i + 1}</span>`
      : `<a href="javascript:__doPostBack('AspNetPager1','${i + 1}')">${i + 1}</a>`,
  );
  const body = `<form name="form1" method="post" action="NewsList.aspx?ClassID=${classId}" id="form1">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${viewState}" />
<script type="text/javascript">
var theForm = document.forms['form1'];
function __doPostBack(eventTarget, eventArgument) { theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit(); }
</script>
<TABLE WIDTH=100% BORDER=0><TR><TD CLASS=lm>${column.name}</TD></TR><TR><TD><TABLE WIDTH=96% BORDER=0 ALIGN=center>${rows.join('\n')}</TABLE></TD></TR></TABLE>
<div id="AspNetPager1">共${all.length}条记录 ${numbers.join('&nbsp;')}${at < pages ? `&nbsp;<a href="javascript:__doPostBack('AspNetPager1','${at + 1}')">下一页</a>` : ''}</div></form>`;
  return oldShell({ title: `${column.name}-云溪镇`, body });
}

export function oldPage(article: Article): string {
  const body = `<TABLE WIDTH=96% BORDER=0 ALIGN=center><TR><TD CLASS=bt12 ALIGN=center><FONT SIZE=4 COLOR=#cc0000><B>${escapedText(article.title)}</B></FONT></TD></TR>
<TR><TD ALIGN=center BGCOLOR=#f3f3f3>作者：admin　发布时间：${unpadded(article.published, '/')} 0:00:00　点击数：<SCRIPT SRC="hits.aspx?NewsID=${article.id}"></SCRIPT></TD></TR>
<TR><TD CLASS=nr><TABLE WIDTH=100%><TR><TD>${bodyOf(article)}</TD></TR></TABLE></TD></TR></TABLE>`;
  return oldShell({ title: article.title, body });
}

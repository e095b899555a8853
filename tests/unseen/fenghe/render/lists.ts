import { alsoNotice, hiddenDraft, listPath, lostNotice, noticePath, plainPath, previewPath } from '../address.js';
import { articleOf, articlesIn, columnNames, type Entry, isDocument } from '../content/index.js';
import { type Column } from '../types.js';
import { cut, framed, page, stub } from './layout.js';

interface Row {
  title: string;
  day: string;
  path: string;
}

const row = (article: Entry, path = listPath(article)): Row => ({
  title: article.title,
  day: article.published ?? '',
  path,
});

const sizes: Partial<Record<Column, number>> = {
  '15901': 10,
  '15911': 6,
  '15971': 7,
  '15972': 6,
  '15981': 8,
  '15975': 3,
};
/** Pages that the pager of a column promises beyond those that exist. */
const promised: Partial<Record<Column, number>> = { '15911': 5 };

function pager(column: Column, current: number, pages: number): string {
  const link = (n: number, text: string) =>
    n === current ? text : `<A href="iList.jsp?node_id=GKFH&cat_id=${column}&cur_page=${n}">${text}</A>`;
  const numbers = Array.from({ length: pages }, (_, i) => link(i + 1, `[${i + 1}]`)).join(' ');
  return `<TR><TD colspan=4 align=center height=40>共${pages}页　当前第${current}页　${link(1, '首页')} ${link(Math.max(1, current - 1), '上一页')} ${numbers} ${link(Math.min(pages, current + 1), '下一页')} ${link(pages, '尾页')}</TD></TR>`;
}

const wrap = (column: Column, inner: string) =>
  page({
    title: `${columnNames[column]}-枫禾县自然资源局`,
    trail: [['政府信息公开', '/xxgk/index.jsp'], [columnNames[column]]],
    side: true,
    body: `<TABLE width="100%" border=0 cellSpacing=0 cellPadding=0 class=box><TR><TD class=box_t>${columnNames[column]}</TD></TR><TR><TD>${inner}</TD></TR></TABLE>`,
  });

const table = (rows: string) => `<TABLE width="98%" align=center border=0 cellSpacing=0 cellPadding=0 class=list>
${rows}
</TABLE>`;

const plainRow = ({ title, day, path }: Row) =>
  `<TR><TD width=12><IMG src="/images/dot.png" width=4 height=4></TD><TD height=28><A href="${path}" target=_blank title="${title}">${cut(title, 36)}</A></TD><TD width=90 class=rq>${day && `[${day}]`}</TD></TR>`;

/** Number and day of writing in the row, below the title. */
function writtenRow(article: Entry, number: number): string {
  const [wh, rq] = isDocument(article) ? [article.printed ?? article.number ?? '', article.issued ?? ''] : ['', ''];
  return `<tr class="zcwj"><td class="num" width="40" align="center">${number}</td><td class="title"><a href="${listPath(article).replace('/info/', './')}" target="_blank"><p class="tit">${article.title}</p></a>
<p class="info"><i class="kh">(</i><span>发文字号：${wh}</span>　<span class="time">成文日期 ：${rq}</span><i class="kh">)</i></p></td></tr>`;
}

/** Everything in attributes, the visible title cut. */
function attributeRow(article: Entry, index: number): string {
  const number = isDocument(article) ? (article.printed ?? article.number ?? '') : '';
  return `<tr class="tr_main_value_${index % 2 ? 'even' : 'odd'}"><td width=30 align=center>${index + 1}</td><td><a href="${listPath(article).slice('/info/'.length)}" mc="${article.title}" rq="${article.published}" wh="${number}" onmouseover="tip(this)" target=_blank>${cut(article.title, 24)}</a></td><td width=150>${number}</td><td width=84>${article.published}</td></tr>`;
}

function noticeRows(): Row[] {
  const rows = articlesIn('15911').map((article) => row(article));
  const twice = articleOf(alsoNotice)!;
  rows.push(row(twice, noticePath(twice.id)));
  rows.push({ title: '关于暂停受理集体土地所有权登记业务的通知', day: '2023-05-09', path: noticePath(lostNotice) });
  return rows.sort((a, b) => b.day.localeCompare(a.day));
}

function pagedColumn(column: Column, current: number): string {
  const lines =
    column === '15911'
      ? noticeRows().map(plainRow)
      : articlesIn(column).map((article, i) =>
          column === '15971'
            ? writtenRow(article, i + 1)
            : column === '15972'
              ? attributeRow(article, i)
              : plainRow(row(article)),
        );
  const size = sizes[column] ?? lines.length;
  const real = Math.ceil(lines.length / size);
  const pages = promised[column] ?? real;
  if (current > real && current <= pages) return stub;
  const head =
    column === '15972'
      ? '<tr class="tr_main_title"><td>序号</td><td>信息名称</td><td>文号</td><td>发布日期</td></tr>'
      : '';
  const shown = lines.slice((current - 1) * size, current * size).join('\n');
  return wrap(column, table(head + shown + (pages > 1 ? pager(column, current, pages) : '')));
}

/** 计划总结: only a POST turns the page. */
export function formColumn(current: number): string {
  const rows = articlesIn('15975');
  const size = sizes['15975']!;
  const pages = Math.ceil(rows.length / size);
  const go = (n: number, text: string) => `<a href="javascript:go(${n})">${text}</a>`;
  const numbers = Array.from({ length: pages }, (_, i) => (i + 1 === current ? `${i + 1}` : go(i + 1, `${i + 1}`)));
  return wrap(
    '15975',
    `<form name="pageForm" method="post" action="/info/iQuery.jsp"><input type="hidden" name="node_id" value="GKFH"><input type="hidden" name="cat_id" value="15975"><input type="hidden" name="page_size" value="${size}"><input type="hidden" name="cur_page" value="${current}">
<script language="javascript">function go(n){document.pageForm.cur_page.value=n;document.pageForm.submit();}</script>
${table(
  rows
    .slice((current - 1) * size, current * size)
    .map((article) => plainRow(row(article)))
    .join('\n'),
)}
<table width="98%" align="center"><tr><td align="right">共${rows.length}条记录 第${current}/${pages}页 ${numbers.join(' ')} ${current < pages ? go(current + 1, '下一页') : ''}</td></tr></table></form>`,
  );
}

/** 财政预决算: rows written by inline script. */
const scriptColumn = () =>
  wrap(
    '15976',
    table(
      articlesIn('15976')
        .map(
          (article) => `<script language="javascript">
var url = "${listPath(article).slice('/info/'.length)}"
var title = "${article.title}"; var FILENUM = "${isDocument(article) ? (article.number ?? '') : ''}"
document.writeln("<TR><TD height=28>·<A href='"+url+"' target=_blank title='"+title+"'>"+(title.length>34?title.substring(0,34)+"...":title)+"</A></TD>");
document.writeln("<TD width=90>${article.published}</TD></TR>");
</script>`,
        )
        .join('\n'),
    ),
  );

/** 国土空间规划: the list is a comment until a script shows it. */
const commentColumn = () =>
  wrap(
    '15977',
    `<DIV id=ghList><!--
<table width="98%" align="center" border="0" class="list">
${articlesIn('15977')
  .map(
    (article) =>
      `<tr><td height="28">·<a target="_blank" href="${plainPath(article)}" title="${article.title}"> ${cut(article.title, 34)} </a></td><td width="90">${article.published}</td></tr>`,
  )
  .join('\n')}
</table>
--></DIV>
<SCRIPT language=javascript>var o=document.getElementById("ghList");o.innerHTML=o.innerHTML.replace("<!"+"--","").replace("--"+">","");</SCRIPT>`,
  );

/** 征地信息: real rows, each followed by its commented-out forerunner. */
const duplicateColumn = () =>
  wrap(
    '15978',
    table(
      articlesIn('15978')
        .map((article) => `${plainRow(row(article))}\n<!-- ${plainRow(row(article, previewPath(article.id)))} -->`)
        .join('\n') +
        `\n<!-- ${plainRow({ title: '枫禾县人民政府征收土地公告（柳河镇新塘村）', day: '2026-06-20', path: `/info/iDetail.jsp?cat_id=15978&id=${hiddenDraft}` })} -->`,
    ),
  );

/** 矿产与地质灾害: records in an XML island, their dates broken by white space. */
function islandColumn(): string {
  const records = articlesIn('15979').map((article, i) => {
    const broken = i % 2 === 0 ? article.published!.replace(/-/g, '-\n ') : article.published;
    return `<record><![CDATA[<tr><td height="28">·<a href="${plainPath(article)}" target="_blank" title="${article.title}">${cut(article.title, 32)}</a></td><td width="100">${broken}</td></tr>]]></record>`;
  });
  return wrap(
    '15979',
    `<script type="text/xml" id="ds15979"><datastore><totalrecord>${records.length}</totalrecord><totalpage>2</totalpage><recordset>
${records.join('\n')}
<record><![CDATA[<tr><td style=<br/></td></tr>]]></record></recordset></datastore></script>
<DIV id=dsView></DIV><DIV align=center><A href="javascript:dsShow(1)">第1页</A> <A href="javascript:dsShow(2)">第2页</A></DIV>
<SCRIPT language=javascript>
var ds=document.getElementById("ds15979").innerHTML.match(/<record><!\\[CDATA\\[[\\s\\S]*?\\]\\]><\\/record>/g);
function dsShow(p){var h="",i;for(i=(p-1)*3;i<p*3&&i<ds.length-1;i++)h+=ds[i].replace("<record><![CDATA[","").replace("]]></record>","");
document.getElementById("dsView").innerHTML="<table width='98%' align='center' class='list'>"+h+"</table>";}
dsShow(1);
</SCRIPT>`,
  );
}

const frameColumn = () =>
  wrap(
    '15980',
    '<IFRAME name=listFrame src="/info/frameList.jsp?cat_id=15980" width="100%" height=320 frameBorder=0 scrolling=auto></IFRAME>',
  );

/** The page inside the iframe of 不动产登记公告; its links are relative to a base. */
export function frameList(origin: string, current: number): string {
  const rows = articlesIn('15980');
  const link = (n: number) =>
    n === current ? `${n}` : `<A href="frameList.jsp?cat_id=15980&cur_page=${n}" target=_self>${n}</A>`;
  return framed(
    '',
    `${table(
      rows
        .slice((current - 1) * 2, current * 2)
        .map((article) => plainRow(row(article, plainPath(article).slice('/info/'.length))))
        .join('\n'),
    )}<P align=center>${link(1)}　${link(2)}</P>`,
    `<BASE href="${origin}/info/" target=_blank>`,
  );
}

const emptyColumn = () =>
  page({
    title: '政府信息公开制度-枫禾县自然资源局',
    trail: [['政府信息公开', '/xxgk/index.jsp'], ['政府信息公开制度']],
    side: true,
    body: `<TABLE width="100%" border=0 class=box><TR><TD class=box_t>政府信息公开制度</TD></TR><TR><TD height=260 align=center>暂无相关信息！</TD></TR></TABLE>`,
  });

/** The answer of iList.jsp, or null where there is no such column. */
export function listPage(column: string, current: number): string | null {
  if (column === '15983') return emptyColumn();
  if (!(column in columnNames)) return null;
  switch (column as Column) {
    case '15975':
      return formColumn(1);
    case '15976':
      return scriptColumn();
    case '15977':
      return commentColumn();
    case '15978':
      return duplicateColumn();
    case '15979':
      return islandColumn();
    case '15980':
      return frameColumn();
    default:
      return pagedColumn(column as Column, current);
  }
}

/** Rows of any articles, for pages that gather several columns. */
export const simpleRows = (articles: Entry[], path: (article: Entry) => string) =>
  table(articles.map((article) => plainRow(row(article, path(article)))).join('\n'));

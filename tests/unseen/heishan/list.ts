import { address, column, columnPath, loose, type Column } from './columns.js';
import { listed } from './content/index.js';
import { sheet } from './shell.js';
import type { SiteAnswer, SiteRequest } from '../model.js';
import type { Article } from './types.js';

/** Rows that lead to no article: withdrawn, or led away. */
const STRAY: Record<string, [href: string, title: string, date: string]> = {
  '12': ['/Article/Show.aspx?cid=12&id=10160', '黑山头区人民政府关于征收拆迁安置区域房屋的决定', '2025-05-30'],
  '21': ['/inc/go.asp?u=3', '黑山头区高层次人才网上报名入口', '2025-11-20'],
};

/** A list that was taken out of the page years ago and still stands in its source. */
const OLD_LIST = `<!-- 旧版列表 2016
<table width="100%" class="list"><tr><td>·<a href="/zwgk/show.asp?id=9901" title="黑山头区人民政府关于印发2015年重点工作安排的通知">黑山头区人民政府关于印发2015年重点工作安排的通知</a></td><td>[2015-2-3]</td></tr>
<tr><td>·<a href="/zwgk/show.asp?id=9887" title="黑山头区人民政府关于做好防汛工作的通知">黑山头区人民政府关于做好防汛工作的通知</a></td><td>[2014-6-9]</td></tr></table>
-->`;

interface Row {
  href: string;
  title: string;
  date: string;
}

function rowsOf(key: string): Row[] {
  const rows = listed(key).map((item: Article) => ({
    href: address(item, key),
    title: item.title,
    date: item.published ?? '',
  }));
  const stray = STRAY[key];
  if (stray) {
    const at = rows.findIndex((row) => row.date < stray[2]);
    rows.splice(at, 0, { href: stray[0], title: stray[1], date: stray[2] });
  }
  return rows;
}

const cut = (title: string): string => (title.length > 30 ? `${title.slice(0, 29)}…` : title);

const tr = (row: Row, target = '_blank'): string =>
  `<tr><td width="85%"><img src="/images/dot.gif" width="5" height="5">·<a href="${row.href}" title="${row.title}" target="${target}">${cut(row.title)}</a></td><td align="right"><font color="#888888">${row.date ? `[${loose(row.date)}]` : '&nbsp;'}</font></td></tr>`;

function pager(path: string, page: number, pages: number, total: number): string {
  const at = (to: number, name: string): string =>
    to < 1 || to > pages || to === page ? `<font color="#999">${name}</font>` : `<a href="${path}${to}">${name}</a>`;
  const options = Array.from(
    { length: pages },
    (_, i) => `<option value="${path}${i + 1}"${i + 1 === page ? ' selected' : ''}>第${i + 1}页</option>`,
  );
  return `<div align="center">共 ${total} 条记录 页次：${page}/${pages}页 ${at(1, '首页')} ${at(page - 1, '上一页')} ${at(page + 1, '下一页')} ${at(pages, '尾页')} <select onchange="location.href=this.value">${options.join('')}</select></div>`;
}

function columnSheet(found: Column, inner: string): SiteAnswer {
  const path = columnPath(found.key);
  const side = [
    ['12', '区政府文件'],
    ['13', '区政府办公室文件'],
    ['14', '历史文件'],
    ['51', '规划计划'],
    ['31', '政策解读'],
  ]
    .map(([key, name]) => `<tr><td align="center"><a href="/list.aspx?cid=${key}">${name}</a></td></tr>`)
    .join('');
  const html = `<table width="1000" align="center" cellspacing="4"><tr><td width="190" valign="top"><table width="100%" class="box"><tr><td class="bt">栏目导航</td></tr>${side}</table></td>
<td valign="top"><table width="100%" class="box"><tr><td class="bt">${found.name}</td></tr><tr><td>${inner}</td></tr></table></td></tr></table>`;
  return sheet({
    title: `${found.name} - 黑山头区人民政府`,
    html: `<table width="1000" align="center" class="box"><tr><td>&nbsp;当前位置：<a href="/">首页</a> &gt; <a href="${path}">${found.name}</a></td></tr></table>${html}`,
    sending: found.manner === 'literal' ? 'utf8-as-gb' : found.manner === 'form' ? 'gb' : 'utf8',
    tags:
      found.manner === 'form'
        ? {}
        : { SiteName: '黑山头区人民政府', SiteIDCode: '2399010003', ColumnName: found.name, ColumnType: '信息公开' },
  });
}

const table = (rows: string): string => `<table width="98%" align="center" class="list">${rows}</table>`;

function postback(found: Column, rows: Row[], page: number, pages: number): string {
  const state = `/wEPDwULLTE2MTY2ODcyMjkPZBYCAgMPcGFnZQ${page}==`;
  const link = (to: number, name: string): string =>
    `<a href="javascript:__doPostBack('AspNetPager1','${to}')">${name}</a>`;
  return `<form name="form1" method="post" action="list.aspx?cid=${found.key}" id="form1"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}" /><input type="hidden" name="__EVENTVALIDATION" value="/wEWAgL+raDpAg${page}" />
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['form1'];
function __doPostBack(eventTarget, eventArgument) { theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit(); }
//]]>
</script><table id="GridView1" cellspacing="0" border="0" width="98%" class="list">${rows.map((row) => tr(row)).join('')}</table>
<div id="AspNetPager1" align="center">${Array.from({ length: pages }, (_, i) => (i + 1 === page ? `<b>${i + 1}</b>` : link(i + 1, String(i + 1)))).join('&nbsp;')}&nbsp;${page < pages ? link(page + 1, '下一页') : '下一页'}</div></form>`;
}

function form(found: Column, rows: Row[], page: number, pages: number): string {
  const go = (to: number, name: string): string => `<a href="#" onclick="gopage(${to});return false;">${name}</a>`;
  return `${table(rows.map((row) => tr(row)).join(''))}<form name="pageform" method="post" action="/depart/list.asp"><input type="hidden" name="dept" value="${found.key.slice(2)}"><input type="hidden" name="keyword" value=""><input type="hidden" name="page" value="${page}"></form>
<script language="javascript">function gopage(n){document.pageform.page.value=n;document.pageform.submit();}</script><div align="center">第${page}页/共${pages}页 ${page > 1 ? go(page - 1, '上一页') : '上一页'} ${page < pages ? go(page + 1, '下一页') : '下一页'}</div>`;
}

function written(rows: Row[], literal: boolean): string {
  const quote = (text: string): string => text.replace(/\//g, '\\/');
  if (literal)
    return `<table width="98%" class="list"><script language="javascript">\n${rows.map((row) => `document.write('${tr(row).replace(/<\//g, '<\\/')}');`).join('\n')}\n</script></table>`;
  return `<table width="98%" class="list"><script>
function w(u,t,d){document.write('<tr><td>·<a href="'+u+'" target="_blank" title="'+t+'">'+(t.length>28?t.substr(0,27)+'…':t)+'<\\/a><\\/td><td align="right">'+d+'<\\/td><\\/tr>');}
${rows.map((row) => `w("${quote(row.href)}","${row.title}","${row.date}");`).join('\n')}
</script></table>`;
}

function values(request: SiteRequest): URLSearchParams {
  const all = new URLSearchParams(request.path.split('?')[1] ?? '');
  if (request.method === 'POST')
    for (const [name, value] of new URLSearchParams(Buffer.from(request.body).toString('latin1'))) all.set(name, value);
  return all;
}

function openList(found: Column, query: URLSearchParams): SiteAnswer {
  const all = listed(found.key);
  const years = [...new Set(all.map((item) => (item.published ?? '').slice(0, 4)))];
  const tabbed = found.key !== 'nb';
  const year = query.get('year') ?? years[0] ?? '';
  const topic = query.get('topic') ?? '';
  const topics = [...new Set(all.map((item) => item.topic ?? ''))];
  const path = `/xxgk/list.aspx?catalog=${found.key}`;
  const rows = all.filter(
    (item) =>
      !tabbed || ((item.published ?? '').startsWith(year) && (!topic || item.topic === topics[Number(topic) - 1])),
  );
  const tabs = tabbed
    ? `<table width="98%"><tr>${years.map((one) => `<td align="center" class="${one === year ? 'on' : ''}">${one === year ? `<b>${one}年</b>` : `<a href="${path}&year=${one}">${one}年</a>`}</td>`).join('')}</tr></table>
<p>主题：<a href="${path}&year=${year}">全部</a> ${topics.map((name, i) => `<a href="javascript:filter('${i + 1}')">${name}</a>`).join(' ')}</p><script>function filter(t){location.href='${path}&year=${year}&topic='+t;}</script>`
    : '';
  const list = rows
    .map(
      (item, i) =>
        `<tr><td>${i + 1}</td><td><a href="${address(item, found.key)}" target="_blank" title="${item.title}">${cut(item.title)}</a></td><td>${item.number ?? ''}</td><td>${item.published ?? ''}</td></tr>`,
    )
    .join('');
  const html = `<div style="background:#fff;padding:8px"><div class="bt">${found.name}</div>${tabs}<table width="98%" class="list"><tr><th>序号</th><th>标题</th><th>${tabbed ? '文号' : ''}</th><th>发布日期</th></tr>${list || '<tr><td colspan="4">暂无信息</td></tr>'}</table></div>`;
  return sheet({
    title: `${found.name}-政府信息公开`,
    html,
    bare: true,
    tags: { SiteName: '黑山头区人民政府', ColumnName: found.name },
  });
}

/** A page of a list, the frame that holds one, or null where there is none. */
export function listAt(request: SiteRequest): SiteAnswer | null {
  const bare = request.path.split('?')[0];
  const query = values(request);
  if (bare === '/xxgk/list.aspx') {
    const found = column(query.get('catalog') ?? '');
    return found?.manner === 'open' ? openList(found, query) : null;
  }
  const dept = bare === '/depart/list.asp' ? `d-${query.get('dept')}` : null;
  const framed = bare === '/inc/newslist.asp';
  if (bare !== '/list.aspx' && !dept && !framed) return null;
  const found = column(dept ?? query.get(framed ? 'classid' : 'cid') ?? '');
  if (!found || (found.manner === 'form') !== Boolean(dept) || (framed && found.manner !== 'iframe')) return null;
  const all = rowsOf(found.key);
  const pages = Math.max(1, Math.ceil(all.length / found.size));
  const target = query.get('__EVENTTARGET') === 'AspNetPager1' ? query.get('__EVENTARGUMENT') : null;
  const asked = found.manner === 'postback' ? target : query.get(framed ? 'pageno' : 'page');
  const page = Math.min(pages, Math.max(1, Number(asked ?? '1') || 1));
  const rows = all.slice((page - 1) * found.size, page * found.size);
  const path = columnPath(found.key);
  const turn = pager(`${path}&page=`, page, pages, all.length);
  if (framed)
    return sheet({
      title: '',
      html:
        table(rows.map((row) => tr(row, '_top')).join('')) +
        pager(`/inc/newslist.asp?classid=${found.key}&pageno=`, page, pages, all.length),
      sending: 'gb',
      bare: true,
    });
  if (found.manner === 'iframe')
    return columnSheet(
      found,
      `<iframe id="newsframe" src="/inc/newslist.asp?classid=${found.key}&pageno=1" width="100%" height="420" frameborder="0" scrolling="no"></iframe>`,
    );
  if (found.manner === 'postback') return columnSheet(found, postback(found, rows, page, pages));
  if (found.manner === 'form') return columnSheet(found, form(found, rows, page, pages));
  if (found.manner === 'script' || found.manner === 'literal')
    return columnSheet(found, written(rows, found.manner === 'literal') + turn);
  return columnSheet(
    found,
    `${found.key === '12' ? OLD_LIST : ''}${table(rows.map((row) => tr(row)).join(''))}${turn}`,
  );
}

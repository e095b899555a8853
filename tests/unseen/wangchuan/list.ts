import { address, column, columnPath, listed } from './columns.js';
import { JPAGE } from './script.js';
import { SITE, sheet } from './shell.js';
import type { SiteAnswer, SiteRequest } from '../model.js';
import type { Article, Column } from './types.js';

/** What is told to a browser by quotation marks is written in numbers in the titles. */
export const shown = (text: string): string =>
  text.replace(/“/g, '&#8220;').replace(/”/g, '&#8221;').replace(/·/g, '&middot;');

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}...` : text);

/** A piece of a list as the data island holds it: a day torn by line breaks every third row, an unlinked divider every fifth. */
function records(column: Column, items: Article[], from: number): string {
  const rows = items.map((item, at) => {
    const [year, month, day] = (item.published ?? '').split('-');
    const date = (from + at) % 3 === 1 ? `${year}-\n ${month}-\n ${day}` : `${year}-${month}-${day}`;
    const href = address(item, column.key);
    const title = `title='${shown(item.title)}'`;
    if (column.key === '18803')
      return `<table width="100%" border="0" cellspacing="0"><tr><td width="20"><img src="/images/18/dot.gif"></td><td><a href="${href}" ${title} class="bt_link" target="_blank">${shown(cut(item.title, 28))}</a></td><td width="90">[${date.slice(5)}]</td></tr></table>`;
    return `<li><a href="${href}" ${title} target="_blank">${shown(cut(item.title, 26))}</a><span class="date">${date}</span></li>${(from + at) % 5 === 4 ? '<li style=<br/>' : ''}`;
  });
  return rows.map((row) => `<record><![CDATA[\n${row}]]></record>`).join('\n');
}

const crumbs = (of: Column): [string, string][] => [[of.name, columnPath(of.key)]];
const meta = (of: Column): Record<string, string> => ({
  ColumnName: of.name,
  ColumnDescription: `${SITE}${of.name}`,
  ColumnKeywords: of.name,
  ColumnType: ['18801', '18802'].includes(of.key) ? '政策文件' : of.name,
});

/** The data island and the script that turns it over. */
function jpage(of: Column): SiteAnswer {
  const items = listed(of.key);
  const unit = `3754${of.key.slice(-2)}`;
  const options = `{id:'${unit}',totalRecord:${items.length},perPage:${of.size},groupSize:${Math.max(1, of.group / of.size)},dataBefore:'<ul class="list">',dataAfter:'</ul>',
proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:{col:1,appid:1,webid:18,path:'/',columnid:${of.key},sourceContentType:1,unitid:${unit},webname:'${SITE}',permissiontype:0}}`;
  return sheet({
    title: `${SITE} ${of.name}`,
    tags: meta(of),
    crumbs: crumbs(of),
    html: `<h2>${of.name}</h2><script language="javascript" src="/module/jslib/jpage/jquery.jpage.js"></script>
<div id="${unit}" class="default_pgContainer"><script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=18&path=/&columnid=${of.key}&unitid=${unit}&webname=${encodeURIComponent(encodeURIComponent(SITE))}&permissiontype=0"></a>]]></nextgroup>
<recordset>
${records(of, items.slice(0, of.group), 0)}
</recordset></datastore></script></div>
<script language="javascript">jpage(${options});</script>`,
  });
}

/** `POST /module/web/jpage/dataproxy.jsp?startrecord=&endrecord=&perpage=` with the column in the form. */
export function dataProxy(request: SiteRequest): SiteAnswer {
  const query = new URL(request.path, 'http://host').searchParams;
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  const of = column(form.get('columnid') ?? query.get('columnid') ?? '');
  const from = Number(query.get('startrecord') ?? 1);
  const to = Number(query.get('endrecord') ?? 0);
  const items = of?.manner === 'jpage' ? listed(of.key) : [];
  const rows = of ? records(of, items.slice(from - 1, to), from - 1) : '';
  return {
    status: 200,
    headers: { 'content-type': 'text/xml;charset=utf-8' },
    body: `<datastore><totalrecord>${items.length}</totalrecord><totalpage>${of ? Math.ceil(items.length / of.size) : 0}</totalpage><recordset>${rows}</recordset></datastore>`,
  };
}

/** The search of the 信息公开目录: an empty box, filled by a posted form. */
function search(of: Column): SiteAnswer {
  return sheet({
    title: `${of.name} - 信息公开目录`,
    tags: meta(of),
    crumbs: [['政府信息公开', '/col/col18820/index.html'], ...crumbs(of)],
    html: `<h2>${of.name}</h2><div id="div${of.key}">数据加载中...</div>
<script type="text/javascript">
function goPage(n){var x=new XMLHttpRequest();x.open('POST','/module/xxgk/search.jsp?standardXxgk=1&isAllList=1&texttype=&fbtime=&vc_all=&vc_filenumber=&vc_title=&vc_number=&currpage='+n+'&sortfield=,compaltedate:0',true);
x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');
x.onreadystatechange=function(){if(x.readyState==4&&x.status==200)document.getElementById('div${of.key}').innerHTML=x.responseText;};
x.send('infotypeId=B${of.key}&jdid=18&area=002489123&divid=div${of.key}&standardXxgk=1');}
goPage(1);
</script>`,
  });
}

export function searchPart(request: SiteRequest): SiteAnswer {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  const of = column((form.get('infotypeId') ?? '').slice(1));
  const page = Number(new URL(request.path, 'http://host').searchParams.get('currpage') ?? 1);
  const items = of?.manner === 'search' ? listed(of.key) : [];
  const pages = Math.max(1, Math.ceil(items.length / (of?.size ?? 5)));
  const rows = items.slice((page - 1) * (of?.size ?? 5), page * (of?.size ?? 5)).map((item, at) => {
    const mark = item.invalid ? `<font color="red">[${item.invalid}]</font>` : '';
    return `<tr class="tr_main_value_${at % 2 ? 'even' : 'odd'}"><td align="center">${(page - 1) * 5 + at + 1}</td><td>${mark}<a href="${address(item, of?.key ?? '')}" mc="${item.title}" syh="${item.index ?? ''}" wh="${item.number ?? ''}" rq="${item.published}" target="_blank">${cut(item.title, 30)}</a></td><td>${item.number ?? '—'}</td><td align="center">${item.published}</td></tr>`;
  });
  const pager = Array.from(
    { length: pages },
    (_, at) => `<a href="javascript:void(0)" onclick="goPage(${at + 1})">${at + 1}</a>`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'text/html;charset=utf-8' },
    body: `<table width="100%" class="xxgk"><tr class="tr_main_title"><td>序号</td><td>标题</td><td>文号</td><td>发布日期</td></tr>${rows.join('')}</table><div class="pagination">共&nbsp;${items.length}&nbsp;条 第&nbsp;${page}/${pages}&nbsp;页 ${pager.join(' ')}</div>`,
  };
}

/** The list of the former 房管处: files counted from index_1, days with strokes. */
function still(of: Column, page: number): SiteAnswer | undefined {
  const items = listed(of.key);
  const pages = Math.ceil(items.length / of.size);
  if (page >= pages) return undefined;
  const rows = items.slice(page * of.size, (page + 1) * of.size).map((item) => {
    const fresh = item.id === 2049901 ? '<img src="/images/18/new.gif" alt="New!" />' : '';
    return `<TR><TD height=26>·${fresh}<A href='${address(item, of.key)}' target=_blank>${cut(item.title, 22)}</A></TD><TD width=100 align=right>${item.published?.replaceAll('-', '/')}</TD></TR>`;
  });
  return sheet({
    title: '望川市房产管理处-通知文件',
    crumbs: crumbs(of),
    html: `<TABLE width=960 align=center>${rows.join('\n')}</TABLE><div align="center"><script>function createPageHTML(n,i,name,ext){for(var k=0;k<n;k++)document.write(k==i?' ['+(k+1)+'] ':' <a href="'+name+(k?'_'+k:'')+'.'+ext+'">'+(k+1)+'</a> ');}
createPageHTML(${pages}, ${page}, "index", "html");</script></div>`,
  });
}

/** Cards: a picture, the title once as its alt and once below, day over month. */
function cards(of: Column): SiteAnswer {
  const rows = listed(of.key).map((item) => {
    const [year, month, day] = (item.published ?? '').split('-');
    return `<li><a href="${address(item, of.key)}" target="_blank"><img src="/picture/-1/${item.id}.jpg" alt="${shown(item.title)}" width="120" height="80" /><p>${shown(cut(item.title, 24))}</p></a><i>${day}</i><em>${year}.${month}</em></li>`;
  });
  return sheet({
    title: `${SITE} ${of.name}`,
    tags: meta(of),
    crumbs: crumbs(of),
    html: `<h2>${of.name}</h2><div class="tab"><a href="javascript:;" class="on">全部</a><a href="javascript:;">文字解读</a><a href="javascript:;">图解</a><a href="javascript:;">视频</a></div><ul class="cards">${rows.join('\n')}</ul>`,
  });
}

/** Folded by year; the day stands without its year. */
function years(of: Column): SiteAnswer {
  const items = listed(of.key);
  const folds = [...new Set(items.map(({ published }) => published?.slice(0, 4)))].map((year) => {
    const rows = items
      .filter(({ published }) => published?.startsWith(year ?? ''))
      .map(
        (item) =>
          `<dd><a href="${address(item, of.key)}" title="${item.title}">${item.title}</a>　${item.published?.slice(5)}</dd>`,
      );
    return `<dl><dt>${year}年</dt>${rows.join('')}</dl>`;
  });
  return sheet({
    title: `${SITE} ${of.name}`,
    tags: meta(of),
    crumbs: crumbs(of),
    html: `<h2>${of.name}</h2>${folds.join('')}`,
  });
}

export function listAt(path: string): SiteAnswer | undefined {
  const still_ = /^\/fgc\/tzwj\/index(?:_(\d+))?\.html$/.exec(path);
  if (still_) {
    const of = column('18807');
    return of && still(of, Number(still_[1] ?? 0));
  }
  if (path === '/module/jslib/jpage/jquery.jpage.js')
    return { status: 200, headers: { 'content-type': 'application/javascript' }, body: JPAGE };
  const of = column(/^\/col\/col(\d+)\/index\.html$/.exec(path)?.[1] ?? '');
  if (!of) return undefined;
  const made = { jpage, search, cards, years, static: () => undefined };
  return made[of.manner](of);
}

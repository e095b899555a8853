import { dynamicPath, LISTS, listPath, pageOfRows, pagesOf, pathOf, rowsOf, timeOf } from './columns.js';
import { crumbs, message, openMenu, ORIGIN, page, script } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

const shownDay = (item: Item): string => item.updated ?? item.day;
const anchor = (item: Item, text = item.title, host = ''): string =>
  `${item.before ?? ''}<a href="${host}${pathOf(item)}" target="_blank" title="${item.title}">${text}</a>`;
const cut = (title: string): string => (title.length > 34 ? `${title.slice(0, 33)}…` : title);

function pager(catid: number, at: number): string {
  const pages = pagesOf(catid);
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<span>${at}</span>` : `<a href="${listPath(catid, i + 1)}">${i + 1}</a>`,
  );
  const step = (to: number, name: string): string =>
    `<a href="${listPath(catid, Math.min(pages, Math.max(1, to)))}" class="a1">${name}</a>`;
  return `<div id="pages" class="text-c"><a class="a1">${rowsOf(catid).length}条</a> ${step(at - 1, '上一页')} ${numbers.join(' ')} ${step(at + 1, '下一页')}</div>`;
}

/** A dotted line after every fifth row, as the default template has it. */
const plain = (rows: Item[]): string =>
  `<ul class="list lh24 f14">${rows
    .map(
      (item, at) =>
        `<li><span class="rt">${shownDay(item)}</span>·${anchor(item, cut(item.title), item.also ? ORIGIN : '')}</li>${at % 5 === 4 ? '<li class="bk20 hr"></li>' : ''}`,
    )
    .join('\n')}</ul>`;

const table = (rows: Item[]): string =>
  `<table class="xxgk_list" width="100%"><tr><th>序号</th><th>标题</th><th>更新日期</th></tr>${rows
    .map((item, at) => `<tr><td>${at + 1}</td><td>${anchor(item, cut(item.title))}</td><td>${shownDay(item)}</td></tr>`)
    .join('\n')}</table>`;

const byYear = (rows: Item[]): string =>
  [...new Set(rows.map(({ day }) => day.slice(0, 4)))]
    .map(
      (year) =>
        `<dl class="niandu"><dt>${year}年</dt>${rows
          .filter(({ day }) => day.startsWith(year))
          .map((item) => {
            const kind = item.link?.split('.').at(-1) ?? '';
            return `<dd><img src="/statics/images/ext/${kind}.png" /> <a href="${item.link}">${item.title}.${kind}</a> <em>（${item.day}）</em></dd>`;
          })
          .join('')}</dl>`,
    )
    .join('');

const cards = (rows: Item[]): string =>
  `<ul class="photo-list jd">${rows
    .map(
      (item) =>
        `<li><div class="img-wrap"><a href="${pathOf(item)}" target="_blank"><img src="/uploadfile/thumb/thumb_150_112_${item.id}.jpg" /></a></div><h4>${anchor(item)}</h4><p>[ ${item.day} ]</p></li>`,
    )
    .join('')}</ul>`;

const JSONP = `<ul id="gfxList" class="list lh24 f14"><li>正在加载，请稍候…</li></ul><div id="pages" class="text-c"><a href="javascript:turn(-1);" class="a1">上一页</a> <span id="gfxAt">1</span> <a href="javascript:turn(1);" class="a1">下一页</a></div>
<script type="text/javascript">
var at=1,all=1;
function ask(p){var s=document.createElement("script");s.src="/api.php?op=jsonlist&catid=13&pagesize=4&page="+p+"&callback=showList";document.getElementsByTagName("head")[0].appendChild(s);}
function turn(n){if(at+n<1||at+n>all)return;ask(at+n);}
function showList(d){var h="";at=d.page;all=d.pages;for(var i=0;i<d.data.length;i++){var r=d.data[i];h+='<li><span class="rt">'+r.updatetime+'</span>·'+r.style+'<a href="'+r.url+'" target="_blank">'+r.title+'</a></li>';}
document.getElementById("gfxList").innerHTML=h;document.getElementById("gfxAt").innerHTML=at+"/"+all;}
ask(1);
</script>`;

/** The calendar at the right of the notices: every month leads to the one before. */
function calendar(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const near = (by: number): string => new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
  const days = Array.from({ length: new Date(Date.UTC(year, number, 0)).getUTCDate() }, (_, i) => {
    const day = `${month}-${String(i + 1).padStart(2, '0')}`;
    const busy = rowsOf(6).some((item) => shownDay(item) === day);
    return `<td>${busy ? `<a href="${listPath(6)}&date=${day}">${i + 1}</a>` : i + 1}</td>${i % 7 === 6 ? '</tr><tr>' : ''}`;
  });
  return `<div class="rili"><h5><a href="${listPath(6)}&month=${near(-1)}">&lt;&lt;</a> ${year}年${number}月 <a href="${listPath(6)}&month=${near(1)}">&gt;&gt;</a></h5><table><tr>${days.join('')}</tr></table></div>`;
}

function body(catid: number, at: number, filter: string | null): string {
  const rows = pageOfRows(catid, at);
  if (catid === 6) {
    const list = filter
      ? plain(rowsOf(6).filter((item) => shownDay(item).startsWith(filter)))
      : `${plain(rows)}${pager(6, at)}`;
    return list + calendar((filter ?? '2026-06').slice(0, 7));
  }
  if (catid === 12) return `${table(rows)}${pager(12, at)}`;
  if (catid === 13) return JSONP;
  if (catid === 15) return cards(rows);
  if (catid === 16)
    return '<div class="xk"><script type="text/javascript" src="/index.php?m=dbsource&c=call&a=get&id=3"></script></div>';
  if (catid === 17) return byYear(rows);
  if (catid === 25) return '<ul class="list lh24 f14"></ul><div id="pages" class="text-c"></div>';
  return `${plain(rows)}${pager(catid, at)}`;
}

export function listAt(url: URL): SiteAnswer | undefined {
  const query = url.searchParams;
  if (url.pathname === '/api.php' && query.get('op') === 'jsonlist') return jsonp(query);
  if (url.pathname === '/index.php' && query.get('m') === 'dbsource') return written();
  const [, rewritten, number] = /^\/list-(\d+)-(\d+)\.html$/.exec(url.pathname) ?? [];
  const dynamic = url.pathname === '/index.php' && query.get('a') === 'lists' ? query.get('catid') : null;
  const catid = Number(rewritten ?? dynamic ?? 0);
  const column = LISTS[catid];
  if (!column) return undefined;
  const at = Number(number ?? query.get('page') ?? 1);
  if (at > pagesOf(catid)) return message('信息页不存在！');
  return page({
    title: column.name,
    tags: { ColumnName: column.name, ColumnType: '信息公开' },
    main: `<div class="main">${openMenu()}<div class="col-auto">${crumbs([column.name, listPath(catid)])}<h2>${column.name}</h2>${body(catid, at, query.get('date') ?? query.get('month'))}</div></div>`,
  });
}

function jsonp(query: URLSearchParams): SiteAnswer {
  const at = Number(query.get('page') ?? 1);
  const data = pageOfRows(13, at).map((item) => ({
    id: String(item.id),
    title: item.title,
    style: item.before ?? '',
    url: pathOf(item),
    updatetime: `${shownDay(item)} ${timeOf(item)}`,
  }));
  const answer = { status: 1, total: rowsOf(13).length, page: at, pages: pagesOf(13), data };
  return script(`${query.get('callback') ?? 'callback'}(${JSON.stringify(answer).replaceAll('/', '\\/')})`);
}

/** 数据源调用: a script that writes the list. */
function written(): SiteAnswer {
  const rows = rowsOf(16).map(
    (item) =>
      `<li><span class="rt">${item.day.slice(0, 4)}/${item.day.slice(5, 7)}/${item.day.slice(8)}</span>·<a href="${item.link ?? dynamicPath(item)}" target="_blank">${item.title}</a></li>`,
  );
  const list = `<ul class="list lh24 f14">${rows.join('')}</ul>`;
  return script(`document.write('${list.replaceAll("'", "\\'").replaceAll('</', '<\\/')}');\r\n`);
}

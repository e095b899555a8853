import { inColumn, isDocument } from '../content/index.js';
import { guide } from '../content/pages.js';
import { column, paths, pathOf } from '../addresses.js';
import { type Article, type ColumnId } from '../types.js';
import { leafName } from './article.js';
import { page } from './layout.js';

const siteId = '8801001';
const organId = '8801';

const leaves = ['6721031', '6721032', '6721033', '6721034', '6721035', '6721036', '6721037', '6721040'];

/** Leaves whose list is loaded by an inline script; the others carry their parameters in data attributes. */
const scripted = new Set(['6721032', '6721034', '6721037', '6721040']);

const entries: [type: string, words: string, href: string][] = [
  ['2', '政府信息公开指南', paths.guide],
  ['3', '政府信息公开制度', paths.rules],
  ['4', '法定主动公开内容', paths.statutory],
  ['5', '政府信息公开年报', paths.annual],
  ['6', '依申请公开', paths.request],
];

/** The tree at the left. 应急管理 has no address of its own there: a click handler leads to it. */
function tree(current: string): string {
  const leafItems = leaves
    .map((id) => {
      const on = id === current ? ' class="on"' : '';
      return id === '6721037'
        ? `<li${on} data-id="${id}"><a href="javascript:void(0)" onclick="Ls.open('8801','4','${id}')">${leafName(id)}</a></li>`
        : `<li${on} data-id="${id}"><a href="${column(id).replaceAll('&', '&amp;')}">${leafName(id)}</a></li>`;
    })
    .join('\n');
  return `<div class="xxgk_left">${entries
    .map(
      ([type, words, href]) =>
        `<div class="xxgk_navli"><h3${type === current ? ' class="on"' : ''}><a href="${href.replaceAll('&', '&amp;')}">${words}</a></h3>${type === '4' ? `<ul class="xxgk_tree">${leafItems}</ul>` : ''}</div>`,
    )
    .join('\n')}</div>`;
}

/** Pane A: a script in /assets/js/xxgk.js reads the parameters from the data attributes. */
const dataPane = (type: string, catId: string) =>
  `<div class="xxgk_list j-ajax-list" id="xxgk_pane" data-url="/site/label/8888" data-labelname="publicInfoList" data-siteid="${siteId}" data-organid="${organId}" data-type="${type}" data-catid="${catId}" data-pagesize="6" data-action="list" data-file="/wutong/xxgk/publicInfoList"><div class="loading">正在加载，请稍候……</div></div>`;

/** Pane B: the request is written together in the page. */
const scriptPane = (catId: string) =>
  `<div class="xxgk_list" id="xxgk_lmlb"></div>
<script type="text/javascript">
  var siteId = '${siteId}', organId = '${organId}', catId = '${catId}', pageSize = 5;
  function loadInfoList(pageIndex) {
    Ls.load("#xxgk_lmlb", "/site/label/8888?IsAjax=1&dataType=html&_=" + Math.random() + "&labelName=publicInfoList&siteId=" + siteId + "&organId=" + organId + "&type=4&catId=" + catId + "&pageSize=" + pageSize + "&pageIndex=" + pageIndex + "&action=list&isDate=true&dateFormat=yyyy-MM-dd&length=50&file=/wutong/xxgk/publicInfoList_hb");
  }
  loadInfoList(1);
</script>`;

const framePane = `<div class="xxgk_list"><iframe src="/public/frame/6721035.html" width="100%" height="460" frameborder="0" scrolling="auto"></iframe></div>`;

const guidePane = `<div class="xxgk_list xxgk_zn"><h2 class="bt">梧桐区人民政府信息公开指南</h2><div class="xx">更新日期：${guide.updated}</div><div class="nr">${guide.body
  .split('\n')
  .map((text) => `<p style="text-indent:2em">${text}</p>`)
  .join('\n')}</div></div>`;

function pane(type: string, catId: string): string {
  if (type === '2') return guidePane;
  if (type === '3' || type === '5') return dataPane(type, '');
  if (catId === '6721035') return framePane;
  return scripted.has(catId) ? scriptPane(catId) : dataPane('4', catId);
}

function sectionPage(type: string, catId: string, origin: string): string {
  const entry = entries.find(([one]) => one === type);
  const name = type === '4' && catId !== '' ? leafName(catId) : (entry?.[1] ?? '政府信息公开');
  const opened = type === '4' && catId === '' ? '6721031' : catId;
  return page({
    origin,
    title: name,
    body: `<div class="xxgk_top"><a href="${paths.disclosure}">政府信息公开</a></div><div class="xxgk_box">${tree(type === '4' ? opened : type)}<div class="xxgk_right"><div class="xxgk_lmtit">${name}</div>${pane(type, opened)}</div></div>`,
    crumbs: [
      ['政府信息公开', paths.disclosure],
      [name, '#'],
    ],
    tags: { column: { name, type: '信息公开' } },
    scripts: ['/assets/js/xxgk.js'],
  });
}

const dayOf = (article: Article) => article.published ?? '';

/** Rows as `ul.doc_list li`, the pager's figures in data attributes. */
function fragmentA(rows: Article[], at: number, pages: number, total: number): string {
  return `<ul class="doc_list list_${organId}">\n${rows
    .map(
      (row) =>
        `<li><a href="${pathOf(row)}" target="_blank" title="${row.title}">${row.title}</a><span class="date">${dayOf(row)}</span></li>`,
    )
    .join(
      '\n',
    )}\n</ul>\n<div class="page_wrap"><div id="page_public_info" class="pagination" data-pageindex="${at}" data-pagecount="${pages}" data-total="${total}"></div></div>`;
}

/** Every row is a list of its own with a cell for each value; the pager is called by a script inside the fragment. */
function fragmentB(rows: Article[], at: number, pages: number, total: number): string {
  return `<div class="xxgk_nav_con">\n<ul class="clearfix xxgk_nav_tit"><li class="xh">序号</li><li class="mc">信息名称</li><li class="wh">文号</li><li class="rq">发布日期</li></ul>\n${rows
    .map(
      (row, index) =>
        `<ul class="clearfix xxgk_nav_list"><li class="xh">${index + 1}</li><li class="mc"><a href="${pathOf(row)}" target="_blank" title="${row.title}" class="title">${row.title}</a></li><li class="wh">${isDocument(row) ? (row.number ?? '') : ''}</li><li class="rq">${dayOf(row)}</li></ul>`,
    )
    .join('\n')}\n</div>\n<div class="page_wrap"><div id="page_public_info" class="pagination"></div></div>
<script type="text/javascript">Ls.pagination("#page_public_info", function (pageIndex) { loadInfoList(pageIndex); }, {currPage: ${at}, pageCount: ${pages}, total: ${total}, listType: 'public_info_list', linkUrl: '/site/label/8888'});</script>`;
}

/** Answer of `/site/label/8888`: a piece of HTML, never a page. */
export function labelAnswer(query: URLSearchParams): string {
  const nothing = '<div class="nodata">暂无相关信息</div>';
  if (query.get('labelName') !== 'publicInfoList' || query.get('organId') !== organId) return nothing;
  const catId = query.get('catId') ?? '';
  const type = query.get('type');
  const listed = type === '5' ? inColumn('annual') : leaves.includes(catId) ? inColumn(catId as ColumnId) : [];
  const size = Math.min(Math.max(Number(query.get('pageSize')) || 15, 1), 50);
  const at = Math.max(Number(query.get('pageIndex')) || 1, 1);
  const rows = listed.slice((at - 1) * size, at * size);
  if (rows.length === 0) return nothing;
  const pages = Math.ceil(listed.length / size);
  const render = (query.get('file') ?? '').endsWith('_hb') ? fragmentB : fragmentA;
  return render(rows, at, pages, listed.length);
}

/** Page of the disclosure section at this address, or null. */
export function disclosurePage(path: string, query: URLSearchParams, origin: string): string | null {
  if (path === '/zfxxgk/' || path === paths.disclosure) return sectionPage('4', '', origin);
  if (path !== '/public/column/8801') return null;
  const type = query.get('type') ?? '4';
  const catId = query.get('catId') ?? '';
  if (!['2', '3', '4', '5'].includes(type) || (catId !== '' && !leaves.includes(catId))) return null;
  return sectionPage(type, catId, origin);
}

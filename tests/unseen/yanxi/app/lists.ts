/** The views that are lists. Part of the bundle. */
export const LISTS = String.raw`
const SIDE = [['政府信息公开指南', '/zwgk/gkzn'], ['法定主动公开内容', '/zwgk/fdzdgk'], ['县政府文件', '/zwgk/list/1024'], ['县政府办公室文件', '/zwgk/list/1025'], ['行政规范性文件', '/zwgk/gfxwj'],
  ['通知公告', '/zwgk/list/1031'], ['公示公告', '/zwgk/list/1032'], ['政府信息公开年报', '/xxgknb/index.html'], ['基层政务公开标准目录', '/xxgknb/bzml.html'], ['依申请公开', '/zwgk/ysqgk'], ['历史文件', '/xxgknb/lswj.php']];
const server = (path) => path.startsWith('/xxgknb/');
const open = (path) => (server(path) ? location.assign(path) : go(path));
const Side = (path) => h('aside', { class: 'el-aside', style: 'width:260px' }, h('div', { class: 'side-title' }, '政务公开'), h('ul', { class: 'el-menu el-menu--vertical', role: 'menubar' },
  SIDE.map(([name, to]) => h('li', { class: 'el-menu-item' + (to === path ? ' is-active' : ''), role: 'menuitem', tabindex: '-1', onclick: () => open(to) }, h('span', {}, name)))));
const Framed = (path, name, ...main) => h('section', { class: 'el-container wrap' }, Side(path), h('main', { class: 'el-main' }, Crumbs(['政务公开', '/zwgk/list/1024'], name), h('div', { class: 'list-head' }, h('span', { class: 'list-head__name' }, name)), ...main));

const cut = (text, most) => (text.length > most ? text.slice(0, most) + '...' : text);
const pad = (n) => String(n).padStart(2, '0');
const local = (ms) => { const at = new Date(ms); return at.getFullYear() + '-' + pad(at.getMonth() + 1) + '-' + pad(at.getDate()); };

const Linked = (row) => h('li', { class: 'news-item' }, h('i', { class: 'dot' }), link('/detail/' + row.id, { class: 'news-item__title ellipsis' }, row.title), row.number && h('span', { class: 'news-item__no' }, row.number), h('span', { class: 'news-item__date' }, row.date));
const Pushed = (row) => push('li', '/detail/' + row.id, { class: 'file-item' }, h('div', { class: 'file-item__title' }, cut(row.title, 36)), h('div', { class: 'file-item__info' }, h('span', {}, '发布日期：' + row.date), h('span', {}, '发布机构：砚溪县人民政府办公室')));

/** A list with a pager of buttons; the page stands in the query where inQuery is set. */
function Paged(cid, size, draw, { inQuery, query = {}, holder, more = {} } = {}) {
  const box = h('div', { class: 'list-box' }), asked = { page: Number(query.page) || 1, ...more };
  const load = async () => {
    // As written, the empty picture stands until the first answer is there.
    if (!box.firstChild) fill(box, Empty());
    else box.prepend(h('div', { class: 'el-loading-mask' }, h('div', { class: 'el-loading-spinner' }, h('p', { class: 'el-loading-text' }, '加载中...'))));
    try {
      const { total, rows } = await ask('article/page', { cid, size, ...asked });
      const turn = (page) => { asked.page = page; if (inQuery) go(location.pathname + '?' + new URLSearchParams({ ...(asked.year ? { year: asked.year } : {}), page }), true); load(); };
      fill(box, rows.length ? (holder || ((all) => h('ul', { class: 'news-list' }, all)))(rows.map(draw)) : Empty(), rows.length > 0 && Pager(total, size, asked.page, turn));
    } catch (error) { fill(box, Result('error', '加载失败', error.message)); }
  };
  load();
  return { box, again: (change) => { Object.assign(asked, change, { page: 1 }); load(); } };
}

route(/^\/(?:zwgk|xw)\/list\/(1001|1024)$/, ([cid], query) => {
  if (cid === '1001') return h('section', { class: 'el-container wrap' }, h('main', { class: 'el-main' }, Crumbs('砚溪要闻'), Paged(1001, 10, Linked, { inQuery: true, query }).box));
  const list = Paged(1024, 10, Linked, { inQuery: true, query, more: query.year ? { year: Number(query.year) } : {} });
  return Framed('/zwgk/list/1024', '县政府文件', Select('全部年份', ['全部年份', 2026, 2025, 2024], (year) => list.again({ year: Number(year) || undefined })), list.box);
}, true);

/** el-select: its options are put into the body when it is first pressed. */
function Select(shown, options, chosen) {
  let drop = null;
  const text = h('span', {}, shown), pick = (one) => { fill(text, one); drop.style.display = 'none'; chosen(one); };
  return h('div', { class: 'filter' }, h('span', { class: 'filter__label' }, '年份'), h('div', { class: 'el-select', onclick: () => {
    if (!drop) document.body.append((drop = h('div', { class: 'el-popper el-select__popper', 'aria-hidden': 'false' }, h('ul', { class: 'el-select-dropdown__list', role: 'listbox' }, options.map((one) => h('li', { class: 'el-select-dropdown__item', role: 'option', onclick: () => pick(one) }, h('span', {}, one)))))));
    else drop.style.display = drop.style.display === 'none' ? '' : 'none';
  } }, h('div', { class: 'el-select__wrapper' }, h('div', { class: 'el-select__selected-item el-select__placeholder' }, text), Icon(ARROW))));
}

route(/^\/zwgk\/list\/1025$/, () => {
  const list = Paged(1025, 6, Pushed, { more: { year: 2026 } });
  const radios = h('div', { class: 'el-radio-group', role: 'radiogroup' });
  const draw = (year) => fill(radios, [2026, 2025, 2024].map((one) => h('label', { class: 'el-radio-button' + (one === year ? ' is-active' : '') }, h('span', { class: 'el-radio-button__inner', onclick: () => { draw(one); list.again({ year: one }); } }, one + '年'))));
  draw(2026);
  return Framed('/zwgk/list/1025', '县政府办公室文件', radios, list.box);
}, true);

route(/^\/zwgk\/list\/1031$/, () => {
  const ul = h('ul', { class: 'notice-list' }), foot = h('div', { class: 'load-more' }), all = [];
  let page = 0;
  const more = async () => {
    fill(foot, Skeleton(4));
    const { total, rows } = await ask('article/page', { cid: 1031, size: 8, page: (page += 1) });
    all.push(...rows);
    ul.append(...rows.map((row) => h('li', { class: 'notice-item' }, h('div', { class: 'cal' }, h('b', {}, row.date.slice(8)), h('span', {}, row.date.slice(0, 7))), link('/detail/' + row.id, { class: 'notice-item__title', target: '_blank' }, row.title))));
    if (all.length >= total) return fill(foot, h('span', { class: 'no-more' }, '没有更多了'));
    fill(foot, h('span', {}, '加载中...'));
    whenSeen(foot.firstChild, more);
  };
  more();
  return Framed('/zwgk/list/1031', '通知公告', ul, foot);
}, true);

route(/^\/zwgk\/list\/1032$/, () => {
  const cell = (text, name) => h('td', { class: 'el-table__cell' }, h('div', { class: 'cell' + (name || '') }, text));
  const table = (rows) => h('div', { class: 'el-table el-table--fit' }, h('div', { class: 'el-table__header-wrapper' }, h('table', { class: 'el-table__header' }, h('thead', {}, h('tr', {}, ['序号', '公示名称', '公示日期'].map((name) => h('th', { class: 'el-table__cell' }, h('div', { class: 'cell' }, name))))))),
    h('div', { class: 'el-table__body-wrapper' }, h('div', { class: 'el-scrollbar' }, h('table', { class: 'el-table__body' }, h('tbody', { tabindex: '-1' }, rows)))));
  return Framed('/zwgk/list/1032', '公示公告', Paged(1032, 5, (row, at) => push('tr', '/detail/' + row.id, { class: 'el-table__row' }, cell(at + 1), cell(row.title, ' el-tooltip'), cell(local(row.ms))), { holder: table }).box);
});

/** Only the rows within the frame stand in the document. */
route(/^\/zwgk\/gfxwj$/, () => Framed('/zwgk/gfxwj', '行政规范性文件', Shown(ask('article/page', { cid: 1026, size: 200, page: 1 }), 6, ({ total, rows }) => {
  const high = 64, inner = h('div', { class: 'el-vl__inner', style: 'position:relative;height:' + rows.length * high + 'px' });
  const frame = h('div', { class: 'el-vl__wrapper', style: 'height:256px;overflow:auto' }, inner);
  const draw = () => {
    const first = Math.floor(frame.scrollTop / high);
    fill(inner, rows.slice(first, first + 5).map((row, i) => h('div', { class: 'vl-row', style: 'position:absolute;height:64px;top:' + (first + i) * high + 'px' }, link('/detail/' + row.id, { class: 'el-link' }, h('span', { class: 'el-link__inner' }, row.title)),
      h('p', {}, row.number ? '文号：' + row.number : '', '　状态：', h('span', { class: 'el-tag el-tag--' + (row.valid ? 'success' : 'info') }, row.valid || '失效'), '　', row.date))));
  };
  frame.addEventListener('scroll', draw);
  draw();
  return [h('div', { class: 'tips' }, '共 ' + total + ' 件'), frame];
})), true);

route(/^\/zwgk\/fdzdgk$/, (_, query) => {
  const pane = h('div', { class: 'tree-pane' }), row = (cid) => (one) => push('div', '/detail/' + one.id + '?cid=' + cid, { class: 'tree-row' }, h('span', { class: 'tree-row__t' }, one.title), h('span', { class: 'tree-row__d' }, one.date));
  const choose = ({ cid, name, years }) => {
    go('/zwgk/fdzdgk?cid=' + cid, true);
    if (!years) return fill(pane, h('h3', {}, name), Paged(cid, 8, row(cid), { holder: (all) => h('div', {}, all) }).box);
    fill(pane, h('h3', {}, name), Collapse(years.map((year, at) => [year + '年', () => Paged(cid, 20, row(cid), { holder: (all) => h('div', {}, all), more: { year } }).box, at === 0])));
  };
  const node = (one, depth) => {
    const kids = h('div', { class: 'el-tree-node__children', role: 'group', style: 'display:none' });
    const press = () => {
      if (!one.children) return choose(one);
      if (!kids.firstChild) fill(kids, one.children.map((kid) => node(kid, depth + 1)));
      kids.style.display = kids.style.display === 'none' ? '' : 'none';
    };
    return h('div', { class: 'el-tree-node is-focusable', role: 'treeitem', tabindex: '-1', 'aria-expanded': 'false', 'data-key': one.cid }, h('div', { class: 'el-tree-node__content', style: 'padding-left:' + depth * 16 + 'px', onclick: press }, Icon(ARROW), h('span', { class: 'el-tree-node__label' }, one.name)), kids);
  };
  return Framed('/zwgk/fdzdgk', '法定主动公开内容', Shown(ask('channel/tree'), 5, (nodes) => {
    const all = nodes.flatMap((one) => one.children || [one]);
    choose(all.find(({ cid }) => String(cid) === query.cid) || all[0]);
    return h('div', { class: 'tree-box' }, h('div', { class: 'el-tree', role: 'tree' }, nodes.map((one) => node(one, 0))), pane);
  }));
});

route(/^\/zcjd$/, () => h('section', { class: 'el-container wrap' }, h('main', { class: 'el-main' }, Crumbs('政策解读'), Tabs([['wz', '文字解读'], ['tj', '图解'], ['yst', '音视频动漫'], ['fbh', '发布会与访谈']], (tab) => Shown(ask('read/list', { tab }), 4, (rows) =>
  tab === 'tj' ? h('div', { class: 'el-row' }, rows.map((row) => h('div', { class: 'el-col el-col-8' }, push('div', '/jd/detail/' + row.id, { class: 'el-card is-hover-shadow' }, h('div', { class: 'el-card__body' }, Picture('/upload/cover/' + row.id + '.png'), h('p', { class: 'card-title' }, cut(row.title, 22)), h('time', {}, row.date))))))
    : h('ul', { class: 'news-list' }, rows.map((row) => (tab === 'wz' ? h('li', { class: 'news-item' }, link('/jd/detail/' + row.id, {}, row.title), h('span', { class: 'news-item__date' }, row.date)) : push('li', '/jd/detail/' + row.id, { class: 'news-item' }, h('span', { class: 'news-item__title' }, row.title), h('span', { class: 'news-item__date' }, row.date))))))))), true);
`;

import { LISTS, listPath, partPath, pathOf, pathsOf, rowsOf, timeOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { BUREAU } from './content/text.js';
import { crumbs, message, page } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

const partsOf = ({ body }: Item): string[] => (Array.isArray(body) ? body : [body ?? '']);

function partPager(item: Item, at: number): string {
  const count = partsOf(item).length;
  if (count === 1) return '<div id="pages" class="text-c"></div>';
  const numbers = Array.from({ length: count }, (_, i) =>
    i + 1 === at ? `<span>${at}</span>` : `<a href="${partPath(item, i + 1)}">${i + 1}</a>`,
  );
  const step = (to: number, name: string): string =>
    `<a class="a1" href="${partPath(item, Math.min(count, Math.max(1, to)))}">${name}</a>`;
  return `<div id="pages" class="text-c">${step(at - 1, '上一页')} ${numbers.join(' ')} ${step(at + 1, '下一页')}</div>`;
}

/** 上一篇 and 下一篇 lead to files too where the neighbour is one. */
function neighbours(item: Item): string {
  const rows = rowsOf(item.catid);
  const at = rows.indexOf(item);
  const link = (near: Item | undefined, none: string): string =>
    near ? `<a href="${pathOf(near)}">${near.title}</a>` : `<a href="javascript:alert('${none}');">${none}</a>`;
  return `<p class="f14"><strong>上一篇：</strong>${link(rows[at + 1], '没有了')}<br /><strong>下一篇：</strong>${link(rows[at - 1], '没有了')}</p>`;
}

function related(item: Item): string {
  const readings = ITEMS.filter((one) => one.kind === 'reading' && one.policy === item.id && one.from);
  const policy = item.kind === 'reading' && item.to ? ITEMS.find(({ id }) => id === item.policy) : undefined;
  const block = (name: string, rows: Item[]): string =>
    rows.length === 0
      ? ''
      : `<div class="related"><h5 class="blue">${name}：</h5><ul class="list blue lh24 f14">${rows.map((one) => `<li>·<a href="${pathOf(one)}" target="_blank">${one.title}</a></li>`).join('')}</ul></div>`;
  return block('相关解读', readings) + block('相关文件', policy ? [policy] : []);
}

const HITS = (id: number): string =>
  `<span id="hits"></span><script language="JavaScript" src="/api.php?op=count&id=${id}&modelid=1"></script>`;
const updatedOf = (item: Item): string => (item.updated ? `${item.updated} 17:06:41` : '');

function draw(item: Item, at: number): SiteAnswer {
  const { title, heading, day, catid, id, fields, source } = item;
  const name = LISTS[catid]?.name ?? '';
  const published = `${day} ${timeOf(item)}`;
  const updated = updatedOf(item);
  const info = fields
    ? `<table class="xxgk_tab" width="100%" border="1"><tr>${fields.map(([label, value], i) => `<th>${label}：</th><td>${value}</td>${i % 2 ? '</tr><tr>' : ''}`).join('')}</tr></table>`
    : '';
  const line = `${fields || updated ? '发布时间：' : ''}${published}&nbsp;&nbsp;&nbsp;${updated ? `更新时间：${updated}&nbsp;&nbsp;&nbsp;` : ''}来源：${source ?? '本站'}&nbsp;&nbsp;&nbsp;点击：${HITS(id)}`;
  return page({
    title,
    tags: {
      ColumnName: name,
      ColumnType: '信息公开',
      ArticleTitle: title,
      PubDate: (updated || published).slice(0, 16),
      ContentSource: source ?? BUREAU,
    },
    main: `<div class="main"><div class="col-left">${crumbs([name, listPath(catid)])}<div id="Article">${info}
<h1>${heading ?? title}<br /><span>${line}</span></h1>
<div class="content">
${partsOf(item)[at - 1] ?? ''}</div>
${partPager(item, at)}
</div>${related(item)}${neighbours(item)}
<div class="bdsharebuttonbox"><a href="#" class="bds_more" data-cmd="more">分享到</a><a href="javascript:window.print();">打印</a><a href="javascript:window.close();">关闭</a></div>
</div></div>`,
  });
}

const BY_PATH = new Map<string, Item>();
for (const item of ITEMS)
  if (!item.link && item.catid < 100)
    for (const path of pathsOf(item)) BY_PATH.set(path.replace(/^\/index.*id=(\d+)&id=(\d+)$/, 'show $1 $2'), item);

export function articleAt(url: URL): SiteAnswer | undefined {
  const query = url.searchParams;
  const dynamic = url.pathname === '/index.php' && query.get('m') === 'content' && query.get('a') === 'show';
  const [, stem = '', part] = /^(\/show-\d+-\d+-|\/html\/.*\/\d+)(?:_?(\d+))?\.html$/.exec(url.pathname) ?? [];
  const key = dynamic
    ? `show ${query.get('catid')} ${query.get('id')}`
    : stem.startsWith('/show')
      ? `${stem}1.html`
      : `${stem}.html`;
  const item = BY_PATH.get(key);
  if (!item) return dynamic ? message('信息不存在或者还未通过审核！') : undefined;
  const at = Number((dynamic ? query.get('page') : part) ?? 1);
  return at > partsOf(item).length ? message('信息页不存在！') : draw(item, at);
}

import { relative } from './addresses.js';
import { articleMain } from './article.js';
import { COLUMNS, column } from './columns.js';
import { article } from './content/index.js';
import { parts } from './dates.js';
import { OPEN_ENTRIES, plainRow, rows, sidebar } from './list.js';
import { page, SITE } from './shell.js';
import type { ColumnKey } from './types.js';

function box(key: ColumnKey, size: number, from: string, name = column(key).name): string {
  const dated = column(key).list === 'short' ? 'short' : 'full';
  const items = rows(key).slice(0, size);
  return `<div class="box"><h3>${name}<a href="${relative(from, `/${column(key).path}.htm`)}">更多&gt;&gt;</a></h3><ul class="newslist">${items
    .map((row, i) => plainRow(row, from, i, dated))
    .join('\n')}</ul></div>`;
}

/** Notices on the home page: day and month apart, no year. */
function homeNotices(from: string): string {
  const items = rows('tzgg')
    .slice(0, 5)
    .map((row) => {
      const p = row.published ? parts(row.published) : null;
      return `<li><a href="${relative(from, row.path)}" title="${row.title}">${row.title}</a><span><em>${p?.day ?? ''}</em>/${p?.month ?? ''}</span></li>`;
    });
  return `<div class="box"><h3>通知公告<a href="${relative(from, '/xwdt/tzgg.htm')}">更多&gt;&gt;</a></h3><ul class="newslist">${items.join('\n')}</ul></div>`;
}

const simple = (path: string, name: string, html: string) =>
  page({
    path,
    title: `${name}-${SITE}`,
    crumbs: [
      ['首页', '/index.htm'],
      [name, null],
    ],
    html: `<div class="w">${html}</div>`,
  });

function home(): string {
  const from = '/index.htm';
  return page({
    path: from,
    title: SITE,
    metas: `<meta name="SiteName" content="${SITE}">\n<meta name="SiteDomain" content="www.boling.example">\n<meta name="SiteIDCode" content="5399990001">`,
    html: `<div class="w" style="padding-top:20px"><div class="grid">${box('dtyw', 6, from)}${homeNotices(from)}${box('xzfwj', 5, from)}${box('zcjd', 5, from)}${box('xzxx', 4, from)}${box('bsfw', 4, from)}</div>
<div class="box" style="margin-top:20px"><h3>政府信息公开</h3><p>${OPEN_ENTRIES.map(([name, to]) => `<a href="${relative(from, to)}">${name}</a>`).join('　|　')}　|　<a href="ldzc.htm">领导之窗</a></p></div></div>`,
  });
}

/** 政府信息公开: the newest items are fetched by a script. */
function open(): string {
  const from = '/zfxxgk.htm';
  const html = `<div class="w main">${sidebar('政府信息公开', OPEN_ENTRIES, from)}<div class="right"><h3>最新公开</h3><ul class="newslist" id="zxgk"></ul>
<script type="text/javascript">
var xhr = new XMLHttpRequest();
xhr.open('GET', '/system/resource/code/newslist.jsp?treeid=1012&rows=8');
xhr.onload = function () {
  var list = JSON.parse(xhr.responseText).list, html = '';
  for (var i = 0; i < list.length; i++) html += '<li><a href="' + list[i].url + '" title="' + list[i].title + '">' + list[i].title + '</a><span>' + list[i].showDate + '</span></li>';
  document.getElementById('zxgk').innerHTML = html;
};
xhr.send();
</script></div></div>`;
  return page({
    path: from,
    title: `政府信息公开-${SITE}`,
    crumbs: [
      ['首页', '/index.htm'],
      ['政府信息公开', null],
    ],
    html,
  });
}

function statutory(): string {
  const from = '/zfxxgk/fdzdgknr.htm';
  const groups: [string, ColumnKey][] = [
    ['行政规范性文件', 'gfxwj'],
    ['其他政策文件', 'xzfbwj'],
    ['计划总结', 'ghjh'],
    ['财政预决算', 'czyjs'],
    ['机构职能', 'jgzn'],
  ];
  return page({
    path: from,
    title: `法定主动公开内容-${SITE}`,
    crumbs: [
      ['首页', '/index.htm'],
      ['政府信息公开', '/zfxxgk.htm'],
      ['法定主动公开内容', null],
    ],
    html: `<div class="w main">${sidebar('政府信息公开', OPEN_ENTRIES, from)}<div class="right">${groups
      .map(([name, key]) => box(key, 3, from, name))
      .join('')}</div></div>`,
  });
}

/** The guide stands in the column itself. */
function guide(): string {
  const from = '/zfxxgk/zfxxgkzn.htm';
  const text = article(6750);
  if (!text) throw new Error('no guide');
  return page({
    path: from,
    title: `政府信息公开指南-${SITE}`,
    crumbs: [
      ['首页', '/index.htm'],
      ['政府信息公开', '/zfxxgk.htm'],
      ['政府信息公开指南', null],
    ],
    html: `<div class="w main">${sidebar('政府信息公开', OPEN_ENTRIES, from)}<div class="right">${articleMain(text, 'zfxxgkzn', from)}</div></div>`,
  });
}

function about(): string {
  return simple(
    '/zjbl.htm',
    '走进博岭',
    '<div class="arti"><h1>博岭县概况</h1><p>博岭县位于云岭省西北部，隶属景澜市，辖2镇7乡，总面积2860平方千米，总人口18.7万人，是全省优质肉牛生产基地县。</p></div>',
  );
}

function siteMap(): string {
  const from = '/wzdt.htm';
  const links = COLUMNS.map((c) => `<li><a href="${relative(from, `/${c.path}.htm`)}">${c.name}</a><span></span></li>`);
  return simple(from, '网站地图', `<div class="box"><ul class="newslist">${links.join('')}</ul></div>`);
}

/** Pages that are neither lists nor articles. */
export const PORTAL: Record<string, () => string> = {
  '/': home,
  '/index.htm': home,
  '/zfxxgk.htm': open,
  '/zfxxgk/fdzdgknr.htm': statutory,
  '/zfxxgk/zfxxgkzn.htm': guide,
  '/zcwj.htm': () =>
    simple(
      '/zcwj.htm',
      '政策文件',
      `<div class="grid">${box('xzfwj', 5, '/zcwj.htm')}${box('xzfbwj', 5, '/zcwj.htm')}${box('gfxwj', 5, '/zcwj.htm')}${box('bmwj', 5, '/zcwj.htm')}</div>`,
    ),
  '/xwdt.htm': () =>
    simple(
      '/xwdt.htm',
      '新闻动态',
      `<div class="grid">${box('dtyw', 6, '/xwdt.htm')}${box('tzgg', 6, '/xwdt.htm')}</div>`,
    ),
  '/hdjl.htm': () =>
    simple(
      '/hdjl.htm',
      '互动交流',
      `<div class="grid">${box('xzxx', 5, '/hdjl.htm')}${box('zjdc', 5, '/hdjl.htm')}</div>`,
    ),
  '/ztzl.htm': () =>
    simple('/ztzl.htm', '专题专栏', '<div class="box"><h3>专题专栏</h3><ul class="newslist"></ul></div>'),
  '/zjbl.htm': about,
  '/wzdt.htm': siteMap,
};

import { inColumn, isDocument } from '../content/index.js';
import { leaders, strays } from '../content/pages.js';
import { contentPath, paths, pathOf, twinPathOf } from '../addresses.js';
import { type Article } from '../types.js';
import { bare, cut, page, siteName } from './layout.js';

const chunks = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

interface Row {
  title: string;
  path: string;
  published: string | null;
  /** Lists cut long titles; most keep the whole one in `title=`. */
  titled?: boolean;
}

/** All pages in one page, five rows shown at a time. */
function staticGroups(rows: Row[], origin: string): string {
  const groups = chunks(rows, 5).map(
    (group, at) =>
      `<div ms-visible="$showStatic(${at + 1})"${at > 0 ? ' style="display:none"' : ''}><ul class="bf-list">${group
        .map(
          (row) =>
            `<li><a href=${bare(origin)}${row.path} target=_blank${row.titled === false ? '' : ` title="${row.title}"`}>${cut(row.title, 36)}</a>${row.published ? `<em class="rel"></em><span class="bf-pass">${row.published}</span>` : '<span class="bf-pass"></span>'}</li>`,
        )
        .join('\n')}</ul></div>`,
  );
  return `<div class="static_lists" ms-controller="lists" data-pages="${groups.length}">\n${groups.join('\n')}\n<div class="pagination" ms-pager="lists"></div></div>`;
}

const rowOf = (article: Article): Row => ({
  title: article.title,
  path: pathOf(article),
  published: article.published,
  titled: article.id !== 'n10',
});

const side = (name: string) => `<div class="lm_left"><h3>${name}</h3></div>`;

function noticePage(origin: string): string {
  const dated = [
    ...inColumn('notice')
      .filter((article) => article.published !== null)
      .map(rowOf),
    ...strays.map(({ id, title, published }) => ({ title, published, path: contentPath(id) })),
  ].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  const undated = inColumn('notice')
    .filter((article) => article.published === null)
    .map(rowOf);
  const body = `${side('通知公告')}<div class="lm_right">${staticGroups([...dated, ...undated], origin)}</div>`;
  return page({ origin, title: '通知公告', body, crumbs: [['通知公告', paths.notices]] });
}

const newsPage = (origin: string) =>
  page({
    origin,
    title: '动态要闻',
    body: `${side('动态要闻')}<div class="lm_right">${staticGroups(inColumn('news').map(rowOf), origin)}</div>`,
    crumbs: [['动态要闻', paths.news]],
  });

const policyKinds = [
  { dir: '', name: '政策文件' },
  { dir: 'qzf/', name: '区政府文件' },
  { dir: 'qzfb/', name: '区政府办文件' },
];
const kindOf = (article: Article) => (/^梧桐区人民政府办公室/.test(article.title) ? policyKinds[2]! : policyKinds[1]!);

/** Labels, the column's link, then the title; number and day behind it in the row. */
function policyRow(article: Article, origin: string): string {
  if (!isDocument(article)) return '';
  const kind = kindOf(article);
  const path = twinPathOf(article) ?? pathOf(article);
  return `<li><i class="flag">${article.validity ?? '有效'}</i><a class="lb" href=${bare(origin)}/zwgk/zcwj/${kind.dir}index.html>[${kind.name}]</a><em class="line">|</em><a class="bt" href=${bare(origin)}${path} target=_blank title="${article.title}">${cut(article.title, 30)}</a><span class="wh">${article.number ?? ''}</span><b class="u_time">${article.published ?? ''}</b></li>`;
}

function policyPage(dir: string, number: number, origin: string): string | null {
  const kind = policyKinds.find((one) => one.dir === dir);
  const files = inColumn('6721031', '6721032', '6721034').filter(
    (article) => article.title.startsWith(siteName) && (dir === '' || kindOf(article) === kind),
  );
  const shown = chunks(files, 8);
  const rows = shown[number - 1];
  if (!kind || !rows) return null;
  const name = (at: number) => (at === 1 ? 'index.html' : `index_${at}.html`);
  const pager = `<div class="pages"><span>共${files.length}条 第${number}/${shown.length}页</span>${number > 1 ? ` <a href=${name(number - 1)}>上一页</a>` : ''}${shown
    .map((_, at) => (at + 1 === number ? ` <b>${at + 1}</b>` : ` <a href=${name(at + 1)}>${at + 1}</a>`))
    .join(
      '',
    )}${number < shown.length ? ` <a href=${name(number + 1)}>下一页</a> <a href=${name(shown.length)}>尾页</a>` : ''}</div>`;
  const menu = policyKinds.map((one) => `<li><a href=/zwgk/zcwj/${one.dir}index.html>${one.name}</a></li>`).join('');
  const body = `<div class="lm_left"><h3>政策文件</h3><ul>${menu}</ul></div><div class="lm_right"><ul class="zc_list">${rows
    .map((article) => policyRow(article, origin))
    .join('\n')}</ul>${pager}</div>`;
  return page({ origin, title: kind.name, body, crumbs: [['政策文件', paths.policies]] });
}

const interpretationPage = (origin: string) =>
  page({
    origin,
    title: '政策解读',
    body: `${side('政策解读')}<div class="lm_right"><iframe id="iframePagerIndex" name="zcjd" src="/zwgk/zcjd/frame/list.html" width="100%" height="520" frameborder="0" scrolling="no"></iframe></div>`,
    crumbs: [['政策解读', paths.interpretations]],
  });

const inFrame = (title: string, body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/assets/css/style.css"></head><body class="in_frame">${body}</body></html>`;

function interpretationFrame(number: number): string | null {
  const shown = chunks(inColumn('6721033'), 7);
  const rows = shown[number - 1];
  if (!rows) return null;
  const name = (at: number) => (at === 1 ? 'list.html' : `list_${at}.html`);
  const pager = shown
    .map((_, at) => (at + 1 === number ? `<b>${at + 1}</b>` : `<a href="${name(at + 1)}">${at + 1}</a>`))
    .join(' ');
  const list = rows
    .map(
      (row) =>
        `<li><a href="${pathOf(row)}" target="_blank" title="${row.title}">${cut(row.title, 38)}</a><span>[${row.published}]</span></li>`,
    )
    .join('\n');
  return inFrame('列表', `<ul class="comlist">${list}</ul><div class="pages">${pager}</div>`);
}

/** 财政预决算: a table in a frame of its own inside the disclosure section. */
export const financeFrame = () =>
  inFrame(
    '列表',
    `<table class="cz_table" width="100%"><tbody><tr class="tr_head"><td>序号</td><td>名称</td><td>发布日期</td></tr>${inColumn(
      '6721035',
    )
      .map(
        (row, at) =>
          `<tr class="tr_main_value_${at % 2 ? 'even' : 'odd'}"><td>${at + 1}</td><td><a href="${pathOf(row)}" target="_top" title="${row.title}">${row.title}</a></td><td>${row.published}</td></tr>`,
      )
      .join('\n')}</tbody></table>`,
  );

const simpleList = (rows: Article[]) =>
  `<ul class="comlist">${rows.map((row) => `<li><a href="${pathOf(row)}" title="${row.title}">${row.title}</a><span>${row.published}</span></li>`).join('\n')}</ul>`;

const leaderPage = (origin: string) =>
  page({
    origin,
    title: '领导之窗',
    body: `${side('领导之窗')}<div class="lm_right"><ul class="ld_list">${leaders.map(([id, post]) => `<li><a href="/ldzc/${id}.html"><img src="/assets/images/leader.png" width="90" alt=""><br>${post}</a></li>`).join('')}</ul></div>`,
    crumbs: [['领导之窗', paths.leaders]],
  });

function oneLeader(id: string, origin: string): string | null {
  const found = leaders.find(([one]) => one === id);
  if (!found) return null;
  return page({
    origin,
    title: found[1],
    body: `<div class="left_con"><h2 class="bt">${found[1]}</h2><div class="nr"><p>工作分工：${found[2]}</p><p>办公电话：0999-1234560</p></div></div>`,
    crumbs: [['领导之窗', paths.leaders]],
  });
}

const interactionPage = (origin: string) =>
  page({
    origin,
    title: '互动交流',
    body: `${side('互动交流')}<div class="lm_right"><h3 class="tit">区长信箱</h3><form class="xx_form" onsubmit="return false"><p>姓　名：<input name="xm"></p><p>联系电话：<input name="dh"></p><p>来信标题：<input name="bt" size="40"></p><p>来信内容：<textarea name="nr" rows="3" cols="50"></textarea></p><p><button>提交来信</button></p></form><h3 class="tit">来信选登</h3>${simpleList(inColumn('letters'))}<h3 class="tit">网上调查</h3>${simpleList(inColumn('surveys'))}</div>`,
    crumbs: [['互动交流', paths.interaction]],
  });

const servicePage = (origin: string) =>
  page({
    origin,
    title: '办事服务',
    body: `${side('办事服务')}<div class="lm_right"><h3 class="tit">办事指南</h3>${simpleList(inColumn('services'))}</div>`,
    crumbs: [['办事服务', paths.services]],
  });

const topicPage = (origin: string) =>
  page({
    origin,
    title: '专题专栏',
    body: `${side('专题专栏')}<div class="lm_right"><h3 class="tit">基层政务公开标准化规范化</h3>${simpleList(inColumn('topic'))}</div>`,
    crumbs: [['专题专栏', paths.topics]],
  });

function homePage(origin: string): string {
  const host = bare(origin);
  const box = (name: string, more: string, rows: { title: string; path: string; published: string | null }[]) =>
    `<div class="box"><h3>${name}<a class="more" href=${host}${more}>更多&gt;&gt;</a></h3><ul>${rows
      .map(
        (row) =>
          `<li><a href=${host}${row.path} target=_blank title="${row.title}">${cut(row.title, 26)}</a><span>${(row.published ?? '').slice(5)}</span></li>`,
      )
      .join('\n')}</ul></div>`;
  const newest = (...columns: Parameters<typeof inColumn>) =>
    inColumn(...columns)
      .slice(0, 6)
      .map(rowOf);
  const quick: [string, string][] = [
    ['政府信息公开指南', paths.guide],
    ['政府信息公开制度', paths.rules],
    ['法定主动公开内容', paths.statutory],
    ['政府信息公开年报', paths.annual],
    ['依申请公开', paths.request],
  ];
  const body = `<div class="banner"><img src="/assets/images/banner.png" width="1180" height="160" alt="魅力梧桐"></div>
<div class="cols">${box('动态要闻', paths.news, newest('news'))}${box('通知公告', paths.notices, newest('notice'))}</div>
<div class="zwgk"><h3><a href=${host}${paths.disclosure}>政府信息公开</a></h3><ul>${quick.map(([words, href]) => `<li><a href="${href}">${words}</a></li>`).join('')}</ul></div>
<div class="cols">${box('政策文件', paths.policies, newest('6721031', '6721032'))}${box('政策解读', paths.interpretations, newest('6721033'))}</div>
<div class="link"><select onchange="if(this.value)window.open(this.value)"><option value="">友情链接</option><option value="https://www.gov.cn/">中国政府网</option></select></div>`;
  return page({ origin, title: siteName, body, tags: {} });
}

/** Page of the ordinary portal at this path, or null. */
export function portalPage(path: string, origin: string): string | null {
  if (path === '/' || path === '/index.html') return homePage(origin);
  if (path === paths.notices) return noticePage(origin);
  if (path === paths.news) return newsPage(origin);
  if (path === paths.interpretations) return interpretationPage(origin);
  if (path === paths.leaders) return leaderPage(origin);
  if (path === paths.interaction) return interactionPage(origin);
  if (path === paths.services) return servicePage(origin);
  if (path === paths.topics) return topicPage(origin);
  const policy = /^\/zwgk\/zcwj\/((?:qzfb?\/)?)(?:index(?:_(\d+))?\.html)?$/.exec(path);
  if (policy) return policyPage(policy[1] ?? '', Number(policy[2] ?? 1), origin);
  const frame = /^\/zwgk\/zcjd\/frame\/list(?:_(\d+))?\.html$/.exec(path);
  if (frame) return interpretationFrame(Number(frame[1] ?? 1));
  const leader = /^\/ldzc\/(\w+)\.html$/.exec(path);
  return leader ? oneLeader(leader[1] ?? '', origin) : null;
}

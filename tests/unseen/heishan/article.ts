import { addresses, address, column, columnPath, home, loose } from './columns.js';
import { article, ARTICLES, listed } from './content/index.js';
import { sheet, SITE } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Sending } from './encode.js';
import type { Article } from './types.js';

const has = (item: Article, trick: NonNullable<Article['tricks']>[number]): boolean =>
  item.tricks?.includes(trick) ?? false;

const INDENT = '&nbsp;&nbsp;&nbsp;&nbsp;';

/** Every run between commas in a font element of its own, as the editor of the first portal left it. */
const fonts = (text: string): string =>
  text
    .split(/(?<=[，。：、])/)
    .map((run) => `<font face="仿宋_GB2312" size="4">${run}</font>`)
    .join('');

function line(text: string, item: Article): string {
  const old = item.look === 'asp';
  const set = (words: string): string => (has(item, 'fonts') ? fonts(words) : words);
  if (text.startsWith('! ')) return text.slice(2);
  const words = set(text.slice(2));
  if (text.startsWith('> ')) return `<p align="right">${words}${INDENT}</p>`;
  if (text.startsWith('^ ')) return `<p align="center">${old ? `<b>${words}</b>` : words}</p>`;
  if (text.startsWith('# '))
    return old ? `${INDENT}<b>${words}</b><br>` : `<p style="text-indent:2em"><strong>${words}</strong></p>`;
  return old ? `${INDENT}${set(text)}<br>\n` : `<p style="text-indent:2em">${set(text)}</p>\n`;
}

function inline(item: Article): string[] {
  const policy = item.to === 'inline' && typeof item.policy === 'number' ? article(item.policy) : undefined;
  if (!policy) return item.body;
  const link = `<a href="${home(policy)}" target="_blank">${policy.title}</a>`;
  return item.body.map((text) => text.replace(policy.title, link));
}

const fileList = (item: Article): string =>
  (item.files ?? [])
    .map(([name, path]) => {
      const icon = /\.xls$/.test(path) ? 'xls' : /\.pdf$/.test(path) ? 'pdf' : 'doc';
      return `<br>${INDENT}<img src="/images/fileicon_${icon}.gif" width="16" height="16" border="0"><a href="${path}" target="_blank">${name}</a>`;
    })
    .join('\n');

export const bodyHtml = (item: Article, lines = inline(item)): string =>
  `${lines.map((text) => line(text, item)).join('\n')}${fileList(item)}`;

/** 相关文件 of an interpretation, 相关解读 of a policy. */
function related(item: Article): string {
  const rows = (name: string, links: string[], attributes = ''): string =>
    links.length
      ? `<table width="90%" align="center" class="box" ${attributes}><tr><td class="bt">${name}</td></tr>${links.map((link) => `<tr><td>·${link}</td></tr>`).join('')}</table>`
      : '';
  const anchor = (to: Article): string => `<a href="${home(to)}" target="_blank" title="${to.title}">${to.title}</a>`;
  const readings = (from: Article['from']): Article[] =>
    ARTICLES.filter((one) => one.policy === item.id && one.from === from);
  const policy = typeof item.policy === 'number' ? article(item.policy) : undefined;
  const written = readings('script');
  return [
    policy && item.to === 'block' ? rows('相关文件', [anchor(policy)]) : '',
    policy && item.to === 'hidden' ? rows('政策原文', [anchor(policy)], 'style="display:none" id="zcyw"') : '',
    rows('相关解读', readings('block').map(anchor)),
    rows('解读链接', readings('hidden').map(anchor), 'id="jdlj" style="display:none"'),
    readings('hidden').length ? '<script>document.getElementById("jdlj").style.display="";</script>' : '',
    rows(
      '政策解读',
      readings('onclick').map(
        (one) => `<a href="javascript:void(0)" onclick="window.open('${home(one)}')">${one.title}</a>`,
      ),
    ),
    written.length
      ? `<script>document.write('<table width="90%" align="center" class="box"><tr><td class="bt">相关解读</td></tr>');\n${written.map((one) => `document.write('<tr><td>·<a href="${home(one)}" target=_blank>${one.title}<\\/a><\\/td><\\/tr>');`).join('\n')}\ndocument.write('<\\/table>');</script>`
      : '',
  ].join('\n');
}

function neighbours(item: Article, key: string): string {
  const all = listed(key);
  const at = all.indexOf(item);
  const link = (to: Article | undefined): string => (to ? `<a href="${address(to, key)}">${to.title}</a>` : '没有了');
  return `<p>上一篇：${link(all[at - 1])}<br>下一篇：${link(all[at + 1])}</p>`;
}

const TOOLS =
  '<div align="right">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】<span class="bdsharebuttonbox" data-tag="share_1"><a href="#" data-cmd="weixin" title="分享到微信">微信</a> <a href="#" data-cmd="tsina" title="分享到微博">微博</a></span></div>';

function text(item: Article, part: number): string {
  if (has(item, 'framed'))
    return `<iframe src="/inc/content.aspx?id=${item.id}" width="100%" height="620" frameborder="0" scrolling="auto" name="contentFrame"></iframe>`;
  if (has(item, 'two-pages')) {
    const all = inline(item);
    const half = Math.ceil(all.length / 2);
    const path = `${home(item)}&page=`;
    const pager = `<p align="center">${part === 1 ? `<b>[1]</b> <a href="${path}2">[2]</a> <a href="${path}2">下一页</a>` : `<a href="${path}1">上一页</a> <a href="${path}1">[1]</a> <b>[2]</b>`}</p>`;
    return bodyHtml(item, part === 1 ? all.slice(0, half) : all.slice(half)) + pager;
  }
  const body = bodyHtml(item);
  if (has(item, 'doubled')) return `${body}<div class="wap-content">${bodyHtml({ ...item, look: 'aspx' })}</div>`;
  if (has(item, 'printed-twice'))
    return `${body}<hr><table id="printtable" width="100%"><tr><td>${body}</td></tr></table>`;
  return body;
}

function old(item: Article, key: string, part: number): SiteAnswer {
  const sending = (item.tricks?.find((t) => t === 'utf8-as-gb' || t === 'bom' || t === 'gb-as-utf8') ??
    'gb') as Sending;
  const time = item.published
    ? `${loose(item.published)} ${(item.id % 8) + 8}:0${item.id % 10}:33`
    : '&nbsp;&nbsp;&nbsp;';
  const label = has(item, 'odd-label') ? '发表时间' : '发布时间';
  const html = `<table width="1000" align="center" cellspacing="0" class="box"><tr><td><table width="96%" border="0" align="center"><tr><td align="center"><br><font size="5" color="#cc0000"><b>${item.title}</b></font></td></tr>
<tr><td align="center" bgcolor="#f0f0f0"><font color="#666666">${label}：${time}&nbsp;&nbsp;来源：${item.source ?? ''}&nbsp;&nbsp;字号：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>&nbsp;&nbsp;浏览次数：<script src="/inc/hits.asp?id=${item.id}"></script>次</font></td></tr>
<tr><td class="content" id="zoom">${text(item, part)}</td></tr><tr><td>${related(item)}${TOOLS}${neighbours(item, key)}</td></tr></table></td></tr></table>`;
  return sheet({ title: `${item.title}_${SITE}`, html, sending, crumbs: [[column(key)?.name ?? '', columnPath(key)]] });
}

const pageTags = (item: Article, key: string): Record<string, string> => ({
  SiteName: SITE,
  SiteDomain: 'www.heishantou.gov.example',
  SiteIDCode: '2399010003',
  ColumnName: column(key)?.name ?? '',
  ColumnType: '信息公开',
  ArticleTitle: item.title,
  PubDate: has(item, 'remade') ? '2026-06-20 03:00' : `${item.published} 09:${10 + (item.id % 50)}`,
  ContentSource: item.source ?? '',
});

function second(item: Article, key: string): SiteAnswer {
  const cell = (name: string, value: string): string => `<th align="right">${name}：</th><td>${value || '&nbsp;'}</td>`;
  const shown = has(item, 'broken-title') ? item.title.replace('关于', '<br>关于') : item.title;
  const number = has(item, 'number-in-text') ? '' : (item.number ?? '');
  const head =
    item.kind === 'interpretation'
      ? `<tr>${cell('信息分类', column(key)?.name ?? '')}${cell('发布机构', item.source ?? '')}</tr><tr>${cell('名&nbsp;&nbsp;&nbsp;&nbsp;称', item.title)}${cell('发布日期', item.published ?? '')}</tr>`
      : `<tr>${cell('索&nbsp;引&nbsp;号', item.index ?? '')}${cell('信息分类', item.topic ?? '')}</tr><tr>${cell('发布机构', item.source ?? '')}${cell('生成日期', item.issued ?? '')}</tr>
<tr>${cell('名&nbsp;&nbsp;&nbsp;&nbsp;称', item.title)}${cell('文&nbsp;&nbsp;&nbsp;&nbsp;号', number)}</tr><tr>${cell('发布日期', `${(item.published ?? '').replace(/-/g, '/')}`)}${cell('有&nbsp;效&nbsp;性', item.repealed ? '已废止' : '有效')}</tr>`;
  const html = `<form name="form1" method="post" action="${address(item, key)}" id="form1"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY3NzE5Mjg0Ng9kFgICAw${item.id}==" />
<table width="1000" align="center" class="box"><tr><td><table class="xx" width="94%" border="1" bordercolor="#9fc1e3">${head}</table>
<table width="94%" align="center"><tr><td align="center" style="font-size:22px;line-height:40px"><span id="lblTitle"><b>${shown}</b></span></td></tr><tr><td class="content"><span id="lblContent">${text(item, 1)}</span></td></tr><tr><td>${related(item)}${TOOLS}</td></tr></table></td></tr></table></form>`;
  return sheet({
    title: item.title,
    html,
    tags: pageTags(item, key),
    crumbs: [[column(key)?.name ?? '', columnPath(key)]],
  });
}

function open(item: Article): SiteAnswer {
  const key = item.columns.find((one) => column(one)?.manner === 'open') ?? item.columns[0] ?? '';
  const field = (name: string, value: string | undefined): string =>
    `<div><label>${name}</label><span>${value ?? ''}</span></div>`;
  const number = has(item, 'number-in-text') ? '' : item.number;
  const meta =
    item.kind === 'annual'
      ? `<div class="meta">${field('发布日期：', item.published)}${field('来&emsp;&emsp;源：', item.source)}</div>`
      : `<div class="meta">${field('索&ensp;引&ensp;号：', item.index)}${field('主题分类：', item.topic)}${field('发文机关：', item.source)}${field('成文日期：', item.issued)}${field('发文字号：', number)}${field('发布日期：', item.published)}${field('公开方式：', '主动公开')}${field('时&emsp;&emsp;效：', item.repealed ? '已废止' : '有效')}</div>`;
  const html = `<div style="width:1000px;margin:0 auto;background:#fff;padding:10px 0"><div class="box" style="overflow:hidden;margin:10px 40px">${meta}</div><h1 align="center" style="font-size:24px">${item.title}</h1><div class="content" id="xxgk_content">${text(item, 1)}</div>${related(item)}${TOOLS}</div>`;
  return sheet({
    title: `${item.title}-政府信息公开`,
    html,
    tags: pageTags(item, key),
    crumbs: [
      ['政府信息公开', '/xxgk/index.aspx'],
      [column(key)?.name ?? '', columnPath(key)],
    ],
  });
}

/** The page of an article under one of its addresses, null for any other address. */
export function articleAt(path: string): SiteAnswer | null {
  const [bare, search] = path.split('?');
  const query = new URLSearchParams(search ?? '');
  const item = article(Number(query.get('id')));
  if (!item) return null;
  if (bare === '/inc/content.aspx' && has(item, 'framed'))
    return sheet({ title: '', html: `<div class="content">${bodyHtml(item)}</div>`, bare: true });
  const part = query.get('page') === '2' && has(item, 'two-pages') ? 2 : 1;
  const plain = `${bare}?${query.get('cid') ? `cid=${query.get('cid')}&` : ''}id=${item.id}`;
  if (!addresses(item).includes(plain)) return null;
  if (bare?.startsWith('/Article/')) return second(item, query.get('cid') ?? '');
  return bare?.startsWith('/xxgk/') ? open(item) : old(item, item.columns[0] ?? '', part);
}

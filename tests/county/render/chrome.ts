import type { Column, Entry } from '../model.js';
import { esc } from './html.js';
import type { NamedHref, View } from './view.js';

/** Page tags of 网页标签规范: site group on all pages, column group on lists and articles, content group on articles. */
export function tags(view: View, column?: Column, entry?: Entry): string {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${esc(content)}">`;
  const lines = [
    meta('SiteName', view.unit.name),
    meta('SiteDomain', `${view.unit.key}.${view.unit.place.domain}`),
    meta('SiteIDCode', view.unit.siteCode),
  ];
  if (column) {
    lines.push(
      meta('ColumnName', column.name),
      meta('ColumnDescription', `${view.unit.name}${column.name}栏目`),
      meta('ColumnKeywords', column.name),
      meta(
        'ColumnType',
        column.key === 'news' ? '工作动态' : column.key === 'interpretation' ? '政策解读' : '信息公开',
      ),
    );
  }
  if (entry) {
    lines.push(meta('ArticleTitle', entry.title));
    const made = entry.regeneratedOn ?? entry.publishedOn;
    if (made) lines.push(meta('PubDate', `${made} ${entry.time}`));
    lines.push(meta('ContentSource', view.unit.name));
  }
  return lines.join('\n');
}

export interface Parts {
  title: string;
  tags: string;
  main: string;
  /** More for the head. */
  head?: string;
  scripts?: string;
  /** Which entry of the navigation is lit. */
  on?: string;
}

function hills(): string {
  return '<svg class="hills" viewBox="0 0 600 150" aria-hidden="true"><path d="M0 150L90 60L150 110L250 20L330 105L420 50L500 120L600 70V150Z" fill="#fff" opacity=".5"/></svg>';
}

export function header(view: View, on?: string): string {
  const { unit } = view;
  const items = view
    .navigation()
    .map((link) => `<li${link.name === on ? ' class="on"' : ''}><a href="${esc(link.href)}">${esc(link.name)}</a></li>`)
    .join('');
  const [year, month, day] = unit.place.asOf.split('-').map(Number);
  return `<div class="topbar"><div class="w"><div>${year}年${month}月${day}日 <span class="sample">${unit.place.notice}</span></div><div><span>长者模式</span><span style="margin-left:18px">无障碍浏览</span></div></div></div>
<div class="banner">${hills()}<div class="w"><div><div class="name">${esc(unit.name)}</div><div class="sub">${unit.key === 'portal' ? '门户网站' : '政务网站'}</div></div><form class="search" action="/search" method="get"><input name="q" placeholder="请输入关键词" aria-label="站内搜索"><button type="submit">搜索</button></form></div></div>
<div class="nav"><div class="w"><ul>${items}</ul></div></div>`;
}

/** The foot of every page: who runs the site, its codes, and that it is a sample. All of it invented. */
export function footer(view: View): string {
  const { unit, around } = view;
  const friend = unit.key === 'housing' ? `<a href="${around.hijacked}/" target="_blank">云岭房产信息网</a>` : '';
  return `<div class="w"><div class="friends">相关链接：${around.neighbours
    .filter((site) => site.name !== unit.name)
    .slice(0, 8)
    .map((site) => `<a href="${site.url}" target="_blank">${esc(site.name)}</a>`)
    .join('')}${friend}</div></div>
<div class="footer"><div class="w"><div>主办单位：${esc(unit.name)}　承办单位：${unit.place.name}大数据服务中心</div>
<div>网站标识码：${unit.siteCode}　示ICP备${unit.place.asOf.slice(0, 4)}${unit.siteCode.slice(-4)}号-1　示公网安备 ${unit.siteCode}00${unit.siteCode.slice(-2)}号</div>
<div>地址：${esc(unit.address)}　联系电话：${unit.phone}</div><div>${unit.place.notice}</div></div></div>`;
}

export function document(view: View, parts: Parts): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(parts.title)}</title>
${parts.tags}
<link rel="stylesheet" href="/static/css/site.css">${parts.head ?? ''}
</head>
<body>
${header(view, parts.on)}
${parts.main}
${footer(view)}
${parts.scripts ?? ''}
</body>
</html>`;
}

export function crumb(view: View, trail: NamedHref[], here: string): string {
  const links = [{ name: '首页', href: view.paths.home }, ...trail];
  return `<div class="crumb">当前位置：${links.map((link) => `<a href="${esc(link.href)}">${esc(link.name)}</a> &gt; `).join('')}<span>${esc(here)}</span></div>`;
}

/** Left menu and pane of the 政府信息公开 platform. */
export function platform(view: View, on: Column | null, pane: string): string {
  const item = (link: NamedHref & { column: Column }, inner = '') =>
    `<li${link.column === on ? ' class="on"' : ''}><a href="${esc(link.href)}">${esc(link.name)}</a>${inner}</li>`;
  const menu = view
    .menu()
    .map((link) =>
      item(link, link.children.length ? `<ul>${link.children.map((child) => item(child)).join('')}</ul>` : ''),
    )
    .join('');
  return `<div class="gk"><div class="gk-menu"><h2>政府信息公开</h2><ul>${menu}</ul></div><div class="gk-main">${pane}</div></div>`;
}

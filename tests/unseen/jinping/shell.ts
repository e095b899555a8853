import { columnOf, type Column } from './columns.js';

export const SITE = '锦屏湖区人民政府';
const SITE_CODE = '4299880003';
const DOMAIN = 'www.jinpinghu.gov.cn';

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export const cut = (title: string, length: number): string =>
  escapeHtml(title.length > length ? `${title.slice(0, length)}…` : title);

const NAV: [string, string][] = [
  ['首页', '/'],
  ['湖区要闻', '/xwzx/lhyw/index.jhtml'],
  ['政府信息公开', '/zfxxgk/index.jhtml'],
  ['政务服务', '/bsfw/index.jhtml'],
  ['互动交流', '/hdjl/index.jhtml'],
  ['专题专栏', '/zt/index.jhtml'],
  ['领导之窗', '/ldzc/index.jhtml'],
];

export interface Tags {
  column?: Column;
  article?: { title: string; date: string | null; source: string };
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`;

function tags({ column, article }: Tags): string {
  const list = [meta('SiteName', SITE), meta('SiteDomain', DOMAIN), meta('SiteIDCode', SITE_CODE)];
  if (column) {
    list.push(meta('ColumnName', column.name), meta('ColumnType', column.name));
    if (!article)
      list.push(meta('ColumnDescription', `${SITE}${column.name}栏目`), meta('ColumnKeywords', column.name));
  }
  if (article) {
    list.push(meta('ArticleTitle', article.title), meta('ContentSource', article.source));
    if (article.date) list.push(meta('PubDate', article.date));
  }
  return list.join('\n');
}

export interface Page extends Tags {
  title: string;
  html: string;
  /** Name and folder of the department whose sub-site this is; such pages bear no tags. */
  department?: { name: string; folder: string };
  head?: string;
}

export function page(input: Page): string {
  const { department } = input;
  const nav: [string, string][] = department
    ? [
        ['首页', `${department.folder}/index.jhtml`],
        ['机构职能', `${department.folder}/jgzn/index.jhtml`],
        ['通知公告', `${department.folder}/tzgg/index.jhtml`],
        ['返回区政府网站', '/'],
      ]
    : NAV;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(input.title)}-${department?.name ?? SITE}</title>
${department ? '' : tags(input)}
${input.head ?? ''}<link rel="stylesheet" href="/res/jphq/css/style.css">
<script src="/res/jphq/js/common.js"></script>
</head>
<body>
<div class="topbar" role="navigation" aria-label="辅助区"><div class="wrap"><span class="r"><a href="javascript:void(0)" id="wza">无障碍浏览</a> | <a href="javascript:void(0)" id="lnb">关怀版</a> | <a href="javascript:void(0)">繁體</a></span>欢迎访问${department?.name ?? SITE}门户网站</div></div>
<div class="brand"><div class="wrap"><form action="/search.jspx" method="get"><input type="text" name="q" placeholder="请输入关键词"><input type="submit" value="搜索"></form><h2>${department?.name ?? SITE}</h2></div></div>
<div class="nav"><ul class="wrap">${nav.map(([name, href]) => `<li><a href="${href}">${name}</a></li>`).join('')}</ul></div>
<div class="wrap main" role="main">
${input.html}
</div>
<div class="foot"><p><a href="/wzdt/index.jhtml">网站地图</a> | <a href="/gywm/index.jhtml">关于我们</a> | <a href="javascript:void(0)">我为政府网站找错</a></p>
<p>主办：锦屏湖区人民政府办公室　承办：锦屏湖区政务服务和大数据局　联系电话：0999-1234567</p>
<p>网站标识码：${SITE_CODE}　楚ICP备00000000号-1　楚公网安备 42998802000001号　Copyright © 2021-2026</p></div>
</body>
</html>
`;
}

/** The menu at the left of 政府信息公开. */
export const OPENNESS_MENU: [string, string][] = [
  ['政府信息公开指南', '/zfxxgk/zfxxgkzn/index.jhtml'],
  ['行政规范性文件', '/zfxxgk/zc/gfxwj/index.jhtml'],
  ['其他文件', '/zfxxgk/zc/qtwj/index.jhtml'],
  ['政策文件库', '/zfxxgk/zcwjk/index.jhtml'],
  ['政策解读', '/zfxxgk/zc/zcjd/index.jhtml'],
  ['法定主动公开内容', '/zfxxgk/fdzdgknr/index.jhtml'],
  ['基层政务公开标准目录', '/zfxxgk/jczwgk/index.jhtml'],
  ['政府信息公开年报', '/zfxxgk/zfxxgknb/index.jhtml'],
  ['依申请公开', '/zfxxgk/ysqgk/index.jhtml'],
];

export function sideMenu(items: [string, string][] = OPENNESS_MENU, name = '政府信息公开'): string {
  return `<div class="side"><h3>${name}</h3><ul>${items.map(([text, href]) => `<li><a href="${href}">${text}</a></li>`).join('')}</ul></div>`;
}

export function departmentOf(column: Column): { name: string; folder: string } | undefined {
  return column.department ? { name: column.department, folder: column.folder.replace(/\/tzgg$/, '') } : undefined;
}

export function crumb(key: string, leaf?: string): string {
  const column = columnOf(key);
  const home = departmentOf(column);
  const middle = column.folder.startsWith('/zfxxgk/') ? ' &gt; <a href="/zfxxgk/index.jhtml">政府信息公开</a>' : '';
  return `<div class="crumb">当前位置：<a href="${home ? `${home.folder}/index.jhtml` : '/'}">首页</a>${middle} &gt; <a href="${column.folder}/index.jhtml">${column.name}</a>${leaf ? ` &gt; ${leaf}` : ''}</div>`;
}

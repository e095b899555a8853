import { pathOf, rowsOf, timeOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { html, script } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

const SIZE = 4;
const NAMES: Record<number, string> = { 5: '文件通知', 6: '政策解读' };
const LIST = '/hzz/e/action/ListInfo';

function shell(title: string, main: string): SiteAnswer {
  return html(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${title} - 苇泽县河长制</title>
<link href="/hzz/skin/default/css/style.css" rel="stylesheet" type="text/css" /></head>
<body><table width="1000" align="center"><tr><td><img src="/hzz/skin/default/images/top.jpg" /></td></tr>
<tr><td class="nav"><a href="/hzz/">首页</a> | <a href="${LIST}/?classid=5">文件通知</a> | <a href="${LIST}/?classid=6">政策解读</a> | <a href="/">返回水务局</a></td></tr></table>
${main}
<table width="1000" align="center"><tr><td align="center">苇泽县河长制办公室　Powered by EmpireCMS 7.2</td></tr></table></body></html>`);
}

const row = (item: Item): string =>
  `<tr><td>·<a href="${pathOf(item)}" target="_blank" title="${item.title}">${item.title}</a></td><td width="90" align="right">[${item.day}]</td></tr>`;

/** The pager counts pages from 0. */
function pager(at: number): string {
  const all = rowsOf(105).length;
  const to = (page: number, name: string): string =>
    `&nbsp;<a href="${LIST}/index.php?page=${page}&amp;classid=5&amp;totalnum=${all}">${name}</a>`;
  const numbers = Array.from({ length: Math.ceil(all / SIZE) }, (_, i) =>
    i === at ? `&nbsp;<b>${i + 1}</b>` : to(i, String(i + 1)),
  );
  return `<div class="list_page"><a title="总数">&nbsp;<b>${all}</b></a>${at > 0 ? to(at - 1, '上一页') : ''}${numbers.join('')}${at === 0 ? to(1, '下一页') : ''}</div>`;
}

const WRITTEN = '<script type="text/javascript" src="/hzz/d/js/class/class6_newnews.js"></script>';

function list(query: URLSearchParams): SiteAnswer {
  const classid = Number(query.get('classid'));
  const at = Number(query.get('page') ?? 0);
  const rows = rowsOf(105).slice(at * SIZE, (at + 1) * SIZE);
  const main = classid === 6 ? WRITTEN : `<table width="100%">${rows.map(row).join('')}</table>${pager(at)}`;
  return shell(NAMES[classid] ?? '', `<h3>${NAMES[classid] ?? ''}</h3>${main}`);
}

function show(query: URLSearchParams): SiteAnswer {
  const item = ITEMS.find(({ catid, id }) => catid > 100 && id === 10000 + Number(query.get('id')));
  if (!item) return shell('信息提示', '<table align="center"><tr><td>此信息不存在</td></tr></table>');
  const policy = item.kind === 'reading' && item.to ? ITEMS.find(({ id }) => id === item.policy) : undefined;
  const link = policy ? `<p>原文：<a href="${pathOf(policy)}">${policy.title}</a></p>` : '';
  return shell(
    item.title,
    `<table width="1000" align="center"><tr><td align="center"><strong class="title">${item.title}</strong></td></tr>
<tr><td align="center" class="info">时间：${item.day} ${timeOf(item)}　来源：县河长办　作者：佚名　点击：<script src="/hzz/e/public/ViewClick/?classid=${item.catid - 100}&id=${item.id - 10000}&addclick=1"></script>次</td></tr>
<tr><td id="text">${[item.body].flat().join('')}${link}</td></tr></table>`,
  );
}

export function riverAt(url: URL): SiteAnswer | undefined {
  const { pathname, searchParams } = url;
  if (pathname === '/hzz/' || pathname === '/hzz/index.html')
    return shell(
      '首页',
      `<h3>文件通知 <a href="${LIST}/?classid=5">更多</a></h3><table>${rowsOf(105).slice(0, 3).map(row).join('')}</table><h3>政策解读</h3>${WRITTEN}`,
    );
  if (pathname.startsWith(LIST)) return list(searchParams);
  if (pathname === '/hzz/e/action/ShowInfo.php') return show(searchParams);
  if (pathname.startsWith('/hzz/e/public/ViewClick/')) return script("document.write('236');");
  if (pathname === '/hzz/d/js/class/class6_newnews.js')
    return script(`document.write("${`<table>${rowsOf(106).map(row).join('')}</table>`.replaceAll('"', '\\"')}");`);
  return undefined;
}

import { columnOf, columns, listPath } from '../columns.js';
import { standing } from '../content/standing.js';
import { listed, pathOf } from '../registry.js';
import type { Piece } from '../shape.js';
import { crumbs, openingMenu, page, pageTags, siteName } from './frame.js';
import { row } from './lists.js';

function box(title: string, code: string, count: number): string {
  const column = columnOf(code);
  const rows = listed(column)
    .slice(0, count)
    .map((piece) => row(piece, code));
  return `<div class="hm_box"><h2>${title}<a href="${listPath(column)}">更多&gt;&gt;</a></h2><ul class="list_con">${rows.join('\n')}</ul></div>`;
}

export const homePage = (): string =>
  page(
    siteName,
    pageTags(null),
    `<div class="w home">
${box('岚沧要闻', 'c106101', 6)}
${box('通知公告', 'c106112', 6)}
${box('镇政府文件', 'c106109', 6)}
${box('政策解读', 'c106120', 6)}
<div class="hm_box"><h2>政府信息公开<a href="/zfxxgk/index.shtml">进入&gt;&gt;</a></h2>${openingMenu('')}</div>
<div class="hm_box"><h2>办事服务<a href="${listPath(columnOf('c106150'))}">更多&gt;&gt;</a></h2><ul class="list_con">${listed(
      columnOf('c106150'),
    )
      .map((piece) => `<li><a href="${pathOf(piece)}">${piece.title}</a></li>`)
      .join('')}</ul>
<h2>互动交流<a href="/hdjl/c106140/index.shtml">更多&gt;&gt;</a></h2><h2>专题专栏<a href="${listPath(columnOf('c106130'))}">农村人居环境整治</a></h2></div>
</div>
<div class="w hm_box">友情链接：<a href="https://www.gov.cn/" target="_blank">中国政府网</a>　<a href="https://www.yunling.example/" target="_blank">云岭县人民政府</a>　<a href="http://lancang-huajiao.example/" target="_blank">岚沧花椒网</a></div>`,
  );

const newestOpened = (): Piece[] =>
  ['c106109', 'c106114', 'c106115']
    .flatMap((code) => listed(columnOf(code)).slice(0, 4))
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));

const openingPage = (name: string, current: string): string =>
  page(
    `${name} - ${siteName}`,
    pageTags(null, [
      { name: 'ColumnName', content: name },
      { name: 'ColumnType', content: '5' },
    ]),
    `${crumbs(name === '政府信息公开' ? [] : [['政府信息公开', '/zfxxgk/index.shtml']], name)}
<div class="w xxgk_main two">${openingMenu(current)}
<div class="right_con"><h2 class="lm_title">${current ? '法定主动公开内容' : '最新公开'}</h2>
<ul class="list_con">${newestOpened()
      .map((piece) => row(piece, piece.column))
      .join('\n')}</ul></div></div>`,
  );

const talkPage = (): string =>
  page(
    `互动交流 - ${siteName}`,
    pageTags(null, [
      { name: 'ColumnName', content: '互动交流' },
      { name: 'ColumnType', content: '4' },
    ]),
    `${crumbs([], '互动交流')}<div class="w">${['c106141', 'c106142']
      .map((code) => box(columnOf(code).name, code, 20).replace(/<a href="[^"]*">更多&gt;&gt;<\/a>/, ''))
      .join('\n')}
<div class="hm_box"><h2>我要写信</h2><p>姓名 <input type="text"> 主题 <input type="text"> <button type="button">提交</button></p></div></div>`,
  );

const mapPage = (): string =>
  page(
    `网站地图 - ${siteName}`,
    pageTags(null),
    `${crumbs([], '网站地图')}<div class="w right_con">${columns
      .filter((column) => column.way !== 'part')
      .map((column) => `<a href="${listPath(column)}">${column.name}</a>`)
      .join('　')}</div>`,
  );

/** A standing page, a hub, or null. */
export function hub(path: string): string | null {
  if (path === '/' || path === '/index.shtml') return homePage();
  if (path === '/zfxxgk/index.shtml') return openingPage('政府信息公开', '');
  if (path === '/zfxxgk/c106104/fdzdgknr.shtml') return openingPage('法定主动公开内容', '法定主动公开内容');
  if (path === '/hdjl/c106140/index.shtml') return talkPage();
  if (path === '/wzdt.shtml') return mapPage();
  const text = standing[path];
  if (!text) return null;
  const left = text.opening ? openingMenu(text.title) : '';
  return page(
    `${text.title} - ${siteName}`,
    pageTags(null, [
      { name: 'ColumnName', content: text.title },
      { name: 'ColumnType', content: '5' },
    ]),
    `${crumbs(text.above, text.title)}<div class="w xxgk_main${left ? ' two' : ''}">${left}<div class="right_con"><h2 class="lm_title">${text.title}</h2>${text.html}</div></div>`,
  );
}

/** What the platform shows for a deleted page, with 200, and for an unknown address, with 404. */
export const gonePage = (): string =>
  page(
    '提示信息',
    '',
    '<div class="w article"><h1>您访问的页面不存在或已删除</h1><p style="text-align:center">3秒后返回<a href="/index.shtml">首页</a></p></div>',
  );

/** Nothing but a script that leads to the home page. */
export const movedPage = (): string =>
  '<html><head><meta charset="UTF-8"></head><body><script>window.location.href="/index.shtml";</script></body></html>';

/** The viewer of the platform around a file. */
export const viewerPage = (file: string): string =>
  `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>文档阅读</title></head><body style="margin:0"><embed src="${file}" type="application/pdf" width="100%" height="740"></body></html>`;

import { escaped, listPath, pathOf, paths, portalListPath } from '../addresses.js';
import { portalColumns } from '../content/columns.js';
import { inColumn } from '../content/index.js';
import { countyRow } from '../content/interpretations.js';
import type { Article, DocumentArticle } from '../types.js';
import { bodyOf } from './body.js';
import { relatedLinks } from './platform.js';
import { escapedText, portalShell } from './shell.js';

const splitDate = (day: string) => `<div class="rq"><b>${day.slice(5)}</b><span>${day.slice(0, 4)}</span></div>`;
const shortened = (title: string) => (title.length > 30 ? `${title.slice(0, 29)}...` : title);
const isPinned = (row: Article) => (row as DocumentArticle).pinned === true;

const listRow = (row: Article) => {
  const link = row.listTitle
    ? `<a href="${escaped(pathOf(row))}" target="_blank">${row.listTitle}</a>`
    : `<a href="${escaped(pathOf(row))}" target="_blank" title="${escapedText(row.title)}">${escapedText(shortened(row.title))}</a>`;
  return `<li${isPinned(row) ? ' class="zd"' : ''}>${splitDate(row.published)}${link}</li>`;
};

/** A list with the pinned rows on every page; past the end only they are left. */
export function portalList(cid: number, asked: number): string | null {
  const column = portalColumns[cid];
  if (!column) return null;
  const all = inColumn('portal', cid);
  const pinned = all.filter(isPinned);
  const rest = all.filter((row) => !isPinned(row));
  const pages = Math.ceil(rest.length / column.size);
  const at = Math.max(1, asked || 1);
  const rows = [...pinned, ...rest.slice((at - 1) * column.size, at * column.size)].map(listRow);
  if (cid === 6)
    rows.push(
      `<li>${splitDate(countyRow.published)}<a href="${countyRow.href}" target="_blank">[县]${countyRow.title}</a></li>`,
    );
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<b>${i + 1}</b>` : `<a href="${escaped(portalListPath(cid, i + 1))}">[${i + 1}]</a>`,
  );
  const next = at < pages ? `<a href="${escaped(portalListPath(cid, at + 1))}">&gt;&gt;</a>` : '';
  const body = `<div class="pos">您现在的位置：首页 &raquo; ${column.name}</div><ul class="newslist">${rows.join('\n')}</ul>
${at > pages ? '<p>没有更多内容了</p>' : ''}<div class="page">总数：${rest.length + pinned.length} ${numbers.join(' ')} ${next}</div>`;
  return portalShell({ title: column.name, column: column.name, body });
}

export function portalPage(article: Article): string {
  const cid = article.columns[0] ?? 0;
  const name = portalColumns[cid]?.name ?? '';
  const [year, month, day] = article.published.split('-');
  const column = inColumn('portal', cid);
  const here = column.findIndex(({ id }) => id === article.id);
  const step = (label: string, to?: Article) =>
    `<p>${label}：${to ? `<a href="${escaped(pathOf(to))}">${escapedText(to.title)}</a>` : '没有了'}</p>`;
  const organ = article.organ ?? '';
  const body = `<div class="pos">您现在的位置：首页 &raquo; <a href="${escaped(portalListPath(cid))}">${name}</a> &raquo; 正文</div>
<div class="article"><h2>${escapedText(article.title)}</h2>
<div class="info">来源：${organ} | 日期：${year}年${month}月${day}日 | 浏览：<span id="hits">0</span>次</div>
<div class="content" id="MyContent">${bodyOf(article)}</div>
${relatedLinks(article)}
<div class="pn">${step('上一篇', column[here - 1])}${step('下一篇', column[here + 1])}</div></div>`;
  return portalShell({
    title: article.title,
    column: name,
    article: { title: escapedText(article.title), organ },
    body,
  });
}

/** The home page: a few rows of each column, with the dates cut to the month. */
export function homePage(): string {
  const block = (cid: number, count: number) => {
    const rows = inColumn('portal', cid)
      .slice(0, count)
      .map(
        (row) =>
          `<li><span>${row.published.slice(5)}</span><a href="${escaped(pathOf(row))}" title="${escapedText(row.title)}">${escapedText(shortened(row.title))}</a></li>`,
      );
    return `<div class="box"><h3>${portalColumns[cid]?.name}<a class="more" href="${escaped(portalListPath(cid))}">更多&gt;&gt;</a></h3><ul>${rows.join('')}</ul></div>`;
  };
  const body = `<marquee>热烈庆祝云溪镇入选县级乡村振兴示范镇</marquee>
${[3, 5, 6, 9, 8].map((cid) => block(cid, 5)).join('\n')}
<div class="box gk"><h3>政府信息公开</h3><a href="${escaped(paths.guide)}">指南</a><a href="${escaped(paths.rules)}">制度</a><a href="${escaped(paths.statutory)}">法定主动公开内容</a><a href="${escaped(paths.annual)}">年报</a><a href="${escaped(paths.request)}">依申请公开</a><a href="${escaped(paths.catalogue)}">基层政务公开</a><a href="${escaped(listPath(310))}">政策文件</a></div>
<div class="box"><h3>村务公开</h3><a href="/yxz/old/NewsList.aspx?ClassID=15">进入</a></div>
<div class="links">友情链接：<a href="http://www.yunheng.example/">云衡县人民政府</a> <a href="http://xclyw.example/vip">云溪乡村旅游网</a> <a href="/yxz/page.php?pageid=99">便民地图</a></div>`;
  return portalShell({ title: '首页', body });
}

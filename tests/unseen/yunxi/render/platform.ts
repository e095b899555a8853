import { escaped, pathOf, turnedPath, unit } from '../addresses.js';
import { columnOf, leavesOf, tree, type PlatformColumn } from '../content/columns.js';
import { documents, inColumn, interpretations } from '../content/index.js';
import type { Article, DocumentArticle, InterpretationArticle } from '../types.js';
import { bodyOf } from './body.js';
import { escapedText, platformShell } from './shell.js';

const pageSize = 10;
const organs: Record<number, string> = { 1000: '云衡县人民政府', 1106: '云溪镇人民政府', 1107: '青石镇人民政府' };
export const knownUnit = (pid: number) => organs[pid] !== undefined;

function branch(columns: PlatformColumn[], pid: number): string {
  const items = columns.map(({ nid, name, children }) =>
    children
      ? `<li class="open"><i onclick="fold(this)">-</i><a href="node.php?nid=${nid}&pid=${pid}">${name}</a>${branch(children, pid)}</li>`
      : `<li><i></i><a href="node.php?nid=${nid}&pid=${pid}" title="${name}">${name}</a></li>`,
  );
  return `<ul class="tree">${items.join('')}</ul>`;
}
const treeOf = (pid: number) => branch(tree, pid);

const shortened = (title: string) => (title.length > 26 ? `${title.slice(0, 25)}…` : title);

interface Facts {
  index: string;
  number: string;
  issued: string;
  organ: string;
}

/** What the table and the list show, which is not always what is true. */
function shownFacts(article: Article): Facts {
  const row = article as DocumentArticle;
  const isDocument =
    documents.some(({ id, in: generation }) => id === row.id && generation === row.in) || 'twin' in row;
  const organ = article.organ ?? organs[article.pid ?? unit] ?? '';
  if (!isDocument)
    return {
      index: `YH106/${article.published.slice(0, 4)}-1${article.id % 1000}`,
      number: '',
      issued: article.published,
      organ,
    };
  return {
    index: row.index ?? 'null',
    number: row.table?.number ?? row.number ?? '',
    issued: row.table?.issued ?? row.issued ?? '',
    organ,
  };
}

const columnIn = (article: Article, leaves: number[]) => article.columns.find((nid) => leaves.includes(nid)) ?? 0;

function listRow(article: Article, leaves: number[], pid: number): string {
  const { index, number, issued, organ } = shownFacts(article);
  const nid = columnIn(article, leaves);
  const title = escapedText(article.title);
  return `<tr onmouseover="showTip(this)" onmouseout="hideTip(this)"><td>${index}</td>
<td class="mc"><a target="_blank" href="show.php?nid=${nid}&pid=${pid}&id=${article.id}">${escapedText(shortened(article.title))}</a>
<div class="tip" style="display:none"><table><tr><td>索引号：</td><td>${index}</td><td>组配分类：</td><td>${columnOf(nid)?.name ?? ''}</td></tr>
<tr><td>发布机构：</td><td>${organ}</td><td>发文日期：</td><td>${article.published}</td></tr>
<tr><td>名&nbsp;&nbsp;&nbsp;&nbsp;称：</td><td colspan="3">${title}</td></tr>
<tr><td>政策文号：</td><td>${number}</td><td>公开方式：</td><td>主动公开</td></tr></table></div></td>
<td>${number}</td><td>${issued}</td></tr>`;
}

/** The list of a column; a page past the end shows the last one again. */
export function platformList(nid: number, pid: number, asked: number): string | null {
  const column = columnOf(nid);
  if (!column || nid === 371) return null;
  const leaves = leavesOf(nid);
  const found = [
    ...new Map(leaves.flatMap((leaf) => inColumn('platform', leaf, pid)).map((row) => [row.id, row])).values(),
  ];
  found.sort((a, b) => b.published.localeCompare(a.published));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const at = Math.min(Math.max(1, asked || 1), pages);
  const rows = found.slice((at - 1) * pageSize, at * pageSize).map((row) => listRow(row, leaves, pid));
  const to = (page: number) => `node.php?nid=${nid}&pid=${pid}&page=${page}`;
  const options = Array.from({ length: pages }, (_, i) => `<option value="${to(i + 1)}">${i + 1}</option>`).join('');
  const body = found.length
    ? `<table class="gkml" width="100%"><tr class="th"><th width="120">索引号</th><th>名称</th><th width="150">文号</th><th width="90">生成日期</th></tr>
${rows.join('\n')}</table>
<div class="pager">共${found.length}条 第${at}/${pages}页 <a href="${to(1)}">首页</a> <a href="${to(Math.max(1, at - 1))}">上一页</a> <a href="${to(Math.min(pages, at + 1))}">下一页</a> <a href="${to(pages)}">尾页</a> 转到<select onchange="location.href=this.value">${options}</select></div>`
    : '<div class="none">暂无信息！</div>';
  const place = `<div class="wz">当前位置：首页 &gt; 政府信息公开 &gt; ${column.name}</div>`;
  return platformShell({ title: column.name, column: column.name, body: place + body }, treeOf(pid));
}

function factTable(article: Article, nid: number): string {
  const { index, number, issued, organ } = shownFacts(article);
  return `<table class="xxb" width="100%" border="1"><tr><td class="l">索 引 号</td><td>${index}</td><td class="l">组配分类</td><td>${columnOf(nid)?.name ?? ''}</td></tr>
<tr><td class="l">发布机构</td><td>${organ}</td><td class="l">生成日期</td><td>${issued}</td></tr>
<tr><td class="l">文　　号</td><td>${number}</td><td class="l">公开方式</td><td>主动公开</td></tr>
<tr><td class="l">名　　称</td><td colspan="3">${escapedText(article.title)}</td></tr></table>`;
}

/** Links between a policy and its interpretations, as the page of either shows them. */
export function relatedLinks(article: Article): string {
  const told = interpretations.find((row) => row.id === article.id && row.in === article.in);
  if (told) {
    const policy = told.linksToPolicy ? documents.find(({ id }) => id === told.policy) : undefined;
    return policy
      ? `<div class="ywj">文件原文：<a href="${escaped(linkTo(policy))}">${escapedText(policy.title)}</a></div>`
      : '';
  }
  const links = interpretations
    .filter((row) => row.linkedFromPolicy && row.policy === article.id)
    .map((row) => `<li><a href="${escaped(linkTo(row))}">${escapedText(row.title)}</a></li>`);
  return links.length ? `<div class="xgjd"><h4>解读材料</h4><ul>${links.join('')}</ul></div>` : '';
}

const linkTo = (row: DocumentArticle | InterpretationArticle) =>
  row.in === 'platform' ? turnedPath(row.columns[0] ?? 0, unit, row.id) : pathOf(row);

/** A page of the platform; its table stands above, below, or folded below. */
export function platformPage(article: Article, nid: number): string {
  const { table, after } = article as DocumentArticle;
  const at = table?.at ?? 'top';
  const facts = factTable(article, nid);
  const folded = `<div class="zk"><a href="javascript:void(0)" onclick="zhankai()">展开信息属性 ▼</a></div><div id="xxsx" style="display:none">${facts}</div>`;
  const { organ } = shownFacts(article);
  const title = (article.titleHtml ?? article.title).replaceAll('&', '&amp;');
  const body = `<div class="wz">当前位置：政府信息公开 &gt; ${columnOf(nid)?.name ?? ''}</div>
${at === 'top' ? facts : ''}<div class="bt">${title}</div>
<div class="fx">发布日期：${article.published}　${8 + (article.id % 9)}:${10 + (article.id % 47)}　信息来源：${organ}　字体：[<a href="javascript:zt(16)">大</a> <a href="javascript:zt(14)">小</a>]　阅读：<script src="/xxgk/hits.php?id=${article.id}"></script>次</div>
<div class="nr" id="nr">${bodyOf(article)}${after ?? ''}</div>
${relatedLinks(article)}
<div class="dy"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>
${at === 'bottom' ? facts : ''}${at === 'folded' ? folded : ''}`;
  return platformShell(
    {
      title: article.title,
      column: columnOf(nid)?.name ?? '',
      article: { title: escapedText(article.title), organ },
      body,
    },
    treeOf(article.pid ?? unit),
  );
}

export const platformFrame = (title: string, body: string) =>
  platformShell({ title, column: title, body }, treeOf(unit));

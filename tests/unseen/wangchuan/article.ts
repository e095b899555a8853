import { address, column, columnPath, filesOf, home, listed } from './columns.js';
import { article, ARTICLES, readingsOf } from './content/index.js';
import { shown } from './list.js';
import { SITE, sheet } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Article } from './types.js';

/** A line of a body as an editor of the program leaves it. */
function paragraph(line: string): string {
  if (line.startsWith('! ')) return line.slice(2);
  if (line.startsWith('# ')) return `<p style="text-indent:2em"><strong>${line.slice(2)}</strong></p>`;
  if (line.startsWith('^ '))
    return `<p style="text-align:center"><span style="font-family:方正小标宋_GBK">${line.slice(2)}</span></p>`;
  if (line.startsWith('> ')) return `<p style="text-align:right;padding-right:2em">${line.slice(2)}</p>`;
  return `<p style="text-indent:2em"><span style="font-family:仿宋_GB2312;font-size:16pt">${line}</span></p>`;
}

function body(item: Article, page: number): string {
  const pages: string[][] = [[]];
  for (const line of item.body) {
    if (line === '--') pages.push([]);
    else pages.at(-1)?.push(line);
  }
  const path = home(item);
  const turn =
    pages.length > 1
      ? `<div id="pages" align="center">${pages.map((_, at) => (at === page ? `<b>${at + 1}</b>` : `<a href="${at ? path.replace('.html', `_${at + 1}.html`) : path}">${at + 1}</a>`)).join(' ')} <a href="${path.replace('.html', page ? '.html' : '_2.html')}">${page ? '上一页' : '下一页'}</a></div>`
      : '';
  const text = (pages[page] ?? []).map(paragraph).join('\n');
  return `<!--ZJEG_RSS.content.begin--><meta name="ContentStart" /><div id="zoom"><!--<$[信息内容]>begin-->${text}<!--<$[信息内容]>end--></div><meta name="ContentEnd" /><!--ZJEG_RSS.content.end-->${turn}`;
}

const link = (item: Article): string => `<a href="${home(item)}" target="_blank">${shown(item.title)}</a>`;

/** The files beside the body, as their address was typed. */
function attached(item: Article): string {
  const rows = (item.files ?? []).filter(([, path]) => !path.startsWith('inline:'));
  if (rows.length === 0) return '';
  const links = rows.map(
    ([name, path]) => `<p><img src="/module/jslib/icons/word.png" alt="" /><a href="${path}">${name}</a></p>`,
  );
  return `<div class="fj"><strong>附件下载：</strong>${links.join('')}</div>`;
}

/** What the page of a document says of its interpretations, in the three ways the editors have. */
function related(item: Article, how: Article['from']): string {
  const rows = readingsOf(item.id).filter(({ from }) => from === how);
  if (rows.length === 0) return '';
  if (how === 'row') return rows.map(link).join('<br />');
  if (how === 'tail')
    return `<p style="border-top:1px dotted #aaa">相关阅读：</p>${rows.map((row) => `<p>·${link(row)}</p>`).join('')}`;
  const records = rows.map((row) => `<record><![CDATA[<li>${link(row)}</li>]]></record>`).join('');
  return `<div id="xgxx"><script type="text/xml"><datastore><recordset>${records}</recordset></datastore></script></div>
<script>(function(){var b=document.getElementById('xgxx'),t=b.getElementsByTagName('script')[0].text,h='',m,r=/CDATA\\[([\\s\\S]*?)\\]\\]/g;while((m=r.exec(t)))h+=m[1];b.innerHTML='<h4>相关信息</h4><ul>'+h+'</ul>';})();</script>`;
}

function original(item: Article): string {
  const policy = typeof item.policy === 'number' && item.to === 'block' ? article(item.policy) : undefined;
  return policy ? `<p align="center"><a class="ywlink" href="${home(policy)}" title="政策原文">政策原文</a></p>` : '';
}

/** The neighbours in the column: near in time, of no kin in matter. */
function neighbours(item: Article, key: string): string {
  const all = listed(key);
  const at = all.indexOf(item);
  const side = (label: string, other: Article | undefined): string =>
    `<p>${label}：${other ? `<a href="${address(other, key)}">${shown(other.title)}</a>` : '没有了'}</p>`;
  return `<div class="sxp">${side('上一篇', all[at - 1])}${side('下一篇', all[at + 1])}</div>`;
}

const TOOLS = `<div class="tool">【字号：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】　<a href="javascript:window.print()">【打印】</a>　<a href="javascript:window.close()">【关闭】</a></div>`;
const SHARE = `<div class="bdsharebuttonbox"><span>分享到：</span><a href="#" class="bds_weixin" data-cmd="weixin" title="分享到微信"></a><a href="#" class="bds_tsina" data-cmd="tsina" title="分享到新浪微博"></a><a href="#" class="bds_sqq" data-cmd="sqq" title="分享到QQ好友"></a></div>`;

function open(item: Article, key: string): string {
  const given: [string, string][] = [
    ['索 引 号', item.index ?? ''],
    ['主题分类', key === '18808' ? '财政、金融、审计\\财政' : '城乡建设、环境保护\\城乡建设（含住房）'],
    ['发布机构', '市住建局'],
    ['成文日期', item.issued ?? ''],
    ['文　　号', item.number ?? ''],
    ['发布日期', item.published ?? ''],
    ['有效性', item.invalid ?? '有效'],
  ];
  const cells = new Map(given.map(([label, value]) => [label.replace(/\s/g, ''), [label, value] as const]));
  for (const [label, value] of Object.entries(item.cells ?? {}))
    cells.set(label, [cells.get(label)?.[0] ?? label, value]);
  const all = [...cells.values()].map(([label, value]) => `<td class="t">${label}</td><td>${value}</td>`);
  if (all.length % 2) all.push('<td class="t">公开方式</td><td>主动公开</td>');
  const rows = all.flatMap((cell, at) => (at % 2 ? [] : [`<tr>${cell}${all[at + 1]}</tr>`])).join('\n');
  const reading = related(item, 'row');
  const stamp = item.invalid
    ? `<img src="/images/18/${item.invalid === '失效' ? 'shixiao' : 'feizhi'}.png" alt="${item.invalid}" style="float:right" />`
    : '';
  return `<table class="xxgk" width="100%">${rows}${reading ? `<tr><td class="t">相关解读</td><td colspan="3">${reading}</td></tr>` : ''}</table>
${stamp}<h2 align="center"><!--<$[标题名称(html)]>begin-->${shown(item.title)}<!--<$[标题名称(html)]>end--></h2>${TOOLS}
${body(item, 0)}${attached(item)}${related(item, 'tail')}${related(item, 'island')}${SHARE}`;
}

function plain(item: Article, key: string): string {
  const when = `${item.published} ${item.clock ?? '09:12'}`;
  return `<table width="100%" border="0"><tr><td class="title" align="center" style="font-size:24px"><!--<$[标题名称(html)]>begin-->${shown(item.title)}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td align="center" style="color:#888">发布时间：${when}&nbsp;&nbsp;来源：${item.source ?? '本站'}&nbsp;&nbsp;浏览次数：<script language="javascript" src="/module/visitcount/articlehits.jsp?colid=${key}&artid=${item.id}"></script></td></tr></table>${TOOLS}
${body(item, 0)}${attached(item)}${original(item)}${related(item, 'tail')}${related(item, 'island')}${SHARE}${neighbours(item, key)}`;
}

function old(item: Article, key: string, page: number): string {
  return `<TABLE width=960 align=center border=0><TR><TD align=middle><FONT size=2 color=#999999>Notice</FONT><H1>${shown(item.title)}</H1></TD></TR>
<TR><TD align=middle bgColor=#f0f0f0>发布日期：${item.published}&nbsp;浏览次数：<script src="/module/visitcount/articlehits.jsp?colid=${key}&artid=${item.id}"></script>&nbsp;字号：[ <a href="javascript:doZoom(16)">大</a> <a href="javascript:doZoom(14)">中</a> <a href="javascript:doZoom(12)">小</a> ]</TD></TR>
<TR><TD>${body(item, page)}${attached(item)}${related(item, 'tail')}</TD></TR><TR><TD align=right><a href="javascript:window.print()">[Print]</a> <a href="javascript:self.close()">[Close]</a></TD></TR></TABLE>${neighbours(item, key)}`;
}

export function render(item: Article, key: string, page = 0): SiteAnswer {
  const of = column(key);
  const name = of?.name ?? '政府信息公开';
  const html = { open: () => open(item, key), plain: () => plain(item, key), old: () => old(item, key, page) }[
    item.look
  ]();
  const tags: Record<string, string> =
    item.look === 'old'
      ? {}
      : {
          ColumnName: name,
          ColumnType: name,
          ArticleTitle: shown(item.title),
          PubDate: `${item.published} ${item.clock ?? '09:12'}`,
          ContentSource: item.source ?? SITE,
          Keywords: '住房;建设',
        };
  const crumbs: [string, string][] = of ? [[of.name, columnPath(of.key)]] : [];
  return sheet({ title: `${SITE} ${name} ${shown(item.title)}`, tags, crumbs, html });
}

export function articleAt(path: string): SiteAnswer | undefined {
  const found = /^\/art\/\d+\/\d+\/\d+\/art_(\d+)_(\d+)(?:_(\d+))?\.html$/.exec(path);
  const item = found && ARTICLES.find(({ id }) => id === Number(found[2]));
  if (!item || !item.columns.includes(found[1] ?? '')) return undefined;
  if (path.replace(/_\d+\.html$/, '') !== address(item, found[1] ?? '').replace(/_\d+\.html$/, '') && !found[3])
    return undefined;
  const page = Number(found[3] ?? 1) - 1;
  return page > 0 && !item.body.includes('--') ? undefined : render(item, found[1] ?? '', page);
}

/** Where the file of an article hangs, for the server of files. */
export const FILES = new Set(ARTICLES.flatMap((item) => filesOf(item).map(([, path]) => path)));

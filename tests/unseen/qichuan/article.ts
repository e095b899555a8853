import { posix } from 'node:path';
import { byId, items } from './content/index.js';
import { COLUMNS, pathIn, pathOf } from './columns.js';
import { html, oldPage, platformPage, portalPage, sectionPage } from './shell.js';
import { tree } from './tree.js';
import type { SiteAnswer } from '../model.js';
import type { Item } from './types.js';

/** Address of a file of a page, beside the page in its own folder. */
export const fileOf = (item: Item, file: string): string => posix.resolve(posix.dirname(pathOf(item)), file);

const paragraph = (text: string): string => {
  if (text.startsWith('<')) return text;
  if (text.startsWith('>'))
    return `<p style="text-align: right;"><span style="font-family: 仿宋_GB2312; font-size: 16pt;">${text.slice(1)}&nbsp;&nbsp;</span></p>`;
  if (text.startsWith('^'))
    return `<p align="center" style="text-align: center;"><strong>${text.slice(1)}</strong></p>`;
  return `<p style="text-indent: 2em;"><span style="font-size: 16pt;">${text}</span></p>`;
};

/** The body; a page in another folder links to the files where they lie. */
function bodyOf(item: Item, path: string): string {
  const from = posix.dirname(path);
  const near = (file: string): string => {
    const to = posix.relative(from, fileOf(item, file));
    return to.startsWith('.') ? to : `./${to}`;
  };
  const body = item.body.map(paragraph).join('\n');
  const links = (item.files ?? []).map(
    ([name, file]) => `<a href="${near(file)}" target="_blank" download="${name}">${name}</a>`,
  );
  if (links.length === 0 || item.filesBy === 'body') return body;
  if (item.filesBy === 'script')
    return `${body}<div class="fj" id="fjlist"></div><script>
var fujian = '${links.join(';')}';
if (fujian != '') { var f = fujian.split(';'); var s = '<b>相关附件：</b>'; for (var i = 0; i < f.length; i++) s += '<p>' + f[i] + '</p>'; document.getElementById('fjlist').innerHTML = s; }
</script>`;
  return `${body}<p>附件：</p>${links.map((link) => `<p>${link}</p>`).join('')}`;
}

const related = (item: Item): string =>
  item.related
    ? `<div class="xglj"><h3>${item.related.label}</h3><ul>${item.related.ids
        .map((id) => byId(id))
        .map((to) => `<li><a href="${pathOf(to)}" title="${to.title}">${to.title}</a></li>`)
        .join('')}</ul></div>`
    : '';

function tags(item: Item, path: string, pub: string): string {
  const column = COLUMNS.find((one) => path.startsWith(one.path))?.name ?? '';
  return `<meta name="ColumnName" content="${column}"><meta name="ColumnType" content="${column}"><meta name="ArticleTitle" content="${item.title}"><meta name="PubDate" content="${pub}"><meta name="ContentSource" content="${item.organ}"><meta name="Url" content="${path}">`;
}

const heading = (item: Item): string =>
  `<h2 class="xl-title">${item.title}</h2>${item.subtitle ? `<h3 class="xl-sub">${item.subtitle}</h3>` : ''}`;

/** What the page's block shows: as the item has it, where the block says nothing else. */
const blockOf = ({ number = '', index = '', issued = '', organ, block }: Item) => ({
  ...{ number, index, issued, organ },
  ...block,
});

function portal(item: Item, path: string): string {
  const when = `${item.day} ${item.clock ?? '10:30'}`;
  const { number, index, issued, organ } = blockOf(item);
  const isFile = path.startsWith('/zwgk/zcwj/');
  const block = isFile
    ? `<table class="bd1" width="100%"><tr><td class="w1">索 引 号：</td><td>${index}</td><td class="w1">主题分类：</td><td>综合政务\\其他</td></tr><tr><td class="w1">发布机构：</td><td>${organ}</td><td class="w1">生成日期：</td><td>${issued}</td></tr><tr><td class="w1">文　　号：</td><td>${number}</td><td class="w1">有 效 性：</td><td>有效</td></tr></table>`
    : '';
  return portalPage(
    item.title,
    `<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div><div class="xl">${block}${heading(item)}
<div class="xl-info"><span>发布时间：${when}</span><span>来源：${item.organ}</span><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span><span>浏览量：<script src="/visit/count?id=${item.id}"></script></span><a class="tts">听文章</a><audio id="ttsPlayer" preload="none"></audio></div>
<div class="view TRS_UEDITOR trs_paper_default trs_web" id="zoomcon">${bodyOf(item, path)}</div>${related(item)}
<div class="ewm"><p>扫一扫在手机打开当前页</p><img src="/images/ewm.png"></div><div class="jc"><a onclick="jiucuo()">文章纠错</a> <a onclick="window.print()">打印</a> <a onclick="window.close()">关闭</a></div></div>`,
    tags(item, path, when),
  );
}

function platform(item: Item, path: string): string {
  const { number, index, issued, organ } = blockOf(item);
  const row = (...pairs: [string, string][]) =>
    `<tr>${pairs.map(([label, value]) => `<th>${label}</th><td>${value}</td>`).join('')}</tr>`;
  const block =
    index === '-'
      ? row(['发布机构', organ], ['文号', number]) + row(['组配分类', '人事任免'], ['生成日期', issued])
      : row(['索引号', index], ['组配分类', '法定主动公开内容']) +
        row(['发布机构', organ], ['公开日期', item.day]) +
        row(['文号', number], ['生成日期', issued]);
  const plain = ['/xxgkpt/zfxxgknb/'].includes(item.at) || item.organ === '中国政府网';
  return platformPage(
    item.title,
    tree(),
    `<div class="gk-xl">${plain ? '' : `<table class="gk-sx">${block}</table>`}<h1>${item.title}</h1><div class="gk-sj">公开日期：${item.day}　信息来源：${item.organ}</div><div class="trs_editor_view TRS_UEDITOR" id="gkwz">${bodyOf(item, path)}</div>${related(item)}</div>`,
    tags(item, path, `${item.day} ${item.clock ?? '09:00'}`),
  );
}

const section = (item: Item, path: string): string =>
  sectionPage(
    path,
    item.title,
    `<div class="bm-xl">${heading(item)}<p class="bm-info">发布日期：${item.day}　　来源：${item.organ}</p><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-family:宋体;}</style>${bodyOf(item, path)}</div>${related(item)}</div>`,
    tags(item, path, `${item.day} ${item.clock ?? '11:00'}`),
  );

const old = (item: Item, path: string): string =>
  oldPage(
    item.title,
    `<table width="1000" align="center"><tr><td align="center" class="main_ArticleTitle"><font size="5"><b>${item.title}</b></font></td></tr><tr><td align="center" bgcolor="#eeeeee">作者：佚名　文章来源：${item.organ}　点击数：<script src="/Common/GetHits.aspx?ID=${item.id}"></script>　更新时间：${item.day.replace(/-0?/g, '/')}　【字体：小 大】</td></tr><tr><td class="main_tdbg_760" id="MyContent"><div id="fontzoom">${bodyOf(item, path)}</div></td></tr></table>`,
  );

const second = (item: Item, path: string): string =>
  portalPage(
    item.title,
    `<div class="article-box"><table class="xxgk_tab"><tr><td><b>索引号</b></td><td>${item.index}</td><td><b>发文字号</b></td><td>${item.number}</td></tr><tr><td><b>信息来源</b></td><td>${item.organ}</td><td><b>成文日期</b></td><td>${item.issued}</td></tr></table><UCAPTITLE><h2>${item.title}</h2></UCAPTITLE><div class="sj">发布时间：<PUBLISHTIME>${item.day} 09:26:00</PUBLISHTIME></div><div id="UCAP-CONTENT"><UCAPCONTENT>${bodyOf(item, path)}</UCAPCONTENT></div></div>`,
    tags(item, path, '2022-06-18 03:11:27'),
  );

function stub(item: Item): string {
  return `<html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${pathOf(item)}"><title>${item.title}</title></head><body><p>正在跳转，请稍候……</p></body></html>`;
}

function rendered(item: Item, path: string): string {
  if (item.at === 'Item') return old(item, path);
  if (item.at === 'c104512') return second(item, path);
  if (path.startsWith('/xxgkpt/')) return platform(item, path);
  if (path.startsWith('/bmpd/') || path.startsWith('/xzpd/') || item.look === 'section') return section(item, path);
  return portal(item, path);
}

export function articleAt(path: string): SiteAnswer | undefined {
  for (const item of items) {
    if ([item.at, ...(item.mirrors ?? [])].some((at) => pathIn(at, item) === path)) return html(rendered(item, path));
    const copy = item.copies?.find(({ at, id }) => pathIn(at, item, id) === path);
    if (copy) return html(copy.stub ? stub(item) : rendered(item, path));
  }
  return undefined;
}

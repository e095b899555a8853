import { columnKeys, dynamicPath, filePath, infoPath, OWNER, relative } from './addresses.js';
import { bodyHtml } from './body.js';
import { column } from './columns.js';
import { article as byId } from './content/index.js';
import { arabic, padded, slash } from './dates.js';
import { listed } from './list.js';
import { page, REGENERATED, SITE } from './shell.js';
import type { Article, ColumnKey, DocumentArticle } from './types.js';

/** Shown as the value of a label that has none. */
const value = (text: string | null | undefined) => text ?? '';

function metas(article: Article, key: ColumnKey): string {
  if (!article.tags || article.tags === 'none') return '';
  const right = article.tags === 'right';
  return [
    ['SiteName', SITE],
    ['SiteDomain', 'www.boling.example'],
    ['SiteIDCode', '5399990001'],
    ['ColumnName', column(key).name],
    ['ColumnType', right ? '政策文件' : '信息公开'],
    ['ArticleTitle', article.title],
    ['PubDate', right ? value(article.published) : REGENERATED],
    ['ContentSource', value(article.source)],
    ...(right ? [] : [['Maketime', `${REGENERATED}:37`]]),
  ]
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('\n');
}

const clicks = (article: Article) => `<script>_showDynClicks("wbnews", ${OWNER}, ${article.id})</script>`;

function number(doc: DocumentArticle): string {
  return doc.numberShown ?? value(doc.number);
}

function written(doc: DocumentArticle): string {
  return doc.issuedShown ?? (doc.issued ? slash(doc.issued) : '');
}

/** 索引号 and the rest as dl, with entities between the characters. */
function definitionList(doc: DocumentArticle): string {
  const fields: [string, string][] = [
    ['索&ensp;引&ensp;号：', value(doc.index)],
    ['发文机关：', doc.issuer],
    ['发文字号：', number(doc)],
    ['成文日期：', written(doc)],
    ['主题分类：', '综合政务\\其他'],
    ['公开方式：', '主动公开'],
  ];
  return `<dl class="zfxx">${fields.map(([label, text]) => `<dt>${label}</dt><dd>${text}</dd>`).join('')}</dl>`;
}

/** The same as cells, with ideographic or no-break spaces in the labels. */
function cells(doc: DocumentArticle): string {
  const bureau = doc.column === 'bmwj';
  const fields: [string, string][] = bureau
    ? [
        ['信息索引号', value(doc.index)],
        ['文&nbsp;&nbsp;&nbsp;&nbsp;号', number(doc)],
        ['发布机构', doc.issuer],
        ['生成日期', doc.issued ? arabic(doc.issued) : ''],
        ['公开方式', '主动公开'],
        ['公开范围', '面向社会'],
      ]
    : [
        ['索　引　号', value(doc.index)],
        ['文　　　号', number(doc)],
        ['成 文 日 期', doc.issued ? padded(doc.issued) : ''],
        ['公 开 日 期', doc.published ? padded(doc.published) : ''],
        ['发 布 机 构', doc.issuer],
        ['有 效 性', value(doc.validity)],
      ];
  const rows: string[] = [];
  for (let i = 0; i < fields.length; i += 2) {
    const pair = fields.slice(i, i + 2);
    rows.push(
      `<tr>${pair.map(([l, t]) => `<td class="t">${l}：</td><td><span class="zc_con">${t}</span></td>`).join('')}</tr>`,
    );
  }
  return `<table class="zfxx" border="0" cellspacing="0">${rows.join('')}</table>`;
}

/** The line under the heading: another wording in every column, the counter's script inside. */
function infoLine(article: Article, key: ColumnKey): string {
  const source = value(article.source ?? (article.kind === 'document' ? article.issuer : ''));
  const day = article.published;
  const time = day?.slice(11) ?? '';
  const tools =
    '<span class="zh">字号：[<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>]</span>';
  switch (key) {
    case 'gfxwj':
      return `<div class="info"><span>浏览次数：[${clicks(article)}]</span>${tools}</div>`;
    case 'bmwj':
      return `<div class="info">日期：${day ? slash(day) : ''} ${time}&nbsp;&nbsp;点击：[${clicks(article)}]&nbsp;&nbsp;${tools}</div>`;
    case 'tzgg':
      return `<div class="info">${day ? `${padded(day)} ${time}&nbsp;&nbsp;` : ''}来源：${source}&nbsp;&nbsp;(点击：${clicks(article)})</div>`;
    case 'zcjd':
      return `<div class="info"><span>发布日期：${day ? slash(day) : ''}</span><span>信息来源：${source}</span><span>浏览次数：${clicks(article)}</span></div>`;
    default:
      return `<div class="info"><span>发布时间：${day ? slash(day) : ''} ${time}&nbsp;来源：${source}&nbsp;浏览次数：${clicks(article)}次</span>${tools}</div>`;
  }
}

function attachments(article: Article): string {
  const rows = (article.files ?? [])
    .map((file, k) => ({ file, k }))
    .filter(({ file }) => file.place !== 'body')
    .map(
      ({ file, k }) =>
        `<li>附件【<a href="${filePath(article, k)}" target="_blank">${file.name}</a>】已下载<span id="nattach${article.id}${k}"><script>getClickTimes(${article.id}${k},${OWNER},"wbnewsfile","attach")</script></span>次</li>`,
    );
  return rows.length > 0 ? `<div class="fj"><ul style="list-style-type:none;">${rows.join('\n')}</ul></div>` : '';
}

function related(article: Article, from: string): string {
  return (article.related ?? [])
    .map((block) => {
      const items = block.ids.map((id) => {
        const target = byId(id);
        if (!target) throw new Error(`no article ${id}`);
        const to = column(target.column).list === 'dynamic' ? dynamicPath(target) : infoPath(target);
        return `<li><a href="${relative(from, to)}" target="_blank" title="${target.title}">${target.title}</a></li>`;
      });
      return `<div class="xg"${block.hidden ? ' style="display:none"' : ''}><h4>${block.label}</h4><ul>${items.join('')}</ul></div>`;
    })
    .join('\n');
}

function neighbours(article: Article, key: ColumnKey, from: string): string {
  const all = listed(key);
  const at = all.findIndex((item) => item.id === article.id);
  const link = (label: string, other: Article | undefined) =>
    other
      ? `<p>${label}：<a href="${relative(from, infoPath(other, key))}">${other.title}</a></p>`
      : `<p>${label}：没有了</p>`;
  return `<div class="ud">${link('上一条', all[at - 1])}${link('下一条', all[at + 1])}</div>`;
}

export function articleMain(article: Article, key: ColumnKey, from: string): string {
  const doc = article.kind === 'document' ? article : null;
  const head = doc?.head === 'dl' ? definitionList(doc) : doc?.head === 'table' ? cells(doc) : '';
  const heading = article.heading ?? article.title;
  const list = key === 'tzgg' || key === 'gfxwj';
  return `<div class="w arti">
<form name="_newscontent_fromname">
${head}
<h1 align="center">${heading}</h1>
${infoLine(article, key)}
<div style="display:none" tabindex="0" aria-label="正文区,当前为文章正文">正文区,当前为文章正文</div>
<div id="vsb_content${list ? '_2' : ''}" class="content"><div class="v_news_content">
${bodyHtml(article)}
</div></div><div id="div_vote_id"></div>
${attachments(article)}
${related(article, from)}
<div class="share"><span class="bdsharebuttonbox">分享到：<a href="#" class="bds_weixin" title="分享到微信">微信</a> <a href="#" class="bds_tsina" title="分享到新浪微博">微博</a></span>　【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</div>
${key === 'zfxxgkzn' ? '' : neighbours(article, key, from)}
</form></div>`;
}

/** The page of an article under one of its columns. */
export function articlePage(article: Article, key: ColumnKey, from: string): string {
  if (!columnKeys(article).includes(key)) throw new Error(`${article.id} is not in ${key}`);
  const col = column(key);
  return page({
    path: from,
    title: `${article.title}-${SITE}`,
    metas: metas(article, key),
    crumbs: [
      ['首页', '/index.htm'],
      [col.parent.name, `/${col.parent.path}.htm`],
      [col.name, `/${col.path}.htm`],
      ['正文', null],
    ],
    html: articleMain(article, key, from),
    upper: key === 'tzgg' || key === 'gfxwj',
    twoBodies: key === 'tzgg',
  });
}

import { channels, entryOf, isDoc, listOf } from '../content/index.js';
import { chineseDay, day, escape, minute, utc } from '../text.js';
import type { Attachment, Doc, Entry } from '../types.js';
import { listAddress } from './lists.js';
import { crumbs, shell } from './shell.js';

export const attachmentAddress = ({ file, way }: Attachment) =>
  way === 'api' || way === 'script' ? `/api/attachment/download?fid=${file}` : `/attachment/${file}`;

const anchor = (one: Attachment) => {
  const href = one.way === 'script' ? `javascript:downFile('${one.file}')` : attachmentAddress(one);
  return `<a href="${href}" class="attach__link" download><img src="/static/img/icon-file.png" alt="">${escape(one.name)}</a>`;
};

const spaced = (label: string) => (label.length === 2 ? [...label].join('&emsp;&emsp;') : label);

function metadata(doc: Doc): string {
  const rows: [string, string][] = [['索引号', doc.index === undefined ? '' : (doc.index ?? '无')]];
  rows.push(['发文机关', doc.channel === 'sjwj' ? doc.source!.replace('转自：', '') : '双塔市教育和体育局']);
  rows.push(['文号', doc.numberShown ?? doc.number ?? '']);
  rows.push(['成文日期', doc.issuedShown ?? chineseDay(doc.issued!)]);
  rows.push(...(doc.rows ?? []));
  rows.push(['发布日期', `<time datetime="${utc(doc.published)}">${day(doc.published)}</time>`]);
  rows.push(['公开方式', '主动公开']);
  return `<dl class="doc-meta" aria-label="文件信息">${rows.map(([label, value]) => `<div class="doc-meta__row"><dt>${spaced(label)}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

const paragraph = (text: string) => (text.startsWith('<') ? text : `<p>　　${text}</p>`);

function text(entry: Entry): string {
  const inline = (entry.attachments ?? []).filter(({ way }) => way === 'both');
  const lines = entry.body.map(paragraph);
  lines.push(
    ...inline.map((one, i) => `<p>　　附件：${i + 1}.<a href="${attachmentAddress(one)}">${escape(one.name)}</a></p>`),
  );
  const signature = isDoc(entry) ? (entry.signature ?? []) : [];
  lines.push(...signature.map((line) => `<p class="sign" style="text-align: right">${line}</p>`));
  if (entry.layout === 'pdf')
    lines.push(
      `<iframe class="pdf-frame" title="文件全文" src="/static/pdfjs/web/viewer.html?file=${encodeURIComponent(`/attachment/${entry.attachments![0]!.file}`)}"></iframe>`,
    );
  const inner = lines.join('\n');
  return entry.layout === 'wechat'
    ? `<div class="rich_media_area_primary"><div class="rich_media_content" id="js_content"><section data-tool="editor" data-id="99${entry.id}"><section style="margin:10px 0;"><section>${inner}</section></section></section></div></div>`
    : `<div class="article-body" data-role="content">${inner}</div>`;
}

function blocks(entry: Entry): string {
  const files = (entry.attachments ?? []).map(
    (one, i) => `<li><span class="attach__no">${i + 1}</span>${anchor(one)}</li>`,
  );
  const related = (entry.related ?? []).map((id) => {
    const other = entryOf(id)!;
    return `<li><a href="/info/detail/${id}" title="${escape(other.title)}">${escape(other.title)}</a></li>`;
  });
  return [
    files.length > 0 &&
      `<section class="attach" aria-label="附件下载"><h2>附件下载</h2><ul>${files.join('')}</ul></section>`,
    related.length > 0 &&
      `<section class="related" aria-label="相关阅读"><h2>相关阅读</h2><ul>${related.join('')}</ul></section>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Newest of the column beside the article, with dates that are not the article's. */
function aside(entry: Entry): string {
  const others = listOf(entry.channel)
    .filter(({ id }) => id !== entry.id && !(entry.related ?? []).includes(id))
    .slice(0, 3);
  const items = others.map(
    (one) =>
      `<li><a href="${listAddress(one.id, entry.channel)}">${escape(one.title.slice(0, 16))}…</a><time datetime="${utc(one.published)}">${day(one.published)}</time></li>`,
  );
  return `<aside class="side" aria-label="栏目最新"><h2>最新发布</h2><ul>${items.join('')}</ul></aside>`;
}

const badge = (entry: Entry) =>
  isDoc(entry) && entry.badge ? `<span class="tag tag--void">${entry.badge}</span>` : '';

export function detailPage(entry: Entry): string {
  const name = channels[entry.channel];
  const moved = entry.channel === 'lswj';
  const home = ['gfxwj', 'qtwj', 'sjwj', 'lswj'].includes(entry.channel)
    ? '/zcwj/'
    : `/${entry.channel === 'nianbao' ? 'xxgk/nianbao' : entry.channel}/`;
  const metas = {
    ArticleTitle: entry.title,
    PubDate: moved ? '2026-05-20 03:12' : minute(entry.published),
    ContentSource: entry.source ?? '本站',
  };
  const twins = isDoc(entry) && entry.traditional ? `<a href="/tc/detail/${entry.id}" lang="zh-Hant">繁體</a>` : '';
  return shell(
    { title: entry.title, column: name, metas, mobile: `/m/detail/${entry.id}` },
    `${crumbs([home, name], ['#', '正文'])}
<div class="layout"><article class="article" itemscope aria-labelledby="article-title">
${isDoc(entry) && (entry.layout === 'grid' || entry.layout === 'pdf') ? metadata(entry) : ''}
<h1 class="article__title" id="article-title">${escape(entry.title)}${badge(entry)}</h1>
<p class="article__info"><span>来源：${entry.source ?? '本站'}</span><span>发布时间：<time datetime="${utc(entry.published)}">${minute(entry.published)}</time></span><span>浏览：<em data-views="${entry.id}">0</em>次</span>${twins}<a href="javascript:window.print()">打印</a></p>
${text(entry)}
${blocks(entry)}
<p class="share" aria-label="分享到"><a href="javascript:share('wx')">微信</a><a href="javascript:share('wb')">微博</a></p>
</article>${aside(entry)}</div>`,
  );
}

/** 手机版: the same article, smaller. */
export function mobilePage(entry: Entry): string {
  const number =
    isDoc(entry) && entry.layout === 'grid' ? `<p class="no">${entry.numberShown ?? entry.number ?? ''}</p>` : '';
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>${escape(entry.title)}</title><link rel="canonical" href="/info/detail/${entry.id}"></head><body class="m"><div class="m-bar"><a href="/m/">返回</a></div><h2 class="m-title">${escape(entry.title)}</h2><div class="m-time">${minute(entry.published)}</div>${number}${text(entry)}${blocks(entry).replaceAll('/info/detail/', '/m/detail/')}</body></html>`;
}

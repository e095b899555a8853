import { documentPath, filePath, interpretationPath } from '../addresses.js';
import { channelOf, documentsIn, organOf } from '../channels.js';
import { documents, interpretations } from '../content/index.js';
import type { DocumentRow, FileRow, InterpretationRow, PlainRow, ReportRow } from '../types.js';
import { escape, openness, shell } from './shell.js';

const cut = (title: string) => (title.length > 24 ? `${title.slice(0, 22)}…` : title);
const chineseTime = (time: string) => time.replace(/^(\d+)-(\d+)-(\d+)/, '$1年$2月$3日');

/** Page tags of an article: the title is cut by the field's length in the platform. */
const tags = (title: string, published: string, source: string): [string, string][] => [
  ['ArticleTitle', cut(title)],
  ['PubDate', `${published.replace(' ', 'T')}:00+08:00`],
  ['ContentSource', source],
];

export function attributes(row: DocumentRow): [string, string][] {
  const fields: [string, string | null][] = [
    ['索引号', row.index],
    ...(row.extra ?? []),
    ['发文字号', row.number],
    ['发布机构', organOf(row)],
    ['成文日期', row.issued],
    ['主题分类', '综合政务'],
    ['有效性', '有效'],
  ];
  return fields.map(([label, value]) => [label, row.shows?.[label] ?? value ?? ''] as [string, string]);
}

function block(row: DocumentRow, as = row.block): string {
  const fields = attributes(row);
  if (as === 'dl')
    return `<dl class="doc-attr">${fields.map(([label, value]) => `<dt>${label}：</dt><dd>${value}</dd>`).join('')}</dl>`;
  if (as === 'line')
    return `<div class="attr-line">${fields.map(([label, value]) => `<span>${label}：${value}</span>`).join('<i>|</i>')}</div>`;
  if (as === 'script') return '<div id="docAttr" v-cloak></div>';
  if (as === 'none') return '';
  const cells = fields.map(
    ([label, value]) =>
      `<th colspan="1" class="el-descriptions-item__label">${[...label].join('&ensp;')}</th><td colspan="1" class="el-descriptions-item__content">${value}</td>`,
  );
  const lines = cells.flatMap((_, at) =>
    at % 2 ? [] : [`<tr class="el-descriptions-row">${cells.slice(at, at + 2).join('')}</tr>`],
  );
  return `<div class="el-descriptions"><table class="el-descriptions__table"><tbody>${lines.join('')}</tbody></table></div>`;
}

/** The text in chapters, each in a section of its own. */
export function chapters(row: DocumentRow): string[] {
  const made: string[] = [];
  let open = '';
  for (const line of row.body) {
    if (line.startsWith('# ')) {
      made.push(open);
      open = `<h2 class="chapter-hd">${line.slice(2)}</h2>`;
    } else open += line.startsWith('<') ? line : `<p>${line}</p>`;
  }
  return [...made, open].map((html, at) => `<section class="chapter" id="sec-${at}">${html}</section>`);
}

const link = (file: FileRow) => `<a href="${escape(filePath(file))}" target="_blank">${escape(file.name)}</a>`;
const button = (file: FileRow) =>
  `<a href="javascript:void(0)" class="dl" onclick="downloadFile('${escape(filePath(file))}','${escape(file.name)}')">${escape(file.name)}</a>`;

const annex = (files: FileRow[]) =>
  files.length === 0
    ? ''
    : `<div class="annex"><h4>附件下载</h4><ul>${files
        .map(
          (file) =>
            `<li><i class="el-icon-paperclip"></i>${file.as === 'button' ? button(file) : link(file)}<span class="pv" onclick="preview('${file.id}')">在线预览</span></li>`,
        )
        .join('')}</ul></div>`;

function text(row: DocumentRow): string {
  const parts = chapters(row);
  const shown = row.lazyFrom === undefined ? parts : parts.slice(0, row.lazyFrom);
  const nav = row.body.filter((line) => line.startsWith('# '));
  return (
    (nav.length > 0
      ? `<ul class="catalog">${nav.map((line, at) => `<li data-to="sec-${at + 1}">${line.slice(2)}</li>`).join('')}</ul>`
      : '') +
    (row.head ?? '') +
    `<article class="doc-content">${shown.join('')}` +
    (row.lazyFrom === undefined ? '' : `<div data-chapters="${row.id}"><div class="el-loading">加载中…</div></div>`) +
    (row.sign ?? []).map((line) => `<p class="right">${line}</p>`).join('') +
    (row.after ?? '') +
    (row.files ?? [])
      .filter((file) => file.as === 'both')
      .map((file) => `<p>附件：${link(file)}</p>`)
      .join('') +
    '</article>'
  );
}

export const relatedTo = (id: number): InterpretationRow[] =>
  interpretations.filter((row) => row.policy === id && row.linkedFromPolicy);

function related(row: DocumentRow): string {
  if (row.relatedByRequest) return `<div class="relation" data-relation="${row.id}"></div>`;
  const rows = relatedTo(row.id);
  return rows.length === 0
    ? ''
    : `<div class="relation"><h4>相关解读</h4>${rows.map((one) => `<a class="rel" href="${interpretationPath(one.id)}">${one.title}</a>`).join('')}</div>`;
}

const tools =
  '<div class="tools"><span class="fs">字号：大 中 小</span><span>打印</span><span>收藏</span><span class="read">朗读</span><div class="qr"><img src="/_nuxt/img/qr.03ab.png" width="120" height="120" alt="扫一扫在手机打开当前页"></div></div>';

function neighbours(row: DocumentRow): string {
  const rows = documentsIn(row.channels[0] ?? 0);
  const at = rows.indexOf(row);
  const one = (label: string, other: DocumentRow | undefined) =>
    `<p>${label}：${other ? `<a href="${documentPath(other)}">${other.title}</a>` : '没有了'}</p>`;
  return `<div class="near">${one('上一篇', rows[at - 1])}${one('下一篇', rows[at + 1])}</div>`;
}

const hot = () =>
  `<aside class="hot"><h4>热门信息</h4>${documents
    .filter(({ id }) => [1022, 1049, 1110].includes(id))
    .map((row) => `<a href="${documentPath(row)}">${row.title}</a>`)
    .join('')}</aside>`;

export function documentPage(row: DocumentRow, channel: number): string {
  const name = channel === 4010 ? '通知公告' : (channelOf(channel)?.name ?? '政府信息公开制度');
  const portal = channel === 4010;
  const main = `<div class="crumb">当前位置：<a href="/">首页</a> &gt; ${name}</div><div class="detail">${block(row)}
<h1 class="doc-title">${row.titleHtml ?? escape(row.title)}</h1>
<div class="sub"><span>发布时间：${portal ? chineseTime(row.published) : row.published}</span><span>来源：${organOf(row)}</span><span>浏览次数：<i id="pv">--</i></span></div>${tools}
${text(row)}${annex(row.files ?? [])}${related(row)}${neighbours(row)}</div>${hot()}`;
  return shell({
    title: `${row.title} - 槐陵县人民政府`,
    column: name,
    tags: tags(row.title, row.published, organOf(row)),
    // The record as the platform keeps it: its times are of the import, not of the document.
    state: {
      id: row.id,
      attrs: row.block === 'script' ? attributes(row) : [],
      createTime: '2025-06-18 03:22:41',
      updateTime: '2026-06-21 02:00:00',
    },
    main,
  });
}

/** The same document as the policy library shows it. */
export const libraryPage = (row: DocumentRow): string =>
  shell({
    title: `${row.title}_政策文件库`,
    column: '政策文件库',
    tags: tags(row.title, row.published, organOf(row)),
    state: { id: row.id },
    main: `<div class="lib-detail"><h1 class="lib-title">${row.titleHtml ?? escape(row.title)}</h1>${block(row, row.block === 'none' ? 'none' : 'line')}<p class="lib-time">发布日期：${row.published.slice(0, 10)}</p>${text({ ...row, lazyFrom: undefined })}${annex(row.files ?? [])}${related(row)}</div>`,
  });

export function interpretationPage(row: InterpretationRow): string {
  const policy = documents.find(({ id }) => id === row.policy);
  const address = policy ? documentPath(policy) : '';
  const at = interpretations.indexOf(row);
  const near = (label: string, other: InterpretationRow | undefined) =>
    `<p>${label}：${other ? `<a href="${interpretationPath(other.id)}">${other.title}</a>` : '没有了'}</p>`;
  return shell({
    title: `${row.title} - 槐陵县人民政府`,
    column: '政策解读',
    tags: tags(row.title, row.published, '槐陵县人民政府办公室'),
    state: { id: row.id, kind: row.kind, updateTime: '2026-06-21 02:00:00' },
    main: `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zfxxgk/n/3030">政策解读</a></div><div class="detail jd"><h1 class="doc-title">${row.title}</h1>
<div class="sub"><span>发布时间：${row.published}</span><span>来源：槐陵县人民政府办公室</span></div>${tools}<article class="doc-content">${row.html.replaceAll('{policy}', address)}</article>
${row.original && policy ? `<div class="origin-card"><h4>政策原文</h4><a href="${address}">${policy.titleHtml ?? policy.title}</a></div>` : ''}
<div class="near">${near('上一篇', interpretations[at - 1])}${near('下一篇', interpretations[at + 1])}</div></div>`,
  });
}

export const plainPage = (row: PlainRow, column: string): string =>
  shell({
    title: `${row.title} - 槐陵县人民政府`,
    column,
    tags: tags(row.title, row.published, row.source),
    main: `<div class="detail"><h1 class="doc-title">${row.title}</h1><div class="sub"><span>发布时间：${row.published}</span><span>来源：${row.source}</span></div>${tools}<article class="doc-content">${row.body.map((line) => `<p>${line}</p>`).join('')}</article></div>`,
  });

export const reportPage = (row: ReportRow): string =>
  shell({
    title: `${row.title} - 槐陵县人民政府`,
    column: '政府信息公开年报',
    tags: tags(row.title, row.published, '槐陵县人民政府办公室'),
    main: openness(
      0,
      `<h1 class="doc-title">${row.title}</h1><div class="sub"><span>发布时间：${row.published}</span></div><article class="doc-content">${row.html}</article>`,
    ),
  });

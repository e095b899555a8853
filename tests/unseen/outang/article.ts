import { addressesOf, addressOf, COLUMNS, dayOf, KINDS } from './columns.js';
import { ITEMS } from './content/index.js';
import { page, type Tags } from './shell.js';
import type { DocumentItem, Item } from './types.js';
import type { SiteAnswer } from '../model.js';

/** Interpretations that the file's own page lists. */
export const readingsOf = (item: Item): Item[] =>
  ITEMS.filter((one) => one.kind === 'reading' && one.from && one.policy === item.id);

const byId = (id: number): Item => ITEMS.find((one) => one.id === id)!;

function fields({ meta }: Item): string {
  if (!meta) return '';
  const pairs = meta.map(([label, value]) => `<dl><dt>${label}：</dt><dd>${value}</dd></dl>`).join('\n');
  return `<div class="gwxl clearfix">\n${pairs}\n</div>`;
}

function attached(item: Item): string {
  if (item.kind !== 'document' || !item.files || item.loose) return '';
  const rows = item.files.map(
    ([name, path]) =>
      `<li><i class="ico-${path.split('.').at(-1)}"></i><a href="${path}" download="${name}" target="_blank">${name}</a></li>`,
  );
  return `<div class="fj-box"><p class="fj-tit">附件下载</p><ul>${rows.join('\n')}</ul></div>`;
}

/** 政策原文 above an interpretation. */
function original(item: Item): string {
  if (item.kind !== 'reading' || item.to !== true || item.policy === null) return '';
  const policy = byId(item.policy);
  return `<div class="yw-card"><b>政策原文</b><a href="${addressOf(policy)}" target="_blank">${policy.title}</a></div>`;
}

function tabs(item: DocumentItem): string {
  const all = readingsOf(item);
  const pane = (id: string, rows: Item[], none: string): string =>
    `<div class="pane" id="${id}" style="display: none;">${
      rows.length
        ? `<ul>${rows.map((one) => `<li><a href="${addressOf(one)}" target="_blank">${one.title}</a><em>${dayOf(one)}</em></li>`).join('')}</ul>`
        : `<p class="none">${none}</p>`
    }</div>`;
  const older = item.version
    ? `<div class="lsbb"><b>历史版本</b><a href="${addressOf(byId(item.version[1]))}">${item.version[0]}</a></div>`
    : '';
  return `${pane(
    'jd',
    all.filter(({ column }) => column !== 'zcwd'),
    '暂无相关解读',
  )}${pane(
    'wd',
    all.filter(({ column }) => column === 'zcwd'),
    '暂无相关问答',
  )}${older}`;
}

const TABS =
  '<div class="tab-hd"><a href="#yw" class="on">政策原文</a><a href="#jd">政策解读</a><a href="#wd">政策问答</a></div>';

const TYPES: Record<Item['kind'], string> = {
  document: '信息公开',
  reading: '政策解读',
  report: '信息公开',
  other: '工作动态',
};

/** `inLibrary`: the page of the 政策文件库, with tabs; the disclosure platform's page of the same file has none. */
function articlePage(item: Item, inLibrary: boolean): SiteAnswer {
  const column = KINDS[item.column] ?? COLUMNS[item.column] ?? '政策问答';
  const library = item.column in KINDS && item.kind === 'document';
  const pubDate = library && item.issued ? item.issued : `${item.at}:00`;
  const tags: Tags = [
    ['ColumnName', column],
    ['ColumnType', TYPES[item.kind]],
    ['ArticleTitle', item.title],
    ['PubDate', pubDate],
    ['ContentSource', item.source ?? '县政府办公室'],
  ];
  return page(
    item.title,
    column,
    `<div class="xl">${inLibrary ? TABS : ''}
${item.column in KINDS ? fields(item) : ''}
<div class="xl-title" tabindex="0" aria-label="标题：${item.title}">${item.title}</div>
<div class="xl-info"><span>发布时间：${item.at}</span><span>来源：${item.source ?? '县政府办公室'}</span><span>浏览量：<i id="hits">-</i></span>
<span class="tools">字体：[<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>] <a href="javascript:;" onclick="window.print()">打印</a> <a href="javascript:;" onclick="exportFile('pdf')">导出PDF</a> <a href="javascript:;" onclick="exportFile('doc')">导出Word</a></span></div>
${item.column in KINDS ? '' : fields(item)}${original(item)}
<div class="xl-con" id="yw"><p class="wza-tip" style="position: absolute; left: -9999px;">正文区，当前为文章正文</p>${item.body}</div>
${attached(item)}
<div class="xl-sh">初审：×××　复审：×××　终审：×××</div>
<div class="xl-ewm"><img src="/static/img/qr.png" alt="">扫一扫在手机打开当前页</div>
${inLibrary && item.kind === 'document' ? tabs(item) : ''}</div>`,
    tags,
  );
}

export function articleAt(path: string): SiteAnswer | undefined {
  const item = ITEMS.find((one) => addressesOf(one).includes(path));
  return item && articlePage(item, path.startsWith('/zcwjk/'));
}

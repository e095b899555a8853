import { articleOf, inColumn, isDocument } from '../content/index.js';
import { contentPath, paths, pathOf } from '../addresses.js';
import { type Article, type DocumentArticle } from '../types.js';
import { cut, page } from './layout.js';
import { metadataBlock } from './metadata.js';

const chineseDay = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const link = (text: string) =>
  text.replace(
    /\[\[(\w+)\|([^\]]+)\]\]/g,
    (_, id: string, words: string) => `<a href="${pathOf(articleOf(id))}" target="_blank">${words}</a>`,
  );

function line(text: string): string {
  if (text.startsWith('<')) return text;
  if (text.startsWith('@')) return `<p>${text.slice(1)}</p>`;
  if (text.startsWith('=')) return `<p style="text-align: center;">${text.slice(1)}</p>`;
  if (text.startsWith('>')) return `<p style="text-align: right;">${text.slice(1)}</p>`;
  if (/^[一二三四五六七八九十]、[^。]{1,30}$/.test(text))
    return `<p style="text-indent: 2em;"><strong>${text}</strong></p>`;
  return `<p style="text-indent: 2em;">${link(text)}</p>`;
}

function signature(article: DocumentArticle): string[] {
  if (article.sign === undefined) return [];
  const day = article.signedAs ?? (article.issued === null ? '' : chineseDay(article.issued));
  return [`>${article.sign}　　`, ...(day === '' ? [] : [`>${day}　　`])];
}

function bodyLines(article: Article): string[] {
  const lines = article.body.split('\n');
  if (!isDocument(article)) return lines;
  const place = lines.indexOf('--');
  return place < 0
    ? [...lines, ...signature(article)]
    : [...lines.slice(0, place), ...signature(article), ...lines.slice(place + 1)];
}

function attachmentList(article: Article): string {
  if (!article.attachments?.length) return '';
  if (article.meta === 'none')
    return `<div class="fujian"><strong>相关附件：</strong><ul>${article.attachments
      .map(({ name, file }) => `<li><a href="${file}" target="_blank">${name}</a></li>`)
      .join('')}</ul></div>`;
  return article.attachments
    .map(({ name, file }) => {
      const icon = file.endsWith('.docx') ? 'icon_doc' : file.endsWith('.xlsx') ? 'icon_xls' : 'icon_pdf';
      return `<p style="line-height: 16px;"><img style="vertical-align: middle; margin-right: 2px;" src="/assets/ueditor/dialogs/attachment/fileTypeImages/${icon}.gif"/><a style="font-size:14px; color:#0066cc;" href="${file}" title="${name}">${name}</a></p>`;
    })
    .join('');
}

/** The hidden block stands in every page of the disclosure section, mostly empty; a script shows it when it has items. */
function relatedBlock(article: Article): string {
  const items = (article.related ?? [])
    .map(articleOf)
    .map((other) => `<li><a href='${pathOf(other)}' target="_blank">${other.title}</a></li>`)
    .join('');
  const name = article.relatedName ?? '相关链接';
  if (items !== '' && !article.relatedHidden) return `<div class="xg_list"><h3>${name}：</h3><ul>${items}</ul></div>`;
  return `<div class="xxgk_xglj" style="display:none;"><h2>${name}</h2><ul class="xggj">${items}</ul></div>`;
}

const shareBar = `<div class="share_bar"><span>分享到：</span><a href="javascript:void(0)" class="bds_weixin" data-cmd="weixin">微信</a><a href="javascript:void(0)" class="bds_tsina" data-cmd="tsina">微博</a><a href="javascript:window.print()">打印本页</a><a href="javascript:window.close()">关闭窗口</a></div>`;

const sizes =
  '<span class="fontsize">【字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】</span>';

/** Day and time as the line under the title shows them, or nothing where the page shows no day. */
function shownTime(article: Article, label: string): string {
  if (article.published === null) return '';
  return `<span>${label}：${article.published}${article.clock ? `  ${article.clock}` : ''}</span> `;
}

const columnNames: Record<string, [string, string]> = {
  notice: ['通知公告', paths.notices],
  news: ['动态要闻', paths.news],
  topic: ['专题专栏', paths.topics],
  services: ['办事服务', paths.services],
  letters: ['互动交流', paths.interaction],
  surveys: ['互动交流', paths.interaction],
};

function neighbours(article: Article): string {
  const row = inColumn(article.column);
  const at = row.indexOf(article);
  const one = (label: string, other: Article | undefined) =>
    `<p>${label}：${other ? `<a href="${pathOf(other)}">${other.title}</a>` : '没有了'}</p>`;
  return `<div class="sxp">${one('上一篇', row[at - 1])}${one('下一篇', row[at + 1])}</div>`;
}

/** Plain article of the portal: no tags, no block, a box of other news at the side. */
function portalArticle(article: Article, origin: string): string {
  const hot = inColumn('news')
    .filter((other) => other !== article)
    .slice(0, 4);
  const body = `<div class="left_con"><h2 class="bt">${article.title}</h2>
<div class="xx">${shownTime(article, '日期')}<span>来源：${article.source}</span> <span>点击数：<em class="j-hits" data-id="${article.id}">-</em></span> ${sizes}</div>
<div class="nr" id="zoom_con" tabindex="0" aria-label="正文区">
${bodyLines(article).map(line).join('\n')}
</div>
${attachmentList(article)}
${shareBar}
${neighbours(article)}</div>
<div class="right_con"><h3>热点信息</h3><ul>${hot
    .map((other) => `<li><a href="${pathOf(other)}" title="${other.title}">${cut(other.title, 16)}</a></li>`)
    .join('')}</ul></div>`;
  return page({
    origin,
    title: article.title,
    body,
    crumbs: [columnNames[article.column] ?? ['正文', '#'], ['正文', '#']],
  });
}

const leafNames: Record<string, string> = {
  '6721031': '行政规范性文件',
  '6721032': '其他政策文件',
  '6721033': '政策解读',
  '6721034': '规划计划',
  '6721035': '财政预决算',
  '6721036': '人事信息',
  '6721037': '应急管理',
  '6721040': '历史文件',
  annual: '政府信息公开年报',
};
export const leafName = (id: string) => leafNames[id] ?? id;

/** Article of the disclosure section with its block above the title. `twin`: the copy at the portal's address. */
export function articlePage(article: Article, origin: string, twin = false): string {
  if (article.meta === 'none') return portalArticle(article, origin);
  const media = article.body.includes('prism-player') ? ['/assets/js/aliplayer-min.js'] : [];
  const body = `<div class="xxgk_wz">
${metadataBlock(article, leafName(article.column))}
<h1 class="wztit" tabindex="0">${article.shown?.title ?? article.title}</h1>
<div class="wz_info">${shownTime(article, '发布时间')}<span>信息来源：${article.source}</span> <span>浏览次数：<em class="j-hits" data-id="${article.id}">-</em></span> ${sizes}</div>
<div class="j-fontContent wzcon" tabindex="0" aria-label="正文区,当前为文章正文">
<!--文章内容-->
${bodyLines(article).map(line).join('\n')}
${attachmentList(article)}
</div>
${relatedBlock(article)}
${shareBar}
</div>`;
  return page({
    origin,
    title: article.title,
    body,
    crumbs: twin
      ? [
          ['政策文件', paths.policies],
          ['正文', '#'],
        ]
      : [
          ['政府信息公开', paths.disclosure],
          [leafName(article.column), '#'],
          ['正文', '#'],
        ],
    tags: {
      column: { name: leafName(article.column), type: '信息公开' },
      article: {
        title: article.title,
        pubDate: article.shown?.tag ?? (article.published ? `${article.published} ${article.clock ?? '09:00'}` : ''),
        source: article.source,
      },
    },
    scripts: media,
  });
}

/** A row that now belongs to somebody else: an advertisement in another dress. */
const hijackedPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>金鼎娱乐官网-注册送彩金-手机版下载</title></head><body style="background:#111;color:#fc0;text-align:center"><h1>金鼎娱乐 官方网站</h1><p>注册即送彩金 百家乐 电子游艺 体育投注 24小时在线客服</p><p><a href="#">立即注册</a> <a href="#">手机版下载</a> <a href="#">优惠活动</a></p><p>首存100%返利，每日签到抽大奖，提款三分钟到账。</p></body></html>`;

export const strayPage = (kind: 'hijacked' | 'gone', origin: string) =>
  kind === 'hijacked'
    ? hijackedPage
    : page({
        origin,
        title: '提示信息',
        body: `<div class="tips"><h2>抱歉，您访问的信息不存在或已被删除！</h2><p>您可以 <a href="${paths.home}">返回首页</a> 或 <a href="javascript:history.back()">返回上一页</a></p></div>`,
      });

export const strayPath = contentPath;

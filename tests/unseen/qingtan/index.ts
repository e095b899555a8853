import type { SiteAnswer, UnseenSite } from '../model.js';
import * as assets from './assets.js';
import { docs, interpretations } from './data.js';
import { articlePage, documentPage, interpretationPage } from './detail.js';
import { goneNotice } from './docs-notices.js';
import { CSS, JS } from './layout.js';
import * as lists from './lists.js';
import { news } from './news.js';
import { reportBody, reports, reportTitle } from './reports.js';
import * as pages from './static-pages.js';
import { truth } from './truth.js';

const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
const file = (type: string, body: string | Uint8Array): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

const STATIC: Record<string, () => string> = {
  '/': pages.home,
  '/index.html': pages.home,
  '/zfxxgk/': pages.openness,
  '/zfxxgk/zhinan/': pages.guide,
  '/zfxxgk/zhidu/': () => lists.cardList('zhidu'),
  '/zfxxgk/fadingneirong/': pages.statutory,
  '/zfxxgk/nianbao/': lists.annualList,
  '/zfxxgk/yishenqing/': pages.request,
  '/zfxxgk/zcwj/': pages.policies,
  '/zfxxgk/xzfwj/': () => lists.governmentList('2026'),
  '/zfxxgk/xzfwj/2026/': () => lists.governmentList('2026'),
  '/zfxxgk/xzfwj/2025/': () => lists.governmentList('2025'),
  '/zfxxgk/xzfwj/2024/': () => lists.governmentList('2024'),
  '/zfxxgk/bmwj/': lists.departmentList,
  '/zfxxgk/gfxwj/': lists.normativeList,
  '/zfxxgk/ghjh/': () => lists.cardList('ghjh'),
  '/zfxxgk/czyjs/': () => lists.cardList('czyjs'),
  '/zfxxgk/snbt/': () => lists.cardList('snbt'),
  '/zfxxgk/jgzn/': pages.functions,
  '/zfxxgk/ldzc/': pages.leaders,
  '/tzgg/': () => lists.noticeList(1),
  '/tzgg/list_2.html': () => lists.noticeList(2),
  '/qtyw/': () => lists.newsList(1),
  '/qtyw/list_2.html': () => lists.newsList(2),
  '/zcjd/': lists.interpretationHome,
  '/zcjd/wz/': () => lists.interpretationList('wz'),
  '/zcjd/tj/': () => lists.interpretationList('tj'),
  '/zcjd/st/': () => lists.interpretationList('st'),
  '/hdjl/': pages.interaction,
  '/ztzl/': pages.topics,
  '/zjqt/': pages.about,
  '/wzdt/': pages.siteMap,
  '/so/': pages.search,
  [goneNotice.url]: pages.gone,
};

function article(path: string): string | null {
  const doc = docs.find((one) => one.url === path || one.also?.url === path);
  if (doc) return documentPage(doc);
  const interpretation = interpretations.find((one) => one.url === path);
  if (interpretation) return interpretationPage(interpretation);
  const piece = news.find((one) => one.url === path);
  if (piece) return articlePage(piece, ['青坛要闻', '/qtyw/'], '县融媒体中心');
  const report = reports.find((one) => one.url === path);
  if (report) {
    const { url, publishedOn } = report;
    return articlePage(
      { url, publishedOn, title: reportTitle(report), paragraphs: [reportBody(report)] },
      ['政府信息公开年报', '/zfxxgk/nianbao/'],
      '县政府办公室',
    );
  }
  const letter = /^\/hdjl\/xin\/(\d+)\.html$/.exec(path)?.[1];
  return letter ? pages.letterPage(Number(letter)) : null;
}

function asset(path: string): SiteAnswer | null {
  if (path === '/static/qt.css') return file('text/css; charset=utf-8', CSS);
  if (path === '/static/qt.js') return file('application/javascript; charset=utf-8', JS);
  if (path === '/static/zhang.png') return file('image/png', assets.seal());
  if (path.startsWith('/upload/')) return file('image/png', path.endsWith('_fm.png') ? assets.cover() : assets.strip());
  if (path.startsWith('/att/')) {
    return path.endsWith('.pdf')
      ? file('application/pdf', assets.pdf())
      : file('application/octet-stream', assets.office());
  }
  if (path.startsWith('/media/')) return file(path.endsWith('.mp3') ? 'audio/mpeg' : 'video/mp4', new Uint8Array(64));
  return null;
}

/** The pages that stand in a frame: the site's own player, the H5 pages. */
function framed(path: string, query: URLSearchParams): SiteAnswer | null {
  if (path === '/player/') {
    const name = (query.get('v') ?? '').replace(/[^\w-]/g, '');
    return html(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>播放器</title></head><body style="margin:0;background:#000"><video src="/media/${name}.mp4" poster="/upload/${name}_fm.png" controls style="width:100%;height:470px"></video></body></html>`,
    );
  }
  if (path.startsWith('/h5/')) {
    return html(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>H5</title><style>@keyframes f{from{top:0}to{top:300px}}div{position:absolute;left:45%;width:60px;height:60px;border-radius:50%;background:#1b998b;animation:f 2s infinite alternate}</style></head><body><div></div></body></html>`,
    );
  }
  return null;
}

function answer(path: string): SiteAnswer {
  const url = new URL(path, 'http://site.invalid');
  const at = url.pathname;
  const number = (name: string) => Math.max(1, Number.parseInt(url.searchParams.get(name) ?? '1', 10) || 1);
  if (at === '/zfxxgk/xzfbwj/') return html(lists.officeList(number('page')));
  if (at === '/zfxxgk/bmwj/more') return html(lists.departmentMore(number('from')));
  const page = Object.hasOwn(STATIC, at) ? STATIC[at]?.() : article(at);
  if (page) return html(page);
  return asset(at) ?? framed(at, url.searchParams) ?? html(pages.notFound(), 404);
}

export const site: UnseenSite = {
  name: '青坛县人民政府',
  level: '县',
  kind: '政府',
  style:
    'A small local company’s mix: cards and an accordion instead of a column tree, many address dialects in one site, lists as cards with the date in two elements, load-more pieces, a select box as pager, lists by year; metadata as grid, line, folded panel or none; red heads and signatures in the body.',
  asOf: '2026-06-30',
  answer: ({ path }) => answer(path),
  truth,
};

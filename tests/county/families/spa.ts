import type { Column, Entry } from '../model.js';
import { bodyOf } from '../render/blocks.js';
import { footer, header, platform } from '../render/chrome.js';
import { homeMain, isPlatformColumn, opennessPane, pagesOf, plainRow } from '../render/home.js';
import { esc } from '../render/html.js';
import { printBlocks } from '../render/print-blocks.js';
import { guideHtml, requestHtml, townCatalogueHtml } from '../render/standing-pages.js';
import type { View } from '../render/view.js';
import { spaScript } from './spa-script.js';
import type { Family, Paths, Reply } from './family.js';

/**
 * A single-page app: every address answers with the same empty shell, and the content exists only after the script has asked
 * `/api/…` and drawn it. Addresses are real (history routes), so every article can be linked to.
 */

const pageSize = 10;

export const spaPaths: Paths = {
  home: '/',
  openness: '/openness',
  column: (column) => `/column/${column.slug}`,
  entry: (entry) => `/content/${entry.number}`,
  attachment: (entry, index) => `/oss/${entry.number}_${index}.${entry.attachments[index]?.kind ?? 'bin'}`,
};

function shell(view: View): Reply {
  return {
    body: `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(view.unit.name)}</title><meta name="SiteName" content="${esc(view.unit.name)}"><meta name="SiteIDCode" content="${view.unit.siteCode}">
<link rel="stylesheet" href="/static/css/site.css"></head>
<body><noscript>请启用 JavaScript 后浏览本网站。${view.unit.place.notice}</noscript><div id="app"></div><script src="/assets/app.js"></script></body></html>`,
  };
}

function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** 4g: pairs for a definition list. */
function metaPairs(view: View, entry: Entry): [string, string][] {
  if (entry.genre !== 'policy') return [];
  const written = entry.issuedShape === 'metadata' ? (entry.issuedOn ?? '') : '';
  return [
    ['索引号', view.indexNumber(entry)],
    ['发布机构', view.unit.name],
    ['发文日期', written],
    ['文号', entry.documentNumber ?? ''],
    ['分类', '政策文件'],
    ['有效性', '有效'],
  ];
}

function contentAnswer(view: View, entry: Entry): Reply {
  const column = view.columnOf(entry);
  const policy = view.linkedPolicy(entry);
  const related = policy ? [policy] : view.linkedInterpretations(entry);
  return json({
    title: entry.title,
    column: { name: column.name, url: view.href(column) },
    publishTime: entry.publishedOn && `${entry.publishedOn} ${entry.time}`,
    source: view.unit.name,
    meta: metaPairs(view, entry),
    content: printBlocks(bodyOf(view.site, entry)),
    files: view.attachments(entry),
    relatedName: policy ? '政策原文' : '相关解读',
    related: related.map((to) => ({ title: to.title, url: view.paths.entry(to) })),
  });
}

function columnAnswer(view: View, column: Column, page: number): Reply {
  const items = view.items(column);
  const pages = pagesOf(items, pageSize);
  let html: string | null = null;
  if (column.key === 'guide') html = guideHtml(view.unit);
  else if (column.key === 'request') html = requestHtml(view.unit, '/api/apply');
  else if (column.shows === 'page') html = townCatalogueHtml(view.site.catalogueFields);
  return json({
    name: column.name,
    html,
    frame: isPlatformColumn(column) ? platform(view, column, '<div id="pane"></div>') : null,
    total: items.length,
    pages: pages.length,
    page,
    list: (pages[page - 1] ?? []).map((entry) => ({
      title: entry.title,
      url: view.paths.entry(entry),
      date: entry.publishedOn,
    })),
  });
}

export function spaFamily(view: View): Family {
  const { site } = view;
  const row = plainRow(view, 'i');
  const bySlug = (slug: string | undefined) =>
    site.columns.find((column) => column.slug === slug && column.state !== 'missing');
  return {
    paths: view.paths,
    answer({ path, query }) {
      if (path === '/assets/app.js') {
        return { type: 'text/javascript; charset=utf-8', body: spaScript(header(view), footer(view)) };
      }
      if (path === '/api/home') return json({ html: homeMain(view, row) });
      if (path === '/api/openness')
        return json({
          html: `<div class="w" style="padding-top:20px">${platform(view, null, opennessPane(view, row))}</div>`,
        });
      const column = bySlug(/^\/api\/column\/(\w+)$/u.exec(path)?.[1]);
      if (column) return columnAnswer(view, column, Math.max(1, Number(query.get('page') ?? 1)));
      const number = Number(/^\/api\/content\/(\d+)$/u.exec(path)?.[1]);
      const entry = site.entries.find((candidate) => candidate.number === number && candidate.fate === null);
      if (entry) return contentAnswer(view, entry);
      if (path.startsWith('/api/')) return json({ code: 404, msg: '内容不存在' }, 404);
      return path === '/' || path === '/openness' || /^\/(column|content)\/\w+$/u.test(path) ? shell(view) : null;
    },
    // An app knows no lost pages on its server: the shell comes, and the script says that nothing is there.
    lostPage: () => shell(view),
  };
}

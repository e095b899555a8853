import { address, BASE, COLUMNS, instant, listed } from './columns.js';
import { ITEMS } from './content/index.js';
import { moved, page } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Item } from './types.js';

export function articleAt(url: URL): SiteAnswer | undefined {
  const [, id, slash] = /^\/qingping\/a\/(\w+)(\/?)$/.exec(url.pathname) ?? [];
  const item = ITEMS.find((one) => one.id === id);
  if (!item) return undefined;
  if (slash) return moved(`${address(item)}${url.search}`);
  const column = COLUMNS.find((one) => one.id === item.columns[0]);
  const published = instant(item.at).toISOString();
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: item.title,
    datePublished: published,
    dateModified: '2026-06-27T18:00:00.000Z',
  };
  return page(
    item.title,
    '/a/[id]',
    `<nav aria-label="面包屑" class="Crumb_root__l1"><a href="${BASE}">首页</a><a href="c/${column?.id}">${column?.name}</a></nav><article class="Article_root__x9"><h1 class="Article_title__aB3dE">${item.heading ?? item.title}</h1><div class="Byline_root__e5"><span>发布于 <time dateTime="${published}">${item.at}</time></span>${item.changed ? `<span>更新于 ${item.changed}</span>` : ''}<span>${item.office}</span></div>${properties(item)}<div class="Article_body__Zz1 ql-editor">${item.body}</div>${files(item)}${related(item)}</article><aside class="Aside_root__b8"><h2>街道要闻</h2>${listed(
      'news',
    )
      .slice(0, 3)
      .map((one) => `<a href="a/${one.id}">${one.title}</a>`)
      .join('')}</aside>`,
    { article: { id: item.id, title: item.title, publishedAt: instant(item.at).getTime(), content: item.body } },
    `<link rel="canonical" href="https://www.yanchi.example${address(item)}"/><meta property="article:published_time" content="${published}"/><script type="application/ld+json">${JSON.stringify(linked)}</script>`,
  );
}

const properties = ({ meta }: Item): string =>
  meta
    ? `<div class="Meta_grid__a9">${meta.map(([name, value]) => `<div class="Meta_item__b2"><span class="Meta_k__c3">${name}</span><span class="Meta_v__d4">${value}</span></div>`).join('')}</div>`
    : '';

const files = (item: Item): string =>
  item.kind === 'document' && item.files
    ? `<section class="Files_root__o2"><h2>附件</h2>${item.files.map(({ name, path, size }) => `<a class="Files_item__i4" href="${path}" download="${name}"><svg width="16" height="16" aria-hidden="true"><path d="M0 0h16v16H0z"></path></svg><span>${name}</span><small>${size}</small><em>下载</em></a>`).join('')}</section>`
    : '';

const related = ({ related: cards }: Item): string =>
  cards
    ? `<section class="Rel_root__v6"><h2>关联内容</h2>${cards.map(([label, title, to]) => `<a class="LinkCard_root__m3" href="${to}"><span class="LinkCard_tag__j7">${label}</span><strong>${title}</strong></a>`).join('')}</section>`
    : '';

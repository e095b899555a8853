import { column } from './columns.js';
import { bodyHtml } from './body.js';
import { infoPath, filePath } from './addresses.js';
import { slash } from './dates.js';
import { listed } from './list.js';
import { article as byId } from './content/index.js';
import { SITE } from './shell.js';
import type { Article, ColumnKey } from './types.js';

function shell(title: string, html: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no"><link rel="stylesheet" href="/style/style.css">
<script src="/system/resource/js/dynclicks.js"></script></head>
<body class="mobile"><div class="banner"><div class="w"><h2 style="font-size:22px"><a href="/m/index.htm" style="color:#fff">${SITE}</a></h2></div></div>
<div class="w">${html}</div>
<div class="foot"><a href="/index.htm">电脑版</a>|<a href="/m/index.htm">手机版</a><p>主办：博岭县人民政府办公室　网站标识码：5399990001</p></div></body></html>`;
}

function block(key: ColumnKey, size: number): string {
  const items = listed(key)
    .slice(0, size)
    .map(
      (a) =>
        `<li><a href="/m${infoPath(a, key)}">${a.title}</a><span>${a.published ? slash(a.published) : ''}</span></li>`,
    );
  return `<div class="box"><h3>${column(key).name}</h3><ul class="newslist">${items.join('')}</ul></div>`;
}

/** The mobile home page leads to twins of the newest articles. */
export function mobileHome(): string {
  return shell(
    `手机版-${SITE}`,
    block('dtyw', 4) + block('tzgg', 5) + block('xzfwj', 5) + block('xzfbwj', 5) + block('zcjd', 6),
  );
}

function related(article: Article): string {
  const ids = (article.related ?? []).flatMap((b) => b.ids);
  const items = ids.map((id) => {
    const target = byId(id);
    if (!target) throw new Error(`no article ${id}`);
    return `<li><a href="/m${infoPath(target)}">${target.title}</a></li>`;
  });
  return items.length > 0 ? `<div class="xg"><h4>相关链接</h4><ul>${items.join('')}</ul></div>` : '';
}

/** The mobile twin: the same body without the metadata. */
export function mobileArticle(article: Article): string {
  const files = (article.files ?? [])
    .map((file, k) => `<li>附件【<a href="${filePath(article, k)}">${file.name}</a>】</li>`)
    .join('');
  const day = article.published ? slash(article.published) : '';
  return shell(
    `${article.title}-${SITE}`,
    `<div class="arti" style="padding:12px"><h1 style="font-size:20px">${article.title}</h1><div class="info"><span>${day}</span></div>
<div id="vsb_content"><div class="v_news_content">${bodyHtml(article)}</div></div><ul class="fj">${files}</ul>${related(article)}</div>`,
  );
}

import { addresses, home, NAMES, told } from './channels.js';
import { article, ARTICLES, readingsOf } from './content/index.js';
import { oldSheet, sheet } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Article } from './types.js';

function paragraph(line: string, wx: boolean): string {
  if (line.startsWith('! ')) return line.slice(2);
  const [mark, text] = /^[#^>] /.test(line) ? [line[0], line.slice(2)] : ['', line];
  if (wx)
    return `<section style="margin:8px 0;${mark === '>' ? 'text-align:right' : mark === '^' ? 'text-align:center' : 'text-indent:2em'}"><span leaf="">${text}</span></section>`;
  if (mark === '#') return `<h3>${text}</h3>`;
  if (mark === '^') return `<p align=center>${text}</p>`;
  if (mark === '>') return `<p align=right>${text}</p>`;
  return `<p>${text}</p>`;
}

function files({ files: given = [] }: Article): string {
  const rows = given.map(
    ([name, path]) => `<a class="file" href="${path}"><i class="icon-doc"></i>${name}<em>23.5KB</em></a>`,
  );
  return rows.length > 0 ? `<div class="files"><b>附件</b>${rows.join('')}</div>` : '';
}

/** Cards under a document, one array for a script to draw, or nothing. */
function related(item: Article): string {
  const of = (how: Article['from']): Article[] => readingsOf(item.id).filter(({ from }) => from === how);
  const cards = of('card').map(
    (row) => `<a class="rel-card" href="/a/${row.id}"><span class="badge">解读</span>${row.title}</a>`,
  );
  const drawn = of('script');
  const script =
    drawn.length > 0
      ? `<div id="rel"></div><script>var rel=${JSON.stringify(drawn.map((row) => ({ t: row.title, u: `/a/${row.id}` })))};document.getElementById('rel').innerHTML='<b>相关解读</b>'+rel.map(function(r){return '<a class="rel-card" href="'+r.u+'">'+r.t+'</a>'}).join('');</script>`
      : '';
  const policy = typeof item.policy === 'number' && item.to === 'card' ? article(item.policy) : undefined;
  const back = policy
    ? `<a class="rel-card" href="${home(policy)}"><span class="badge">原文</span>查看政策原文</a>`
    : '';
  return cards.join('') + script + back;
}

function chips(item: Article): string {
  const clock = item.clock ?? '09:20';
  const row = item.chips
    ? `<div class="chips">${item.chips.map(([label, value]) => `<span>${label} ${value}</span>`).join('')}</div>`
    : '';
  return `<article><h1>${item.title}</h1><div class="info"><span>${item.source ?? '石榴湾街道'}</span><span>${told(item.published, clock)}</span><span>阅读 ${item.id % 97}</span></div>${row}
<div class="content">${item.body.map((line) => paragraph(line, false)).join('\n')}</div>${files(item)}${related(item)}</article>`;
}

/** As it was copied out of the 公众号: the time is counted from seconds by a script. */
function wx(item: Article): string {
  const seconds = Date.parse(`${item.published}T${item.clock ?? '09:20'}:00+08:00`) / 1000;
  return `<article class="rich_media"><h1 class="rich_media_title" id="activity-name">
${item.title}
</h1><div id="meta_content"><span class="rich_media_meta">原创</span> <a href="javascript:void(0);" id="js_name">石榴湾发布</a> <em id="publish_time" class="rich_media_meta"></em></div>
<div class="rich_media_content" id="js_content">${item.body.map((line) => paragraph(line, true)).join('')}<p style="display:none"><mp-style-type data-value="3"></mp-style-type></p></div>${files(item)}${related(item)}</article>
<script>var ct="${seconds}";(function(){var d=new Date(ct*1000+8*36e5);document.getElementById("publish_time").innerText=d.toISOString().slice(0,16).replace("T"," ")})();</script>`;
}

function pc(item: Article): string {
  const line = [
    item.index && `索引号：${item.index}`,
    item.number && item.index && `文号：${item.number}`,
    item.index && item.issued && `成文日期：${item.issued}`,
    `发布时间：${item.published}`,
  ].filter(Boolean);
  return `<div class="view"><h2>${item.title}</h2><p class="line">${line.join(' | ')}</p><div id="con">${item.body.map((text) => paragraph(text, false)).join('')}</div>${files(item)}</div>`;
}

/** `/a/ID`, `/s/ID` as it is shared, `/pc/view?id=ID` for the first version. */
export function articleAt(path: string): SiteAnswer | undefined {
  const found = /^\/([as])\/(\d+)(?:\?.*)?$/.exec(path);
  const id = Number(found?.[2] ?? /^\/pc\/view\?id=(\d+)$/.exec(path)?.[1]);
  const item = ARTICLES.find((one) => one.id === id);
  if (!item || (item.look === 'pc') !== !found) return undefined;
  if (item.look === 'pc') return oldSheet(item.title, pc(item));
  const made = item.look === 'wx' ? wx(item) : chips(item);
  return sheet({ title: `${item.title} - ${NAMES[item.channels[0] ?? '']}`, html: made, shared: found?.[1] === 's' });
}

export const FILES = new Set(ARTICLES.flatMap((item) => (item.files ?? []).map(([, path]) => path)));
export const PAGES = new Set(ARTICLES.flatMap(addresses));

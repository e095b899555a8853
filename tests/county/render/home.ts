import type { Column, Entry, StandardKey } from '../model.js';
import { cut, esc } from './html.js';
import type { View } from './view.js';

/** How a family writes one row of a list. */
export type RowWriter = (entry: Entry, length: number) => string;

function panel(view: View, key: StandardKey, count: number, row: RowWriter, length: number): string {
  const column = view.column(key);
  const items = view.latest(key, count);
  if (column.state === 'missing' || items.length === 0) return '';
  return `<div class="panel"><div class="panel-head"><h2>${esc(column.name)}</h2><a href="${esc(view.href(column))}">更多&gt;&gt;</a></div><ul class="rows">${items.map((entry) => row(entry, length)).join('\n')}</ul></div>`;
}

function focus(view: View, row: RowWriter): string {
  const items = view.latest('news', 7);
  const [first] = items;
  if (!first) return '';
  const column = view.column('news');
  return `<div class="focus"><figure><img src="/static/img/focus.svg" alt=""><figcaption><a href="${esc(view.paths.entry(first))}">${esc(first.title)}</a></figcaption></figure><div><div class="panel-head"><h2>${esc(column.name)}</h2><a href="${esc(view.href(column))}">更多&gt;&gt;</a></div><ul class="rows">${items.map((entry) => row(entry, 22)).join('\n')}</ul></div></div>`;
}

/** Inside of a home page: focus picture and news, quick entrances, panels, specials, list of units on the portal. */
export function homeMain(view: View, row: RowWriter): string {
  const { unit } = view;
  const quick = view
    .menu()
    .map((link) => `<a href="${esc(link.href)}">${esc(link.name)}</a>`)
    .join('');
  const topic = view.topic();
  const units = (category: string) =>
    view.around.neighbours
      .filter((site) => site.category === category)
      .map((site) => `<a href="${site.url}" target="_blank">${esc(site.name)}</a>`)
      .join('');
  const list =
    unit.key === 'portal'
      ? `<div class="friends"><strong>${unit.place.grade}政府部门：</strong>${units('部门')}<br><strong>乡镇：</strong>${units('街镇')}</div>`
      : '';
  return `<div class="w">${focus(view, row)}
<div class="quick">${quick}</div>
<div class="cols">${panel(view, 'notice', 6, row, 26)}${panel(view, 'policy', 6, row, 26)}</div>
<div class="special"><a href="${view.paths.openness}">政府信息公开</a>${topic ? `<a href="${esc(topic.href)}">${esc(topic.name)}</a>` : ''}</div>
${panel(view, 'interpretation', 6, row, 50)}${list}</div>`;
}

/** Inside of the 政府信息公开 page: what is newest of each kind beside the menu. */
export function opennessPane(view: View, row: RowWriter): string {
  const block = (key: StandardKey) => {
    const column = view.column(key);
    const items = view.latest(key, 6);
    if (items.length === 0) return '';
    return `<div class="panel-head"><h2>${esc(column.name)}</h2><a href="${esc(view.href(column))}">更多&gt;&gt;</a></div><ul class="rows">${items.map((entry) => row(entry, 40)).join('\n')}</ul>`;
  };
  return `<h1 class="lm">政府信息公开</h1>${block('policy')}${block('annual')}`;
}

/** One row with link, whole title in its attribute, and date. */
export function plainRow(view: View, tag: string, bracket = false): RowWriter {
  return (entry, length) => {
    const date = entry.publishedOn ? (bracket ? `[${entry.publishedOn}]` : entry.publishedOn) : '';
    return `<li><a href="${esc(view.paths.entry(entry))}" title="${esc(entry.title)}" target="_blank">${esc(cut(entry.title, length))}</a>${date ? `<${tag}>${date}</${tag}>` : ''}</li>`;
  };
}

/** Splits items into pages; there is always at least one. */
export function pagesOf<T>(items: T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < items.length; at += size) pages.push(items.slice(at, at + size));
  return pages.length ? pages : [[]];
}

export function isPlatformColumn(column: Column): boolean {
  return (
    column.parent !== null ||
    ['guide', 'rules', 'statutory', 'catalogue', 'annual', 'request'].includes(column.key ?? '')
  );
}

import { ago, home, listed, NAMES } from './channels.js';
import { json, sheet } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Article } from './types.js';

export const SIZE = 6;

const badge = (item: Article): string =>
  item.title.includes('公示') ? '公示' : item.title.includes('公告') ? '公告' : '通知';

const card = (item: Article): string =>
  `<a class="card" href="${home(item)}"><span class="t">${ago(item.published)}</span><b>${item.title}</b></a>`;

/** The first six, and a button for the others: its endpoint stands in the script of the page. */
function pressed(channel: string): SiteAnswer {
  const items = listed(channel);
  return sheet({
    title: NAMES[channel] ?? '',
    html: `<div class="crumb">${NAMES[channel]}</div><div id="list">${items.slice(0, SIZE).map(card).join('\n')}</div>
<a class="more" id="more" href="javascript:;">加载更多</a>
<script>
var page = { api: '/api/content/page', channel: '${channel}', pageNo: 1, pageSize: ${SIZE}, total: ${items.length} };
document.getElementById('more').onclick = function () {
  page.pageNo++;
  fetch(page.api + '?channel=' + page.channel + '&pageNo=' + page.pageNo + '&pageSize=' + page.pageSize).then(function (r) { return r.json() }).then(function (res) {
    res.data.records.forEach(function (r) {
      document.getElementById('list').insertAdjacentHTML('beforeend', '<a class="card" href="' + r.linkUrl + '"><span class="t">' + r.showTime + '</span><b>' + r.title + '</b></a>');
    });
    if (page.pageNo * page.pageSize >= res.data.total) document.getElementById('more').innerText = '没有更多了';
  });
};
</script>`,
  });
}

/** Nothing in the page: the first cards are asked for as well, and more of them when the reader comes to the end. */
function scrolled(channel: string): SiteAnswer {
  return sheet({
    title: NAMES[channel] ?? '',
    html: `<div class="crumb">${NAMES[channel]}</div><div id="list"><p class="loading">加载中…</p></div><a class="more" id="more" href="javascript:;" onclick="load()">加载更多</a>
<script>
var no = 0, end = false, box = document.getElementById('list');
function load() {
  if (end) return;
  fetch('/api/content/page?channel=${channel}&pageNo=' + (++no) + '&pageSize=${SIZE}&simple=1').then(function (r) { return r.json() }).then(function (res) {
    if (no === 1) box.innerHTML = '';
    res.data.records.forEach(function (r) {
      box.insertAdjacentHTML('beforeend', '<a class="card" href="/a/' + r.id + '"><span class="t">' + r.showTime + '</span><span class="badge">' + r.tag + '</span><b>' + r.title + '</b></a>');
    });
    if (res.data.records.length < ${SIZE}) { end = true; document.getElementById('more').innerText = '- 到底了 -'; }
  });
}
load();
window.addEventListener('scroll', function () { if (innerHeight + scrollY >= document.body.scrollHeight - 10) load(); });
</script>`,
  });
}

/** `GET /api/content/page?channel=&pageNo=&pageSize=`; with `simple=1` without addresses. */
export function pageApi(path: string): SiteAnswer {
  const query = new URL(path, 'http://host').searchParams;
  const [no, size] = [Number(query.get('pageNo')), Math.min(Number(query.get('pageSize')), 20)];
  const items = listed(query.get('channel') ?? '');
  const records = items.slice((no - 1) * size, no * size).map((item) => ({
    id: item.id,
    title: item.title,
    showTime: ago(item.published),
    ...(query.has('simple') ? { tag: badge(item) } : { linkUrl: home(item), cover: null }),
  }));
  return json({ code: 0, msg: 'success', data: { total: items.length, pageNo: no, pageSize: size, records } });
}

const OUTSIDE: [title: string, url: string, day: string][] = [
  ['一图看懂 | 耕地“非粮化”怎么管', 'https://mp.weixin.qq.com/s/Zx3-slw20260324', '03-24'],
  ['视频 | 石榴湾的这项政策，你享受了吗', 'https://mp.weixin.qq.com/s/Qa7-slw20260116', '01-16'],
];

/** Covers in two columns; two of them leave for the 公众号. */
function covers(channel: string): SiteAnswer {
  const own = listed(channel).map(
    (item) =>
      `<a class="card" href="${home(item)}"><img src="/static/blank.gif" data-original="/upload/cover/${item.id}.jpg"><b>${item.title}</b><time>${ago(item.published)}</time></a>`,
  );
  const away = OUTSIDE.map(
    ([title, url, day]) =>
      `<a class="card" href="${url}"><img src="/static/blank.gif" data-original="/upload/cover/wx.jpg"><b>${title}</b><time>${day}</time></a>`,
  );
  own.splice(5, 0, ...away);
  return sheet({
    title: NAMES[channel] ?? '',
    html: `<div class="crumb">${NAMES[channel]}</div><div class="covers">${own.join('\n')}</div>`,
  });
}

/** All in one page, to be sifted by village. */
function villages(channel: string): SiteAnswer {
  const of = (item: Article): string => /^(?:榴花社区|石榴湾村|西塘村)/.exec(item.title)?.[0] ?? '街道';
  const rows = listed(channel).map(
    (item) =>
      `<li data-v="${of(item)}"><a href="${home(item)}">${item.title}</a> <small>${of(item)} · ${ago(item.published)}</small></li>`,
  );
  return sheet({
    title: NAMES[channel] ?? '',
    html: `<div class="chips" id="sift">${['全部', '街道', '榴花社区', '石榴湾村', '西塘村'].map((name) => `<span onclick="sift('${name}')">${name}</span>`).join('')}</div><ul class="card">${rows.join('\n')}</ul>
<script>function sift(v){document.querySelectorAll('li[data-v]').forEach(function(l){l.hidden=v!=='全部'&&l.dataset.v!==v})}</script>`,
  });
}

export function listAt(path: string): SiteAnswer | undefined {
  if (path.startsWith('/api/content/page?')) return pageApi(path);
  const channel = /^\/c\/(\w+)$/.exec(path)?.[1] ?? '';
  const made = { jdwj: pressed, dt: pressed, tzgg: scrolled, zcjd: covers, cwgk: villages }[channel];
  return made?.(channel);
}

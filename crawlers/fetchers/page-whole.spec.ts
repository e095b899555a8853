import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localFetcher, never, serve, type Loopback } from '../loopback-server.test.js';
import type { RenderWants } from '../model.js';
import { systemClock } from '../politeness/clock.js';
import { BrowserFetcher } from './browser.fetcher.js';
import { findBrowser } from './find-browser.js';
import { userAgent } from './user-agent.js';

const path = findBrowser({ ...(process.env['CHROMIUM_PATH'] ? { CHROMIUM_PATH: process.env['CHROMIUM_PATH'] } : {}) });

/** An application whose data nobody else can read: what it asks for comes in letters of its own. */
const tools = `
  const h = (tag, props, ...kids) => { const el = document.createElement(tag); for (const [k, v] of Object.entries(props)) k.startsWith('on') ? el.addEventListener(k.slice(2), v) : el.setAttribute(k, v); el.append(...kids); return el; };
  const ask = (name) => fetch('/api/' + name, { method: 'POST' }).then((r) => r.text()).then((t) => JSON.parse(t.split('').reverse().join('')));
  const go = (to) => { history.pushState({}, '', to); show(); };
  const title = (kind, n) => '云岭县人民政府关于' + kind + '第' + n + '号事项的通知';
  const app = document.getElementById('app');
  const show = () => { app.replaceChildren(location.pathname.startsWith('/d/') ? h('p', {}, '正文'.repeat(60)) : view()); };
  addEventListener('popstate', show);`;
const page = (script: string) =>
  `<!doctype html><html><head><title>云岭县</title></head><body><div id="app"></div><script>${tools}${script}; show();</script></body></html>`;
const rows = `const rowsOf = (kind, from, to) => Array.from({ length: to - from }, (_, k) => h('li', { class: 'row', onclick: () => go('/d/' + kind + (from + k)) }, h('b', {}, title(kind, from + k)), h('i', {}, '2026-03-' + String(10 + from + k))));`;

/** Pages of three rows, seven in all; where it was is forgotten when it is come back to. */
const turned = `${rows}
  const list = (kind, all) => { let at = 0; const box = h('div', {}); const draw = () => ask('rows').then(() => {
    const last = (at + 1) * 3 >= all, next = h('button', { class: 'btn-next', onclick: () => { at += 1; draw(); } }, '下一页');
    next.disabled = last;
    box.replaceChildren(h('ul', { class: 'list' }, ...rowsOf(kind, at * 3, Math.min(all, (at + 1) * 3))), h('div', { class: 'el-pagination' }, next)); }); draw(); return box; };`;

describe.skipIf(path === null)('what pressing makes a page show (skipped where there is no browser)', () => {
  let server: Loopback;
  let browser: BrowserFetcher;
  beforeAll(async () => {
    server = await serve({
      '/turned': page(`${turned} const view = () => list('甲', 7)`),
      '/tabs': page(
        `${turned} const view = () => { const pane = h('div', { class: 'pane' }), names = ['甲类', '乙类'], bar = h('div', { class: 'tabs' });
           const draw = (on) => { bar.replaceChildren(...names.map((name) => h('span', { class: name === on ? 'on' : '', onclick: () => draw(name) }, name))); pane.replaceChildren(list(on, 4)); };
           draw('甲类'); return h('div', {}, h('ul', { role: 'menubar', class: 'menu' }, h('li', { class: 'active', onclick: () => go('/turned') }, '政策'), h('li', { onclick: () => go('/other') }, '其他')), bar, pane); }`,
      ),
      '/tree': page(
        `${turned} const view = () => { const pane = h('div', { class: 'pane' }); const choose = (cid) => { history.replaceState({}, '', '/tree?cid=' + cid); pane.replaceChildren(list('第' + cid, 2)); };
           const node = (name, cid, ...kids) => h('div', {}, h('div', { class: 'el-tree-node__content', onclick: (event) => { if (cid) return choose(cid); event.currentTarget.after(...kids); } }, name), '');
           choose(1); return h('div', {}, h('div', { class: 'el-tree', role: 'tree' }, node('重点领域', 0, node('社会救助', 2), node('养老服务', 3)), node('人事信息', 1)), pane); }`,
      ),
      '/frame': page(
        `const view = () => { const inner = h('div', { style: 'position:relative;height:600px' }), frame = h('div', { style: 'height:180px;overflow:auto' }, inner);
           const draw = () => { const first = Math.floor(frame.scrollTop / 60); inner.replaceChildren(...Array.from({ length: 4 }, (_, k) => first + k).filter((n) => n < 10).map((n) => h('p', { style: 'margin:0;position:absolute;height:60px;top:' + n * 60 + 'px' }, h('a', { href: '/d/' + n }, title('甲', n))))); };
           frame.addEventListener('scroll', draw); draw(); return frame; }`,
      ),
      '/grows': page(
        `const view = () => { const list = h('ul', {}), foot = h('p', {}, '加载中'); let n = 0;
           new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting) && n < 60) ask('rows').then(() => { for (let k = 0; k < 20; k += 1, n += 1) list.append(h('li', {}, h('a', { href: '/d/' + n }, title('甲', n)), h('div', { style: 'height:40px' }))); foot.replaceWith(foot); list.after(foot); }); }).observe(foot);
           return h('div', {}, list, foot); }`,
      ),
      '/article': page(
        `const view = () => { const body = h('div', { class: 'el-collapse-item' }), head = h('button', { class: 'el-collapse-item__header', 'aria-expanded': 'false', onclick: () => { head.setAttribute('aria-expanded', 'true'); body.append(h('p', {}, '补贴按月发放。')); } }, '补贴什么时候发？'); body.append(head);
           return h('div', {}, h('h1', {}, '补贴办法问答'), body, h('button', { onclick: () => go('/d/1') }, '查看政策原文'), h('p', {}, '补贴申请表.doc', h('button', { onclick: () => open('/file/77') }, '下载')), h('form', {}, h('button', { type: 'button', onclick: () => go('/never') }, '下载'))); }`,
      ),
      '/api/rows': (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(']'.concat('[')),
      '*': page(`const view = () => h('p', {}, '别的页面'.repeat(40))`),
    });
    const fetchers = { documents: localFetcher(), parts: localFetcher() };
    const more = { userAgent: userAgent('0.1.0'), clock: systemClock, totalMs: 60_000 };
    browser = new BrowserFetcher({ executablePath: path ?? '', ...fetchers, ...more });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const shown = async (at: string, wants: RenderWants): Promise<string> => {
    const source = await localFetcher().fetch({ url: server.origin + at, method: 'GET' }, never);
    return Buffer.from((await browser.render(source, never, wants)).body).toString('utf8');
  };
  const linksOf = async (at: string, wants: RenderWants = { what: 'rest' }): Promise<string[]> => {
    const html = await shown(at, wants);
    return [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].map(([, href]) =>
      decodeURI(href!.replace(server.origin, '')),
    );
  };

  it('the pages of a list whose rows bear no link, though the list forgets where it was', async () => {
    expect(await linksOf('/turned')).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `/d/甲${n}`));
    expect(await shown('/turned', { what: 'rest' })).not.toContain('<button class="btn-next"');
  });

  it('the lists of its tabs, and of no menu', async () => {
    expect((await linksOf('/tabs')).sort()).toEqual(
      ['甲类', '乙类'].flatMap((kind) => [0, 1, 2, 3].map((n) => `/d/${kind}${n}`)).sort(),
    );
  });

  it('where the nodes of its tree lead that change the address, those too that others fold away', async () => {
    const links = await linksOf('/tree', { what: 'rest', tree: true });
    expect(links.filter((href) => href.startsWith('/tree'))).toEqual(['/tree?cid=1', '/tree?cid=2', '/tree?cid=3']);
  });

  it('rows in a frame of their own, of which only some are drawn', async () => {
    expect(new Set(await linksOf('/frame'))).toEqual(new Set(Array.from({ length: 10 }, (_, n) => `/d/${n}`)));
  });

  it('rows that come when the end of the page is seen, without pressing anything', async () => {
    expect(await linksOf('/grows', { what: 'data' })).toHaveLength(60);
  });

  it('what an article folds away, and where its buttons lead, but none of a form', async () => {
    expect(await linksOf('/article', { what: 'article' })).toEqual(['/d/1', '/file/77']);
    expect(await shown('/article', { what: 'article' })).toContain('补贴按月发放。');
  });

  it('nothing where there is no more', async () => {
    expect(await linksOf('/other')).toEqual([]);
  });
});

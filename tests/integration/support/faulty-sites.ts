import { createServer as createSecureServer } from 'node:https';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FetchOutcome } from '#evidence';

/** How one page of a site answers in place of what it should show. */
export interface SiteFault {
  name: string;
  outcome: FetchOutcome;
  answer: (request: IncomingMessage, response: ServerResponse, page: string) => void;
  /** Its robots.txt, where it has one. */
  robots?: (path: string) => string;
}

const html = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const mb = 1024 * 1024;
const text = { 'content-type': 'text/html; charset=utf-8' };
const status =
  (code: number, headers: Record<string, string> = {}, body = ''): SiteFault['answer'] =>
  (_, response) =>
    void response.writeHead(code, { ...text, ...headers }).end(body);
const redirect = (location: string) => status(302, { location });
const instead =
  (body: string | Uint8Array, headers: Record<string, string> = {}): SiteFault['answer'] =>
  (_, response) =>
    void response.writeHead(200, { ...text, ...headers }).end(body);

/** Never given out, and without a service of its own: one that was just closed may be another test's the next moment. */
const closedPort = 4;

/** A port of this machine on which nobody answers as a site should. */
export interface Traps {
  brokenTlsPort: number;
  close(): Promise<void>;
}

export async function openTraps(): Promise<Traps> {
  const secure = createSecureServer({});
  return { brokenTlsPort: await listen(secure), close: () => shut(secure) };
}

/** Every way to fail that the closed set of outcomes knows, as real servers do it. */
export function siteFaults(traps: Traps): SiteFault[] {
  return [
    { name: 'a name that is not known', outcome: 'dns', answer: redirect('http://no-such-host.invalid/') },
    {
      name: 'a port that nobody listens on',
      outcome: 'refused',
      answer: redirect(`http://127.0.0.1:${closedPort}/`),
    },
    { name: 'a reset connection', outcome: 'refused', answer: (request) => void request.socket.resetAndDestroy() },
    {
      name: 'less than announced',
      outcome: 'refused',
      answer: (request, response) => {
        response.writeHead(200, { ...text, 'content-length': '5000' });
        response.write('<p>一半', () => request.socket.destroy());
      },
    },
    { name: 'broken TLS', outcome: 'tls', answer: redirect(`https://127.0.0.1:${traps.brokenTlsPort}/`) },
    { name: 'silence', outcome: 'timeout', answer: () => undefined },
    {
      name: 'a slow drip',
      outcome: 'timeout',
      answer: (_, response) => {
        response.writeHead(200, text);
        const drip = setInterval(() => response.write('.'), 100);
        response.on('close', () => clearInterval(drip));
      },
    },
    { name: 'status 401', outcome: 'forbidden', answer: status(401) },
    { name: 'status 403', outcome: 'forbidden', answer: status(403) },
    { name: 'status 404', outcome: 'notFound', answer: status(404) },
    { name: 'status 410', outcome: 'gone', answer: status(410) },
    { name: 'status 429', outcome: 'rateLimited', answer: status(429) },
    { name: 'status 500', outcome: 'serverError', answer: status(500) },
    { name: 'status 503', outcome: 'serverError', answer: status(503) },
    { name: 'a redirect to nowhere', outcome: 'serverError', answer: status(302) },
    {
      name: 'a redirect loop',
      outcome: 'redirectLoop',
      answer: (request, response) => void response.writeHead(302, { location: request.url ?? '' }).end(),
    },
    { name: 'status 412', outcome: 'challenged', answer: status(412, {}, '<script>$_ts={}</script>') },
    {
      name: 'a cookie by a script',
      outcome: 'challenged',
      answer: status(
        521,
        { 'set-cookie': 'a=b' },
        '<script>document.cookie="__jsl_clearance=1";location.reload()</script>',
      ),
    },
    { name: 'a script first', outcome: 'challenged', answer: status(202, {}, '<script src="/challenge.js"></script>') },
    {
      name: 'a captcha',
      outcome: 'challenged',
      answer: instead(html('安全验证', '<p>请完成安全验证后继续访问</p><div id="captcha"></div>')),
    },
    {
      name: 'two gigabytes announced',
      outcome: 'tooLarge',
      answer: (_, response) =>
        void response.writeHead(200, { ...text, 'content-length': String(2048 * mb) }).write('<p>x'),
    },
    {
      name: 'a body without end',
      outcome: 'tooLarge',
      answer: (_, response) => {
        response.writeHead(200, text);
        const pour = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(mb, '<p>x</p>')));
          if (!response.destroyed) response.once('drain', pour);
        };
        pour();
      },
    },
    {
      name: 'a gzip bomb',
      outcome: 'tooLarge',
      answer: instead(gzipSync(Buffer.alloc(64 * mb)), { 'content-encoding': 'gzip' }),
    },
    {
      name: 'a picture',
      outcome: 'notHtml',
      answer: instead(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), { 'content-type': 'image/png' }),
    },
    {
      name: 'a page that says it is not there',
      outcome: 'softNotFound',
      answer: instead(html('页面不存在', '<p>抱歉，您访问的页面不存在或已删除。</p>')),
    },
    { name: 'status 304 that nobody asked for', outcome: 'notModified', answer: status(304) },
    {
      name: 'robots.txt',
      outcome: 'blockedByRobots',
      answer: (_, response, page) => void response.writeHead(200, text).end(page),
      robots: (path) => `User-agent: *\nDisallow: ${path}${path === '/' ? '$' : ''}\n`,
    },
    { name: 'an address of the inner network', outcome: 'blockedByPolicy', answer: redirect('http://10.0.0.1/') },
    { name: 'nothing at all', outcome: 'ok', answer: instead('') },
    {
      name: 'another charset than it says',
      outcome: 'ok',
      // Latin letters alone would be the same in both.
      answer: (_, response, page) => void response.writeHead(200, text).end(inGb18030(page)),
    },
  ];
}

/** The few characters of the pages below in GB18030, by the decoder turned round. */
function inGb18030(page: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !table.has(character)) table.set(character, [high, low]);
    }
  return Uint8Array.from([...page].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (table.get(one) ?? [63]))));
}

export const places = {
  home: '/',
  list: '/zcjd/',
  document: '/zcwj/3.html',
  interpretation: '/zcjd/3.html',
} as const;
export type Place = keyof typeof places;

const days = [1, 2, 3, 4, 5];
const row = (column: string, title: string, day: number) =>
  `<li><a href="/${column}/${day}.html">${title}</a><span>2026-06-0${day}</span></li>`;
const policy = (day: number) => `云岭县人民政府办公室关于做好第${day}批水库巡查工作的通知`;
const interpretation = (day: number) => `《${policy(day)}》政策解读`;
const body = '<p>各乡镇人民政府，县直各部门：现将水库巡查有关事项通知如下，请认真贯彻执行。</p>'.repeat(6);

/** A site whose every policy is interpreted. @param interprets whether its list of interpretations has any. */
function pagesOf(name: string, interprets: boolean): Map<string, string> {
  const nav =
    '<div class="nav"><a href="/zcwj/">政策文件</a><a href="/zcjd/">政策解读</a><a href="/tzgg/">通知公告</a></div>';
  const article = (title: string, day: number, more: string) =>
    html(
      title,
      `<h1>${title}</h1><p>发布日期：2026-06-0${day}</p><p>成文日期：2026年6月${day}日</p><p>云政办发〔2026〕${day}号</p><div id="zoom">${body}${more}</div>`,
    );
  return new Map([
    ['/', html(name, `${nav}<ul>${row('zcwj', policy(1), 1)}</ul><p>欢迎访问${name}网站。</p>`)],
    ['/zcwj/', html('政策文件', `${nav}<ul>${days.map((day) => row('zcwj', policy(day), day)).join('')}</ul>`)],
    [
      '/zcjd/',
      html(
        '政策解读',
        `${nav}<ul>${interprets ? days.map((day) => row('zcjd', interpretation(day), day)).join('') : ''}</ul>`,
      ),
    ],
    ['/tzgg/', html('通知公告', `${nav}<ul>${row('tzgg', '关于召开水库巡查工作会议的公告', 1)}</ul>`)],
    ['/tzgg/1.html', article('关于召开水库巡查工作会议的公告', 1, '')],
    ...days.flatMap((day): [string, string][] => [
      [`/zcwj/${day}.html`, article(policy(day), day, '')],
      ...(interprets
        ? ([
            [`/zcjd/${day}.html`, article(interpretation(day), day, `<a href="/zcwj/${day}.html">${policy(day)}</a>`)],
          ] as [string, string][])
        : []),
    ]),
  ]);
}

export interface FaultySite {
  home: string;
  close(): Promise<void>;
}

/** A site on a port of its own; one page of it is faulty, or none. */
export async function openFaultySite(
  name: string,
  faulty: { path: string; fault: SiteFault } | null,
  interprets = true,
): Promise<FaultySite> {
  const pages = pagesOf(name, interprets);
  const answer: RequestListener = (request, response) => {
    response.on('error', () => undefined);
    const path = request.url ?? '/';
    const page = pages.get(path);
    const rules = path === '/robots.txt' && faulty ? faulty.fault.robots?.(faulty.path) : undefined;
    if (rules !== undefined) response.writeHead(200, { 'content-type': 'text/plain' }).end(rules);
    else if (faulty?.path === path) faulty.fault.answer(request, response, page ?? '');
    else response.writeHead(page === undefined ? 404 : 200, text).end(page ?? '<p>404</p>');
  };
  const server = createServer(answer);
  const home = `http://127.0.0.1:${await listen(server)}/`;
  return { home, close: () => shut(server) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

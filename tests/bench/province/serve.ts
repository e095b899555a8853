import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageOf, provinceSites, type ProvinceSite } from './province-sites.js';

/** What the server saw of one host since it was last asked. */
export interface HostSeen {
  requests: number;
  /** Most requests under way at once. */
  most: number;
  /** Most requests that came within one second; those for robots.txt are counted like others. */
  perSecond: number;
}

// All hosts of the province on one port; `/-/seen` on 127.0.0.1 tells what was seen of each and begins anew.
const sites = new Map(provinceSites(Number(process.argv[2] ?? 100)).map((site) => [site.host, site]));
const seen = new Map<string, HostSeen & { times: number[]; running: number }>();

const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const site = sites.get(host);
  if (!site) {
    if (request.url !== '/-/seen') return void response.writeHead(404).end();
    response.end(JSON.stringify(Object.fromEntries(seen)));
    return seen.clear();
  }
  note(host, response);
  setTimeout(() => answer(site, request, response), site.delayMs);
});
server.listen(0, '0.0.0.0', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

function note(host: string, response: ServerResponse): void {
  const now = performance.now();
  const known = seen.get(host) ?? { requests: 0, most: 0, perSecond: 0, times: [], running: 0 };
  seen.set(host, known);
  known.requests += 1;
  known.running += 1;
  known.most = Math.max(known.most, known.running);
  known.times = [...known.times.filter((time) => now - time < 1000), now];
  known.perSecond = Math.max(known.perSecond, known.times.length);
  response.once('close', () => (known.running -= 1));
}

function answer(site: ProvinceSite, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  const html = { 'content-type': 'text/html; charset=utf-8' };
  if (path === '/robots.txt') {
    const rules = site.fault === 'robots' ? 'User-agent: *\nDisallow: /' : '';
    return void response.writeHead(rules ? 200 : 404, { 'content-type': 'text/plain' }).end(rules);
  }
  const text = pageOf(site, path);
  // A faulty site opens and then fails: its home page is there, what is behind it is not.
  if (site.fault === null || path === '/')
    return void response.writeHead(text === null ? 404 : 200, html).end(text ?? '404');
  switch (site.fault) {
    case 'hangs':
    case 'robots':
      return;
    case 'drops':
      return void request.socket.destroy();
    case 'broken':
      return void response.writeHead(500, html).end('500');
    case 'half':
      response.writeHead(200, { ...html, 'content-length': 100_000 }).write((text ?? '').slice(0, 200));
      return void setTimeout(() => request.socket.destroy(), 20);
    case 'forbidden':
      return void response.writeHead(403, html).end('403');
    case 'challenged':
      return void response.writeHead(412, html).end('<script>document.cookie="a=1"</script>');
    case 'limited':
      return void response.writeHead(429, { ...html, 'retry-after': '1' }).end('429');
    case 'loop':
      return void response.writeHead(302, { location: path }).end();
    case 'huge':
      return void response.writeHead(200, { ...html, 'content-length': 2 ** 31 }).write('<p>');
    case 'file':
      return void response.writeHead(200, { 'content-type': 'application/zip' }).end('PK\u0003\u0004');
    case 'gone':
      return void response.writeHead(410, html).end('410');
    case 'soft':
      return void response.writeHead(200, html).end('<title>404</title><h1>您访问的页面不存在</h1>');
  }
}

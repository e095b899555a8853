import { createServer, type Server, type ServerResponse } from 'node:http';

const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** Pages of one invented bureau: a home page, a list, and its notices. */
function pagesOf(name: string): Record<string, string> {
  const days = [1, 2, 3, 4];
  const row = (day: number) =>
    `<li><a href="/doc/${day}.html">关于做好第${day}批补助发放工作的通知</a><span>2026-06-0${day}</span></li>`;
  return {
    '/': page(name, `<div class="nav"><a href="/tzgg/">通知公告</a></div><p>欢迎访问</p>`),
    '/tzgg/': page('通知公告', `<ul>${days.map(row).join('')}</ul>`),
    ...Object.fromEntries(
      days.map((day) => [
        `/doc/${day}.html`,
        page(
          `关于做好第${day}批补助发放工作的通知`,
          `<h1>关于做好第${day}批补助发放工作的通知</h1><p>发布日期：2026-06-0${day}</p><p>${name}决定发放补助。</p>`,
        ),
      ]),
    ),
  };
}

/** Sites on loopback, one port each, that count what they are asked for. */
export interface Sites {
  /** Home pages in the order of the names. */
  homes: string[];
  /** Requests for pages, as `site path`; robots.txt is not counted. */
  asked: string[];
  /** Called before a page is answered, which it may hold up. */
  before: (site: number, path: string) => Promise<void>;
  close(): Promise<void>;
}

export async function openSites(names: string[]): Promise<Sites> {
  const servers: Server[] = [];
  const sites: Sites = {
    homes: [],
    asked: [],
    before: async () => undefined,
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
  const answer = async (index: number, name: string, path: string, response: ServerResponse) => {
    if (path !== '/robots.txt') sites.asked.push(`${index} ${path}`);
    await sites.before(index, path);
    const text = pagesOf(name)[path];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(text ?? 'not found');
  };
  for (const [index, name] of names.entries()) {
    const server = createServer((request, response) => void answer(index, name, request.url ?? '', response));
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    sites.homes.push(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  }
  return sites;
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bigSitePage, bigSites } from './big-sites.js';

// Every site of argv[2], of argv[3] articles, under an address of its own on one port; nothing is kept.
const sites = new Map(bigSites(Number(process.argv[2]), Number(process.argv[3])).map((site) => [site.host, site]));
const server = createServer((request, response) => {
  const site = sites.get((request.headers.host ?? '').replace(/:\d+$/, ''));
  const page = site ? bigSitePage(site, request.url ?? '/') : null;
  if (page === null) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
});
server.listen(0, '0.0.0.0', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchPages } from './pages.js';

// Runs as a process of its own, so that serving costs the contenders nothing.
const { pages } = benchPages(Number(process.argv[2] ?? 300));
const bodies = new Map([...pages].map(([path, html]) => [path, Buffer.from(html)]));
const server = createServer((request, response) => {
  const body = bodies.get(request.url ?? '');
  if (!body) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

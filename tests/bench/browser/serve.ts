import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Pages as single-page sites have them: an empty frame, a script that asks for the content and fills it in.
const script = `addEventListener('DOMContentLoaded', async () => {
  const n = location.pathname.match(/(\\d+)/)[1];
  const { title, paragraphs } = await (await fetch('/api/article?n=' + n)).json();
  document.title = title;
  document.getElementById('app').innerHTML =
    '<h1>' + title + '</h1><div class="TRS_Editor">' + paragraphs.map((text) => '<p>' + text + '</p>').join('') + '</div>';
});`;
const frame = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>加载中</title><link rel="stylesheet" href="/app.css"><script src="/app.js"></script></head><body><div id="app"></div></body></html>`;
const line = (n: number, k: number): string =>
  `第${k + 1}条　各科室应当按照职责公开第${n}批事项的办理依据、条件、程序和结果，并接受监督。`;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bench.invalid');
  const html = { 'content-type': 'text/html; charset=utf-8' };
  if (/^\/article\/\d+$/.test(url.pathname)) return void response.writeHead(200, html).end(frame);
  if (url.pathname === '/app.js')
    return void response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
  if (url.pathname === '/app.css')
    return void response.writeHead(200, { 'content-type': 'text/css' }).end('p{margin:0}');
  if (url.pathname !== '/api/article') return void response.writeHead(404, html).end('404');
  const n = Number(url.searchParams.get('n'));
  const paragraphs = Array.from({ length: 60 }, (_, k) => line(n, k));
  // As long as a server takes that looks something up.
  setTimeout(() => {
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ title: `关于第${n}批公开事项的通知`, paragraphs }));
  }, 50);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchPages } from '../crawl/pages.js';

// The site of the crawl bench with validators, as real servers give them for files; `/-/asked` tells how often it was asked since.
const { pages } = benchPages(Number(process.argv[2] ?? 300));
const answers = new Map(
  [...pages].map(([path, html]) => {
    const body = Buffer.from(html);
    return [path, { body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` }];
  }),
);
const withValidators = process.argv[3] !== 'without-validators';
let asked = 0;

const server = createServer((request, response) => {
  if (request.url === '/-/asked') {
    response.end(String(asked));
    asked = 0;
    return;
  }
  asked += 1;
  const answer = answers.get(request.url ?? '');
  if (!answer) return void response.writeHead(404).end();
  const validators = withValidators ? { etag: answer.etag } : {};
  if (withValidators && request.headers['if-none-match'] === answer.etag)
    return void response.writeHead(304, validators).end();
  const { body } = answer;
  response
    .writeHead(200, { ...validators, 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
    .end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

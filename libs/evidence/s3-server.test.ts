import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Helpers of the tests beside this file; the name keeps them out of the build. */

export interface SignedRequest {
  method: string;
  /** Path and query as sent. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Checks AWS Signature Version 4 as a server does, written from its description and not from the client's code.
 * @returns null when it holds, else the code of the error.
 */
export function faultOfSignature(
  { method, target, headers, body }: SignedRequest,
  secrets: Record<string, string>,
  now: number,
): string | null {
  const stated =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!stated) return 'AccessDenied';
  const [, account = '', day = '', region = '', names = '', signature = ''] = stated;
  const secret = secrets[account];
  if (secret === undefined) return 'InvalidAccessKeyId';
  const stamp = String(headers['x-amz-date']);
  const time = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(now - time) <= 15 * 60_000) || !stamp.startsWith(day)) return 'RequestTimeTooSkewed';
  const signed = names.split(';');
  const amazon = Object.keys(headers).filter((name) => name.startsWith('x-amz-'));
  if (!['host', ...amazon].every((name) => signed.includes(name))) return 'AccessDenied';
  const content = String(headers['x-amz-content-sha256']);
  if (content !== 'UNSIGNED-PAYLOAD' && content !== createHash('sha256').update(body).digest('hex'))
    return 'XAmzContentSHA256Mismatch';
  const [path = '', query = ''] = target.split('?');
  const canonical = [
    method,
    path,
    query
      .split('&')
      .map((pair) => (pair === '' || pair.includes('=') ? pair : `${pair}=`))
      .map((pair) => pair.replaceAll('+', '%20'))
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    names,
    content,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (above, part) => createHmac('sha256', above).update(part).digest(),
    `AWS4${secret}`,
  );
  const ours = createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(ours, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}

export interface FakeS3 {
  endpoint: string;
  /** By `bucket/key`. */
  objects: Map<string, { bytes: Buffer; putAt: number }>;
  /** `METHOD bucket/key` or `LIST bucket`, in order. */
  asked: string[];
  /** Most requests that were answered at once. */
  most: () => number;
  /** Answers the next requests instead: a status, or `cut` to break the connection. */
  faults: (number | 'cut')[];
  close(): Promise<void>;
}

/** A small S3 on a free port of this machine, buckets in the path or, below `.localhost`, in the host. */
export async function serveS3(
  buckets: string[],
  secrets: Record<string, string>,
  { pageSize = 1000, delayMs = 0 } = {},
): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map();
  const asked: string[] = [];
  const faults: FakeS3['faults'] = [];
  let underWay = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    underWay += 1;
    most = Math.max(most, underWay);
    response.on('close', () => (underWay -= 1));
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const { method = '', url: target = '', headers } = request;
      const body = Buffer.concat(parts);
      if (delayMs > 0) await wait(delayMs);
      const fault = faults.shift();
      if (fault === 'cut') return void request.socket.destroy();
      if (fault !== undefined) return refuse(response, fault, 'SlowDown');
      const wrong = faultOfSignature({ method, target, headers, body }, secrets, Date.now());
      if (wrong) return refuse(response, 403, wrong);
      const url = new URL(target, 'http://s3');
      const below = /^([\w-]+)\.localhost(?::|$)/.exec(headers.host ?? '')?.[1];
      const [, first = '', ...rest] = decodeURIComponent(url.pathname).split('/');
      const bucket = below ?? first;
      const key = below ? [first, ...rest].join('/') : rest.join('/');
      if (!buckets.includes(bucket)) return refuse(response, 404, 'NoSuchBucket');
      answer(response, method, `${bucket}/${key}`, url.searchParams, body);
    });
  });
  const answer = (response: ServerResponse, method: string, name: string, query: URLSearchParams, body: Buffer) => {
    if (query.get('list-type') === '2') {
      asked.push(`LIST ${name}`);
      const begin = name + (query.get('prefix') ?? '');
      const names = [...objects.keys()].filter((one) => one.startsWith(begin)).sort();
      const from = Number(query.get('continuation-token') ?? 0);
      const page = names.slice(from, from + pageSize);
      const next = from + pageSize < names.length ? String(from + pageSize) : null;
      const contents = page.map((one) => {
        const { bytes, putAt } = objects.get(one)!;
        return `<Contents><Key>${one.slice(name.length)}</Key><LastModified>${new Date(putAt).toISOString()}</LastModified><ETag>&quot;x&quot;</ETag><Size>${bytes.length}</Size></Contents>`;
      });
      return void response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(
          `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${next !== null}</IsTruncated>${contents.join('')}${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}</ListBucketResult>`,
        );
    }
    asked.push(`${method} ${name}`);
    if (method === 'PUT') {
      objects.set(name, { bytes: body, putAt: Date.now() });
      return void response.writeHead(200).end();
    }
    const found = objects.get(name);
    if (method === 'DELETE') {
      objects.delete(name);
      return void response.writeHead(204).end();
    }
    if (!found) return refuse(response, 404, 'NoSuchKey');
    const modified = new Date(found.putAt).toUTCString();
    response.writeHead(200, { 'content-length': found.bytes.length, 'last-modified': modified });
    response.end(method === 'HEAD' ? undefined : found.bytes);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    most: () => most,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>…</Message></Error>`);
}

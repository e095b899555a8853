import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userAgent } from './fetchers/user-agent.js';
import { HttpFetcher, type HttpFetcherOptions } from './fetchers/http.fetcher.js';
import { NetworkPolicy } from './fetchers/network-policy.js';
import type { Clock } from './politeness/clock.js';

/** Helpers of the table tests beside this file; the name keeps them out of the build. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  origin: string;
  /** `METHOD /path` of every request but those for robots.txt, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** A real server on a free port of this machine. Paths it does not know are 404. */
export async function serve(pages: Record<string, string | Handler>): Promise<Loopback> {
  const asked: string[] = [];
  const server: Server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    const path = request.url ?? '/';
    if (path !== '/robots.txt') asked.push(`${request.method} ${path}`);
    const page = pages[path] ?? pages['*'];
    response.on('error', () => undefined);
    if (page === undefined || (path === '/robots.txt' && pages[path] === undefined)) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<p>404</p>');
    } else if (typeof page === 'string') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } else page(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Time that passes only by sleeping; `slept` says how long each sleep was. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  private instant = Date.parse('2025-09-01T00:00:00Z');

  now(): number {
    return this.instant;
  }

  sleep(milliseconds: number): Promise<void> {
    this.slept.push(milliseconds);
    this.instant += milliseconds;
    return new Promise((resolve) => setImmediate(resolve));
  }
}

/** A fetcher that may reach this machine. */
export function localFetcher(options: Partial<HttpFetcherOptions> = {}): HttpFetcher {
  return new HttpFetcher({
    policy: new NetworkPolicy('127.0.0.0/8'),
    userAgent: userAgent('0.1.0'),
    now: () => Date.parse('2025-09-01T00:00:00Z'),
    ...options,
  });
}

export const never = new AbortController().signal;

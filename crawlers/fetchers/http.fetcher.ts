import { constants } from 'node:crypto';
import { Agent } from 'undici';
import type { PageRequest } from '#evidence';
import { isSameDomain } from '../frontier/own-hosts.js';
import type { Fetched, Fetcher, Since } from '../model.js';
import { ChainCookies } from './cookies.js';
import { exchange, type Exchange } from './exchange.js';
import { isPass, openGate, type Gate } from './gate.js';
import { isRedirect } from './incoming-answer.js';
import { usualLimits, type FetchLimits } from './limits.js';
import type { NetworkPolicy } from './network-policy.js';
import type { Named } from './outcome-of.js';
import { signpostTarget } from './page-redirect.js';
import { areSendable } from './script-headers.js';

export interface HttpFetcherOptions {
  policy: NetworkPolicy;
  /** See `userAgent()`. */
  userAgent: string;
  /** Now, in milliseconds. */
  now: () => number;
  limits?: Partial<FetchLimits>;
  /** Robots, pace and breaker; without it every request goes out at once. */
  gate?: Gate;
  /** Fetch documents whose text can be read (pdf, docx, xlsx, ofd) whole instead of their first bytes. */
  keepsFiles?: boolean;
}

/** Fetches over HTTP, following redirects by hand so that every address on the way is checked. */
export class HttpFetcher implements Fetcher {
  private readonly limits: FetchLimits;
  private readonly gate: Gate;
  private readonly agent: Agent;

  constructor(private readonly options: HttpFetcherOptions) {
    this.limits = { ...usualLimits, ...options.limits };
    this.gate = options.gate ?? openGate;
    this.agent = new Agent({
      connections: 8,
      pipelining: 1,
      maxHeaderSize: this.limits.maxHeaderBytes,
      headersTimeout: this.limits.headersMs,
      bodyTimeout: this.limits.bodyMs,
      connect: {
        timeout: this.limits.connectMs,
        lookup: options.policy.lookup,
        // Many sites still stand behind gateways that cannot renegotiate safely; pages are public, nothing secret is sent.
        secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
      },
    });
  }

  async fetch(request: PageRequest, signal: AbortSignal, since?: Since): Promise<Fetched> {
    const cookies = new ChainCookies();
    const redirects: string[] = [];
    const been = new Set<string>();
    let current = request;
    let leave: string | undefined;
    for (;;) {
      const sent = stateOf(current, cookies);
      const answer = await this.hop(current, cookies, signal, since);
      leave = answer.leave ?? leave;
      const finish = (named: Named): Fetched => ({
        outcome: named.outcome,
        finalUrl: current.url,
        redirects,
        status: answer.status,
        headers: answer.headers,
        body: answer.body,
        via: 'http',
        fetchedAt: new Date(this.options.now()).toISOString(),
        note: named.note,
        ...(named.final ? { final: true } : {}),
        ...(leave === undefined ? {} : { leave }),
      });
      const next = nextRequest(current, answer);
      if (next === null) return finish(answer);
      if (next === 'nowhere') return finish({ outcome: 'serverError', note: '跳转的去向不是有效的网址' });
      cookies.take(new URL(current.url), answer.setCookie);
      been.add(sent);
      if (been.has(stateOf(next, cookies))) return finish({ outcome: 'redirectLoop', note: `又跳回 ${next.url}` });
      if (redirects.length >= this.limits.maxRedirects)
        return finish({ outcome: 'redirectLoop', note: `连续跳转超过 ${this.limits.maxRedirects} 次` });
      redirects.push(next.url);
      current = next;
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async hop(
    request: PageRequest,
    cookies: ChainCookies,
    signal: AbortSignal,
    since: Since | undefined,
  ): Promise<Exchange> {
    const turnedAway = (named: Named): Exchange => ({
      ...named,
      status: null,
      headers: {},
      setCookie: undefined,
      body: new Uint8Array(),
    });
    const refusal = this.options.policy.refusal(request.url);
    if (refusal !== null) return turnedAway({ outcome: 'blockedByPolicy', note: refusal });
    const url = new URL(request.url);
    const pass = await this.gate.admit(url, signal);
    if (!isPass(pass)) return turnedAway(pass);
    const cookie = cookies.headerFor(url);
    const headers: Record<string, string> = {
      ...(areSendable(request.headers) ? request.headers : {}),
      'user-agent': this.options.userAgent,
      accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
      'accept-language': 'zh-CN,zh;q=0.9',
      'accept-encoding': 'gzip, deflate, br',
      ...(cookie ? { cookie } : {}),
      ...(since ? conditions(request, since) : {}),
      ...(request.contentType ? { 'content-type': request.contentType.replace(/[^\x20-\x7e]/g, '') } : {}),
    };
    const answer = await exchange(this.agent, request, headers, this.limits, signal, this.options.keepsFiles ?? false);
    await pass.release(answer);
    return pass.note === null ? answer : { ...answer, leave: pass.note };
  }
}

/** Only asked of the address that gave the earlier answer: what another one has not changed says nothing. */
function conditions({ url, method }: PageRequest, since: Since): Record<string, string> {
  if (method !== 'GET' || url !== since.url) return {};
  return {
    ...(since.etag === null ? {} : { 'if-none-match': since.etag }),
    ...(since.lastModified === null ? {} : { 'if-modified-since': since.lastModified }),
  };
}

/** Where the answer sends us: null when it is the answer, `nowhere` when it names no address. */
function nextRequest(request: PageRequest, answer: Exchange): PageRequest | 'nowhere' | null {
  if (isRedirect(answer.status)) {
    const location = answer.headers['location'];
    if (!location || !URL.canParse(location, request.url)) return 'nowhere';
    const url = withFragment(new URL(location, request.url), request.url);
    const keepsMethod = answer.status === 307 || answer.status === 308;
    const { headers, ...bare } = request;
    const asked = headers && isSameDomain(url, request.url) ? request : bare;
    return keepsMethod ? { ...asked, url } : { url, method: request.method === 'HEAD' ? 'HEAD' : 'GET' };
  }
  if (answer.outcome !== 'ok' || request.method !== 'GET') return null;
  const target = signpostTarget(answer.body, request.url);
  return target === null || target === request.url ? null : { url: target, method: 'GET' };
}

/** A redirect without fragment keeps the fragment that was asked for, as in browsers; single-page sites route by it. */
function withFragment(target: URL, from: string): string {
  if (target.hash === '') target.hash = new URL(from).hash;
  return target.href;
}

/** The same address with the same cookies again will answer the same again. */
function stateOf(request: PageRequest, cookies: ChainCookies): string {
  const url = new URL(request.url);
  url.hash = '';
  return `${request.method} ${url.href} ${cookies.headerFor(url)}`;
}

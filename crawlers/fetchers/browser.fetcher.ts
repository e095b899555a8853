import { setMaxListeners } from 'node:events';
import { chromium, type Browser, type BrowserContext, type Page, type Route } from 'playwright';
import type { PageRequest } from '#evidence';
import { decodeBody } from '../charset/index.js';
import type { Clock } from '../politeness/clock.js';
import type { Fetched, Fetcher, Renderer } from '../model.js';
import { mimeOf } from './content-kind.js';
import { usualLimits } from './limits.js';
import { Slots } from './slots.js';

export interface BrowserFetcherOptions {
  /** See `findBrowser`. */
  executablePath: string;
  /** Brings every document, with manners: robots, pace and policy hold here as everywhere. */
  documents: Fetcher;
  /** Brings scripts and data of the page; under the same network policy. */
  parts: Fetcher;
  userAgent: string;
  clock: Clock;
  /** Pages open at once; most of their time is spent waiting for quiet. */
  pages?: number;
  /** For one page, milliseconds. */
  totalMs?: number;
}

const args = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
  // The browser itself reaches nothing: every request is answered by us, and what slips past ends at a closed door.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

const quietMs = 400;
const emptyGraceMs = 2500;
const maxNavigations = 3;
const maxParts = 300;
const maxScripts = 200;

/**
 * Renders pages whose source holds no content. The browser has no way to the network of its own: what it asks for is
 * brought by the same fetchers as everything else, so the refusal of private networks holds for every sub-request.
 * Cookies set by scripts are never sent, so no challenge is passed by accident.
 */
export class BrowserFetcher implements Renderer {
  private browser: Promise<Browser> | null = null;
  private readonly slots: Slots;
  private readonly scripts = new Map<string, Promise<Fetched>>();
  private closed = false;

  constructor(private readonly options: BrowserFetcherOptions) {
    this.slots = new Slots(options.pages ?? 4);
  }

  async fetch(request: PageRequest, signal: AbortSignal): Promise<Fetched> {
    const source = await this.options.documents.fetch(request, signal);
    return source.outcome === 'ok' && request.method === 'GET' ? this.render(source, signal) : source;
  }

  async render(source: Fetched, signal: AbortSignal): Promise<Fetched> {
    return this.slots.run(async () => {
      const first = await this.attempt(source, signal);
      // A browser that crashed is started anew, once.
      return first.crashed && !signal.aborted ? (await this.attempt(source, signal)).fetched : first.fetched;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.restart();
    await this.options.parts.close();
    await this.options.documents.close();
  }

  private async attempt(source: Fetched, signal: AbortSignal): Promise<{ fetched: Fetched; crashed: boolean }> {
    const failed = (outcome: 'timeout' | 'refused', note: string): Fetched => ({
      ...source,
      outcome,
      note,
      body: new Uint8Array(),
      via: 'browser',
    });
    let context: BrowserContext | null = null;
    const late = new AbortController();
    // Every request of the page listens to it.
    setMaxListeners(0, late.signal);
    try {
      const browser = await this.launch();
      context = await browser.newContext({
        userAgent: this.options.userAgent,
        locale: 'zh-CN',
        serviceWorkers: 'block',
        acceptDownloads: false,
      });
      const view = await PageView.open(context, source, this.options, this.scripts, late.signal);
      const limit = this.options.clock.sleep(this.options.totalMs ?? 30_000, late.signal).then(() => null);
      const fetched = await Promise.race([view.content(), limit, whenAborted(signal, late.signal)]);
      if (fetched === null) {
        await this.restart();
        return { fetched: failed('timeout', '浏览器没有在限定时间内显示完'), crashed: false };
      }
      return { fetched, crashed: false };
    } catch (error) {
      await this.restart();
      return { fetched: failed('refused', `浏览器出错：${oneLine(error)}`), crashed: true };
    } finally {
      late.abort();
      await context?.close().catch(() => undefined);
    }
  }

  private launch(): Promise<Browser> {
    if (this.closed) return Promise.reject(new Error('已经关闭'));
    this.browser ??= chromium.launch({
      executablePath: this.options.executablePath,
      args,
      // Chromium's sandbox does not work as root; for everyone else it stays on.
      chromiumSandbox: process.getuid?.() !== 0,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: plainEnvironment(),
    });
    return this.browser;
  }

  private async restart(): Promise<void> {
    const old = this.browser;
    this.browser = null;
    await old?.then((browser) => browser.close()).catch(() => undefined);
  }
}

/** One page under one source: answers its requests and waits until it is quiet. */
class PageView {
  private underWay = 0;
  private asked = 0;
  private navigations = 0;
  private lastActivity: number;
  private crashed = false;

  private constructor(
    private readonly page: Page,
    private readonly source: Fetched,
    private readonly options: BrowserFetcherOptions,
    private readonly scripts: Map<string, Promise<Fetched>>,
    private readonly signal: AbortSignal,
  ) {
    this.lastActivity = options.clock.now();
  }

  static async open(
    context: BrowserContext,
    source: Fetched,
    options: BrowserFetcherOptions,
    scripts: Map<string, Promise<Fetched>>,
    signal: AbortSignal,
  ): Promise<PageView> {
    const page = await context.newPage();
    const view = new PageView(page, source, options, scripts, signal);
    await context.route('**/*', (route) => view.answer(route));
    await context.routeWebSocket('**/*', (socket) => socket.close());
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    page.on('crash', () => (view.crashed = true));
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    return view;
  }

  async content(): Promise<Fetched> {
    await this.page.goto(this.source.finalUrl, {
      waitUntil: 'domcontentloaded',
      timeout: this.options.totalMs ?? 30_000,
    });
    const begun = this.options.clock.now();
    while (!this.signal.aborted && !(await this.isDone(begun))) await this.options.clock.sleep(100, this.signal);
    if (this.crashed) throw new Error('页面崩溃');
    const body = Buffer.from(await this.page.content(), 'utf8');
    const tooLarge = body.byteLength > usualLimits.maxBytes;
    return {
      ...this.source,
      outcome: tooLarge ? 'tooLarge' : 'ok',
      finalUrl: this.page.url(),
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: tooLarge ? new Uint8Array() : body,
      via: 'browser',
      fetchedAt: new Date(this.options.clock.now()).toISOString(),
      note: null,
    };
  }

  private async isDone(begun: number): Promise<boolean> {
    const now = this.options.clock.now();
    if (this.crashed) return true;
    if (this.underWay > 0 || now - this.lastActivity < quietMs) return false;
    if (now - begun > emptyGraceMs) return true;
    // Some apps wait a moment before they ask for their data.
    const letters = await this.page.evaluate('document.body ? document.body.innerText.trim().length : 0');
    return Number(letters) > 80;
  }

  private async answer(route: Route): Promise<void> {
    this.underWay += 1;
    try {
      await this.serve(route);
    } catch {
      await route.abort('failed').catch(() => undefined);
    } finally {
      this.underWay -= 1;
      this.lastActivity = this.options.clock.now();
    }
  }

  private async serve(route: Route): Promise<void> {
    const request = route.request();
    const kind = request.resourceType();
    const isDocument = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
    this.asked += 1;
    if (isDocument) {
      this.navigations += 1;
      if (this.navigations === 1) return fulfil(route, asUtf8(this.source));
      if (this.navigations > maxNavigations) return route.abort('blockedbyclient');
      return fulfil(
        route,
        asUtf8(await this.options.documents.fetch({ url: request.url(), method: 'GET' }, this.signal)),
      );
    }
    if (kind === 'stylesheet') return route.fulfill({ status: 200, contentType: 'text/css', body: '' });
    const method = request.method();
    const wanted = kind === 'script' || kind === 'xhr' || kind === 'fetch' || kind === 'document';
    if (!wanted || this.asked > maxParts || (method !== 'GET' && method !== 'POST'))
      return route.abort('blockedbyclient');
    if (kind === 'script' && method === 'GET') return fulfil(route, asUtf8(await this.script(request.url())));
    const contentType = request.headers()['content-type'];
    const body = request.postData() ?? undefined;
    return fulfil(
      route,
      await this.options.parts.fetch(
        {
          url: request.url(),
          method,
          ...(body === undefined ? {} : { body }),
          ...(contentType ? { contentType } : {}),
        },
        this.signal,
      ),
    );
  }

  /** The scripts of an app are the same on all its pages: asked for once. */
  private script(url: string): Promise<Fetched> {
    const known = this.scripts.get(url);
    if (known) return known;
    if (this.scripts.size >= maxScripts) this.scripts.clear();
    const asked = this.options.parts.fetch({ url, method: 'GET' }, this.signal).then((answer) => {
      if (answer.outcome !== 'ok') this.scripts.delete(url);
      return answer;
    });
    this.scripts.set(url, asked);
    return asked;
  }
}

/** We decide the encoding, as for every page; a browser left alone guesses by its own language. */
function asUtf8(answer: Fetched): Fetched {
  const declared = answer.headers['content-type'] ?? null;
  const { text } = decodeBody(answer.body, declared);
  const contentType = `${mimeOf(declared ?? undefined) || 'text/html'}; charset=utf-8`;
  return { ...answer, headers: { ...answer.headers, 'content-type': contentType }, body: Buffer.from(text, 'utf8') };
}

async function fulfil(route: Route, answer: Fetched): Promise<void> {
  if (answer.status === null || answer.outcome === 'tooLarge' || answer.outcome === 'notHtml')
    return route.abort(answer.outcome === 'blockedByPolicy' ? 'blockedbyclient' : 'failed');
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(
      ([name]) =>
        !/^(content-(encoding|length)|transfer-encoding|connection|keep-alive|strict-transport-security|location)$/i.test(
          name,
        ),
    ),
  );
  return route.fulfill({ status: answer.status, headers, body: Buffer.from(answer.body) });
}

/** Resolves when `signal` is aborted; stops listening when `over` is. */
function whenAborted(signal: AbortSignal, over: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    const done = (): void => {
      signal.removeEventListener('abort', done);
      resolve(null);
    };
    if (signal.aborted) return resolve(null);
    signal.addEventListener('abort', done);
    over.addEventListener('abort', done, { once: true });
  });
}

/** What a browser needs of the environment; secrets of the server are none of it. */
function plainEnvironment(): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'TMPDIR',
    'XDG_RUNTIME_DIR',
    'FONTCONFIG_PATH',
    'SYSTEMROOT',
    'TEMP',
    'TMP',
  ];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])),
  );
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}

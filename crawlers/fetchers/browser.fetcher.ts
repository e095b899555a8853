import { setMaxListeners } from 'node:events';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import type { PageRequest } from '#evidence';
import { Slots } from '#kernel';
import type { Fetched, Renderer, RenderWants } from '../model.js';
import { PageView, type PageViewOptions, timeOf } from './page-view.js';

export interface BrowserFetcherOptions extends PageViewOptions {
  /** See `findBrowser`. */
  executablePath: string;
  userAgent: string;
  /** Pages open at once; most of their time is spent waiting for quiet. */
  pages?: number;
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

  async render(source: Fetched, signal: AbortSignal, wants?: RenderWants): Promise<Fetched> {
    return this.slots.run(async () => {
      const first = await this.attempt(source, signal, wants);
      // A browser that crashed is started anew, once.
      return first.crashed && !signal.aborted ? (await this.attempt(source, signal, wants)).fetched : first.fetched;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.restart();
    await this.options.parts.close();
    await this.options.documents.close();
  }

  private async attempt(
    source: Fetched,
    signal: AbortSignal,
    wants: RenderWants | undefined,
  ): Promise<{ fetched: Fetched; crashed: boolean }> {
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
        // As who visits the site sees it: scripts write days by the clock of the place.
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        serviceWorkers: 'block',
        acceptDownloads: false,
      });
      const options = { ...this.options, ...(wants && { wants }) };
      const view = await PageView.open(context, source, options, this.scripts, late.signal);
      const limit = this.options.clock.sleep(timeOf(options), late.signal).then(() => null);
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

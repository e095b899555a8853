import type { BrowserContext, Page, Route } from 'playwright';
import { textOfAnswer } from '../charset/index.js';
import type { PageRequest } from '#evidence';
import { type OpenedRow, titlesWithoutAddress } from '#facts';
import { isSameDomain } from '../frontier/own-hosts.js';
import type { AskedData, Fetched, Fetcher, RenderWants } from '../model.js';
import type { Clock } from '../politeness/clock.js';
import { asUtf8, fulfil, unread } from './fulfil.js';
import { usualLimits } from './limits.js';
import { unansweredHeader } from './own-headers.js';
import { loadRest } from './page-growth.js';
import type { LivePage } from './live-page.js';
import { unfold } from './page-leads.js';
import { mostPressed, pressRows } from './page-rows.js';
import { turnTabs } from './page-tabs.js';
import { pressTree } from './page-tree.js';
import { mayShowMore, wholeArticle, wholeList } from './page-whole.js';
import { scriptHeaders } from './script-headers.js';
import { isUnanswered } from './unanswered.js';

export interface PageViewOptions {
  /** Brings every document, with manners: robots, pace and policy hold here as everywhere. */
  documents: Fetcher;
  /** Brings scripts and data of the page; under the same network policy. */
  parts: Fetcher;
  clock: Clock;
  /** For one page, milliseconds. */
  totalMs?: number;
  /** See `Renderer.render`. */
  wants?: RenderWants;
  /** Whether to take a picture of what is shown. */
  pictures?: boolean;
}

const usualMs = 30_000;
const pictureWidth = 1280;
const maxPictureHeight = 4000;
const maxPictureBytes = 500_000;
const pictureMs = 3000;
const quietMs = 400;
const emptyGraceMs = 2500;
const maxNavigations = 3;
const maxParts = 300;
const maxScripts = 200;
const maxAsked = 80;
const maxAskedBytes = 1_000_000;
/** Pages are as high as this at most, and may grow so many times by being so. */
const mostHigh = 16_000;
const mostStretches = 12;
/** Two frames: what watches for coming into the window is told in the first. */
const nextFrame =
  'window.dispatchEvent(new Event("scroll")), new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';
const tabQuietMs = 250;
const tabMs = 3000;
/** A script that is data: its address names the function that is to be called with it. */
const callback = /[?&](?:\w{0,10}callback|jsonp|cb)=/i;

const pressedNote = '翻页、页签和点开后显示的内容以及点开所到的地址，由浏览器逐一操作后并入本页';

function unansweredNote({ finalUrl }: Fetched): string {
  return `页面请求的数据有的没有取到（${new URL(finalUrl).pathname}）`;
}

/** Milliseconds that a page may take: longer where rows are pressed one by one. */
export function timeOf({ totalMs = usualMs, wants }: Pick<PageViewOptions, 'totalMs' | 'wants'>): number {
  return wants?.what === 'rest' ? totalMs * 4 : totalMs;
}

/** One page under one source: answers its requests and waits until it is quiet. */
export class PageView {
  private underWay = 0;
  private navigations = 0;
  private lastActivity: number;
  private crashed = false;
  private readonly asked: AskedData[] = [];
  private askedFor = 0;
  /** How many there were when something was last pressed. */
  private askedBefore = 0;
  /** The first of what the page asked for in vain as it opened. */
  private unanswered: Fetched | null = null;
  /** What is pressed now leads nowhere: what the page asks for still counts, where it would go is only noted down. */
  private isShut = false;
  private turningTabs = false;
  private ledTo: string | null = null;

  private constructor(
    private readonly page: Page,
    private readonly source: Fetched,
    private readonly options: PageViewOptions,
    private readonly scripts: Map<string, Promise<Fetched>>,
    private readonly signal: AbortSignal,
  ) {
    this.lastActivity = options.clock.now();
  }

  static async open(
    context: BrowserContext,
    source: Fetched,
    options: PageViewOptions,
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

  private get wantsData(): boolean {
    return this.options.wants?.what === 'data';
  }

  async content(): Promise<Fetched> {
    const { totalMs = usualMs, clock, wants } = this.options;
    await this.page.goto(this.source.finalUrl, { waitUntil: 'domcontentloaded', timeout: totalMs });
    const begun = clock.now();
    while (!this.signal.aborted && !(await this.isDone(begun))) await clock.sleep(100, this.signal);
    const live = this.live(begun + timeOf(this.options) / 2);
    await this.stretch(live);
    if (wants?.what === 'rest') await loadRest(live);
    if (wants && wants.what !== 'data') await unfold(live);
    if (this.crashed) throw new Error('页面崩溃');
    const shown = await this.page.content();
    const finalUrl = this.page.url();
    const picture = this.options.pictures ? await this.picture() : null;
    const { unanswered } = this;
    const mayShow = this.wantsData && (await live.run(mayShowMore)) === true;
    // What was shown has been kept: pressing changes nothing of it.
    this.isShut = true;
    const opened = this.wantsData && this.asked.length > 0 ? await this.press(live) : [];
    const whole = await this.whole(live).catch(() => null);
    const body = Buffer.from(whole ?? shown, 'utf8');
    const tooLarge = body.byteLength > usualLimits.maxBytes;
    return {
      ...this.source,
      outcome: tooLarge ? 'tooLarge' : 'ok',
      finalUrl,
      headers: { 'content-type': 'text/html; charset=utf-8', ...(unanswered && { [unansweredHeader]: '1' }) },
      body: tooLarge ? new Uint8Array() : body,
      via: 'browser',
      fetchedAt: new Date(this.options.clock.now()).toISOString(),
      note: [unanswered && unansweredNote(unanswered), whole && pressedNote].filter(Boolean).join('；') || null,
      ...(picture && !tooLarge ? { picture } : {}),
      ...(this.wantsData ? { asked: this.asked } : {}),
      ...(opened.length > 0 ? { opened } : {}),
      ...(mayShow ? { mayShowMore: true as const } : {}),
    };
  }

  /** The page with what pressing makes it show; null where that is no more. */
  private async whole(live: LivePage): Promise<string | null> {
    const { wants } = this.options;
    if (wants?.what === 'article') return wholeArticle(live);
    return wants?.what === 'rest' ? wholeList(live, wants.tree === true) : null;
  }

  /** As high as it is: what is drawn when it comes into the window is drawn, lists that grow when their end is seen grow. */
  private async stretch(live: LivePage): Promise<void> {
    for (let high = 0, times = 0; times < mostStretches && !live.isOver(); times += 1) {
      const shown = Math.min(Number(await live.run('document.documentElement.scrollHeight')), mostHigh);
      if (shown <= high) return;
      high = shown;
      const asked = this.askedFor;
      await this.page.setViewportSize({ width: pictureWidth, height: high });
      await live.run(nextFrame);
      if (this.askedFor > asked) await this.settle();
    }
  }

  /** Where rows led that bear no link; what tabs and trees ask for comes to what the page asked for. */
  private async press(live: LivePage): Promise<OpenedRow[]> {
    const opened = await pressRows(live, this.titlesWithoutAddress());
    this.turningTabs = true;
    await turnTabs(live).catch(() => undefined);
    if (this.options.wants?.tree) await pressTree(live).catch(() => undefined);
    return opened;
  }

  private titlesWithoutAddress(): string[] {
    return this.asked.flatMap(({ answer }) => {
      const text = textOfAnswer(answer);
      return /^\s*[[{]/.test(text) ? titlesWithoutAddress(text, answer.finalUrl).slice(0, mostPressed + 1) : [];
    });
  }

  private live(until: number): LivePage {
    return {
      url: () => this.page.url(),
      run: (script) => this.page.evaluate(script),
      settle: () => this.settle(),
      isOver: () => this.signal.aborted || this.crashed || this.options.clock.now() >= until,
      forget: () => void this.asked.splice(this.askedBefore),
      wouldGo: () => {
        const { ledTo } = this;
        this.ledTo = null;
        return ledTo;
      },
    };
  }

  /** Null when it cannot be taken in time or is too large: the page itself is the evidence. */
  private async picture(): Promise<Uint8Array | null> {
    const late = this.options.clock.sleep(pictureMs, this.signal).then(() => null);
    return Promise.race([this.takePicture().catch(() => null), late]);
  }

  private async takePicture(): Promise<Uint8Array | null> {
    const session = await this.page.context().newCDPSession(this.page);
    const shown = Number(await this.page.evaluate('document.documentElement.scrollHeight'));
    const height = Math.min(Math.max(shown || 0, 200), maxPictureHeight);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 60,
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: pictureWidth, height, scale: 1 },
    });
    const bytes = Buffer.from(data, 'base64');
    return bytes.byteLength <= maxPictureBytes ? bytes : null;
  }

  /** Waits until what was just pressed has been answered. */
  private async settle(): Promise<void> {
    const pressed = this.options.clock.now();
    this.askedBefore = this.asked.length;
    this.lastActivity = pressed;
    const isBusy = (now: number): boolean => this.underWay > 0 || now - this.lastActivity < tabQuietMs;
    while (!this.signal.aborted && this.options.clock.now() - pressed < tabMs && isBusy(this.options.clock.now()))
      await this.options.clock.sleep(50, this.signal);
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
    this.askedFor += 1;
    if (isDocument) {
      if (this.isShut) {
        this.ledTo = request.url();
        return route.abort('aborted');
      }
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
    if (!wanted || this.askedFor > maxParts || (method !== 'GET' && method !== 'POST'))
      return route.abort('blockedbyclient');
    if (kind === 'script' && method === 'GET') {
      const script = await this.script(request.url());
      if (callback.test(request.url())) this.note({ url: request.url(), method }, script);
      return fulfil(route, asUtf8(script));
    }
    const { 'content-type': contentType, ...others } = request.headers();
    const headers = isSameDomain(request.url(), this.source.finalUrl) ? scriptHeaders(others) : undefined;
    const body = request.postData() ?? undefined;
    const wantedData: PageRequest = {
      url: request.url(),
      method,
      ...(body === undefined ? {} : { body }),
      ...(contentType ? { contentType } : {}),
      ...(headers ? { headers } : {}),
    };
    const answer = await this.options.parts.fetch(wantedData, this.signal);
    if (kind !== 'document') this.note(wantedData, answer);
    if (!this.isShut && isSameDomain(request.url(), this.source.finalUrl) && isUnanswered(answer))
      this.unanswered ??= answer;
    return fulfil(route, answer.outcome === 'notHtml' && kind !== 'document' ? unread(answer) : answer);
  }

  private note(request: PageRequest, answer: Fetched): void {
    const size = this.asked.reduce((sum, one) => sum + one.answer.body.byteLength, answer.body.byteLength);
    if (!this.wantsData || answer.outcome !== 'ok' || answer.body.byteLength === 0) return;
    // What a row that was pressed asks for is an article, not the list.
    if (this.isShut && !this.turningTabs) return;
    if (this.asked.length < maxAsked && size <= maxAskedBytes * 4 && answer.body.byteLength <= maxAskedBytes)
      this.asked.push({ request, answer, byTab: this.turningTabs });
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
    asked.catch(() => this.scripts.delete(url));
    return asked;
  }
}

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ask, Family, Reply } from './families/family.js';
import type { Column, Entry, Site } from './model.js';
import { animationPage, attachmentAsset, landscape, mediaAsset, type Asset } from './render/media.js';
import { styleSheet } from './render/style.js';

const maxForm = 64 * 1024;

function readForm(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxForm) chunks.push(chunk);
    });
    request.on('end', () => resolve(size > maxForm ? '' : Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

const challenge = `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=17787;$_ts.cd="qhzqrpAlEpLlDsZmDGqbcqEq";if($_ts.lcd)$_ts.lcd();</script></head><body></body></html>`;

/** Answers for one site: what every site has (style, files, robots), the seeded troubles, then its family's pages. */
export class SiteHost {
  private readonly columnsAt: Map<string, Column>;
  private readonly fatesAt: Map<string, Entry>;
  private readonly waiting = new Set<NodeJS.Timeout>();

  constructor(
    private readonly site: Site,
    private readonly family: Family,
    private readonly slowMs: number,
  ) {
    this.columnsAt = new Map(site.columns.map((column) => [family.paths.column(column), column]));
    this.fatesAt = new Map(
      site.entries.filter((entry) => entry.fate).map((entry) => [family.paths.entry(entry), entry]),
    );
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    this.answer(request).then(
      ({ reply, delay }) => {
        const send = () => {
          const status = reply.status ?? 200;
          const etag = `"${createHash('sha256').update(reply.body).digest('hex').slice(0, 16)}"`;
          const headers = { 'content-type': reply.type ?? 'text/html; charset=utf-8', etag, ...reply.headers };
          if (status === 200 && request.method === 'GET' && request.headers['if-none-match'] === etag) {
            response.writeHead(304, { etag }).end();
            return;
          }
          response.writeHead(status, headers);
          response.end(request.method === 'HEAD' ? undefined : reply.body);
        };
        if (!delay) return send();
        const timer = setTimeout(() => {
          this.waiting.delete(timer);
          send();
        }, delay);
        this.waiting.add(timer);
        response.on('close', () => {
          clearTimeout(timer);
          this.waiting.delete(timer);
        });
      },
      () => response.destroy(),
    );
  }

  close(): void {
    for (const timer of this.waiting) clearTimeout(timer);
    this.waiting.clear();
  }

  private async answer(request: IncomingMessage): Promise<{ reply: Reply; delay?: number }> {
    const url = new URL(request.url ?? '/', 'http://county.invalid');
    const form = request.method === 'POST' ? await readForm(request) : '';
    const ask: Ask = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      form: new URLSearchParams(form),
    };
    const asset = this.asset(url);
    if (asset) return { reply: { type: asset.contentType, body: asset.body } };
    if (ask.path === '/robots.txt')
      return { reply: { type: 'text/plain; charset=utf-8', body: 'User-agent: *\nDisallow: /search\n' } };

    const address = `${url.pathname}${url.search}`;
    const fate = this.fatesAt.get(address)?.fate;
    if (fate) return { reply: this.troubled(fate, address) };
    const round = url.searchParams.has('_r') ? address.replace(/[?&]_r=\d+$/u, '') : null;
    if (round && this.fatesAt.has(round)) return { reply: this.troubled('redirectLoop', round) };

    const column = this.columnsAt.get(address) ?? this.columnsAt.get(url.pathname);
    switch (column?.state) {
      case 'missing':
      case 'notFound':
        return { reply: { ...this.family.lostPage(), status: 404 } };
      case 'softNotFound':
        return { reply: this.family.lostPage() };
      case 'toHome':
        return { reply: { status: 302, headers: { location: this.family.paths.home }, body: '' } };
      case 'challenge':
        return { reply: { status: 412, body: challenge } };
      case 'slow':
        return { reply: this.family.answer(ask) ?? this.family.lostPage(), delay: this.slowMs };
      default:
    }
    const reply = this.family.answer(ask);
    return { reply: reply ?? { ...this.family.lostPage(), status: 404 } };
  }

  private troubled(fate: NonNullable<Entry['fate']>, address: string): Reply {
    switch (fate) {
      case 'softNotFound':
        return this.family.lostPage();
      case 'notFound':
        return { ...this.family.lostPage(), status: 404 };
      case 'redirectLoop':
        return { status: 302, headers: { location: `${address}${address.includes('?') ? '&' : '?'}_r=1` }, body: '' };
    }
  }

  private asset(url: URL): Asset | null {
    const { unit, entries } = this.site;
    const { pathname: path } = url;
    if (path === '/static/css/site.css')
      return { contentType: 'text/css; charset=utf-8', body: Buffer.from(styleSheet(unit)) };
    if (path === '/static/img/focus.svg') return landscape(unit.colour, 560, 330);
    if (path === '/favicon.ico') return landscape(unit.colour, 16, 16);
    const animation = /^\/h5\/(\d+)\/index\.html$/u.exec(path);
    if (animation) return { contentType: 'text/html; charset=utf-8', body: Buffer.from(animationPage(unit)) };
    const media = /^\/upload\/media\/(\d+)_(\d)\.(svg|wav|mp4)$/u.exec(path);
    if (media) {
      const entry = entries.find((candidate) => candidate.number === Number(media[1]));
      return entry ? mediaAsset(entry, unit, Number(media[2]), media[3] ?? '') : null;
    }
    const file = /(\d{6})_(\d)\.(?:docx|xlsx|pdf)$/u.exec(url.searchParams.get('filename') ?? path);
    const attachment = entries.find((entry) => entry.number === Number(file?.[1]))?.attachments[Number(file?.[2])];
    return attachment ? attachmentAsset(attachment, unit) : null;
  }
}

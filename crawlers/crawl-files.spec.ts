import { afterEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore, type Capture } from '#evidence';
import { assembleSite, type ReadCapture } from '#facts';
import { makeDocx, makePdf, makeXlsx } from '../libs/files/make-files.test.js';
import { crawlSite, type CrawlDeps } from './crawl-site.js';
import { families } from './families/index.js';
import { MemoryCrawlSink, readCapture } from './frontier/memory-sink.js';
import { localFetcher, serve, type Handler, type Loopback } from './loopback-server.test.js';
import type { Checkpoint, SiteTarget } from './model.js';
import { pageReader } from './reading/page-reader.js';

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const send =
  (type: string, body: Uint8Array): Handler =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type }).end(body);
const head = '<meta name="SiteName" content="云岭县人民政府">';
const list = (name: string, items: [string, string][]) =>
  `<html><head>${head}<meta name="ColumnName" content="${name}"><title>${name}</title></head><body><ul>${items
    .map(([href, title]) => `<li><a href="${href}">${title}</a><span>2025-03-12</span></li>`)
    .join('')}</ul></body></html>`;
const shell = (title: string, body: string) =>
  `<html><head>${head}<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2025-03-10"><title>${title}</title></head><body><h1>${title}</h1><div id="zoom">${body}</div></body></html>`;

const notice = '云岭县人民政府关于印发防汛抗旱工作方案的通知';
const annual = '云岭县人民政府2024年政府信息公开工作年度报告';
const parts = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const text = '各乡镇人民政府，县政府各部门：现将有关事项通知如下。';

/** A county whose texts stand in files: behind a viewer, attached, linked from a list, as a sheet; one of them a scan. */
async function county(): Promise<Loopback> {
  const documentPdf = makePdf([
    ['云政发〔2025〕3号', notice, ...Array<string>(5).fill(text), '云岭县人民政府', '2025年3月7日'],
  ]);
  const reportDocx = await makeDocx([annual, ...parts.flatMap((part) => [part, text.repeat(4)])]);
  const rows = [
    ['公开事项', '公开内容', '公开依据', '公开时限', '公开主体'],
    ...['招生', '收费', '资助'].map((item) => [item, `${item}政策`, '条例', '20个工作日', '云岭县教育局']),
  ];
  const server = await serve({
    '/': `<html><head>${head}<title>云岭县人民政府</title></head><body><div class="nav"><a href="/zcwj/">政策文件</a><a href="/nb/">政府信息公开年报</a><a href="/ml/">主动公开目录</a></div>${'<p>云岭县人民政府门户网站。</p>'.repeat(5)}</body></html>`,
    '/zcwj/': list('政策文件', [
      ['/zcwj/1.html', notice],
      ['/zcwj/2.pdf', '云岭县人民政府关于扫描件的通知'],
      ['/zcwj/3.html', '云岭县人民政府关于坏文件的通知'],
    ]),
    '/zcwj/1.html': shell(notice, '<iframe src="/pdfjs/viewer.html?file=/f/1.pdf"></iframe>'),
    '/f/1.pdf': send('application/pdf', documentPdf),
    '/zcwj/2.pdf': send('application/pdf', makePdf([[], []])),
    '/zcwj/3.html': shell(
      '云岭县人民政府关于坏文件的通知',
      '<a href="/f/3.pdf">云岭县人民政府关于坏文件的通知.pdf</a>',
    ),
    '/f/3.pdf': '<html><body>请登录</body></html>',
    '/nb/': list('政府信息公开年报', [['/nb/2024.docx', annual]]),
    '/nb/2024.docx': send('application/octet-stream', reportDocx),
    '/ml/': list('主动公开目录', [['/ml/1.html', '云岭县教育领域基层政务公开标准目录']]),
    '/ml/1.html': shell('云岭县教育领域基层政务公开标准目录', '<a href="/f/ml.xlsx">教育领域目录.xlsx</a>'),
    '/f/ml.xlsx': send('application/vnd.ms-excel', await makeXlsx({ 教育领域: { rows } })),
  });
  open.push(server);
  return server;
}

const target = (origin: string): SiteTarget => ({ round: 'r1', site: 's1', homeUrl: `${origin}/`, hosts: [] });
const deps = (blobs = new MemoryBlobStore()): CrawlDeps => ({
  fetcher: localFetcher({ keepsFiles: true }),
  browser: null,
  blobs,
  read: pageReader(families),
  now: () => Date.now(),
});

/** From the kept bytes, as a replay and a resumed crawl do. */
async function readAgain(captures: readonly Capture[], blobs: MemoryBlobStore): Promise<ReadCapture[]> {
  const read = pageReader(families);
  return Promise.all(
    captures.map(async (capture) => {
      const { outcome, sha256, headers, finalUrl, visit, request } = capture;
      const body = outcome === 'ok' && sha256 !== null ? await blobs.get(sha256) : null;
      return readCapture(capture, body && (await read({ headers, body, finalUrl }, visit, request)).reading, false);
    }),
  );
}

describe('texts that stand in files', () => {
  it('become part of the facts, their bytes evidence, and are read again to the same result', async () => {
    const server = await county();
    const sink = new MemoryCrawlSink();
    const blobs = new MemoryBlobStore();
    const { read, ended } = await crawlSite(target(server.origin), deps(blobs), sink);
    expect(ended).toBe('complete');
    const facts = assembleSite(read);
    const found = (title: string) => facts.documents.find((document) => document.title === title);
    expect(found(notice)).toMatchObject({
      url: `${server.origin}/zcwj/1.html`,
      documentNumber: '云政发〔2025〕3号',
      issuedOn: { on: '2025-03-07', source: 'signature' },
      publishedOn: { on: '2025-03-10', source: 'tag' },
      columnKey: 'policy',
    });
    expect(facts.annualReports).toEqual([
      expect.objectContaining({
        year: 2024,
        parts: [1, 2, 3, 4, 5, 6],
        publishedOn: expect.objectContaining({ on: '2025-03-12', source: 'list' }),
      }),
    ]);
    expect(facts.annualReports[0]).not.toHaveProperty('partsUnread');
    expect(facts.catalogue.map(({ item, field }) => [field, item])).toEqual([
      ['教育', '招生'],
      ['教育', '收费'],
      ['教育', '资助'],
    ]);

    const captured = (path: string) => sink.captures.find((one) => one.request.url === server.origin + path);
    expect(captured('/f/1.pdf')).toMatchObject({
      outcome: 'ok',
      charset: null,
      visit: { as: 'file', from: `${server.origin}/zcwj/1.html`, columnKey: 'policy', depth: 2, linkText: notice },
    });
    expect(Buffer.from(await blobs.get(captured('/f/1.pdf')!.sha256!)).toString('latin1')).toMatch(/^%PDF/);
    expect(captured('/zcwj/2.pdf')).toMatchObject({ outcome: 'notHtml', note: '没有文字，可能是扫描图像' });
    expect(captured('/zcwj/2.pdf')?.sha256).not.toBeNull();
    expect(captured('/f/3.pdf')).toMatchObject({ outcome: 'ok', note: '打开的不是可读的文件' });
    expect(facts.unread).toEqual([]);

    expect(assembleSite(await readAgain(sink.captures, blobs))).toEqual(facts);
  });

  it('are gone on with after a kill', async () => {
    class DyingSink extends MemoryCrawlSink {
      dying = true;
      override async checkpoint(batch: Checkpoint): Promise<void> {
        if (this.dying && this.captures.length >= 7) throw new Error('killed');
        await super.checkpoint(batch);
      }
    }
    const server = await county();
    const every = { checkpointEvery: { pages: 1, milliseconds: 1e9 } };
    const straight = await crawlSite(target(server.origin), deps(), new MemoryCrawlSink());
    const sink = new DyingSink();
    await expect(crawlSite(target(server.origin), deps(), sink, every)).rejects.toThrow('killed');
    sink.dying = false;
    const resumed = await crawlSite(target(server.origin), deps(), sink, every);
    expect(assembleSite(resumed.read)).toEqual(assembleSite(straight.read));
  });

  it('stay unread where the fetcher leaves files where they are', async () => {
    const server = await county();
    const { read } = await crawlSite(
      target(server.origin),
      { ...deps(), fetcher: localFetcher() },
      new MemoryCrawlSink(),
    );
    const facts = assembleSite(read);
    expect(facts.annualReports).toEqual([expect.objectContaining({ year: 2024, partsUnread: true })]);
    expect(facts.catalogue).toEqual([]);
  });
});

import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId, type OrganisationRow } from '#database';
import { canonicalJson, readSettings } from '#kernel';
import { crawlRound, openHouse, pinColumn, siteColumns, unpinColumn, type House } from '#operations';
import { assessWhole } from '../assess-whole.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const list = (title: string, of: string) =>
  page(
    title,
    `<ul>${[1, 2, 3, 4].map((day) => `<li><a href="/doc/${of}${day}.html">关于做好第${day}批${of}发放工作的通知</a><span>2026-06-0${day}</span></li>`).join('')}</ul>`,
  );
const homePage = (links: string) => page('云岭县水务局', `<div class="nav">${links}</div><p>欢迎访问</p>`);
const notices = '<a href="/tzgg/">通知公告</a>';
const corner = '<a href="/xxzq/">信息专区</a>';

let answers: Record<string, string>;
let web: Server;
let house: House;
let place: TemporaryPlace;
let unit: OrganisationRow;
let admin: SignedIn;
const now = () => new Date();
const origin = () => unit.site!.replace(/\/$/, '');

beforeAll(async () => {
  place = await temporaryPlace();
  answers = {
    '/': homePage(notices + corner),
    '/tzgg/': list('通知公告', '补助'),
    '/xxzq/': list('信息专区', '津贴'),
  };
  web = createServer((request, response) => {
    const text = answers[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(text ?? 'not found');
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  const address = web.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  const site = `http://127.0.0.1:${port}/`;
  [unit] = (await house.organisations.importOrganisations([
    organisation('云岭县水务局', { site, aliases: ['水务局'] }),
  ])) as [OrganisationRow];
});

afterAll(async () => {
  await house?.close();
  web?.close();
  await place?.remove();
});

const crawl = () =>
  crawlRound(house, {
    units: [unit],
    full: true,
    sample: true,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    signal: new AbortController().signal,
  });
const score = (replay: boolean) =>
  assessWhole(house, { programme: 'pingliang-2020', period: '2026Q2', asOf: '2026-06-30', units: [unit], replay });
const factsOf = async (key: string) => {
  const round = (await house.rounds.latestRoundOfSites([siteId(unit.site!)])).get(siteId(unit.site!));
  const facts = await house.facts.loadSiteFacts(round!.id, siteId(unit.site!));
  return facts?.columns.find((column) => column.key === key);
};

describe('a pin on a column', () => {
  it('is followed, counts in the score, survives rounds, and is taken back without a trace in the evidence', async () => {
    await crawl();
    expect(await factsOf('policy')).toMatchObject({ state: 'missing' });
    const plain = (await score(false)).row.scorecards[0]!;

    const pin = await pinColumn(
      house,
      { organisation: '水务局', name: '信息专区', is: '政策文件', author: '甲科', reason: '栏目内均为规范性文件' },
      now(),
    );
    // The page was not visited in that round: nothing is known of it, and nothing is held against the unit.
    const pinned = (await score(false)).row.scorecards[0]!;
    expect(await factsOf('policy')).toMatchObject({ state: 'unread', url: `${origin()}/xxzq/` });
    expect(pinned.evidenceDigest).not.toBe(plain.evidenceDigest);
    expect(canonicalJson(pinned)).not.toBe(canonicalJson(plain));

    await crawl();
    expect(await factsOf('policy')).toMatchObject({ state: 'found', itemCount: 4 });
    await score(false);
    expect((await score(true)).replay).toEqual({ compared: 1, differing: [] });

    // The published score keeps the pin that it rests on, also when the pin is taken back.
    await unpinColumn(house, { organisation: unit.id, pin: pin.id, author: '乙科', reason: '误认' }, now());
    expect((await score(true)).replay).toEqual({ compared: 1, differing: [] });
    await score(false);
    expect(await factsOf('policy')).toMatchObject({ state: 'missing' });
    expect((await score(true)).replay).toEqual({ compared: 1, differing: [] });
    const { columns } = await siteColumns(house, unit.id, now());
    expect(columns.map(({ name, present, ruled }) => [name, present, ruled])).toEqual([['通知公告', true, null]]);
  });

  it('shows in the tree of columns, whose history goes on by itself', async () => {
    const pin = await pinColumn(
      house,
      { organisation: unit.id, url: `${origin()}/tzgg/`, isNot: 'notice', author: '甲科', reason: '实为内部通知' },
      now(),
    );
    answers['/'] = homePage('<a href="/tzgg/">公示公告</a>');
    await crawl();
    expect(await factsOf('notice')).toMatchObject({ state: 'missing' });
    answers['/'] = homePage('');
    await crawl();
    const { columns, pins } = await siteColumns(house, unit.name, now());
    expect(columns).toHaveLength(1);
    expect(columns[0]).toMatchObject({
      key: 'notice',
      name: '公示公告',
      present: false,
      ruled: { key: null, pin: pin.id },
    });
    expect(columns[0]!.history.map(({ kind }) => kind)).toEqual(['new', 'renamed', 'gone']);
    for (const { capture } of columns[0]!.history) expect(await house.evidence.capture(capture)).not.toBeNull();
    expect(pins.map(({ withdrawn }) => withdrawn?.author ?? null)).toEqual(['乙科', null]);
  });

  it.each([
    [{ organisation: '无名局' }, '单位：没有名为“无名局”的单位'],
    [{ is: 'policies' }, '标准栏目：没有“policies”这个标准栏目；可接受：guide（政府信息公开指南）'],
    [{ url: 'ftp://www.yunling.example/' }, '网址和名称须且只须给出一项'],
    [{ name: undefined, url: 'ftp://www.yunling.example/' }, '栏目网址：“ftp://www.yunling.example/”不是网址'],
    [{ isNot: 'news' }, '认定：只能认定为一种'],
    [{ is: undefined }, '认定：没有说明认定为什么'],
    [{ author: ' ' }, '订正人：没有填写'],
    [{ until: '2026-02-30' }, '截止日期：“2026-02-30”不是日期'],
  ])('that is wrong by %j is refused with a clear line', async (wrong, line) => {
    const before = (await house.columns.pins(siteId(unit.site!))).length;
    const request = { organisation: unit.id, name: '信息专区', is: 'policy', author: '甲科', reason: '试', ...wrong };
    await expect(pinColumn(house, request, now())).rejects.toThrow(line);
    expect(await house.columns.pins(siteId(unit.site!))).toHaveLength(before);
  });
});

describe('the API for columns and readings', () => {
  let server: RunningServer;
  const start = (allowed: string) =>
    startServer({
      settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_ALLOW_NETWORKS: allowed },
      dataSource: house.database.dataSource,
      blobs: house.blobs,
      programmes: [],
    });

  beforeAll(async () => {
    answers['/'] = homePage(notices + corner + '<script>document.title="x"</script>');
    await crawl();
    admin = await signedIn(house);
    server = await start('127.0.0.1/32');
  });
  afterAll(() => server?.close());

  async function ask(path: string, sent?: unknown, headers: Record<string, string> = {}) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    const answer = await admin.fetch(
      `${server.url}/api/v1/${path}`,
      sent === undefined ? {} : { ...post, body: typeof sent === 'string' ? sent : JSON.stringify(sent) },
    );
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  }
  const pin = {
    get organisation() {
      return unit.id;
    },
    name: '信息专区',
    is: 'policy',
    reason: '内容为规范性文件',
  };

  it('gives columns with their history, and takes pins and their withdrawal', async () => {
    const before = await ask(`site-columns?organisation=${encodeURIComponent('水务局')}`);
    expect(before.json).toMatchObject({
      organisation: { name: '云岭县水务局' },
      columns: [
        {
          key: 'notice',
          present: true,
          history: [{ kind: 'new' }, { kind: 'renamed' }, { kind: 'gone' }, { kind: 'back' }, { kind: 'renamed' }],
        },
      ],
    });
    const added = await ask('column-pins', pin);
    expect(added).toMatchObject({
      status: 201,
      json: { name: '信息专区', key: 'policy', ruling: 'is', withdrawn: null },
    });
    const withdrawal = `column-pins/${String(added.json.id)}/withdrawal`;
    const taken = await ask(withdrawal, { organisation: unit.id, reason: '误认' });
    expect(taken).toMatchObject({
      status: 201,
      json: { author: '某甲', withdrawn: { author: '某甲', reason: '误认' } },
    });
    expect(await ask(withdrawal, { organisation: unit.id, reason: '误认' })).toMatchObject({
      status: 400,
    });
    const { pins } = (await ask(`site-columns?organisation=${unit.id}`)).json;
    expect(pins).toContainEqual(taken.json);
  });

  it.each([
    [{ organisation: 'none' }, '单位：没有名为“none”的单位'],
    [{ is: 'policies' }, '没有“policies”这个标准栏目'],
    // Nobody signs with another's name.
    [{ author: '乙科' }, '不认识的字段'],
    [{ reason: '' }, '理由：没有填写'],
    [{ another: 1 }, '不认识的字段'],
  ])('refuses a pin that is wrong by %j', async (wrong, line) => {
    const { status, json } = await ask('column-pins', { ...pin, ...wrong });
    expect(status).toBe(400);
    expect(json.message).toContain(line);
  });

  it('takes nothing from the pages and forms of other sites', async () => {
    expect((await ask('column-pins', pin, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('column-pins', pin, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('column-pins', `organisation=${unit.id}&name=x&is=policy&reason=b`, form)).status).toBe(415);
    expect((await ask('readings', { url: unit.site }, { origin: 'null' })).status).toBe(403);
    expect((await ask('readings', { url: unit.site }, { origin: new URL(server.url).origin })).status).toBe(200);
  });

  it('tries an address under the rules of a crawl and shows what would be read, and why', async () => {
    const home = await ask('readings', { url: unit.site });
    expect(home.json.explanation).toMatchObject({
      links: [
        { name: '通知公告', key: 'notice', word: '通知公告' },
        { name: '信息专区', key: null, why: '没有认定：名称不像任何标准栏目' },
      ],
    });
    expect(home.json.pageHtml).toContain('试读，未留存');
    expect(home.json.pageHtml).not.toContain('<script');
    const list = await ask('readings', { url: `${origin()}/tzgg/`, as: 'column' });
    expect(list.json).toMatchObject({
      reading: { kind: 'list' },
      explanation: { kind: '列表', listRule: expect.stringContaining('通用规则') as unknown },
    });
    for (const url of ['file:///etc/passwd', 'ftp://www.yunling.example/', 'javascript:alert(1)', 'http://', ''])
      expect([url, (await ask('readings', { url })).status]).toEqual([url, 400]);
    expect((await ask('readings', { url: `${origin()}/none` })).json.message).toContain('页面不存在');
    await server.close();
    server = await start('');
    const blocked = await ask('readings', { url: unit.site });
    expect(blocked.status).toBe(400);
    expect(blocked.json.message).toContain('按规定不访问');
  });

  it('reads a kept page once more, and lists those to choose from', async () => {
    const answer = await admin.fetch(`${server.url}/api/v1/site-pages?organisation=${unit.id}`);
    const pages = (await answer.json()) as { capture: string; url: string; as: string }[];
    expect(pages.map(({ as, url }) => `${as} ${url.slice(origin().length)}`).slice(0, 2)).toEqual([
      'home /',
      'column /tzgg/',
    ]);
    const words = await admin.fetch(`${server.url}/api/v1/site-pages?organisation=${unit.id}&words=tzgg`);
    expect(((await words.json()) as { url: string }[]).map(({ url }) => url)).toEqual([`${origin()}/tzgg/`]);
    const again = await ask(`captures/${pages[1]!.capture}/reading`);
    expect(again.json).toMatchObject({
      reading: { kind: 'list' },
      pageUrl: `/api/v1/captures/${pages[1]!.capture}/page`,
      pageHtml: null,
    });
    expect((await ask('captures/none/reading')).status).toBe(404);
  });
});

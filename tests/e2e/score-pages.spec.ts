import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { planAreas, startArea, type OpenArea } from '#county';
import { findBrowser } from '#crawlers';
import type { OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import { clockStartingAt, crawlRound, findProgramme, importUnits, openHouse, type House } from '#operations';
import { rubricItems, type RubricGroup, type RubricItem } from '#programmes';
import { assessWhole } from '../assess-whole.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { signedIn } from '../integration/support/signed-in.js';
import {} from './look.fixture.js';
import { look } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';
import { temporaryPlace, type TemporaryPlace } from '../integration/support/temporary-database.js';

// A rubric with everything that the built-in ones do without: groups in groups, weights, a gated bonus, another scale, units
// below; and an exemption. Its pages must show all of it.

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const area = planAreas.find(({ programme }) => programme === 'luozhuang-2020')!;
const planFile = join(import.meta.dirname, '../../libs/programmes/plans/luozhuang-2020.yaml');
const scope = 'programme=luozhuang-deep&period=2020Q4';

let place: TemporaryPlace;
let open: OpenArea;
let house: House;
let units: OrganisationRow[];
let server: RunningServer;
let browser: Browser;
let deepPlan: string;

interface WrittenPlan {
  id: string;
  title: string;
  rubric: { groups: RubricGroup[]; [field: string]: unknown };
}

function deepen(text: string): string {
  const plan = parse(text) as WrittenPlan;
  const [disclosure, platform, interpretation, report] = plan.rubric.groups as [
    RubricGroup,
    RubricGroup,
    RubricGroup,
    RubricGroup,
  ];
  const [inTime, numbered, ...others] = disclosure.items as [RubricItem, RubricItem, ...RubricItem[]];
  const topic = platform.items.find(({ id }) => id === 'topic-column')!;
  const files: RubricGroup = { id: 'files', title: '文件发布', items: [inTime, numbered] };
  const online: RubricGroup = {
    id: 'online',
    title: '网上公开',
    items: [],
    groups: [
      { ...disclosure, items: others, groups: [files] },
      { ...platform, items: platform.items.filter((item) => item !== topic) },
    ],
  };
  const bonus: RubricGroup = { id: 'bonus', title: '创新加分', kind: 'bonus', cap: '3', items: [topic] };
  const sum = (groups: RubricGroup[]) =>
    rubricItems({ groups }).reduce((marks, { points }) => marks + Number(points), 0);
  const rest = String(100 - sum([online, report]));
  const rubric = {
    ...plan.rubric,
    groups: [online, { ...interpretation, points: rest, scale: String(sum([interpretation])) }, report, bonus],
    gate: { over: '50' },
    scoreCap: '102',
    normaliseTo: '100',
    rollUp: [{ parents: { categories: ['政府'] }, children: { categories: ['街镇'] }, by: 'mean', weight: '0.3' }],
  };
  return stringify(
    { ...plan, id: 'luozhuang-deep', title: '多层评分细则的方案', rubric },
    { aliasDuplicateObjects: false },
  );
}

beforeAll(async () => {
  if (!executablePath) return;
  place = await temporaryPlace();
  deepPlan = deepen(await readFile(planFile, 'utf8'));
  const file = join(place.folder, 'deep.yaml');
  await writeFile(file, deepPlan);
  open = await startArea(area);
  const settings = readSettings({ ...process.env, ...place.settings, MINGJING_CONCURRENCY: '6' });
  house = await openHouse(settings, clockStartingAt(`${area.place.asOf}T20:00:00+08:00`));
  const bytes = new TextEncoder().encode(open.organisationsCsv);
  units = await importUnits(house, bytes, '单位名单.csv', { sample: true });
  await crawlRound(house, {
    units,
    full: true,
    sample: true,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    signal: new AbortController().signal,
  });
  const about = { programme: file, units, replay: false };
  const first = await assessWhole(house, { ...about, period: '2020Q3' });
  const late = first.row.scorecards
    .flatMap(({ results }) => results.flatMap(({ findings }) => findings))
    .find(({ indicator, organisation }) => indicator === 'columns-complete' && organisation === idOf('沂堂镇政府'));
  if (!late) throw new Error('nothing to exempt');
  const exemption = { kind: 'exemption' as const, on: '2020-07-01', until: '2021-06-30', by: '区政府办公室' };
  const { organisation, indicator, subject } = late;
  const excuses = [{ ...exemption, organisation, indicator, subject, why: '栏目正在合并改版，已书面说明' }];
  await assessWhole(house, { ...about, period: '2020Q4', excuses });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: [await findProgramme(file), await findProgramme('luozhuang-2020')],
    now: () => house.clock.now(),
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await house?.close();
  await open?.close();
  await place?.remove();
});

const idOf = (name: string) => units.find((unit) => unit.name === name)?.id ?? '';

async function visit(path: string, width: number): Promise<Page> {
  const { headers } = await signedIn(house);
  const page = await newPage(browser, width, { origin: server.url, ...headers });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

describe.skipIf(!executablePath).each([1440, 390])('the pages of scores at %i px', (width) => {
  it('show groups of any depth, the arithmetic, and both scales', async () => {
    const page = await visit(`/scorecards/${idOf('区政府')}?${scope}`, width);
    await page.getByRole('button', { name: '全部展开' }).click();
    const path = ['网上公开', '主动公开', '文件发布', '主动公开文件按时上网'];
    const nested = path.map((title) => `li:has(> details > summary .title:text-is("${title}"))`).join(' ');
    await expect.poll(() => page.locator(nested).count()).toBe(1);
    const steps = await page.getByRole('list', { name: '从各组得分到总分' }).innerText();
    expect(steps.match(/原始分|归一|加分门槛|加分|计入下级/g)).toEqual(
      expect.arrayContaining(['原始分', '归一', '加分门槛', '加分', '计入下级']),
    );
    await textWith(page, ['折算为 100 分制', '创新加分', '下级单位平均分', '不占满分，另行计入总分']);
    await look(page, 'score-tree');
    await page.close();
  });

  it('show what was excused, by whom and why', async () => {
    const page = await visit(`/scorecards/${idOf('沂堂镇政府')}?${scope}`, width);
    await page.getByRole('button', { name: '全部展开' }).click();
    const text = await page.locator('.excused').innerText();
    expect(text).toMatch(
      /经认定不作问题处理的（1 个）[^]*豁免：栏目正在合并改版，已书面说明（区政府办公室，有效至 2021年6月30日）/,
    );
    await look(page, 'score-excused');
    await page.close();
  });

  it('show the whole rubric', async () => {
    const page = await visit(`/programme?${scope}`, width);
    const words = ['文件发布', '加分项；封顶 3 分', '高于 50 分的方可加分', '占总分的 30%'];
    expect(await textWith(page, words)).toMatch(/按 [\d.]+ 分计/);
    await look(page, 'score-rubric');
    await page.close();
  });

  it('compare two published results', async () => {
    const page = await visit(`/comparison?${scope}`, width);
    await textWith(page, ['2020年第三季度', '2020年第四季度', '有变动的单位']);
    await page.locator('.unit summary').first().click();
    await look(page, 'comparison');
    await page.close();
  });

  it('try out an edited file, and publish nothing of it', async () => {
    const page = await visit(`/comparison?${scope}`, width);
    const edited = deepPlan
      .replace('workdays: 20', 'workdays: 21')
      .replace('dueText: 2020年12月底前', 'dueText: 2020年11月底前');
    const file = { name: '改.yaml', mimeType: 'text/yaml', buffer: Buffer.from(edited) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('方案改动').waitFor();
    await textWith(page, ['测度 › 工作日', '褚墩镇政府', '逾期未完成', '2020年12月31日 → 2020年11月30日']);
    const town = page.locator('.unit', { hasText: '褚墩镇政府' });
    await town.locator('summary').click();
    expect(await town.innerText()).toContain('不再有：');
    await look(page, 'what-if');
    const published = await house.assessments.assessedPeriods('luozhuang-deep');
    expect(published.map(({ period }) => period)).toEqual(['2020Q3', '2020Q4']);
    await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('id: [') });
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('YAML 写法有误');
    await page.close();
  });
});

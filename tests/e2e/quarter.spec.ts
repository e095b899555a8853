import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { readSettings } from '#kernel';
import {
  assess,
  builtInProgrammes,
  clockStartingAt,
  firstAdministrator,
  openHouse,
  openOwnWork,
  openScheduler,
  rechecksByWorkers,
  webRounds,
  type House,
  type OwnWork,
  type Scheduler,
  type SettableClock,
} from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { makePdf } from '../../libs/files/make-files.test.js';
import { makeJpeg } from '../../libs/files/make-uploads.test.js';
import { sites as countySites } from '../county/content/index.js';
import { countyAsOf } from '../county/model.js';
import { openSites, type OpenSites } from '../county/start-county.js';
import { temporaryPlace, type TemporaryPlace } from '../integration/support/temporary-database.js';
import { look } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

// A quarter of an office that has nothing yet, from the first sign-in to what was mended after the circular: every step by the
// person whose it is, in a browser. The steps stand on each other and run in their order.

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const own = '云岭县住房和城乡建设局';
const names = [own, '云岭县发展和改革局', '云岭县河湾镇人民政府'];
const sites = structuredClone(countySites.filter(({ unit }) => names.includes(unit.name)));
const scope = 'programme=pingliang-2020&period=2026Q2';
/** A document of the quarter that bears no number. */
const unnumbered = '汛期施工安全';

let place: TemporaryPlace;
let open: OpenSites;
let clock: SettableClock;
let house: House;
let scheduler: Scheduler;
let work: OwnWork;
let server: RunningServer;
let browser: Browser;
let firstPassword: string;
const said: string[] = [];

beforeAll(async () => {
  if (!executablePath) return;
  place = await temporaryPlace();
  open = await openSites(sites, { slowMs: 500 });
  clock = clockStartingAt(`${countyAsOf}T09:00:00+08:00`);
  const allowed = { MINGJING_ALLOW_NETWORKS: '127.0.0.1/32', MINGJING_CONCURRENCY: '3' };
  const settings = readSettings({ ...process.env, ...place.settings, ...allowed });
  house = await openHouse(settings, clock);
  firstPassword = (await firstAdministrator(house, new Date()))!.firstPassword;
  scheduler = openScheduler(house, (line) => said.push(line));
  const quick = { intervalMs: 0 };
  work = openOwnWork(house, scheduler.jobs, { log: (line) => said.push(line), ...quick });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, ...allowed, CHROMIUM_PATH: executablePath },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    sample: false,
    now: () => clock.now(),
    rounds: webRounds(house, scheduler.jobs, () => void work.look(0)),
    rechecks: rechecksByWorkers(house, scheduler.jobs),
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await work?.close();
  await scheduler?.close();
  await house?.close();
  await open?.close();
  await place?.remove();
});

interface Person {
  name: string;
  displayName: string;
  role: string;
  first: string;
  password: string;
  page: Page;
}
const people = new Map<string, Person>();
const pageOf = (role: string) => people.get(role)!.page;

/** Signs in for the first time, with the password that was handed over, and takes one of his own. */
async function enter(person: Omit<Person, 'page'>): Promise<Page> {
  const page = await newPage(browser, 1440);
  await page.goto(`${server.url}/sign-in`, { waitUntil: 'networkidle' });
  await page.getByLabel('账号', { exact: true }).fill(person.name);
  await page.getByLabel('口令', { exact: true }).fill(person.first);
  await page.keyboard.press('Enter');
  await textWith(page, ['修改口令']);
  await page.getByLabel('现在的口令').fill(person.first);
  await page.getByLabel('新口令', { exact: true }).fill(person.password);
  await page.getByLabel('再填一次新口令').fill(person.password);
  await page.keyboard.press('Enter');
  await textWith(page, ['口令已修改']);
  people.set(person.role, { ...person, page });
  return page;
}

async function go(role: string, path: string, ...words: string[]): Promise<Page> {
  const page = pageOf(role);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await textWith(page, words);
  return page;
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .press('Enter');

const file = (name: string, bytes: Uint8Array) => ({
  ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) },
});

const isScored = async (period: string) =>
  (await house.assessments.head({ programme: 'pingliang-2020', period, sample: false })) !== null;

/** What the newest score says of the document without a number. */
async function openFindings(period: string): Promise<string[]> {
  const { rows } = await house.assessments.findings({ programme: 'pingliang-2020', period, sample: false });
  return rows.filter(({ message }) => message.includes(unnumbered)).map(({ message }) => message);
}

describe.skipIf(!executablePath)('a whole quarter, by everybody whose it is', () => {
  it('begins with an administrator, who takes a password of his own', async () => {
    const keeper = { name: 'admin', displayName: '管理员', role: 'administrator', first: firstPassword };
    const [account] = await house.accounts.accounts();
    const page = await enter({ ...keeper, name: account!.name, password: 'Qing-Shan-Lv-Shui-1' });
    await textWith(page, ['管理员']);
  });

  it('brings in the list of units once its fault is mended, and chooses a programme', async () => {
    const page = await go('administrator', '/setup', '导入单位名单', '还没有单位');
    const choose = page.getByLabel('选择单位名单文件');
    // The government above them is missing from the list: told by row, and nothing is stored.
    await choose.setInputFiles(file('单位名单.csv', Buffer.from(open.organisationsCsv)));
    await textWith(page, ['什么也没有导入', '第 2 行“上级”列']);
    expect(await house.organisations.listOrganisations()).toEqual([]);
    await choose.setInputFiles(
      file('单位名单.csv', Buffer.from(`${open.organisationsCsv}云岭县人民政府,,县,政府,,\n`)),
    );
    await textWith(page, ['没有问题', '4 行，新增 4']);
    await press(page, '确认导入');
    await textWith(page, ['已导入：新增 4 个', '4 个单位，3 个有网站']);
    await page.getByRole('link', { name: '下一步：方案' }).press('Enter');
    await page.getByRole('radio', { name: /平凉/ }).check();
    await press(page, '选定');
    await textWith(page, ['现在选定']);
  });

  it('reads the sites for the first time, each night from then on, and scores them', async () => {
    const page = await go('administrator', '/setup?step=sites', '试读首页');
    await press(page, /试读全部未读的（3）/);
    await textWith(page, ['试读 3 个，读到 3 个']);
    await page.getByRole('link', { name: '下一步：定时' }).press('Enter');
    await press(page, '设立');
    await textWith(page, ['1 个计划']);
    await page.getByRole('link', { name: '下一步：第一轮' }).press('Enter');
    await page.getByLabel('评哪个周期').selectOption('this-quarter');
    await press(page, '开始采集');
    const overview = page.getByRole('link', { name: '看总览和得分' });
    await expect.poll(() => overview.count(), { timeout: 400_000, interval: 1000 }).toBe(1);
    await overview.press('Enter');
    await textWith(page, [...names, '平均得分']);
    expect(await openFindings('2026Q2')).toHaveLength(1);
  });

  it('opens an account for each, who signs in', async () => {
    const keeper = await go('administrator', '/accounts', '账号管理');
    for (const [role, name, displayName, password] of [
      ['assessor', 'ping-gu', '平主任', 'Chun-Feng-Hua-Yu-2'],
      ['reviewer', 'fu-he', '傅科长', 'Qiu-Yue-Ru-Shuang-3'],
      ['department', 'zhu-jian', '朱干事', 'Dong-Xue-Wu-Shen-4'],
      ['leader', 'ling-dao', '凌县长', 'Xia-Mu-Yin-Yin-55'],
    ] as const) {
      await press(keeper, '新建账号');
      const form = keeper.getByRole('dialog', { name: '新建账号' });
      await form.getByRole('textbox', { name: /账号/ }).fill(name);
      await form.getByLabel('姓名').fill(displayName);
      await form.getByLabel('角色').selectOption(role);
      const unit = form.getByRole('combobox', { name: /单位/ });
      if (role === 'department') {
        await unit.fill('住房');
        await unit.press('Enter');
        await unit.press('Enter');
      } else await form.getByLabel('姓名').press('Enter');
      const told = keeper.getByRole('dialog', { name: '初始口令' });
      const first = await told.getByLabel('初始口令').inputValue();
      await press(keeper, '已记下，关闭');
      await enter({ role, name, displayName, first, password });
    }
    await textWith(pageOf('department'), ['单位排名']);
  });

  it('is mapped where a column was taken for another', async () => {
    const unit = (await house.organisations.listOrganisations({ only: ['云岭县发展和改革局'] }))[0]!;
    const page = await go('assessor', `/columns?organisation=${unit.id}`, '首次见到');
    await press(page, /^订正：/);
    const form = page.getByRole('dialog', { name: '订正栏目的认定' });
    await form.getByLabel('认定').selectOption('ignore');
    await form.getByLabel('理由').fill('该栏目是内部通知');
    await form.getByLabel('理由').press('Enter');
    await textWith(page, ['订正为非标准栏目']);
  });

  it('is reviewed: of two who decide on the same finding the second is told who was first', async () => {
    const one = await go('reviewer', `/reviews?${scope}&view=all`, '个待复核', '依据的规则');
    const two = await go('assessor', `/reviews?${scope}&view=all`, '个待复核', '依据的规则');
    await one.keyboard.press('c');
    await textWith(one, ['已确认 1 个']);
    await two.keyboard.press('c');
    await two
      .getByRole('alert')
      .getByText(/已由傅科长于.*确认/)
      .waitFor();
    await one.keyboard.press('r');
    const dialog = one.getByRole('dialog', { name: '排除' });
    const reason = dialog.getByLabel('理由', { exact: true });
    // The line breaks in the middle of the form: what was typed stays, and is sent when it is back.
    await one.context().setOffline(true);
    await reason.fill('逐页核对，页面上已有');
    await reason.press('Enter');
    await dialog.getByRole('alert').getByText('连接中断').waitFor();
    expect(await reason.inputValue()).toBe('逐页核对，页面上已有');
    await one.context().setOffline(false);
    await reason.press('Enter');
    await textWith(one, ['已排除 1 个', '有 2 项决定尚未计入评分']);
  });

  it('takes what no page shows from the unit, and has it decided', async () => {
    const unit = await go('department', `/materials?${scope}`, 'PL-14', '未报送');
    await unit.getByRole('link', { name: /^PL-14/ }).press('Enter');
    await textWith(unit, ['培训日期']);
    const path = new URL(unit.url()).pathname + new URL(unit.url()).search;
    await unit.getByLabel('培训通知：选择文件').setInputFiles(file('培训通知.pdf', makePdf([['培训通知']])));
    await unit.getByLabel('签到表或照片：选择文件').setInputFiles(file('签到表.jpg', makeJpeg()));
    await unit.getByRole('link', { name: '签到表.jpg' }).waitFor();
    await unit.getByRole('link', { name: '培训通知.pdf' }).waitFor();
    await unit.getByLabel(/^培训日期/).fill('2026-05-08');
    await unit.getByLabel(/^参训人数/).fill('30');
    await press(unit, '报送');
    await textWith(unit, ['第 1 版已报送']);
    const reviewer = await go('reviewer', path, '审定第 1 版');
    await reviewer.getByLabel('符合', { exact: true }).check();
    await press(reviewer, '审定');
    await textWith(reviewer, ['已记下']);
  });

  it('hears the unit: an appeal with proof, decided by another, counted in the next score', async () => {
    const unit = await go('department', `/appeals?${scope}&tab=findings`, own, '可申诉或说明至');
    const other = unit.getByRole('article').filter({ hasNotText: unnumbered }).first();
    const message = await other.locator('h3').innerText();
    await other.getByRole('button', { name: /^申诉/ }).press('Enter');
    const dialog = unit.getByRole('dialog', { name: '申诉' });
    await dialog.getByLabel('理由').fill('该内容已按时公开，见所附截图。');
    await dialog.getByLabel('佐证文件：选择文件').setInputFiles(file('截图.jpg', makeJpeg({ wide: 60 })));
    await dialog.getByRole('link', { name: '截图.jpg' }).waitFor();
    await dialog.getByRole('button', { name: '提交' }).press('Enter');
    await textWith(unit, ['申诉正在办理']);

    const office = await go('assessor', `/appeals?${scope}&tab=sent`, own, '截图.jpg', '作出决定');
    await office.getByRole('radio', { name: '采纳', exact: true }).check();
    await office.getByRole('textbox', { name: '理由' }).fill('经核属实。');
    await press(office, '作出决定');
    await textWith(office, [`${own}的申诉：采纳。`]);

    const review = await go('reviewer', `/reviews?${scope}`, '项决定尚未计入评分');
    await press(review, '重新评分');
    await textWith(review, ['全部决定均已计入评分']);
    const { rows } = await house.assessments.findings({ programme: 'pingliang-2020', period: '2026Q2', sample: false });
    expect(rows.map((row) => row.message)).not.toContain(message);
    await go('department', `/appeals?${scope}&tab=sent`, '采纳', '经核属实。');
  });

  it('is published: the circular is written by the assessor and read by the leader', async () => {
    const page = await go('assessor', `/circulars?${scope}`, '还没有通报');
    await press(page, '生成通报');
    const dialog = page.getByRole('dialog', { name: '生成通报' });
    expect(await dialog.getByLabel('种类').inputValue()).toBe('quarterly');
    await look(page, 'circular-ask');
    await dialog.getByRole('button', { name: '生成', exact: true }).press('Enter');
    await textWith(page, ['已生成“', '下载Word 文档', '下载PDF', '下载附件表格']);
    await look(page, 'circular-issued');
    const leader = await go('leader', `/circulars?${scope}`, '下载Word 文档');
    expect(await leader.getByRole('button', { name: '生成通报' }).count()).toBe(0);
    const [loaded] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: /下载PDF/ }).click(),
    ]);
    expect(loaded.suggestedFilename()).toMatch(/\.pdf$/);
    await go('leader', `/?${scope}`, '单位排名', ...names);
    // A department sees the ranking, and of others nothing more.
    const unit = await go('department', '/', '单位排名', ...names);
    expect(await unit.locator('.ranking th[scope=row] a').allInnerTexts()).toEqual([own]);
  });

  it('is mended: what a notice asks for is looked at again by itself when its day has passed', async () => {
    const office = await go('assessor', `/appeals?${scope}&tab=notices`, '发出整改通知');
    await press(office, '发出整改通知');
    const dialog = office.getByRole('dialog', { name: '发出整改通知' });
    await dialog.getByLabel('单位').selectOption({ label: own });
    await dialog.getByRole('checkbox', { name: new RegExp(unnumbered) }).check();
    await dialog.getByText('已选 1 个').waitFor();
    await press(office, '发出通知');
    await textWith(office, [`整改通知已发给${own}`, '整改中']);
    const unit = await go('department', `/appeals?${scope}&tab=notices`, '整改中', '反馈整改情况');
    await press(unit, /反馈整改情况/);
    await unit.getByRole('dialog').getByLabel('做了什么').fill('已补上发文字号。');
    await unit.getByRole('dialog').getByRole('button', { name: '提交反馈' }).click();
    await textWith(unit, ['已反馈，待复测']);

    const entry = sites
      .find((site) => site.unit.name === own)!
      .entries.find(({ title }) => title.includes(unnumbered))!;
    entry.documentNumber = '云建发〔2026〕19号';
    clock.setForward('2026-07-20T09:00:00+08:00');
    await scheduler.tick();
    await work.look(0);
    await expect.poll(() => isScored('2026Q3'), { timeout: 300_000 }).toBe(true);
    // Its own quarter is judged again on what was seen now, beside the result of the running one.
    await scheduler.tick();
    await go('department', `/appeals?${scope}&tab=notices`, '自动复测', '的结果认定', '已整改');
    await go('assessor', `/appeals?${scope}&tab=notices`, '的结果认定', '已整改');
    await look(office, 'quarter-mended');
    // What was said of the quarter stays as it was published.
    expect(await openFindings('2026Q2')).toHaveLength(1);
    expect(await openFindings('2026Q3')).toEqual([]);
  });

  it('can be retraced: who did what stands in the trail, and every score replays from what was kept', async () => {
    const trail = await go('administrator', '/audit', '操作记录');
    for (const [what, who] of [
      ['导入单位名单', people.get('administrator')!.name],
      ['生成通报', 'ping-gu'],
      ['发出整改通知', 'ping-gu'],
      ['提交申诉或说明', 'zhu-jian'],
      ['复核问题', 'fu-he'],
    ] as const) {
      await trail.goto(`${server.url}/audit?what=${encodeURIComponent(what)}`, { waitUntil: 'networkidle' });
      await textWith(trail, [what, who]);
    }
    const units = await house.organisations.listOrganisations({ sample: false });
    for (const period of ['2026Q2', '2026Q3']) {
      const again = await assess(house, { programme: 'pingliang-2020', period, units, replay: true });
      expect(again.replay).toMatchObject({ compared: 3, differing: [] });
    }
  });
});

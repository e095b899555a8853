import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { builtInProgrammes } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { programme, publishTasks, room, units } from '../integration/support/settled-tasks.js';
import { signedIn, type SignedIn } from '../integration/support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';
import { lookAtBoth } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const [civil, school, justice, trade] = units;
const path = `/progress?programme=${programme}&period=2026Q3`;
const rule = {
  ...{ task: 'PLT-10', stage: '完善基层行政决策公众参与机制', title: '公开公众参与行政决策的事项范围和方式' },
  dueOn: '2026-12-31',
  states: units.map((unit) => [unit, 'upcoming'] as [typeof unit, 'upcoming']),
};

let database: TemporaryDatabase;
let server: RunningServer;
let browser: Browser;
let office: SignedIn;

beforeAll(async () => {
  if (!executablePath) return;
  database = await openTemporaryDatabase();
  await database.stores.organisations.importOrganisations(units);
  await publishTasks(database.stores, { period: '2026Q3', asOf: '2026-07-07', tasks: [room, rule] });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: await builtInProgrammes(),
    now: () => new Date('2026-07-08T02:00:00.000Z'),
  });
  browser = await launchBrowser(executablePath);
  office = await signedIn(database.stores, { role: 'assessor' });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
});

async function openAs(by: SignedIn): Promise<Page> {
  const page = await newPage(browser, 1440, { origin: server.url, cookie: by.headers.cookie });
  page.setDefaultTimeout(15000);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await textWith(page, ['各单位的任务', civil.name]);
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter');
const unfold = (page: Page, name: string) => matrix(page).getByRole('button', { name }).first().press('Enter');
const dialog = (page: Page) => page.getByRole('dialog');
const matrix = (page: Page) => page.getByRole('group', { name: '任务与单位对照表' });

describe.skipIf(!executablePath)('tasks that people confirm, in a real browser', () => {
  it('are confirmed with a file by keys alone, shown with what was measured, and taken back', async () => {
    const page = await openAs(office);
    await unfold(page, civil.name);
    await textWith(page, ['待报送材料，尚未报送或审定', '佐证材料 PL-09', '未报送', '去报送材料']);
    await press(page, `认定：${civil.name}，${room.title}`);
    await dialog(page).getByLabel('认定为').waitFor();
    // The date is asked for before anything is sent; what was typed stays.
    await dialog(page).getByLabel('理由').fill('7月1日现场查验，专区已对外开放');
    await dialog(page).getByRole('button', { name: '认定', exact: true }).focus();
    await dialog(page).getByLabel('完成日期').fill('2026-06-18');
    await dialog(page)
      .getByLabel('佐证文件：选择文件')
      .setInputFiles({
        ...{ name: '查验记录.txt', mimeType: 'text/plain', buffer: Buffer.from('不收的文件') },
      });
    await dialog(page).getByRole('alert').waitFor();
    await dialog(page)
      .getByRole('button', { name: /^取消.*查验记录/ })
      .press('Enter');
    await dialog(page).getByLabel('佐证网址').fill('https://www.yunling.example/zqgk/');
    await lookAtBoth(page, 'task-word-form');
    await dialog(page).getByRole('button', { name: '认定', exact: true }).press('Enter');
    await textWith(page, ['已认定 1 个单位', '系统测得：未能核实', '认定完成（2026年6月18日完成）']);
    await expect.poll(() => matrix(page).innerText()).toContain('按时');
    await lookAtBoth(page, 'task-word-said');

    await press(page, `撤回认定：${civil.name}，${room.title}`);
    await dialog(page).getByLabel('理由').fill('看错了单位');
    await dialog(page).getByRole('button', { name: '撤回', exact: true }).press('Enter');
    await textWith(page, ['已撤回认定', '以前的认定（2）']);
    await page.close();
  });

  it('are confirmed of several units in one go; what another did meanwhile is told', async () => {
    const page = await openAs(office);
    await page.getByLabel('批量认定').selectOption({ label: `1 ${room.title}` });
    await expect.poll(() => matrix(page).getByRole('checkbox').count()).toBe(3);
    await matrix(page).getByLabel(`选上${civil.name}`).press('Space');
    await press(page, '选上本页其余 2 个');
    await textWith(page, ['已选 3 个单位']);
    await lookAtBoth(page, 'task-words-chosen');
    const reviewer = await signedIn(database.stores, { role: 'reviewer' });
    const said = await reviewer.fetch(`${server.url}/api/v1/tasks/words`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ deed: crypto.randomUUID(), programme, period: '2026Q3', task: room.task, verdict: 'notApplicable' },
        ...{ doneOn: null, reason: '没有办事场所', links: [] },
        units: [{ organisation: school.id, seen: null, files: [] }],
      }),
    });
    expect(said.status).toBe(201);
    await press(page, '一并认定');
    await dialog(page).getByLabel('完成日期').fill('2026-07-02');
    await dialog(page).getByLabel('理由').fill('逐个查验');
    await dialog(page).getByRole('button', { name: '认定', exact: true }).press('Enter');
    await textWith(page, [
      '已认定 2 个单位；以下 1 个没有认定',
      school.name,
      '认定不适用（没有办事场所），请刷新后再办',
    ]);
    await lookAtBoth(page, 'task-words-left');
    await press(page, '知道了');
    await unfold(page, justice.name);
    await textWith(page, ['认定与测得不一致', '进展按系统测得计入', '经人工认定2项，另有1项认定与系统测得不一致']);
    await lookAtBoth(page, 'task-words-disputed');
    await page.close();
  });

  it('are seen by a department with its way to the form, and nothing to confirm', async () => {
    const page = await openAs(await signedIn(database.stores, { role: 'department', unit: civil.id }));
    await unfold(page, civil.name);
    await textWith(page, ['逐个查验', '去报送材料']);
    expect(await page.getByRole('button', { name: /认定：/ }).count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain(trade.name);
    await lookAtBoth(page, 'task-words-department');
    await page.getByRole('link', { name: /^去报送材料.*PL-09/ }).press('Enter');
    await textWith(page, ['佐证材料', '各专区的地点']);
    await page.close();
  });
});

import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '#access';
import { findBrowser } from '#crawlers';
import { addAccount, assess, builtInProgrammes, demoAccounts, makeDemoAccounts, type Mail } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { look } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const scope = 'programme=pingliang-2020&period=2026Q2';
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局', '云岭县河湾镇人民政府'];

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;
/** Name of the unit whose account the sample has. */
let own: string;
const letters: Mail[] = [];

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty(names);
  const { house, units } = crawled;
  await assess(house, { programme: 'pingliang-2020', period: '2026Q2', units, replay: false });
  await makeDemoAccounts(house, new Date());
  const department = (await house.accounts.accounts()).find(({ role }) => role === 'department');
  own = department?.unit?.name ?? '';
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    mailer: { send: (letter) => Promise.resolve(letters.push(letter)).then(() => null), close: () => undefined },
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await crawled?.close();
});

const account = (role: string) => demoAccounts.find((one) => one.role === role)!;
const menuOf = async (page: Page) => (await page.getByRole('navigation', { name: '主菜单' }).innerText()).split(/\s+/);

async function open(path: string, width = 1440): Promise<Page> {
  const page = await newPage(browser, width);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

/** By keyboard alone, as a person would: the name has the focus, the rest follows by tabs. */
async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

async function signedIn(role: string, path: string, width = 1440): Promise<Page> {
  const page = await open(`/sign-in?back=${encodeURIComponent(path)}`, width);
  await signIn(page, account(role).name, account(role).password);
  await page.getByRole('button', { name: new RegExp(account(role).displayName) }).waitFor();
  return page;
}

describe.skipIf(!executablePath)('accounts in a real browser', () => {
  it('lets everyone read the sample, and offers its accounts', async () => {
    for (const width of [1440, 390]) {
      const page = await open(`/?${scope}`, width);
      await textWith(page, ['示例：只读浏览', '单位排名']);
      await page.getByRole('link', { name: '登录试用各角色' }).click();
      await textWith(page, ['示例账号', ...demoAccounts.map(({ name }) => name)]);
      await look(page, 'sign-in');
      await page.getByRole('button', { name: /以此身份登录.*评估人员/ }).press('Enter');
      // Back where one was.
      await textWith(page, ['单位排名', '评估人员']);
      expect(new URL(page.url()).search).toBe(`?${scope}`);
      await page.getByRole('button', { name: /示例评估员/ }).click();
      await look(page, 'account-menu');
      await page.getByRole('button', { name: '退出' }).click();
      await textWith(page, ['已退出', '示例：只读浏览']);
      await page.close();
    }
  });

  it('has whoever leads the whole begin with the board', async () => {
    const page = await open(`/?${scope}`);
    await page.getByRole('link', { name: '登录试用各角色' }).click();
    await page.getByRole('button', { name: /以此身份登录.*领导/ }).press('Enter');
    await textWith(page, ['领导看板', '需要研究决定的']);
    expect(new URL(page.url()).pathname).toBe('/leader');
    await page.getByRole('link', { name: '总览' }).click();
    await textWith(page, ['单位排名']);
    await page.close();
  });

  it('says that something was wrong, not what', async () => {
    const page = await open('/sign-in');
    for (const name of [account('leader').name, 'nobody-of-that-name']) {
      await page.getByLabel('账号', { exact: true }).fill(name);
      await page.getByLabel('口令', { exact: true }).fill('Wrong-Password-1');
      await page.getByLabel('口令', { exact: true }).press('Enter');
      await page.getByRole('alert').getByText('账号或口令不正确').waitFor();
      expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe(name);
    }
    await page.close();
  });

  it.each([
    [
      'administrator',
      ['总览', '采集情况', '对照试算'],
      [],
      ['我的账号', '建立', '公开页', '账号管理', '接口令牌', '通知', '操作记录'],
    ],
    ['assessor', ['总览', '采集情况', '对照试算'], [], ['我的账号', '建立', '公开页']],
    ['reviewer', ['总览', '采集情况', '通报'], [], ['我的账号']],
    ['leader', ['总览', '领导看板', '采集情况', '通报'], [], ['我的账号']],
    ['department', ['单位得分', '问题清单'], ['总览', '领导看板', '采集情况', '对照试算', '通报'], ['我的账号']],
  ])('shows to the role %s what it may use', async (role, seen, unseen, own) => {
    const page = await signedIn(role, '/findings');
    await textWith(page, ['问题清单']);
    const menu = await menuOf(page);
    expect(menu).toEqual(expect.arrayContaining(seen));
    for (const word of unseen) expect(menu).not.toContain(word);
    await page.getByRole('button', { name: new RegExp(account(role).displayName) }).press('Enter');
    expect(await page.locator('#account-menu li').allInnerTexts()).toEqual([...own, '退出']);
    await page.keyboard.press('Escape');
    const tries = role === 'leader' || role === 'department' ? 0 : 1;
    await page.goto(`${server.url}/reading`, { waitUntil: 'networkidle' });
    expect(await page.getByRole('button', { name: '试读', exact: true }).count()).toBe(tries);
    if (role !== 'administrator') {
      await page.goto(`${server.url}/accounts`, { waitUntil: 'networkidle' });
      await textWith(page, ['您的角色不能使用本页']);
    }
    await page.close();
  });

  it('shows to a department its own unit alone, and of others only the ranking', async () => {
    for (const width of [1440, 390]) {
      const page = await signedIn('department', '/', width);
      const ranking = await textWith(page, names);
      expect(ranking).toContain('单位排名');
      expect(await page.locator('.ranking th[scope=row] a').allInnerTexts()).toEqual([own]);
      await look(page, 'ranking-of-department');
      const other = crawled.units.find(({ name }) => name !== own)!;
      await page.goto(`${server.url}/scorecards/${other.id}?${scope}`, { waitUntil: 'networkidle' });
      await textWith(page, ['没有取得数据']);
      await page.goto(`${server.url}/findings?${scope}`, { waitUntil: 'networkidle' });
      const findings = await textWith(page, [own]);
      for (const name of names.filter((one) => one !== own)) expect(findings).not.toContain(name);
      await page.close();
    }
  });

  it('asks to sign in over the page when the session has ended in the middle of a form, and loses nothing', async () => {
    const unit = crawled.units.find(({ name }) => name === '云岭县住房和城乡建设局')!;
    const page = await signedIn('assessor', `/columns?organisation=${unit.id}`);
    await page
      .getByRole('button', { name: /^订正：/ })
      .first()
      .press('Enter');
    const form = page.getByRole('dialog', { name: '订正栏目的认定' });
    await form.getByLabel('认定').selectOption('ignore');
    await form.getByLabel('理由').fill('写了很久的理由');
    await page.context().clearCookies();
    await form.getByLabel('理由').press('Enter');
    const again = page.getByRole('dialog', { name: '登录已过期' });
    await again.waitFor();
    expect(await again.getByLabel('账号', { exact: true }).inputValue()).toBe(account('assessor').name);
    await look(page, 'session-ended');
    await again.getByLabel('口令', { exact: true }).fill(account('assessor').password);
    await again.getByLabel('口令', { exact: true }).press('Enter');
    await textWith(page, ['写了很久的理由']);
    const pins = (await (
      await page.request.get(`${server.url}/api/v1/site-columns?organisation=${unit.id}`)
    ).json()) as {
      pins: { reason: string }[];
    };
    expect(pins.pins.map(({ reason }) => reason)).toEqual(['写了很久的理由']);
    await page.close();
  });

  it('says so when the connection is lost in the middle of a form, and keeps the text', async () => {
    const unit = crawled.units.find(({ name }) => name === '云岭县河湾镇人民政府')!;
    const page = await signedIn('assessor', `/columns?organisation=${unit.id}`);
    await page
      .getByRole('button', { name: /^订正：/ })
      .first()
      .press('Enter');
    const form = page.getByRole('dialog', { name: '订正栏目的认定' });
    await form.getByLabel('认定').selectOption('ignore');
    await form.getByLabel('理由').fill('断线前写的理由');
    await page.context().setOffline(true);
    await form.getByLabel('理由').press('Enter');
    await form.getByRole('alert').getByText('所填内容仍在').waitFor();
    expect(await form.getByLabel('理由').inputValue()).toBe('断线前写的理由');
    await page.context().setOffline(false);
    await form.getByLabel('理由').press('Enter');
    await textWith(page, ['断线前写的理由']);
    await page.close();
  });

  it('takes an account from its first password to a second factor, by keyboard and by any width', async () => {
    const keeper = await signedIn('administrator', '/accounts');
    await textWith(keeper, ['账号管理', ...demoAccounts.map(({ name }) => name)]);
    await look(keeper, 'accounts');
    await keeper.getByRole('button', { name: '新建账号' }).press('Enter');
    const form = keeper.getByRole('dialog', { name: '新建账号' });
    await form.getByRole('textbox', { name: /账号/ }).fill('wang-zhuan');
    await form.getByLabel('姓名').fill('王专');
    await form.getByLabel('角色').selectOption('department');
    const unit = form.getByRole('combobox', { name: /单位（必选）/ });
    await unit.fill('河湾');
    await look(keeper, 'new-account');
    await unit.press('Enter');
    expect(await unit.inputValue()).toBe('云岭县河湾镇人民政府');
    await unit.press('Enter');
    const told = keeper.getByRole('dialog', { name: '初始口令' });
    const first = await told.getByLabel('初始口令').inputValue();
    expect(first.length).toBeGreaterThan(9);
    await look(keeper, 'first-password');
    await told.getByRole('button', { name: '已记下，关闭' }).press('Enter');
    await textWith(keeper, ['王专', '待改初始口令']);

    const page = await open('/sign-in?back=/findings', 390);
    await signIn(page, 'wang-zhuan', first);
    await textWith(page, ['修改口令', '这是管理员发给您的初始口令']);
    // Nothing else is shown before.
    await page.goto(`${server.url}/progress`, { waitUntil: 'networkidle' });
    expect(new URL(page.url()).pathname).toBe('/password');
    await page.getByLabel('现在的口令').fill(first);
    await page.getByLabel('新口令', { exact: true }).fill('Shan-Lu-Yun-88');
    await page.getByLabel('再填一次新口令').fill('Shan-Lu-Yun-8');
    await textWith(page, ['口令强度：', '两次填写不一样']);
    await look(page, 'password');
    await page.getByLabel('再填一次新口令').fill('Shan-Lu-Yun-88');
    await page.getByLabel('再填一次新口令').press('Enter');
    await textWith(page, ['口令已修改']);
    expect(new URL(page.url()).pathname).toBe('/progress');

    await page.goto(`${server.url}/account`, { waitUntil: 'networkidle' });
    await textWith(page, ['每周的工作提示、整改通知和逾期提醒发到这里', '未填']);
    await page.getByLabel('邮箱地址').fill('wang@yunling.example');
    await page.getByLabel('邮箱地址').press('Enter');
    await textWith(page, ['确认码已发到邮箱', '待确认']);
    expect(letters).toMatchObject([{ to: 'wang@yunling.example' }]);
    await look(page, 'mail-code');
    const code = /确认码：(\w+)/.exec(letters[0]!.text)![1]!;
    await page.getByLabel(/确认码/).fill('AAAAAAAAAA');
    await page.getByLabel(/确认码/).press('Enter');
    await page.getByRole('alert').getByText('确认码不正确').waitFor();
    // As the link in the letter leads there.
    await page.goto(`${server.url}/account?confirm=${code}`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: '确认邮箱' }).press('Enter');
    await textWith(page, ['邮箱已确认', '收信']);
    await page.getByRole('button', { name: '不再收信' }).press('Enter');
    await textWith(page, ['不再发信', '不收信']);
    await page.getByRole('button', { name: '设置两步验证' }).press('Enter');
    await page.getByRole('img', { name: '两步验证的二维码' }).waitFor();
    const secret = (await page.locator('.secret code').innerText()).replace(/\s/g, '');
    await look(page, 'second-factor');
    const now = Date.now();
    await page.getByLabel('验证码').fill(codeAt(secret, now));
    await page.getByLabel('验证码').press('Enter');
    await textWith(page, ['两步验证已启用', '已启用']);
    await page.getByRole('button', { name: /王专/ }).press('Enter');
    await page.getByRole('button', { name: '退出' }).press('Enter');
    await textWith(page, ['已退出']);

    await page.goto(`${server.url}/sign-in`, { waitUntil: 'networkidle' });
    await signIn(page, 'wang-zhuan', 'Shan-Lu-Yun-88');
    await page.getByLabel('验证码').waitFor();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('验证码不正确').waitFor();
    await look(page, 'sign-in-code');
    // The code of the next thirty seconds counts as well; that of before was used up.
    await page.getByLabel('验证码').fill(codeAt(secret, now + 30_000));
    await page.getByLabel('验证码').press('Enter');
    await textWith(page, ['王专', '单位排名']);
    expect(await page.locator('.ranking th[scope=row] a').allInnerTexts()).toEqual(['云岭县河湾镇人民政府']);
    await page.close();

    await keeper.getByRole('button', { name: /停用.*wang-zhuan/ }).press('Enter');
    await keeper.getByRole('dialog', { name: '停用账号' }).getByRole('button', { name: '停用' }).press('Enter');
    await textWith(keeper, ['已停用']);
    await keeper.close();
  });

  it('gives a token once and takes it back, and tells of it in the trail', async () => {
    const page = await signedIn('administrator', '/tokens');
    await page.getByRole('button', { name: '发放令牌' }).press('Enter');
    const form = page.getByRole('dialog', { name: '发放令牌' });
    await form.getByLabel('用途（哪个系统、做什么）').fill('县大屏读取得分');
    await look(page, 'new-token');
    await form.getByLabel('用途（哪个系统、做什么）').press('Enter');
    const told = page.getByRole('dialog', { name: '接口令牌' });
    const token = await told.getByLabel('令牌', { exact: true }).inputValue();
    await told.getByRole('button', { name: '已记下，关闭' }).press('Enter');
    const ask = () => fetch(`${server.url}/api/v1/organisations`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await textWith(page, ['县大屏读取得分', '有效']);
    await look(page, 'tokens');
    await page.getByRole('button', { name: /撤销.*县大屏读取得分/ }).press('Enter');
    await page.getByRole('dialog', { name: '撤销令牌' }).getByRole('button', { name: '撤销' }).press('Enter');
    await textWith(page, ['已撤销']);
    expect((await ask()).status).toBe(401);

    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${server.url}/audit?what=${encodeURIComponent('令牌')}`, { waitUntil: 'networkidle' });
      const trail = await textWith(page, [account('administrator').name, '县大屏读取得分']);
      expect(trail).not.toContain(token);
      await page.locator('summary').first().press('Enter');
      await look(page, 'audit');
    }
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe('操作记录.xlsx');
    await page.close();
  });
});

describe.skipIf(!executablePath)('the robots of groups', () => {
  it('are not set up over a sample, and what was typed stays', async () => {
    const page = await signedIn('administrator', '/channels');
    await textWith(page, ['还没有设立通知']);
    await look(page, 'channels');
    await page.getByRole('button', { name: '设立通知' }).press('Enter');
    const form = page.getByRole('dialog', { name: '设立通知' });
    await form.getByLabel('名称（哪个群或邮箱）').fill('政务公开工作群');
    await form.getByLabel('Webhook 网址').fill('https://robot.yunling.example/send?key=1');
    await look(page, 'new-channel');
    await form.getByLabel('名称（哪个群或邮箱）').press('Enter');
    await form.getByLabel('名称（哪个群或邮箱）').press('Enter');
    await form.getByRole('alert').getByText('示例数据不发送通知').waitFor();
    expect(await form.getByLabel('名称（哪个群或邮箱）').inputValue()).toBe('政务公开工作群');
    await page.close();
  });
});

/** What only a narrow screen shows. */
describe.skipIf(!executablePath)('pages of accounts on a phone', () => {
  it.each(['/account', '/accounts', '/tokens', '/channels'])(
    '%s is whole and without a serious fault',
    async (path) => {
      const page = await signedIn('administrator', path, 390);
      await look(page, `phone${path.replace('/', '-')}`);
      await page.close();
    },
  );
});

// Last, for then the accounts of the sample are gone.
describe.skipIf(!executablePath)('where the data are real', () => {
  let closed: RunningServer;
  let first: string;

  beforeAll(async () => {
    const { house } = crawled;
    const asked = { name: 'zhou', displayName: '周管理', role: 'administrator' as const, unit: null };
    first = (await addAccount(house, asked, { sample: false, now: new Date() })).firstPassword;
    closed = await startServer({
      settings: { HOST: '127.0.0.1', PORT: 0 },
      dataSource: house.database.dataSource,
      blobs: house.blobs,
      programmes: await builtInProgrammes(),
      sample: false,
    });
  });
  afterAll(() => closed?.close());

  it('shows nothing but the sign-in, then the change of the first password, then the page that was asked for', async () => {
    for (const width of [1440, 390]) {
      const page = await newPage(browser, width);
      const refused: string[] = [];
      page.on('response', (response) => response.status() === 401 && refused.push(response.url()));
      await page.goto(`${closed.url}/audit`, { waitUntil: 'networkidle' });
      const text = await textWith(page, ['登录', '忘记口令']);
      expect(text).not.toMatch(/总览|示例|只读/);
      await look(page, 'sign-in-real');
      // Nothing was even asked for that would have been refused.
      expect(refused).toEqual([]);
      if (width === 390) {
        await signIn(page, 'zhou', first);
        await textWith(page, ['这是管理员发给您的初始口令']);
        await page.getByLabel('现在的口令').fill(first);
        for (const label of ['新口令', '再填一次新口令'])
          await page.getByLabel(label, { exact: true }).fill('Qiu-Tian-88-Ye');
        await page.getByLabel('再填一次新口令').press('Enter');
        await textWith(page, ['操作记录', '口令已修改', '修改本人口令']);
        expect(new URL(page.url()).pathname).toBe('/audit');
      }
      await page.close();
    }
  });

  it('lets no account of the sample in', async () => {
    const page = await newPage(browser, 1440);
    await page.goto(`${closed.url}/sign-in`, { waitUntil: 'networkidle' });
    await signIn(page, account('administrator').name, account('administrator').password);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0);
    await page.close();
  });
});

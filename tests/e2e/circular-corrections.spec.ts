import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts, saveLetterhead, stepCircularDraft, type Author } from '#operations';
import { pdfPages } from '../../libs/circulars/printed-files.test.js';
import {
  executablePath,
  inDialog,
  openCircularOffice,
  plan,
  press,
  scope,
  type CircularOffice,
} from './circular-office.fixture.js';
import { look, lookAtBoth } from './look.fixture.js';
import { textWith } from './page.fixture.js';

const issuer = '云岭县人民政府办公室';

let office: CircularOffice;

beforeAll(async () => {
  if (!executablePath) return;
  office = await openCircularOffice(executablePath);
  const { house } = office.crawled;
  const content = {
    ...{ issuer, heading: `${issuer}文件`, code: '云政办发', recipients: '各乡镇人民政府，县政府各部门' },
    ...{ copyTo: '', signature: issuer, printedBy: issuer, contact: '政务公开股', publicNote: '', inUse: true },
  };
  const change = { id: randomUUID(), base: 0, content, reason: '统一红头' };
  await saveLetterhead(house, change, { doer: await personOf('administrator'), now: house.clock.now() });
});

afterAll(() => office?.close());

async function personOf(role: string): Promise<Author> {
  const { name } = demoAccounts.find((one) => one.role === role)!;
  const { id, displayName } = (await office.crawled.house.accounts.named(name))!;
  return { account: id, name: displayName, unit: null, sample: true };
}

/** Sent and approved by two people as the spec of drafts does it on the page, then numbered on the page. */
async function issueAs(page: Page, number: string): Promise<void> {
  const { house } = office.crawled;
  const draft = new URL(page.url()).pathname.split('/').at(-1)!;
  for (const [step, role] of [
    ['sent', 'assessor'],
    ['approved', 'reviewer'],
  ] as const) {
    const deed = { doer: await personOf(role), now: house.clock.now() };
    await stepCircularDraft(house, draft, { id: randomUUID(), step, revision: 1, reason: '' }, deed);
  }
  await page.reload({ waitUntil: 'networkidle' });
  await press(page, '编号印发');
  expect(await page.getByLabel('发文字号').inputValue()).toBe(number);
  await inDialog(page, '印发');
  await textWith(page, [`已印发${number}`]);
}

async function printedWords(number: string): Promise<string> {
  const { house } = office.crawled;
  const circular = (await house.circulars.listCirculars(plan)).find((one) => one.number === number)!;
  const { sha256 } = circular.files.find(({ format }) => format === 'pdf')!;
  const pages = await pdfPages(Buffer.from(await house.blobs.get(sha256)));
  return pages.map(({ words }) => words.replace(/^示例材料：单位和数据均为虚构，仅供演示—\d+—/, '')).join('');
}

describe.skipIf(!executablePath)('a special circular, in a real browser', () => {
  it('tells of chosen units alone, is corrected by a later one of the same scope, and stands again when that is revoked', async () => {
    const page = await office.signedIn('assessor', `/circulars?${scope}`);
    const dialog = page.getByRole('dialog');
    await press(page, '起草通报');
    await dialog.getByLabel('种类').selectOption('special');
    await dialog.getByLabel('通报范围').selectOption('grade');
    await dialog.getByLabel(/^\s*等次/).selectOption('良好');
    await lookAtBoth(page, 'circular-special-rule');
    await inDialog(page, '起草');
    await textWith(page, ['突出问题的专项通报', '一、通报范围', '三、整改要求', '等次为良好及以下']);
    await lookAtBoth(page, 'circular-special');
    await issueAs(page, '云政办发〔2026〕1号');
    const special = await printedWords('云政办发〔2026〕1号');
    expect(special).toContain('等次为良好及以下的单位共2个：云岭县发展和改革局、云岭县住房和城乡建设局');
    expect(special).not.toMatch(/(?:个别|部分|多数|全部)单位存在/);

    // What corrects it is offered with its kind and scope, though the page was opened anew meanwhile.
    await press(page, /^更正\s*云政办发〔2026〕1号/);
    await textWith(page, ['印发后，原通报标明已更正']);
    expect(await dialog.getByLabel('周期').inputValue()).toBe(plan.period);
    expect(await dialog.getByLabel('种类').inputValue()).toBe('special');
    expect(await dialog.getByLabel(/^\s*等次/).inputValue()).toBe('良好');
    await lookAtBoth(page, 'circular-correcting');
    await inDialog(page, '起草');
    await textWith(page, ['予以更正，所通报的情况以本通报为准']);
    await issueAs(page, '云政办发〔2026〕2号');
    await textWith(page, ['已由 云政办发〔2026〕2号 更正', '更正 云政办发〔2026〕1号。']);
    await lookAtBoth(page, 'circular-corrected');
    expect(await printedWords('云政办发〔2026〕2号')).toContain('（云政办发〔2026〕1号）予以更正');
    await press(page, /^撤销\s*云政办发〔2026〕2号/);
    await dialog.getByRole('textbox').fill('更正有误');
    await inDialog(page, '撤销');
    await textWith(page, ['更正有误']);
    await page.getByText('已由 云政办发〔2026〕2号 更正').waitFor({ state: 'detached' });
    await lookAtBoth(page, 'circular-correction-revoked');
    await page.close();
  });

  it('leaves the next number of its office to a notice to mend, which bears it on paper', async () => {
    const page = await office.signedIn('assessor', `/appeals?${scope}&tab=notices`);
    const dialog = page.getByRole('dialog');
    await press(page, '发出整改通知');
    await dialog.getByLabel('单位').selectOption({ label: '云岭县住房和城乡建设局' });
    await dialog.getByRole('button', { name: '全选', exact: true }).press('Enter');
    await dialog.getByRole('button', { name: '填入下一个号：云政办发〔2026〕3号' }).press('Enter');
    await textWith(page, ['已选 9 个']);
    // The whole of the form, down to the number.
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 1400 });
      await look(page, 'notice-number');
    }
    await dialog.getByRole('button', { name: '发出通知' }).press('Enter');
    await textWith(page, ['整改通知已发给云岭县住房和城乡建设局', '云政办发〔2026〕3号']);
    await lookAtBoth(page, 'notice-numbered');
    const [notice] = await office.crawled.house.rectifications.notices({});
    const letter = await page.request.get(`${office.server.url}/api/v1/rectifications/${notice!.id}/letter.pdf`);
    const [first] = await pdfPages(await letter.body());
    expect(first!.words).toContain(
      `云政办发〔2026〕3号${issuer}关于限期整改政务公开问题的通知云岭县住房和城乡建设局：`,
    );
    await page.close();
  });
});

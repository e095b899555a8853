import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '#operations';
import { readDocxParagraphs } from '../../libs/circulars/docx/read-docx-text.js';
import {
  executablePath,
  inDialog,
  openCircularOffice,
  plan,
  press,
  scope,
  type CircularOffice,
} from './circular-office.fixture.js';
import { lookAtBoth } from './look.fixture.js';
import { textWith } from './page.fixture.js';

let office: CircularOffice;

beforeAll(async () => {
  if (executablePath) office = await openCircularOffice(executablePath);
});

afterAll(() => office?.close());

describe.skipIf(!executablePath)('a circular, in a real browser', () => {
  it('is drafted, edited between its figures, reviewed by another, numbered and frozen, with the keyboard alone', async () => {
    const page = await office.signedIn('assessor', `/circulars?${scope}`);
    await textWith(page, ['还没有通报']);
    await press(page, '起草通报');
    await textWith(page, ['数字不能改写']);
    await inDialog(page, '起草');
    await textWith(page, ['起草中', '一、总体情况', '发文要素', '办理经过', '没有不同。']);
    await lookAtBoth(page, 'circular-draft');

    // Words are typed between the figures; the caret passes over a figure, and no key changes it.
    const first = page.getByRole('textbox', { name: '第1段第1处文字', exact: true });
    const before = await page.locator('.paper').innerText();
    await first.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('受县人民政府委托，');
    const third = page.getByRole('textbox', { name: '第3段第1处文字', exact: true });
    await third.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Backspace');
    expect((await page.locator('.paper').innerText()).replace('受县人民政府委托，', '')).toBe(before);
    await textWith(page, ['保存于', '第 2 版']);
    await textWith(page, ['算出的第1段']);

    // A figure tells where it comes from, goes with its sentence, and comes back.
    const chip = page.locator('.passage').nth(3).locator('.chip.figure').first();
    const sentences = await page.locator('.passage').nth(3).innerText();
    await chip.press('Enter');
    await textWith(page, ['算出的数字', '附件1“得分排名表”']);
    await press(page, '删去这一句');
    await textWith(page, ['删去的句子']);
    expect(await page.locator('.passage').nth(3).innerText()).not.toBe(sentences);
    await press(page, '恢复');
    await page.getByText('删去的句子').waitFor({ state: 'detached' });

    // A paragraph of one’s own, with a number that nobody computed.
    await page.getByRole('button', { name: /^下加一段.*第1段之后/ }).press('Enter');
    await page.keyboard.type('全县共有330个行政村。');
    await textWith(page, ['不是从附件算出的']);
    await lookAtBoth(page, 'circular-unchecked');
    await press(page, '送审');
    await inDialog(page, '送审');
    await page.getByRole('alert').getByText('中有未经核对的数字').waitFor();
    await inDialog(page, '取消');
    await page.getByLabel('依据', { exact: true }).fill('县统计公报');
    await page.keyboard.press('Enter');
    await textWith(page, ['已核对的数字', '县统计公报']);

    // The line breaks while something is typed, the window is closed: it is there still.
    await page.context().setOffline(true);
    await first.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('经研究，');
    await textWith(page, ['留在本机']);
    await page.context().setOffline(false);
    await page.reload({ waitUntil: 'networkidle' });
    await textWith(page, ['经研究，受县人民政府委托，', '已保存于']);

    await press(page, '预览');
    await page.frameLocator('iframe').getByText('经研究，受县人民政府委托，').waitFor();
    await lookAtBoth(page, 'circular-preview');
    await press(page, '收起');
    await press(page, '送审');
    await inDialog(page, '送审');
    await textWith(page, ['送审中', '须由另一人审核']);
    expect(await page.getByRole('textbox', { name: /处文字/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '审定', exact: true }).count()).toBe(0);
    const address = page.url();

    const reviewer = await office.signedIn('reviewer', address.slice(office.server.url.length));
    await textWith(reviewer, ['送审中', '经研究，受县人民政府委托，']);
    await press(reviewer, '退回');
    await inDialog(reviewer, '退回');
    await textWith(reviewer, ['请填写退回理由']);
    await reviewer.getByRole('dialog').getByRole('textbox').fill('“经研究”三字删去');
    await inDialog(reviewer, '退回');
    await textWith(reviewer, ['起草中', '“经研究”三字删去']);

    await page.reload({ waitUntil: 'networkidle' });
    await first.focus();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Delete');
    await textWith(page, ['已保存于']);
    await press(page, '送审');
    await inDialog(page, '送审');
    await textWith(page, ['送审中']);
    await reviewer.reload({ waitUntil: 'networkidle' });
    await press(reviewer, '审定');
    await inDialog(reviewer, '审定');
    await textWith(reviewer, ['已审定']);

    await page.reload({ waitUntil: 'networkidle' });
    await press(page, '编号印发');
    await page.getByLabel('发文字号').fill('云政办发〔2026〕03号');
    await page.getByLabel('成文日期').fill('2026-07-03');
    await lookAtBoth(page, 'circular-issue');
    await inDialog(page, '印发');
    await page.getByRole('alert').getByText('虚位').waitFor();
    await page.getByLabel('发文字号').fill('云政办发〔2026〕3号');
    await inDialog(page, '印发');
    await textWith(page, ['已印发云政办发〔2026〕3号', '成文日期 2026年7月3日', '下载PDF']);
    await lookAtBoth(page, 'circular-numbered');
    await press(page, /^撤销/);
    await page.getByRole('dialog').getByRole('textbox').fill('附件有误');
    await inDialog(page, '撤销');
    await textWith(page, ['已撤销', '附件有误', '下载PDF']);
    await lookAtBoth(page, 'circular-revoked');
    await press(page, /^恢复/);
    await page.getByRole('dialog').getByRole('textbox').fill('查明无误');
    await inDialog(page, '恢复');
    await textWith(page, ['查明无误']);
    const [circular] = await office.crawled.house.circulars.listCirculars(plan);
    const docx = circular!.files.find(({ format }) => format === 'docx')!;
    const words = await readDocxParagraphs(Buffer.from(await office.crawled.house.blobs.get(docx.sha256)));
    expect(words).toContain('云政办发〔2026〕3号');
    expect(words).toContain('全县共有330个行政村。');
    await page.goto(address, { waitUntil: 'networkidle' });
    await textWith(page, ['已印发', '印发：云政办发〔2026〕3号']);
    expect(await page.getByRole('button', { name: /^(收回修改|送审|编号印发)$/ }).count()).toBe(0);
    await lookAtBoth(page, 'circular-frozen');
    await page.close();
    await reviewer.close();
  });

  it('bears the letterhead of its office, version by version', async () => {
    const page = await office.signedIn('administrator', `/circulars?${scope}`);
    await page.getByRole('link', { name: '发文模板', exact: true }).click();
    await textWith(page, ['还没有发文模板']);
    await press(page, '新建模板');
    // The first field has the focus; what the office is called stands for the rest.
    await page.keyboard.type('云岭县人民政府办公室');
    await page.keyboard.press('Tab');
    const field = (name: string) => page.getByRole('textbox', { name });
    expect(await field('署名').inputValue()).toBe('云岭县人民政府办公室');
    await field('发文机关标志').fill('云岭县人民政府办公室文件');
    await field('机关代字').fill('云政3');
    await field('主送').fill('各乡镇人民政府，县政府各部门');
    await press(page, '看第一页');
    await page.getByRole('alert').getByText('不能用于发文字号').waitFor();
    await field('机关代字').fill('云政办发');
    await field('联系方式').fill('政务公开科');
    await press(page, '看第一页');
    await page.frameLocator('iframe').getByText('云岭县人民政府办公室文件').waitFor();
    await lookAtBoth(page, 'letterhead-new');
    await press(page, '保存');
    await page.getByRole('dialog').getByRole('textbox').fill('统一红头');
    await inDialog(page, '保存');
    await textWith(page, ['已保存为第 1 版', '第 1 版，', '统一红头']);

    await field('联系方式').fill('政务公开股');
    await textWith(page, ['与第 1 版对照', '政务公开股']);
    await press(page, '保存');
    await page.getByRole('dialog').getByRole('textbox').fill('股室改名');
    await inDialog(page, '保存');
    await textWith(page, ['已保存为第 2 版', '股室改名']);
    await press(page, /^对照\s*第 1 版$/);
    await textWith(page, ['联系方式', '政务公开科']);
    await lookAtBoth(page, 'letterhead-compared');
    await press(page, '填回第 1 版');
    expect(await field('联系方式').inputValue()).toBe('政务公开科');
    await press(page, '放弃改动');

    await page.goto(`${office.server.url}/circulars?${scope}`, { waitUntil: 'networkidle' });
    await press(page, '起草通报');
    await textWith(page, ['云岭县人民政府办公室（云政办发，第 2 版）']);
    await inDialog(page, '起草');
    await textWith(page, ['发文模板：云岭县人民政府办公室第 2 版']);
    expect(await page.getByLabel('主送').inputValue()).toBe('各乡镇人民政府，县政府各部门');
    await press(page, '预览');
    await page.frameLocator('iframe').getByText('（联系方式：政务公开股）').waitFor();

    // Scored again beneath it, the draft says so and takes the new figures in, the words as they were.
    await page.getByRole('textbox', { name: '第1段第1处文字', exact: true }).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('经研究，');
    await textWith(page, ['已保存于']);
    await assess(office.crawled.house, { ...plan, units: office.crawled.units, replay: false });
    await page.reload({ waitUntil: 'networkidle' });
    await textWith(page, ['有新的评分']);
    await press(page, '看有哪些不同');
    await page.getByRole('button', { name: '换成新的数字' }).waitFor();
    await lookAtBoth(page, 'circular-new-figures');
    await press(page, '换成新的数字');
    await textWith(page, ['数字已换成最近一次评分的', '第 3 版，', '经研究，']);
    expect(await page.getByRole('heading', { name: '有新的评分' }).count()).toBe(0);
    await page.close();
  });
});

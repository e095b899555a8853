import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { readDocxParagraphs } from './docx/read-docx-text.js';
import { renderDocx } from './docx/render-docx.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import { checkLetterhead, type Letterhead } from './letterhead.js';
import { letterheadSample } from './letterhead-sample.js';
import { renderCircularHtml } from './render-html.js';
import { printCircular } from './write-circular.js';

const letterhead: Letterhead = {
  issuer: '云岭县政务公开领导小组办公室',
  heading: '云岭县政务公开领导小组办公室文件',
  code: '云公开办发',
  recipients: '各乡镇党委、政府，县直各部门',
  copyTo: '县纪委监委办公室',
  signature: '云岭县政务公开领导小组办公室',
  printedBy: '云岭县政务公开服务中心',
  contact: '政务公开科，电话0000－12345',
  publicNote: '（此件公开发布）',
  inUse: true,
};

const tableWords = async (docx: Buffer): Promise<string> =>
  [
    ...(await (await JSZip.loadAsync(docx)).file('word/document.xml')!.async('string')).matchAll(
      /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g,
    ),
  ]
    .map(([, words]) => words)
    .join('');

describe('a letterhead', () => {
  it('is printed around the circular, checked word by word, and named by its title and text', async () => {
    const model = composeCircular(yunlingSnapshot({ letterhead, number: '云公开办发〔2023〕1号' }));
    const { title, files } = await printCircular({ ...model, printedOn: '2023-01-09' }, null);
    expect(title).toBe('云岭县政务公开领导小组办公室关于2022年第四季度政务公开工作情况的通报');
    const docx = files.find(({ kind }) => kind === 'docx')!.bytes;
    const words = await readDocxParagraphs(docx);
    expect(words.slice(0, 2)).toEqual([letterhead.heading, '云公开办发〔2023〕1号']);
    expect(words).toContain(`${letterhead.recipients}：`);
    const date = words.indexOf('2023年1月6日');
    expect(words.slice(date - 1, date + 3)).toEqual([
      letterhead.signature,
      '2023年1月6日',
      '（此件公开发布）',
      '（联系方式：政务公开科，电话0000－12345）',
    ]);
    expect(await tableWords(docx)).toContain('抄送：县纪委监委办公室。云岭县政务公开服务中心2023年1月9日印发');
    const html = renderCircularHtml(model);
    for (const part of [letterhead.heading, letterhead.printedBy, letterhead.contact]) expect(html).toContain(part);
  });

  it('leaves a circular that was frozen without one as it was', async () => {
    const model = composeCircular(yunlingSnapshot());
    expect(model).not.toHaveProperty('letterhead');
    const bare = await renderDocx(model, null);
    const own = { heading: model.issuer, signature: model.issuer, printedBy: model.issuer, contact: '' };
    expect(bare.equals(await renderDocx({ ...model, letterhead: { ...letterhead, ...own } }, null))).toBe(true);
  });

  it('is shown on a first page without annexes, in an escaped page that loads nothing', () => {
    const sample = letterheadSample({ ...letterhead, issuer: '<script>' }, '2023-01-06', true);
    const html = renderCircularHtml(sample);
    expect(html).toContain('云公开办发〔2023〕1号');
    expect(html).toContain('单位和数据均为虚构');
    expect(html).toContain('&lt;script&gt;关于');
    expect(html).not.toMatch(/<script|class="attachments"/);
  });

  it('is tidied, and a bad one is refused field by field', () => {
    const odd = { ...letterhead, recipients: ' 各乡镇\n党委： ', copyTo: '  ' };
    expect(checkLetterhead(odd)).toMatchObject({ recipients: '各乡镇党委', copyTo: '' });
    const bad = { ...letterhead, issuer: ' ', heading: '云'.repeat(21), code: '云政办发〔2026〕' };
    expect(() => checkLetterhead(bad)).toThrow(/发文机关：没有填写[^]*发文机关标志：共21字，过长[^]*不能用于发文字号/);
    for (const code of ['ABC', '云', '云政办发3', '云政办 发〔2000〕1号'])
      expect(() => checkLetterhead({ ...letterhead, code })).toThrow('机关代字');
  });
});

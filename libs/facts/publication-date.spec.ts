import { describe, expect, it } from 'vitest';
import { type DetailReading, readPage } from './index.js';

const title = '云岭县人民政府关于做好老年助餐服务的通知';
const visit = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 };

function read(tag: string, block: Record<string, string>, info = '', signed = ''): DetailReading {
  const pairs = Object.entries(block).map(([label, value]) => `<dl><dt>${label}：</dt><dd>${value}</dd></dl>`);
  const text = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${tag}"><div>${pairs.join('')}</div><h1>${title}</h1><div class="info"><span>${info}</span></div>
<div class="TRS_Editor"><p>各乡镇人民政府，县政府各部门：</p><p>为做好老年助餐服务工作，现将有关事项通知如下，请认真贯彻执行。</p>${signed}</div>`;
  const url = 'https://www.yunling.example.gov.cn/zfxxgk/c102/content_1.html';
  return readPage({ url, text, contentType: 'text/html', visit: { as: 'detail', ...visit } }, []).detail!;
}

const written = { 索引号: '1/2026-9', 成文日期: '2026-05-15' };
const info = '发布时间：2026-05-20 10:22';
const signature = '<p>云岭县人民政府</p><p>2026年5月15日</p>';

describe('the day of the last change', () => {
  it.each([
    ['发布时间：2025-12-31 09:43:37　更新时间：2026-03-02 17:06:41　来源：本站', '2026-03-02'],
    ['发布时间：2025-12-31　更新日期：2026年3月2日', '2026-03-02'],
    ['发布时间：2026-03-02　更新时间：2026-03-02', undefined],
    ['发布时间：2025-12-31　来源：本站', undefined],
  ])('is named beside that of publication: %s', (line, on) => {
    const found = read('2026-03-02', {}, line);
    expect(found.updatedOn).toBe(on);
    expect(found.publishedOn?.on).toBe(line.includes('2025') ? '2025-12-31' : '2026-03-02');
  });
});

describe('a block that gives the day of writing as that of publication too', () => {
  const block = { ...written, 发布日期: '2026-05-15' };

  it('tells nothing where the tag and the line beside the title agree on a later one', () => {
    const found = read('2026-05-20', block, info);
    expect(found.publishedOn).toMatchObject({ on: '2026-05-20', source: 'tag' });
    expect(found.publishedOnOthers.map(({ on }) => on)).toEqual(['2026-05-15']);
    expect(found.provenance.publishedOn?.certainty).toBe('sure');
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['the tag alone tells a later one', '2026-05-20', block, ''],
    ['the two differ', '2026-05-22', block, info],
    ['it tells another day than that of writing', '2026-05-20', { ...written, 发布日期: '2026-05-16' }, info],
    ['it tells no day of writing', '2026-05-20', { 索引号: '1/2026-9', 发布日期: '2026-05-15' }, info],
  ])('is taken, where %s', (_, tag, fields, line) => {
    expect(read(tag, fields, line).publishedOn?.source).toBe('metadata');
  });
});

describe('a tag that repeats the day of writing', () => {
  it.each(['发布日期', '公开日期'])('tells nothing where %s and the line beside the title agree', (label) => {
    const found = read('2026-05-15', { ...written, [label]: '2026-05-20' }, info);
    expect(found.publishedOn?.on).toBe('2026-05-20');
    expect(found.publishedOnOthers).toEqual([]);
    expect(found.provenance.publishedOn?.certainty).toBe('sure');
  });

  it('may repeat a day of which the block tells the month alone', () => {
    const block = { 索引号: '1/2026-9', 成文日期: '2026年5月', 发布日期: '2026-05-20' };
    const found = read('2026-05-15', block, info, signature);
    expect(found.publishedOn?.on).toBe('2026-05-20');
    expect(found.issuedOn?.on).toBe('2026-05-15');
    expect(found.provenance.issuedOn).toMatchObject({ certainty: 'likely', why: /只写到月/ });
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['only one place tells another day', '2026-05-15', written, info],
    ['the two places differ', '2026-05-15', { ...written, 发布日期: '2026-05-22' }, info],
    ['the tag is of no day that the block tells', '2026-05-16', { ...written, 发布日期: '2026-05-20' }, info],
  ])('is doubtful, and kept, where %s', (_, tag, block, line) => {
    const found = read(tag, block, line);
    expect(found.publishedOn).toMatchObject({ on: tag, source: 'tag' });
    expect(found.provenance.publishedOn?.certainty).toBe('doubtful');
  });

  it('of another month leaves the day of writing in doubt', () => {
    const found = read('2026-05-20', { 索引号: '1/2026-9', 成文日期: '2026年4月' }, info, signature);
    expect(found.provenance.issuedOn?.certainty).toBe('doubtful');
  });
});

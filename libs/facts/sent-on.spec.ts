import { describe, expect, it } from 'vitest';
import { readPage } from './index.js';

const visit = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 };

function days(pairs: Record<string, string>, above = '') {
  const cells = Object.entries(pairs).map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`);
  const text = `<table class="xxgk">${cells.join('')}</table><h1>云岭县2026年度地质灾害防治方案</h1>${above}
<div class="TRS_Editor"><p>为做好地质灾害防治工作，避免和减轻地质灾害造成的损失，结合我县实际，制定本方案。</p></div>`;
  const page = { url: 'https://www.yunling.example.gov.cn/1', text, contentType: 'text/html' };
  const { detail } = readPage({ ...page, visit: { as: 'detail', ...visit } }, []);
  return [detail?.issuedOn?.on ?? null, detail?.publishedOn?.on ?? null];
}

const block = { 索引号: '1/2026-19', 文号: '云自然资发〔2026〕18号' };
const info = '<p>发布时间：2026-04-09 来源：云岭县自然资源局</p>';

describe('发文日期', () => {
  it('is the day of writing where the block has no other', () => {
    expect(days({ ...block, 发文日期: '2026-04-03' })).toEqual(['2026-04-03', null]);
    expect(days({ ...block, 发文日期: '2026-04-03', 成文日期: '' })).toEqual(['2026-04-03', null]);
  });

  it.each(['成文日期', '生成日期', '制发日期'])('is the day of publication beside %s', (label) => {
    expect(days({ ...block, [label]: '2026-04-01', 发文日期: '2026-04-03 11:20' })).toEqual([
      '2026-04-01',
      '2026-04-03',
    ]);
  });

  it('is the day of writing where publication is told elsewhere', () => {
    expect(days({ ...block, 生成日期: '2026-04-01', 发文日期: '2026-04-03' }, info)).toEqual([
      '2026-04-03',
      '2026-04-09',
    ]);
    const all = { ...block, 成文日期: '2026-04-01', 发文日期: '2026-04-03', 发布日期: '2026-04-08' };
    expect(days(all)).toEqual(['2026-04-01', '2026-04-08']);
  });

  it('is no day of publication before the day of writing', () => {
    expect(days({ ...block, 成文日期: '2026-04-05', 发文日期: '2026-04-03' })).toEqual(['2026-04-05', null]);
  });
});

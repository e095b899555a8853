import { describe, expect, it } from 'vitest';
import { annualReportYear, reportingUnit } from './annual-report.js';
import { classifyColumn } from './classify-column.js';
import { readPage } from './index.js';
import { sharedMatter } from './paired-columns.js';
import { coreOf, isSameName } from './policy-index.js';
import { articleKey } from './urls.js';

const visit = {
  as: 'detail',
  columnKey: 'interpretation',
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
} as const;

/** Everything crawled is hostile: what is long, deep or repeated must cost time in proportion to its length only. */
describe('reading of hostile titles and pages stays quick', () => {
  const long = 200_000;
  it.each<[string, () => unknown]>([
    ['years', () => annualReportYear('2025年政府信息公开'.repeat(long / 12))],
    ['units', () => reportingUnit('关于2025年二〇二五年'.repeat(2000))],
    ['names', () => classifyColumn('政策文件'.repeat(long / 4), '')],
    ['words for columns', () => classifyColumn(`${'县'.repeat(20)}政策文件`, '')],
    ['titles', () => coreOf('关于印发《'.repeat(long / 5))],
    ['same names', () => isSameName('关于印发'.repeat(5000), '关于发布'.repeat(5000))],
    ['matters', () => sharedMatter('甲乙丙丁'.repeat(5000), '丁丙乙甲'.repeat(5000))],
    ['addresses', () => articleKey(`https://a.example/${'?spm=1&'.repeat(long / 7)}`)],
    ['speakers', () => page(`<p>${'主持人'.repeat(long / 3)}</p>${'<p>问：</p>'.repeat(long / 20)}`)],
    ['players', () => page(`${'<div class="player">'.repeat(20_000)}`)],
    ['numbers', () => page(`<p>${'云政发〔2025〕'.repeat(long / 9)}</p>`)],
    ['more', () => page('<div><b>政策文件</b><a href="/x/">更多</a></div>'.repeat(4000))],
    ['one row of more', () => page(`<div>${'<i></i>'.repeat(3000)}${'<a href="/x/">更多</a>'.repeat(3000)}</div>`)],
    ['calls', () => page(`<div onclick="location.href='/a/'">`.repeat(3000) + '政策文件')],
  ])('%s', (_, run) => {
    const begun = process.cpuUsage().user / 1000;
    run();
    expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(1500);
  });
});

function page(text: string): unknown {
  const body = `<html><body><div class="TRS_Editor">${text}</div></body></html>`;
  return [
    readPage({ url: 'https://www.yunling.example.gov.cn/1.html', text: body, contentType: 'text/html', visit }, []),
    readPage(
      {
        url: 'https://www.yunling.example.gov.cn/',
        text: body,
        contentType: 'text/html',
        visit: { ...visit, as: 'home', columnKey: null, depth: 0 },
      },
      [],
    ),
  ];
}

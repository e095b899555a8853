import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { explainReading } from './explain-reading.js';
import { parsePage } from './parsed-page.js';
import { readParsedPage } from './read-page.js';

function explain(body: string, visit: Partial<Visit> = {}, path = '/a/1.html') {
  const page = parsePage({
    url: `http://www.yunling.example${path}`,
    text: `<html><head><title>云岭县</title><meta name="SiteName" content="云岭县人民政府"></head><body>${body}</body></html>`,
    contentType: 'text/html',
    visit: {
      as: 'detail',
      columnKey: null,
      columnName: null,
      from: null,
      linkText: null,
      listPage: 1,
      depth: 0,
      ...visit,
    },
  });
  return explainReading(readParsedPage(page, []), page, []);
}

const text = '各乡镇人民政府、县直各单位：现将有关事项通知如下，请认真贯彻执行。'.repeat(10);

describe('explainReading', () => {
  it('says of each field where it was read, how sure, and what contradicts it', () => {
    const { kind, fields, marks, family } = explain(
      `<table><tr><td>索引号</td><td>YL001-2025-00012</td><td>发文字号</td><td>云政发〔2025〕12号</td></tr>
       <tr><td>发布机构</td><td>云岭县人民政府</td><td>成文日期</td><td>2025-09-08</td></tr></table>
       <h1>云岭县人民政府关于印发政务公开要点的通知</h1><p>发布时间：2025-09-01</p><div class="content"><p>${text}</p></div>`,
    );
    const field = (name: string) => fields.find((one) => one.field === name);
    expect(kind).toBe('文件');
    expect(family).toEqual({ id: 'generic', title: '没有认出网站系统，按通用规则读取' });
    expect(field('documentNumber')).toMatchObject({ value: '云政发〔2025〕12号', certainty: 'sure' });
    expect(field('issuedOn')).toMatchObject({
      value: '2025-09-08',
      source: '信息表（索引号、发文机关一栏）',
      certainty: 'doubtful',
      other: '2025-09-01',
    });
    expect(field('issuedOn')?.why).toMatch(/依据“.*2025-09-08.*”；成文日期2025-09-08晚于发布日期2025-09-01/);
    expect(field('siteName')).toMatchObject({ value: '云岭县人民政府', source: '网页标签（meta）', certainty: null });
    expect(field('validity')).toMatchObject({ value: null, why: '页面上没有读到' });
    expect(marks).toContain('云政发〔2025〕12号');
  });

  it('says of each link by which word it was taken for a column, or what spoke against it', () => {
    const { links } = explain(
      `<ul class="nav"><li><a href="/zcwj/">政策文件</a></li><li><a href="/xx/">云岭县主动公开基本目录</a></li>
       <li><a href="/gwy/">国务院文件</a></li><li><a href="/zq/">信息专区</a></li><li><a href="/a.pdf">政策文件</a></li></ul>`,
      { as: 'home' },
      '/',
    );
    const why = Object.fromEntries(links.map((link) => [link.url.slice(26), link]));
    expect(why['/zcwj/']).toMatchObject({
      key: 'policy',
      word: '政策文件',
      why: '认定为“政策文件”：名称就是“政策文件”',
    });
    expect(why['/xx/']).toMatchObject({ key: 'catalogue' });
    expect(why['/gwy/']).toMatchObject({ key: null, word: '国务' });
    expect(why['/zq/']).toMatchObject({ key: null, word: null, why: '没有认定：名称不像任何标准栏目' });
    expect(why['/a.pdf']).toMatchObject({ key: null, why: '没有认定：链接指向文件' });
    expect(links.map(({ key }) => key !== null)).toEqual([true, true, false, false, false]);
  });

  it('says by what a list was found', () => {
    const rows = [1, 2, 3, 4].map(
      (day) => `<li><a href="/d${day}.html">关于第${day}批补助资金的公示</a>2026-06-0${day}</li>`,
    );
    const { listRule, fields } = explain(`<ul>${rows.join('')}</ul>`, { as: 'column' });
    expect(listRule).toMatch(/通用规则/);
    expect(fields.find((one) => one.field === 'items')?.value).toBe('4 条，其中 4 条有日期');
  });
});

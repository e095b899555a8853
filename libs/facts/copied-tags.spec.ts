import { describe, expect, it } from 'vitest';
import { assembleSite, readPage, type ReadCapture } from './index.js';

const host = 'https://www.yunling.example.gov.cn';

/** An article whose readers see one day, with the tag that its template gives it. */
function article(n: number, shown: string | null, tag = '2023-05-18 09:00'): ReadCapture {
  const title = `关于做好第${n}件事项办理工作的通知`;
  const info = shown === null ? '' : `<div class="byline">发布时间：${shown} 09:30　来源：县政府办公室</div>`;
  const text = `<html><head><meta name="PubDate" content="${tag}"><title>信息公开</title></head><body>
    <table><tr><td>发布机构：</td><td>云岭县人民政府</td><td>成文日期：</td><td>2026-03-0${n}</td></tr></table>
    <h2>${title}</h2>${info}<div class="content">${'<p>各单位：现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(5)}</div></body></html>`;
  const url = `${host}/d/${n}.html`;
  const visit = {
    as: 'detail',
    columnKey: 'policy',
    columnName: null,
    from: host,
    linkText: title,
    listPage: 1,
    depth: 2,
  } as const;
  const reading = readPage({ url, text, contentType: 'text/html', visit }, []);
  return {
    ...{ capture: url, url, finalUrl: url, fetchedAt: '2026-06-30T00:00:00Z', outcome: 'ok' as const },
    visit,
    unrendered: false,
    reading,
  };
}

const daysOf = (pages: ReadCapture[]) =>
  assembleSite(pages).documents.map(({ publishedOn, doubts = [] }) => [publishedOn?.on, doubts.length]);

describe('a PubDate tag that the template of all articles has', () => {
  it('tells nothing: readers see another day on each', () => {
    const pages = [1, 2, 3, 4].map((n) => article(n, `2026-03-1${n}`));
    expect(daysOf(pages)).toEqual([1, 2, 3, 4].map((n) => [`2026-03-1${n}`, 0]));
  });

  it.each<[string, ReadCapture[]]>([
    ['two articles prove nothing', [article(1, '2026-03-11'), article(2, '2026-03-12')]],
    ['tags of each its own moment', [1, 2, 3].map((n) => article(n, `2026-03-1${n}`, `2023-05-18 09:0${n}`))],
    ['an archive put on the site at once', [1, 2, 3].map((n) => article(n, '2026-03-11'))],
    [
      'articles on which readers see no other day',
      [article(1, '2026-03-11'), ...[2, 3, 4].map((n) => article(n, null))],
    ],
  ])('is kept: %s', (_, pages) => {
    expect(daysOf(pages).every(([on]) => on === '2023-05-18')).toBe(true);
  });
});

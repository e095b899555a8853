import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Visit } from '#evidence';
import type { Family } from '#facts';
import { families } from '../families/index.js';
import { pageReader, type PageTask } from './page-reader.js';
import { guardedPageReader, largePage } from './page-threads.js';

const visit: Visit = {
  as: 'detail',
  columnKey: 'policy',
  columnName: '政策文件',
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
};

function taskOf(number: number, body?: Uint8Array, large = number % 3 > 0): PageTask {
  const page = `<title>关于第${number}件事的通知</title><h1>关于第${number}件事的通知</h1><p>云政办发〔2025〕${number}号</p>
    <p>${'各乡镇人民政府、县直各部门：现将有关事项通知如下。'.repeat(20)}</p><p>2025年3月${(number % 28) + 1}日</p>${large ? `<!--${'x'.repeat(largePage)}-->` : ''}`;
  const url = `https://www.yunling.example/zwgk/${number}.html`;
  const fetched = { finalUrl: url, headers: { 'content-type': 'text/html' }, body: body ?? Buffer.from(page) };
  return { fetched, visit, request: { url, method: 'GET' } };
}

describe('guardedPageReader', () => {
  const here = pageReader(families);
  const apart = guardedPageReader(families);

  it('reads every page as this thread does, and answers each with its own', async () => {
    const tasks = Array.from({ length: 30 }, (_, n) => taskOf(n));
    const read = await Promise.all(tasks.map((task) => apart(task.fetched, task.visit, task.request)));
    const expected = await Promise.all(tasks.map((task) => here(task.fetched, task.visit, task.request)));
    expect(read).toEqual(expected);
    expect(read[7]?.reading?.detail?.documentNumber).toBe('云政办发〔2025〕7号');
  });

  it('leaves the bytes as they were: they are evidence', async () => {
    const whole = Buffer.from('<p>云岭县</p>'.repeat(30_000));
    const { fetched, request } = taskOf(1, whole.subarray(0, largePage));
    await apart(fetched, visit, request);
    expect(whole.toString()).toBe('<p>云岭县</p>'.repeat(30_000));
    expect(fetched.body).toHaveLength(largePage);
  });

  it('gives up a page that takes too long, and reads the next', async () => {
    const endless = Buffer.from('<ul><li><a href="/1.html">云岭县人民政府通知</a>2025-01-02</li></ul>'.repeat(100_000));
    const slow = taskOf(2, endless);
    const given = await guardedPageReader(families, { milliseconds: 1 })(slow.fetched, slow.visit, slow.request);
    expect(given).toMatchObject({ reading: null, gaveUp: true });
    expect(given.unread).toContain('没有读完');
    const next = taskOf(3);
    expect((await apart(next.fetched, next.visit, next.request)).reading?.detail?.documentNumber).toBe(
      '云政办发〔2025〕3号',
    );
  });

  describe('of a small page that never ends', () => {
    let tried = 0;
    const endless: Family = {
      ...families[0]!,
      recognise: (page) => {
        tried += 1;
        // Exponential in the number of letters.
        if (page.url.endsWith('/1.html')) /^(?:a+)+$/.test(`${'a'.repeat(60)}b`);
        return 0;
      },
    };
    const task = taskOf(1, undefined, false);
    beforeEach(() => {
      tried = 0;
    });
    afterEach(() => vi.restoreAllMocks());

    it('breaks it off and reads it in a thread, and all that come after it', async () => {
      const read = guardedPageReader([endless], undefined, 500);
      const understood = await read(task.fetched, task.visit, task.request);
      expect(understood).toEqual(await here(task.fetched, task.visit, task.request));
      expect(tried).toBe(1);
      const next = taskOf(3, undefined, false);
      expect(await read(next.fetched, next.visit, next.request)).toEqual(
        await here(next.fetched, next.visit, next.request),
      );
      expect(tried).toBe(1);
    });

    it('says that it is unread where it does not end there either', async () => {
      const read = guardedPageReader([endless], undefined, 500);
      // The first clock that is set is the thread's: it has run out before the thread can answer.
      vi.spyOn(globalThis, 'setTimeout').mockImplementationOnce((runOut: () => void) => {
        runOut();
        return setTimeout(() => undefined);
      });
      expect(await read(task.fetched, task.visit, task.request)).toMatchObject({ reading: null, gaveUp: true });
    });
  });
});

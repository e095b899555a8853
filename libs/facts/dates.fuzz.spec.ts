import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfUrl, dateOfValue, findDate, findDates } from './dates.js';
import { readPage } from './index.js';
import { dateInText, readSignature } from './signature.js';

const factor = Number(process.env.FUZZ_RUNS ?? 1);
const times = (runs: number) => ({ numRuns: runs * factor, seed: 17 });

/** A day that exists, of a year that documents can have. */
function isDay(on: string): boolean {
  const day = new Date(`${on}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(on) && on >= '1949-01-01' && on < '2100-01-01' && day.toISOString().slice(0, 10) === on
  );
}

const pieces = [
  ...'0123456789０２５９-/.—–:年月日TZ 　〇零○二一三十九五上午今第〔〕（）号',
  '2025',
  '1949',
  '2024-02-29',
  '2025-02-30',
  '2025年',
  '02月',
  '31日',
  '20250230',
  '二〇二五年',
  '十二月',
  '三十一日',
  '1740000000000',
  '/2025/02/30/',
  '/t20250230_1',
  '08:00',
  '+08:00',
];
const near = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((found) => found.join(''));
const anyText = fc.oneof({ weight: 4, arbitrary: near }, fc.string({ unit: 'binary', maxLength: 60 }));

const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const chinese = (digits: string, zero: string) =>
  [...digits].map((digit) => `${zero}一二三四五六七八九`[Number(digit)]).join('');
const counted = (n: number) =>
  `${n >= 20 ? '一二三'[Math.floor(n / 10) - 1] : ''}${n >= 10 ? '十' : ''}${n % 10 === 0 ? '' : '一二三四五六七八九'[(n % 10) - 1]}`;

/** Every shape in which a day is known to be printed. */
const shapes: Record<string, (year: string, month: string, day: string, zero: string) => string> = {
  hyphens: (y, m, d) => `${y}-${m}-${d}`,
  'without zeros': (y, m, d) => `${y}-${Number(m)}-${Number(d)}`,
  slashes: (y, m, d) => `${y}/${m}/${d}`,
  dots: (y, m, d) => `${y}.${m}.${d}`,
  'dots without zeros': (y, m, d) => `${y}.${Number(m)}.${Number(d)}`,
  characters: (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
  'characters and zeros': (y, m, d) => `${y}年${m}月${d}日`,
  spaces: (y, m, d) => `${y} 年 ${Number(m)} 月 ${Number(d)} 日`,
  'full width': (y, m, d) =>
    `${y}年${Number(m)}月${Number(d)}日`.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  'a time behind': (y, m, d) => `${y}-${m}-${d} 15:04:05`,
  'an instant': (y, m, d) => `${y}-${m}-${d}T10:00:00`,
  written: (y, m, d, zero) => `${chinese(y, zero)}年${counted(Number(m))}月${counted(Number(d))}日`,
};
const shape = fc.constantFrom(...Object.keys(shapes));
const zero = fc.constantFrom(...'〇○Ｏ零OoОο0０◯');
const printed = fc.tuple(day, shape, zero).map(([on, name, nought]) => {
  const [y, m, d] = on.split('-') as [string, string, string];
  return { on, name, words: shapes[name]!(y, m, d, nought) };
});
/** What may stand around a day without being part of it. */
const around = fc
  .array(
    fc.constantFrom(
      '来源：县政府办公室',
      '浏览次数：128',
      '（第3号）',
      '【',
      '】',
      '成文日期：',
      '，',
      ' ',
      '　',
      '\n',
      '15:04',
      '云政发〔2024〕12号',
      '一、',
      '印发',
    ),
    { maxLength: 4 },
  )
  .map((found) => found.join(' '));

describe('days in texts', { timeout: 300_000 * factor }, () => {
  it('exist, whatever the text is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = [...findDates(text).map(({ on }) => on), findDate(text), dateOfValue(text)];
        found.push(dateOfUrl(text)?.on ?? null, dateOfUrl(`https://a.example/${text}/t20250101_1.html`)?.on ?? null);
        found.push(readSignature(['云岭县', '通知', text, '云岭县人民政府', text])?.date.on ?? null);
        found.push(dateInText([`${text}，我局印发了办法。`], null)?.on ?? null);
        for (const on of found) if (on !== null && !isDay(on)) expect.fail(`${on} of ${JSON.stringify(text)}`);
      }),
      times(5000),
    );
  });

  it('exist, whatever value an answer gives', () => {
    const value = fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger(), fc.jsonValue(), fc.bigInt(), anyText);
    fc.assert(
      fc.property(value, (given) => {
        const on = dateOfValue(given);
        if (on !== null && !isDay(on)) expect.fail(`${on} of ${String(given)}`);
      }),
      times(3000),
    );
  });

  it('are found as they were printed, in any shape and among other words', () => {
    fc.assert(
      fc.property(printed, around, around, ({ on, words }, before, after) => {
        expect(dateOfValue(words)).toBe(on);
        expect(findDates(`${before}${/\d$/.test(before) ? ' ' : ''}${words} ${after}`).map((date) => date.on)).toEqual([
          on,
        ]);
      }),
      times(4000),
    );
  });

  it('that do not exist are not read, in any shape', () => {
    const no = fc.constantFrom(
      '2025-02-30',
      '2023-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-10',
      '2025-06-00',
      '2025-11-32',
      '1900-02-01',
      '1948-12-31',
    );
    fc.assert(
      fc.property(no, shape, zero, fc.constantFrom('', 'Z', '+08:00', '.000Z'), (on, name, nought, zone) => {
        const [y, m, d] = on.split('-') as [string, string, string];
        fc.pre(name !== 'written' || (m !== '00' && d !== '00'));
        const words = shapes[name]!(y, m, d, nought) + (name === 'an instant' ? zone : '');
        expect([words, dateOfValue(words), dateOfValue(y + m + d)]).toEqual([words, null, null]);
        expect(dateOfUrl(`https://a.example/${y}${m}/t${y}${m}${d}_1.html`)).toBeNull();
      }),
      times(500),
    );
  });

  it('are found where they stand', () => {
    fc.assert(
      fc.property(fc.array(printed, { minLength: 1, maxLength: 6 }), around, (days, between) => {
        const text = days.map(({ words }) => words).join(`；${between}；`);
        const found = findDates(text);
        expect(found.map(({ on }) => on)).toEqual(days.map(({ on }) => on));
        for (const { index } of found) expect(text.slice(index)).toMatch(/^\s*[一二\d０-９]/);
        expect(found.every(({ words }) => words.length >= 8)).toBe(true);
      }),
      times(1000),
    );
  });

  it('are read from values and addresses of machines', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86_399 }), (on, second) => {
        const at = Date.parse(`${on}T00:00:00+08:00`) + second * 1000;
        const compact = on.replaceAll('-', '');
        const clock = new Date(at + 8 * 3_600_000).toISOString().slice(11, 19).replaceAll(':', '');
        const [y, m, d] = on.split('-') as [string, string, string];
        for (const value of [compact, `${compact}${clock}`, new Date(at).toISOString(), `${on}T00:00:00+08:00`])
          expect([value, dateOfValue(value)]).toEqual([value, on]);
        // Milliseconds and seconds are taken for times of the age of websites only.
        if (on >= '2001-09-10' && on < '2099-12-01')
          for (const value of [at, String(at), at / 1000, String(at / 1000)]) expect(dateOfValue(value)).toBe(on);
        for (const path of [
          `${y}${m}/t${compact}_97999.html`,
          `${y}/${Number(m)}/${Number(d)}/1.html`,
          `${on}/1.html`,
          `${y}-${m}/${d}/c1.htm`,
          `${y}/${m}${d}/c1.html`,
          `${y}${m}/${d}/1.html`,
          `${compact}/1.html`,
        ])
          expect([path, dateOfUrl(`https://www.yunling.example/zfxxgk/${path}`)?.on]).toEqual([path, on]);
      }),
      times(1500),
    );
  });

  it('of a signature are that of the signature', () => {
    const issuer = fc.constantFrom('云岭县人民政府', '云岭县教育局', '青石镇人民政府', '中共云岭县委办公室');
    const paragraph = fc.constantFrom(
      '各乡镇人民政府：',
      '为做好有关工作，现将有关事项通知如下。',
      '一、加强领导。',
      '自2021年1月1日起施行。',
      '附件：1.申请表',
    );
    const end = fc.constantFrom(
      '（此件公开发布）',
      '抄送：县委办公室。',
      '云岭县人民政府办公室 2019年1月2日印发',
      '附件1',
    );
    const signed = printed.filter(({ name }) => !/time|instant/.test(name));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 8 }),
        issuer,
        signed,
        fc.array(end, { maxLength: 3 }),
        fc.boolean(),
        (text, office, { on, words }, after, inOne) => {
          const lines = [...text, ...(inOne ? [`${office} ${words}`] : [office, words]), ...after];
          expect(readSignature(lines)).toMatchObject({ issuer: office, date: { on, source: 'signature' } });
        },
      ),
      times(1500),
    );
  });

  it('of publication are those of the information line, or none that is sure', () => {
    const visit = {
      as: 'detail',
      columnKey: null,
      columnName: null,
      from: null,
      linkText: null,
      listPage: 1,
      depth: 2,
    } as const;
    const line = fc.constantFrom(
      '发布时间：$',
      '日期：$ 来源：云岭县人民政府',
      '来源：县政府办 发布日期：$ 浏览次数：12',
      '[$] 字体：大 中 小',
      '$',
    );
    const numeric = printed.filter(({ name }) => !/written|width|spaces/.test(name));
    fc.assert(
      fc.property(
        line,
        fc.oneof(
          numeric.map(({ words }) => words),
          near,
        ),
        // The first day of 1970 stands for none.
        fc.option(
          day.filter((on) => on !== '1970-01-01'),
          { nil: null },
        ),
        (info, words, tag) => {
          const html = `<html><head>${tag === null ? '' : `<meta name="PubDate" content="${tag}">`}</head><body><h1>云岭县关于做好老年助餐服务的通知</h1><div>${info.replace('$', () => words)}</div>
          <div class="TRS_Editor"><p>各乡镇人民政府：</p><p>为做好老年助餐服务工作，现将有关事项通知如下，请认真贯彻执行。</p><p>一、加强组织领导。</p></div></body></html>`;
          const { detail } = readPage(
            { url: 'https://www.yunling.example/1.html', text: html, contentType: 'text/html', visit },
            [],
          );
          const seen = new Set([tag, ...findDates(words).map(({ on }) => on), dateOfValue(words)]);
          for (const date of [detail?.publishedOn, detail?.issuedOn])
            if (date) expect(isDay(date.on) && seen.has(date.on)).toBe(true);
          const sure = detail?.provenance.publishedOn?.certainty === 'sure';
          if (sure && tag !== null)
            expect(
              [...findDates(words).map(({ on }) => on)].every(
                (on) => Math.abs(Date.parse(on) - Date.parse(tag)) <= 86_400_000,
              ),
            ).toBe(true);
        },
      ),
      times(500),
    );
  });

  it.each([
    '2025',
    '2025年',
    '2025-',
    '2025 ',
    '2025年 1月',
    '二〇二五年',
    '二',
    '二〇二五年十',
    ' ',
    '1',
    '/2025',
    '２０２５年',
    '年',
  ])('%j repeated costs time in proportion to its length', (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const begun = process.cpuUsage();
    findDates(text);
    dateOfValue(text);
    dateOfUrl(text);
    dateInText([text], text);
    readSignature([text, text, text]);
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});

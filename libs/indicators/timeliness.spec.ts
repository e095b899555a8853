import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorkdays } from '#calendar';
import { issued, published, someDocument, someOrganisation } from './facts.fixture.js';
import { judgeTimeliness, timelinessOf } from './timeliness.js';
import type { DocumentFact } from '#facts';

const workdays = createWorkdays();
const params = { workdays: 20, startsFrom: 'issued' } as const;
const judge = (issuedOn: string | null, publishedOn: string | null) =>
  timelinessOf(
    {
      issuedOn: issuedOn ? issued(issuedOn) : null,
      publishedOn: publishedOn ? published(publishedOn) : null,
      publishedOnOthers: [],
    },
    params,
    workdays,
  );

describe('timeliness of one document', () => {
  // 2022-09-12 was a holiday, 2022-10-01…07 were holidays, 10-08 and 10-09 make-up days.
  it.each([
    ['2022-09-01', '2022-09-01', '2022-09-30', 0, 'onTime'],
    ['2022-09-01', '2022-09-30', '2022-09-30', 20, 'onTime'],
    ['2022-09-01', '2022-10-01', '2022-09-30', 20, 'late'],
    ['2022-09-01', '2022-10-08', '2022-09-30', 21, 'late'],
    ['2022-09-15', '2022-10-18', '2022-10-18', 20, 'onTime'],
    ['2022-09-15', '2022-10-19', '2022-10-18', 21, 'late'],
  ])('issued %s, published %s: deadline %s, %s working days, %s', (from, to, deadline, taken, timeliness) => {
    expect(judge(from, to)).toEqual({ deadline, workdaysTaken: taken, timeliness, doubt: null });
  });

  it('does not measure what carries no date', () => {
    expect(judge(null, '2022-09-30')).toEqual({
      deadline: null,
      workdaysTaken: null,
      timeliness: 'notMeasured',
      doubt: null,
    });
    expect(judge('2022-09-01', null)).toMatchObject({ deadline: '2022-09-30', timeliness: 'notMeasured', doubt: null });
  });

  it('concludes nothing outside the known calendar', () => {
    expect(judge('1999-01-04', '1999-06-01')).toEqual({
      deadline: null,
      workdaysTaken: null,
      timeliness: 'notMeasured',
      doubt: null,
    });
    const last = workdays.covers.to;
    expect(judge(last, last)).toMatchObject({ deadline: null, timeliness: 'onTime' });
  });

  it('leaves contradicting dates to a person', () => {
    const said = judge('2022-09-10', '2022-09-01');
    expect(said).toMatchObject({ timeliness: 'notMeasured', workdaysTaken: null });
    expect(said.doubt).toContain('矛盾');
  });

  it('takes an archive moved years later for what it is', () => {
    const said = judge('2013-04-10', '2021-11-15');
    expect(said.timeliness).toBe('notMeasured');
    expect(said.doubt).toContain('疑为历史文件迁移');
    expect(judge('2021-09-14', '2022-09-14').timeliness).toBe('late');
    expect(judge('2021-09-14', '2022-09-15').timeliness).toBe('notMeasured');
  });

  it('takes the word of a page that says it was moved from an older site', () => {
    const dates = { issuedOn: issued('2023-06-09'), publishedOn: published('2024-03-20'), publishedOnOthers: [] };
    expect(timelinessOf(dates, params, workdays).timeliness).toBe('late');
    const said = timelinessOf({ ...dates, saysMoved: true }, params, workdays);
    expect(said).toMatchObject({ timeliness: 'notMeasured', doubt: expect.stringContaining('迁移') as string });
  });

  it.each([
    ['metadata', '2022-10-08', false],
    ['signature', '2022-10-01', true],
    ['signature', '2022-10-09', true],
    ['signature', '2022-10-10', false],
    ['text', '2022-10-09', true],
  ] as const)('a date from the %s, published %s: late, in doubt %s', (source, day, inDoubt) => {
    const document = { issuedOn: issued('2022-09-01', source), publishedOn: published(day), publishedOnOthers: [] };
    const said = timelinessOf(document, params, workdays);
    expect(said.timeliness).toBe('late');
    expect(said.doubt !== null).toBe(inDoubt);
  });

  it('leaves it to a person when another shown date would be in time', () => {
    const document = someDocument('甲', {
      publishedOn: published('2022-10-20'),
      publishedOnOthers: [published('2022-09-20', 'url')],
    });
    expect(timelinessOf(document, params, workdays)).toMatchObject({ timeliness: 'notMeasured' });
  });

  it('never calls late what may be in force only later', () => {
    const document = someDocument('甲', { publishedOn: published('2022-10-20') });
    const said = timelinessOf(document, { workdays: 20, startsFrom: 'effective' }, workdays);
    expect(said).toMatchObject({ timeliness: 'notMeasured', workdaysTaken: 31 });
  });
});

describe('timeliness of a site', () => {
  const months = [
    '2022-01-05',
    '2022-02-10',
    '2022-03-10',
    '2022-04-11',
    '2022-05-10',
    '2022-06-10',
    '2022-07-11',
    '2022-08-10',
  ];

  it('takes many old documents of one day for a move', () => {
    const moved = months.map((day, index) =>
      someDocument(`旧${index}`, { issuedOn: issued(day), publishedOn: published('2022-11-15') }),
    );
    const judged = judgeTimeliness(moved, params, workdays, someOrganisation);
    expect(judged.map((one) => one.judged.timeliness)).toEqual(months.map(() => 'notMeasured'));
    expect(judged[0]?.judged.doubt).toContain('8份');
    const fewer = judgeTimeliness(moved.slice(0, 4), params, workdays, someOrganisation);
    expect(fewer.every((one) => one.judged.timeliness === 'late')).toBe(true);
  });

  type Batch = [issuedOn: string, publishedOn: string, column?: string][];
  const judgeAll = (batch: Batch) =>
    judgeTimeliness(
      batch.map(([from, to, columnName = '政策文件'], n) =>
        someDocument(`批${n}`, { issuedOn: issued(from), publishedOn: published(to), columnName }),
      ),
      params,
      workdays,
      someOrganisation,
    ).map(({ judged }) => (judged.timeliness === 'notMeasured' ? 'asked' : judged.timeliness));
  const archive: Batch = [
    ['2013-01-10', '2021-10-12'],
    ['2013-05-10', '2021-10-13'],
    ['2013-12-10', '2021-10-13'],
  ];

  it.each<[string, Batch, string[]]>([
    ['one, two months late', [['2022-06-01', '2022-08-05']], ['late']],
    [
      'two of one day, months late',
      [
        ['2022-01-05', '2022-11-15'],
        ['2022-06-05', '2022-11-15'],
      ],
      ['late', 'late'],
    ],
    [
      'five of one day, all of one month',
      ['2022-06-01', '2022-06-06', '2022-06-10', '2022-06-15', '2022-06-20'].map((day) => [day, '2022-09-15']),
      ['late', 'late', 'late', 'late', 'late'],
    ],
    [
      'five late ones over a year, each of its own day',
      [
        ['2022-01-05', '2022-03-15'],
        ['2022-02-05', '2022-04-15'],
        ['2022-03-07', '2022-05-16'],
        ['2022-05-05', '2022-07-15'],
        ['2022-08-05', '2022-10-17'],
      ],
      ['late', 'late', 'late', 'late', 'late'],
    ],
    [
      'five of five months put up over two days, and a new one of that day',
      [
        ...months.slice(2, 7).map((day, n): Batch[number] => [day, `2022-11-1${5 + (n % 2)}`]),
        ['2022-11-10', '2022-11-15'],
      ],
      ['asked', 'asked', 'asked', 'asked', 'asked', 'onTime'],
    ],
    [
      'with an archive on the same days',
      [...archive, ['2021-08-02', '2021-10-13', '通知']],
      ['asked', 'asked', 'asked', 'asked'],
    ],
    [
      'with an archive in the same column',
      [...archive, ['2021-08-02', '2021-10-22']],
      ['asked', 'asked', 'asked', 'asked'],
    ],
    [
      'far from an archive in another column',
      [...archive, ['2021-08-02', '2021-10-22', '通知']],
      ['asked', 'asked', 'asked', 'late'],
    ],
    ['with only two old ones', [...archive.slice(1), ['2021-08-02', '2021-10-13']], ['asked', 'asked', 'late']],
  ])('%s', (_, batch, wanted) => {
    expect(judgeAll(batch)).toEqual(wanted);
  });

  const archives = archivesOfRealSites();
  it.skipIf(archives === null)(
    'calls no document of a real moved archive late (skipped without ../shared/pages/document-dates.tsv)',
    () => {
      expect(archives!.length).toBeGreaterThan(2);
      for (const documents of archives!) {
        const judged = judgeTimeliness(documents, params, workdays, someOrganisation);
        const moved = judged.filter(({ document }) => document.issuedOn!.on < '2014-01-01');
        expect(moved.length).toBeGreaterThan(0);
        for (const { judged: one } of moved)
          expect(one).toMatchObject({ timeliness: 'notMeasured', doubt: expect.stringContaining('历史文件迁移') });
      }
    },
  );

  it('knows a repost by its title when the site names itself as issuer', () => {
    const title = '山岭省市场监督管理局关于印发信用管理办法的通知';
    const late = someDocument('转', { title, issuer: '云岭县市场监督管理局', publishedOn: published('2022-11-15') });
    expect(judgeTimeliness([late], params, workdays, someOrganisation)[0]?.repost).toBe(true);
  });

  it.each([
    ['国办发〔2019〕54号', '国务院办公厅', true],
    [null, '山岭省教育厅', true],
    ['岭政发〔2022〕3号', '山岭省人民政府', true],
    ['云政发〔2022〕3号', '山岭省云岭县人民政府', false],
    ['云政发〔2022〕3号', '云岭县人民政府', false],
    ['云教发〔2022〕3号', null, false],
  ])('number %s, issuer %s: reposted %s', (documentNumber, issuer, repost) => {
    const title = '关于印发消费促进办法的通知';
    const late = someDocument('转', { title, documentNumber, issuer, publishedOn: published('2022-11-15') });
    const [one] = judgeTimeliness([late], params, workdays, someOrganisation);
    expect(one?.repost).toBe(repost);
    expect(one?.judged.timeliness).toBe(repost ? 'notMeasured' : 'late');
  });
});

/** Dates of real documents, site by site, of those sites whose documents of 2013 and before were put up years later. */
function archivesOfRealSites(): DocumentFact[][] | null {
  const file = new URL('../../../shared/pages/document-dates.tsv', import.meta.url);
  if (!existsSync(file)) return null;
  const [head, ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const sites = new Map<string, DocumentFact[]>();
  rows.forEach((cells, n) => {
    const row = Object.fromEntries(head!.map((name, at) => [name, cells[at] ?? '']));
    if (!row.issuedOn || !row.publishedOn) return;
    const document = someDocument(`实${n}`, {
      title: '县政府文件',
      issuer: null,
      documentNumber: null,
      issuedOn: issued(row.issuedOn),
      publishedOn: published(row.publishedOn),
      columnName: row.column || null,
    });
    const ofSite = sites.get(row.site!);
    if (ofSite) ofSite.push(document);
    else sites.set(row.site!, [document]);
  });
  return [...sites.values()].filter((documents) =>
    documents.some(({ issuedOn, publishedOn }) => issuedOn!.on < '2014-01-01' && publishedOn!.on > '2020-01-01'),
  );
}

import { describe, expect, it } from 'vitest';
import { createWorkdays, parsePeriod } from '#calendar';
import { indicatorCatalogueMarkdown } from './catalogue-markdown.js';
import { defaultColumnRule } from './columns.js';
import {
  issued,
  published,
  someColumn,
  someDocument,
  someFacts,
  someInterpretation,
  someOrganisation,
  someReport,
} from './facts.fixture.js';
import { indicators } from './indicators.js';
import { annualReportLedger, catalogueLedger, columnLedger, documentLedger, interpretationLedger } from './ledgers.js';

const of = { organisation: someOrganisation, period: parsePeriod('2022'), asOf: '2022-12-31' };
const params = { workdays: 20, startsFrom: 'issued' } as const;

describe('ledgers', () => {
  it('prints the documents of the period with their working days', () => {
    const facts = someFacts({
      documents: [
        someDocument('甲'),
        someDocument('乙', { issuedOn: issued('2022-09-01', 'signature'), publishedOn: published('2022-10-08') }),
        someDocument('丙', { publishedOn: null, issuedOn: null }),
        someDocument('丁', { publishedOn: published('2021-09-15') }),
        someDocument('戊', { kind: 'other' }),
      ],
    });
    const rows = documentLedger(facts, of, params, createWorkdays());
    expect(rows.map((row) => [row.url.slice(-6, -5), row.deadline, row.workdaysTaken, row.timeliness])).toEqual([
      ['丙', null, null, 'notMeasured'],
      ['乙', '2022-09-30', 21, 'late'],
      ['戊', null, null, 'notMeasured'],
      ['甲', '2022-09-30', 9, 'onTime'],
    ]);
    expect(Object.keys(rows[0]!).join(' ')).toBe(
      'organisation url kind title documentNumber issuedOn publishedOn deadline workdaysTaken timeliness column attachments capture',
    );
  });

  it('prints the interpretations', () => {
    const [row] = interpretationLedger(someFacts({ interpretations: [someInterpretation('甲')] }), of);
    expect(Object.keys(row!).join(' ')).toBe(
      'organisation url title publishedOn formats policyTitle policyUrl linksToPolicy linkedFromPolicy elements capture',
    );
    expect(row).toMatchObject({ organisation: '云岭县人民政府', publishedOn: '2022-09-15', linksToPolicy: true });
  });

  it('says of a link that a script may have brought that it is unread', () => {
    const unread = { ...someInterpretation('甲'), linkedFromPolicy: false, linksUnread: true as const };
    const [row] = interpretationLedger(someFacts({ interpretations: [unread] }), of);
    expect(row).toMatchObject({ linksToPolicy: true, linkedFromPolicy: null });
  });

  it('prints every standard column, and news where it is there or asked for', () => {
    const facts = someFacts({ columns: [someColumn('guide', { isPage: true, itemDates: [], itemCount: 0 })] });
    const rows = columnLedger(facts, of, []);
    expect(rows.map((row) => row.key).join(' ')).toBe(
      'guide rules statutory catalogue annual request policy interpretation notice interaction service topic',
    );
    expect(rows[0]).toMatchObject({ status: 'ok', newestOn: null, itemCount: 0, capture: 'capture-guide' });
    expect(rows[1]).toMatchObject({ status: 'notMeasured', url: null, capture: null });
    expect(columnLedger(facts, of, [{ ...defaultColumnRule('news'), required: true }]).at(-1)?.key).toBe('news');
    const old = someFacts({ columns: [someColumn('rules', { itemDates: ['2022-01-01'] })] });
    const rules = columnLedger(old, of, [{ ...defaultColumnRule('rules'), maxAgeDays: 30 }]);
    expect(rules.find((row) => row.key === 'rules')?.status).toBe('stale');
  });

  it('prints the annual reports with the parts that they lack', () => {
    const annualReports = [
      someReport(2020, { publishedOn: published('2021-04-02'), parts: [1, 2, 3] }),
      someReport(2021, { partsUnread: true, parts: [] }),
      someReport(2022),
    ];
    const deadlines = { department: '01-31', government: '03-31', township: '01-31' };
    expect(annualReportLedger(someFacts({ annualReports }), of, deadlines)).toMatchObject([
      { year: 2021, deadline: '2022-03-31', timeliness: 'onTime', parts: null, missingParts: [] },
      {
        year: 2020,
        timeliness: 'late',
        parts: 3,
        missingParts: [
          '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
          '存在的主要问题及改进情况',
          '其他需要报告的事项',
        ],
      },
    ]);
  });

  it('prints the catalogue with the elements that an item lacks', () => {
    const elements = { 公开内容: '申请条件', 公开依据: '条例', 公开时限: ' ', 公开主体: '民政局', 公开对象: '全社会' };
    const facts = someFacts({ catalogue: [{ field: '养老服务', item: '高龄津贴', elements, url: 'u', capture: 'c' }] });
    expect(catalogueLedger(facts, of)[0]?.missingElements).toEqual(['时限', '方式', '渠道']);
  });
});

describe('the catalogue of indicators', () => {
  it('describes every one', () => {
    const text = indicatorCatalogueMarkdown();
    for (const { id, title } of indicators) expect(text).toContain(`## ${id}\n\n**${title}**`);
    expect(text).toContain('- `startsFrom`：');
  });
});

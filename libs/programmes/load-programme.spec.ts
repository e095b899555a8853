import { readFileSync } from 'node:fs';
import { BadInput } from '#kernel';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkProgramme } from './check-programme.js';
import { columnKeys } from './column-key.js';
import { loadProgramme } from './load-programme.js';
import { planFiles } from './plan-files.js';
import { programmeSchema } from './programme-schema.js';

const read = (file: string) => readFileSync(new URL(`./plans/${file}`, import.meta.url), 'utf8');
const pingliang = read('pingliang-2020.yaml');

/** Ids that the built-in plans may use; the room of indicators has a test of its own that binds them to the real ones. */
const indicators = [
  'published-in-time',
  'columns-complete',
  'interpretations-varied',
  'policies-interpreted',
  'linked-both-ways',
  'published-together',
  'document-number-present',
  'annual-report-in-time',
  'annual-report-parts',
  'annual-report-tables',
  'request-channel',
  'village-column',
  'participation-page',
  'open-day',
  'nonpublic-documents',
  'accounts-per-platform',
  'guide-elements',
  'page-tags',
  'footer-marks',
  'publication-dates-true',
  'unified-entrances',
  'unit-page',
  'catalogue-published',
  'topic-column',
  'key-columns-updated',
  'long-stale-columns',
  'blank-columns',
  'catalogue-fields-covered',
  'catalogue-elements-complete',
  'catalogue-items-have-columns',
  'catalogue-time-limits',
  'interpretation-elements',
  'service-names-same',
  'catalogue-names-consistent',
  'annual-report-originality',
  'site-reachable',
  'links-alive',
  'links-unhijacked',
  'home-updated',
  'consultation-channel',
  'services-offered',
].map((id) => ({ id }));

function faultsOf(yaml: string): string[] {
  try {
    loadProgramme(yaml, '方案.yaml');
  } catch (error) {
    if (error instanceof BadInput) return error.message.split('\n');
    throw error;
  }
  return [];
}

const lineOf = (needle: string) => pingliang.slice(0, pingliang.indexOf(needle)).split('\n').length;

describe.each(planFiles)('$id', ({ id, file }) => {
  const programme = loadProgramme(read(file), file);

  it('loads under its own id and hangs together', () => {
    expect(programme.id).toBe(id);
    expect(checkProgramme(programme, indicators)).toEqual([]);
  });

  it('gives the three headline indicators 55 of 100 points or a little more', () => {
    const items = programme.rubric.groups.flatMap((group) => group.items);
    const headline = items
      .filter((item) => ['published-in-time', 'columns-complete', 'interpretations-varied'].includes(item.indicator))
      .reduce((sum, item) => sum + Number(item.points), 0);
    expect(programme.rubric.total).toBe('100');
    expect(headline).toBeGreaterThanOrEqual(55);
    expect(headline).toBeLessThanOrEqual(56);
    expect(programme.rubric.origin).toBe('default');
    expect(programme.rubric.note).toMatch(/^(方案|条例)未规定分值/);
  });

  it('says of nothing that it is looked at automatically where no indicator looks', () => {
    const looked = programme.requirements.filter(({ check }) => check === 'automatic' || check === 'reviewed');
    expect(looked.filter(({ indicators }) => indicators.length === 0)).toEqual([]);
  });

  it('has a rule for every standard column', () => {
    expect(programme.columns.map((column) => column.key)).toEqual([...columnKeys]);
    const age = (key: string) => programme.columns.find((column) => column.key === key)?.maxAgeDays;
    expect([age('news'), age('notice'), age('policy'), age('interpretation'), age('annual')]).toEqual([
      14, 183, 183, 183, 365,
    ]);
  });

  it('gives every task a day and the rule by which it was taken', () => {
    for (const task of programme.tasks) {
      expect(task.dueOn, task.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(task.dueRule, task.id).toBeTruthy();
    }
  });
});

describe('the days of the plans', () => {
  it('Pingliang: from the clauses’ due dates', () => {
    const { tasks } = loadProgramme(pingliang, 'pingliang-2020.yaml');
    expect(tasks.map((task) => task.dueOn)).toEqual([
      '2020-09-30',
      '2020-10-31',
      '2022-08-31',
      '2020-12-31',
      '2021-06-30',
      '2021-06-30',
      '2020-09-30',
      '2021-11-30',
      '2021-06-30',
      '2021-06-30',
      '2021-12-31',
      '2021-11-30',
      '2023-12-31',
    ]);
  });

  it('Luozhuang: stages with their beginning, and loose ends', () => {
    const { tasks } = loadProgramme(read('luozhuang-2020.yaml'), 'luozhuang-2020.yaml');
    expect(tasks.map((task) => `${task.startOn}..${task.dueOn}`)).toEqual([
      '2020-06-05..2020-06-30',
      '2020-06-05..2020-06-30',
      '2020-07-01..2020-08-15',
      '2020-07-01..2020-08-31',
      '2020-07-01..2020-08-31',
      '2020-07-01..2020-08-31',
      '2020-07-01..2020-09-30',
      '2020-10-01..2020-11-30',
      '2020-10-01..2020-12-10',
      '2020-10-01..2020-12-31',
      'null..2021-12-31',
      'null..2022-12-31',
    ]);
    expect(tasks.find((task) => task.id === 'LZT-09')?.dueRule).toBe('“初”取10日；未写年份，按2020年');
  });

  it('all requirements of both plans are there', () => {
    const ids = (file: string, prefix: string) =>
      loadProgramme(read(file), file).requirements.filter((one) => one.id.startsWith(prefix)).length;
    expect(ids('pingliang-2020.yaml', 'PL-')).toBe(16);
    expect(ids('luozhuang-2020.yaml', 'LZ-')).toBe(22);
  });
});

describe('the schema for editors', () => {
  it('is the one that the loader checks by (vitest -u writes it anew)', async () => {
    const schema = z.toJSONSchema(programmeSchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('./programme.schema.json');
  });
});

describe('mistakes are named by file, line and field', () => {
  it.each([
    [
      'a field that nobody knows',
      'title: 公开平台',
      'titel: 公开平台',
      [
        `方案.yaml 第${lineOf('- id: platform')}行 rubric.groups[1].title：缺少这一项`,
        `方案.yaml 第${lineOf('title: 公开平台')}行 rubric.groups[1].titel：不认识的字段；可接受：id、title、items、groups、kind、points、scale、deductAtMost、cap、pass、window、appliesTo`,
      ],
    ],
    [
      'a value outside of its list',
      'origin: default',
      'origin: ours',
      [`方案.yaml 第${lineOf('origin: default')}行 rubric.origin：值不在范围内；可接受：plan、default`],
    ],
    [
      'points that are no number',
      "points: '21'",
      'points: 二十二',
      [
        `方案.yaml 第${lineOf("points: '21'")}行 rubric.groups[0].items[0].points：分值应为不小于0、最多两位小数的数，如 8.5`,
      ],
    ],
    [
      'an unknown rule',
      'kind: perFinding',
      'kind: perhaps',
      [
        `方案.yaml 第${lineOf('kind: perFinding')}行 rubric.groups[1].items[0].rule.kind：值不在范围内；可接受：allOrNothing、proportional、perFinding、once、perMissing、perSubject、threshold、bands、trend、veto`,
      ],
    ],
    [
      'a day that does not exist',
      "issuedOn: '2020-08-31'",
      "issuedOn: '2020-08-32'",
      [`方案.yaml 第${lineOf('issuedOn')}行 source.issuedOn：应为真实存在的日期，写作 2020-08-31`],
    ],
    [
      'a number where words are asked',
      "version: '1'",
      'version: 1',
      ['方案.yaml 第4行 version：类型不对；可接受：文字（数字和日期请加引号）'],
    ],
    [
      'a number out of range',
      'rectifyWithinDays: 15',
      'rectifyWithinDays: 0',
      [`方案.yaml 第${lineOf('rectifyWithinDays')}行 circular.rectifyWithinDays：值不可用；可接受：不小于1`],
    ],
  ])('%s', (_, good, bad, messages) => {
    expect(faultsOf(pingliang.replace(good, bad))).toEqual(messages);
  });

  it('several at once', () => {
    const yaml = pingliang.replace('origin: default', 'origin: ours').replace("version: '1'", 'version: 1');
    expect(faultsOf(yaml)).toHaveLength(2);
  });

  it('YAML that is none, empty, doubled, multiplied or endless', () => {
    expect(faultsOf('id: [1')[0]).toMatch(/^方案\.yaml 第1行：YAML 写法有误/);
    expect(faultsOf(pingliang.replace("version: '1'", "version: '1'\nid: again"))[0]).toMatch(
      /^方案\.yaml 第5行：YAML/,
    );
    expect(faultsOf('')).toEqual(['方案.yaml 第1行：类型不对；可接受：键值对']);
    expect(faultsOf('- 1')).toEqual(['方案.yaml 第1行：类型不对；可接受：键值对']);
    const laughs = `a: &a [${'x,'.repeat(50)}]\n${'bcdef'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcde'[index]},`.repeat(50)}]\n`)
      .join('')}`;
    expect(faultsOf(laughs)[0]).toMatch(/YAML 引用无法展开/);
    expect(faultsOf(`a: ${'x'.repeat(1_000_001)}`)[0]).toMatch(/文件过大/);
  });

  it('keys that would reach into the prototype are only unknown fields', () => {
    expect(faultsOf(`${pingliang}\n__proto__: { polluted: true }\n`).join()).toMatch(/不认识的字段/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

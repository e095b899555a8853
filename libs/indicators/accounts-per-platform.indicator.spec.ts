import { describe, expect, it } from 'vitest';
import { accountsPerPlatform } from './accounts-per-platform.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts, someOrganisation } from './facts.fixture.js';
import type { AccountList, NewMediaAccount } from './model.js';

const evidence = { capture: 'import-1', url: '账号清单.xlsx' };

function account(name: string, change: Partial<NewMediaAccount> = {}): NewMediaAccount {
  return {
    ...{ platform: '微信公众号', name, id: `id-${name}`, kind: null },
    ...{ state: '在用' as const, openedOn: '2019-05-01', closedOn: null, ...change },
  };
}

const judge = (accounts: NewMediaAccount[], params: object = {}, list: Partial<AccountList> = {}) =>
  evaluateIndicator(
    accountsPerPlatform,
    someFacts(),
    someContext(params, {
      period: '2022Q2',
      asOf: '2022-06-30',
      records: {
        ...{ decisions: [], counts: [] },
        accounts: [{ organisation: someOrganisation.id, listedOn: '2022-06-20', accounts, evidence, ...list }],
      },
    }),
  );

describe('accounts on one platform', () => {
  const [first, second] = [account('云岭发布'), account('云岭教育')];

  it.each<[string, NewMediaAccount[], string, string[]]>([
    ['one', [first], 'pass', []],
    ['one on each of two platforms', [first, account('云岭发布', { platform: '微博' })], 'pass', []],
    ['two', [first, second], 'fail', ['fail 微信公众号']],
    ['two, one of them closed', [first, { ...second, state: '已注销' }], 'pass', []],
    [
      'two, one closed since',
      [first, { ...second, state: '已注销', closedOn: '2022-07-05' }],
      'fail',
      ['fail 微信公众号'],
    ],
    ['two, one closed on the day', [first, { ...second, state: '已注销', closedOn: '2022-06-30' }], 'pass', []],
    ['two, one opened later', [first, { ...second, openedOn: '2022-07-01' }], 'pass', []],
    ['one in two rows', [first, { ...first, name: '云岭政务' }], 'pass', []],
    ['none', [], 'pass', []],
    ['only closed ones', [{ ...first, state: '已注销' }], 'pass', []],
    [
      'two with different names and without identifiers',
      [
        { ...first, id: null },
        { ...second, id: null },
      ],
      'fail',
      ['fail 微信公众号'],
    ],
  ])('%s: %#', (_, accounts, outcome, findings) => {
    const result = judge(accounts);
    expect([result.outcome, result.findings.map(({ kind, subject }) => `${kind} ${subject}`)]).toEqual([
      outcome,
      findings,
    ]);
    // The order of the rows changes nothing.
    expect(judge([...accounts].reverse())).toEqual(result);
  });

  it.each<[string, NewMediaAccount[], Partial<AccountList>, string]>([
    ['the same name, another identifier', [first, { ...first, id: 'gh_1' }], {}, '不足以断定'],
    ['a name alike without an identifier', [first, account('云岭县发布', { id: null })], {}, '不足以断定'],
    [
      'a name within the other, an address beside an id',
      [first, account('云岭发布厅', { id: '//mp.yunling.example/1' })],
      {},
      '不足以断定',
    ],
    ['one no more updated', [first, { ...second, state: '停更' }], {}, '停更'],
    [
      'no day of opening in a list of later',
      [first, { ...second, openedOn: null }],
      { listedOn: '2022-07-02' },
      '开设日期',
    ],
    [
      'two kinds',
      [
        { ...first, kind: '订阅号' },
        { ...second, kind: '服务号' },
      ],
      {},
      '都开设',
    ],
    ['two apps', [first, second].map((one) => ({ ...one, platform: '移动客户端' })), {}, '功能相近'],
  ])('ask a person and deduct nothing: %s', (_, accounts, list, why) => {
    const result = judge(accounts, {}, list);
    expect(result).toMatchObject({ outcome: 'needsReview', of: 0, findings: [{ kind: 'review' }] });
    expect(result.findings[0]?.message).toContain(why);
  });

  it('are told with their names, what tells them apart, the list and what to do', () => {
    const accounts = [first, second, account('云岭微博', { platform: '微博' })];
    const result = judge([...accounts, account('云岭文旅', { kind: '服务号' })]);
    expect(result).toMatchObject({
      outcome: 'fail',
      measured: 1,
      of: 2,
      findings: [{ evidence: { capture: 'import-1' } }],
    });
    const [finding] = result.findings;
    expect(finding?.message).toBe('在微信公众号有3个在用账号（云岭发布、云岭教育、云岭文旅），多于1个');
    expect(finding?.remedy).toContain('注销');
    expect(finding?.details).toEqual([
      { label: '云岭发布', value: 'id-云岭发布，2019-05-01开设，在用' },
      { label: '云岭教育', value: 'id-云岭教育，2019-05-01开设，在用' },
      { label: '云岭文旅', value: '服务号，id-云岭文旅，2019-05-01开设，在用' },
      { label: '清单', value: '2022-06-20导入' },
    ]);
  });

  it('may be more where the plan allows more', () => {
    expect(judge([first, second], { limit: 2 }).outcome).toBe('pass');
    expect(judge([first, second, account('云岭文旅')], { limit: 2 }).outcome).toBe('fail');
    expect(judge([first, { ...second, id: null }], { apart: ['微信公众号'] }).outcome).toBe('needsReview');
  });

  it('are not measured without a list of the unit', () => {
    expect(judge([first, second], {}, { organisation: '别处' }).outcome).toBe('notMeasured');
    expect(evaluateIndicator(accountsPerPlatform, someFacts(), someContext({})).outcome).toBe('notMeasured');
  });
});

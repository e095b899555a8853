import { describe, expect, it } from 'vitest';
import type { Account, Session } from '../api/types.js';
import { detour, isRefused, wayBack } from './admission.js';

const account: Account = {
  ...{ id: 'a', name: 'lisi', displayName: '李四', role: 'assessor', roleTitle: '评估人员', unit: null },
  ...{
    mustChangePassword: false,
    secondFactor: false,
    mail: null,
    mailConfirmed: false,
    mailWanted: true,
    passwordEnds: null,
  },
};
const session = (over: Partial<Session>): Session => ({
  account,
  rights: [],
  reading: 'signedIn',
  mails: false,
  demo: null,
  provider: false,
  providerFault: null,
  ...over,
});
const anonymous = { account: null };
const to = (name: string, fullPath: string, meta: object = {}, query = {}) => ({
  ...{ name, fullPath, query },
  meta: { title: '', ...meta },
});

describe('detour', () => {
  it('has whoever leads the whole begin with the board, unless another page was asked for', () => {
    const leader: Account = { ...account, role: 'leader' };
    const unit = { id: 'u', name: '云岭县财政局' };
    expect(detour(to('sign-in', '/sign-in'), session({ account: leader }))).toBe('/leader');
    const scope = { back: '/?period=2022Q4' };
    expect(detour(to('sign-in', '/sign-in', {}, scope), session({ account: leader }))).toBe('/leader?period=2022Q4');
    const back = { back: '/findings' };
    expect(detour(to('sign-in', '/sign-in', {}, back), session({ account: leader }))).toBe('/findings');
    expect(detour(to('sign-in', '/sign-in'), session({ account: { ...leader, unit } }))).toBe('/');
    expect(detour(to('sign-in', '/sign-in'), session({}))).toBe('/');
  });

  it('leads to the sign-in and notes the way back, where nothing is open', () => {
    expect(detour(to('findings', '/findings?page=2'), session(anonymous))).toEqual({
      name: 'sign-in',
      query: { back: '/findings?page=2' },
    });
    expect(detour(to('sign-in', '/sign-in'), session(anonymous))).toBeNull();
  });

  it('lets everyone read the sample, but nothing that belongs to an account or a right', () => {
    const sample = session({ ...anonymous, reading: 'open', rights: ['findings.read'] });
    expect(detour(to('findings', '/findings', { right: 'findings.read' }), sample)).toBeNull();
    expect(detour(to('account', '/account', { personal: true }), sample)).toMatchObject({ name: 'sign-in' });
    expect(detour(to('audit', '/audit', { right: 'audit.read' }), sample)).toMatchObject({ name: 'sign-in' });
  });

  it('lets nothing be seen before the first password was changed', () => {
    const first = session({ account: { ...account, mustChangePassword: true } });
    expect(detour(to('findings', '/findings'), first)).toEqual({ name: 'password', query: { back: '/findings' } });
    expect(detour(to('password', '/password'), first)).toBeNull();
    expect(detour(to('sign-in', '/sign-in?back=/findings', {}, { back: '/findings' }), first)).toEqual({
      name: 'password',
      query: { back: '/findings' },
    });
  });

  it('leads who has signed in already on from the sign-in', () => {
    expect(detour(to('sign-in', '/sign-in', {}, { back: '/crawl' }), session({}))).toBe('/crawl');
  });

  it('leaves a missing right to be told on the page', () => {
    const audit = to('audit', '/audit', { right: 'audit.read' });
    expect(detour(audit, session({}))).toBeNull();
    expect(isRefused(audit, session({}))).toBe(true);
    expect(isRefused(audit, session({ rights: ['audit.read'] }))).toBe(false);
  });
});

it('shows what is about all units to those alone who may see all', () => {
  const crawl = to('crawl', '/crawl', { right: 'rounds.read', whole: true });
  const rights = ['rounds.read'];
  expect(isRefused(crawl, session({ rights }))).toBe(false);
  expect(isRefused(crawl, session({ rights, account: { ...account, unit: { id: 'u', name: '县教体局' } } }))).toBe(
    true,
  );
  expect(isRefused(crawl, session({ ...anonymous, rights }))).toBe(false);
});

it('leads who sees no overview to the ranking', () => {
  const overview = to('overview', '/?period=2026Q2', { right: 'overview.read' }, { period: '2026Q2' });
  expect(detour(overview, session({}))).toEqual({ name: 'scorecards', query: { period: '2026Q2' } });
  expect(detour(overview, session({ rights: ['overview.read'] }))).toBeNull();
});

it.each([
  ['/findings?x=1', '/findings?x=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/sign-in?back=/sign-in', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('goes back from %j to %s', (back, expected) => {
  expect(wayBack(back)).toBe(expected);
});

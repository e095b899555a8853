import { describe, expect, it } from 'vitest';
import { dueWeek, mailAddress, mailSubject, mailText } from './mail.js';

describe('an address for mail', () => {
  it.each(['zwgk@yunling.example', 'a.b+c@mail.czj.yunling.gov.cn', "o'neil@xn--fiqs8s.xn--fiqs8s"])(
    'takes %s',
    (text) => {
      expect(mailAddress(` ${text} `)).toBe(text);
    },
  );

  it.each([
    '',
    'zwgk',
    'zwgk@localhost',
    'zwgk@127.0.0.1',
    'zwgk@[127.0.0.1]',
    'a@b.example,c@d.example',
    'a@b.example;c@d.example',
    'a@b.example c@d.example',
    '张某 <a@b.example>',
    '"a b"@b.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example%0d%0aBcc:c@d.example',
    'a\u0000@b.example',
    '.a@b.example',
    'a..b@b.example',
    'a@-b.example',
    'a@b..example',
    '张@b.example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(64)}.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('refuses %j', (text) => {
    expect(mailAddress(text)).toBeNull();
  });
});

it('makes of a subject one line', () => {
  expect(mailSubject('云岭县\r\nBcc: a@b.example\u2028x')).toBe('云岭县 Bcc: a@b.example x');
  expect([...mailSubject('字'.repeat(500))]).toHaveLength(120);
});

it('says what there is in plain text', () => {
  const parts = [
    { title: '已逾期', lines: ['一事', '二事'] },
    { title: null, lines: ['三事'] },
  ];
  expect(mailText(parts, { address: 'https://mj.yunling.example', end: '每周一次。' })).toBe(
    '【已逾期】\n· 一事\n· 二事\n\n· 三事\n\n登录办理：https://mj.yunling.example/\n\n—\n每周一次。',
  );
});

describe('the week whose reminders are due', () => {
  const at = (text: string) => ({ now: new Date(text), today: text.slice(0, 10) });
  const monday = { weekday: 1, hour: 9 };
  it.each<[string, string, typeof monday, string | null]>([
    ['on Monday at nine', '2023-02-13T01:00:00Z', monday, '2023-02-13'],
    ['not before nine', '2023-02-13T00:59:00Z', monday, null],
    ['on a later day, where none looked before', '2023-02-16T01:00:00Z', monday, '2023-02-13'],
    ['not on a day off', '2023-02-12T01:00:00Z', monday, null],
    ['not before its day', '2023-02-15T01:00:00Z', { weekday: 4, hour: 9 }, null],
    ['on its day', '2023-02-16T01:00:00Z', { weekday: 4, hour: 9 }, '2023-02-13'],
  ])('is due %s', (_, text, rule, week) => {
    expect(dueWeek(rule, at(text), (day) => day !== '2023-02-12')).toBe(week);
  });
});

import { describe, expect, it } from 'vitest';
import { dueDay, robotMessage } from './channel.js';

describe('the hour of a digest', () => {
  const weekdays = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  it.each([
    ['2025-03-20T00:59:59Z', 9, true, null],
    ['2025-03-20T01:00:00Z', 9, true, '2025-03-20'],
    ['2025-03-20T15:59:59Z', 9, true, '2025-03-20'],
    // Friday in London, Saturday in Beijing.
    ['2025-03-21T16:30:00Z', 0, true, null],
    ['2025-03-21T16:30:00Z', 0, false, '2025-03-22'],
  ])('at %s, from %i o’clock, on working days only: %s', (now, hour, workdaysOnly, day) => {
    expect(dueDay({ hour, workdaysOnly }, new Date(now), weekdays)).toBe(day);
  });
});

describe('a message to a robot', () => {
  const line = { kind: 'reviews' as const, text: '12 个问题待复核', path: '/reviews' };
  const about = { title: '政务公开监测', day: '2025-03-20', lines: [line], address: null };

  it('is what each kind takes', () => {
    const text = '### 政务公开监测（2025-03-20）\n- 12 个问题待复核';
    expect(robotMessage('wecom', about)).toEqual({ msgtype: 'markdown', markdown: { content: text } });
    expect(robotMessage('dingtalk', about)).toEqual({ msgtype: 'markdown', markdown: { title: '政务公开监测', text } });
  });

  it('links to the page where the address is known', () => {
    expect(JSON.stringify(robotMessage('wecom', { ...about, address: 'https://mj.yunling.example/' }))).toContain(
      '[查看](https://mj.yunling.example/reviews)',
    );
  });

  it('takes nothing in its words for a link, a mention or a mark', () => {
    const lines = [{ ...line, text: '第[1](http://x.example)局\n<@all> **急** `码`' }];
    const said = JSON.stringify(robotMessage('wecom', { ...about, lines }));
    expect(said).not.toMatch(/\]\(|<@|\*\*|`/);
  });

  it('is cut to whole lines of what a robot takes, in bytes', () => {
    const lines = Array.from({ length: 400 }, (_, n) => ({ ...line, text: `第${n}件事待办` }));
    const { markdown } = robotMessage('wecom', { ...about, lines }) as { markdown: { content: string } };
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096);
    expect(Buffer.byteLength(markdown.content)).toBeGreaterThan(4000);
    expect(markdown.content.split('\n').at(-1)).toBe('- 其余请登录查看');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { say } from './console.js';
import { log, logAsSet, openLog } from './log.js';

function listening(): { lines: string[]; to: { write(line: string): void } } {
  const lines: string[] = [];
  return { lines, to: { write: (line) => void lines.push(line) } };
}

describe('a log for machines', () => {
  it('is one line of JSON each, with time, level, message and what it is about', () => {
    const { lines, to } = listening();
    openLog({ MINGJING_LOG: 'json', LOG_LEVEL: undefined }, to).info('开始采集\n网站', { round: 'r1', site: 's1' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
    const entry = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(entry).toMatchObject({ level: 'info', message: '开始采集\n网站', round: 'r1', site: 's1' });
    expect(String(entry['time'])).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  });

  it('tells the trace of our own errors, not of those that a person can mend', () => {
    const { lines, to } = listening();
    const own = openLog({ MINGJING_LOG: 'json', LOG_LEVEL: 'error' }, to);
    own.info('not told');
    own.error('断了', new TypeError('x is not a function'), { site: 's1' });
    own.error('写错了', new BadInput([{ where: '单位', what: '没有' }]));
    const [first, second] = lines.map((line) => JSON.parse(line) as { error: Record<string, unknown> });
    expect(first?.error).toMatchObject({ name: 'TypeError', message: 'x is not a function' });
    expect(first?.error['stack']).toContain('log.spec');
    expect(second?.error).toEqual({ name: 'BadInput', message: '单位：没有' });
    expect(lines).toHaveLength(2);
  });

  it('lets out no password or key, wherever it stands', () => {
    const { lines, to } = listening();
    const own = openLog({ MINGJING_LOG: 'json', LOG_LEVEL: 'info' }, to);
    const url = 'postgres://mingjing:hunter2@db.example:5432/m';
    own.error(`无法连接 ${url}`, new Error(`connect ${url}`), {
      settings: { DATABASE_URL: url, MINGJING_S3_SECRET: 'hunter2', headers: [{ cookie: 'hunter2' }] },
    });
    expect(lines.join()).not.toContain('hunter2');
    expect(lines.join()).toContain('postgres://***@db.example:5432/m');
  });
});

describe('a log for people', () => {
  it('says only what asks for attention, in one line with what it is about', () => {
    const { lines, to } = listening();
    const own = openLog({ MINGJING_LOG: 'text', LOG_LEVEL: undefined }, to);
    own.info('not told');
    own.warn('主机停访', { host: 'a.example', pages: 3 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\S+Z 警告 主机停访（host=a\.example，pages=3）\n$/);
  });
});

describe('what is said to people', () => {
  afterEach(() => logAsSet({ MINGJING_LOG: 'text', LOG_LEVEL: undefined }));

  it('is a line of the log where that is JSON', () => {
    const { lines, to } = listening();
    logAsSet({ MINGJING_LOG: 'json', LOG_LEVEL: undefined }, to);
    say('✓ 数据库');
    log.warn('慢');
    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(['✓ 数据库', '慢']);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { InlineJobs } from './inline-jobs.js';
import { HandedBack } from './model.js';

const site = (name: string, host = name) => ({ round: 'r', site: name, host });
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('inline jobs', () => {
  it('runs up to the concurrency, one host once at a time', async () => {
    const jobs = new InlineJobs();
    const log: string[] = [];
    let running = 0;
    let most = 0;
    for (const payload of [site('a', 'h'), site('b', 'h'), site('c'), site('d')])
      await jobs.send('crawl-site', payload);
    await jobs.work(
      {
        'crawl-site': async ({ site: name }) => {
          most = Math.max(most, ++running);
          log.push(`+${name}`);
          await turn();
          log.push(`-${name}`);
          running--;
        },
      },
      { concurrency: 2 },
    );
    await jobs.idle();
    expect(most).toBe(2);
    expect(log.indexOf('+b')).toBeGreaterThan(log.indexOf('-a'));
    expect(log).toHaveLength(8);
  });

  it('tries again what failed, three times at most, and tells', async () => {
    const jobs = new InlineJobs();
    const failures: string[] = [];
    let tries = 0;
    await jobs.work(
      {
        'crawl-site': async ({ site: name }) => {
          if (name === 'never' || ++tries < 2) throw new Error(name);
        },
      },
      { concurrency: 1, onFailure: (_, error) => failures.push(String(error)) },
    );
    await jobs.send('crawl-site', site('once'));
    await jobs.send('crawl-site', site('never'));
    await jobs.idle();
    expect(failures).toEqual(['Error: once', 'Error: never', 'Error: never', 'Error: never']);
  });

  it('leaves what it is not the time for, and does the rest', async () => {
    vi.useFakeTimers();
    const jobs = new InlineJobs();
    const done: string[] = [];
    let early = true;
    await jobs.work(
      {
        'crawl-site': async ({ site: name }) => {
          if (name === 'night' && early) throw new HandedBack('not its hour', 0, 60_000);
          done.push(name);
        },
      },
      { concurrency: 1 },
    );
    for (const name of ['night', 'day']) await jobs.send('crawl-site', site(name));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(done).toEqual(['day']);
    early = false;
    await vi.advanceTimersByTimeAsync(1000);
    await jobs.idle();
    expect(done).toEqual(['day', 'night']);
    vi.useRealTimers();
  });

  it('stops in order', async () => {
    const jobs = new InlineJobs();
    let stopped = false;
    await jobs.send('crawl-site', site('a'));
    await jobs.send('crawl-site', site('b'));
    await jobs.work(
      {
        'crawl-site': (_, signal) =>
          new Promise((resolve) =>
            signal.addEventListener('abort', () => {
              stopped = true;
              resolve();
            }),
          ),
      },
      { concurrency: 1 },
    );
    await jobs.close();
    expect(stopped).toBe(true);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCounty, type County } from '#county';
import { readSettings } from '#kernel';
import { openHouse } from '#operations';
import { temporaryFolder } from '../temporary-folder.js';

const program = join(import.meta.dirname, '../../dist/apps/cli/main.js');
/** Static sites only: a browser's pace would make the moment of the kill a matter of luck. */
const only = ['云岭县人民政府', '云岭县发展和改革局', '云岭县教育和体育局', '云岭县财政局'];
const assessment = ['assess', '--programme', 'pingliang-2020', '--period', '2026Q2', '--as-of', '2026-06-30'];

let county: County;
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder('mingjing-kill-');
  county = await startCounty({ slowMs: 1000 });
  await writeFile(join(folder, 'units.csv'), county.organisationsCsv);
});

afterAll(async () => {
  await county?.close();
  await rm(folder, { recursive: true, force: true });
});

function start(
  data: string,
  args: string[],
  settings: Record<string, string> = {},
): { child: ChildProcess; output: Promise<{ code: number | null; out: string; error: string }> } {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      MINGJING_DATA: join(folder, data),
      MINGJING_ALLOW_NETWORKS: '127.0.0.1/32',
      MINGJING_INTERVAL_MS: '5',
      MINGJING_NO_BROWSER: '1',
      ...settings,
    },
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return { child, output: once(child, 'close').then(([code]) => ({ code: code as number | null, out, error })) };
}

async function keptPages(data: string): Promise<number> {
  const blobs = await readdir(join(folder, data, 'blobs'), { recursive: true }).catch(() => []);
  return blobs.length;
}

async function run(data: string, ...args: string[]): Promise<string> {
  const { code, out, error } = await start(data, args).output;
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${error}`);
  return out;
}

describe('a crawl that is killed with -9', () => {
  it('goes on where it was, and ends with the bytes of one that was never killed', async () => {
    await run('whole', 'import', 'organisations', join(folder, 'units.csv'));
    await run('whole', 'crawl', '--only', ...only);
    const whole = await run('whole', ...assessment, '--only', ...only, '--json');

    await run('killed', 'import', 'organisations', join(folder, 'units.csv'));
    // Slow enough to be caught in the middle, when some checkpoints are written and most pages are still to come.
    const { child, output } = start('killed', ['crawl', '--only', ...only, '--json'], { MINGJING_INTERVAL_MS: '60' });
    while (child.exitCode === null && (await keptPages('killed')) < 150)
      await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGKILL');
    expect((await output).code).toBeNull();
    const resumed = JSON.parse(await run('killed', 'crawl', '--only', ...only, '--json')) as {
      resumed: boolean;
      finished: boolean;
    };
    expect(resumed).toMatchObject({ resumed: true, finished: true });
    const killed = await run('killed', ...assessment, '--only', ...only, '--json');
    expect(killed).toBe(whole);

    const first = await run('killed', ...assessment, '--only', ...only, '--replay', '--json');
    const second = await run('killed', ...assessment, '--only', ...only, '--replay', '--json');
    expect(first).toBe(killed);
    expect(second).toBe(first);
  });
});

describe('an assessment that is killed with -9', () => {
  it('leaves the published result, and the next one replaces it', async () => {
    const again = [...assessment, '--only', ...only, '--json'];
    const published = await run('killed', ...again);
    const house = await openHouse(readSettings({ MINGJING_DATA: join(folder, 'killed') }));
    try {
      const scope = { programme: 'pingliang-2020', period: '2026Q2' };
      const { dataSource } = house.database;
      const before = await house.assessments.assessment(scope);
      const scores = () => dataSource.query<unknown[]>(`select count(*)::int from score`);
      const kept = await scores();
      // What is written last of a batch is held back: the scorecards are there when the kill comes.
      const holder = dataSource.createQueryRunner();
      await holder.startTransaction();
      await holder.query(`lock table task_unit_state in exclusive mode`);
      const { child, output } = start('killed', again);
      const waits = `select from pg_locks where not granted and relation = 'task_unit_state'::regclass`;
      while (child.exitCode === null && (await dataSource.query<unknown[]>(waits)).length === 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
      child.kill('SIGKILL');
      expect((await output).code).toBeNull();
      await holder.rollbackTransaction();
      await holder.release();
      expect(await house.assessments.assessment(scope)).toEqual(before);
      expect(await run('killed', ...again)).toBe(published);
      expect((await house.assessments.head(scope))?.assessedAt).not.toBe(before?.assessedAt);
      expect(await scores()).toEqual([{ count: (kept as { count: number }[])[0]!.count + only.length }]);
    } finally {
      await house.close();
    }
  });
});

describe('the command line, with what it cannot use', () => {
  it('says in one line where, what and what is accepted, and stores nothing', async () => {
    await writeFile(
      join(folder, 'bad.csv'),
      '名称,别名,层级,类别,上级,网站\n云岭县甲局,,州,部门,,http://a.example/\n云岭县甲局,,县,部门,,ftp://b\n',
    );
    const bad = await start('empty', ['import', 'organisations', join(folder, 'bad.csv')]).output;
    expect(bad.code).toBe(2);
    expect(bad.error).toMatch(/第 ?2 ?行.*层级/);
    expect(bad.error).toMatch(/第 ?3 ?行/);
    const crawl = await start('empty', ['crawl']).output;
    expect(crawl.code).toBe(2);
    expect(crawl.error).toMatch(/import organisations/);
    for (const args of [
      ['assess', '--programme', 'nowhere', '--period', '2026Q2'],
      ['assess', '--programme', 'pingliang-2020', '--period', '2026Q5'],
      ['export', 'nothing', '--period', '2026'],
      ['read', join(folder, 'absent.html')],
      ['crawl', '--from-archive', join(folder, 'bad.csv')],
    ]) {
      const { code, error, out } = await start('empty', args).output;
      expect([args, code]).toEqual([args, 2]);
      expect(error.trim().split('\n').length).toBe(1);
      expect(out).toBe('');
    }
    const settings = spawn(process.execPath, [program, 'doctor'], { env: { ...process.env, PORT: 'many' } });
    expect((await once(settings, 'close'))[0]).toBe(78);
  });
});

import { parseArgs } from 'node:util';
import { PersonalError, readSettings } from '#kernel';
import {
  builtInProgrammes,
  demoSettings,
  log,
  logAsSet,
  openDemo,
  openHouse,
  openOwnWork,
  openScheduler,
  prepareAccess,
  prepareDemo,
  rechecksByWorkers,
  rechecksOfSample,
  sampleManners,
  saysJson,
  say,
  step,
  webRounds,
  type Demo,
} from '#operations';
import { startServer } from './server.js';

// The process behind `npm start`: database, sample county (not with --empty; with --programme the sample of that plan), web
// service; Ctrl-C closes them in reverse.
const flags = parseArgs({
  options: { empty: { type: 'boolean' }, programme: { type: 'string' } },
  strict: false,
}).values;
const empty = flags.empty === true;
const programme = flags.programme === undefined ? undefined : String(flags.programme);
const closers: (() => Promise<void>)[] = [];
const stop = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
    void close().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  });

/** Resolves when everything that was opened is closed, the last first. */
async function close(): Promise<void> {
  for (let next = closers.pop(); next !== undefined; next = closers.pop()) await next().catch(() => undefined);
}

/** Waits for work that must have ended before what it uses is closed. */
async function tracked<T>(work: Promise<T>): Promise<T> {
  closers.push(async () => void (await work.catch(() => undefined)));
  return work;
}

/** Past the log, which others keep: the password is told to whoever sits at the terminal, and must be changed at once. */
function tellFirst(name: string, password: string): void {
  process.stderr.write(`已设立管理员账号 ${name}，初始口令 ${password}（只显示这一次，首次登录须修改）\n`);
}

async function start(): Promise<void> {
  const sample = empty ? undefined : programme;
  const settings = demoSettings(readSettings(process.env), sample);
  logAsSet(settings);
  const demo: Demo | null = empty ? null : await step('示例网站', () => openDemo(sample));
  if (demo) closers.push(() => demo.close());
  const house = await step(
    '数据库',
    () => openHouse(settings, demo?.clock),
    ({ database }) => (database.embedded ? `内置${database.adopted ? '（沿用仍在运行的）' : ''}` : '外部'),
  );
  closers.push(() => house.close());
  const keeper = await prepareAccess(house, empty, new Date());
  if (keeper) tellFirst(keeper.account.name, keeper.firstPassword);
  let prepared = demo === null;
  const bySample = demo ? rechecksOfSample(house, { ...sampleManners, signal: stop.signal }) : null;
  if (bySample) closers.push(() => bySample.idle());
  const scheduler = openScheduler(house, say, bySample);
  closers.push(() => scheduler.close());
  const byWorkers = rechecksByWorkers(house, scheduler.jobs);
  const ownWork = empty && settings.MINGJING_OWN_WORK ? openOwnWork(house, scheduler.jobs, { log: say }) : null;
  if (ownWork) closers.push(() => ownWork.close());
  const server = await step('网页服务', async () =>
    startServer({
      settings,
      dataSource: house.database.dataSource,
      blobs: house.blobs,
      programmes: await builtInProgrammes(),
      // A real installation never shows the sample, even when it was there before.
      ...(empty ? { sample: false } : {}),
      prepared: () => prepared,
      now: () => house.clock.now(),
      scheduler: {
        tick: async () => {
          await scheduler.tick();
          await ownWork?.look();
        },
      },
      rounds: webRounds(house, scheduler.jobs, () => ownWork?.soon()),
      rechecks: { begin: (unit, about) => ((unit.sample ? bySample : null) ?? byWorkers).begin(unit, about) },
      log: (error) => log.error('请求出错', error),
    }),
  );
  closers.push(() => server.close());
  if (demo) {
    const summary = await tracked(prepareDemo(house, demo, { again: false, signal: stop.signal, step }));
    if (stop.signal.aborted) return;
    say(
      `✓ ${demo.title}：${summary.units} 个单位，${summary.scored} 个已评分，${summary.pages} 页${summary.ready ? '（此前已备好）' : ''}`,
    );
    if (summary.unrendered > 0) say(`  其中 ${summary.unrendered} 页需要浏览器才能显示，没有可用的浏览器，未能读取`);
    prepared = true;
  }
  say(`就绪：${server.url}`);
}

try {
  await start();
} catch (error) {
  if (!stop.signal.aborted) {
    const known = error instanceof PersonalError;
    if (saysJson()) log.error('没有启动', error);
    else say(known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    await close();
    process.exit(known ? error.exitCode : 1);
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, median, round } from '../bench.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { differentSites, type ScoringResult } from './contender.js';
import { benchFacts, documentsPerUnit } from './facts.js';

const units = 1000;
const manyUnits = 10_000;
const runs = 3;
const here = import.meta.dirname;

type Name = 'floor' | 'ours' | 'database';

/**
 * Reading the same facts as an assessment does. It costs what the server spends as well as what our process does: by default
 * both are on one machine. `databaseClient` leaves the server out, as when it stands elsewhere.
 */
const peers = {
  database: ({ seconds, serverSeconds }: ScoringResult) => seconds + (serverSeconds ?? Number.NaN),
  databaseClient: ({ seconds }: ScoringResult) => seconds,
};

/** All indicators and the rubric over many units in one process, beside reading the same facts. */
export const scoringBench: Bench = {
  name: 'scoring',
  about: `每秒单位数：${units} 个单位、各 ${documentsPerUnit} 个文件，用全部指标评分（不含读取）；下限为只从 JSON 读取同样的事实，另与从数据库读取相比（database 含数据库服务的用时，databaseClient 只计本程序）`,
  async run() {
    const folder = await temporaryFolder('mingjing-scoring-');
    try {
      for (let n = 0; n < differentSites; n += 1)
        await writeFile(join(folder, `${n}.json`), JSON.stringify(benchFacts(n)));
      const results: Record<Name, ScoringResult[]> = { floor: [], ours: [], database: [] };
      // In turn, so that a machine that drifts is unfair to nobody.
      for (let n = 0; n < runs; n += 1)
        for (const name of ['floor', 'ours', 'database'] as const)
          results[name].push(await runContender(name, folder, units));
      const grown = await runContender('ours', folder, manyUnits);
      const rates = (name: Name, cost = peers.databaseClient) => results[name].map((one) => one.units / cost(one));
      const against = (others: number[]) =>
        round(median(rates('ours').map((rate, turn) => rate / (others[turn] ?? rate))));
      const read = Object.entries(peers)
        .map(([peer, cost]) => [peer, rates('database', cost)] as const)
        .filter(([, reading]) => reading.every(Number.isFinite));
      return {
        bench: 'scoring',
        value: round(median(rates('ours')), 1),
        unit: '单位/秒',
        floor: round(median(rates('floor')), 1),
        ratioToFloor: against(rates('floor')),
        peers: Object.fromEntries(read.map(([peer, reading]) => [peer, round(median(reading), 1)])),
        ratioToPeers: Object.fromEntries(read.map(([peer, reading]) => [peer, against(reading)])),
        ...(read.length < Object.keys(peers).length && { absent: { database: '本机看不到数据库服务的用时' } }),
        peakMegabytes: round(Math.max(...results.ours.map((one) => one.peakMegabytes)), 0),
        grown: {
          units: manyUnits,
          value: round(grown.units / grown.seconds, 1),
          peakMegabytes: round(grown.peakMegabytes, 0),
        },
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Each contender has a process of its own: nobody inherits a warm machine. */
async function runContender(name: Name, folder: string, units: number): Promise<ScoringResult> {
  // Everybody with the flags of the engine that our programs run with.
  const child = spawn(
    process.execPath,
    [...process.execArgv, join(here, `${name}.contender.js`), folder, String(units)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  const line = output.trim().split('\n').at(-1);
  if (code !== 0 || !line) throw new Error(`${name} 没有跑完（${code}）`);
  return JSON.parse(line) as ScoringResult;
}

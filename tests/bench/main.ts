import type { Bench, BenchLine } from './bench.js';
import { browserBench } from './browser/browser.bench.js';
import { crawlBench } from './crawl/crawl.bench.js';
import { incrementalBench } from './incremental/incremental.bench.js';
import { ledgersBench } from './ledgers/ledgers.bench.js';
import { memoryBench } from './memory/memory.bench.js';
import { pagesBench } from './pages/pages.bench.js';
import { provinceBench } from './province/province.bench.js';
import { scoringBench } from './scoring/scoring.bench.js';

/** Every bench; `npm run bench -- NAME …` runs some of them. */
const benches: readonly Bench[] = [
  crawlBench,
  scoringBench,
  provinceBench,
  incrementalBench,
  memoryBench,
  ledgersBench,
  browserBench,
  pagesBench,
];

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `没有名为“${unknown.join('、')}”的基准；可用：${benches.map((bench) => bench.name).join('、')}\n`,
  );
  process.exit(2);
}
for (const bench of benches.filter(({ name, onlyByName }) =>
  names.length === 0 ? !onlyByName : names.includes(name),
)) {
  if (!json) process.stdout.write(`${bench.name}：${bench.about}\n`);
  const line = await bench.run();
  if (json) process.stdout.write(`${JSON.stringify(line)}\n`);
  else {
    print('', line, line.unit);
    if (line.perCore) print('每核：', line.perCore, line.unit);
    if (line.peakMegabytes !== undefined) process.stdout.write(`  内存峰值 ${line.peakMegabytes} MB\n`);
    for (const [peer, why] of Object.entries(line.absent ?? {})) process.stdout.write(`  ${peer} 未测：${why}\n`);
    for (const [what, value] of Object.entries(line.figures ?? {})) process.stdout.write(`  ${what} ${value}\n`);
    if (line.grown)
      process.stdout.write(
        `  增至 ${line.grown.units}：${line.grown.value} ${line.unit}，内存峰值 ${line.grown.peakMegabytes} MB\n`,
      );
  }
}

function print(what: string, line: NonNullable<BenchLine['perCore']>, unit: string): void {
  process.stdout.write(`  ${what}本程序 ${line.value} ${unit}；下限 ${line.floor}，为下限的 ${line.ratioToFloor}\n`);
  for (const [peer, value] of Object.entries(line.peers))
    process.stdout.write(`  ${what}${peer} ${value} ${unit}，本程序为其 ${line.ratioToPeers[peer]} 倍\n`);
}

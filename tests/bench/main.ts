import type { Bench } from './bench.js';
import { crawlBench } from './crawl/crawl.bench.js';
import { scoringBench } from './scoring/scoring.bench.js';

/** Every bench; `npm run bench -- NAME …` runs some of them. */
const benches: readonly Bench[] = [crawlBench, scoringBench];

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `没有名为“${unknown.join('、')}”的基准；可用：${benches.map((bench) => bench.name).join('、')}\n`,
  );
  process.exit(2);
}
for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
  if (!json) process.stdout.write(`${bench.name}：${bench.about}\n`);
  const line = await bench.run();
  if (json) process.stdout.write(`${JSON.stringify(line)}\n`);
  else {
    process.stdout.write(`  本程序 ${line.value} ${line.unit}；下限 ${line.floor}，为下限的 ${line.ratioToFloor}\n`);
    if (line.peakMegabytes !== undefined) process.stdout.write(`  内存峰值 ${line.peakMegabytes} MB\n`);
    for (const [peer, value] of Object.entries(line.peers))
      process.stdout.write(`  ${peer} ${value} ${line.unit}，本程序为其 ${line.ratioToPeers[peer]} 倍\n`);
  }
}

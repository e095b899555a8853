import { Option, type Command } from 'commander';
import { canonicalJson } from '#kernel';
import { assess, chooseUnits, findProgramme, say, sinceThen, whatIf, type Replay } from '#operations';
import { printScorecard, type Scorecard } from '#scoring';
import { comparisonReport } from '../comparison-report.js';
import { jsonList, progressBar, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface AssessOptions {
  programme: string;
  period: string;
  asOf?: string;
  only?: string[];
  replay?: boolean;
  compare?: string;
  comparePeriod?: string;
  json?: boolean;
}

export function addAssess(program: Command): void {
  program
    .command('assess')
    .description('按方案评分；对照时只试算，不公布')
    .requiredOption('--programme <id>', '方案的名称或方案文件（.yaml）')
    .requiredOption('--period <period>', '评估周期：2022 · 2022H2 · 2022Q4 · 2022-11 · 2022-W45')
    .option('--as-of <date>', '评估时点（YYYY-MM-DD）；默认为周期末日与今天中较早的一天')
    .option('--only <name...>', '只评这些单位')
    .option('--replay', '从留存的证据重新算一遍，与已公布的分数逐字节比对')
    .addOption(
      new Option('--compare <programme>', '试算：同一批证据，再按这个方案（名称或文件）算一遍作对照').conflicts([
        'replay',
        'comparePeriod',
      ]),
    )
    .addOption(new Option('--compare-period <period>', '试算：与该方案已公布的另一周期的结果对照').conflicts('replay'))
    .option('--json', '输出得分卡或对照结果（JSON）')
    .action((options: AssessOptions) =>
      options.compare === undefined && options.comparePeriod === undefined ? publish(options) : tryOut(options),
    );
}

function publish({ json, ...options }: AssessOptions): Promise<void> {
  return withHouse(async (house) => {
    const units = await chooseUnits(house, options.only);
    const bar = progressBar('评分');
    const onProgress = (done: number, total: number, word: string) => bar.update(done, total, word);
    const list = jsonList();
    const onCard = (card: Scorecard) => list.add(canonicalJson(printScorecard(card)));
    const request = { ...options, units, replay: options.replay ?? false, onProgress, ...(json ? { onCard } : {}) };
    const { row, replay } = await assess(house, request).finally(() => bar.stop());
    if (json) await list.end();
    else
      for (const card of [...row.outlines].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)))
        say(
          `  ${card.rank ?? '—'}  ${card.organisation.name}  ${card.score ?? '不评分'}  ${card.grade ?? ''}  可测度 ${Math.round(Number(card.coverage) * 100)}%`,
        );
    if (replay) tellReplay(replay);
  });
}

function tellReplay({ compared, differing }: Replay): void {
  say(
    compared === 0
      ? '没有已公布的分数可比对；以上为从证据重算的结果'
      : `与已公布的 ${compared} 份得分卡比对：${differing.length === 0 ? '逐字节一致' : `不一致 ${differing.join('、')}`}`,
  );
  if (differing.length > 0) process.exitCode = 1;
}

/** Two results beside each other, on standard output in either form; nothing is published. */
function tryOut({ json, compare, comparePeriod, only, ...options }: AssessOptions): Promise<void> {
  return withHouse(async (house) => {
    const units = await chooseUnits(house, only);
    const programme = await findProgramme(options.programme, house);
    const about = { ...options, programme, units };
    const compared =
      comparePeriod !== undefined
        ? await sinceThen(house, { ...about, against: comparePeriod })
        : await whatIf(house, { ...about, against: await findProgramme(compare ?? options.programme, house) });
    await write(json ? `${canonicalJson(compared)}\n` : `${comparisonReport(compared).join('\n')}\n`);
  });
}

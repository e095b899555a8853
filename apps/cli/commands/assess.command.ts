import type { Command } from 'commander';
import { canonicalJson } from '#kernel';
import { assess, chooseUnits, say } from '#operations';
import { printScorecard } from '#scoring';
import { write } from '../output.js';
import { withHouse } from '../with-house.js';

interface AssessOptions {
  programme: string;
  period: string;
  asOf?: string;
  only?: string[];
  replay?: boolean;
  json?: boolean;
}

export function addAssess(program: Command): void {
  program
    .command('assess')
    .description('按方案评分')
    .requiredOption('--programme <id>', '方案的名称或方案文件（.yaml）')
    .requiredOption('--period <period>', '评估周期：2022 · 2022H2 · 2022Q4 · 2022-11 · 2022-W45')
    .option('--as-of <date>', '评估时点（YYYY-MM-DD）；默认为周期末日与今天中较早的一天')
    .option('--only <name...>', '只评这些单位')
    .option('--replay', '从留存的证据重新算一遍，与已公布的分数逐字节比对')
    .option('--json', '输出得分卡（JSON）')
    .action((options: AssessOptions) =>
      withHouse(async (house) => {
        const units = await chooseUnits(house, options.only);
        const result = await assess(house, { ...options, units, replay: options.replay ?? false });
        const { scorecards } = result.row;
        if (options.json) await write(`${canonicalJson(scorecards.map(printScorecard))}\n`);
        else
          for (const card of [...scorecards].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)))
            say(
              `  ${card.rank ?? '—'}  ${card.organisation.name}  ${card.score ?? '不评分'}  ${card.grade ?? ''}  可测度 ${Math.round(Number(card.coverage) * 100)}%`,
            );
        if (!result.replay) return;
        const { compared, differing } = result.replay;
        say(
          compared === 0
            ? '没有已公布的分数可比对；以上为从证据重算的结果'
            : `与已公布的 ${compared} 份得分卡比对：${differing.length === 0 ? '逐字节一致' : `不一致 ${differing.join('、')}`}`,
        );
        if (differing.length > 0) process.exitCode = 1;
      }),
    );
}

import { InvalidArgumentError, type Command } from 'commander';
import { clearEvidence, say, type RetentionReport } from '#operations';
import { printJson } from '../output.js';
import { withHouse } from '../with-house.js';

interface Options {
  rounds: number;
  grace: number;
  dryRun?: boolean;
  json?: boolean;
}

export function addRetention(program: Command): void {
  program
    .command('retention')
    .description('清理不再需要的证据；已发布评分、通报、问题、栏目沿革所依据的一律保留，评分仍可重算')
    .option('--rounds <n>', '每个网站完整保留最近几轮（另外每季度保留最后一轮）', whole(1, 10_000), 7)
    .option('--grace <hours>', '无人引用的文件存放满多少小时才删除', whole(1, 8760), 24)
    .option('--dry-run', '只看会清理什么，不动任何数据')
    .option('--json', '输出 JSON')
    .action(({ rounds, grace, dryRun = false, json }: Options) =>
      withHouse(async (house) => {
        const report = await clearEvidence(house, { rounds, graceHours: grace, dryRun });
        if (json) await printJson({ dryRun, ...report });
        else for (const line of lines(report, dryRun)) say(line);
      }),
    );
}

function lines({ rows, ...files }: RetentionReport, dryRun: boolean): string[] {
  const done = dryRun ? '将清理' : '已清理';
  return [
    `${dryRun ? '○' : '✓'} ${done} ${rows.siteRounds} 个“轮次×网站”：快照 ${rows.captures} 条、事实 ${rows.facts} 行、待访 ${rows.frontier} 条`,
    `  其中被问题、栏目沿革或任务引用的 ${rows.cited} 条快照保留`,
    `${dryRun ? '○' : '✓'} ${done}文件 ${files.blobs} 个，${bytes(files.bytes)}；保留 ${files.keptBlobs} 个，${bytes(files.keptBytes)}`,
  ];
}

function bytes(count: number): string {
  if (count < 1e6) return `${(count / 1e3).toFixed(1)} KB`;
  return count < 1e9 ? `${(count / 1e6).toFixed(1)} MB` : `${(count / 1e9).toFixed(2)} GB`;
}

function whole(from: number, to: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= from && number <= to) return number;
    throw new InvalidArgumentError(`应为 ${from}–${to} 的整数。`);
  };
}

import type { Command } from 'commander';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import { BadInput } from '#kernel';
import { roundState, say, watchRound, type RoundState, type SiteShown } from '#operations';
import { printJson, write } from '../output.js';
import { interruption, withHouse } from '../with-house.js';

interface RoundOptions {
  watch?: boolean;
  stuckMinutes: string;
  json?: boolean;
}

export function addRound(program: Command): void {
  program
    .command('round [id]')
    .description('一轮采集进行得怎样：速度、结果、各网站、慢的和停住的；不写编号则为最近一轮')
    .option('--watch', '一直看到该轮结束（Ctrl-C 停止）')
    .option('--stuck-minutes <minutes>', '多少分钟没有进展算停住', '10')
    .option('--json', '输出 JSON；与 --watch 同用时每次一行')
    .action((id: string | undefined, { watch, stuckMinutes, json }: RoundOptions) =>
      withHouse(async (house) => {
        if (!/^[1-9]\d{0,4}$/.test(stuckMinutes))
          throw new BadInput([
            { where: '--stuck-minutes', what: `“${stuckMinutes.slice(0, 20)}”不可用`, accepted: '正整数' },
          ]);
        const options = { stuckMinutes: Number(stuckMinutes) };
        const first = await roundState(house, id, options);
        if (first === null) return say('还没有采集过');
        if (!watch) return json ? printJson(first) : write(describe(first));
        for await (const state of watchRound(house, first.round.id, interruption(), options))
          await (json ? printJson(state) : write(`${cleared()}${describe(state)}`));
      }),
    );
}

/** On a terminal each state takes the place of the one before; elsewhere they follow each other. */
const cleared = () => (process.stdout.isTTY ? '\u001b[H\u001b[2J' : '\n');

function describe({ round, sites, pages, pending, pagesPerSecond, outcomes, ...lists }: RoundState): string {
  const speed = pagesPerSecond === null ? '' : `，每秒 ${pagesPerSecond} 页`;
  const results = (Object.entries(outcomes) as [FetchOutcome, number][]).map(
    ([outcome, count]) => `${fetchOutcomes[outcome].title} ${count}`,
  );
  const stuck = lists.running.filter((site) => site.stuck);
  const going = lists.running.filter((site) => !site.stuck);
  return [
    `轮次 ${round.id}：${round.finishedAt === null ? '进行中' : '已结束'}`,
    `网站：完成 ${sites.done}，进行 ${sites.running}，等待 ${sites.waiting}，失败 ${sites.failed}`,
    `页面：${pages} 页${speed}，已知待采 ${pending}${results.length > 0 ? `；${results.join('，')}` : ''}`,
    ...section(
      '停住的',
      stuck,
      (site) => `${site.pages} 页，${minutes(site.idleSeconds)}没有进展，${site.worker ?? ''}`,
    ),
    ...section(
      '进行中',
      going,
      (site) => `${site.pages} 页，待采 ${site.pending}，${minutes(site.seconds)}，${site.worker ?? ''}`,
    ),
    ...section('最慢的', lists.slowest, (site) => `${site.pages} 页，${minutes(site.seconds)}`),
    ...section('失败的', lists.failed, (site) => site.note ?? ''),
    '',
  ].join('\n');
}

function section(title: string, sites: SiteShown[], line: (site: SiteShown) => string): string[] {
  if (sites.length === 0) return [];
  return [`${title}：`, ...sites.map((site) => `  ${site.units.join('、') || site.site}：${line(site)}`)];
}

const minutes = (seconds: number) =>
  seconds < 60 ? `${Math.round(seconds)} 秒` : `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`;

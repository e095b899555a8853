import { Option, type Command } from 'commander';
import { parsePeriod } from '#calendar';
import type { RoundFollowUp } from '#database';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import { BadInput } from '#kernel';
import {
  chooseUnits,
  circularKinds,
  type WrittenKind,
  crawlArchive,
  crawlRound,
  findProgramme,
  importOrganisations,
  openSharedRound,
  type House,
  shanghaiTime,
  type ClosedHost,
  type RoundResult,
  say,
} from '#operations';
import { printJson, progressBar } from '../output.js';
import { interruption, withHouse, withJobs } from '../with-house.js';

interface CrawlOptions {
  programme?: string;
  organisations?: string;
  only?: string[];
  fromArchive?: string;
  full?: boolean;
  workers?: boolean;
  assess?: string;
  circular?: WrittenKind;
  wait: boolean;
  json?: boolean;
}

export function addCrawl(program: Command): void {
  program
    .command('crawl')
    .description('采集一轮：有上一轮时只访问入口、列表首页、有变动的和轮到核对的页面，其余沿用')
    .option('--programme <id>', '方案；只核对其存在')
    .option('--organisations <file>', '先导入这份单位名单，再采集其中的单位')
    .option('--only <name...>', '只采集这些单位')
    .option('--from-archive <file>', '不上网，从 WARC 档案读取')
    .option('--full', '从头采集：不接续未完成的一轮，也不沿用上一轮，每页都重新访问')
    .addOption(
      new Option('--workers', '交给任务进程（npm run worker）采集：开始一轮、分发各网站后即返回').conflicts(
        'fromArchive',
      ),
    )
    .option('--assess <period>', '与 --workers、--programme 同用：采集结束后按方案评这一周期')
    .addOption(new Option('--circular <kind>', '与 --assess 同用：评分后生成通报').choices([...circularKinds]))
    .option('--no-wait', '不在采集时段的网站不等待，停下来；进度已保存，下次运行接着采集')
    .option('--json', '结束时输出每个网站的小结（JSON）')
    .action((options: CrawlOptions) =>
      withHouse(async (house) => {
        if (options.programme) await findProgramme(options.programme, house);
        const followUp = followUpOf(options);
        if (options.workers) return handOut(house, options, followUp);
        const signal = interruption();
        const bar = progressBar('采集');
        const onProgress = (done: number, total: number, word: string) => bar.update(done, total, word);
        const imported = options.organisations ? await importOrganisations(house, options.organisations) : null;
        let result: RoundResult;
        try {
          if (options.fromArchive) {
            const units = imported ?? (options.only ? await chooseUnits(house, options.only) : []);
            result = await crawlArchive(house, options.fromArchive, { units, signal, onProgress });
          } else {
            const units = imported ?? (await chooseUnits(house, options.only));
            result = await crawlRound(house, {
              units,
              full: options.full ?? false,
              noWait: !options.wait,
              onClosed: tellOnce(!options.wait),
              signal,
              onProgress,
            });
          }
        } finally {
          bar.stop();
        }
        if (options.json) await printJson(result);
        else report(result);
      }),
    );
}

/** Opens a round, gives its sites to the workers, and is done. */
async function handOut(house: House, options: CrawlOptions, followUp: RoundFollowUp | null): Promise<void> {
  const units = options.organisations
    ? await importOrganisations(house, options.organisations)
    : await chooseUnits(house, options.only);
  const request = { units, full: options.full ?? false, followUp };
  const opened = await withJobs(house, (jobs) => openSharedRound(house, jobs, request));
  if (options.json) return printJson(opened);
  say(`${opened.resumed ? '接续' : '开始'}一轮（${opened.round}）：${opened.sites} 个网站已交给任务进程`);
}

/** What is to follow the round. @throws BadInput when it is not clear by which programme. */
function followUpOf({ workers, programme, assess, circular }: CrawlOptions): RoundFollowUp | null {
  if (assess === undefined && circular === undefined) return null;
  if (!workers || programme === undefined || assess === undefined)
    throw new BadInput([
      {
        where: '--assess',
        what: '缺少其他选项',
        accepted: '与 --workers 和 --programme 同用；--circular 与 --assess 同用',
      },
    ]);
  return { programme, period: parsePeriod(assess).id, ...(circular ? { circular } : {}) };
}

/** One line for each time at which hosts open, however many of them are waited for. */
function tellOnce(stops: boolean): (closed: ClosedHost) => void {
  const told = new Set<string>();
  return ({ host, waitMs }) => {
    const opens = shanghaiTime(Date.now() + waitMs);
    if (told.has(opens)) return;
    told.add(opens);
    const then = stops
      ? '已停下，进度已保存；时段内再次运行 crawl 即接着采集'
      : '在此等待，到时自动继续（Ctrl-C 可停下，进度已保存）';
    say(`现在不在采集时段（${host} 等），${opens} 开始；${then}`);
  };
}

function report(result: RoundResult): void {
  if (result.resumed) say('接续上次未完成的一轮');
  for (const site of result.sites) {
    const outcomes = (Object.entries(site.outcomes) as [FetchOutcome, number][])
      .filter(([outcome]) => outcome !== 'ok')
      .map(([outcome, count]) => `${fetchOutcomes[outcome].title} ${count}`);
    const carried = site.pages - site.asked;
    if (carried > 0) outcomes.unshift(`访问 ${site.asked} 页（其中 ${site.unchanged} 页未变），沿用上次 ${carried} 页`);
    const unrendered = site.unrendered > 0 ? [`未能渲染 ${site.unrendered}（没有可用的浏览器）`] : [];
    say(
      `  ${site.organisation}：${site.pages} 页，${site.seconds.toFixed(1)} 秒${[...outcomes, ...unrendered].map((word) => `，${word}`).join('')}`,
    );
  }
  const stopped = result.sites.filter(({ ended }) => ended === 'stopped').length;
  if (stopped > 0) say(`${stopped} 个网站没有采完，再次运行 crawl 即接着采集`);
  say(`共 ${result.sites.length} 个网站，${result.sites.reduce((sum, site) => sum + site.pages, 0)} 页`);
}

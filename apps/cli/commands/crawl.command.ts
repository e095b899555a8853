import type { Command } from 'commander';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import {
  chooseUnits,
  crawlArchive,
  crawlRound,
  findProgramme,
  importOrganisations,
  type RoundResult,
  say,
} from '#operations';
import { printJson, progressBar } from '../output.js';
import { interruption, withHouse } from '../with-house.js';

interface CrawlOptions {
  programme?: string;
  organisations?: string;
  only?: string[];
  fromArchive?: string;
  full?: boolean;
  json?: boolean;
}

export function addCrawl(program: Command): void {
  program
    .command('crawl')
    .description('采集一轮')
    .option('--programme <id>', '方案；只核对其存在')
    .option('--organisations <file>', '先导入这份单位名单，再采集其中的单位')
    .option('--only <name...>', '只采集这些单位')
    .option('--from-archive <file>', '不上网，从 WARC 档案读取')
    .option('--full', '不接续未完成的一轮，从头采集')
    .option('--json', '结束时输出每个网站的小结（JSON）')
    .action((options: CrawlOptions) =>
      withHouse(async (house) => {
        if (options.programme) await findProgramme(options.programme);
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
            result = await crawlRound(house, { units, full: options.full ?? false, signal, onProgress });
          }
        } finally {
          bar.stop();
        }
        if (options.json) await printJson(result);
        else report(result);
      }),
    );
}

function report(result: RoundResult): void {
  if (result.resumed) say('接续上次未完成的一轮');
  for (const site of result.sites) {
    const outcomes = (Object.entries(site.outcomes) as [FetchOutcome, number][])
      .filter(([outcome]) => outcome !== 'ok')
      .map(([outcome, count]) => `${fetchOutcomes[outcome].title} ${count}`);
    const unrendered = site.unrendered > 0 ? [`未能渲染 ${site.unrendered}（没有可用的浏览器）`] : [];
    say(
      `  ${site.organisation}：${site.pages} 页，${site.seconds.toFixed(1)} 秒${[...outcomes, ...unrendered].map((word) => `，${word}`).join('')}`,
    );
  }
  say(`共 ${result.sites.length} 个网站，${result.sites.reduce((sum, site) => sum + site.pages, 0)} 页`);
}

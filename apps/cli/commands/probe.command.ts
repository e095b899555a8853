import type { Command } from 'commander';
import { fetchOutcomes } from '#evidence';
import { certificateWords, chooseUnits, probeSites, say, shanghaiTime, siteAvailability } from '#operations';
import { printJson, progressBar } from '../output.js';
import { interruption, withHouse } from '../with-house.js';
import { addProbeLinks } from './probe-links.js';

interface Options {
  only?: string[];
  json?: boolean;
}

export function addProbe(program: Command): void {
  const group = program.command('probe').description('监测首页能否打开、证书是否有效，检查链接是否失效、变异');
  group
    .command('sites')
    .description('访问一遍各单位首页；宜每半小时运行一次，满一周后即可判断')
    .option('--only <name...>', '只访问这些单位')
    .option('--json', '输出 JSON')
    .action(({ only, json }: Options) =>
      withHouse(async (house) => {
        const bar = progressBar('监测');
        const units = await chooseUnits(house, only);
        const report = await probeSites(house, { units, signal: interruption(), onProgress: bar.update }).finally(
          bar.stop,
        );
        if (json) return printJson(report);
        const opened = report.visits.filter(({ outcome }) => outcome === 'ok').length;
        say(`✓ 访问 ${report.visits.length} 次，打开 ${opened} 次`);
        for (const { organisation, url, outcome, note } of report.visits)
          if (outcome !== 'ok')
            say(`  ${organisation} ${url}：${fetchOutcomes[outcome].title}${note ? `（${note}）` : ''}`);
        const now = house.clock.now().getTime();
        for (const { organisation, url, certificate } of report.visits) {
          const words = certificateWords(certificate, now);
          if (words) say(`  ${organisation} ${url}：${words}`);
        }
        if (report.collected.length > 0) say(`✓ 已将 ${report.collected.join('、')} 的监测记录收入评分依据`);
      }),
    );
  addProbeLinks(group);
  group
    .command('list')
    .description('最近七天各单位首页的监测情况和证书')
    .option('--only <name...>', '只列这些单位')
    .option('--json', '输出 JSON')
    .action(({ only, json }: Options) =>
      withHouse(async (house) => {
        const rows = await siteAvailability(house, await chooseUnits(house, only), 7);
        if (json) return printJson(rows);
        if (rows.length === 0) say('还没有监测记录；用 probe sites 访问一遍');
        const now = house.clock.now().getTime();
        for (const { organisation, url, visits, failed, last, certificate } of rows) {
          const state = last.outcome === 'ok' ? `${last.ms} 毫秒打开` : fetchOutcomes[last.outcome].title;
          const words = certificateWords(certificate, now);
          say(
            `${organisation} ${url}  访问 ${visits} 次，打不开 ${failed} 次；${shanghaiTime(Date.parse(last.at))} ${state}${words ? `；${words}` : ''}`,
          );
        }
      }),
    );
}

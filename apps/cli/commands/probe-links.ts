import type { Command } from 'commander';
import { fetchOutcomes } from '#evidence';
import type { FaultyLink } from '#facts';
import { BadInput } from '#kernel';
import { chooseUnits, faultyLinks, probeLinks, say, type FaultyLinkRow } from '#operations';
import { printJson, progressBar } from '../output.js';
import { interruption, withHouse } from '../with-house.js';

interface Options {
  only?: string[];
  limit?: string;
  list?: boolean;
  json?: boolean;
}

const states: Record<FaultyLink['state'], string> = {
  hijacked: '疑似变异',
  parked: '域名停用',
  changed: '疑似换站',
  dead: '失效',
  suspected: '待再次确认',
};
const mostShown = 1000;

export function addProbeLinks(group: Command): void {
  group
    .command('links')
    .description('检查各单位首页和正文页的链接：失效的（两天都打不开才算）、疑似变异的；宜每天运行一次')
    .option('--only <name...>', '只检查这些单位')
    .option('--limit <number>', '每个网站本次至多检查多少个链接，其余留待下次', '300')
    .option('--list', '不检查，只列出已知的问题链接')
    .option('--json', '输出 JSON')
    .action(({ only, limit, list, json }: Options) =>
      withHouse(async (house) => {
        const most = limitOf(limit);
        const units = await chooseUnits(house, only);
        if (list) {
          const found = await faultyLinks(house, units, { limit: mostShown });
          if (json) return printJson(found);
          if (found.units === 0) return say('还没有检查过链接；用 probe links 检查一遍');
          found.rows.forEach(sayLink);
          const more =
            found.total > found.rows.length ? `（只列出前 ${found.rows.length} 个，全部见 export links）` : '';
          say(
            `${found.units} 个单位的链接 ${found.links} 个，打得开 ${found.alive} 个，有问题 ${found.total} 个${more}`,
          );
          return;
        }
        const bar = progressBar('检查链接');
        const request = { units, limit: most, signal: interruption(), onProgress: bar.update };
        const report = await probeLinks(house, request).finally(bar.stop);
        if (json) return printJson(report);
        const sum = (of: (unit: (typeof report.units)[number]) => number) =>
          report.units.reduce((all, unit) => all + of(unit), 0);
        const links = sum((unit) => unit.links.home + unit.links.detail);
        const alive = sum((unit) => unit.alive.home + unit.alive.detail);
        say(
          `✓ ${report.units.length} 个单位的链接 ${links} 个，本次访问 ${sum(({ asked }) => asked)} 个，打得开 ${alive} 个`,
        );
        for (const state of Object.keys(states) as FaultyLink['state'][]) {
          const count = sum(({ faulty }) => faulty.filter((link) => link.state === state).length);
          if (count > 0) say(`  ${states[state]} ${count} 个`);
        }
        if (report.uncrawled.length > 0) say(`  还没有采集过：${report.uncrawled.join('、')}；先运行 crawl`);
        say('问题链接见 probe links --list，或 export links');
      }),
    );
}

function limitOf(text = ''): number {
  const limit = Number(text);
  if (/^\d{1,6}$/.test(text) && limit > 0) return limit;
  throw new BadInput([{ where: '--limit', what: `“${text.slice(0, 40)}”不可用`, accepted: '1 到 999999 的整数' }]);
}

function sayLink({
  organisation,
  state,
  text,
  url,
  place,
  page,
  outcome,
  words,
  firstOn,
  lastOn,
}: FaultyLinkRow): void {
  const why = words.length > 0 ? words.join('、') : fetchOutcomes[outcome].title;
  const where = place === 'home' ? '首页' : page;
  say(
    `${organisation} 【${states[state]}】${text || '（图片链接）'} ${url}：${why}；在${where}，${firstOn === lastOn ? lastOn : `${firstOn} 至 ${lastOn}`}`,
  );
}

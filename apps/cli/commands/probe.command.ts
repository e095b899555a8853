import type { Command } from 'commander';
import { fetchOutcomes } from '#evidence';
import type { SiteCertificate } from '#database';
import { chooseUnits, probeSites, say, shanghaiTime, siteAvailability } from '#operations';
import { printJson, progressBar } from '../output.js';
import { interruption, withHouse } from '../with-house.js';

interface Options {
  only?: string[];
  json?: boolean;
}

const problems: Record<NonNullable<SiteCertificate['problem']>, string> = {
  expired: '证书已过期',
  notYetValid: '证书尚未生效',
  wrongHost: '证书与域名不符',
  selfSigned: '证书为自签名',
  untrusted: '证书不受信任',
};
/** A certificate that ends within so many days is told of. */
const soonDays = 30;

export function addProbe(program: Command): void {
  const group = program.command('probe').description('监测首页能否打开、证书是否有效；供“站点无法访问”判断');
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
        if (report.collected.length > 0) say(`✓ 已将 ${report.collected.join('、')} 的监测记录收入评分依据`);
      }),
    );
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

function certificateWords(certificate: SiteCertificate | null, now: number): string {
  if (certificate === null) return '';
  const until = shanghaiTime(Date.parse(certificate.validTo)).slice(0, 10);
  if (certificate.problem) return `${problems[certificate.problem]}（${until} 止）`;
  const days = Math.floor((Date.parse(certificate.validTo) - now) / 86_400_000);
  return days <= soonDays ? `证书还有 ${days} 天到期（${until}）` : '';
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeCircular, plainText, printCircular, textsOf } from '#circulars';
import { assess, builtInProgrammes } from '#operations';
import { quartersNode } from '#scoring';
import type { StandingDto } from '../../apps/server/dto/assessment.dto.js';
import type { ScorecardDetailDto } from '../../apps/server/dto/scorecard.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { docxTables, xlsxRows } from '../../libs/circulars/printed-files.test.js';
import { freezeCircular } from '../../libs/operations/issue-circular.js';
import { crawlCounty, type CrawledCounty } from '../e2e/county.fixture.js';

// 每季度通报，列入总成绩: the plan of 罗庄区 lets four quarters into the score of their year.

const programme = 'luozhuang-2020';
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局'];
const quarters = ['2025Q1', '2025Q2', '2025Q3', '2025Q4'];

let crawled: CrawledCounty;
let server: RunningServer;

beforeAll(async () => {
  crawled = await crawlCounty(names);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: crawled.house.database.dataSource,
    blobs: crawled.house.blobs,
    programmes: await builtInProgrammes(),
    now: () => crawled.house.clock.now(),
  });
});

afterAll(async () => {
  await server?.close();
  await crawled?.close();
});

const score = (period: string, replay = false) =>
  assess(crawled.house, { programme, period, units: crawled.units, replay });
const ask = async <Answer>(path: string, period: string): Promise<Answer> => {
  const scope = new URLSearchParams({ programme, period }).toString();
  return (await (await fetch(`${server.url}/api/v1/${path}?${scope}`)).json()) as Answer;
};
const standingsOf = (period: string) => ask<StandingDto[]>('scorecards', period);
const nodeOf = async (unit: string) => {
  const { scorecard } = await ask<ScorecardDetailDto>(`scorecards/${unit}`, '2025');
  return { scorecard, node: scorecard.tree.children.find(({ id }) => id === quartersNode)! };
};

describe('the quarters of a year', () => {
  it('that are scored count for its total, and the one that is missing is named', async () => {
    for (const period of quarters.slice(0, 3)) await score(period);
    await score('2025');
    for (const { organisation } of await standingsOf('2025'))
      expect((await nodeOf(organisation)).node.reason).toContain('（2025年第四季度没有得分，不计入）');
  });

  it('make up their share of the total, by the scores that their own circulars had', async () => {
    await score('2025Q4');
    await score('2025');
    const known = await Promise.all(quarters.map(standingsOf));
    const standings = await standingsOf('2025');
    expect(standings).toHaveLength(names.length);
    for (const { organisation, score: total } of standings) {
      const { scorecard, node } = await nodeOf(organisation);
      const scores = known.map((of) => of.find((one) => one.organisation === organisation)!.score);
      const [own, ...children] = node.children.map(({ points }) => points);
      expect(children).toEqual(scores);
      const mean = scores.reduce((sum, one) => sum + Number(one), 0) / 4;
      expect(Number(total)).toBeCloseTo(0.6 * Number(own) + 0.4 * mean, 1);
      expect(Math.abs(Number(total) - (0.6 * Number(own) + 0.4 * mean))).toBeLessThanOrEqual(0.0051);
      expect(total).not.toBe(own);
      expect(scorecard.earlier).toHaveLength(4);
    }
    expect((await score('2025', true)).replay).toEqual({ compared: names.length, differing: [] });
  });

  it('stand in the circular of the year beside the score that they are part of', async () => {
    const asked = { programme, period: '2025', kind: 'annual' as const, only: names, sample: true };
    const model = composeCircular((await freezeCircular(crawled.house, asked)).snapshot);
    const text = textsOf(model).map(plainText).join('\n');
    expect(text).toContain('年度测评占60%，有得分的各季度的平均分占40%（附件1）');
    const { files } = await printCircular(model, null);
    const bytesOf = (kind: string) => files.find((one) => one.kind === kind)!.bytes;
    const [ranking] = await xlsxRows(bytesOf('xlsx'));
    const [printed] = await docxTables(bytesOf('docx'));
    for (const { name, organisation, score: total } of await standingsOf('2025')) {
      const { node } = await nodeOf(organisation);
      const [own, ...scores] = node.children.map(({ points }) => Number(points));
      const cells = [...scores, own, Number(total)];
      const row = ranking!.find((one) => one['单位'] === name)!;
      expect(['一季度', '二季度', '三季度', '四季度', '年度测评', '得分'].map((title) => row[title])).toEqual(cells);
      expect(printed!.find((one) => one[1] === name)!.slice(3, 9)).toEqual(cells.map(String));
    }
    const quarterly = { ...asked, period: '2025Q4', kind: 'quarterly' as const };
    const [ranks] = composeCircular((await freezeCircular(crawled.house, quarterly)).snapshot).annex;
    expect(ranks!.columns.map(({ title }) => title)).not.toContain('年度测评');
  });
});

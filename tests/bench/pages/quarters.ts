import type { Stores } from '#database';
import { indicators, type Finding, type OrganisationRef } from '#indicators';
import { stableId } from '#kernel';
import type { Scorecard, ScoreNode } from '#scoring';

export const programme = 'national';
export const quarters = ['2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2'];
const lastDays: Record<string, string> = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' };
const items = indicators.slice(0, 30);

/** A province's results as they stand after two years: units × quarters × items, with a finding for every item that lacks something. */
export async function fillQuarters(stores: Stores, units: number): Promise<OrganisationRef[]> {
  const rows = Array.from({ length: units }, (_, index) => ({
    ...{
      id: stableId('organisation', `第${index + 1}单位`),
      name: `云岭省第${index + 1}单位`,
      aliases: [],
      level: '县',
    },
    ...{ category: index % 3 === 0 ? '街镇' : '部门', parent: null, site: null, extra: {}, sample: false },
  }));
  await stores.organisations.importOrganisations(rows);
  for (const [quarter, period] of quarters.entries()) {
    const asOf = `${period.slice(0, 4)}-${lastDays[period.slice(4)]}`;
    const round = await stores.rounds.openRound({ source: 'live', sample: false, startedAt: `${asOf}T00:00:00Z` });
    await stores.rounds.finishRound(round.id, `${asOf}T01:00:00Z`);
    const cards = rows.map((unit, index) => cardOf(unit, { period, asOf, seed: index * 31 + quarter * 7 }));
    const places = [...cards].sort((one, other) => Number(other.score) - Number(one.score));
    const placeOf = new Map(places.map((card, place) => [card, place + 1]));
    const ranked = cards.map((card) => ({ ...card, rank: placeOf.get(card) ?? null }));
    const opening = {
      programme,
      programmeVersion: '1',
      period,
      asOf,
      round: round.id,
      assessedAt: `${asOf}T08:00:00.000Z`,
    };
    await stores.assessments.write(opening, { publish: true }, async (draft) => {
      for (let from = 0; from < ranked.length; from += 100)
        await draft.add(ranked.slice(from, from + 100).map((card) => ({ card, pins: [] })));
      await draft.rank(ranked);
    });
  }
  return rows;
}

function cardOf(
  unit: OrganisationRef,
  { period, asOf, seed }: { period: string; asOf: string; seed: number },
): Scorecard {
  const nodes = items.map(({ id, title }, index) => {
    const points = ((seed + index * 13) % 10) / 4;
    const isWhole = points > 1.9;
    const findings = isWhole ? [] : [findingOf(unit, id)];
    return { node: itemNode(id, title, String(points)), findings, isWhole };
  });
  const score = nodes.reduce((sum, { node }) => sum + Number(node.points), 0).toFixed(2);
  const group = {
    ...branch('group', '主动公开', score),
    kind: 'group' as const,
    children: nodes.map(({ node }) => node),
  };
  return {
    organisation: unit,
    ...{
      programme,
      programmeVersion: '1',
      period,
      asOf,
      evidenceDigest: 'bench',
      score,
      grade: '良好',
      coverage: '0.97',
    },
    ...{ vetoed: null, rank: null },
    tree: { ...branch('root', '总分', score), kind: 'root', children: [group] },
    results: nodes.map(({ node, findings, isWhole }) => ({
      ...{ indicator: node.indicator ?? '', version: 1, outcome: isWhole ? ('pass' as const) : ('fail' as const) },
      ...{ measured: isWhole ? 10 : 9, of: 10, unmeasured: 0, message: '', findings },
    })),
  };
}

function branch(id: string, title: string, points: string): Omit<ScoreNode, 'kind' | 'children'> {
  return { id, title, max: '75', counted: '75', before: points, points, rule: '', reason: '', findings: [] };
}

function itemNode(indicator: string, title: string, points: string): ScoreNode {
  return {
    ...{ id: `item-${indicator}`, title, kind: 'item', max: '2.5', counted: '2.5', before: '2.5', points, rule: '' },
    ...{ reason: '', indicator, requirement: 'N-01', clause: '一', outcome: Number(points) > 1.9 ? 'pass' : 'fail' },
    ...{ measured: 9, of: 10, unmeasured: 0, findings: [], children: [] },
  };
}

function findingOf(unit: OrganisationRef, indicator: string): Finding {
  const url = `https://www.yunling.example/${unit.id}/${indicator}.html`;
  return {
    ...{ id: stableId(unit.id, indicator, url), organisation: unit.id, indicator, subject: url, kind: 'fail' },
    ...{ message: '文件晚于规定时限上网。', remedy: '请按时上网。', details: [] },
    evidence: { capture: 'bench', url, marks: [] },
  };
}

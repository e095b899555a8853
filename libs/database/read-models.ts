import type { EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { HeatCellEntity } from './entities/read-model.entity.js';
import { leavesOf } from './score-leaves.js';
import type { Scorecard } from '#scoring';

/** Writes the squares of the heat map of some units; points are those of the score trees, nothing is priced again. */
export async function writeHeatCells(
  manager: EntityManager,
  assessment: string,
  cards: readonly Scorecard[],
): Promise<void> {
  await bulkInsert(
    manager,
    HeatCellEntity,
    cards.flatMap((card) =>
      leavesOf(card.tree).map(({ node, group }, position) => ({
        assessment,
        organisation: card.organisation.id,
        item: node.id,
        position,
        groupTitle: group,
        title: node.title,
        indicator: node.indicator ?? null,
        max: node.max,
        counted: node.counted,
        points: node.points,
        outcome: node.outcome ?? null,
      })),
    ),
  );
}

/**
 * Writes what dashboards read of one assessment as a whole, when all its units are there. Only its own rows are made, so
 * that the cost does not grow with history.
 */
export async function writeTotals(manager: EntityManager, assessment: string): Promise<void> {
  await manager.query(ratesOfIndicators, [assessment]);
  await manager.query(summary, [assessment]);
}

const ratesOfIndicators = `
  insert into indicator_rate
    (assessment, indicator, position, title, measured, of_count, unmeasured, passed, failed, undecided)
  select $1, o.indicator, min(o.position),
    coalesce((select min(h.title) from heat_cell h where h.assessment = $1 and h.indicator = o.indicator), o.indicator),
    coalesce(sum(o.measured) filter (where o.outcome in ('pass', 'fail')), 0),
    coalesce(sum(o.of_count) filter (where o.outcome in ('pass', 'fail')), 0),
    sum(o.unmeasured),
    count(*) filter (where o.outcome = 'pass'),
    count(*) filter (where o.outcome = 'fail'),
    count(*) filter (where o.outcome in ('notMeasured', 'needsReview', 'error'))
  from (
    -- An indicator that stands in two items of the rubric counts once a unit.
    select distinct on (organisation, indicator) * from outcome where assessment = $1
    order by organisation, indicator, position
  ) o
  group by o.indicator`;

const summary = `
  insert into assessment_summary
    (assessment, units, scored, vetoed, average_score, average_coverage, findings, reviews, new_findings, fixed_findings,
     recurred_findings)
  select $1, s.units, s.scored, s.vetoed, s.average_score, s.average_coverage, f.findings, f.reviews, f.new_findings,
    f.fixed_findings, f.recurred_findings
  from (
    select count(*) as units, count(score) as scored, count(vetoed) as vetoed, round(avg(score), 2) as average_score,
      round(avg(coverage), 4) as average_coverage
    from score where assessment = $1
  ) s, (
    select count(*) filter (where kind = 'fail' and state <> 'fixed') as findings,
      count(*) filter (where kind = 'review' and state <> 'fixed') as reviews,
      count(*) filter (where kind = 'fail' and state = 'new') as new_findings,
      count(*) filter (where kind = 'fail' and state = 'fixed') as fixed_findings,
      count(*) filter (where kind = 'fail' and state = 'recurred') as recurred_findings
    from finding where assessment = $1
  ) f`;

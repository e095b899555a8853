import { BadInput, type Fault } from '#kernel';
import { unitNamer } from './build-annex.js';
import { Draft } from './draft.js';
import type { Block, CircularModel } from './model.js';
import type { CircularSnapshot } from './snapshot.js';
import { circularTemplates, findTemplate } from './templates/index.js';
import { line } from './tokens.js';

/**
 * The circular of a frozen snapshot, as data. Pure: the same snapshot gives the same circular.
 * @throws BadInput when a result is an error of the program (nothing may be published then), when a problem has no evidence or
 *   belongs to a unit that was not assessed, or when there is no such template.
 */
export function composeCircular(snapshot: CircularSnapshot): CircularModel {
  refuseUnpublishable(snapshot);
  const template = findTemplate(snapshot.kind, snapshot.template);
  if (!template) {
    const accepted = circularTemplates.map(({ id }) => id).join('、');
    throw new BadInput([{ where: '通报模板', what: `没有“${snapshot.template ?? snapshot.kind}”`, accepted }]);
  }
  const draft = new Draft(snapshot);
  const [opening, ...rest] = template.blocks(draft);
  const blocks = [...(opening ? [opening] : []), ...correction(draft), ...rest];
  const { letterhead } = snapshot;
  return {
    template: template.id,
    kind: snapshot.kind,
    sampleNotice: sampleNotice(snapshot.sample),
    issuer: draft.issuer,
    number: snapshot.number ?? null,
    title: template.title(draft),
    recipients: [draft.given('recipients'), '：'],
    blocks,
    notes: draft.notes,
    date: snapshot.date,
    publicNote: letterhead?.publicNote ?? '（此件公开发布）',
    copyTo: (letterhead ? letterhead.copyTo : snapshot.copyTo) || null,
    annex: draft.annex,
    chart: template.chart ? chartOf(draft) : null,
    days: draft.days,
    deadline: draft.deadline,
    checked: null,
    givens: draft.givens,
    ...(letterhead ? { letterhead } : {}),
    ...(snapshot.special ? { special: snapshot.special.rule } : {}),
  };
}

/** Behind the opening: which circular this one corrects. */
function correction(draft: Draft): Block[] {
  if (draft.snapshot.corrects === undefined) return [];
  return [
    {
      kind: 'paragraph',
      runs: line`本通报对${draft.given('corrects')}予以更正，所通报的情况以本通报为准。`,
    },
  ];
}

/** Said above everything when the data are invented. */
export function sampleNotice(sample: boolean): string | null {
  return sample ? '示例材料：单位和数据均为虚构，仅供演示' : null;
}

function refuseUnpublishable(snapshot: CircularSnapshot): void {
  const faults: Fault[] = snapshot.scorecards.flatMap((card) =>
    card.results
      .filter((result) => result.outcome === 'error')
      .map((result) => ({
        where: `${card.organisation.name} ${result.indicator}`,
        what: '测评程序出错，结果不能发布',
        accepted: '排除错误、重新评估后再生成通报',
      })),
  );
  const nameOf = unitNamer(snapshot.scorecards);
  const names = new Set(snapshot.scorecards.map((card) => card.organisation.name));
  for (const finding of snapshot.findings) {
    const where = `问题 ${finding.id}`;
    if (!finding.evidence.capture || !finding.evidence.url) {
      faults.push({ where, what: '没有取证，不能通报', accepted: '带有取证编号和网页地址的问题' });
    }
    if (!names.has(nameOf(finding.organisation))) {
      faults.push({ where, what: `单位“${finding.organisation}”不在本次测评之列`, accepted: '本次测评的单位' });
    }
  }
  if (faults.length > 0) throw new BadInput(faults);
}

/** Bars in the chart; more cannot be read on a page. */
const barsShown = 40;

function chartOf(draft: Draft): CircularModel['chart'] {
  const bars = draft
    .rows('ranking', [{ column: 'score', filled: true }])
    .map((row) => ({ organisation: String(row['organisation']), score: Number(row['score']) }))
    .sort((a, b) => b.score - a.score || (a.organisation < b.organisation ? -1 : 1));
  if (bars.length < 2 || bars.length > barsShown) return null;
  return { title: `${draft.snapshot.period.title}各单位得分`, bars };
}

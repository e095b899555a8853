import { findIndicator, type IndicatorResult, type Ruling } from '#indicators';
import { stableId } from '#kernel';
import { type Programme, type RubricItem, rubricItems } from '#programmes';

/**
 * A result under a person's word. A word on the indicator itself stands above what the site shows. One on the requirement
 * settles only what the site leaves open, and settles it as not met only where nothing else can be meant: on the item of
 * its material, or on the only item of a requirement that asks for none. What ended in an error stays.
 * @param rulings those of the unit in the period; of one key the last counts.
 */
export function underRulings(
  result: IndicatorResult,
  { item, programme }: { item: RubricItem; programme: Programme },
  rulings: readonly Ruling[],
): IndicatorResult {
  if (result.outcome === 'error') return result;
  const own = rulings.findLast(({ about }) => about === item.indicator);
  if (own) return ruled(result, item, own);
  const whole = rulings.findLast(({ about }) => about === item.requirement);
  const isOpen = result.outcome === 'notMeasured' || result.outcome === 'needsReview';
  if (!whole || !isOpen || (whole.result === 'fails' && !isMeant(item, programme))) return result;
  return ruled(result, item, whole);
}

/** Whether it can only be this item of which somebody says that the requirement is not met. */
export function isMeant({ indicator, requirement: id }: RubricItem, { requirements, rubric }: Programme): boolean {
  if (indicator === 'evidence') return true;
  const requirement = requirements.find((one) => one.id === id);
  if (!requirement || requirement.form || requirement.evidence !== null) return false;
  return rubricItems(rubric).filter((item) => item.requirement === id).length === 1;
}

const resultWords: Record<Ruling['result'], string> = {
  meets: '符合',
  fails: '不符合',
  notApplicable: '不适用',
};

function ruled(result: IndicatorResult, item: RubricItem, ruling: Ruling): IndicatorResult {
  const { indicator, version, outcome } = result;
  const word = `经${ruling.by}${ruling.on}认定${resultWords[ruling.result]}：${ruling.basis}（${ruling.source}）`;
  if (asksTwo(item) && namesIn(ruling.by) < 2) {
    const why = `${word}；方案要求两人审定，尚待第二人`;
    const draft = { ...findingOf(indicator, ruling), kind: 'review' as const, message: why };
    return {
      indicator,
      version,
      outcome: 'needsReview',
      measured: 0,
      of: 0,
      unmeasured: 1,
      message: why,
      findings: [draft],
    };
  }
  const isSeen = outcome === 'pass' || outcome === 'fail';
  const message = isSeen ? `${word}；网站上看到的是：${result.message}` : word;
  const base = { indicator, version, unmeasured: 0, message };
  if (ruling.result === 'notApplicable') return { ...base, outcome: 'notApplicable', measured: 0, of: 0, findings: [] };
  // One word is as much as the item asks to see.
  const of = item.minimum ?? 1;
  if (ruling.result === 'meets') return { ...base, outcome: 'pass', measured: of, of, findings: [] };
  // What the site shows says more of what is to be mended.
  if (outcome === 'fail') return { ...result, message };
  return { ...base, outcome: 'fail', measured: 0, of, findings: [findingOf(indicator, ruling)] };
}

/** Whether the rubric wants the material decided on by two. */
function asksTwo({ indicator, params }: RubricItem): boolean {
  return indicator === 'evidence' && params['reviewers'] === 2;
}

const namesIn = (by: string) => by.split(/[、，,；;]/).filter((name) => name.trim() !== '').length;

function findingOf(indicator: string, ruling: Ruling): IndicatorResult['findings'][number] {
  const { organisation, about, by, on, basis, source, link, evidence } = ruling;
  return {
    id: stableId(organisation, indicator, about),
    organisation,
    indicator,
    subject: about,
    kind: 'fail',
    message: `${basis}（${by}${on}认定不符合）`,
    remedy: findIndicator(indicator)?.remedy ?? '',
    details: [
      { label: '认定人', value: by },
      { label: '认定日期', value: on },
      { label: '依据', value: basis },
      ...(link === undefined ? [] : [{ label: '证据链接', value: link }]),
      { label: '来源', value: source },
    ],
    evidence: { ...evidence, marks: [] },
  };
}

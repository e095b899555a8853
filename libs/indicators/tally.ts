import { printPercent, share } from '#kernel';
import {
  fail,
  type FailDraft,
  isNonEmpty,
  type Measure,
  needsReview,
  notMeasured,
  pass,
  ratio,
  type ReviewDraft,
  type Verdict,
} from './verdict.js';

/** What became of every subject that an indicator looked at. */
export interface Tally {
  /** Subjects that comply. */
  good: number;
  /** One finding for each subject that does not. */
  fails: FailDraft[];
  /** One doubt for each subject that a person must settle. */
  doubts: ReviewDraft[];
  /** Subjects that could not be measured, doubts not counted. */
  unmeasured: number;
}

/** The words for one indicator's tally. */
export interface TallyWords {
  /** Names the share, e.g. “按时上网”. */
  good: string;
  /** Names the subject with its measure word, e.g. “份文件”. */
  unit: string;
  /** Why there is no measure when every subject was left unmeasured. */
  unmeasured: string;
}

/**
 * The verdict over single subjects: it fails when one of them fails, passes when all measured ones comply, needs review
 * when there are only doubts. Subjects in doubt belong to the unmeasured ones, so they neither help nor harm.
 * The caller has made sure that there is at least one subject.
 */
export function verdictOf({ good, fails, doubts, unmeasured }: Tally, words: TallyWords): Verdict {
  const of = good + fails.length;
  const open = unmeasured + doubts.length;
  if (of === 0) {
    if (isNonEmpty(doubts)) return needsReview(doubts, `${doubts.length}${words.unit}存疑，须人工复核`, open);
    return notMeasured(words.unmeasured, open);
  }
  const measure = ratio(good, of);
  const beside = { message: sentence(measure, unmeasured, doubts.length, words), unmeasured: open, doubts };
  return isNonEmpty(fails) ? fail(measure, fails, beside) : pass(measure, beside);
}

/** “3/4（75%）”. */
export function printMeasure({ measured, of }: Measure): string {
  return `${measured}/${of}（${printPercent(share(measured, of))}%）`;
}

function sentence(measure: Measure, unmeasured: number, doubts: number, { good, unit }: TallyWords): string {
  const parts = [`可测的${measure.of}${unit}中${measure.measured}${unit.slice(0, 1)}${good}`];
  parts.push(`占${printPercent(share(measure.measured, measure.of))}%`);
  if (doubts > 0) parts.push(`另有${doubts}${unit}存疑待复核`);
  if (unmeasured > 0) parts.push(`${unmeasured}${unit}无法测量`);
  return parts.join('，');
}

import { findingStateTitles } from '#casework';
import type { AnnexRow } from '../annex-table.js';
import type { Draft } from '../draft.js';
import type { Condition, Formula } from '../formula.js';
import type { Block } from '../model.js';
import { joined, line, plainText, type Run } from '../tokens.js';

const numerals = '一二三四五六七八九十';

export interface ProblemOptions {
  /** Kinds of problems told in the text; the rest is counted. */
  kinds: number;
  /** Units named for each kind. */
  examples: number;
}

/** 二、存在的主要问题: the kinds that cost most, each with who, how many, and examples out of the list of problems. */
export function problems(draft: Draft, options: ProblemOptions): Block[] {
  const heading: Block = { kind: 'heading', runs: ['二、存在的主要问题'] };
  const kinds = kindsOfProblems(draft);
  if (kinds.length === 0) {
    const isMeasured = draft.rows('ranking', [{ column: 'score', filled: true }]).length > 0;
    const words = isMeasured
      ? '在能够测评的范围内未发现问题。未能测评的内容不在此列。'
      : '各单位均未能测评，有无问题不作认定。';
    return [heading, { kind: 'paragraph', runs: [words] }];
  }
  const told = kinds.slice(0, options.kinds);
  const rest = kinds.slice(options.kinds);
  return [
    heading,
    ...told.map((kind, i): Block => ({
      kind: 'paragraph',
      lead: [`（${numerals[i]}）${kind}。`],
      runs: [...extent(draft, kind), ...examples(draft, kind, options.examples)],
    })),
    ...(rest.length === 0 ? [] : [{ kind: 'paragraph' as const, runs: others(draft, rest) }]),
  ];
}

/** Kinds of problems by points lost, then by how many there are. */
function kindsOfProblems(draft: Draft): string[] {
  const kinds = [...new Set(draft.rows('findings').map((row) => String(row['problem'])))];
  const weight = (kind: string) => draft.value({ op: 'sum', table: 'findings', column: 'points', where: of(kind) });
  const count = (kind: string) => draft.rows('findings', of(kind)).length;
  return kinds.sort((a, b) => weight(b) - weight(a) || count(b) - count(a) || (a < b ? -1 : 1));
}

function of(kind: string): Condition[] {
  return [{ column: 'problem', is: [kind] }];
}

function extent(draft: Draft, kind: string): Run[] {
  const units: Formula = { op: 'distinct', table: 'findings', column: 'organisation', where: of(kind) };
  // A special circular tells of some units only: no share of all.
  if (draft.snapshot.special)
    return line`涉及${draft.figure(units)}个单位、${draft.count('findings', of(kind))}条问题。`;
  const judged: Formula = { op: 'sum', table: 'indicators', column: 'judged', where: of(kind) };
  const problems = line`${draft.figure(units)}个单位、${draft.count('findings', of(kind))}条问题`;
  // Of one unit alone there is no share, nor of problems carried over from units that could not be measured this time.
  if (draft.value(judged) < Math.max(2, draft.value(units))) return line`涉及${problems}。`;
  const share: Formula = { op: 'ratio', part: units, whole: judged };
  return line`${draft.figure(share, 'extentWord')}单位存在此类问题，涉及${problems}，占该项测评单位的${draft.figure(share, 'percent')}。`;
}

/** The dearest problem of each of the first units; those that came back first. */
function examples(draft: Draft, kind: string, most: number): Run[] {
  const cost = (row: AnnexRow) => Number(row['points'] ?? 0);
  const back = (row: AnnexRow) => (row['state'] === findingStateTitles.recurred ? 1 : 0);
  const sorted = [...draft.rows('findings', of(kind))].sort(
    (a, b) => back(b) - back(a) || cost(b) - cost(a) || Number(a['number']) - Number(b['number']),
  );
  const perUnit = new Map<string, AnnexRow>();
  for (const row of sorted) {
    const unit = String(row['organisation']);
    if (!perUnit.has(unit) && perUnit.size < most) perUnit.set(unit, row);
  }
  const told = [...perUnit.values()].map((row) => {
    const message = draft.quote('findings', 'message', row);
    const isBack = row['state'] === findingStateTitles.recurred;
    return line`${draft.quote('findings', 'organisation', row)}${{ ...message, text: withoutStop(message.text) }}${isBack ? `（${findingStateTitles.recurred}）` : ''}`;
  });
  // Where the sentences themselves are divided by semicolons, units are divided by full stops.
  const sign = told.some((runs) => plainText(runs).includes('；')) ? '。' : '；';
  return line`如：${joined(told, sign)}。`;
}

function withoutStop(text: string): string {
  return text.replace(/[。；;.]+$/, '');
}

function others(draft: Draft, kinds: string[]): Run[] {
  const where: Condition[] = [{ column: 'problem', is: kinds }];
  return line`此外，还发现其他问题${draft.count('findings', where)}条，涉及${draft.distinct('findings', 'organisation', where)}个单位，详见${draft.mark('findings')}。`;
}

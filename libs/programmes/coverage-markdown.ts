import { checkKinds, type CheckKind, type Programme, type Requirement } from './model.js';
import { pilotFields } from './pilot-fields.js';

const checkTitles: Record<CheckKind, string> = {
  automatic: '自动检查',
  reviewed: '自动筛查、人工核实',
  evidence: '提交佐证',
  judgement: '人工评判',
};

/**
 * The page `docs/programmes-coverage.md`: how every requirement of every plan is checked and what it is bound to.
 * @param titleOf the name of an indicator for the reader
 */
export function programmesCoverageMarkdown(
  programmes: readonly Programme[],
  titleOf: (indicator: string) => string | undefined,
): string {
  return [
    '# 方案与检查',
    '',
    '本页由程序生成。每条要求绑定网站上可测的指标，或绑定须提交并认定的佐证；两者都没有的算“未绑定”。',
    '',
    `| 方案 | 文号 | 要求 | ${checkKinds.map((kind) => checkTitles[kind]).join(' | ')} | 未绑定 | 任务 | 阶段 | 领域 | 示范点 | 条款冲突 |`,
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...programmes.map(summary),
    '',
    ...programmes.flatMap((programme) => section(programme, titleOf)),
  ].join('\n');
}

function summary(programme: Programme): string {
  const { id, source, requirements, tasks, stages, fields, demonstrationPoints = [], conflicts } = programme;
  const counts = checkKinds.map((kind) => requirements.filter(({ check }) => check === kind).length);
  const cells = [
    `[${id}](#${id})`,
    source.number ?? '无',
    requirements.length,
    ...counts,
    requirements.filter((one) => boundTo(one, () => undefined).length === 0).length,
    tasks.length,
    stages?.length ?? 0,
    `${fields?.rows.length ?? 0}/${pilotFields.length}`,
    demonstrationPoints.flatMap(({ organisations }) => organisations).length,
    conflicts.length,
  ];
  return `| ${cells.join(' | ')} |`;
}

function section(programme: Programme, titleOf: (indicator: string) => string | undefined): string[] {
  return [
    `## ${programme.id}`,
    '',
    programme.title,
    '',
    '| 编号 | 条款 | 要求 | 检查 | 期限 | 绑定 |',
    '|---|---|---|---|---|---|',
    ...programme.requirements.map((one) => {
      const due = one.hardDue ? `${one.due}（最后期限${one.hardDue}）` : (one.due ?? '—');
      const bound = boundTo(one, titleOf).join('；') || '**未绑定**';
      const cells = [one.id, one.clause, one.statement, checkTitles[one.check], due, bound];
      return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
    }),
    '',
  ];
}

function boundTo({ indicators, form, evidence }: Requirement, titleOf: (id: string) => string | undefined): string[] {
  const measured = indicators.map((id) => `指标 \`${id}\`${titleOf(id) ? ` ${titleOf(id)}` : ''}`);
  if (form) return [...measured, `佐证 \`${form.id}\` ${form.upload.join('、')}（由${form.decidedBy}认定）`];
  return evidence === null ? measured : [...measured, `佐证 ${evidence}`];
}

import { formFields, type FormField, type FormFieldKind, type Programme, type Requirement } from './model.js';

/** What a piece of a form takes, as a person reads it. */
export const formFieldTitles: Readonly<Record<FormFieldKind, string>> = {
  material: '文字或文件',
  text: '文字',
  date: '日期',
  number: '数',
  percentage: '百分比',
  person: '人员',
  address: '网址',
  file: '文件',
  photographs: '照片',
  table: '表格（xlsx）',
};

/** The page `docs/evidence-forms.md`: the form of every requirement that people decide on, or that asks for material beside what the site shows. */
export function evidenceFormsMarkdown(programmes: readonly Programme[]): string {
  return [
    '# 佐证表单',
    '',
    '本页由程序生成。网站上看不出来、须由人认定的每条要求都有一张表单；网站上看得出一部分的，另附材料的也在内。',
    '',
    ...programmes.flatMap(section),
  ].join('\n');
}

function section({ id, title, requirements }: Programme): string[] {
  const asked = requirements.filter(({ check, form }) => form || check === 'evidence' || check === 'judgement');
  return [
    `## ${id}`,
    '',
    title,
    '',
    '| 编号 | 条款 | 要求 | 期限 | 填报内容 | 认定 |',
    '|---|---|---|---|---|---|',
    ...asked.map(row),
    '',
  ];
}

function row({ id, clause, statement, due, form }: Requirement): string {
  const pieces = form ? formFields(form).map(piece).join('；') : '**没有表单**';
  const cells = [id, clause, statement, due ?? '—', pieces, form?.decidedBy ?? '—'];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

function piece({ label, kind, optional, atLeast, columns }: FormField): string {
  const more = [
    formFieldTitles[kind],
    ...(columns ? [`列：${columns.join('、')}`] : []),
    ...(atLeast === undefined ? [] : [`不低于 ${atLeast}${kind === 'percentage' ? '％' : ''}`]),
    ...(optional ? ['可不交'] : []),
  ];
  return `${label}（${more.join('，')}）`;
}

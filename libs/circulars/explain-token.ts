import type { Annex } from './annex-table.js';
import type { Condition, Formula } from './formula.js';
import type { Token } from './tokens.js';

/** Where a piece of the text comes from, in words for whoever edits it. */
export function explainToken(token: Token, annex: Annex): string {
  switch (token.kind) {
    case 'figure':
      return inWords(token.formula, annex);
    case 'quote':
      return `取自${columnIn(annex, token.table, token.column)}`;
    case 'date':
      return '本稿的日期';
    case 'given':
      return '方案和周期所定的名称';
    case 'note':
      return '页下注';
    case 'annex':
      return '附件的序号';
  }
}

function inWords(formula: Formula, annex: Annex): string {
  if (formula.op === 'ratio') return `（${inWords(formula.part, annex)}）÷（${inWords(formula.whole, annex)}）`;
  if (formula.op === 'difference') return `（${inWords(formula.to, annex)}）－（${inWords(formula.from, annex)}）`;
  const where = (formula.where ?? []).map((condition) => conditionIn(condition, annex, formula.table)).join('、');
  const rows = `${tableIn(annex, formula.table)}${where === '' ? '' : `中${where}的行`}`;
  if (formula.op === 'count') return `${rows}，计行数`;
  const column = `“${titleOf(annex, formula.table, formula.column)}”一列`;
  const verb = { distinct: '不同的个数', sum: '合计', mean: '平均', max: '最大', min: '最小', cell: '的数' }[
    formula.op
  ];
  return `${rows}，${column}${verb}`;
}

function conditionIn(condition: Condition, annex: Annex, table: string): string {
  const title = titleOf(annex, table, condition.column);
  if ('filled' in condition) return condition.filled ? `有${title}` : `没有${title}`;
  return `${title}为${condition.is.map((value) => value ?? '空').join('或')}`;
}

function tableIn(annex: Annex, id: string): string {
  const at = annex.findIndex((table) => table.id === id);
  return `附件${at + 1}“${annex[at]?.title ?? id}”`;
}

function columnIn(annex: Annex, id: string, key: string): string {
  return `${tableIn(annex, id)}的“${titleOf(annex, id, key)}”`;
}

function titleOf(annex: Annex, id: string, key: string): string {
  return annex.find((table) => table.id === id)?.columns.find((column) => column.key === key)?.title ?? key;
}

import { writeXlsx } from '#sheets';
import type { MaterialState, MaterialVerdict } from '#casework';
import { printInstant } from '../clock.js';
import type { MaterialStanding } from './materials.js';

export const materialStateTitles: Readonly<Record<MaterialState, string>> = {
  none: '未报送',
  draft: '草稿',
  sent: '待审定',
  second: '待第二人审定',
  differ: '两人意见不一致',
  returned: '已退回',
  meets: '符合',
  fails: '不符合',
  notApplicable: '不适用',
  graded: '已评等次',
};

export const materialVerdictTitles: Readonly<Record<MaterialVerdict, string>> = {
  meets: '符合',
  fails: '不符合',
  notApplicable: '不适用',
  graded: '评定等次',
  returned: '退回',
};

/** The state of units × requirements as a workbook. */
export function printMaterials(standings: readonly MaterialStanding[]): Promise<Uint8Array> {
  const titles = [
    '单位',
    '编号',
    '条款',
    '要求',
    '期限',
    '状态',
    '版次',
    '报送时间',
    '审定',
    '审定人',
    '审定时间',
    '理由',
  ];
  const widths: Partial<Record<string, number>> = {
    单位: 28,
    要求: 60,
    期限: 20,
    报送时间: 18,
    审定时间: 18,
    理由: 40,
  };
  const rows = standings.map((one) => ({
    单位: one.organisation.name,
    编号: one.requirement,
    条款: one.clause,
    要求: one.statement,
    期限: one.due ?? '',
    状态: materialStateTitles[one.state],
    版次: one.version,
    报送时间: one.sentAt === null ? '' : printInstant(one.sentAt),
    审定: one.word ? (one.word.grade ?? materialVerdictTitles[one.word.verdict]) : '',
    审定人: one.word?.signs ?? '',
    审定时间: one.word ? printInstant(one.word.at) : '',
    理由: one.word?.reason ?? '',
  }));
  const columns = titles.map((title) => ({ key: title, title, ...(widths[title] ? { width: widths[title] } : {}) }));
  return writeXlsx([{ name: '佐证材料', columns, rows }]);
}

import { roleTitles } from '#access';
import type { AuditRow } from '#database';
import { writeXlsx, type SheetColumn } from '#sheets';
import { shanghaiTime } from '../clock.js';

const columns: SheetColumn[] = [
  { key: 'at', title: '时间（北京时间）', width: 18 },
  { key: 'who', title: '操作人', width: 16 },
  { key: 'role', title: '角色', width: 12 },
  { key: 'sentence', title: '操作', width: 44 },
  { key: 'address', title: '来访地址', width: 18 },
  { key: 'agent', title: '浏览器或程序', width: 30 },
  { key: 'before', title: '此前', width: 40 },
  { key: 'after', title: '此后', width: 40 },
  { key: 'what', title: '标识', width: 20 },
  { key: 'id', title: '编号', width: 10 },
];

/** The trail as a workbook, in which no text runs as a formula. */
export function printTrail(rows: readonly AuditRow[]): Promise<Buffer> {
  const said = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
  const titles: Readonly<Record<string, string>> = roleTitles;
  return writeXlsx([
    {
      name: '操作记录',
      columns,
      rows: rows.map(({ at, role, before, after, account: _account, ...row }) => ({
        ...row,
        at: shanghaiTime(Date.parse(at)),
        role: role === null ? null : (titles[role] ?? role),
        before: said(before),
        after: said(after),
      })),
    },
  ]);
}

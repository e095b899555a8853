import type { LedgerState } from '#casework';
import { printPercent, share } from '#kernel';
import { writeXlsx, type SheetRow } from '#sheets';
import type { UnitLedger } from './ledger-comparison.js';

export const ledgerStateTitles: Readonly<Record<LedgerState, string>> = {
  late: '迟公开',
  notFound: '未找到',
  ambiguous: '待认定',
  nonpublicShown: '不公开而网站有',
  notMeasured: '未测',
  published: '已公开，是否按时未测',
  notDue: '尚未到期',
  onTime: '已公开',
  nonpublic: '不公开',
};

const column = (title: string, width?: number) => ({ key: title, title, ...(width ? { width } : {}) });

/** Ledgers beside sites as a workbook: documents, pages that no ledger has, what is not public by year. */
export function printLedger(units: readonly UnitLedger[], clause: string): Promise<Uint8Array> {
  const documents = units.flatMap(({ unit, standings }) =>
    standings.map((one): SheetRow => {
      const [page] = [...one.pages, ...one.candidates];
      return {
        ...{ 单位: unit.name, 标题: one.title, 发文字号: one.documentNumber ?? '', 成文日期: one.issuedOn },
        ...{ 公开属性: one.openness, 不公开理由: one.reason ?? '', 结果: ledgerStateTitles[one.state], 说明: one.why },
        ...{ 最迟公开日期: one.deadline ?? '', 用时工作日: one.workdaysTaken },
        ...{ 发布日期: one.pages.length > 0 ? (page?.page.publishedOn?.on ?? '') : '', 网页: page?.page.url ?? '' },
        ...{ 对应依据: page?.why ?? '' },
      };
    }),
  );
  const unlisted = units.flatMap(({ unit, unlisted: pages }) =>
    pages.map(({ page, doubt }): SheetRow => ({
      ...{ 单位: unit.name, 标题: page.title, 发文字号: page.documentNumber ?? '' },
      ...{ 成文日期: page.issuedOn?.on ?? '', 发布日期: page.publishedOn?.on ?? '', 网页: page.url, 说明: doubt ?? '' },
    })),
  );
  const years = units.flatMap(({ unit, years: own }) =>
    own.map(({ year, documents: all, onRequest, refused }): SheetRow => {
      const count = onRequest + refused;
      const told = all === null ? '未测（没有这一年的台账）' : `${printPercent(share(count, all))}%`;
      return {
        ...{ 单位: unit.name, 年份: year, 文件总数: all },
        ...{ 依申请公开: all === null ? null : onRequest, 不予公开: all === null ? null : refused, 占比: told },
      };
    }),
  );
  return writeXlsx([
    {
      name: '台账与网站比对',
      columns: [
        ...[
          column('单位', 26),
          column('标题', 56),
          column('发文字号', 22),
          column('成文日期', 13),
          column('公开属性', 12),
        ],
        ...[column('不公开理由', 30), column('结果', 14), column('说明', 50), column('最迟公开日期', 14)],
        ...[column('用时工作日', 12), column('发布日期', 13), column('网页', 46), column('对应依据', 30)],
      ],
      rows: documents,
      notes: [`时限：${clause}。没有读全网站、不能断定的写“未测”，不作未公开处理。`],
    },
    {
      name: '网站有而台账没有',
      columns: [
        ...[
          column('单位', 26),
          column('标题', 56),
          column('发文字号', 22),
          column('成文日期', 13),
          column('发布日期', 13),
        ],
        ...[column('网页', 46), column('说明', 36)],
      ],
      rows: unlisted,
    },
    {
      name: '不公开占比',
      columns: ['单位', '年份', '文件总数', '依申请公开', '不予公开', '占比'].map((title) =>
        column(title, title === '单位' ? 26 : title === '占比' ? 24 : 12),
      ),
      rows: years,
      notes: ['占比为依申请公开和不予公开的文件占台账中当年文件总数的比例。'],
    },
  ]);
}

import { fileOf } from './article.js';
import { pathOf, pathsOf } from './columns.js';
import { byId, documents, others, readings, reports } from './content/index.js';
import { letters } from './portal.js';
import type { SiteTruth, TrueColumn, TrueDocument } from '../model.js';
import type { ReadingItem } from './types.js';

/** A document with the unit that a careful person attributes it to, by 来源, 发布机构 or signature. */
export interface AttributedDocument extends TrueDocument {
  unit: string;
}

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: '栏目就是正文；“传真号码”一行是空的' },
  { key: 'rules', status: 'ok', trap: '一件是本市制度，一件是刊载的条例' },
  { key: 'statutory', status: 'ok', trap: '左侧树，“基层政务公开”的26个领域先收起' },
  { key: 'catalogue', status: 'empty', trap: '目录页有表头，表里只有“暂无数据”；旁边树里有26个领域，不是目录' },
  { key: 'annual', status: 'ok', trap: '部门的年报在部门频道里' },
  { key: 'request', status: 'ok', trap: '在线申请的按钮没有地址，表单先隐藏' },
  { key: 'policy', status: 'ok', trap: '四个页签，另有两代旧系统的历史文件' },
  { key: 'interpretation', status: 'ok', trap: '五个页签，每个只有两件' },
  { key: 'notice', status: 'ok', trap: '翻页脚本写四页，只生成了实有的页，其余 404' },
  { key: 'interaction', status: 'stale', trap: '最新答复是2024-08-16，受理编号像日期' },
  { key: 'service', status: 'broken', trap: '文件夹没有首页，nginx 答 403' },
  { key: 'topic', status: 'ok', trap: '首页上是图片链接（alt“基层政务公开专题”），通到公开平台' },
];

/** The unit of a document is the body that made it; the supplier of the text under 来源 is not (市民政局 for a file of the office). */
const UNIT: Record<number, string> = {
  522180: '栖川市人民政府办公室',
  524006: '栖川市水利局',
  296401: '栖川市新冠肺炎疫情防控工作指挥部',
  3021: '栖川市人民政府',
  2746: '栖川市人民政府',
  341975: '栖川市人民政府',
};
const NAMES: Record<string, string> = {
  市政府办公室: '栖川市人民政府办公室',
  市水利局: '栖川市水利局',
  市人力资源和社会保障局: '栖川市人力资源和社会保障局',
  市教育体育局: '栖川市教育体育局',
  市市场监督管理局: '栖川市市场监督管理局',
  市交通运输局: '栖川市交通运输局',
  柏沟镇: '柏沟镇人民政府',
};

/** Whether a page links to the file it interprets: in its block, or in its text. */
const links = (item: ReadingItem): boolean =>
  item.policy !== null &&
  ((item.related?.ids.includes(item.policy) ?? false) ||
    item.body.some((line) => line.includes(`_${item.policy}.html`)));

export function truth(origin: string): Omit<SiteTruth, 'documents'> & { documents: AttributedDocument[] } {
  const at = (paths: string[]): string[] => paths.map((path) => origin + path);
  return {
    documents: documents.map((item) => ({
      urls: at(pathsOf(item)),
      title: item.title,
      documentNumber: item.number ?? null,
      indexNumber: item.index ?? null,
      issuedOn: item.issued ?? null,
      publishedOn: item.day,
      attachments: (item.files ?? []).map(([name, file]) => ({
        name,
        url: origin + fileOf(item, file),
      })),
      timeliness: item.timeliness,
      unit: UNIT[item.id] ?? NAMES[item.organ] ?? item.organ,
      trap: item.trap,
    })),
    interpretations: readings.map((item) => {
      const policy = item.policy === null ? null : byId(item.policy);
      return {
        urls: at(pathsOf(item)),
        title: item.title,
        publishedOn: item.day,
        formats: item.formats,
        policyTitle: policy?.title ?? item.elsewhere ?? null,
        policyUrls: policy ? at(pathsOf(policy)) : [],
        linksToPolicy: links(item),
        linkedFromPolicy: policy?.related?.ids.includes(item.id) ?? false,
        trap: item.trap,
      };
    }),
    columns: COLUMNS,
    annualReports: reports.map((item) => ({
      year: item.year,
      urls: at(pathsOf(item)),
      publishedOn: item.day,
      parts: item.parts,
    })),
    others: at([
      ...others.map(pathOf),
      ...letters,
      '/xxgkpt/zfxxgkzn/',
      '/xxgkpt/ysqgk/',
      '/h5/2026/fangxun/index.html',
      '/wzdt/',
    ]),
    lacks: { guide: ['传真号码'], foot: ['公安机关备案标识'] },
  };
}

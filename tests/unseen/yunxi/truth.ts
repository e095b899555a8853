import {
  documentPaths,
  listPath,
  oldListPath,
  pathOf,
  pathsOf,
  paths,
  portalListPath,
  turnedPath,
  unit,
} from './addresses.js';
import { documents, interpretations, otherItems, reports } from './content/index.js';
import { countyRow } from './content/interpretations.js';
import type { Article, InterpretationArticle } from './types.js';
import type { SiteTruth } from '../model.js';

const turned = (article: Article) =>
  article.in === 'platform' ? article.columns.map((nid) => turnedPath(nid, unit, article.id)) : [];

function policyOf(row: InterpretationArticle): { title: string | null; urls: string[] } {
  if (typeof row.policy !== 'number') return { title: row.policy, urls: [] };
  const policy = documents.find(({ id }) => id === row.policy);
  if (!policy) throw new Error(`no policy ${row.policy}`);
  return { title: policy.title, urls: documentPaths(policy) };
}

export function truth(origin: string): SiteTruth {
  const at = (path: string) => origin + path;
  return {
    documents: documents.map((row) => ({
      urls: documentPaths(row).map(at),
      title: row.title,
      documentNumber: row.number,
      indexNumber: row.index,
      issuedOn: row.issued,
      publishedOn: row.published,
      attachments: (row.attachments ?? []).map(({ name, path }) => ({ name, url: at(path) })),
      timeliness: row.timeliness ?? (row.issued === null ? 'notMeasured' : 'onTime'),
      trap: row.trap,
    })),
    interpretations: interpretations.map((row) => {
      const policy = policyOf(row);
      return {
        urls: [...pathsOf(row), ...turned(row)].map(at),
        title: row.title,
        publishedOn: row.published,
        formats: row.formats,
        policyTitle: policy.title,
        policyUrls: policy.urls.map(at),
        linksToPolicy: row.linksToPolicy,
        linkedFromPolicy: row.linkedFromPolicy,
        trap: row.trap,
      };
    }),
    columns: [
      { key: 'guide', status: 'ok' },
      { key: 'rules', status: 'empty', trap: '栏目在，内容为“暂无信息！”' },
      { key: 'statutory', status: 'ok' },
      { key: 'catalogue', status: 'ok', trap: '嵌套表格，单元格跨行，“同上”“〃”' },
      { key: 'annual', status: 'ok' },
      { key: 'request', status: 'broken', trap: '依申请公开页面答 500' },
      { key: 'policy', status: 'ok' },
      { key: 'interpretation', status: 'ok', trap: '公开平台与门户各有一个政策解读栏目' },
      { key: 'notice', status: 'ok', trap: '另有旧站“历史公告”，停在 2023 年' },
      { key: 'interaction', status: 'stale', trap: '领导信箱最后一封来信为 2023-03-14' },
      { key: 'service', status: 'missing' },
      { key: 'topic', status: 'ok' },
    ],
    annualReports: reports.map((row) => ({
      year: row.year,
      urls: [...pathsOf(row), ...turned(row)].map(at),
      publishedOn: row.published,
      parts: row.parts,
    })),
    others: [
      ...otherItems.map(pathOf).map(at),
      ...[paths.guide, paths.rules, paths.catalogue, paths.request, paths.leaders, paths.letters].map(at),
      ...[listPath(311), portalListPath(5), oldListPath(12), '/yxz/page.php?pageid=99', '/soft/pdfreader.exe'].map(at),
      countyRow.href,
    ],
    lacks: { guide: ['传真号码'], foot: ['公安机关备案标识', '站点地图'] },
  };
}

import { documentPaths, filePath, interpretationPath, paths, reportPath } from './addresses.js';
import {
  documents,
  interpretations,
  laws,
  letters,
  news,
  otherReport,
  outside,
  reports,
  services,
  surveys,
  withdrawn,
} from './content/index.js';
import type { SiteTruth } from '../model.js';

export function truth(origin: string): SiteTruth {
  const at = (path: string) => origin + path;
  return {
    documents: documents.map((row) => ({
      urls: documentPaths(row).map(at),
      title: row.title,
      documentNumber: row.number,
      indexNumber: row.index,
      issuedOn: row.issued,
      publishedOn: row.published.slice(0, 10),
      attachments: (row.files ?? []).map((file) => ({ name: file.name, url: at(filePath(file)) })),
      timeliness: row.timeliness ?? (row.issued === null ? 'notMeasured' : 'onTime'),
      trap: row.trap,
    })),
    interpretations: interpretations.map((row) => {
      const policy = documents.find(({ id }) => id === row.policy);
      return {
        urls: [at(interpretationPath(row.id))],
        title: row.title,
        publishedOn: row.published.slice(0, 10),
        formats: row.formats,
        policyTitle: typeof row.policy === 'string' ? row.policy : (policy?.title ?? null),
        policyUrls: policy ? documentPaths(policy).map(at) : [],
        linksToPolicy: row.linksToPolicy,
        linkedFromPolicy: row.linkedFromPolicy,
        trap: row.trap,
      };
    }),
    columns: [
      { key: 'guide', status: 'ok' },
      { key: 'rules', status: 'stale', trap: '制度栏目里一件是法规，一件是本县文件，后者发布已逾一年' },
      { key: 'statutory', status: 'ok', trap: '目录树逐级请求' },
      { key: 'catalogue', status: 'ok' },
      { key: 'annual', status: 'ok', trap: '同一列表里还有法治政府建设年度报告' },
      { key: 'request', status: 'broken', trap: '依申请公开由网关答 502 和一段 JSON' },
      { key: 'policy', status: 'ok' },
      { key: 'interpretation', status: 'ok' },
      { key: 'notice', status: 'ok' },
      { key: 'interaction', status: 'stale', trap: '信箱和征集都停在2022年' },
      { key: 'service', status: 'ok' },
      { key: 'topic', status: 'empty', trap: '请求答零条，页面写“暂无数据”' },
    ],
    annualReports: reports.map((row) => ({
      year: row.year,
      urls: [at(reportPath(row.id))],
      publishedOn: row.published.slice(0, 10),
      parts: row.parts,
    })),
    others: [
      ...[...news, ...letters, ...surveys, ...services, ...laws, otherReport, withdrawn].map((row) => at(row.path)),
      ...[paths.guide, paths.rules, paths.statutory, paths.catalogue, paths.annual, paths.request, paths.library].map(
        at,
      ),
      ...['/', '/zfxxgk', '/zfxxgk/n/3018', '/zfxxgk/n/3019'].map(at),
      outside.href,
    ],
    lacks: { guide: ['办公时间', '传真号码'], foot: ['站点地图'] },
  };
}

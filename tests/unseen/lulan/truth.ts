import { framePath, listPath, pathsOf, paths } from './addresses.js';
import { documents, interpretations, others, reports } from './content/index.js';
import type { SiteTruth } from '../model.js';

export function truth(origin: string): SiteTruth {
  const at = (path: string) => origin + path;
  return {
    documents: documents.map((row) => ({
      urls: pathsOf(row).map(at),
      title: row.title,
      documentNumber: row.number,
      indexNumber: row.index,
      issuedOn: row.issued,
      publishedOn: row.published.slice(0, 10),
      attachments: (row.files ?? []).map(({ name, path }) => ({ name, url: at(path) })),
      timeliness: row.timeliness ?? (row.issued === null ? 'notMeasured' : 'onTime'),
      trap: row.trap,
    })),
    interpretations: interpretations.map((row) => {
      const policy = documents.find(({ id }) => id === row.policy);
      const elsewhere = row.policyPath === undefined ? [] : [row.policyPath];
      return {
        urls: pathsOf(row).map(at),
        title: row.title,
        publishedOn: row.published.slice(0, 10),
        formats: row.formats,
        policyTitle: typeof row.policy === 'string' ? row.policy : (policy?.title ?? null),
        policyUrls: (policy ? pathsOf(policy) : elsewhere).map(at),
        linksToPolicy: row.linksToPolicy,
        linkedFromPolicy: row.linkedFromPolicy,
        trap: row.trap,
      };
    }),
    columns: [
      { key: 'guide', status: 'ok', trap: '只在 dTree 脚本的树里有入口' },
      { key: 'rules', status: 'empty', trap: '“本栏目正在建设中，敬请期待……”' },
      { key: 'statutory', status: 'ok', trap: '树里的节点没有自己的地址，只有下级' },
      { key: 'catalogue', status: 'broken', trap: '入口指向一个 xls，答 404' },
      { key: 'annual', status: 'ok' },
      { key: 'request', status: 'ok' },
      { key: 'policy', status: 'ok' },
      { key: 'interpretation', status: 'ok' },
      { key: 'notice', status: 'ok' },
      { key: 'interaction', status: 'missing' },
      { key: 'service', status: 'ok' },
      { key: 'topic', status: 'stale', trap: '最后一条是2020年10月' },
    ],
    annualReports: reports.map((row) => ({
      year: row.year,
      urls: pathsOf(row).map(at),
      publishedOn: row.published.slice(0, 10),
      parts: row.parts,
    })),
    others: [
      ...others.flatMap((row) => pathsOf(row)).map(at),
      ...['/', paths.home, paths.openness, paths.tree, paths.guide, paths.rules, paths.request, paths.catalogue].map(
        at,
      ),
      ...[paths.parent, paths.parentPolicy, paths.neighbour, paths.neighbourDocument].map(at),
      ...[listPath('0101'), listPath('0103'), listPath('0107'), framePath('0102'), framePath('0105')].map(at),
    ],
    lacks: {
      guide: ['编排体系', '办公时间', '互联网联系方式'],
      foot: ['公安机关备案标识', '党政机关网站标识', '找错入口'],
    },
  };
}

import { type SiteTruth, type TrueColumn } from '../model.js';
import { hiddenDraft, lostNotice, noticePath, pathsOf } from './address.js';
import { articleOf, documents, interpretations, letters, news, reports, services, topics } from './content/index.js';
import { guidePaths } from './render/pages.js';

const columns: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'empty', trap: '栏目只有“暂无相关信息！”' },
  { key: 'statutory', status: 'ok', trap: '框架页，栏目树在左框架里' },
  { key: 'catalogue', status: 'missing', trap: '没有主动公开基本目录，只有一件文件题目里有“目录”二字' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'broken', trap: '链接在首页和侧栏都有，但回答 404' },
  { key: 'policy', status: 'ok', trap: '栏目页分规范性文件、其他文件两块' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: '翻页条多写了两页，第四、五页是三百字节的空页' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'ok' },
  { key: 'topic', status: 'stale', trap: '最新一条是2024年11月' },
];

/** What a careful person would write down, with absolute addresses. */
export function truthOf(origin: string): SiteTruth {
  const absolute = (path: string) => origin + path;
  return {
    documents: documents.map((doc) => ({
      urls: pathsOf(doc).map(absolute),
      title: doc.title,
      documentNumber: doc.number,
      indexNumber: doc.index,
      issuedOn: doc.issued,
      publishedOn: doc.published,
      attachments: (doc.files ?? []).map(({ name, path }) => ({ name, url: absolute(path) })),
      timeliness: doc.timeliness,
      trap: doc.trap,
    })),
    interpretations: interpretations.map((item) => {
      const policy = item.policy === null ? undefined : articleOf(item.policy);
      return {
        urls: pathsOf(item).map(absolute),
        title: item.title,
        publishedOn: item.published,
        formats: item.formats,
        policyTitle: policy?.title ?? null,
        policyUrls: policy ? pathsOf(policy).map(absolute) : [],
        linksToPolicy: item.linksToPolicy,
        linkedFromPolicy: item.linkedFromPolicy,
        trap: item.trap,
      };
    }),
    columns,
    annualReports: reports.map((report) => ({
      year: report.year,
      urls: pathsOf(report).map(absolute),
      publishedOn: report.published,
      parts: report.parts,
    })),
    lacks: { guide: [], foot: ['公安机关备案标识'] },
    others: [
      ...[...news, ...topics, ...services, ...letters].flatMap(pathsOf),
      ...guidePaths,
      noticePath(lostNotice),
      `/info/iDetail.jsp?cat_id=15978&id=${hiddenDraft}`,
    ].map(absolute),
  };
}

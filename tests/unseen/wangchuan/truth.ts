import { addresses, filesOf, home } from './columns.js';
import { article, ARTICLES } from './content/index.js';
import { LETTER_PATHS } from './portal.js';
import type { SiteTruth, TrueColumn, TrueDocument, TrueInterpretation } from '../model.js';
import type { Article } from './types.js';

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: '栏目地址直接显示唯一的一篇文章' },
  { key: 'rules', status: 'stale', trap: '最新一条是2023年5月；列表在数据岛里' },
  { key: 'statutory', status: 'ok' },
  { key: 'catalogue', status: 'broken', trap: '入口答 200，页面写“您要访问的页面不存在或已被删除”' },
  { key: 'annual', status: 'ok', trap: '按年份折叠，日期没有年' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok', trap: '数据岛两组，第二组由 dataproxy 取；规范性文件由 search.jsp 取' },
  { key: 'interpretation', status: 'ok', trap: '图片卡片，日在上、年月在下' },
  { key: 'notice', status: 'ok', trap: '数据岛里每条是一张表，日期没有年' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'ok' },
  { key: 'topic', status: 'empty', trap: '数据岛里没有一条记录' },
];

function timeliness(item: Article): TrueDocument['timeliness'] {
  if (item.archive || !item.issued || !item.published) return 'notMeasured';
  return item.late ? 'late' : 'onTime';
}

export function truth(origin: string): SiteTruth {
  const urls = (item: Article): string[] => [
    ...addresses(item).map((path) => origin + path),
    ...(item.body.includes('--') ? [origin + home(item).replace('.html', '_2.html')] : []),
  ];
  const of = (kind: Article['kind']): Article[] => ARTICLES.filter((item) => item.kind === kind);
  const reading = (item: Article): TrueInterpretation => {
    const policy = typeof item.policy === 'number' ? article(item.policy) : undefined;
    return {
      urls: urls(item),
      title: item.title,
      publishedOn: item.published ?? null,
      formats: item.formats ?? [],
      policyTitle: policy?.title ?? (typeof item.policy === 'string' ? item.policy : null),
      policyUrls: policy ? addresses(policy).map((path) => origin + path) : [],
      linksToPolicy: item.to !== 'none',
      linkedFromPolicy: item.from !== 'none',
      trap: item.trap,
    };
  };
  return {
    documents: of('document').map((item) => ({
      urls: urls(item),
      title: item.title,
      documentNumber: item.number ?? null,
      indexNumber: item.index ?? null,
      issuedOn: item.issued ?? null,
      publishedOn: item.published ?? null,
      attachments: filesOf(item).map(([name, path]) => ({ name, url: origin + path })),
      timeliness: timeliness(item),
      trap: item.trap,
    })),
    interpretations: of('interpretation').map(reading),
    columns: COLUMNS,
    annualReports: of('annual').map((item) => ({
      year: Number(/(\d{4})年/.exec(item.title)?.[1]),
      urls: urls(item),
      publishedOn: item.published ?? null,
      parts: item.parts ?? [],
    })),
    others: [
      ...of('other').flatMap(urls),
      ...LETTER_PATHS.map((path) => origin + path),
      ...['/col/col18816/index.html', '/col/col18817/index.html', '/col/col18822/index.html', '/en/index.html'].map(
        (path) => origin + path,
      ),
    ],
    lacks: { guide: ['传真号码'], foot: [] },
  };
}

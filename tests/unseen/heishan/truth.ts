import { addresses } from './columns.js';
import { article, ARTICLES } from './content/index.js';
import { LETTER_PATHS } from './portal.js';
import type { SiteTruth, TrueColumn, TrueDocument, TrueInterpretation } from '../model.js';
import type { Article } from './types.js';

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: 'opened in a frame' },
  { key: 'rules', status: 'missing' },
  { key: 'statutory', status: 'ok', trap: 'opened in a frame' },
  { key: 'catalogue', status: 'empty', trap: '暂无信息 in a frame' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok', trap: 'a list written by a script' },
  { key: 'notice', status: 'ok', trap: 'a list in an iframe' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'broken', trap: 'the link of the navigation answers 404' },
  { key: 'topic', status: 'stale', trap: 'newest of 2024-10-18' },
];

function timeliness(item: Article): TrueDocument['timeliness'] {
  if (item.archive || !item.issued || !item.published) return 'notMeasured';
  return item.late ? 'late' : 'onTime';
}

export function truth(origin: string): SiteTruth {
  const urls = (item: Article): string[] => addresses(item).map((path) => origin + path);
  const of = (kind: Article['kind']): Article[] => ARTICLES.filter((item) => item.kind === kind);
  const reading = (item: Article): TrueInterpretation => {
    const policy = typeof item.policy === 'number' ? article(item.policy) : undefined;
    return {
      urls: urls(item),
      title: item.title,
      publishedOn: item.published ?? null,
      formats: item.formats ?? [],
      policyTitle: policy?.title ?? (typeof item.policy === 'string' ? item.policy : null),
      policyUrls: policy ? urls(policy) : [],
      linksToPolicy: item.to !== 'none',
      linkedFromPolicy: item.from !== 'none',
      trap: item.trap,
    };
  };
  return {
    documents: of('document').map((item) => ({
      urls: urls(item),
      title: item.title,
      documentNumber: item.number?.replace(/\s/g, '') ?? null,
      indexNumber: item.index ?? null,
      issuedOn: item.issued ?? null,
      publishedOn: item.published ?? null,
      attachments: (item.files ?? []).map(([name, path]) => ({ name, url: origin + path })),
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
    lacks: { guide: [], foot: ['党政机关网站标识', '找错入口', '站点地图'] },
    others: [
      ...of('other').flatMap(urls),
      ...LETTER_PATHS.map((path) => origin + path),
      `${origin}/Article/Show.aspx?cid=12&id=10160`,
      `${origin}/inc/go.asp?u=3`,
      `${origin}/zwgk/show.asp?id=9901`,
      `${origin}/zwgk/show.asp?id=9887`,
      `${origin}/leader/index.asp`,
    ],
  };
}

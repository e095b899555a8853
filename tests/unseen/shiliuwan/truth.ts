import { addresses } from './channels.js';
import { article, ARTICLES } from './content/index.js';
import type { SiteTruth, TrueColumn, TrueDocument, TrueInterpretation } from '../model.js';
import type { Article } from './types.js';

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: '政府信息公开一页的第一个页签，正文就在页内' },
  { key: 'rules', status: 'empty', trap: '同一页的一个页签里只有“— 暂无内容 —”' },
  { key: 'statutory', status: 'ok', trap: '同一页的一个页签' },
  { key: 'catalogue', status: 'ok', trap: '同一页的一个页签，目录是页内的表' },
  { key: 'annual', status: 'ok', trap: '同一页的一个页签' },
  { key: 'request', status: 'ok', trap: '同一页的一个页签，说明和表单在页内' },
  { key: 'policy', status: 'ok', trap: '头六条在页内，其余由“加载更多”请求，地址在内联脚本里' },
  { key: 'interpretation', status: 'ok', trap: '封面卡片，其中两张去公众号' },
  { key: 'notice', status: 'ok', trap: '全部由请求取得，答案里没有地址，由内联脚本按编号拼出' },
  { key: 'interaction', status: 'stale', trap: '留言和答复都在一页里，最后答复为2023年5月' },
  { key: 'service', status: 'broken', trap: '入口答 200 和一段 JSON {"code":404}' },
  { key: 'topic', status: 'missing' },
];

function timeliness(item: Article): TrueDocument['timeliness'] {
  if (item.archive || !item.issued) return 'notMeasured';
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
      publishedOn: item.published,
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
      documentNumber: item.number ?? null,
      indexNumber: item.index ?? null,
      issuedOn: item.issued ?? null,
      publishedOn: item.published,
      attachments: (item.files ?? []).map(([name, path]) => ({ name, url: origin + path })),
      timeliness: timeliness(item),
      trap: item.trap,
    })),
    interpretations: of('interpretation').map(reading),
    columns: COLUMNS,
    annualReports: of('annual').map((item) => ({
      year: Number(/(\d{4})年/.exec(item.title)?.[1]),
      urls: urls(item),
      publishedOn: item.published,
      parts: item.parts ?? [],
    })),
    others: [...of('other').flatMap(urls), ...['/zwgk', '/hd', '/about', '/app/bs'].map((path) => origin + path)],
    lacks: { guide: ['编排体系', '传真号码'], foot: ['公安机关备案标识', '站点地图'] },
  };
}

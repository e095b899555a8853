import { type SiteTruth } from '../model.js';
import { articleOf, isDocument } from './content/index.js';
import { pathOf, twinPathOf } from './addresses.js';
import { type AnnualArticle, type Article, type DocumentArticle, type InterpretationArticle } from './types.js';

interface Told {
  origin: string;
  documents: DocumentArticle[];
  interpretations: InterpretationArticle[];
  annualReports: AnnualArticle[];
  otherPaths: string[];
}

/** Standard columns as a person finds them; what is not there is missing. */
const columns: SiteTruth['columns'] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'empty', trap: 'the pane’s request is answered 暂无相关信息' },
  { key: 'statutory', status: 'ok', trap: 'its lists are asked for by script' },
  { key: 'catalogue', status: 'missing' },
  { key: 'annual', status: 'ok', trap: 'its list is asked for by script' },
  { key: 'request', status: 'broken', trap: 'its link answers 404' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok', trap: 'its list stands in an iframe' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'ok' },
  { key: 'topic', status: 'stale', trap: 'newest item of November 2024' },
];

function addresses(article: Article, origin: string): string[] {
  const twin = isDocument(article) ? twinPathOf(article) : null;
  return [pathOf(article), ...(twin === null ? [] : [twin])].map((path) => `${origin}${path}`);
}

function policyOf(article: InterpretationArticle, origin: string) {
  if (article.policy === null) return { policyTitle: null, policyUrls: [] };
  if ('title' in article.policy) return { policyTitle: article.policy.title, policyUrls: [] };
  const policy = articleOf(article.policy.id);
  return { policyTitle: policy.title, policyUrls: addresses(policy, origin) };
}

/** The written truth: every value stands in `content/`, nothing is read back from a page. */
export function truth({ origin, documents, interpretations, annualReports, otherPaths }: Told): SiteTruth {
  return {
    documents: documents.map((article) => ({
      urls: addresses(article, origin),
      title: article.title,
      documentNumber: article.number,
      indexNumber: article.index,
      issuedOn: article.issued,
      publishedOn: article.published,
      attachments: (article.attachments ?? []).map(({ name, file }) => ({ name, url: `${origin}${file}` })),
      timeliness: article.timeliness ?? 'onTime',
      ...(article.trap === undefined ? {} : { trap: article.trap }),
    })),
    interpretations: interpretations.map((article) => ({
      urls: addresses(article, origin),
      title: article.title,
      publishedOn: article.published,
      formats: article.formats,
      ...policyOf(article, origin),
      linksToPolicy: article.linksToPolicy,
      linkedFromPolicy: article.linkedFromPolicy,
      ...(article.trap === undefined ? {} : { trap: article.trap }),
    })),
    columns,
    annualReports: annualReports.map((article) => ({
      year: article.year,
      urls: addresses(article, origin),
      publishedOn: article.published,
      parts: article.parts,
    })),
    lacks: { guide: [], foot: [] },
    others: otherPaths.map((path) => `${origin}${path}`),
  };
}

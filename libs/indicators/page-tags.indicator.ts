import { z } from 'zod';
import { type PageClass, type PageTagName, pageTagNames, type PageTagsFact } from '#facts';
import { defineIndicator } from './define-indicator.js';
import type { FindingEvidence } from './model.js';
import {
  doubt,
  fail,
  type FailDraft,
  finding,
  type FindingText,
  isNonEmpty,
  needsReview,
  notMeasured,
  pass,
  ratio,
  type ReviewDraft,
  type Verdict,
} from './verdict.js';

const siteTags = ['SiteName', 'SiteDomain', 'SiteIDCode'] as const;
const asked: Record<PageClass, readonly PageTagName[]> = {
  home: siteTags,
  column: [...siteTags, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
  content: [...siteTags, 'ArticleTitle', 'PubDate', 'ContentSource'],
};
const classTitles: Record<PageClass, string> = { home: '首页', column: '栏目页', content: '内容页' };

/** Pages of a class below which what they lack may be due to one odd page. */
const fewestPages = 3;
const tags = z.array(z.enum(pageTagNames)).min(1);

/** 网页标签规范：网站、栏目、内容页标签。 */
export const pageTags = defineIndicator({
  id: 'page-tags',
  version: 1,
  title: '网页标签齐全',
  failureTitle: '网页缺少规定的标签',
  basis: [
    {
      source: '国办发〔2017〕47号',
      clause: '附件，网页标签规范',
      text: '首页、栏目页、内容页设置网站标签（SiteName、SiteDomain、SiteIDCode）、栏目标签（ColumnName、ColumnDescription、ColumnKeywords、ColumnType）、内容页标签（ArticleTitle、PubDate、ContentSource等）',
    },
  ],
  measures:
    '按首页、栏目页、内容页三类，逐个标签看读到的页面的源代码中有没有（不分大小写）。一类页面过半没有某个标签的，计为缺少；一成以上而未过半的页面没有、标签是空的、或读到的栏目页、内容页不足3页的，交人工复核；不到一成的页面没有，不计。只看本网站域名下的页面。',
  blindSpots:
    '不核对标签的内容是否正确；由脚本生成而没有用浏览器渲染的页面、框架中的页面、附件不看；哪些标签必选按转述编入，可在参数中增减。',
  remedy: '请在网页模板的<head>中补齐规定的标签，并填写内容。',
  requires: ['pageTags'],
  params: z.strictObject({ home: tags.optional(), column: tags.optional(), content: tags.optional() }),
  evaluate({ pageTags: facts }, { params }) {
    if (!facts) return notMeasured('采集时的版本没有读取网页标签', 1);
    const tally: Tally = { good: 0, failed: 0, open: 0, fails: [], doubts: [] };
    for (const fact of facts) count(fact, params[fact.of] ?? asked[fact.of], tally);
    return verdictOver(tally);
  },
});

/** Tags, and the findings about them: one for each class of page, for its template is mended at once. */
interface Tally {
  good: number;
  failed: number;
  open: number;
  fails: FailDraft[];
  doubts: ReviewDraft[];
}

function count(fact: PageTagsFact, wanted: readonly PageTagName[], tally: Tally): void {
  if (fact.pages === 0) {
    tally.open += wanted.length;
    return;
  }
  const lacking = wanted.flatMap((tag) => fact.lacking.find((one) => one.tag === tag && isTelling(one, fact)) ?? []);
  const missing = lacking.filter((one) => openReason(one, fact) === null);
  const doubted = lacking.filter((one) => openReason(one, fact) !== null);
  tally.good += wanted.length - lacking.length;
  tally.failed += missing.length;
  tally.open += doubted.length;
  const [fail, open] = [missing[0], doubted[0]];
  if (fail) tally.fails.push(finding(evidenceOf(fail), textOf(fact, missing)));
  if (open) tally.doubts.push(doubt(evidenceOf(open), textOf(fact, doubted, openReason(open, fact))));
}

function verdictOver({ good, failed, open, fails, doubts }: Tally): Verdict {
  if (good + failed > 0) {
    const measure = ratio(good, good + failed);
    const rest = open > 0 ? `，另有${open}项存疑或未能读取` : '';
    const message = `可测的${measure.of}项标签中${good}项齐全${rest}`;
    const beside = { message, unmeasured: open, doubts };
    return isNonEmpty(fails) ? fail(measure, fails, beside) : pass(measure, beside);
  }
  if (isNonEmpty(doubts)) return needsReview(doubts, `${open}项标签存疑，须人工复核`, open);
  return notMeasured('没有能读取标签的页面', open);
}

type Lacking = PageTagsFact['lacking'][number];

/** Single pages of another template, moved or made by hand, say nothing of the site's own. */
function isTelling({ missing, blank }: Lacking, { of, pages }: PageTagsFact): boolean {
  return of === 'home' || (missing + blank) * 10 >= pages;
}

/** Why a tag that pages lack is left to a person, or null. */
function openReason({ missing }: Lacking, { of, pages }: PageTagsFact): string | null {
  if (missing === 0) return '标签没有填写内容';
  if (missing * 2 <= pages) return '只有部分页面没有';
  return of !== 'home' && pages < fewestPages ? `只读到${pages}个${classTitles[of]}` : null;
}

function evidenceOf({ capture, url }: Lacking): FindingEvidence {
  return { capture, url, marks: [] };
}

function textOf(
  { of, pages, unread }: PageTagsFact,
  lacking: readonly Lacking[],
  why: string | null = null,
): FindingText {
  const names = lacking.map(({ tag }) => tag).join('、');
  return {
    subject: why === null ? of : `${of}:?`,
    message:
      why === null
        ? `${classTitles[of]}缺少网页标签：${names}`
        : `${classTitles[of]}的网页标签不全：${names}；${why}，须人工复核`,
    details: [
      { label: '读到标签的页面', value: `${pages}页` },
      ...lacking.map(({ tag, missing, blank }) => ({
        label: tag,
        value: `没有的${missing}页${blank > 0 ? `，空的${blank}页` : ''}`,
      })),
      ...(unread > 0 ? [{ label: '没能读取标签的页面', value: `${unread}页` }] : []),
    ],
  };
}

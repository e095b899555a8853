import { excuses } from '#evidence';
import type { Matter, MatterPageFact, SiteFacts } from '#facts';
import { doubt, needsReview, notApplicable, notMeasured, pass, ratio, type Verdict } from './verdict.js';

/** What a plan asks to stand on pages of a matter, and how it asks. */
export interface MatterAsked {
  matter: Matter;
  /** For a reader: “村（居）务公开”专栏. */
  title: string;
  /** Names of what must stand there. */
  contents: readonly string[];
  /** By name, the words that speak of it; a name that is not here is looked for itself. */
  words: Readonly<Record<string, RegExp>>;
  /** The plan only asks to try it (探索): that there is none is no shortcoming. */
  explored: boolean;
}

/**
 * Whether there is a page on a matter and what stands on it. Words differ from place to place and notices hang on walls, so
 * that what was not found asks a person and never deducts.
 */
export function matterVerdict(facts: Pick<SiteFacts, 'home' | 'unread' | 'matters'>, asked: MatterAsked): Verdict {
  const { matter, title, contents, explored } = asked;
  const pages = (facts.matters ?? []).filter((page) => page.matter === matter);
  const [first] = pages;
  if (!first) return notFound(facts, title, explored);
  const lines = pages.flatMap((page) => [page.name, ...page.lines]);
  const lacking = contents.filter((name) => !lines.some((line) => says(line, name, asked.words)));
  const found = contents.length - lacking.length;
  const where = `已有${title}“${first.name}”`;
  if (lacking.length === 0) {
    const message = contents.length === 0 ? where : `${where}，${contents.length}项内容都有`;
    return pass(ratio(Math.max(contents.length, 1), Math.max(contents.length, 1)), { message });
  }
  const draft = doubt(evidenceOf(first), {
    subject: matter,
    message: `${title}“${first.name}”没有认出“${lacking.join('”“')}”，须人工复核`,
    details: [
      {
        label: '页面',
        value: pages
          .map(({ name, url }) => `${name} ${url}`)
          .slice(0, 5)
          .join('；'),
      },
      { label: '应有的内容', value: contents.join('、') },
      { label: '没有认出', value: lacking.join('、') },
    ],
  });
  if (found === 0) return needsReview([draft], draft.message, lacking.length);
  const message = `${where}，${contents.length}项内容认出${found}项，其余待人工复核`;
  return pass(ratio(found, found), { message, unmeasured: lacking.length, doubts: [draft] });
}

function says(line: string, name: string, words: MatterAsked['words']): boolean {
  return words[name]?.test(line) ?? line.includes(name);
}

function notFound({ home, unread }: Pick<SiteFacts, 'home' | 'unread'>, title: string, explored: boolean): Verdict {
  const isBlind = unread.some(({ visit }) => visit.as === 'home' || visit.as === 'openness');
  if (home === null || excuses(home.outcome) || isBlind)
    return notMeasured(`首页或公开页面未能读取，看不出有没有${title}`, 1);
  if (explored) return notApplicable(`网站上没有找到${title}；方案只要求探索，不作问题处理`);
  const message = `网站上没有找到${title}，须人工核实是否以别的名称或方式公开`;
  return needsReview(
    [doubt({ capture: home.capture, url: home.url, marks: [] }, { subject: title, message })],
    message,
  );
}

function evidenceOf({ capture, url, name }: MatterPageFact) {
  return { capture, url, marks: [name] };
}

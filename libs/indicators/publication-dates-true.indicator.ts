import { z } from 'zod';
import { diffDays, localDateOf } from '#calendar';
import { articleKey, type DocumentFact, type FirstSighting } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { inOrder, isMoved, isOfPeriod, publishedOnSources, quoted } from './documents.js';
import { doubtsAbout } from './doubts.js';
import { isRepost, maybeRepost } from './makers.js';
import { verdictOf } from './tally.js';
import { doubt, notApplicable, type ReviewDraft } from './verdict.js';

/** 显示的发布日期与采集所见一致。 */
export const publicationDatesTrue = defineIndicator({
  id: 'publication-dates-true',
  version: 1,
  title: '发布日期与采集所见相符',
  failureTitle: '发布日期可能不实',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“安全、泄密事故等严重问题”',
      text: '存在弄虚作假行为（如伪造发稿日期）的，单项否决',
    },
  ],
  measures:
    '把本期发布的文件、解读与前后两轮采集的列表对照：前一轮在所示发布日期之后读过同一列表，读到了该日期应在的位置而没有，后一轮才出现的，交人工复核；元数据写明的成文日期晚于发布日期的，交人工复核。只作提示，从不自动扣分；由人认定属实的，按单项否决处理。',
  blindSpots:
    '只有一轮采集的、第一轮就已在列表中的、列表不按日期排列或没有读到应在位置的、发布日期读法有疑或只见于列表和网址的，不判断。从其他网站转载、从别处移入、撤回后重新上架、审核后才显示的，也会先后不符，须由人核实。',
  remedy: '请按实际发布的时间显示发布日期；迟发的不要改早日期。',
  requires: ['documents', 'sightings'],
  params: z.strictObject({
    /** Days by which a list may lag behind: pages are generated and cached. */
    graceDays: z.number().int().nonnegative().default(1),
  }),
  evaluate({ documents, sightings = [] }, { params, period, asOf, organisation }) {
    const byKey = new Map(sightings.map((sighting) => [articleKey(sighting.url), sighting]));
    const sightingOf = (url: string) => (byKey.size === 0 ? undefined : byKey.get(articleKey(url)));
    const subjects = inOrder(documents).filter(
      (one) =>
        (one.kind === 'document' || one.kind === 'interpretation') &&
        isOfPeriod(one.publishedOn?.on ?? '', period, asOf) &&
        !isMoved(one) &&
        !isRepost(one, organisation),
    );
    if (subjects.length === 0) return notApplicable('本期没有发布文件');
    const doubts: ReviewDraft[] = [];
    let good = 0;
    for (const one of subjects) {
      const sighting = sightingOf(one.url);
      const draft = issuedLater(one) ?? (isDated(one) && sighting ? cameLate(one, sighting, params.graceDays) : null);
      if (draft) doubts.push(draft);
      else if (isDated(one) && sighting && maybeRepost(one, organisation) === null) good += 1;
    }
    return verdictOf(
      { good, fails: [], doubts, unmeasured: subjects.length - good - doubts.length },
      {
        good: '发布日期与采集所见相符',
        unit: '份文件',
        unmeasured: '没有前后两轮采集可以对照的文件（只有一轮采集，或首轮已在）',
      },
    );
  },
});

/** The page itself says when it was published, and says it once. */
function isDated(document: DocumentFact): boolean {
  const { publishedOn, publishedOnOthers } = document;
  const isSaid = publishedOn !== null && publishedOn.source !== 'url' && publishedOn.source !== 'list';
  return isSaid && publishedOnOthers.length === 0 && doubtsAbout(document, ['publishedOn']).length === 0;
}

/** Shown as published before it was issued, by two dates that nothing but each other contradicts. */
function issuedLater(document: DocumentFact): ReviewDraft | null {
  const { issuedOn, publishedOn, publishedOnOthers, title, url, capture } = document;
  if (!issuedOn || !publishedOn || issuedOn.on <= publishedOn.on) return null;
  const isSaid = publishedOn.source !== 'url' && publishedOn.source !== 'list' && publishedOnOthers.length === 0;
  const others = { issuedOn: publishedOn.on, publishedOn: issuedOn.on };
  const isSure = doubtsAbout(document, ['issuedOn', 'publishedOn']).every(
    ({ field, other }) => other === others[field as keyof typeof others],
  );
  if (issuedOn.source !== 'metadata' || !isSaid || !isSure) return null;
  const days = diffDays(publishedOn.on, issuedOn.on);
  return doubt(
    { capture, url, marks: [publishedOn.words, issuedOn.words] },
    {
      subject: url,
      message: `${quoted(title)}显示${publishedOn.on}发布，早于成文日期${issuedOn.on}（${days}天），须人工复核`,
      details: [
        { label: '显示的发布日期', value: `${publishedOn.on}（${publishedOnSources[publishedOn.source]}）` },
        { label: '成文日期', value: issuedOn.on },
      ],
    },
  );
}

/** Shown as published before a day on which its list was read without it. */
function cameLate(document: DocumentFact, { seen, absent }: FirstSighting, graceDays: number): ReviewDraft | null {
  const { publishedOn, title, url, capture } = document;
  const absentOn = localDateOf(absent.seenAt);
  if (!publishedOn || diffDays(publishedOn.on, absentOn) <= graceDays) return null;
  const seenOn = localDateOf(seen.seenAt);
  return doubt(
    { capture, url, marks: [publishedOn.words] },
    {
      subject: url,
      message: `${quoted(title)}显示${publishedOn.on}发布，而${absentOn}采集时列表中还没有，${seenOn}才见到，须人工复核`,
      details: [
        { label: '显示的发布日期', value: `${publishedOn.on}（${publishedOnSources[publishedOn.source]}）` },
        { label: '列表中还没有', value: `${absentOn}（快照${absent.capture}）` },
        { label: '首次见到', value: `${seenOn}（快照${seen.capture}）` },
      ],
    },
  );
}

import { diffDays } from '#calendar';
import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import {
  documentEvidence,
  inOrder,
  isOfficial,
  issuedOnSources,
  mayBeOfPeriod,
  officialByDoubt,
  publishedOnSources,
  quoted,
} from './documents.js';
import type { IndicatorContext } from './model.js';
import { verdictOf } from './tally.js';
import { type JudgedDocument, judgeTimeliness, type TimelinessParams } from './timeliness.js';
import { doubt, type FailDraft, finding, type FindingText, notApplicable, type ReviewDraft } from './verdict.js';

/** 主动公开时限：文件自成文（印发）之日起若干个工作日内上网。 */
export const publishedInTime = defineIndicator({
  id: 'published-in-time',
  version: 3,
  title: '主动公开文件按时上网',
  failureTitle: '存在超期上网的文件',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      clause: '第二十六条',
      text: '自该政府信息形成或者变更之日起20个工作日内及时公开',
    },
    { source: '平政办发〔2020〕70号', clause: '二(二)4', text: '主动公开文件印发实施后20个工作日内上网发布' },
  ],
  measures:
    '本期发布的公文，自成文之日的次日起数法定工作日（扣除节假日，计入调休补班），发布日期不晚于第N个工作日即为按时；指标值为按时份数除以可测份数。日期读法有疑（前后矛盾、残缺或与另一处不同）的，各种读法都按时的计为按时，其余一律交人工复核，不作超期处理；是否本单位公文、是否转载有疑的，同样复核。',
  blindSpots:
    '从未上网的文件看不到（可用主动公开文件台账比对）；网页标注的发布日期如被改动，仅凭一次采集无法识别；页面和所附正文文件（pdf、docx、xlsx、ofd）都没有日期，或正文是扫描件、老格式文件的，无法测量；成文一年以上才出现的文件、与其同批上网的文件和集中补录的成批文件疑为历史文件迁移，只提请人工复核，不作超期处理。',
  remedy:
    '请核对成文日期与发布日期；确属超期的，今后在时限内上网，并完善公文印发与网站发布的衔接；日期标注有误的，请更正页面后申请复核。',
  requires: ['documents', 'unread'],
  params: z.strictObject({
    workdays: z.number().int().positive(),
    startsFrom: z.enum(['issued', 'effective']),
  }),
  evaluate({ documents, unread }, context) {
    const { period, asOf, workdays, params, organisation } = context;
    const subjects = inOrder(documents).filter((one) => one.kind === 'document' && mayBeOfPeriod(one, period, asOf));
    const judged = judgeTimeliness(subjects, params, workdays, organisation, unread).filter(
      ({ document, repost }) => isOfficial(document) && !repost,
    );
    if (judged.length === 0) return notApplicable('本期没有发布公文');
    const fails: FailDraft[] = [];
    const doubts: ReviewDraft[] = [];
    const archives = judged.filter((one) => one.judged.doubt !== null && isArchive(one));
    if (archives.length > 0) doubts.push(movedArchive(archives, context));
    for (const one of judged) {
      const official = one.judged.timeliness === 'late' ? officialByDoubt(one.document) : null;
      const reason = joinReasons(one.judged.doubt, official && `是否为公文有疑：${official}`);
      if (reason !== null) {
        if (one.judged.doubt === null || !isArchive(one)) doubts.push(doubtful(one, reason, context));
      } else if (one.judged.timeliness === 'late') fails.push(overdue(one, context));
    }
    const good = judged.filter((one) => one.judged.timeliness === 'onTime').length;
    return verdictOf(
      { good, fails, doubts, unmeasured: judged.length - good - fails.length - doubts.length },
      { good: '按时上网', unit: '份公文', unmeasured: '没有同时具备成文日期和发布日期的公文' },
    );
  },
});

/** Documents this many calendar days old when they appeared are an archive beyond doubt: one look at all of them will do. */
const certainArchiveDays = 730;

function isArchive({ document: { issuedOn, publishedOn } }: JudgedDocument): boolean {
  return issuedOn !== null && publishedOn !== null && diffDays(issuedOn.on, publishedOn.on) > certainArchiveDays;
}

type Context = IndicatorContext<TimelinessParams>;

function overdue(one: JudgedDocument, context: Context): FailDraft {
  const { document } = one;
  const { workdays } = context.params;
  return finding(documentEvidence(document), {
    ...figures(one, context),
    message: `${quoted(document.title)}${document.issuedOn?.on}成文，应于${one.judged.deadline}前（${workdays}个工作日内）上网，实际${document.publishedOn?.on}发布，${overText(one, context)}`,
  });
}

function doubtful(one: JudgedDocument, reason: string, context: Context): ReviewDraft {
  return doubt(documentEvidence(one.document), {
    ...figures(one, context),
    message: `${quoted(one.document.title)}是否超期须人工复核：${reason}`,
    remedy: '请核实该文件的成文日期和首次发布日期。',
  });
}

function movedArchive(archives: readonly JudgedDocument[], context: Context): ReviewDraft {
  const first = archives[0]!;
  return doubt(documentEvidence(first.document), {
    ...figures(first, context),
    message: `${archives.length}份公文成文两年以上才出现在现网址，疑为历史文件迁移，不按超期处理，如${quoted(first.document.title)}`,
    remedy: '请核实这些文件是否为改版或迁移时补录的历史文件。',
  });
}

function figures({ document, judged }: JudgedDocument, { params, workdays }: Context): Omit<FindingText, 'message'> {
  const { issuedOn, publishedOn } = document;
  const details = [
    { label: '文件', value: document.title },
    { label: '发文字号', value: document.documentNumber ?? '未见' },
    { label: '起算日期', value: issuedOn ? `${issuedOn.on}（当日不计）` : '未见' },
    { label: '起算日期来源', value: issuedOn ? `${issuedOnSources[issuedOn.source]}：${issuedOn.words}` : '未见' },
    { label: '时限', value: `${params.workdays}个工作日` },
    { label: '截止日期', value: judged.deadline ?? '无法计算' },
    { label: '发布日期', value: publishedOn?.on ?? '未见' },
    {
      label: '发布日期来源',
      value: publishedOn ? `${publishedOnSources[publishedOn.source]}：${publishedOn.words}` : '未见',
    },
    { label: '实际用时', value: judged.workdaysTaken === null ? '无法计算' : `${judged.workdaysTaken}个工作日` },
  ];
  const over = overText({ document, judged, repost: false }, { params, workdays });
  if (over) details.push({ label: '超期', value: over });
  details.push(
    ...doubtDetails(doubtReason(document, ['issuedOn', 'publishedOn', 'documentNumber', 'issuer', 'title'])),
  );
  details.push({ label: '工作日历', value: workdays.version });
  return { subject: document.url, details };
}

/** “超期1个工作日”; a publication on a day of rest right after the last day is over by no working day. */
function overText({ document, judged }: JudgedDocument, { workdays }: Pick<Context, 'params' | 'workdays'>): string {
  if (!judged.deadline || !document.publishedOn || document.publishedOn.on <= judged.deadline) return '';
  const over = workdays.between(judged.deadline, document.publishedOn.on);
  return over === 0 ? '超期不足1个工作日（届满后的休息日发布）' : `超期${over}个工作日`;
}

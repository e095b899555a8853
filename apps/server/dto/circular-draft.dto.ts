import {
  circularDraftState,
  circularDraftStates,
  circularSteps,
  reviewObjection,
  type CircularDraftState,
  type CircularStep,
} from '#casework';
import {
  explainToken,
  plainText,
  takeApart,
  unchecked,
  type Checked,
  type CircularModel,
  type Passage,
  type Piece,
  type SpecialRule,
  type Wording,
} from '#circulars';
import type {
  CircularDraftOverview,
  CircularDraftRow,
  CircularRow,
  CircularStepRow,
  CircularVersionRow,
} from '#database';
import { draftKinds, figuresOf, type draftedCircular } from '#operations';
import { WordedChangeDto } from './comparison.dto.js';
import {
  Absent,
  AbsentOne,
  Choice,
  field,
  Flag,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
  WholeOrNull,
} from './fields.js';

const Pieces = (description: string) =>
  field({ type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'integer' }] } }, description);

export class CircularPassageDto implements Passage {
  @Choice(['title', 'heading', 'paragraph']) kind!: Passage['kind'];
  @WholeOrNull('由算出的第几段而来，从 0 起；自己加的为 null') from!: number | null;
  @Pieces('段首的二级标题') lead!: Piece[];
  @Pieces('文字，或算出的数字的编号') words!: Piece[];
}

export class CheckedSentenceDto implements Checked {
  @Text() sentence!: string;
  @Text() reason!: string;
}

export class CircularWordingDto implements Wording {
  @Text('主送') recipients!: string;
  @Text('抄送；没有的为空') copyTo!: string;
  @Text('公开说明') publicNote!: string;
  @Text('整改期限') deadline!: string;
  @Many(() => CircularPassageDto, '第一段是标题') passages!: CircularPassageDto[];
  @Many(() => CheckedSentenceDto, '自己写有数字、已核对的句子') checked!: CheckedSentenceDto[];
}

export class CircularTokenDto {
  @Choice(['figure', 'quote', 'date', 'given', 'note', 'annex']) kind!: string;
  @Text() text!: string;
  @Text('从何而来') hint!: string;
}

export class CircularStepDto {
  @Choice(circularSteps) step!: CircularStep;
  @Whole('所办的是第几版') revision!: number;
  @Text() reason!: string;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class CircularVersionDto {
  @Whole('第几版；版次不一定连续') revision!: number;
  @Text() author!: string;
  @Text('时刻（UTC）') savedAt!: string;
}

export class CircularDraftVersionDto extends CircularVersionDto {
  @Flag('所据数字与最近一版相同，可以对照') isComparable!: boolean;
}

export class CircularWordedVersionDto extends CircularVersionDto {
  @One(() => CircularWordingDto) wording!: CircularWordingDto;
}

export class CircularDraftSummaryDto {
  @Text() id!: string;
  @Text() programme!: string;
  @Text('周期') period!: string;
  @Choice(draftKinds) kind!: CircularRow['kind'];
  @Text('算出的标题') title!: string;
  @Choice(circularDraftStates) state!: CircularDraftState;
  @Text('起草人') author!: string;
  @Text('起草时刻（UTC）') createdAt!: string;
  @One(() => CircularVersionDto, '最近一版') newest!: CircularVersionDto;
}

export class DraftLetterheadDto {
  @Text() id!: string;
  @Whole('起草时的版本') version!: number;
  @Text('发文机关') issuer!: string;
  @Text('机关代字') code!: string;
}

export class SpecialRuleDto {
  @Choice(['grade', 'overdue', 'indicator']) by!: SpecialRule['by'];
  @Absent('按等次的：这一等次及以下') grade?: string;
  @Absent('按指标的：指标的编号') indicator?: string;
}

export class CircularDraftDto extends CircularDraftSummaryDto {
  @Text('所据评分的时刻（UTC）') assessedAt!: string;
  @Flag('起草之后又评过分') isOutdated!: boolean;
  @Many(() => CircularTokenDto, '算出的数字、引文和日期，编号从 0 起') tokens!: CircularTokenDto[];
  @One(() => CircularWordingDto, '算出的文字') computed!: CircularWordingDto;
  @One(() => CircularWordingDto, '最近一版的文字') wording!: CircularWordingDto;
  @TextOrNull('所更正的通报；没有的为 null') corrects!: string | null;
  @TextOrNull('专项通报的范围；其他通报为 null') rule!: string | null;
  @OneOrNull(() => SpecialRuleDto, '同上，如起草时所选') special!: SpecialRuleDto | null;
  @Texts('有数字而没有人核对的句子') unchecked!: string[];
  @Many(() => CircularStepDto, '先办的在前') steps!: CircularStepDto[];
  @Many(() => CircularDraftVersionDto, '新的在前') versions!: CircularDraftVersionDto[];
  @TextOrNull('提问的人为何不能审核；能审核的为 null') reviewObjection!: string | null;
  @OneOrNull(() => DraftLetterheadDto, '起草时所取的发文模板；没有的为 null') letterhead!: DraftLetterheadDto | null;
  @TextOrNull('看来是下一个的发文字号；从来没有编过的为 null') likelyNumber!: string | null;
  @Text('服务所在的今天') today!: string;
}

export class NewCircularDraftDto {
  @Text('客户端生成的 UUID') id!: string;
  @Text() programme!: string;
  @Text('周期') period!: string;
  @Choice(draftKinds) kind!: CircularRow['kind'];
  @Absent('发文模板；缺省为在用的第一个') letterhead?: string;
  @AbsentOne(() => SpecialRuleDto, '专项通报的范围；其他通报没有') special?: SpecialRuleDto;
  @Absent('所更正的通报') corrects?: string;
}

export class ChangedCircularDraftDto {
  @Whole('所改的是第几版') revision!: number;
  @One(() => CircularWordingDto) wording!: CircularWordingDto;
  @Absent('所据评分的时刻（UTC）；与稿子现在的不同则不保存') assessedAt?: string;
}

export class SavedCircularDraftDto extends CircularVersionDto {
  @Texts('有数字而没有人核对的句子') unchecked!: string[];
}

export class NewFiguresDto {
  @Text('最近一次评分的时刻（UTC）') assessedAt!: string;
  @Many(() => WordedChangeDto, '变了的数字和段落') changes!: WordedChangeDto[];
  @Texts('数字不再算出、须去掉的句子') dropped!: string[];
}

export class TakenFiguresDto {
  @Whole('所看的是第几版') revision!: number;
}

export class NewCircularStepDto {
  @Text('客户端生成的 UUID') id!: string;
  @Choice(['sent', 'recalled', 'dropped']) step!: 'sent' | 'recalled' | 'dropped';
  @Whole('所看的是第几版') revision!: number;
  @Text('可以为空') reason!: string;
}

export class NewCircularReviewDto {
  @Text('客户端生成的 UUID') id!: string;
  @Choice(['approved', 'returned']) step!: 'approved' | 'returned';
  @Whole('所看的是第几版') revision!: number;
  @Text('退回的须写明') reason!: string;
}

export class NewCircularIssueDto {
  @Text('客户端生成的 UUID') id!: string;
  @Whole('所看的是第几版') revision!: number;
  @Text('发文字号，如“云政办发〔2026〕3号”') number!: string;
  @Text('成文日期') date!: string;
  @Absent('印发日期；缺省与成文日期同') printedOn?: string;
}

const version = ({ revision, author, savedAt }: CircularVersionRow): CircularVersionDto => ({
  revision,
  author,
  savedAt,
});

export function summariseDraft({ steps, newest, ...row }: CircularDraftOverview): CircularDraftSummaryDto {
  const { id, programme, period, kind, title, author, createdAt } = row;
  const state = circularDraftState(steps);
  return { id, programme, period, kind, title, author, createdAt, state, newest: version(newest) };
}

export interface KnownDraft {
  row: CircularDraftRow;
  drafted: Awaited<ReturnType<typeof draftedCircular>>;
  steps: CircularStepRow[];
  writers: string[];
  versions: CircularVersionRow[];
  /** Of the newest assessment of the period; null where there is none any more. */
  assessedAt: string | null;
  likelyNumber: string | null;
  today: string;
}

export function describeDraft(known: KnownDraft, account: string | null): CircularDraftDto {
  const { row, drafted, steps, writers, versions, likelyNumber, today } = known;
  const { tokens, wording: computed } = takeApart(drafted.computed);
  const figures = figuresOf(row, drafted.version);
  return {
    ...summariseDraft({ ...row, steps, newest: drafted.version }),
    ...{ assessedAt: figures.assessedAt, isOutdated: known.assessedAt !== figures.assessedAt },
    tokens: tokens.map((token) => ({
      kind: token.kind,
      text: token.kind === 'note' ? plainText(drafted.computed.notes[token.note - 1] ?? []) : token.text,
      hint: explainToken(token, drafted.computed.annex),
    })),
    corrects: drafted.computed.givens['corrects'] ?? null,
    rule: drafted.computed.givens['rule'] ?? null,
    special: drafted.computed.special ?? null,
    letterhead: letterheadOf(row, drafted.computed),
    ...{ computed, wording: drafted.wording, unchecked: unchecked(drafted.model) },
    steps: steps.map(({ step, revision, reason, author, at }) => ({ step, revision, reason, author, at })),
    versions: versions.map((one) => ({
      ...version(one),
      isComparable: figuresOf(row, one).computedSha256 === figures.computedSha256,
    })),
    reviewObjection: account === null ? '请先登录' : reviewObjection(writers, account),
    ...{ likelyNumber, today },
  };
}

function letterheadOf({ letterhead: id, letterheadVersion: version }: CircularDraftRow, computed: CircularModel) {
  const { letterhead } = computed;
  if (id === null || version === null || !letterhead) return null;
  return { id, version, issuer: letterhead.issuer, code: letterhead.code };
}

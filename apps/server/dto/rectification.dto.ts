import {
  mendStates,
  mendStateTitles,
  noticeStates,
  noticeStateTitles,
  type MendCounts,
  type MendState,
  type NoticeState,
  type ReminderSection,
} from '#casework';
import type { NewRectificationStep, RectificationStepRow } from '#database';
import type { NoticeShown, WorkReminder } from '#operations';
import { FindingSaidDto } from './appeal.dto.js';
import {
  Absent,
  Choice,
  Choices,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
  WholeOrNull,
  field,
} from './fields.js';

export const noticeDeeds = ['answer', 'request', 'recheck', 'withdraw'] as const;
const stepKinds = ['answer', 'request', 'recheck', 'withdrawal'] as const;
const stepTitles: Record<RectificationStepRow['kind'], string> = {
  answer: '反馈整改情况',
  request: '请求复测',
  recheck: '复测',
  withdrawal: '撤销通知',
};

export class SeenInDto {
  @Text('周期') period!: string;
  @Text('截至哪一日') asOf!: string;
}

export class MendedFindingDto extends FindingSaidDto {
  @Choice(mendStates, '只由通知之后的复测决定') mend!: MendState;
  @Text('整改情况名称') mendTitle!: string;
  @OneOrNull(() => SeenInDto, '由哪一期结果认定；尚未复测为 null') seenIn!: SeenInDto | null;
  @TextOrNull('单位最早在哪一日反馈；没有为 null') answeredOn!: string | null;
}

export class NoticeStepDto implements Omit<NewRectificationStep, 'account'> {
  @Text() id!: string;
  @Choice(stepKinds) kind!: RectificationStepRow['kind'];
  @Text('做了什么') title!: string;
  @TextOrNull('所答的问题；null 为全部') finding!: string | null;
  @Text('内容') words!: string;
  @Text('经办人') author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class MendCountsDto implements MendCounts {
  @Whole(mendStateTitles.mended) mended!: number;
  @Whole(mendStateTitles.notMended) notMended!: number;
  @Whole(mendStateTitles.recurred) recurred!: number;
  @Whole(mendStateTitles.notMeasured) notMeasured!: number;
  @Whole(mendStateTitles.upheld) upheld!: number;
}

export class NoticeDto {
  @Text() id!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Text('单位编号') organisation!: string;
  @Text('单位名称') organisationName!: string;
  @Text('整改要求') demand!: string;
  @Text('整改期限') dueOn!: string;
  @Text('发出人') issuer!: string;
  @Text('发出时刻（UTC）') issuedAt!: string;
  @TextOrNull('发文字号；没有编号的为 null') number!: string | null;
  @Choice(noticeStates) state!: NoticeState;
  @Text('状态名称') stateTitle!: string;
  @WholeOrNull('还剩几个工作日，最后一日为 0；已过、已完成或工作日历未及时为 null') daysLeft!: number | null;
  @WholeOrNull('逾期几个工作日；工作日历未及时为 null') daysOver!: number | null;
  @Whole('逾期升到第几级，未逾期为 0') level!: number;
  @Text('该级名称') levelTitle!: string;
  @One(() => MendCountsDto, '各种情况的问题数') counts!: MendCountsDto;
  @TextOrNull('自哪一日起自动复测；不再自动复测为 null') recheckOn!: string | null;
  @Text('自动复测的情况，一句话；没有可说的为空') recheckWords!: string;
  @Many(() => MendedFindingDto, '所涉问题，照发出时的评估结果') findings!: MendedFindingDto[];
  @Many(() => NoticeStepDto, '经过，旧的在前') steps!: NoticeStepDto[];
  @Choices(noticeDeeds, '当前账号现在可做的') may!: (typeof noticeDeeds)[number][];
}

export class UnitNoticesDto {
  @Text('单位编号') organisation!: string;
  @Text('单位名称') organisationName!: string;
  @Whole('通知数，不含已撤销的') notices!: number;
  @Whole('其中逾期的') overdue!: number;
  @Whole('最高升到第几级') level!: number;
  @Text('该级名称') levelTitle!: string;
  @One(() => MendCountsDto, '各种情况的问题数') counts!: MendCountsDto;
}

export class NoticePageDto {
  @Whole('符合条件的总数') total!: number;
  @Many(() => UnitNoticesDto, '各单位的情况，不受状态筛选影响；逾期的在前') units!: UnitNoticesDto[];
  @Many(() => NoticeDto, '逾期的在前，其余按期限') rows!: NoticeDto[];
}

export class NewNoticeDto {
  @Text('发出者自己生成的 UUID；重复提交同一编号只算一次') id!: string;
  @Text('单位的编号、名称或别名') organisation!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Texts('问题编号，一至二百个') findings!: string[];
  @Text('整改要求') demand!: string;
  @Absent('几个工作日；不填按方案', { type: 'integer' }) workdays?: number;
  @Absent('或直接写期限（YYYY-MM-DD）') dueOn?: string;
  @Absent('发文字号，代字须是在用发文模板的；不编号的不填') number?: string;
}

export class NewNoticeAnswerDto {
  @Text('提交者自己生成的 UUID') id!: string;
  @Absent('所答的问题；不填为全部') finding?: string;
  @Text('做了什么') words!: string;
}

export class NoticeReasonDto {
  @Text('提交者自己生成的 UUID') id!: string;
  @Text('理由') reason!: string;
}

export class NewRecheckDto {
  @Text('提交者自己生成的 UUID') id!: string;
}

export class NewRecheckRequestDto {
  @Text('提交者自己生成的 UUID') id!: string;
  @Absent('说明；不填则为“已整改，请复测。”') words?: string;
}

export class ReminderSectionDto implements ReminderSection {
  @Choice(['overdue', 'due', 'fresh', 'windows', 'decided', 'open', 'nonpublic']) kind!: ReminderSection['kind'];
  @Text() title!: string;
  @field({ type: String, isArray: true }, '一行一事') lines!: string[];
}

export class WorkReminderDto implements WorkReminder {
  @Text('单位编号') organisation!: string;
  @Text('单位名称') organisationName!: string;
  @Text('截至哪一日') day!: string;
  @Many(() => ReminderSectionDto, '最急的在前') sections!: ReminderSectionDto[];
}

/** @param may what the asker's rights allow; `isSample` whether the account is of the sample. */
export function describeNotice(
  row: NoticeShown,
  may: { notify: boolean; answer: boolean; isSample: boolean | null },
): NoticeDto {
  const { assessment: _assessment, sample, account: _account, findings, steps, recheck, ...shown } = row;
  const isOpen = row.state !== 'done' && row.state !== 'withdrawn' && may.isSample === sample;
  const does = {
    ...{ answer: may.answer, request: may.answer && recheck.why !== 'requested' },
    ...{ recheck: may.notify, withdraw: may.notify },
  };
  return {
    ...shown,
    stateTitle: noticeStateTitles[row.state],
    recheckOn: recheck.nextOn,
    recheckWords: recheck.words,
    findings: findings.map((one) => ({ ...one, mendTitle: mendStateTitles[one.mend] })),
    steps: steps.map(({ account: _by, round: _round, roundFinishedAt: _ended, ...step }) => ({
      ...step,
      title: stepTitles[step.kind],
    })),
    may: noticeDeeds.filter((deed) => isOpen && does[deed]),
  };
}

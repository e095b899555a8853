import {
  appealDeeds,
  appealDeedTitles,
  appealKinds,
  appealKindTitles,
  appealStates,
  appealStateTitles,
  appealSteps,
  findingStates,
  partyFault,
  type AppealDeed,
  type AppealKind,
  type AppealState,
} from '#casework';
import type { AppealRow, FindingSaid } from '#database';
import type { Author, LeftOut, FindingWindow } from '#operations';
import {
  Absent,
  AbsentOneOrNull,
  AbsentTexts,
  Choice,
  Choices,
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
import { ConfirmationDto, FigureDto, FindingEvidenceDto, findingKinds } from './scorecard.dto.js';

/** The deeds that end a matter; taking back is asked for apart. */
export const decisions = ['accept', 'partly', 'refuse'] as const;

export class FindingSaidDto implements FindingSaid {
  @Text() id!: string;
  @Text() indicator!: string;
  @Text('所指对象：网址、栏目等') subject!: string;
  @Choice(findingKinds) kind!: FindingSaid['kind'];
  @Text('问题') message!: string;
  @Text('整改办法') remedy!: string;
  @Many(() => FigureDto, '数字依据') details!: FigureDto[];
  @One(() => FindingEvidenceDto) evidence!: FindingEvidenceDto;
  @Text('要求编号') requirement!: string;
  @Text('条款') clause!: string;
  @Text('所扣分值') points!: string;
  @Choice(findingStates) state!: FindingSaid['state'];
  @AbsentOneOrNull(() => ConfirmationDto, '经人确认的；没有为 null') decided?: ConfirmationDto | null;
}

export class AppealStepDto {
  @Choice(appealDeeds) deed!: AppealDeed;
  @Text('做了什么') title!: string;
  @Text('理由；撤回时可为空') reason!: string;
  @Texts('采纳的是哪几个问题（编号）') findings!: string[];
  @TextOrNull('情况说明、豁免采纳到哪一日') until!: string | null;
  @Text('办理人') author!: string;
  @Text('办理时刻（UTC）') at!: string;
}

export class AppealFileDto {
  @Text() id!: string;
  @Text('文件名') name!: string;
  @Whole('字节') size!: number;
}

export class AppealDto {
  @Text() id!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Text('单位编号') organisation!: string;
  @Text('单位名称') organisationName!: string;
  @Choice(appealKinds, '申诉、情况说明、豁免申请') kind!: AppealKind;
  @Text('种类名称') kindTitle!: string;
  @Choice(appealStates) state!: AppealState;
  @Text('状态名称') stateTitle!: string;
  @Text('理由') reason!: string;
  @Texts('佐证网址') links!: string[];
  @Many(() => AppealFileDto, '佐证文件，在 /uploads/{编号} 下载') files!: AppealFileDto[];
  @TextOrNull('起始日期；申诉为 null') from!: string | null;
  @TextOrNull('截止日期；申诉为 null') until!: string | null;
  @TextOrNull('可提交的最后一日；工作日历未及时为 null') lastDay!: string | null;
  @TextOrNull('应在哪一日前办理；工作日历未及时为 null') decideBy!: string | null;
  @Text('提交人') sender!: string;
  @Text('提交时刻（UTC）') sentAt!: string;
  @Many(() => FindingSaidDto, '所涉问题，照当时的评估结果') findings!: FindingSaidDto[];
  @Many(() => AppealStepDto, '办理经过，旧的在前') steps!: AppealStepDto[];
  @Choices(appealDeeds, '当前账号现在可做的') may!: AppealDeed[];
}

export class LeftOutDto implements LeftOut {
  @Text('问题编号') finding!: string;
  @Text('问题；已不在这一期的为空') message!: string;
  @Text('没有提交的原因') why!: string;
}

export class SentAppealDto extends AppealDto {
  @Many(() => LeftOutDto, '没有提交的问题，逐个说明原因') left!: LeftOutDto[];
}

export class AppealCountDto {
  @Choice(appealStates) state!: AppealState;
  @Text() title!: string;
  @Whole() count!: number;
}

export class AppealPageDto {
  @Whole('符合条件的总数') total!: number;
  @Many(() => AppealCountDto, '各状态的件数，不受状态筛选影响') counts!: AppealCountDto[];
  @Many(() => AppealDto, '待办理的在前，按应办理的日期；已办理的新的在前') rows!: AppealDto[];
}

export class AppealBriefDto {
  @Text() id!: string;
  @Choice(appealKinds) kind!: AppealKind;
  @Choice(appealStates) state!: AppealState;
}

export class FindingWindowDto implements FindingWindow {
  @Text('问题编号') finding!: string;
  @TextOrNull('可提交的最后一日；工作日历未及时为 null') lastDay!: string | null;
  @WholeOrNull('还剩几个工作日，最后一日为 0；已过或没有止日为 null') daysLeft!: number | null;
  @Flag('现在可以提交') isOpen!: boolean;
  @OneOrNull(() => AppealBriefDto, '最近一次就它提交的') appeal!: AppealBriefDto | null;
}

export class NewAppealDto {
  @Text('提交者自己生成的 UUID；重复提交同一编号只算一次') id!: string;
  @Text('单位的编号、名称或别名') organisation!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Choice(appealKinds) kind!: AppealKind;
  @Texts('问题编号，一至五十个') findings!: string[];
  @Text('理由') reason!: string;
  @AbsentTexts('佐证网址') links?: string[];
  @AbsentTexts('佐证文件的编号，先上传') files?: string[];
  @Absent('情况说明、豁免的起始日期（YYYY-MM-DD）') from?: string;
  @Absent('情况说明、豁免的截止日期（YYYY-MM-DD）') until?: string;
  @Absent('不能提交的问题除外，其余照提（缺省 false，一个不能提交就都不提交）', { type: Boolean }) partly?: boolean;
}

export class NewAppealDecisionDto {
  @Choice(decisions, '采纳、部分采纳、不采纳') decision!: (typeof decisions)[number];
  @Text('理由') reason!: string;
  @AbsentTexts('部分采纳时，采纳的问题编号') findings?: string[];
  @Absent('部分采纳时，情况说明、豁免改短到哪一日') until?: string;
}

export class AppealReasonDto {
  @Text('理由') reason!: string;
}

/** @param may rights of whoever asks; `author` null for a program or nobody. */
export function describeAppeal(
  row: AppealRow,
  author: Author | null,
  may: { decide: boolean; send: boolean },
): AppealDto {
  const { assessment: _assessment, sample, account: _account, unit: _unit, steps, ...shown } = row;
  const able = (deed: AppealDeed) =>
    author !== null &&
    author.sample === sample &&
    (deed === 'withdraw' ? may.send : may.decide) &&
    appealSteps[row.state][deed] !== undefined &&
    partyFault(deed, author, row) === null;
  return {
    ...shown,
    kindTitle: appealKindTitles[row.kind],
    stateTitle: appealStateTitles[row.state],
    steps: steps.map(({ account: _by, unit: _of, ...step }) => ({ ...step, title: appealDeedTitles[step.deed] })),
    may: appealDeeds.filter(able),
  };
}

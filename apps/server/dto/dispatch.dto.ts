import { countedStates, wordWorths, type CountedState, type DispatchCounts, type WordWorth } from '#casework';
import { dispatchSummary, weeksAround, type DispatchSheet } from '#operations';
import { Choice, ChoiceOrNull, Flag, Many, One, OneOrNull, Text, TextOrNull, Whole } from './fields.js';

export class DispatchUnitDto {
  @Text('单位编号') organisation!: string;
  @Text() name!: string;
  @Choice(countedStates, '人工认定加于测得的状态之上；notApplicable 为认定不适用，不计数') state!: CountedState;
  @Text('为何如此；有人工认定的，并列测得的和认定的') reason!: string;
  @ChoiceOrNull(wordWorths, '人工认定的效力；没有认定的为 null') worth!: WordWorth | null;
  @ChoiceOrNull(countedStates, '上周的状态；没有变化或不知道的为 null') was!: CountedState | null;
}

export class DispatchRowDto {
  @Text() task!: string;
  @Text() title!: string;
  @TextOrNull() dueOn!: string | null;
  @Text('方案所写的期限') dueText!: string;
  @Flag('本周之后两周内到期，还没有完成') isDueSoon!: boolean;
  @Many(() => DispatchUnitDto, '急的在前') units!: DispatchUnitDto[];
}

export class DispatchStageDto {
  @Text() stage!: string;
  @Many(() => DispatchRowDto) rows!: DispatchRowDto[];
}

export class DispatchCountsDto implements DispatchCounts {
  @Whole() done!: number;
  @Whole('逾期完成') late!: number;
  @Whole('逾期未完成') overdue!: number;
  @Whole('今后两周到期') dueSoon!: number;
  @Whole() notMeasured!: number;
  @Whole('与上周不同') changed!: number;
  @Whole('状态经人工认定的') confirmed!: number;
  @Whole('认定与系统测得不一致、按系统测得计入的') disputed!: number;
}

export class DispatchRemarkDto {
  @Text() id!: string;
  @Text() words!: string;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class DispatchSheetDto {
  @Text('周次，如 2026-W26') week!: string;
  @Text() title!: string;
  @Text() from!: string;
  @Text() to!: string;
  @Text('上一周') previous!: string;
  @Text('下一周') next!: string;
  @TextOrNull('所据评估的基准日；还没有评估的为 null') asOf!: string | null;
  @TextOrNull('比较所据的上周评估的基准日；没有的为 null，不作比较') beforeAsOf!: string | null;
  @One(() => DispatchCountsDto, '按任务和承担单位计') counts!: DispatchCountsDto;
  @Text('一句话说明，只说有的') summary!: string;
  @Many(() => DispatchStageDto) stages!: DispatchStageDto[];
  @OneOrNull(() => DispatchRemarkDto, '调度意见；没有填写，或只看部分单位的为 null') remark!: DispatchRemarkDto | null;
}

export class NewDispatchRemarkDto {
  @Text('客户端生成的 UUID') id!: string;
  @Text() programme!: string;
  @Text('周次，如 2026-W26') week!: string;
  @Text() words!: string;
  @TextOrNull('看到的上一次意见的编号；没有的为 null') seen!: string | null;
}

export function describeDispatch(whole: DispatchSheet): DispatchSheetDto {
  const { week, remark, sample: _sample, ...sheet } = whole;
  return {
    ...{ ...sheet, summary: dispatchSummary(whole) },
    ...{ week: week.id, title: week.title, from: week.from, to: week.to, ...weeksAround(week) },
    remark: remark && { id: remark.id, words: remark.words, author: remark.author, at: remark.at },
  };
}

import { remarkKinds, remarkKindTitles, remarkState, remarkStates, remarkSteps, remarkStateTitles } from '#casework';
import type { RemarkKind, RemarkState, RemarkStep } from '#casework';
import type { PublicPageWordRow, PublicRemarkRow, PublicReleaseRow } from '#database';
import type { PublicRanking, PublicResult, PublicStanding, PublicUnit, ReleasablePeriod } from '#operations';
import { PeriodDto } from './assessment.dto.js';
import { Choice, Flag, Many, One, OneOrNull, Text, TextOrNull, Whole, WholeOrNull } from './fields.js';
import { IndicatorDto, RequirementDto, SourceDto } from './programme.dto.js';
import { RubricDto } from './rubric.dto.js';

export class PublicResultDto implements PublicResult {
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Text('周期名称') title!: string;
  @Text('评估日') asOf!: string;
  @Text('公开的日期') releasedOn!: string;
}

export class PublicProgrammeDto {
  @Text() id!: string;
  @Text() title!: string;
  @Text('满分') total!: string;
}

export class PublicPageDto {
  @Flag('所示为示例数据') sample!: boolean;
  @Text('发布机关') office!: string;
  @Text('使用许可') licence!: string;
  @Many(() => PublicResultDto, '公开的结果，新的在前') results!: PublicResultDto[];
  @Many(() => PublicProgrammeDto, '这些结果的方案') programmes!: PublicProgrammeDto[];
}

export class PublicStandingDto implements PublicStanding {
  @Text('单位编号') organisation!: string;
  @Text() name!: string;
  @Text('层级') level!: string;
  @Text('类别') category!: string;
  @TextOrNull('得分；可测度不足的不评分') score!: string | null;
  @TextOrNull('等次') grade!: string | null;
  @Text('可测度') coverage!: string;
  @WholeOrNull('名次') rank!: number | null;
  @TextOrNull('单项否决') vetoed!: string | null;
  @TextOrNull('上一期公开的得分') previousScore!: string | null;
  @WholeOrNull('上一期公开的名次') previousRank!: number | null;
}

export class PublicRankingDto implements PublicRanking {
  @One(() => PublicResultDto) result!: PublicResultDto;
  @OneOrNull(() => PublicResultDto, '与之相比的上一期公开的结果') previous!: PublicResultDto | null;
  @Many(() => PublicStandingDto) standings!: PublicStandingDto[];
}

export class PublicItemDto {
  @Text() item!: string;
  @Text('评分组') group!: string;
  @Text('评分项') title!: string;
  @Text('满分') max!: string;
  @Text('计入的分值') counted!: string;
  @TextOrNull('得分；没有测量的为 null') points!: string | null;
}

export class PublicPlaceDto {
  @Text('周期') period!: string;
  @Text('评估日') asOf!: string;
  @TextOrNull() score!: string | null;
  @TextOrNull() grade!: string | null;
  @Text('可测度') coverage!: string;
  @WholeOrNull() rank!: number | null;
}

export class PublicUnitDto implements PublicUnit {
  @One(() => PublicResultDto) result!: PublicResultDto;
  @One(() => PublicStandingDto) standing!: PublicStandingDto;
  @Many(() => PublicItemDto) items!: PublicItemDto[];
  @Many(() => PublicPlaceDto, '历次公开的结果，由早到晚') places!: PublicPlaceDto[];
}

export class PublicMethodDto {
  @One(() => PublicResultDto) result!: PublicResultDto;
  @Text('按它评分的方案') title!: string;
  @One(() => SourceDto) source!: SourceDto;
  @Many(() => RequirementDto) requirements!: RequirementDto[];
  @One(() => RubricDto) rubric!: RubricDto;
  @Many(() => IndicatorDto, '评分所用的指标') indicators!: IndicatorDto[];
  @Whole('结果公布后几个工作日内可以申诉') appealWorkdays!: number;
  @Whole('申诉几个工作日内答复') decideWorkdays!: number;
}

export class NewPublicRemarkDto {
  @Text('由提交方生成的 UUID，重复提交只算一次') id!: string;
  @Text('单位编号') organisation!: string;
  @Choice(remarkKinds, '哪一类意见') kind!: RemarkKind;
  @Text('意见，5 至 1000 字') words!: string;
  @TextOrNull('联系方式，可不填，只有主管单位看得到') contact!: string | null;
  @Text('留空') trap!: string;
}

export class ShownRemarkDto {
  @Text() id!: string;
  @Text('单位编号') organisation!: string;
  @Text('单位') name!: string;
  @Choice(remarkKinds) kind!: RemarkKind;
  @Text('类别名称') kindTitle!: string;
  @Text('意见') words!: string;
  @Text('时刻（UTC）') at!: string;
  @Text('答复') answer!: string;
  @Text('答复的时刻（UTC）') answeredAt!: string;
}

export class PublicPageWordDto implements Omit<PublicPageWordRow, 'sample' | 'account'> {
  @Text() id!: string;
  @Flag('开启') isOpen!: boolean;
  @Text('发布机关') office!: string;
  @Text('使用许可') licence!: string;
  @Text('理由') reason!: string;
  @Text('谁') author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class PublicReleaseDto implements Omit<PublicReleaseRow, 'sample' | 'account' | 'assessment'> {
  @Text() id!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Flag('公开；否则为撤下') isReleased!: boolean;
  @Text('理由') reason!: string;
  @Text('谁') author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class StandingReleaseDto extends PublicReleaseDto {
  @Text('评估日') asOf!: string;
  @Text('评分的时刻（UTC）') assessedAt!: string;
  @Flag('公开之后又评过分') isSuperseded!: boolean;
}

export class ReleasablePeriodDto extends PeriodDto {
  @OneOrNull(() => StandingReleaseDto, '在公开页上的') released!: StandingReleaseDto | null;
  @TextOrNull('最近一次评分的通报；没有的不能公开') circular!: string | null;
  @TextOrNull('最近一次公开或撤下的编号') seen!: string | null;
}

export class PublicPageStateDto {
  @OneOrNull(() => PublicPageWordDto, '现行的；从未开启为 null') word!: PublicPageWordDto | null;
  @Text('缺省的使用许可') usualLicence!: string;
  @Many(() => PublicPageWordDto, '历次开启和关闭，新的在前') words!: PublicPageWordDto[];
  @Many(() => PublicReleaseDto, '历次公开和撤下，新的在前') releases!: PublicReleaseDto[];
  @Many(() => ReleasablePeriodDto, '这个方案评过分的周期，新的在前') periods!: ReleasablePeriodDto[];
}

export class NewPublicPageWordDto {
  @Text('由提交方生成的 UUID') id!: string;
  @Flag('开启') isOpen!: boolean;
  @Text('发布机关；关闭时不看') office!: string;
  @Text('使用许可；关闭时不看') licence!: string;
  @Text('理由') reason!: string;
  @TextOrNull('所见现行的编号') seen!: string | null;
}

export class NewPublicReleaseDto {
  @Text('由提交方生成的 UUID') id!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Flag('公开；否则撤下') isReleased!: boolean;
  @Text('理由') reason!: string;
  @TextOrNull('所见最近一次公开或撤下的编号') seen!: string | null;
}

export class RemarkStepDto {
  @Text() id!: string;
  @Choice(remarkSteps) step!: RemarkStep;
  @Text('答复，或理由') words!: string;
  @Text('谁') author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class RemarkDto {
  @Text() id!: string;
  @Text('单位编号') organisation!: string;
  @Text('单位') name!: string;
  @Choice(remarkKinds) kind!: RemarkKind;
  @Text('类别名称') kindTitle!: string;
  @Text('意见') words!: string;
  @TextOrNull('联系方式，只给主管单位') contact!: string | null;
  @Text('时刻（UTC）') at!: string;
  @Choice(remarkStates) state!: RemarkState;
  @Text('状态名称') stateTitle!: string;
  @Many(() => RemarkStepDto, '办理经过，由早到晚') steps!: RemarkStepDto[];
}

export class NewRemarkAnswerDto {
  @Text('由提交方生成的 UUID') id!: string;
  @Text('答复') words!: string;
  @Whole('所见办理经过的条数') seen!: number;
}

export class NewRemarkStepDto {
  @Text('由提交方生成的 UUID') id!: string;
  @Choice(['dismissed', 'shown', 'hidden']) step!: Exclude<RemarkStep, 'answered'>;
  @Text('不予答复的理由；公开和撤下可不填') words!: string;
  @Whole('所见办理经过的条数') seen!: number;
}

/** The last word as it is told; accounts stay inside. */
export function describePageWord({ account: _, sample: __, ...word }: PublicPageWordRow): PublicPageWordDto {
  return word;
}

export function describeReleasable({ released, ...period }: ReleasablePeriod): ReleasablePeriodDto {
  if (released === null) return { ...period, released };
  const { asOf, assessedAt, isSuperseded } = released;
  return { ...period, released: { ...describeReleaseWord(released), asOf, assessedAt, isSuperseded } };
}

export function describeReleaseWord(row: PublicReleaseRow): PublicReleaseDto {
  const { id, programme, period, isReleased, reason, author, at } = row;
  return { id, programme, period, isReleased, reason, author, at };
}

export function describeRemark({ sample: _, steps, ...remark }: PublicRemarkRow): RemarkDto {
  const state = remarkState(steps);
  return {
    ...remark,
    kindTitle: remarkKindTitles[remark.kind],
    state,
    stateTitle: remarkStateTitles[state],
    steps: steps.map(({ id, step, words, author, at }) => ({ id, step, words, author, at })),
  };
}

import {
  groupKinds,
  reviewedKinds,
  roundingModes,
  sampledFacts,
  type AppliesTo,
  type Gate,
  type GradeBand,
  type ReviewGate,
  type RollUp,
  type Rounding,
  type Rubric,
  type RubricGroup,
  type RubricItem,
} from '#programmes';
import {
  Absent,
  AbsentChoice,
  AbsentChoices,
  AbsentMany,
  AbsentOne,
  AbsentTexts,
  AnyObject,
  Choice,
  Many,
  One,
  Text,
  Whole,
} from './fields.js';

export class AppliesToDto implements AppliesTo {
  @AbsentTexts('类别') categories?: string[];
  @AbsentTexts('层级') levels?: string[];
}

export class PointsForDto {
  @One(() => AppliesToDto) appliesTo!: AppliesToDto;
  @Text('这类单位的满分') points!: string;
}

export class RepeatDto {
  @Text('上期已有的问题按几倍计') times!: string;
}

export class SampleDto {
  @Whole('抽取的个数') count!: number;
  @Choice(sampledFacts, '从哪里抽取') of!: NonNullable<RubricItem['sample']>['of'];
}

export class RubricItemDto implements RubricItem {
  @Text() id!: string;
  @Text() title!: string;
  @Text() indicator!: string;
  @Text() requirement!: string;
  @Text('满分') points!: string;
  @AnyObject('计分规则，`kind` 为规则种类') rule!: RubricItem['rule'];
  @AnyObject('指标参数') params!: Record<string, unknown>;
  @AbsentOne(() => AppliesToDto, '只适用于这些单位') appliesTo?: AppliesToDto;
  @AbsentMany(() => PointsForDto, '各类单位另定的满分，取第一个适用的') pointsFor?: PointsForDto[];
  @Absent('可测对象少于此数则不测度', { type: 'integer' }) minimum?: number;
  @AbsentOne(() => RepeatDto) repeat?: RepeatDto;
  @AbsentOne(() => SampleDto, '抽样') sample?: SampleDto;
}

export class PassLineDto {
  @Text('低于此分') atLeast!: string;
  @Text('等次不高于') grade!: string;
}

export class RubricGroupDto implements RubricGroup {
  @Text() id!: string;
  @Text() title!: string;
  @Many(() => RubricItemDto) items!: RubricItemDto[];
  @AbsentMany(() => RubricGroupDto, '下一层的组') groups?: RubricGroupDto[];
  @AbsentChoice(groupKinds, '缺省 regular：得分相加') kind?: RubricGroup['kind'];
  @Absent('组的权重分') points?: string;
  @Absent('组内各项所用的满分') scale?: string;
  @Absent('组内最多扣') deductAtMost?: string;
  @Absent('加分或倒扣封顶') cap?: string;
  @AbsentOne(() => PassLineDto, '及格线') pass?: PassLineDto;
  @Absent('所看的时段', {
    type: 'object',
    // With more properties allowed, the client's type would no longer be a choice of the two.
    additionalProperties: false,
    oneOf: [
      { type: 'string', enum: ['period', 'year'] },
      {
        type: 'object',
        required: ['from', 'to'],
        properties: { from: { type: 'string' }, to: { type: 'string' } },
      },
    ],
  })
  window?: RubricGroup['window'];
  @AbsentOne(() => AppliesToDto, '只适用于这些单位') appliesTo?: AppliesToDto;
}

export class BandDto implements GradeBand {
  @Text('等次') grade!: string;
  @Text('起始分') from!: string;
  @Absent('细则所印的上限') to?: string;
}

export class GateDto implements Gate {
  @Absent('高于此分方可加分') over?: string;
  @Absent('达到此分方可加分') atLeast?: string;
  @AbsentTexts('看哪些组；缺省看总分') of?: string[];
}

export class RollUpDto implements RollUp {
  @One(() => AppliesToDto, '上级') parents!: AppliesToDto;
  @One(() => AppliesToDto, '下级') children!: AppliesToDto;
  @Choice(['worst', 'mean', 'failing']) by!: RollUp['by'];
  @Absent('下级得分所占的份额') weight?: string;
  @Absent('低于此分为不合格') failing?: string;
  @Absent('有不合格的，总分定为') fix?: string;
}

export class QuartersShareDto implements NonNullable<Rubric['quarters']> {
  @Text('各季度平均分所占的份额') weight!: string;
}

export class RoundingDto implements Rounding {
  @Whole('小数位数') digits!: Rounding['digits'];
  @Choice(roundingModes) mode!: Rounding['mode'];
}

export class ReviewGateDto implements ReviewGate {
  @AbsentChoices(reviewedKinds, '这些性质的问题') kinds?: NonNullable<ReviewGate['kinds']>;
  @AbsentTexts('这些指标查出的问题') indicators?: string[];
}

export class RubricDto implements Rubric {
  @Text() title!: string;
  @Choice(['plan', 'default']) origin!: Rubric['origin'];
  @Text() note!: string;
  @Text('满分') total!: string;
  @Text('可测度低于它则不评等次') coverageFloor!: string;
  @Many(() => BandDto) bands!: BandDto[];
  @Many(() => RubricGroupDto) groups!: RubricGroupDto[];
  @AbsentChoice(['scale', 'spread'], '不适用的分值：折算，或平均计入其他项目') notApplicable?: Rubric['notApplicable'];
  @AbsentOne(() => GateDto, '加分的门槛') gate?: GateDto;
  @Absent('加分合计封顶') bonusCap?: string;
  @Absent('总分封顶') scoreCap?: string;
  @Absent('另按此满分折算') normaliseTo?: string;
  @AbsentOne(() => RoundingDto) rounding?: RoundingDto;
  @AbsentChoice(['skip', 'dense'], '并列之后的名次') ties?: Rubric['ties'];
  @AbsentOne(() => QuartersShareDto, '季度得分怎样计入年度') quarters?: QuartersShareDto;
  @AbsentMany(() => RollUpDto, '下级单位怎样计入上级') rollUp?: RollUpDto[];
  @AbsentOne(() => ReviewGateDto, '通报之前须复核的问题') review?: ReviewGateDto;
}

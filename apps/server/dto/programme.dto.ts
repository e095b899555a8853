import type { OwnProgrammeRow } from '#database';
import { factTitles, type Indicator } from '#indicators';
import type { Conflict, Programme, Requirement } from '#programmes';
import { Choice, Flag, Many, One, Text, TextOrNull, Texts, Whole, WholeOrNull } from './fields.js';
import { describeParts, PlanPartsDto } from './plan-parts.dto.js';
import { RubricDto } from './rubric.dto.js';

export class SourceDto {
  @Text('方案文件的标题') title!: string;
  @TextOrNull('发文字号') number!: string | null;
  @Text('发文机关') issuer!: string;
  @TextOrNull('成文日期') issuedOn!: string | null;
}

export class ProgrammeSummaryDto {
  @Text() id!: string;
  @Text() version!: string;
  @Text() title!: string;
  @One(() => SourceDto) source!: SourceDto;
  @Text('满分') total!: string;
  @Choice(['plan', 'default'], '评分细则的来历：方案自带，或本项目的缺省细则') rubricOrigin!: 'plan' | 'default';
  @Whole('要求条数') requirements!: number;
  @Whole('任务条数') tasks!: number;
  @Flag('本单位选定的方案') chosen!: boolean;
  @Flag('本单位自己的方案') own!: boolean;
  @Flag('已停用') retired!: boolean;
}

export class ThresholdDto {
  @Text() name!: string;
  @Choice(['atLeast', 'atMost', 'exactly']) comparison!: 'atLeast' | 'atMost' | 'exactly';
  @Text() value!: string;
  @Text() unit!: string;
  @WholeOrNull('自哪年起') fromYear!: number | null;
  @WholeOrNull('到哪年止') untilYear!: number | null;
}

export class RequirementDto implements Pick<Requirement, 'id' | 'clause' | 'statement' | 'check' | 'responsible'> {
  @Text() id!: string;
  @Text('条款') clause!: string;
  @Text() statement!: string;
  @Choice(['automatic', 'reviewed', 'evidence', 'judgement'], '核验方式') check!: Requirement['check'];
  @Texts('责任单位') responsible!: string[];
  @TextOrNull('方案所写的期限') due!: string | null;
  @Texts('绑定的指标') indicators!: string[];
  @TextOrNull('需提交的佐证') evidence!: string | null;
  @TextOrNull('佐证由谁认定') decidedBy!: string | null;
  @TextOrNull('有两个期限时的最后期限；`due` 为目标期限') hardDue!: string | null;
  @Many(() => ThresholdDto, '方案写明的数量要求') thresholds!: ThresholdDto[];
  @TextOrNull() note!: string | null;
}

export class BasisDto {
  @Text('法规或文件') source!: string;
  @Text('条款') clause!: string;
  @Text('所要求的') text!: string;
}

export class IndicatorDto {
  @Text() id!: string;
  @Text() title!: string;
  @Text('不符合时') failureTitle!: string;
  @Many(() => BasisDto, '依据') basis!: BasisDto[];
  @Text('怎样测') measures!: string;
  @Text('看不到什么') blindSpots!: string;
  @Text('怎样整改') remedy!: string;
  @Texts('所用的数据') data!: string[];
}

export class ConflictDto implements Omit<Conflict, 'requirements'> {
  @Text() id!: string;
  @Texts('互相抵触的条款') clauses!: string[];
  @Texts('两种读法') readings!: string[];
  @Text('本系统采用的读法') taken!: string;
}

export class ProgrammeDetailDto {
  @Text() id!: string;
  @Text() version!: string;
  @Text() title!: string;
  @One(() => SourceDto) source!: SourceDto;
  @Many(() => RequirementDto) requirements!: RequirementDto[];
  @One(() => RubricDto) rubric!: RubricDto;
  @Many(() => ConflictDto) conflicts!: ConflictDto[];
  @One(() => PlanPartsDto) parts!: PlanPartsDto;
}

export function describeIndicator(indicator: Indicator): IndicatorDto {
  const { id, title, failureTitle, basis, measures, blindSpots, remedy, requires, consults } = indicator;
  return {
    ...{ id, title, failureTitle, measures, blindSpots, remedy },
    basis: basis.map(({ source, clause, text }) => ({ source, clause, text })),
    data: [
      ...requires.map((fact) => factTitles[fact]),
      ...(consults.some((one) => one !== 'peers') ? ['导入的清单、材料和认定'] : []),
      ...(consults.includes('peers') ? ['一起评估的其他单位的资料'] : []),
    ],
  };
}

/** The parts of a programme that its pages show. */
export function describeProgramme(programme: Programme): ProgrammeDetailDto {
  const { id, version, title, source, requirements, rubric, conflicts } = programme;
  return {
    id,
    version,
    title,
    source,
    requirements: requirements.map(describeRequirement),
    rubric,
    conflicts: conflicts.map(({ id, clauses, readings, taken }) => ({ id, clauses, readings, taken })),
    parts: describeParts(programme),
  };
}

function describeRequirement(requirement: Requirement): RequirementDto {
  const { id, clause, statement, check, responsible, due, indicators, evidence } = requirement;
  const { form, hardDue = null, thresholds = [], note = null } = requirement;
  return {
    id,
    clause,
    statement,
    check,
    responsible,
    due,
    indicators,
    evidence,
    hardDue,
    note,
    decidedBy: form?.decidedBy ?? null,
    thresholds: thresholds.map(({ name, comparison, value, unit, fromYear = null, untilYear = null }) => ({
      name,
      comparison,
      value,
      unit,
      fromYear,
      untilYear,
    })),
  };
}

/**
 * @param own how it is kept where it is an office's own.
 * @param chosen id of the programme that the office chose.
 */
export function summariseProgramme(
  { id, version, title, source, rubric, ...rest }: Programme,
  own: Pick<OwnProgrammeRow, 'retired'> | undefined,
  chosen: string | null,
): ProgrammeSummaryDto {
  return {
    id,
    version,
    title,
    source,
    total: rubric.total,
    rubricOrigin: rubric.origin,
    requirements: rest.requirements.length,
    tasks: rest.tasks.length,
    chosen: id === chosen,
    own: own !== undefined,
    retired: (own?.retired ?? null) !== null,
  };
}

import type { OwnProgrammeRow, ProgrammeVersionRow } from '#database';
import {
  planFieldKinds,
  planFieldParts,
  planFields,
  type PlanField,
  type PlanFieldKind,
  type PlanFieldPart,
  type Programme,
} from '#programmes';
import { WhatIfDto, WordedChangeDto } from './comparison.dto.js';
import { Absent, Choice, Flag, Many, One, OneOrNull, Text, TextOrNull, Whole, WholeOrNull } from './fields.js';
import { ScoringRunDto } from './review.dto.js';

export class ProgrammeVersionDto {
  @Whole('第几版') number!: number;
  @Text('方案名称') title!: string;
  @Text('为何这样改') reason!: string;
  @Text('由谁保存') author!: string;
  @Text('保存时刻（UTC）') createdAt!: string;
  @Text('全文的 SHA-256') sha256!: string;
}

export class RetirementDto {
  @Text('由谁') author!: string;
  @Text('理由') reason!: string;
  @Text('时刻（UTC）') createdAt!: string;
}

export class OwnProgrammeDto {
  @Text() id!: string;
  @TextOrNull('以哪个方案为底稿；上传的为 null') origin!: string | null;
  @Text('由谁建立') createdBy!: string;
  @Text('建立时刻（UTC）') createdAt!: string;
  @One(() => ProgrammeVersionDto, '最新一版') newest!: ProgrammeVersionDto;
  @OneOrNull(() => RetirementDto, '停用；使用中为 null') retired!: RetirementDto | null;
}

export class OwnProgrammeDetailDto extends OwnProgrammeDto {
  @Many(() => ProgrammeVersionDto, '各版，新的在前') versions!: ProgrammeVersionDto[];
}

export class PlanFieldDto implements Omit<PlanField, 'requirement'> {
  @Text('在全文中的位置（JSON 指针）') pointer!: string;
  @Text('同一位置，如校验所称') place!: string;
  @Text('以编号代替序号的位置，各版相同') name!: string;
  @Choice(planFieldParts, '哪一部分') part!: PlanFieldPart;
  @Text('哪一组') heading!: string;
  @Text('哪一项') subject!: string;
  @Text('是什么') label!: string;
  @Choice(planFieldKinds, '怎样填') kind!: PlanFieldKind;
  @TextOrNull('这一版的值；没有写为 null。多个词一行一个') value!: string | null;
  @Flag('可以不填') optional!: boolean;
  @TextOrNull('不填时') usual!: string | null;
  @TextOrNull('第 1 版的值；第 1 版没有写为 null') first!: string | null;
  @TextOrNull('出自哪一条') clause!: string | null;
  @TextOrNull('这一条的要求') statement!: string | null;
}

export class OwnWordingDto {
  @One(() => ProgrammeVersionDto) version!: ProgrammeVersionDto;
  @Text('全文（YAML）') text!: string;
  @Many(() => PlanFieldDto, '可以逐处改的') fields!: PlanFieldDto[];
}

export class PlanFaultDto {
  @WholeOrNull('第几行') line!: number | null;
  @Text('哪一处') place!: string;
  @Text('错在哪里') what!: string;
  @TextOrNull('可以怎样写') accepted!: string | null;
}

export class OwnTrialDto {
  @TextOrNull('改动后的全文；改不了为 null') text!: string | null;
  @Many(() => PlanFaultDto, '有误之处；有一处就不能保存') faults!: PlanFaultDto[];
  @Many(() => WordedChangeDto, '改动') changes!: WordedChangeDto[];
  @OneOrNull(() => WhatIfDto, '对所选周期的影响；没有选周期或有误为 null') comparison!: WhatIfDto | null;
}

export class OwnScoringDto {
  @OneOrNull(() => ScoringRunDto, '最近一次评分；没有为 null') run!: ScoringRunDto | null;
}

export class NewOwnProgrammeDto {
  @Text('编号：字母、数字、连字符') id!: string;
  @Text('名称') title!: string;
  @Absent('以哪个方案为底稿') from?: string;
  @Absent('或方案文件的全文（YAML），与底稿二选一') text?: string;
  @Text('说明') reason!: string;
  @Text('由提交者取的编号；同一编号再次提交不重复') deed!: string;
}

export class AskedFieldDto {
  @Text('在全文中的位置（JSON 指针）') pointer!: string;
  @TextOrNull('值；null 为不填') value!: string | null;
}

/** Exactly one of text, fields and number. */
export class NewWordingDto {
  @Whole('改动所依据的一版') base!: number;
  @Absent('全文') text?: string;
  @Absent('或逐处的值', { type: () => AskedFieldDto, isArray: true }) fields?: AskedFieldDto[];
  @Absent('或照某一版', { type: 'integer' }) number?: number;
}

export class NewTrialDto extends NewWordingDto {
  @Absent('看对哪个周期的影响；不看则不写') period?: string;
}

export class NewProgrammeVersionDto extends NewWordingDto {
  @Text('为何这样改') reason!: string;
  @Text('由提交者取的编号；同一编号再次提交不重复') deed!: string;
}

export class NewStandingDto {
  @Flag('停用，或恢复使用') retired!: boolean;
  @Text('理由') reason!: string;
}

export class NewOwnScoringDto {
  @Text('评估周期') period!: string;
}

export function describeVersion(row: ProgrammeVersionRow): ProgrammeVersionDto {
  const { number, title, reason, author, createdAt, sha256 } = row;
  return { number, title, reason, author, createdAt, sha256 };
}

export function describeOwn({ id, origin, createdBy, createdAt, newest, retired }: OwnProgrammeRow): OwnProgrammeDto {
  return { id, origin, createdBy, createdAt, newest: describeVersion(newest), retired };
}

/** @param first the first version, from which the values come that were there at the beginning. */
export function describeFields(programme: Programme, first: Programme): PlanFieldDto[] {
  const requirements = new Map(programme.requirements.map((one) => [one.id, one]));
  const firstValues = new Map(planFields(first).map(({ name, value }) => [name, value]));
  return planFields(programme).map(({ requirement, ...field }) => {
    const { clause = null, statement = null } = requirements.get(requirement ?? '') ?? {};
    return { ...field, first: firstValues.get(field.name) ?? null, clause, statement };
  });
}

/** `方案 第12行 rubric.total` as a line and a place. */
export function describeFault({
  where,
  what,
  accepted,
}: {
  where: string;
  what: string;
  accepted?: string;
}): PlanFaultDto {
  const [, line, place] = /^方案(?: 第(\d+)行)?(?: (.*))?$/su.exec(where) ?? [];
  return { line: line === undefined ? null : Number(line), place: place ?? where, what, accepted: accepted ?? null };
}

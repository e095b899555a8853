import { cadences, knownElementSets, pilotFields, type Programme } from '#programmes';
import { Choice, Many, OneOrNull, Text, TextOrNull, Texts } from './fields.js';

export class StageDto {
  @Text() name!: string;
  @TextOrNull('方案所写的起始') startText!: string | null;
  @TextOrNull('方案所写的期限') dueText!: string | null;
  @TextOrNull() startOn!: string | null;
  @TextOrNull() dueOn!: string | null;
  @TextOrNull('折算规则') dueRule!: string | null;
}

export class FieldDutyDto {
  @Text() id!: string;
  @Text('本方案的名称') name!: string;
  @Texts('其他名称') aliases!: string[];
  @Texts('牵头单位') lead!: string[];
  @Texts('责任单位') joint!: string[];
}

export class PlanFieldsDto {
  @Text() clause!: string;
  @TextOrNull() note!: string | null;
  @Many(() => FieldDutyDto) rows!: FieldDutyDto[];
}

export class DemonstrationPointsDto {
  @Text() title!: string;
  @Text() clause!: string;
  @Texts() organisations!: string[];
}

export class CadenceDto {
  @Choice(cadences) every!: (typeof cadences)[number];
  @Text() product!: string;
  @Text() clause!: string;
  @Texts('责任单位') responsible!: string[];
  @TextOrNull('计入') feeds!: string | null;
}

export class CatalogueElementDto {
  @Text() name!: string;
  @Text() definition!: string;
  @Texts('只能取的值；不限的为空') values!: string[];
}

export class ElementSetDto {
  @Text() title!: string;
  @Text() source!: string;
  @Many(() => CatalogueElementDto) elements!: CatalogueElementDto[];
}

/** What a plan carries besides requirements, rubric and conflicts. */
export class PlanPartsDto {
  @Many(() => StageDto) stages!: StageDto[];
  @OneOrNull(() => PlanFieldsDto, '试点领域') fields!: PlanFieldsDto | null;
  @Many(() => DemonstrationPointsDto, '示范点') demonstrationPoints!: DemonstrationPointsDto[];
  @Many(() => CadenceDto, '定期工作') cadence!: CadenceDto[];
  @OneOrNull(() => ElementSetDto, '公开目录应有的要素') elements!: ElementSetDto | null;
}

const titles = new Map(pilotFields.map(({ id, title }) => [id, title]));

export function describeParts(programme: Programme): PlanPartsDto {
  const { stages = [], fields, demonstrationPoints = [], cadence = [], catalogue, elementSets = [] } = programme;
  const used = [...knownElementSets, ...elementSets].find(({ id }) => id === catalogue?.uses);
  return {
    stages: stages.map(({ name, startText, dueText, startOn, dueOn, dueRule }) => ({
      name,
      startText,
      dueText,
      startOn,
      dueOn,
      dueRule: dueRule ?? null,
    })),
    fields: fields
      ? {
          clause: fields.clause,
          note: fields.note ?? null,
          rows: fields.rows.map(({ id, name, aliases = [], lead, joint = [] }) => ({
            id,
            name: name ?? titles.get(id) ?? id,
            aliases,
            lead,
            joint,
          })),
        }
      : null,
    demonstrationPoints,
    cadence: cadence.map((one) => ({ ...one, feeds: one.feeds ?? null })),
    elements: used
      ? {
          title: used.title,
          source: used.source,
          elements: used.elements.map(({ name, definition, values = [] }) => ({ name, definition, values })),
        }
      : null,
  };
}

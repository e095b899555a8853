import { reexaminationStates, reexaminationTitles, type ReexaminationState } from '#casework';
import type { LedgerWordRow } from '#database';
import type { LedgerDocument } from '#indicators';
import { ledgerVerdictTitles, type ReexaminedDocument, type UnitLedger } from '#operations';
import { LedgerUnitDto } from './document-ledger.dto.js';
import { Choice, Many, One, OneOrNull, Text, TextOrNull, Whole, WholesByName } from './fields.js';

export class ReexaminationWordDto {
  @Text() id!: string;
  @Text('复核年度') year!: string;
  @Choice(['kept', 'opened'], '继续不公开、转为主动公开') verdict!: LedgerWordRow['verdict'];
  @Text() verdictTitle!: string;
  @Text() reason!: string;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class ReexaminationDto {
  @One(() => LedgerUnitDto) organisation!: LedgerUnitDto;
  @Text('文件在各份台账中的编号') document!: string;
  @Text() title!: string;
  @TextOrNull('发文字号') documentNumber!: string | null;
  @Text('成文日期') issuedOn!: string;
  @Choice(['依申请公开', '不予公开'], '公开属性') openness!: LedgerDocument['openness'];
  @TextOrNull('不公开理由') reason!: string | null;
  @Choice(reexaminationStates) state!: ReexaminationState;
  @Text() stateTitle!: string;
  @TextOrNull('下一次复核的最后一日；不需要再复核的为 null') dueOn!: string | null;
  @TextOrNull('与网站比对所见；没有可说的为 null') site!: string | null;
  @OneOrNull(() => ReexaminationWordDto, '最近一次仍有效的复核') word!: ReexaminationWordDto | null;
}

export class ReexaminationPageDto {
  @Many(() => ReexaminationDto) rows!: ReexaminationDto[];
  @Whole() total!: number;
  @WholesByName('各种状态的件数') counts!: Record<string, number>;
  @Text('依据') basis!: string;
  @Whole('本次复核的年度') year!: number;
}

export class NewReexaminationDto {
  @Text('客户端生成的 UUID') id!: string;
  @Text('单位编号') organisation!: string;
  @Text() programme!: string;
  @Text() period!: string;
  @Text('文件编号') document!: string;
  @Choice(['kept', 'opened', 'withdrawn'], '继续不公开、转为主动公开、撤回最近一次') verdict!: string;
  @Text('理由') reason!: string;
  @TextOrNull('看到的最近一次复核的编号；没有的为 null') seen!: string | null;
}

export function describeWord({ id, subject, verdict, reason, author, at }: LedgerWordRow): ReexaminationWordDto {
  return { id, year: subject, verdict, verdictTitle: ledgerVerdictTitles[verdict], reason, author, at };
}

export function describeReexamination(
  { unit, standings }: UnitLedger,
  { listed, document, state, dueOn, word }: ReexaminedDocument,
): ReexaminationDto {
  const { title, documentNumber, issuedOn, openness, reason } = listed.document;
  const standing = standings.find((one) => one.document === document);
  const isTold = standing?.state === 'nonpublicShown' || standing?.state === 'ambiguous';
  return {
    ...{ organisation: { id: unit.id, name: unit.name }, document, title, documentNumber, issuedOn, openness, reason },
    ...{ state, stateTitle: reexaminationTitles[state], dueOn, site: isTold ? standing.why : null },
    word: word && describeWord(word),
  };
}

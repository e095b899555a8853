import { ledgerStates, matchWays, type LedgerPage, type LedgerState, type MatchWay } from '#casework';
import type { LedgerFileRow, LedgerWordRow } from '#database';
import {
  ledgerVerdictTitles,
  standingWords,
  type LedgerChange,
  type LedgerPreview,
  type UnitLedger,
} from '#operations';
import type { LedgerDocument } from '#indicators';
import {
  Choice,
  ChoiceOrNull,
  Flag,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
  WholeOrNull,
  WholesByName,
} from './fields.js';

const opennessWords = ['主动公开', '依申请公开', '不予公开'] as const;
const verdicts = Object.keys(ledgerVerdictTitles) as LedgerWordRow['verdict'][];

export class LedgerUnitDto {
  @Text() id!: string;
  @Text() name!: string;
}

export class LedgerPageDto {
  @Text() url!: string;
  @Text() title!: string;
  @TextOrNull('发文字号') documentNumber!: string | null;
  @TextOrNull('成文日期') issuedOn!: string | null;
  @TextOrNull('发布日期') publishedOn!: string | null;
  @Text('取证快照编号') capture!: string;
  @ChoiceOrNull(matchWays, '凭什么对上；只能由人认定的为 null') way!: MatchWay | null;
  @Text('凭什么对上，一句话') why!: string;
  @Flag('在上级网站上，不在本单位网站') above!: boolean;
}

export class LedgerWordDto {
  @Text() id!: string;
  @Text('网址') subject!: string;
  @Choice(verdicts, '是这份、不是这份') verdict!: LedgerWordRow['verdict'];
  @Text() reason!: string;
  @TextOrNull('当时的网页标题') title!: string | null;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class LedgerDocumentDto {
  @One(() => LedgerUnitDto) organisation!: LedgerUnitDto;
  @Text('文件在各份台账中的编号') document!: string;
  @Text() title!: string;
  @TextOrNull('发文字号') documentNumber!: string | null;
  @Text('成文日期') issuedOn!: string;
  @Choice(opennessWords, '公开属性') openness!: LedgerDocument['openness'];
  @TextOrNull('不公开理由') reason!: string | null;
  @Choice(ledgerStates) state!: LedgerState;
  @Text('一句话') why!: string;
  @TextOrNull('最迟公开日期') deadline!: string | null;
  @WholeOrNull('所用工作日') workdaysTaken!: number | null;
  @Many(() => LedgerPageDto, '对上的网页') pages!: LedgerPageDto[];
  @Many(() => LedgerPageDto, '可能是这份文件的网页，由人认定') candidates!: LedgerPageDto[];
  @Many(() => LedgerWordDto, '仍有效的认定') words!: LedgerWordDto[];
}

export class LedgerSightDto extends LedgerUnitDto {
  @Whole('台账中的文件数') documents!: number;
  @TextOrNull('网站最近读到的日期') seenOn!: string | null;
  @TextOrNull('为什么不能断定未公开；网站读全了的为 null') gap!: string | null;
}

export class LedgerPageOfDocumentsDto {
  @Many(() => LedgerDocumentDto) rows!: LedgerDocumentDto[];
  @Whole() total!: number;
  @WholesByName('各种结果的件数，不受结果和分页的限制') counts!: Record<string, number>;
  @Many(() => LedgerSightDto, '各单位的台账和网站') units!: LedgerSightDto[];
  @Whole('网站有而台账没有的') unlisted!: number;
  @Texts('有文件的年份，近的在前') years!: string[];
  @Text('时限的依据') clause!: string;
}

export class UnlistedPageDto {
  @One(() => LedgerUnitDto) organisation!: LedgerUnitDto;
  @Text() url!: string;
  @Text() title!: string;
  @TextOrNull('发文字号') documentNumber!: string | null;
  @TextOrNull('成文日期') issuedOn!: string | null;
  @TextOrNull('发布日期') publishedOn!: string | null;
  @Text('取证快照编号') capture!: string;
  @TextOrNull('为什么可能不是本单位的') doubt!: string | null;
}

export class UnlistedPagesDto {
  @Many(() => UnlistedPageDto) rows!: UnlistedPageDto[];
  @Whole() total!: number;
}

export class LedgerFaultDto {
  @Text('文件、行、列') where!: string;
  @Text() what!: string;
  @TextOrNull('接受什么') accepted!: string | null;
}

export class PreviewRowDto {
  @Whole('文件中的行号') line!: number;
  @Text('单位') organisation!: string;
  @Text() title!: string;
  @TextOrNull('发文字号') documentNumber!: string | null;
  @Text('成文日期') issuedOn!: string;
  @Choice(opennessWords, '公开属性') openness!: LedgerDocument['openness'];
  @TextOrNull('不公开理由') reason!: string | null;
  @Choice(['new', 'changed', 'same'], '新增、改动已有的、与已有的相同') change!: LedgerChange;
}

export class PreviewUnitDto extends LedgerUnitDto {
  @Whole() rows!: number;
  @Whole() added!: number;
  @Whole() changed!: number;
  @Whole() same!: number;
}

export class LedgerPreviewDto {
  @Many(() => LedgerFaultDto, '须改正的；有一处就一行也不能存') faults!: LedgerFaultDto[];
  @Whole('共几行') total!: number;
  @Many(() => PreviewRowDto, '前 200 行') rows!: PreviewRowDto[];
  @Many(() => PreviewUnitDto) units!: PreviewUnitDto[];
  @Text('这些单位台账现在的版本，确认时交回') state!: string;
}

export class LedgerFileDto {
  @Text() id!: string;
  @Text() name!: string;
  @Text('报送时刻（UTC）') importedAt!: string;
  @TextOrNull('报送人；由命令导入的为 null') author!: string | null;
  @Many(() => LedgerUnitDto, '其中的单位；由命令导入的为空') units!: LedgerUnitDto[];
  @OneOrNull(() => LedgerWithdrawalDto, '撤回；没有撤回的为 null') withdrawal!: LedgerWithdrawalDto | null;
}

export class LedgerWithdrawalDto {
  @Text() reason!: string;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class KeptLedgerDto {
  @Text() id!: string;
  @Whole() rows!: number;
}

export class NewLedgerWithdrawalDto {
  @Text('单位编号') organisation!: string;
  @Text('台账编号') file!: string;
  @Text('理由') reason!: string;
}

export class NewLedgerDecisionDto {
  @Text('客户端生成的 UUID') id!: string;
  @Text('单位编号') organisation!: string;
  @Text() programme!: string;
  @Text() period!: string;
  @Text('文件编号') document!: string;
  @Text('网址') url!: string;
  @Choice(['same', 'different', 'withdrawn'], '是这份、不是这份、撤回上一次认定') verdict!: string;
  @Text('理由，可以为空；撤回须填') reason!: string;
  @TextOrNull('看到的上一次认定的编号；没有的为 null') seen!: string | null;
}

export class NonpublicYearDto {
  @Whole() year!: number;
  @WholeOrNull('台账中当年的文件数；没有这一年台账的为 null，即未测') documents!: number | null;
  @Whole() onRequest!: number;
  @Whole() refused!: number;
  @TextOrNull('依申请公开和不予公开的占比，百分数；未测的为 null') share!: string | null;
  @ChoiceOrNull(['up', 'down', 'same'], '比上一年；没有两年可比的为 null') trend!: 'up' | 'down' | 'same' | null;
}

export class NonpublicSharesDto extends LedgerUnitDto {
  @Many(() => NonpublicYearDto) years!: NonpublicYearDto[];
}

const pageDto = ({ page, way, why, above }: LedgerPage): LedgerPageDto => ({
  ...{ url: page.url, title: page.title, documentNumber: page.documentNumber, capture: page.capture, way, why, above },
  ...{ issuedOn: page.issuedOn?.on ?? null, publishedOn: page.publishedOn?.on ?? null },
});

export function describeStandings({ unit, standings, words }: UnitLedger): LedgerDocumentDto[] {
  const standing = standingWords(words).filter(({ kind }) => kind === 'page');
  return standings.map(({ pages, candidates, ...one }) => ({
    ...one,
    organisation: { id: unit.id, name: unit.name },
    pages: pages.map(pageDto),
    candidates: candidates.map(pageDto),
    words: standing
      .filter(({ document }) => document === one.document)
      .map(({ id, subject, verdict, reason, said, author, at }) => ({
        ...{ id, subject, verdict, reason, title: said['pageTitle'] ?? null, author, at },
      })),
  }));
}

export function describeUnlisted({ unit, unlisted }: UnitLedger): UnlistedPageDto[] {
  return unlisted.map(({ page, doubt }) => ({
    ...{ organisation: { id: unit.id, name: unit.name }, url: page.url, title: page.title, doubt },
    ...{ documentNumber: page.documentNumber, issuedOn: page.issuedOn?.on ?? null, capture: page.capture },
    publishedOn: page.publishedOn?.on ?? null,
  }));
}

const shownRows = 200;

export function describePreview({ faults, rows, units, state }: LedgerPreview): LedgerPreviewDto {
  return {
    faults: faults.map(({ where, what, accepted }) => ({ where, what, accepted: accepted ?? null })),
    ...{ total: rows.length, rows: rows.slice(0, shownRows), units, state },
  };
}

export function describeLedgerFile(
  { id, name, importedAt, author, organisations, withdrawal }: LedgerFileRow,
  names: ReadonlyMap<string, string>,
): LedgerFileDto {
  return {
    ...{ id, name, importedAt, author: author ?? null },
    units: (organisations ?? []).map((unit) => ({ id: unit, name: names.get(unit) ?? unit })),
    withdrawal: withdrawal && { reason: withdrawal.reason, author: withdrawal.author, at: withdrawal.at },
  };
}

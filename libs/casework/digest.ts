import type { LocalDate } from '#calendar';

/** What waits for the office, as numbers and names. */
export interface DigestFacts {
  /** Alarms that nobody has looked into. */
  alarms: readonly string[];
  /** Findings that wait for review. */
  reviews: number;
  appeals: readonly { decideBy: LocalDate | null }[];
  /** Materials that wait for a word. */
  materials: number;
  /** Units with notices that are overdue, how many and how far they were escalated. */
  overdue: readonly { name: string; notices: number; levelTitle: string }[];
  /** Documents that are not public and wait for this year's re-examination, or still for the last. */
  nonpublic?: { due: number; overdue: number };
  /** What the public said and nobody answered yet. */
  remarks?: number;
}

export type DigestKind = 'alarms' | 'reviews' | 'appeals' | 'materials' | 'overdue' | 'nonpublic' | 'remarks';

export interface DigestLine {
  kind: DigestKind;
  text: string;
  /** Path of the page where it is done, with its query. */
  path: string;
}

const mostNames = 5;

/** What somebody in the office is to do next, a line a matter; nothing where nothing waits. */
export function officeDigest(facts: DigestFacts, today: LocalDate): DigestLine[] {
  const { alarms, reviews, appeals, materials, overdue } = facts;
  const late = appeals.filter(({ decideBy }) => decideBy !== null && decideBy < today).length;
  const soonest = appeals.flatMap(({ decideBy }) => decideBy ?? []).sort()[0];
  const lines: DigestLine[] = [];
  const add = (kind: DigestKind, path: string, text: string) => lines.push({ kind, text, path });
  if (alarms.length > 0) add('alarms', '/', `${alarms.length} 条预警待查明，查明以前不能生成通报：${named(alarms)}`);
  if (appeals.length > 0) {
    const by = late > 0 ? `，其中 ${late} 件已过应办日期` : soonest ? `，最早应在 ${soonest} 前办理` : '';
    add('appeals', '/appeals', `${appeals.length} 件申诉、说明待办理${by}`);
  }
  if (reviews > 0) add('reviews', '/reviews', `${reviews} 个问题待复核`);
  if (materials > 0) add('materials', '/materials', `${materials} 份佐证材料待审定`);
  if (overdue.length > 0) {
    const names = overdue.map(({ name, notices, levelTitle }) => {
      const many = notices > 1 ? `${notices} 份` : '';
      return many || levelTitle ? `${name}（${[many, levelTitle].filter(Boolean).join('，')}）` : name;
    });
    add('overdue', '/appeals', `${overdue.length} 家单位整改逾期：${named(names)}`);
  }
  if (facts.nonpublic && facts.nonpublic.due + facts.nonpublic.overdue > 0)
    add('nonpublic', '/ledger', reexaminationText(facts.nonpublic));
  if (facts.remarks) add('remarks', '/appeals?tab=remarks', `${facts.remarks} 条公众意见待答复`);
  return lines;
}

/** “3 份不公开文件本年待复核，另有 1 份逾期未复核”. */
export function reexaminationText({ due, overdue }: { due: number; overdue: number }): string {
  const late = overdue > 0 ? `${overdue} 份不公开文件逾期未复核` : '';
  const open = due > 0 ? `${due} 份不公开文件本年待复核` : '';
  return [late, open].filter((part) => part !== '').join('，');
}

function named(names: readonly string[]): string {
  return names.slice(0, mostNames).join('、') + (names.length > mostNames ? '等' : '');
}

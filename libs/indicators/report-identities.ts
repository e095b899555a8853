import type { Figure, ReportTables, RequestRow, RequestTable } from '#facts';

/** One place where the two sides were read and differ. */
export interface BrokenIdentity {
  /** Column or row, for a reader: “自然人”列. */
  where: string;
  /** Each side with its figures: “5＋1＝6”. */
  left: string;
  right: string;
  /** Labels that stand on the page. */
  marks: string[];
}

export interface IdentityJudgement {
  /** `unread`: nothing contradicts it, but not all of its figures could be read. */
  state: 'holds' | 'broken' | 'unread';
  broken: readonly BrokenIdentity[];
  /** Why the figures may agree all the same, or null. */
  unsure: string | null;
}

/** What must agree within the statistics tables of a report (国办公开办函〔2021〕30号 附件). */
export interface TableIdentity {
  id: string;
  title: string;
  judge(tables: ReportTables): IdentityJudgement;
}

/** A place of an identity: null where a figure of it could not be read. */
type Place = BrokenIdentity | 'holds' | null;

const unread: IdentityJudgement = { state: 'unread', broken: [], unsure: null };

export const identities: readonly TableIdentity[] = [
  {
    id: 'balance',
    title: '本年新收与上年结转之和，应等于办理结果总计与结转下年度之和',
    judge: ({ requests }) => (requests ? judgement(balances(requests)) : unread),
  },
  {
    id: 'results',
    title: '各类办理结果之和应等于办理结果总计',
    judge: ({ requests }) => (requests ? judgement(results(requests), unsureOfResults(requests)) : unread),
  },
  {
    id: 'applicants',
    title: '各类申请人之和应等于总计',
    judge: ({ requests }) => (requests && areApplicants(requests.columns) ? judgement(applicants(requests)) : unread),
  },
  {
    id: 'appeals',
    title: '复议、诉讼各种结果之和应等于总计',
    judge: ({ appeals }) =>
      appeals ? judgement(appeals.groups.map(({ name, figures }) => sumOf(`“${name}”`, figures, []))) : unread,
  },
];

function judgement(places: readonly Place[], unsure: string | null = null): IdentityJudgement {
  const broken = places.filter((place): place is BrokenIdentity => place !== 'holds' && place !== null);
  if (broken.length > 0) return { state: 'broken', broken, unsure };
  return { state: places.length === 0 || places.includes(null) ? 'unread' : 'holds', broken, unsure: null };
}

/** 一＋二＝三＋四, as the form itself says, in each column. */
function balances({ columns, rows }: RequestTable): Place[] {
  const row = (kind: RequestRow['kind']) => rows.find((one) => one.kind === kind);
  const [received, carried, total, forward] = [row('received'), row('carried'), row('total'), row('forward')];
  if (!received || !carried || !total || !forward) return [];
  return columns.map((column, n) => {
    const figures = [received, carried, total, forward].map((one) => one.figures[n] ?? null);
    if (!areRead(figures)) return null;
    const [fresh, old, done, open] = figures as [number, number, number, number];
    if (fresh + old === done + open) return 'holds';
    return {
      where: `“${column}”列`,
      left: `新收${fresh}＋结转${old}＝${fresh + old}`,
      right: `总计${done}＋结转下年度${open}＝${done + open}`,
      marks: [received.name, carried.name, total.name, forward.name],
    };
  });
}

function results({ columns, rows }: RequestTable): Place[] {
  const parts = rows.filter(({ kind }) => kind === 'result');
  const total = rows.find(({ kind }) => kind === 'total');
  if (!total || parts.length === 0) return [];
  return columns.map((column, n) => {
    const figures = parts.map((part) => part.figures[n] ?? null);
    return sumOf(`“${column}”列`, [...figures, total.figures[n] ?? null], [total.name]);
  });
}

/** A class of results that was not found may hold what is missing. */
function unsureOfResults({ rows }: RequestTable): string | null {
  const found = new Set(rows.flatMap(({ group }) => group ?? []));
  const lacking = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'].filter(
    (_, n) => !found.has(n + 1),
  );
  return lacking.length === 0 ? null : `没有认出“${lacking.join('”“')}”的行`;
}

const classes = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

/** Natural persons and legal persons, whole or by their classes; never both, which would count them twice. */
function areApplicants(columns: readonly string[]): boolean {
  const legal = columns.slice(1, -1);
  if (columns[0] !== '自然人') return false;
  return legal.join() === '法人或其他组织' || legal.join() === classes.join();
}

function applicants({ rows }: RequestTable): Place[] {
  return rows.map(({ name, figures }) => sumOf(`“${name}”行`, figures, [name]));
}

/** All but the last figure add up to the last. */
function sumOf(where: string, figures: readonly Figure[], marks: string[]): Place {
  if (!areRead(figures) || figures.length < 2) return null;
  const parts = figures.slice(0, -1);
  const total = figures.at(-1)!;
  const sum = parts.reduce((before, part) => before + part, 0);
  if (sum === total) return 'holds';
  const told = parts.filter((part) => part !== 0);
  const left = told.length > 1 ? `${told.join('＋')}＝${sum}` : `各项之和${sum}`;
  return { where, left, right: `总计${total}`, marks };
}

function areRead(figures: readonly Figure[]): figures is readonly number[] {
  return figures.every((figure) => figure !== null);
}

import { countedStateTitles, findingStateTitles } from '#casework';
import type { FindingRow } from '#database';
import type { OutcomeKind } from '#indicators';
import { points, printPercent, printPoints, share, tidy } from '#kernel';
import { rubricItems } from '#programmes';
import type { Scorecard } from '#scoring';
import { noticesTable } from './annex-notices.js';
import { type Annex, type AnnexRow, type AnnexTable, compare, numberColumn, textColumn } from './annex-table.js';
import { quarterCells, quarterColumns, quarterShares } from './annex-quarters.js';
import { daysInWords } from './days-in-words.js';
import type { CircularSnapshot } from './snapshot.js';

/** Order of the classes of units on paper. */
const categories = ['政府', '部门', '街镇', '园区', '村居', '单位'];

/** Of a unit that has a score and no grade. */
export const withoutGrade = '不评等次';

/** The annexes of a snapshot. Pure; every cell comes straight from the snapshot. */
export function buildAnnex(snapshot: CircularSnapshot): Annex {
  const ranking = withCleanCells(rankingTable(snapshot));
  const findings = withCleanCells(findingsTable(snapshot));
  if (snapshot.kind === 'special') {
    const notices = snapshot.special?.rule.by === 'overdue' ? [withCleanCells(noticesTable(snapshot))] : [];
    return [ranking, ...notices, findings];
  }
  const indicators = withCleanCells(indicatorsTable(snapshot));
  const tasks = withCleanCells(tasksTable(snapshot));
  if (snapshot.kind === 'weekly') return [tasks, findings, ranking];
  if (snapshot.kind === 'annual' && snapshot.tasks.length > 0) return [ranking, findings, tasks, indicators];
  return [ranking, findings, indicators];
}

/** Words from crawled pages as any file can carry them: one line, no control characters, no half of a surrogate pair. */
function cleanText(text: string): string {
  const whole = text
    .slice(0, 5000)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
  return tidy(whole.replace(/[\p{Cc}\ufffe\uffff]/gu, ' '));
}

function withCleanCells(table: AnnexTable): AnnexTable {
  const clean = (row: AnnexRow): AnnexRow =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? cleanText(value) : value]),
    );
  return { ...table, rows: table.rows.map(clean) };
}

/** Findings that are open problems: not mended, and no mere doubts. */
export function openFindings(snapshot: CircularSnapshot): FindingRow[] {
  return snapshot.findings.filter((finding) => finding.kind === 'fail' && finding.state !== 'fixed');
}

/** A finding names its unit by id or by name; the circular prints the name. */
export function unitNamer(scorecards: Scorecard[]): (unit: string) => string {
  const names = new Map(scorecards.map(({ organisation }) => [organisation.id, organisation.name]));
  return (unit) => names.get(unit) ?? unit;
}

const rankingColumns = [
  numberColumn('rank', '名次', 6),
  textColumn('organisation', '单位', 24),
  textColumn('category', '类别', 8, 'center'),
  numberColumn('score', '得分', 8),
  numberColumn('previous', '上期得分', 8),
  numberColumn('change', '增减', 8),
  textColumn('grade', '等次', 10, 'center'),
  numberColumn('coverage', '可测度（%）', 8),
  numberColumn('findings', '问题数', 8),
  numberColumn('reviews', '待复核数', 8),
  numberColumn('fixed', '已整改数', 8),
  numberColumn('sites', '网站数', 8),
  numberColumn('read', '已测网站数', 8),
  textColumn('note', '备注', 22),
];

const scoreNotes = [
  '名次在同一类别的单位之间排列；未评分的单位不排名。',
  '可测度为能够测评的分值占应测分值的比例；未能测评的内容不扣分，也不视为合格。',
];

const rankingTitles: Partial<Record<CircularSnapshot['kind'], string>> = {
  weekly: '各单位问题情况表',
  special: '通报单位情况表',
};

/** The weekly circular has no scores. */
const weeklyColumns = ['organisation', 'category', 'findings', 'reviews', 'fixed', 'sites', 'read', 'note'];

function rankingTable(snapshot: CircularSnapshot): AnnexTable {
  const nameOf = unitNamer(snapshot.scorecards);
  const open = tally(openFindings(snapshot).map((finding) => nameOf(finding.organisation)));
  const doubts = snapshot.findings.filter((finding) => finding.kind === 'review');
  const reviews = tally(doubts.map((finding) => nameOf(finding.organisation)));
  const mended = snapshot.findings.filter((finding) => finding.kind === 'fail' && finding.state === 'fixed');
  const fixed = tally(mended.map((finding) => nameOf(finding.organisation)));
  const before = new Map(snapshot.previousScorecards?.map((card) => [card.organisation.id, card.score]) ?? []);
  const sites = new Map(snapshot.sites.map((count) => [count.organisation, count]));

  const shares = quarterShares(snapshot);
  const whole = rankingColumns.flatMap((column) =>
    shares && column.key === 'score' ? [...quarterColumns(), column] : [column],
  );
  const rows = [...snapshot.scorecards].sort(inOrder).map((card): AnnexRow => {
    const { name } = card.organisation;
    const previous = before.get(card.organisation.id) ?? null;
    return {
      rank: card.rank,
      organisation: name,
      category: card.organisation.category,
      ...(shares ? quarterCells(card) : {}),
      score: card.score === null ? null : Number(card.score),
      previous: previous === null ? null : Number(previous),
      change: card.score === null || previous === null ? null : Number(printPoints(points(card.score).minus(previous))),
      grade: card.score === null ? '未评分' : (card.grade ?? withoutGrade),
      coverage: Number(printPercent(points(card.coverage))),
      findings: open.get(name) ?? 0,
      reviews: reviews.get(name) ?? 0,
      fixed: fixed.get(name) ?? 0,
      sites: sites.get(name)?.sites ?? 0,
      read: sites.get(name)?.read ?? 0,
      note: noteOf(card),
    };
  });
  return {
    id: 'ranking',
    title: rankingTitles[snapshot.kind] ?? '得分排名表',
    columns: snapshot.kind === 'weekly' ? rankingColumns.filter(({ key }) => weeklyColumns.includes(key)) : whole,
    rows,
    notes: [
      ...(snapshot.kind === 'weekly' ? [] : scoreNotes),
      ...(shares
        ? [
            `得分由年度测评（占${shares.year}）和有得分的各季度的平均分（占${shares.quarters}）合成；各季度都没有得分的，只按年度测评计。`,
          ]
        : []),
      '待复核数为系统发现的疑似问题，经人工复核前不扣分、不通报。',
    ],
  };
}

function inOrder(left: Scorecard, right: Scorecard): number {
  const category = (card: Scorecard) => {
    const at = categories.indexOf(card.organisation.category);
    return at < 0 ? categories.length : at;
  };
  return (
    category(left) - category(right) ||
    (left.rank ?? Infinity) - (right.rank ?? Infinity) ||
    compare(left.organisation.name, right.organisation.name)
  );
}

function noteOf(card: Scorecard): string {
  if (card.vetoed !== null) return `单项否决：${card.vetoed}`;
  if (card.score === null) return '未能测评，不等于没有公开';
  return card.grade === null ? '可测度不足，不评等次' : '';
}

function tally(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function findingsTable(snapshot: CircularSnapshot): AnnexTable {
  const nameOf = unitNamer(snapshot.scorecards);
  const titles = new Map(snapshot.indicators.map((indicator) => [indicator.id, indicator.failureTitle]));
  const order = new Map([...snapshot.scorecards].sort(inOrder).map((card, i) => [card.organisation.name, i]));
  const place = (finding: FindingRow) => order.get(nameOf(finding.organisation)) ?? order.size;
  const rows = openFindings(snapshot)
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        compare(a.indicator, b.indicator) ||
        compare(a.subject, b.subject) ||
        compare(a.id, b.id),
    )
    .map((finding, i): AnnexRow => ({
      number: i + 1,
      organisation: nameOf(finding.organisation),
      problem: titles.get(finding.indicator) ?? finding.indicator,
      message: daysInWords(finding.message),
      clause: finding.clause,
      points: Number(finding.points),
      state: findingStateTitles[finding.state],
      remedy: finding.remedy,
      url: finding.evidence.url,
      capture: finding.evidence.capture,
    }));
  return {
    id: 'findings',
    title: '问题清单',
    columns: [
      numberColumn('number', '序号', 7),
      textColumn('organisation', '单位', 16),
      textColumn('problem', '问题类别', 16),
      textColumn('message', '具体问题', 40),
      textColumn('clause', '依据条款', 14, 'center'),
      numberColumn('points', '扣分', 7),
      textColumn('state', '状态', 10, 'center'),
      textColumn('remedy', '整改建议', 26),
      textColumn('url', '网页地址', 24),
      textColumn('capture', '取证编号', 14),
    ],
    rows,
    notes: ['每条问题均有取证快照，可凭取证编号核对测评时看到的页面。'],
  };
}

function indicatorsTable(snapshot: CircularSnapshot): AnnexTable {
  const titles = new Map(snapshot.indicators.map((indicator) => [indicator.id, indicator]));
  const groups = new Map<string, OutcomeKind[]>();
  for (const card of snapshot.scorecards) {
    for (const result of card.results) {
      groups.set(result.indicator, [...(groups.get(result.indicator) ?? []), result.outcome]);
    }
  }
  // In the order of the rubric, then by id.
  const rubric = rubricItems(snapshot.programme.rubric).map((item) => item.indicator);
  const rank = (id: string) => (rubric.includes(id) ? rubric.indexOf(id) : rubric.length);
  const ids = [...groups.keys()].sort((left, right) => rank(left) - rank(right) || compare(left, right));
  const rows = ids.map((id): AnnexRow => {
    const outcomes = groups.get(id) ?? [];
    const of = (kind: OutcomeKind) => outcomes.filter((outcome) => outcome === kind).length;
    const judged = of('pass') + of('fail');
    return {
      indicator: titles.get(id)?.title ?? id,
      problem: titles.get(id)?.failureTitle ?? id,
      judged,
      pass: of('pass'),
      fail: of('fail'),
      rate: judged === 0 ? null : Number(printPercent(share(of('pass'), judged))),
      review: of('needsReview'),
      unmeasured: of('notMeasured'),
      exempt: of('notApplicable'),
    };
  });
  return {
    id: 'indicators',
    title: '各指标情况',
    columns: [
      textColumn('indicator', '指标', 26),
      textColumn('problem', '不合格时的问题类别', 24),
      numberColumn('judged', '测评单位数', 8),
      numberColumn('pass', '合格', 7),
      numberColumn('fail', '不合格', 7),
      numberColumn('rate', '合格率（%）', 9),
      numberColumn('review', '待复核', 7),
      numberColumn('unmeasured', '未能测评', 8),
      numberColumn('exempt', '不适用', 7),
    ],
    rows,
    notes: [rateNote],
  };
}

/** How the rate is computed and rounded; also the footnote of the text. */
export const rateNote =
  '合格率＝合格数÷（合格数＋不合格数）×百分之百，四舍五入保留一位小数；待复核、未能测评和不适用的不计入。';

function tasksTable(snapshot: CircularSnapshot): AnnexTable {
  return {
    id: 'tasks',
    title: '重点任务进展表',
    columns: [
      numberColumn('number', '序号', 7),
      textColumn('stage', '阶段', 14),
      textColumn('title', '任务', 34),
      textColumn('responsible', '责任单位', 22),
      textColumn('due', '完成时限', 14, 'center'),
      textColumn('state', '状态', 12, 'center'),
      textColumn('reason', '说明', 30),
      textColumn('evidence', '核对依据', 24),
    ],
    rows: snapshot.tasks.map((task, i): AnnexRow => ({
      number: i + 1,
      stage: task.stage,
      title: task.title,
      responsible: task.responsible.join('、'),
      due: task.dueText,
      state: countedStateTitles[task.state],
      reason: daysInWords(task.reason),
      evidence: [...new Set(task.evidence.map((each) => each.url))].slice(0, 3).join(' '),
    })),
    notes: ['未能核实的任务没有可供核对的网上依据，由责任单位报送证明材料。'],
  };
}

import { captureId, type Capture, type PageRequest, type Visit } from '#evidence';
import type { PageReading, SiteFacts } from '#facts';
import type { Finding, IndicatorResult, OrganisationRef } from '#indicators';
import type { Scorecard } from '#scoring';
import type { AssessmentRow, OrganisationRow } from '#database';
import { stableId } from '#kernel';

export const visit: Visit = {
  as: 'detail',
  columnKey: 'policy',
  columnName: '政策文件',
  from: null,
  linkText: null,
  listPage: 1,
  depth: 1,
};

export const get = (url: string): PageRequest => ({ url, method: 'GET' });

export function capture(round: string, site: string, url: string, more: Partial<Capture> = {}): Capture {
  const request = get(url);
  return {
    id: captureId(round, site, request),
    round,
    site,
    request,
    visit,
    finalUrl: url,
    redirects: [],
    fetchedAt: '2022-10-08T01:02:03.456Z',
    outcome: 'ok',
    status: 200,
    headers: { 'content-type': 'text/html' },
    sha256: 'a'.repeat(64),
    size: 12345678901,
    charset: 'gb18030',
    via: 'http',
    note: null,
    revisit: null,
    screenshot: null,
    ...more,
  };
}

export function reading(title: string): PageReading {
  return {
    kind: 'document',
    family: 'generic',
    siteName: '云岭县人民政府',
    columnName: '政策文件',
    title,
    detail: null,
    list: null,
    columns: [],
    follow: [],
    needsBrowser: false,
    softNotFound: false,
    challenged: false,
  };
}

export const emptyFacts: SiteFacts = {
  siteName: '云岭县人民政府',
  home: null,
  documents: [],
  interpretations: [],
  columns: [],
  annualReports: [],
  catalogue: [],
  unread: [],
  pages: 0,
};

export function organisation(name: string, more: Partial<OrganisationRow> = {}): OrganisationRow {
  return {
    id: stableId('organisation', name),
    name,
    aliases: [],
    level: '县',
    category: '部门',
    parent: null,
    site: null,
    extra: {},
    sample: true,
    ...more,
  };
}

export function finding(unit: OrganisationRef, indicator: string, subject: string, kind: Finding['kind']): Finding {
  return {
    id: stableId(unit.id, indicator, subject),
    organisation: unit.id,
    indicator,
    subject,
    kind,
    message: '文件晚于规定时限上网。',
    remedy: '请按时上网。',
    details: [{ label: '用时', value: '21 个工作日' }],
    evidence: { capture: 'c1', url: subject, marks: ['2022-10-08'] },
  };
}

export interface InventedResult {
  indicator: string;
  outcome: IndicatorResult['outcome'];
  max: string;
  points: string | null;
  measured: number;
  of: number;
  findings: Finding[];
}

/** A scorecard with one group whose items are the results given. */
export function scorecard(unit: OrganisationRef, period: string, asOf: string, results: InventedResult[]): Scorecard {
  const score = results.reduce((sum, { points }) => sum + Number(points ?? 0), 0).toString();
  const base = { counted: '10', rule: '', reason: '', findings: [] };
  return {
    organisation: unit,
    programme: 'pingliang-2020',
    programmeVersion: '1',
    period,
    asOf,
    evidenceDigest: 'd',
    score,
    grade: '良好',
    coverage: '0.93',
    vetoed: null,
    rank: 1,
    tree: {
      ...base,
      id: 'root',
      title: '总分',
      kind: 'root',
      max: '20',
      before: score,
      points: score,
      children: [
        {
          ...base,
          id: 'group',
          title: '主动公开',
          kind: 'group',
          max: '20',
          before: score,
          points: score,
          children: results.map((result) => ({
            ...base,
            id: `item-${result.indicator}`,
            title: `${result.indicator} 项`,
            kind: 'item' as const,
            max: result.max,
            before: result.points === null ? null : result.max,
            points: result.points,
            indicator: result.indicator,
            requirement: 'PL-04',
            clause: '二(二)4',
            outcome: result.outcome,
            measured: result.measured,
            of: result.of,
            unmeasured: 0,
            findings: result.findings.map(({ id }) => id),
            children: [],
          })),
        },
      ],
    },
    results: results.map((result) => ({
      indicator: result.indicator,
      version: 1,
      outcome: result.outcome,
      measured: result.measured,
      of: result.of,
      unmeasured: 0,
      message: '',
      findings: result.findings,
    })),
  };
}

export function assessment(round: string, period: string, asOf: string, scorecards: Scorecard[]): AssessmentRow {
  return {
    programme: 'pingliang-2020',
    programmeVersion: '1',
    period,
    asOf,
    round,
    assessedAt: `${asOf}T08:00:00.000Z`,
    scorecards,
    tasks: [
      {
        programme: 'pingliang-2020',
        period,
        task: 'T1',
        stage: '部署',
        title: '制定方案',
        responsible: ['县政府办'],
        startOn: null,
        dueOn: '2020-09-30',
        dueText: '9月底前',
        state: 'notMeasured',
        reason: '没有可自动核验的证据。',
        evidence: [],
      },
    ],
  };
}

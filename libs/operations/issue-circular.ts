import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parsePeriod, previousPeriod, type Period } from '#calendar';
import { narrowed, writeCircular, type CircularKind, type CircularSnapshot, type SpecialRule } from '#circulars';
import { findBrowser, type BrowserSettings } from '#crawlers';
import { unnumbered, type AssessmentRow, type CircularRow, type OrganisationRow, type Stores } from '#database';
import { indicators } from '#indicators';
import { BadInput, refused, stableId } from '#kernel';
import { holdToAlarms } from './casework/alarms.js';
import { overdueNotices } from './casework/overdue-notices.js';
import { holdForReview } from './casework/review-gate.js';
import { today } from './clock.js';
import type { House } from './house.js';
import { areaOf, localise } from './local-offices.js';
import { chooseLetterhead, type ChosenLetterhead } from './letterheads.js';
import { asScored, lookUpProgramme } from './plans.js';
import { evidenceOf } from './site-evidence.js';
import { chooseUnits, isSample } from './units.js';

export const circularKinds = ['weekly', 'monthly', 'quarterly', 'annual'] as const satisfies readonly CircularKind[];
/** Written at once, without a draft. */
export type WrittenKind = (typeof circularKinds)[number];
/** A special circular is drafted: somebody says whom it is about. */
export const draftKinds = [...circularKinds, 'special'] as const satisfies readonly CircularKind[];

export interface CircularRequest {
  programme: string;
  period: string;
  kind: CircularKind;
  /** Folder for the files. */
  out: string;
  only?: string[];
  /** Of a special circular, and of no other: whom it is about. */
  special?: SpecialRule | undefined;
  /** The circular that it corrects, as its text names it. */
  corrects?: string | undefined;
  /** 发文模板; without it the first in use, where there is any. */
  letterhead?: string | undefined;
  /** On the sample, or on the real units; without it on the real ones as soon as there are any. */
  sample?: boolean;
}

/** What a circular is written from, and the browser that prints it. */
export type CircularBooks = Stores & Pick<House, 'blobs' | 'clock'> & { settings: BrowserSettings };

/**
 * Writes the circular on the last assessment of a programme and period, and keeps it for the dashboards.
 * @throws BadInput when the period was not assessed yet, or the programme wants something reviewed before.
 */
export async function issueCircular(
  house: CircularBooks,
  request: CircularRequest,
): Promise<{ circular: CircularRow; files: string[]; warnings: string[] }> {
  const { snapshot, sample } = await freezeCircular(house, request);
  const outDir = resolve(request.out);
  const written = await writeCircular(snapshot, { outDir, browserPath: findBrowser(house.settings) });
  const files = await Promise.all(
    written.files.map(async ({ kind, path }) => {
      const bytes = await readFile(path);
      return {
        format: kind,
        name: basename(path),
        sha256: await house.blobs.put(bytes),
        size: (await stat(path)).size,
      };
    }),
  );
  const circular: CircularRow = {
    id: stableId(
      'circular',
      snapshot.programme.id,
      snapshot.period.id,
      request.kind,
      ...files.map((file) => file.sha256),
    ),
    programme: snapshot.programme.id,
    period: snapshot.period.id,
    kind: request.kind,
    title: written.title,
    sample,
    assessment: null,
    createdAt: house.clock.now().toISOString(),
    files,
    ...unnumbered,
  };
  await house.circulars.saveCircular(circular);
  return { circular, files: written.files.map((file) => file.path), warnings: written.warnings };
}

/**
 * Everything that a circular on the last assessment says.
 * @throws BadInput as `issueCircular`
 */
export async function freezeCircular(
  house: Omit<CircularBooks, 'settings'>,
  request: Omit<CircularRequest, 'out'>,
): Promise<{ snapshot: CircularSnapshot; sample: boolean; chosen: ChosenLetterhead | null }> {
  const found = await lookUpProgramme(request.programme, house);
  const period = parsePeriod(request.period);
  const units = await chooseUnits(house, request.only, request.sample);
  const sample = isSample(units);
  const assessment = await assessmentOf(house, found.programme.id, period, sample, units);
  const programme = await asScored(found, assessment, house);
  if (!assessment)
    throw new BadInput([
      {
        where: '通报',
        what: `${period.title}还没有按方案 ${programme.id} 评过分`,
        accepted: '先评分，再生成通报',
      },
    ]);
  await holdForReview(house, { programme, period: period.id, sample, units });
  const head = await house.assessments.head({ programme: programme.id, period: period.id, sample });
  if (head) await holdToAlarms(house, head);
  const before = previousPeriod(period);
  const previous = await assessmentOf(house, programme.id, before, sample, units);
  const unitIds = new Set(units.map((unit) => unit.id));
  const { rows: findings } = await house.assessments.findings({ programme: programme.id, period: period.id, sample });
  const evidence = await evidenceOf(house, units, false);
  const area = areaOf(units);
  const { kind, special } = request;
  if ((kind === 'special') !== (special !== undefined))
    throw refused(
      '通报范围',
      special ? '只有专项通报可以选范围' : '没有写明专项通报哪些单位',
      '等次、整改逾期或一项指标',
    );
  const chosen = await chooseLetterhead(house, sample, { id: request.letterhead });
  const whole: CircularSnapshot = {
    kind,
    programme: { ...programme, circular: localise(programme.circular, area) },
    period,
    ...(previous ? { previousPeriod: before, previousScorecards: previous.scorecards } : {}),
    area,
    date: today(house.clock),
    asOf: assessment.asOf,
    scorecards: assessment.scorecards,
    findings: findings.filter((finding) => unitIds.has(finding.organisation)),
    tasks: assessment.tasks,
    sites: units
      .filter((unit) => unit.site !== null)
      .map((unit) => ({
        organisation: unit.name,
        sites: 1,
        read: evidence.get(unit.id)?.facts.home?.outcome === 'ok' ? 1 : 0,
      })),
    indicators: indicators.map(({ id, title, failureTitle }) => ({ id, title, failureTitle })),
    ...(chosen ? { letterhead: chosen.letterhead } : {}),
    ...(request.corrects === undefined ? {} : { corrects: request.corrects }),
    sample,
  };
  const notices = special?.by === 'overdue' ? await overdueNotices(house, programme, sample) : [];
  return { snapshot: special ? narrowed(whole, { rule: special, notices }) : whole, sample, chosen };
}

async function assessmentOf(
  house: Pick<Stores, 'assessments'>,
  programme: string,
  period: Period,
  sample: boolean,
  units: OrganisationRow[],
): Promise<AssessmentRow | null> {
  const assessment = await house.assessments.assessment({ programme, period: period.id, sample });
  if (!assessment) return null;
  const chosen = new Set(units.map((unit) => unit.id));
  return { ...assessment, scorecards: assessment.scorecards.filter((card) => chosen.has(card.organisation.id)) };
}

import { officeDigest, remarkState, type DigestLine } from '#casework';
import type { AssessmentHead, Stores } from '#database';
import type { BlobStore } from '#evidence';
import type { Programme } from '#programmes';
import { openAlarms } from './alarms.js';
import { listMaterials } from './materials.js';
import { dayOf } from '../clock.js';
import { waitingReexaminations } from './reexaminations.js';
import { noticesByUnit, standingNotices } from './rectifications.js';

type Books = Pick<
  Stores,
  | 'imports'
  | 'ledgers'
  | 'alarms'
  | 'appeals'
  | 'assessments'
  | 'materials'
  | 'organisations'
  | 'rectifications'
  | 'remarks'
  | 'reviews'
> & { blobs: BlobStore };

/** What waits for the office with the result of a programme and period, most pressing first. */
export async function digestOf(
  books: Books,
  { programme, head }: { programme: Programme; head: AssessmentHead },
  now: Date,
): Promise<DigestLine[]> {
  const { period, sample } = head;
  const scope = { programme: programme.id, sample };
  const [alarms, reviews, appeals, units, notices, remarks] = await Promise.all([
    openAlarms(books, head),
    books.reviews.queue(head, { limit: 0 }),
    books.appeals.appeals({ ...scope, period, units: null }),
    books.organisations.listOrganisations({ sample }),
    standingNotices(books, { ...scope, units: null }, [programme], now),
    books.remarks.remarks({ sample }),
  ]);
  const materials = await listMaterials(books, { programme, period, units });
  const nonpublic = [...(await waitingReexaminations(books, units, now)).values()];
  return officeDigest(
    {
      nonpublic: {
        due: nonpublic.reduce((sum, { due }) => sum + due, 0),
        overdue: nonpublic.reduce((sum, { overdue }) => sum + overdue, 0),
      },
      alarms: alarms.map(({ message }) => message),
      reviews: reviews.total,
      remarks: remarks.filter(({ steps }) => remarkState(steps) === 'waiting').length,
      appeals: appeals.filter(({ state }) => state === 'sent'),
      materials: materials.filter(({ state }) => state === 'sent' || state === 'second').length,
      overdue: noticesByUnit(notices)
        .filter(({ overdue }) => overdue > 0)
        .map(({ organisationName, overdue, levelTitle }) => ({
          ...{ name: organisationName, notices: overdue, levelTitle },
        })),
    },
    dayOf(now),
  );
}

/** The newest result of a programme, or null. */
export async function newestHead(
  { assessments }: Pick<Stores, 'assessments'>,
  programme: string,
  sample: boolean,
): Promise<AssessmentHead | null> {
  return (await assessments.assessedPeriods(programme, sample)).at(-1) ?? null;
}

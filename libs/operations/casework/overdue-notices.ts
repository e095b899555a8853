import type { OverdueNotice } from '#circulars';
import type { Stores } from '#database';
import type { Programme } from '#programmes';
import { dayOf, type Clock } from '../clock.js';
import { standingNotices } from './rectifications.js';

/** The notices of a programme whose day has passed today, with what is not mended. */
export async function overdueNotices(
  house: Pick<Stores, 'rectifications'> & { clock: Clock },
  programme: Programme,
  sample: boolean,
): Promise<OverdueNotice[]> {
  const filter = { programme: programme.id, sample };
  const notices = await standingNotices(house, filter, [programme], house.clock.now());
  return notices
    .filter(({ state }) => state === 'overdue')
    .map(({ organisationName, issuedAt, dueOn, daysOver, findings }) => ({
      ...{ organisation: organisationName, issuedOn: dayOf(new Date(issuedAt)), dueOn, daysOver: daysOver ?? 0 },
      left: findings.filter(({ mend }) => mend !== 'mended' && mend !== 'upheld').map(({ id }) => id),
    }));
}

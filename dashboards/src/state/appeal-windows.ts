import { computed, type ComputedRef } from 'vue';
import { api, body } from '../api/client.js';
import type { FindingWindow } from '../api/types.js';
import { useAnswer } from './answer.js';
import { can, useSession } from './session.js';

/**
 * Until when the findings of these units may be answered, by finding; empty for those who answer for no unit. Units that are not
 * the reader's are not asked for.
 */
export function useAppealWindows(
  about: () => { scope: { programme: string; period: string } | null; organisations: readonly string[] },
): { windows: ComputedRef<ReadonlyMap<string, FindingWindow>>; again: () => void } {
  const { account } = useSession();
  const { value, again } = useAnswer(
    () => {
      const { scope, organisations } = about();
      const asks = scope !== null && organisations.length > 0 && account.value?.unit && can('appeals.send');
      return asks ? { scope, organisations: [...new Set(organisations)].sort().slice(0, 20) } : null;
    },
    ({ scope, organisations }, signal) =>
      Promise.all(
        organisations.map((organisation) =>
          body(api.GET('/api/v1/appeals/windows', { params: { query: { ...scope, organisation } }, signal })),
        ),
      ),
  );
  const windows = computed(() => new Map((value.value ?? []).flat().map((one) => [one.finding, one])));
  return { windows, again };
}

import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import { api, body } from '../api/client.js';
import type { Installation, Period, Programme, ProgrammeName } from '../api/types.js';
import { useAnswer, type Answer } from './answer.js';

/** Which assessment the pages show. The address bar holds it, so that a link shows the same to everyone. */
export interface Selection {
  programmes: Answer<ProgrammeName[]>;
  periods: Answer<Period[]>;
  /** The chosen programme in full. */
  programme: Answer<Programme>;
  installation: Answer<Installation>;
  programmeId: ComputedRef<string | null>;
  /** Null as long as the programme has no assessment. */
  period: ComputedRef<Period | null>;
  scope: ComputedRef<{ programme: string; period: string } | null>;
  /** The query that links between pages carry on. */
  query: ComputedRef<LocationQuery>;
  choose: (choice: { programme?: string; period?: string }) => void;
}

const selectionKey: InjectionKey<Selection> = Symbol('selection');

export function useSelection(): Selection {
  const selection = inject(selectionKey);
  if (!selection) throw new Error('a page stands outside the frame that provides the selection');
  return selection;
}

export function provideSelection(): Selection {
  const route = useRoute();
  const router = useRouter();
  const installation = useAnswer(
    () => true,
    (_, signal) => body(api.GET('/api/v1/installation', { signal })),
  );
  const programmes = useAnswer(
    () => true,
    (_, signal) => body(api.GET('/api/v1/programmes', { signal })),
  );
  const wanted = computed(() => word(route.query.programme));
  // Without a wish in the address, the one that the office has chosen is shown, else the first that has been assessed.
  const chosen = computed(() => programmes.value.value?.find((one) => one.chosen)?.id ?? null);
  const assessed = useAnswer(
    () =>
      wanted.value === null && chosen.value === null && programmes.value.value
        ? programmes.value.value.map(({ id }) => id)
        : null,
    async (ids, signal) => {
      for (const programme of ids) {
        if ((await askPeriods(programme, signal)).length > 0) return programme;
      }
      return ids[0] ?? '';
    },
  );
  const programmeId = computed(() => wanted.value ?? chosen.value ?? (assessed.value.value || null));
  const periods = useAnswer(() => programmeId.value, askPeriods);
  const period = computed(() => {
    const known = periods.value.value ?? [];
    return known.find((one) => one.period === word(route.query.period)) ?? latest(known);
  });
  // A result of an office's own programme is shown with the version by which it was scored.
  const isOwn = computed(() => programmes.value.value?.find(({ id }) => id === programmeId.value)?.own ?? false);
  const version = computed(() =>
    isOwn.value && !route.meta.programmeOnly ? period.value?.programmeVersion : undefined,
  );
  const programme = useAnswer(
    () => (programmeId.value === null ? null : { id: programmeId.value, version: version.value }),
    ({ id, version: scored }, signal) => {
      const query = scored === undefined ? {} : { version: scored };
      return body(api.GET('/api/v1/programmes/{id}', { params: { path: { id }, query }, signal }));
    },
  );
  const scope = computed(() =>
    programmeId.value !== null && period.value !== null
      ? { programme: programmeId.value, period: period.value.period }
      : null,
  );
  const query = computed(() => carriedQuery(route.query));

  function choose(choice: { programme?: string; period?: string }): void {
    const kept = { ...route.query };
    if (choice.programme !== undefined) delete kept.period;
    void router.push({ query: { ...kept, ...choice } });
  }

  const selection = { programmes, periods, programme, installation, programmeId, period, scope, query, choose };
  provide(selectionKey, selection);
  return selection;
}

/** What of an address links between pages carry on. */
export function carriedQuery({ programme, period }: LocationQuery): LocationQuery {
  return { ...(programme === undefined ? {} : { programme }), ...(period === undefined ? {} : { period }) };
}

function askPeriods(programme: string, signal: AbortSignal): Promise<Period[]> {
  return body(api.GET('/api/v1/periods', { params: { query: { programme } }, signal }));
}

function latest(periods: Period[]): Period | null {
  return [...periods].sort((one, other) => (one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0)).at(-1) ?? null;
}

function word(value: LocationQuery[string] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return first || null;
}

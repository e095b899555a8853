import { computed, inject, provide, ref, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { api, body, Unanswered } from '../api/client.js';
import type { PublicPage, PublicResult } from '../api/types.js';
import { useAnswer, type Answer } from './answer.js';
import { carriedQuery } from './selection.js';

/** What is public, and which result of it is looked at; the address bar holds it. */
export interface PublicView {
  page: Answer<PublicPage>;
  /** The public page is not switched on. */
  isClosed: Readonly<Ref<boolean>>;
  result: ComputedRef<PublicResult | null>;
  /** Programme and period of that result, as the API is asked for it. */
  scope: ComputedRef<{ programme: string; period: string } | null>;
  /** Full marks. */
  full: ComputedRef<string>;
  query: ComputedRef<ReturnType<typeof carriedQuery>>;
  choose: (result: Pick<PublicResult, 'programme' | 'period'>) => void;
}

const viewKey: InjectionKey<PublicView> = Symbol('public view');

export function providePublicView(): PublicView {
  const route = useRoute();
  const router = useRouter();
  const isClosed = ref(false);
  const page = useAnswer(
    () => true,
    (_, signal) =>
      body(api.GET('/api/v1/public', { signal })).catch((error: unknown) => {
        isClosed.value = error instanceof Unanswered && error.status === 404;
        throw error;
      }),
  );
  const result = computed(() => {
    const results = page.value.value?.results ?? [];
    const { programme, period } = route.query;
    return results.find((one) => one.programme === programme && one.period === period) ?? results[0] ?? null;
  });
  const scope = computed(() => result.value && { programme: result.value.programme, period: result.value.period });
  const view: PublicView = {
    page,
    isClosed,
    result,
    scope,
    full: computed(() => page.value.value?.programmes.find(({ id }) => id === result.value?.programme)?.total ?? '100'),
    query: computed(() => carriedQuery(route.query)),
    choose: ({ programme, period }) => void router.push({ query: { ...route.query, programme, period } }),
  };
  provide(viewKey, view);
  return view;
}

export function usePublicView(): PublicView {
  const view = inject(viewKey);
  if (!view) throw new Error('a public page stands outside the frame of the public pages');
  return view;
}

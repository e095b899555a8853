import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { api, body } from '../api/client.js';
import type { FindingVerdict, QueueRow } from '../api/types.js';
import { DeedIds } from '../text/reviews.js';
import { useAnswer } from './answer.js';
import { useSending } from './sending.js';

export interface QueueQuery {
  programme: string;
  period: string;
  organisation?: string | undefined;
  indicator?: string | undefined;
  kind?: 'fail' | 'review' | undefined;
  state?: 'new' | 'open' | 'recurred' | undefined;
  drawn?: string | undefined;
  view?: 'waiting' | 'all' | undefined;
}

export interface Verdict {
  verdict: FindingVerdict;
  reason: string;
  into: string | null;
}

const pageSize = 50;

/** The findings that wait, one of them in sight, and what is done about them. After a deed the next one comes by itself. */
export function useReviewQueue(query: ComputedRef<QueueQuery | null>, page: Ref<number>) {
  const answer = useAnswer(
    () => query.value && { ...query.value, offset: (page.value - 1) * pageSize, limit: pageSize },
    (asked, signal) => body(api.GET('/api/v1/reviews', { params: { query: asked }, signal })),
  );
  const rows = ref<QueueRow[]>([]);
  const total = ref(0);
  const at = ref(0);
  const picked = ref<string[]>([]);
  const wanted = ref<string | null>(null);
  const { sending, failure, send } = useSending();
  const deeds = new DeedIds();

  watch(answer.value, (found) => {
    if (!found) return;
    rows.value = found.rows;
    total.value = found.total;
    picked.value = picked.value.filter((id) => found.rows.some((row) => row.id === id));
    const index = found.rows.findIndex(({ id }) => id === wanted.value);
    at.value = index === -1 ? Math.min(at.value, Math.max(0, found.rows.length - 1)) : index;
    wanted.value = null;
  });
  const current = computed(() => rows.value[at.value] ?? null);
  /** What a deed is about: what was picked, else what is in sight. */
  const meant = computed(() => {
    const chosen = rows.value.filter(({ id }) => picked.value.includes(id));
    return chosen.length > 0 ? chosen : current.value ? [current.value] : [];
  });

  function go(by: number): void {
    at.value = Math.max(0, Math.min(rows.value.length - 1, at.value + by));
  }

  function toggle(id: string): void {
    picked.value = picked.value.includes(id) ? picked.value.filter((one) => one !== id) : [...picked.value, id];
  }

  /** @returns whether it was done; why not stands in `failure`. */
  async function decide({ verdict, reason, into }: Verdict): Promise<boolean> {
    const scope = query.value;
    const findings = meant.value.filter(({ id }) => id !== into).map(({ id, said }) => ({ id, said }));
    if (!scope || findings.length === 0) return false;
    const { programme, period } = scope;
    const asked = { programme, period, verdict, reason, into, findings };
    return send(async () => {
      await body(api.POST('/api/v1/reviews/decisions', { body: { ...asked, deed: deeds.idOf(asked) } }));
      deeds.settle(asked);
      leave(findings.map(({ id }) => id));
    });
  }

  /** What was decided goes; what comes after it takes its place. */
  function leave(ids: readonly string[]): void {
    const before = rows.value.slice(0, at.value).filter(({ id }) => ids.includes(id)).length;
    rows.value = rows.value.filter(({ id }) => !ids.includes(id));
    total.value -= ids.length;
    picked.value = picked.value.filter((id) => !ids.includes(id));
    at.value = Math.max(0, Math.min(at.value - before, rows.value.length - 1));
    if (rows.value.length > 0 || total.value === 0) return;
    page.value = 1;
    answer.again();
  }

  /** Takes back one's own last deed. @returns how many findings came back; null where there was nothing or it failed. */
  async function undo(): Promise<number | null> {
    const scope = query.value;
    if (!scope) return null;
    const { programme, period } = scope;
    let count: number | null = null;
    await send(async () => {
      const { rows: decided } = await body(
        api.GET('/api/v1/reviews/decisions', { params: { query: { programme, period, limit: 500 } } }),
      );
      const last = decided.find(({ own, withdrawn }) => own && withdrawn === null);
      if (!last) return;
      const undone = await body(api.POST('/api/v1/reviews/undo', { body: { programme, period, deed: last.deed } }));
      count = undone.length;
      wanted.value = undone[0]?.finding ?? null;
      answer.again();
    });
    return count;
  }

  return { answer, rows, total, at, current, picked, meant, sending, failure, pageSize, go, toggle, decide, undo };
}

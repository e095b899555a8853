import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { OwnWording } from '../api/types.js';
import { shownValue, writtenValue } from '../text/plan-fields.js';

/** What is changed in a plan and not kept yet: single values, or the whole text. */
interface Kept {
  base: number;
  values: Record<string, string>;
  /** What stood at the pointers of the values, by the names that are the same in all versions. */
  names: Record<string, string>;
  text: string | null;
}

/** What was found when a version was opened: nothing, what was changed in it before, or in an older one. */
export type Restored = 'nothing' | 'same' | 'older';

export interface PlanDraft {
  /** The version that was opened. */
  base: Readonly<Ref<number>>;
  values: Readonly<Ref<Record<string, string>>>;
  /** The whole text where that is edited; null where values are. */
  text: Ref<string | null>;
  isDirty: ComputedRef<boolean>;
  count: ComputedRef<number>;
  set: (pointer: string, shown: string) => void;
  undo: (pointer: string) => void;
  /** Takes a version as what is opened, with what was changed before this page was left. */
  open: (wording: OwnWording) => Restored;
  drop: () => void;
  /** As it is sent. */
  sent: () => { base: number; text?: string; fields?: { pointer: string; value: string | null }[] };
}

/** Lies in this browser until it is kept: neither a broken line nor a closed window loses what was changed. */
export function usePlanDraft(key: () => string): PlanDraft {
  const base = ref(0);
  const values = ref<Record<string, string>>({});
  const text = ref<string | null>(null);
  let opened: OwnWording | null = null;

  const isDirty = computed(() => (text.value === null ? count.value > 0 : text.value !== opened?.text));
  const count = computed(() => Object.keys(values.value).length);
  const fieldAt = (pointer: string) => opened?.fields.find((field) => field.pointer === pointer);

  function set(pointer: string, shown: string): void {
    const field = fieldAt(pointer);
    const { [pointer]: _, ...others } = values.value;
    const same = field && writtenValue(field, shown) === writtenValue(field, shownValue(field, field.value));
    values.value = same ? others : { ...others, [pointer]: shown };
  }

  function undo(pointer: string): void {
    const { [pointer]: _, ...others } = values.value;
    values.value = others;
  }

  function open(wording: OwnWording): Restored {
    const kept = read(key());
    opened = wording;
    base.value = wording.version.number;
    values.value = {};
    text.value = kept?.text ?? null;
    const pointers = new Map(wording.fields.map(({ name, pointer }) => [name, pointer]));
    for (const [pointer, shown] of Object.entries(kept?.values ?? {})) {
      const now = pointers.get(kept?.names[pointer] ?? '');
      if (now !== undefined) set(now, shown);
    }
    if (kept === null || !isDirty.value) return 'nothing';
    return kept.base === base.value ? 'same' : 'older';
  }

  function drop(): void {
    values.value = {};
    text.value = null;
  }

  watch([values, text], () => {
    if (opened === null) return;
    if (!isDirty.value) return forget(key());
    const names = Object.fromEntries(Object.keys(values.value).map((one) => [one, fieldAt(one)?.name ?? '']));
    write(key(), { base: base.value, values: values.value, names, text: text.value });
  });

  return {
    ...{ base, values, text, isDirty, count, set, undo, open, drop },
    sent: () => {
      if (text.value !== null) return { base: base.value, text: text.value };
      const fields = Object.entries(values.value).flatMap(([pointer, shown]) => {
        const field = fieldAt(pointer);
        return field ? [{ pointer, value: writtenValue(field, shown) }] : [];
      });
      return { base: base.value, fields };
    },
  };
}

// A browser may keep nothing at all; then what is changed stands on the page alone.
function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // As above.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

import type { TaskState } from '../api/types.js';

export interface TimelineBar {
  task: TaskState;
  /** Left edge and width in per cent of the whole span. */
  left: number;
  width: number;
  /** Only a due day is known: drawn as a mark, not as a bar. */
  isPoint: boolean;
}

export interface Timeline {
  from: string;
  to: string;
  /** Where the years or quarters begin. */
  ticks: { label: string; left: number }[];
  /** Place of `asOf`, null outside the span. */
  today: number | null;
  bars: TimelineBar[];
  /** Tasks whose plan names no day. */
  undated: TaskState[];
}

const dayLength = 86_400_000;

/** Tasks on a common scale of days; null when not one task has a day. */
export function timeline(tasks: TaskState[], asOf: string | null): Timeline | null {
  const dated = tasks.filter(({ dueOn }) => dueOn !== null);
  const days = dated.flatMap(({ startOn, dueOn }) => [startOn, dueOn]).filter((day): day is string => day !== null);
  if (days.length === 0) return null;
  const sorted = [...days].sort();
  const first = dayNumber(quarterStart(sorted[0] ?? ''));
  const last = Math.max(dayNumber(sorted.at(-1) ?? '') + 15, first + 90);
  const place = (day: number) => round(((day - first) / (last - first)) * 100);
  const now = asOf === null ? null : dayNumber(asOf);
  return {
    from: dayText(first),
    to: dayText(last),
    ticks: ticks(first, last).map(({ day, label }) => ({ label, left: place(day) })),
    today: now === null || now < first || now > last ? null : place(now),
    bars: dated.map((task) => {
      const due = dayNumber(task.dueOn ?? '');
      const start = task.startOn === null ? due : dayNumber(task.startOn);
      return { task, left: place(start), width: round(place(due) - place(start)), isPoint: start >= due };
    }),
    undated: tasks.filter(({ dueOn }) => dueOn === null),
  };
}

/** Quarters on a short span, half-years and years on longer ones: never more than about eight. */
function ticks(first: number, last: number): { day: number; label: string }[] {
  const months = (last - first) / 30.5;
  const step = months <= 24 ? 3 : months <= 48 ? 6 : 12;
  const start = new Date(first * dayLength);
  const found = [];
  for (let month = start.getUTCMonth() - (start.getUTCMonth() % step), year = start.getUTCFullYear(); ; month += step) {
    const day = Date.UTC(year, month, 1) / dayLength;
    if (day > last) return found;
    if (day < first) continue;
    const date = new Date(day * dayLength);
    found.push({
      day,
      label: step === 12 ? `${date.getUTCFullYear()}年` : `${date.getUTCFullYear()}.${date.getUTCMonth() + 1}`,
    });
  }
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
}

function dayText(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

function quarterStart(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import type { TaskBoard, TaskState } from '../api/types.js';
import { timeline, type Timeline, type TimelineBar } from './timeline.chart.js';

export interface StageLine {
  stage: string;
  progress: TaskBoard['stages'][number]['progress'];
  /** Null where the plan names no day for any of its tasks. */
  bar: Pick<TimelineBar, 'left' | 'width' | 'isPoint'> | null;
}

/** Stages on one scale of days with the line of the day that is judged. */
export interface StageScale extends Pick<Timeline, 'ticks' | 'today' | 'from' | 'to'> {
  lines: StageLine[];
}

/** From the first beginning to the last due day of a stage's tasks; null where no task has a day. */
export function stageScale(tasks: TaskState[], stages: TaskBoard['stages'], asOf: string | null): StageScale | null {
  const whole = timeline(tasks, asOf);
  if (whole === null) return null;
  return {
    ...{ ticks: whole.ticks, today: whole.today, from: whole.from, to: whole.to },
    lines: stages.map(({ stage, progress }) => ({
      ...{ stage, progress },
      bar: span(whole.bars.filter(({ task }) => task.stage === stage)),
    })),
  };
}

function span(bars: TimelineBar[]): StageLine['bar'] {
  if (bars.length === 0) return null;
  const left = Math.min(...bars.map((bar) => bar.left));
  const width = Math.round((Math.max(...bars.map((bar) => bar.left + bar.width)) - left) * 100) / 100;
  return { left, width, isPoint: width === 0 };
}

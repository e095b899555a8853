import { points, printPoints } from '#kernel';
import { descending, type FoundFault, repeated, Subject } from './check-faults.js';
import { highestScore } from './full-marks.js';
import type { Rubric } from './rubric.js';

/** Grades: in order, without overlap, down to zero, and within reach. */
export function checkGrades(rubric: Rubric): FoundFault[] {
  const { bands } = rubric;
  const at = new Subject('等次', ['rubric', 'bands']);
  const faults = repeated(
    '等次',
    bands.map(({ grade }, index) => ({ id: grade, path: ['rubric', 'bands', index, 'grade'] })),
  );
  if (!descending(bands.map((band) => band.from))) {
    faults.push(at.fault('分数线重叠或没有由高到低排列', 'from 由大到小、不重复'));
  }
  if (!bands.some((band) => points(band.from).isZero())) {
    faults.push(at.fault('低分没有等次', '最低一档 from 为 0'));
  }
  const highest = highestScore(rubric);
  bands.forEach((band, index) => {
    const here = new Subject(`等次 ${band.grade}`, ['rubric', 'bands', index]);
    const above = bands[index - 1];
    if (points(band.from).gt(highest)) {
      faults.push(here.fault(`分数线${band.from}高于总分${printPoints(highest)}`, '不高于总分', 'from'));
    }
    if (band.to === undefined) return;
    if (points(band.to).lt(band.from)) {
      faults.push(here.fault(`上限${band.to}低于下限${band.from}`, '不低于 from', 'to'));
    } else if (above && points(band.to).gte(above.from)) {
      const what = `上限${band.to}与“${above.grade}”的下限${above.from}重叠`;
      faults.push(here.fault(what, '低于高一等次的 from', 'to'));
    }
  });
  return faults;
}

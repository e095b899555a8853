import { expect, it } from 'vitest';
import { countedStateTitles, findingStateTitles } from '#casework';
import { countedStateLabels, findingStateLabels, taskStateLabels } from '../../dashboards/src/text/labels.js';

const wordsOf = (labels: Record<string, { text: string }>) =>
  Object.fromEntries(Object.entries(labels).map(([state, { text }]) => [state, text]));

it('pages call the states of findings and tasks as circulars and sheets do', () => {
  expect(wordsOf(findingStateLabels)).toEqual(findingStateTitles);
  expect(wordsOf(countedStateLabels)).toEqual(countedStateTitles);
  expect(countedStateTitles).toMatchObject(wordsOf(taskStateLabels));
});

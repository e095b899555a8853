import { expect, it } from 'vitest';
import { fieldCoverage, type CoverageSaid } from './catalogue-coverage.js';

const organisation = {
  ...{ id: 'a', name: '云岭县民政局', aliases: [], level: '县', category: '部门' },
  ...{ parent: null, site: null },
};
const params = {
  fields: [
    { name: '养老服务' },
    { name: '社会救助' },
    { name: '就业', appliesTo: { units: ['云岭县人力资源和社会保障局'] } },
  ],
};
const said = (more: Partial<CoverageSaid>) =>
  fieldCoverage(params, { organisation, outcome: 'pass', findings: [], ...more }).map(({ standing }) => standing);

it.each<[string, Partial<CoverageSaid>, string[]]>([
  ['all are there', {}, ['covered', 'covered', 'notAsked']],
  [
    'one is lacking',
    { outcome: 'fail', findings: [{ kind: 'fail', subject: '社会救助', details: [] }] },
    ['covered', 'lacking', 'notAsked'],
  ],
  [
    'one is in doubt',
    { outcome: 'needsReview', findings: [{ kind: 'review', subject: '养老服务', details: [] }] },
    ['doubtful', 'covered', 'notAsked'],
  ],
  [
    'one doubt names several',
    {
      outcome: 'needsReview',
      findings: [
        { kind: 'review', subject: 'fields', details: [{ label: '没有的领域', value: '养老服务、社会救助' }] },
      ],
    },
    ['doubtful', 'doubtful', 'notAsked'],
  ],
  ['nothing was read', { outcome: 'notMeasured' }, ['notMeasured', 'notMeasured', 'notAsked']],
  ['nothing is said', { outcome: null }, ['notMeasured', 'notMeasured', 'notAsked']],
  ['nothing is asked of the unit', { outcome: 'notApplicable' }, ['notAsked', 'notAsked', 'notAsked']],
])('says what was found where %s', (_, of, standings) => expect(said(of)).toEqual(standings));

it('means the 26 pilot fields where a plan names none', () => {
  const fields = fieldCoverage({}, { organisation, outcome: 'pass', findings: [] });
  expect(fields).toHaveLength(26);
});

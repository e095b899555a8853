import { describe, expect, it } from 'vitest';
import { linkState, sawAnswer, type LinkLook, type LinkState } from './link-states.js';

type Said = [at: string, outcome: LinkLook['outcome'], more?: Partial<LinkLook>];
const look = ([at, outcome, more]: Said): LinkLook => ({
  url: 'http://www.yunling.example/a.html',
  at: `2026-03-${at}:00Z`,
  outcome,
  became: null,
  cutOff: false,
  ...more,
});

describe('how a link stands', () => {
  it.each<[string, Said[], LinkState]>([
    ['opens', [['02T02:00', 'ok']], 'alive'],
    ['a file', [['02T02:00', 'notHtml']], 'alive'],
    ['dead once', [['02T02:00', 'notFound']], 'suspected'],
    ['dead twice within a day', [['02T00:00', 'notFound'], ['02T15:00', 'notFound']], 'suspected'], // prettier-ignore
    ['on two days, too close', [['02T15:00', 'notFound'], ['03T03:00', 'gone']], 'suspected'], // prettier-ignore
    ['on two days, 20 hours apart', [['02T02:00', 'notFound'], ['02T22:00', 'gone']], 'dead'], // prettier-ignore
    ['on one day of Beijing, 20 hours apart', [['02T16:00', 'gone'], ['03T15:00', 'gone']], 'suspected'], // prettier-ignore
    ['no such name, twice', [['02T02:00', 'dns'], ['04T02:00', 'refused']], 'dead'], // prettier-ignore
    ['no such name, while cut off', [['02T02:00', 'dns', { cutOff: true }], ['04T02:00', 'dns']], 'suspected'], // prettier-ignore
    ['404 though others could not be reached', [['02T02:00', 'gone', { cutOff: true }], ['04T02:00', 'gone']], 'dead'], // prettier-ignore
    ['mended between', [['02T02:00', 'gone'], ['03T02:00', 'ok'], ['04T02:00', 'gone']], 'suspected'], // prettier-ignore
    ['mended', [['02T02:00', 'gone'], ['03T02:00', 'gone'], ['04T02:00', 'ok']], 'alive'], // prettier-ignore
    ['not to be told between', [['02T02:00', 'gone'], ['03T02:00', 'timeout'], ['04T02:00', 'gone']], 'dead'], // prettier-ignore
    ['only timeouts', [['02T02:00', 'timeout'], ['04T02:00', 'timeout']], 'unseen'], // prettier-ignore
    ['errors and challenges', [['02T02:00', 'serverError'], ['04T02:00', 'challenged']], 'unseen'], // prettier-ignore
    ['opened once, now an error', [['02T02:00', 'ok'], ['04T02:00', 'serverError']], 'unseen'], // prettier-ignore
    ['something else', [['02T02:00', 'ok'], ['04T02:00', 'ok', { became: 'hijacked' }]], 'hijacked'], // prettier-ignore
  ])('%s', (_name, said, state) => {
    expect(linkState(said.map(look)).state).toBe(state);
  });

  it('tells since when', () => {
    const said: Said[] = [['01T02:00', 'gone'], ['02T02:00', 'ok'], ['03T02:00', 'gone'], ['05T02:00', 'notFound']]; // prettier-ignore
    const { first, last } = linkState(said.map(look));
    expect([first.at, last.at]).toEqual(['2026-03-03T02:00:00Z', '2026-03-05T02:00:00Z']);
  });

  it('an error is an answer too', () => {
    expect((['ok', 'notFound', 'serverError', 'dns', 'timeout'] as const).map(sawAnswer)).toEqual([
      ...[true, true, true, false, false],
    ]);
  });
});

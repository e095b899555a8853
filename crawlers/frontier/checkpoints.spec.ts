import { describe, expect, it } from 'vitest';
import type { Capture, Revisit } from '#evidence';
import type { Checkpoint } from '../model.js';
import { Checkpoints } from './checkpoints.js';

const asked = { capture: { revisit: null } as Capture, reading: null, unrendered: false };
const as = (how: Revisit['how']) => ({ ...asked, capture: { revisit: { of: 'c1', how } } as Capture });

async function sizesOf(pages: (typeof asked)[], now = () => 0): Promise<number[]> {
  const sizes: number[] = [];
  const sink = {
    restore: () => Promise.resolve(null),
    checkpoint: ({ captures }: Checkpoint) => Promise.resolve(void sizes.push(captures.length)),
  };
  const checkpoints = new Checkpoints(sink, now, { pages: 4, milliseconds: 2000 });
  for (const page of pages) await checkpoints.note([page], []);
  await checkpoints.finish();
  return sizes;
}

describe('Checkpoints', () => {
  it('writes after so many pages that were asked for, changed or not', async () => {
    expect(await sizesOf(Array.from({ length: 9 }, () => asked))).toEqual([4, 4, 1]);
    expect(await sizesOf(Array.from({ length: 9 }, () => as('notModified')))).toEqual([4, 4, 1]);
  });

  it('writes ten times as many at once of those that nobody was asked for', async () => {
    expect(await sizesOf(Array.from({ length: 90 }, () => as('carried')))).toEqual([40, 40, 10]);
    expect(await sizesOf([...Array.from({ length: 20 }, () => as('carried')), asked, asked, asked])).toEqual([22, 1]);
  });

  it('writes when it is time, whatever there is', async () => {
    let clock = 0;
    expect(await sizesOf([as('carried'), as('carried'), as('carried')], () => (clock += 1500))).toEqual([2, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { DeedIds, keyHelp, reviewKey } from './reviews.js';

const press = (key: string, change: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...change });

describe('keys of the review', () => {
  it.each([
    ['j', 'next'],
    ['J', 'next'],
    ['ArrowUp', 'previous'],
    ['c', 'confirm'],
    ['r', 'dismiss'],
    ['m', 'merge'],
    ['x', 'select'],
    ['z', 'undo'],
    ['?', 'help'],
    ['q', null],
    ['Enter', null],
  ])('%s is %s', (key, meaning) => {
    expect(reviewKey(press(key), false)).toBe(meaning);
  });

  it('belong to a field, and to the browser with Ctrl', () => {
    expect(reviewKey(press('c'), true)).toBeNull();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(reviewKey(press('r', { [held]: true }), false)).toBeNull();
  });

  it('are all told', () => {
    expect(keyHelp).toHaveLength(8);
  });
});

describe('ids of deeds', () => {
  it('stay while no answer came, and are new afterwards', () => {
    let count = 0;
    const ids = new DeedIds(() => `d${count++}`);
    const deed = { verdict: 'dismissed', ids: ['a'] };
    expect([ids.idOf(deed), ids.idOf({ ...deed }), ids.idOf({ ...deed, ids: ['b'] })]).toEqual(['d0', 'd0', 'd1']);
    ids.settle(deed);
    expect(ids.idOf(deed)).toBe('d2');
    expect(new DeedIds().idOf(deed)).not.toBe(new DeedIds().idOf(deed));
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { Unanswered } from '../api/client.js';
import { useDraft, type Draft, type DraftOptions } from './draft.js';

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', store);
  kept.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A form that saves to `save`, which notes what it was given. */
function opened(save: DraftOptions<string>['save'], revision = 0): Draft<string> {
  return effectScope().run(() => useDraft<string>({ key: 'k', revision, save, quietMs: 100, againMs: 1000 }))!;
}

describe('a draft', () => {
  it('is saved once the typing rests, each time over the one that was saved before', async () => {
    const given: [string, number][] = [];
    const draft = opened((value, revision) => {
      given.push([value, revision]);
      return Promise.resolve({ revision: revision + 1, savedAt: '2026-05-08T00:00:00Z' });
    }, 3);
    draft.changed('一');
    draft.changed('一二');
    expect(draft.state.value).toBe('saving');
    await vi.advanceTimersByTimeAsync(100);
    draft.changed('一二三');
    await vi.advanceTimersByTimeAsync(100);
    expect(given).toEqual([
      ['一二', 3],
      ['一二三', 4],
    ]);
    expect(draft.state.value).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('lies in the browser while the line is broken, is tried again, and is there when the page is opened anew', async () => {
    let isUp = false;
    const save = vi.fn((_: string, revision: number) =>
      isUp
        ? Promise.resolve({ revision: revision + 1, savedAt: '2026-05-08T00:00:00Z' })
        : Promise.reject(new Unanswered('没有连上', null)),
    );
    const draft = opened(save);
    draft.changed('一');
    await vi.advanceTimersByTimeAsync(100);
    expect(draft.state.value).toBe('waiting');
    expect(opened(save).rest.value).toBe('一');
    isUp = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.state.value).toBe('saved');
    expect(opened(save).rest.value).toBeNull();
  });

  it('that another saved meanwhile waits for its writer’s word', async () => {
    const save = vi.fn((_: string, revision: number) =>
      revision === 5
        ? Promise.resolve({ revision: 6, savedAt: '2026-05-08T00:00:00Z' })
        : Promise.reject(new Unanswered('某乙已保存过', 409)),
    );
    const draft = opened(save);
    draft.changed('一');
    await vi.advanceTimersByTimeAsync(100);
    expect([draft.state.value, draft.failure.value]).toEqual(['taken', '某乙已保存过']);
    draft.changed('一二');
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
    draft.overwrite(5);
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenLastCalledWith('一二', 5);
    expect(draft.state.value).toBe('saved');
  });

  it('that was sent is forgotten', async () => {
    const save = vi.fn(() => Promise.reject(new Unanswered('没有连上', null)));
    const draft = opened(save);
    draft.changed('一');
    draft.drop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).not.toHaveBeenCalled();
    expect(opened(save).rest.value).toBeNull();
  });
});

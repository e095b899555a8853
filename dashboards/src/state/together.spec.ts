import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, shallowRef, type EffectScope } from 'vue';
import { useTogether } from './together.js';

let scope: EffectScope;
const main = shallowRef<string | null>(null);
const othersWait = ref(true);

beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
  main.value = null;
  othersWait.value = true;
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

const together = () =>
  scope.run(() =>
    useTogether(
      () => main.value,
      () => othersWait.value,
    ),
  )!;

it('shows what is there as soon as nothing else is waited for', async () => {
  const shown = together();
  othersWait.value = false;
  await nextTick();
  expect(shown.value).toBe(false);
  main.value = 'figures';
  await nextTick();
  expect(shown.value).toBe(true);
});

it('waits for the others, but not for ever', async () => {
  const shown = together();
  main.value = 'figures';
  await nextTick();
  vi.advanceTimersByTime(599);
  expect(shown.value).toBe(false);
  vi.advanceTimersByTime(1);
  expect(shown.value).toBe(true);
  othersWait.value = false;
  await nextTick();
  expect(shown.value).toBe(true);
});

it('keeps what it shows while the others are asked again, and begins anew when the figures go', async () => {
  othersWait.value = false;
  main.value = 'figures';
  const shown = together();
  expect(shown.value).toBe(true);
  othersWait.value = true;
  await nextTick();
  expect(shown.value).toBe(true);
  main.value = null;
  await nextTick();
  expect(shown.value).toBe(false);
  vi.advanceTimersByTime(5000);
  main.value = 'others';
  await nextTick();
  expect(shown.value).toBe(false);
  vi.advanceTimersByTime(600);
  expect(shown.value).toBe(true);
});

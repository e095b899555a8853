import { expect, it } from 'vitest';
import { Unanswered } from '../api/client.js';
import { useSending } from './sending.js';

it('sends once at a time and tells what went wrong', async () => {
  const { sending, failure, send } = useSending();
  let finish = (): void => {};
  const first = send(() => new Promise<void>((resolve) => (finish = resolve)));
  expect(sending.value).toBe(true);
  let sentTwice = false;
  expect(await send(async () => void (sentTwice = true))).toBe(false);
  expect(sentTwice).toBe(false);
  finish();
  expect(await first).toBe(true);

  expect(await send(() => Promise.reject(new Unanswered('没有连上', null)))).toBe(false);
  expect(failure.value).toContain('所填内容仍在');
  expect(await send(() => Promise.reject(new Unanswered('单位用户须有单位', 400)))).toBe(false);
  expect(failure.value).toBe('单位用户须有单位');
  expect(await send(async () => {})).toBe(true);
  expect(failure.value).toBeNull();
});

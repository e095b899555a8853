import { describe, expect, it } from 'vitest';
import { msUntilOpen, parseOpenHours, printOpenHours } from './open-hours.js';

describe('open hours', () => {
  it.each([
    ['22:00-06:00', '22:00-06:00'],
    ['0:30-6:00，12:00－13:30', '00:30-06:00,12:00-13:30'],
    ['22：00至24：00', '22:00-24:00'],
    ['', ''],
    ['22:00', null],
    ['25:00-26:00', null],
    ['22:60-23:00', null],
    ['6:00-6:00', null],
    ['24:00-06:00', null],
    ['夜间', null],
  ])('%j reads as %j', (text, expected) => {
    const hours = parseOpenHours(text);
    expect(hours && printOpenHours(hours)).toBe(expected);
  });

  const minute = 60_000;
  it.each([
    // Written in UTC: eight hours behind.
    ['22:00-06:00', '2026-03-01T13:59:00Z', minute],
    ['22:00-06:00', '2026-03-01T14:00:00Z', 0],
    ['22:00-06:00', '2026-03-01T16:00:00Z', 0],
    ['22:00-06:00', '2026-03-01T21:59:59Z', 0],
    ['22:00-06:00', '2026-03-01T22:00:00Z', 16 * 60 * minute],
    ['12:00-13:00,22:00-24:00', '2026-03-01T03:30:00Z', 30 * minute],
    ['12:00-13:00,22:00-24:00', '2026-03-01T05:00:00Z', 9 * 60 * minute],
    ['12:00-13:00,22:00-24:00', '2026-03-01T16:00:00Z', 12 * 60 * minute],
    ['', '2026-03-01T16:00:00Z', 0],
  ])('%s at %s: open in %d ms', (text, at, expected) =>
    expect(msUntilOpen(parseOpenHours(text) ?? [], Date.parse(at))).toBe(expected),
  );
});

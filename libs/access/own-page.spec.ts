import { expect, it } from 'vitest';
import { ownPage } from './own-page.js';

it.each([
  [undefined, '/'],
  ['', '/'],
  ['findings', '/'],
  ['/', '/'],
  ['/findings?programme=a&period=2026Q2#top', '/findings?programme=a&period=2026Q2#top'],
  ['/scorecards/%E7%94%B2', '/scorecards/%E7%94%B2'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\..\\..\\evil', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/api/v1/audit', '/'],
  ['/x/../api/v1/audit', '/'],
  ['/sign-in?back=/sign-in', '/'],
  [['/findings'], '/'],
])('leads back from %j to %s', (asked, page) => {
  expect(ownPage(asked)).toBe(page);
});

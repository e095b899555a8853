import { expect, it } from 'vitest';
import { themeInForce } from './theme-choice.js';

it.each([
  ['auto', { contrast: false, dark: false }, 'light'],
  ['auto', { contrast: false, dark: true }, 'dark'],
  ['auto', { contrast: true, dark: true }, 'contrast'],
  ['light', { contrast: true, dark: true }, 'light'],
  ['dark', { contrast: false, dark: false }, 'dark'],
] as const)('%s where the system wants %o is %s', (choice, wants, theme) =>
  expect(themeInForce(choice, wants)).toBe(theme),
);

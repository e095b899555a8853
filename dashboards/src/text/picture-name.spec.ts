import { expect, it } from 'vitest';
import { pictureName } from './picture-name.js';

it('names a picture by title, unit and period, in what every file system takes', () => {
  expect(pictureName(['单位 × 指标', '云岭县', '2026年第二季度'])).toBe('单位_×_指标-云岭县-2026年第二季度.png');
  expect(pictureName(['栏目', '甲/乙:丙'])).toBe('栏目-甲_乙_丙.png');
});

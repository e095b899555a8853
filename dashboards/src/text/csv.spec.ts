import { expect, it } from 'vitest';
import { csv } from './csv.js';

it('writes a sheet in which nothing runs', () => {
  const text = csv(
    ['单位', '问题', '扣分'],
    [
      ['云岭县财政局', '标题含“引号"”,和逗号', '-2.5'],
      ['=HYPERLINK("x")', '@SUM(1)', null],
      ['-1+2', '两行\n文字', 3],
    ],
  );
  expect(text).toBe(
    '\uFEFF单位,问题,扣分\r\n' +
      '云岭县财政局,"标题含“引号""”,和逗号",-2.5\r\n' +
      `"'=HYPERLINK(""x"")",'@SUM(1),\r\n` +
      `'-1+2,"两行\n文字",3\r\n`,
  );
});

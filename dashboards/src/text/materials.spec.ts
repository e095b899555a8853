import { describe, expect, it } from 'vitest';
import { uuid } from '../state/uuid.js';
import { acceptOf, faultLines, hintOf, takesFiles, verdictText } from './materials.js';

describe('a piece of a form', () => {
  it('says what is to be filled in', () => {
    expect(hintOf({ label: '权重', kind: 'percentage', atLeast: '4' })).toBe('百分数，如 4.5；方案要求不低于 4％');
    expect(hintOf({ label: '台账', kind: 'table', columns: ['平台', '账号名称'], optional: true })).toBe(
      '上传表格（xlsx）；须有列：平台、账号名称；可不填',
    );
    expect(hintOf({ label: '日期', kind: 'date' })).toBe('');
  });

  it('takes files where its kind does', () => {
    expect(takesFiles({ label: '照片', kind: 'photographs' })).toBe(true);
    expect(acceptOf({ label: '照片', kind: 'photographs' })).toBe('.jpg,.jpeg,.png');
    expect(takesFiles({ label: '日期', kind: 'date' })).toBe(false);
  });
});

describe('words', () => {
  it('of a refusal stand one a line, and a grade by its name', () => {
    expect(faultLines('甲：没有填报；乙：应为数')).toEqual(['甲：没有填报', '乙：应为数']);
    expect(verdictText({ verdict: 'graded', grade: '优' })).toBe('“优”');
    expect(verdictText({ verdict: 'returned', grade: null })).toBe('退回');
  });
});

describe('an id', () => {
  it('is a UUID of version 4, another each time', () => {
    expect(uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(uuid()).not.toBe(uuid());
  });
});

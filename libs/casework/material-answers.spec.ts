import { describe, expect, it } from 'vitest';
import type { FormField, FormFieldKind } from '#programmes';
import { faultsOfAnswers, remarksOnAnswers, type Answer } from './index.js';

const known = {
  files: new Map([
    ['p', 'pdf'],
    ['j', 'jpg'],
    ['x', 'xlsx'],
  ]),
  today: '2026-05-08',
};
const said = (words: string, ...files: string[]): Answer => ({ words, files, person: null });
const named = (name: string, post: string, telephone = ''): Answer => ({
  words: '',
  files: [],
  person: { name, post, telephone },
});
const faultOf = (kind: FormFieldKind, answer: Answer, more: Partial<FormField> = {}): string | null =>
  faultsOfAnswers([{ label: '甲', kind, ...more }], { 甲: answer }, known)[0]?.what ?? null;

describe('a piece of a form', () => {
  it.each<[FormFieldKind, Answer]>([
    ['material', said('见附件')],
    ['material', said('', 'p')],
    ['text', said('政务服务大厅一楼')],
    ['date', said('2026-05-08')],
    ['number', said(' １２ ')],
    ['number', said('1,200')],
    ['percentage', said('4.5％')],
    ['percentage', said('100')],
    ['person', named('某甲', '副局长', '0933-1234567')],
    ['person', named('某甲', '副局长')],
    ['address', said('https://www.yunling.example/a.html\nhttp://yunling.example/b')],
    ['file', said('', 'p', 'j')],
    ['photographs', said('', 'j')],
    ['table', said('', 'x')],
  ])('of the kind %s takes %j', (kind, answer) => {
    expect(faultOf(kind, answer)).toBeNull();
  });

  it.each<[FormFieldKind, Answer, RegExp]>([
    ['text', said(' '), /^没有填报/],
    ['text', said('', 'p'), /没有填写文字/],
    ['date', said('2026年5月8日'), /应为日期/],
    ['date', said('2026-02-30'), /应为日期/],
    ['date', said('2026-05-09'), /今天以后/],
    ['number', said('十二'), /应为数/],
    ['number', said('-1'), /应为数/],
    ['percentage', said('101'), /0 到 100/],
    ['person', named('某甲', ''), /姓名和职务/],
    ['person', named('13800000000', '联络员'), /姓名有误/],
    ['person', named('某甲', '联络员', '见通讯录'), /电话有误/],
    ['address', said('www.yunling.example'), /不是网址/],
    ['address', said('javascript:alert(1)'), /不是网址/],
    ['address', said('https://a:b@yunling.example/'), /不是网址/],
    ['address', said('https://yunling.example/ 内网'), /“内网”不是网址/],
    ['file', said('在网上'), /没有上传文件/],
    ['file', said('', 'others'), /不是本单位上传的/],
    ['photographs', said('', 'p'), /JPG 或 PNG/],
    ['table', said('', 'p'), /xlsx/],
  ])('of the kind %s does not take %j', (kind, answer, what) => {
    expect(faultOf(kind, answer)).toMatch(what);
  });

  it('may be left out only where the plan says so', () => {
    expect(faultOf('file', said(''))).toMatch(/没有填报/);
    expect(faultOf('file', said(''), { optional: true })).toBeNull();
    expect(faultOf('date', said('昨天'), { optional: true })).toMatch(/应为日期/);
    expect(faultsOfAnswers([{ label: '甲', kind: 'text' }], {}, known)).toHaveLength(1);
  });

  it('that the form does not have is told, whatever it is called', () => {
    const more = { 甲: said('一'), 乙: said('二'), __proto__: said('三'), 丙: said('') };
    expect(faultsOfAnswers([{ label: '甲', kind: 'text' }], more, known)).toEqual([
      { label: '乙', what: '表单里没有这一项，请重新打开页面' },
    ]);
    expect(faultOf('text', said('一'), { label: 'constructor' })).toMatch(/没有填报/);
  });

  it('below what the plan asks is handed in and pointed out', () => {
    const weight: FormField = { label: '权重', kind: 'percentage', atLeast: '4' };
    expect(faultsOfAnswers([weight], { 权重: said('3.5') }, known)).toEqual([]);
    expect(remarksOnAnswers([weight], { 权重: said('3.5％') })).toEqual([
      { label: '权重', what: '方案要求不低于 4％' },
    ]);
    expect(remarksOnAnswers([weight], { 权重: said('4') })).toEqual([]);
    expect(remarksOnAnswers([weight], {})).toEqual([]);
  });
});

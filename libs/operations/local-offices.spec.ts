import { describe, expect, it } from 'vitest';
import { areaOf, localise } from './local-offices.js';

const unit = (name: string, category: string, parent: string | null = null) => ({ name, category, parent });
const plan = (issuer: string, recipients: string, reportTo: string, basis = '《方案》') => ({
  ...{ issuer, recipients, reportTo, basis, rectifyWithinDays: 15 },
});

describe('the area of a circular', () => {
  it.each([
    ['云岭县', [unit('云岭县财政局', '部门'), unit('云岭县人民政府', '政府')]],
    ['云岭县', [unit('云岭县财政局', '部门', '云岭县人民政府')]],
    ['望江街道', [unit('柳园社区居民委员会', '村居', '望江街道办事处')]],
    ['本地区', [unit('云岭县财政局', '部门')]],
  ])('is %s', (area, units) => {
    expect(areaOf(units)).toBe(area);
  });
});

describe('the offices of a plan', () => {
  it.each([
    ['云岭县', '县人民政府办公室', '各乡镇人民政府、街道办事处，县政府各部门', '云岭县人民政府办公室', '县政府各部门'],
    ['云岭县', '区（市）政府办公室', '各镇政府、街道办事处，区（市）政府各部门', '云岭县政府办公室', '县政府各部门'],
    ['青河区', '市人民政府办公室', '各镇人民政府、街道办事处，市政府各部门', '青河区人民政府办公室', '区政府各部门'],
    ['望江街道', '街道办事处', '各村（居）民委员会，各站所、各有关单位', '望江街道办事处', '各站所、各有关单位'],
  ])('bear the name and the kind of %s', (area, issuer, recipients, named, last) => {
    const local = localise(plan(issuer, recipients, issuer), area);
    expect([local.issuer, local.reportTo]).toEqual([named, named]);
    expect(local.recipients).toBe(recipients.replace(/，.*/, `，${last}`));
  });

  it('leave what is no office of the area, and set the year of a document number in hexagonal brackets', () => {
    const circular = plan('市县办公室', '县城各单位', '县档案馆', '《方案》（云政办发[2020]10号）');
    expect(localise(circular, '云岭县')).toEqual({ ...circular, basis: '《方案》（云政办发〔2020〕10号）' });
  });
});

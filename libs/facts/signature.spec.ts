import { describe, expect, it } from 'vitest';
import { labelledNumber, numberAtTop, readSignature } from './signature.js';

const running = [
  '各乡镇人民政府，县政府各部门：',
  '为做好老年助餐服务工作，现将有关事项通知如下，请认真贯彻执行。',
  '一、各乡镇要加强组织领导，明确工作责任。',
];
const signed = (...lines: string[]) => {
  const found = readSignature([...running, ...lines]);
  return [found?.issuer ?? null, found?.date.on ?? null];
};

describe('a signature', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['office over day', ['云岭县民政局', '2026年6月18日'], ['云岭县民政局', '2026-06-18']],
    ['with the hour', ['云岭县防汛抗旱指挥部', '2026年6月18日12时'], ['云岭县防汛抗旱指挥部', '2026-06-18']],
    ['with hour and minute', ['云岭县民政局', '2026年6月18日 8时30分'], ['云岭县民政局', '2026-06-18']],
    ['figures set apart', ['云岭县水利局', '2 0 2 6年 6月2 3日'], ['云岭县水利局', '2026-06-23']],
    ['day over office', ['二〇二六年二月十二日', '云岭县财政局'], ['云岭县财政局', '2026-02-12']],
  ])('is read: %s', (_, lines, wanted) => expect(signed(...lines)).toEqual(wanted));

  it('may be a day alone under the only sentence, and is none under a heading', () => {
    const alone = (text: string) => readSignature([text, '2026.06.03'])?.date.on ?? null;
    expect(alone('招聘公告所附岗位表，学历一栏更正为大专及以上，报名时间不变。')).toBe('2026-06-03');
    expect(alone('会议安排如下：')).toBeNull();
  });

  it('takes no line of the text for the office below a day', () => {
    expect(readSignature(['2026年6月1日', ...running, '联系人：县民政局'])).toBeNull();
  });
});

describe('the number of a document', () => {
  it('may run over two lines', () => {
    expect(numberAtTop(['云溪政令', '〔2026〕1号', ...running])).toBe('云溪政令〔2026〕1号');
    expect(numberAtTop(['（云政办发', '〔2026〕1号文件略）', ...running])).toBeNull();
  });

  it('may stand under its label anywhere in the text, in a line of its own', () => {
    expect(labelledNumber([...running, '（文号：云政办发〔2025〕45号）', '云岭县人民政府办公室'])).toBe(
      '云政办发〔2025〕45号',
    );
    expect(labelledNumber([...running, '依据文件：云政办发〔2025〕45号'])).toBeNull();
    expect(labelledNumber([...running, '原文见《通知》（文号：云政办发〔2025〕45号），自印发之日起施行。'])).toBeNull();
  });
});

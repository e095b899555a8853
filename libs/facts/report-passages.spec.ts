import { describe, expect, it } from 'vitest';
import { reportPassages } from './report-passages.js';

const report = `云岭县教育局2022年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求，现公布云岭县教育局2022年度政府信息公开工作年度报告。
本报告由总体情况等六个部分组成，所列数据的统计期限自2022年1月1日起至2022年12月31日止。
如对本报告有任何疑问，请与云岭县教育局办公室联系，联系电话：0000-0000000。
一、总体情况
（一）主动公开。2022年通过网站公开义务教育招生信息32条，公开中小学布局调整方案；组织校园开放日活动6次。
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 自然人 法人 总计
2.没有现成信息需要另行制作 0 0 0 0 0 0 0
五、存在的主要问题及改进情况
一是乡村学校的收费公示不够及时，个别学校漏公开食堂账目。
六、其他需要报告的事项
本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。`;

describe('the passages of an annual report', () => {
  it('are its own sentences, without headings, tables and set phrases', () => {
    expect(reportPassages(report)).toEqual([
      '2022年通过网站公开义务教育招生信息32条，公开中小学布局调整方案；',
      '组织校园开放日活动6次。',
      '一是乡村学校的收费公示不够及时，个别学校漏公开食堂账目。',
    ]);
  });

  it('end where no single report goes on', () => {
    const whole = reportPassages('本单位组织校园开放日活动并邀请家长代表参加。'.repeat(2000));
    expect(whole.join('').length).toBeLessThanOrEqual(6000);
    expect(whole.length).toBeGreaterThan(200);
  });

  it.each([
    ['根据'.repeat(60_000)],
    ['对本报告'.repeat(40_000)],
    ['；'.repeat(100_000)],
    ['根据条例'.repeat(500).repeat(40)],
  ])('are cut quickly out of a hostile text', (text) => {
    const before = process.cpuUsage().user / 1000;
    reportPassages(text);
    reportPassages(`${text}。`);
    expect(process.cpuUsage().user / 1000 - before).toBeLessThan(2000);
  });
});

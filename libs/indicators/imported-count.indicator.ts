import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { fail, finding, notMeasured, pass, ratio } from './verdict.js';

/** 导入的件数：复议诉讼被纠错、找错留言未办结、表彰等，网站上看不到。 */
export const importedCount = defineIndicator({
  id: 'imported-count',
  version: 2,
  title: '没有应予扣分的外部事项',
  failureTitle: '有应予扣分的外部事项',
  basis: [
    {
      source: '2020年泉州市鲤城区政务公开指数绩效考评标准表',
      clause: '依申请公开',
      text: '被行政复议、行政诉讼纠错的，每件扣3分',
    },
  ],
  measures:
    '有关机关导入的本期件数。计为问题的（fault），每件一个不符合；计为成绩的（credit），每件一个符合。没有导入的不计；件数、来源、认定人和日期写入得分理由。',
  blindSpots: '件数以导入的来源为准，本系统不核对。',
  remedy: '对件数有异议的，请向来源单位核实后重新导入。',
  requires: [],
  consults: ['counts'],
  params: z.strictObject({ count: z.string().min(1), as: z.enum(['fault', 'credit']) }),
  evaluate(_, { params, organisation, period, records }) {
    const rows = (records?.counts ?? []).filter(
      (one) => one.organisation === organisation.id && one.name === params.count && one.period === period.id,
    );
    const [first] = rows;
    if (!first) return notMeasured(`没有导入“${params.count}”的件数`, 1);
    const value = rows.reduce((sum, row) => sum + row.value, 0);
    const message = `${params.count}${value}件（${rows.map(({ source }) => source).join('；')}）`;
    if (value === 0 || params.as === 'credit') return pass({ measured: value, of: value }, { message });
    const evidence = { ...first.evidence, marks: [] };
    const details = rows.map((row) => ({ label: row.source, value: `${row.value}件` }));
    return fail(ratio(0, value), [finding(evidence, { subject: params.count, message, details })], { message });
  },
});

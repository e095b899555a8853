import type { ReportItem } from '../types.js';

const HEADS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const TABLES: Record<number, string> = {
  1: '<table border="1"><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>2</td><td>1</td><td>6</td></tr></table>',
  2: '<table border="1"><tr><td>一、本年新收政府信息公开申请数量</td><td>3</td></tr><tr><td>二、上年结转政府信息公开申请数量</td><td>0</td></tr></table>',
  3: '<table border="1"><tr><td>行政复议</td><td>行政诉讼</td></tr><tr><td>0</td><td>0</td></tr></table>',
};

function report(id: number, year: number, day: string, title: string, words: string[]): ReportItem {
  return {
    kind: 'report',
    id,
    category: '006001',
    year,
    day,
    title,
    office: '党政办公室',
    parts: words.map((_, at) => at + 1),
    body: [
      `根据《中华人民共和国政府信息公开条例》要求，编制本报告。数据统计期限为${year}年1月1日至${year}年12月31日。`,
      ...words.flatMap((word, at) => [`#${HEADS[at] ?? ''}`, ...(TABLES[at] ? [TABLES[at]] : []), word]),
    ],
  };
}

/** 年报 of the zone. That of 2023 ends with its fifth part. */
export const REPORTS: ReportItem[] = [
  report(60103, 2025, '2026-01-20', '澄川经济开发区管理委员会2025年政府信息公开工作年度报告', [
    '2025年，主动公开政府信息286条，发布政策解读9件；完善平台检索功能，加强信息管理和监督保障。',
    '本年度制发行政规范性文件2件。',
    '全年收到申请3件，均按期答复。',
    '全年无行政复议、行政诉讼案件。',
    '解读形式不够多样。下一步将增加视频解读。',
    '本年度未收取信息处理费。',
  ]),
  report(60102, 2024, '2025-01-21', '澄川经济开发区管理委员会2024年政府信息公开工作年度报告', [
    '2024年，主动公开政府信息241条，依申请公开信息2条。',
    '本年度制发行政规范性文件2件，废止1件。',
    '全年收到申请3件。',
    '全年未发生复议和诉讼。',
    '部分栏目更新不及时，已整改。',
    '无其他需要报告的事项。',
  ]),
  report(60101, 2023, '2024-01-25', '澄川经济开发区2023年度政府信息公开工作报告', [
    '2023年，新的政府信息公开平台上线运行，迁移历史文件，主动公开信息198条。',
    '本年度未制发行政规范性文件。',
    '全年收到申请3件。',
    '全年未发生复议和诉讼。',
    '平台栏目设置仍需优化。',
  ]),
];

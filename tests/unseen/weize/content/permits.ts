import { BUREAU, file, p, sign, viewer } from './text.js';
import type { DocumentItem } from '../types.js';

const at = { kind: 'document', catid: 16 } as const;

/** 行政许可决定: an external script writes the list. */
export const PERMITS: DocumentItem[] = [
  {
    ...at,
    id: 905,
    day: '2026-06-24',
    title: '苇泽县城北污水处理厂扩建项目水土保持方案审批准予行政许可决定书',
    number: '苇水许可〔2026〕12号',
    issued: '2026-06-23',
    body:
      '<p style="text-align:center;">苇水许可〔2026〕12号</p>' +
      p('县城市建设投资公司：', '你公司2026年6月9日提出的申请收悉，经审查，准予行政许可。') +
      sign(BUREAU, '2026年6月23日'),
    trap: '列表由外部脚本 document.write 写出；正文先有申请日期',
  },
  {
    ...at,
    id: 889,
    day: '2026-06-02',
    title: '苇河大垭段过河管道工程洪水影响评价准予行政许可决定书',
    number: '苇水许可〔2026〕10号',
    issued: '2026-05-29',
    body:
      viewer('/uploadfile/2026/0602/20260602084417031.pdf') +
      file('准予许可决定书.pdf', '/uploadfile/2026/0602/20260602084417031.pdf'),
    files: [['准予许可决定书.pdf', '/uploadfile/2026/0602/20260602084417031.pdf']],
    pdfs: {
      '/uploadfile/2026/0602/20260602084417031.pdf': [
        '苇泽县水务局',
        '准予行政许可决定书',
        '苇水许可〔2026〕10号',
        '县水利投资公司：',
        '你公司于2026年5月12日提出的苇河大垭段过河管道工程洪水影响评价申请，符合法定条件，准予行政许可。',
        BUREAU,
        '2026年5月29日',
      ],
    },
    trap: '文号和成文日期只在 PDF 的文字里；外部脚本列表',
  },
  {
    ...at,
    id: 872,
    day: '2026-04-24',
    title: '苇泽县石板坡采砂场河道采砂不予行政许可决定书',
    number: '苇水不许〔2026〕1号',
    issued: '2026-04-22',
    body:
      '<p style="text-align:center;">苇水不许〔2026〕1号</p>' +
      p('你单位提出的申请不符合采砂规划，不予许可。') +
      sign(BUREAU, '2026年4月22日'),
    trap: '外部脚本列表',
  },
  {
    ...at,
    id: 847,
    day: '2026-03-06',
    title: '大垭水厂取水许可准予行政许可决定书',
    link: '/uploadfile/2026/0306/20260306025530942.pdf',
    number: null,
    issued: null,
    trap: '外部脚本列表里直接链到 PDF（扫描件）',
  },
  {
    ...at,
    id: 819,
    day: '2025-11-21',
    title: '桐子沟水库除险加固工程水土保持设施验收报备回执',
    number: '苇水保备〔2025〕7号',
    issued: '2025-11-20',
    body:
      '<p style="text-align:center;">编号：苇水保备〔2025〕7号</p>' +
      p('你单位报送的材料符合要求，接受报备。') +
      sign(BUREAU, '2025年11月20日'),
    trap: '“编号：”之后是文号；外部脚本列表',
  },
];

import { BUREAU, fields, p, sign, viewer, file } from './text.js';
import type { DocumentItem } from '../types.js';

const at = { kind: 'document', catid: 13 } as const;
const plain = (number: string, issued: string, said: string, ...lines: string[]) => ({
  number,
  index: `WZ014-0202-${number.slice(4, 8)}-0000${number.slice(9, 10)}`,
  issued,
  fields: fields(`WZ014-0202-${number.slice(4, 8)}-0000${number.slice(9, 10)}`, number, issued),
  body: p('各乡镇人民政府，各有关单位：', ...lines) + sign(BUREAU, said),
});

/** 规范性文件: the list comes as JSONP. */
export const NORMS: DocumentItem[] = [
  {
    ...at,
    id: 822,
    day: '2025-12-10',
    title: '关于印发《苇泽县河道管理范围内建设项目管理办法》的通知',
    ...plain('苇水规〔2025〕4号', '2025-12-04', '2025年12月4日', '现将办法印发给你们，自2026年1月1日起施行。'),
  },
  {
    ...at,
    id: 799,
    day: '2025-09-05',
    title: '关于印发《苇泽县水土保持补偿费征收使用管理办法》的通知',
    ...plain('苇水规〔2025〕3号', '2025-07-14', '2025年7月14日', '现将办法印发给你们，自2025年8月15日起施行。'),
    timeliness: 'late',
  },
  {
    ...at,
    id: 780,
    day: '2025-06-12',
    title: '关于印发《苇泽县小型水库管护人员管理办法》的通知',
    ...plain('苇水规〔2025〕2号', '2025-06-09', '2025年6月9日', '现将办法印发给你们，请遵照执行。'),
  },
  {
    ...at,
    id: 761,
    day: '2025-03-14',
    title: '关于印发《苇泽县取水口监测计量管理办法》的通知',
    number: '苇水规〔2025〕1号',
    index: 'WZ014-0202-2025-00001',
    issued: '2025-03-10',
    fields: fields('WZ014-0202-2025-00001', '苇水规〔2025〕1号', '2025-03-10'),
    body:
      viewer('/uploadfile/2025/0314/20250314110512337.pdf') +
      file('取水口监测计量管理办法.pdf', '/uploadfile/2025/0314/20250314110512337.pdf'),
    files: [['取水口监测计量管理办法.pdf', '/uploadfile/2025/0314/20250314110512337.pdf']],
    trap: '只有阅读框，PDF 是扫描件；文号和日期在属性表里',
  },
  {
    ...at,
    id: 745,
    day: '2024-11-20',
    title: '关于印发《苇泽县城镇排水许可管理暂行办法》的通知',
    before: '<font color="#999999">[已失效]</font>',
    ...plain('苇水规〔2024〕2号', '2024-11-14', '2024年11月14日', '现将办法印发给你们，有效期一年。'),
    trap: '列表题目前有“[已失效]”；JSONP 列表第二页',
  },
  {
    ...at,
    id: 733,
    day: '2024-05-17',
    title: '关于印发《苇泽县农村供水水费收缴管理办法》的通知',
    ...plain('苇水规〔2024〕1号', '2024-05-10', '2024年5月10日', '现将办法印发给你们，请遵照执行。'),
    trap: 'JSONP 列表第二页',
  },
  {
    ...at,
    id: 715,
    day: '2023-10-09',
    title: '关于印发《苇泽县水行政处罚裁量基准》的通知',
    ...plain('苇水规〔2023〕1号', '2023-09-26', '2023年9月26日', '现将裁量基准印发给你们，请遵照执行。'),
    trap: '跨国庆；JSONP 列表第二页',
  },
];

import { p, RIVER_OFFICE, sign } from './text.js';
import type { DocumentItem } from '../types.js';

const at = { kind: 'document', catid: 105 } as const;
const ROSTER = '/hzz/e/DownSys/DownSoft/?classid=5&id=85&pathid=0';

/** The site of the river chiefs’ office, on EmpireCMS, which the bureau took over. */
export const RIVER: DocumentItem[] = [
  {
    ...at,
    id: 10088,
    day: '2026-05-20',
    title: '关于开展2026年河湖“清四乱”专项行动的通知',
    number: '苇河长办〔2026〕5号',
    issued: '2026-05-19',
    body:
      '<p align="center">苇河长办〔2026〕5号</p>' +
      p('各乡镇河长办：', '现就专项行动有关事项通知如下。') +
      sign(RIVER_OFFICE, '2026年5月19日'),
  },
  {
    ...at,
    id: 10085,
    day: '2026-03-27',
    title: '关于调整县级河长湖长名单的公告',
    number: null,
    issued: '2026-03-26',
    body:
      p('根据人事变动，现将调整后的县级河长湖长名单公告如下。') +
      sign(RIVER_OFFICE, '2026年3月26日') +
      `<p>附件：<a href="${ROSTER}" target="_blank">县级河长湖长名单</a></p>`,
    files: [['县级河长湖长名单', ROSTER]],
    trap: '附件由帝国的 DownSys/DownSoft 下发，地址和名称都没有扩展名',
  },
  {
    ...at,
    id: 10079,
    day: '2025-10-16',
    title: '关于印发《苇泽县河长制工作考核办法》的通知',
    number: '苇河长办〔2025〕8号',
    issued: '2025-10-13',
    body:
      '<p align="center">苇河长办〔2025〕8号</p>' +
      p('各乡镇河长办：', '现将《苇泽县河长制工作考核办法》印发给你们。') +
      sign(RIVER_OFFICE, '2025年10月13日'),
    trap: '/e/action/ShowInfo.php 地址',
  },
  {
    ...at,
    id: 10071,
    day: '2024-12-06',
    title: '关于2024年第三季度河长巡河情况的通报',
    number: '苇河长办〔2024〕11号',
    issued: '2024-10-18',
    timeliness: 'late',
    body:
      '<p align="center">苇河长办〔2024〕11号</p>' +
      p('各乡镇河长办：', '7月1日至9月30日，各级河长巡河1260次。') +
      sign(RIVER_OFFICE, '2024年10月18日'),
  },
  {
    ...at,
    id: 10064,
    day: '2023-04-11',
    title: '关于印发《苇泽县河湖管护公益岗位管理细则》的通知',
    number: '苇河长办〔2023〕3号',
    issued: '2023-04-06',
    body: '<p align="center">苇河长办〔2023〕3号</p>' + p('现将细则印发给你们。') + sign(RIVER_OFFICE, '2023年4月6日'),
    trap: '帝国列表第二页，地址是从0数起的 page=1',
  },
  {
    ...at,
    id: 10052,
    day: '2020-07-14',
    title: '关于设置河长公示牌的通知',
    number: '苇河长办〔2020〕6号',
    issued: '2020-07-10',
    body:
      '<p align="center">苇河长办〔2020〕6号</p>' + p('请于8月底前完成。') + sign(RIVER_OFFICE, '二〇二〇年七月十日'),
    trap: '帝国列表第二页；落款为汉字日期',
  },
  {
    ...at,
    id: 10040,
    day: '2018-09-05',
    title: '关于建立河长制部门联席会议制度的通知',
    number: '苇河长办〔2018〕4号',
    issued: '2018-09-03',
    body:
      '<p align="center">苇河长办〔2018〕4号</p>' +
      p('经县政府同意，建立联席会议制度。') +
      sign(RIVER_OFFICE, '2018年9月3日'),
    trap: '帝国列表第二页',
  },
];

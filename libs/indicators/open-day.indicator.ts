import { z } from 'zod';
import { addDays } from '#calendar';
import { defineIndicator } from './define-indicator.js';
import { matterVerdict } from './matter-pages.js';

/** 政府开放日的信息。 */
export const openDay = defineIndicator({
  id: 'open-day',
  version: 1,
  title: '开展政府开放日并公布',
  failureTitle: '政府开放日待核实',
  basis: [{ source: '罗政办发〔2020〕11号', clause: '三(八)', text: '持续开展“政府开放日”' }],
  measures:
    '评估日之前规定天数内，网站上有“政府开放日”栏目的信息或文章的为合格；没有找到或没有日期的，交人工核实，不自动扣分。',
  blindSpots: '标题没有“政府开放日”“政务开放日”字样的认不出；只在新媒体发布的看不到；活动是否举行以佐证材料为准。',
  remedy: '请在网站公布政府开放日的活动信息，标题写明“政府开放日”。',
  requires: ['home', 'unread', 'matters'],
  params: z.strictObject({ withinDays: z.number().int().min(30).max(1100).default(365) }),
  evaluate({ matters = [], ...facts }, { params: { withinDays }, asOf }) {
    const recent = matters.filter(
      ({ matter, on }) => matter === 'openDay' && on !== null && on <= asOf && on >= addDays(asOf, -withinDays),
    );
    const title = '近期的政府开放日信息';
    return matterVerdict(
      { ...facts, matters: recent },
      { matter: 'openDay', title, contents: [], words: {}, explored: false },
    );
  },
});

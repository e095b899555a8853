import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { entranceSeen } from './entrance-seen.js';

/** 国办单项否决“互动回应差”(1)：网上有效咨询建言渠道。 */
export const consultationChannel = defineIndicator({
  id: 'consultation-channel',
  version: 1,
  title: '提供网上咨询建言渠道',
  failureTitle: '疑似没有网上有效咨询建言渠道',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“互动回应差”(1)',
      text: '未提供网上有效咨询建言渠道的，单项否决',
    },
  ],
  measures:
    '从首页能找到互动交流入口并且能打开的为合格；没有找到或打不开的，交人工核实，不直接否决；首页没有读到的不判断。',
  blindSpots: '不提交留言，看不出渠道是否有效；政务咨询类留言超过三个月未回应的，由审定人查看留言认定。',
  remedy: '请在首页设置咨询建言入口，并保证能够提交和查询。',
  requires: ['columns', 'home', 'unread'],
  params: z.strictObject({}),
  evaluate: (facts, { asOf }) => entranceSeen('interaction', facts, asOf),
});

import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { entranceSeen } from './entrance-seen.js';

/** 国办单项否决“服务不实用”(1)：提供办事服务。 */
export const servicesOffered = defineIndicator({
  id: 'services-offered',
  version: 1,
  title: '提供办事服务',
  failureTitle: '疑似没有提供办事服务',
  basis: [
    { source: '国办秘函〔2019〕19号', clause: '单项否决“服务不实用”(1)', text: '未提供办事服务的，单项否决' },
    {
      source: '平政办发〔2020〕70号',
      clause: '二(五)11',
      text: '规范、准确、及时公开和更新政务服务事项清单、办事指南',
    },
  ],
  measures:
    '从首页能找到办事服务入口并且能打开的为合格；没有找到或打不开的，交人工核实，不直接判为不合格；首页没有读到的不判断。',
  blindSpots:
    '事项清单、办事指南是否齐全准确，重点要素类别是否缺失，由审定人抽查认定；入口在其他网站而没有采集的不判断。',
  remedy: '请在首页设置办事服务入口，并保证链接有效；没有对外服务职能的，由主管单位认定不适用。',
  requires: ['columns', 'home', 'unread'],
  params: z.strictObject({}),
  evaluate: (facts, { asOf }) => entranceSeen('service', facts, asOf),
});

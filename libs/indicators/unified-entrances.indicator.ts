import { z } from 'zod';
import { columnPresence } from './column-presence.js';
import { defineIndicator } from './define-indicator.js';

/** 统一的互动交流入口和在线办事入口。 */
export const unifiedEntrances = defineIndicator({
  id: 'unified-entrances',
  version: 2,
  title: '互动交流和在线办事入口统一可用',
  failureTitle: '缺少统一的互动交流或在线办事入口',
  basis: [
    { source: '平政办发〔2020〕70号', clause: '二(三)7', text: '设置统一的互动交流入口和在线办事入口' },
    { source: '罗政办发〔2020〕11号', clause: '三(三)', text: '政府门户网站设置统一的互动交流、在线办事入口' },
  ],
  measures:
    '从首页能找到“互动交流”和“办事服务”两个入口，且能打开；指标值为可用入口数除以可测入口数；首页或公开页面没有读到的，不断定缺少入口。',
  blindSpots: '不提交表单，不判断留言是否答复、事项能否办成；入口由脚本生成且没有浏览器时无法测量。',
  remedy: '请在首页设置互动交流、办事服务入口，并保证链接有效。',
  requires: ['columns', 'home', 'unread'],
  params: z.strictObject({}),
  evaluate(facts, { asOf }) {
    return columnPresence(['interaction', 'service'], facts, asOf, { good: '可用', mustHold: false });
  },
});

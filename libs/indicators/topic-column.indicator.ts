import { z } from 'zod';
import { columnPresence } from './column-presence.js';
import { defineIndicator } from './define-indicator.js';

/** 基层政务公开标准化规范化专题（专栏）。 */
export const topicColumn = defineIndicator({
  id: 'topic-column',
  version: 2,
  title: '开设基层政务公开标准化规范化专题',
  failureTitle: '没有开设基层政务公开标准化规范化专题',
  basis: [
    { source: '罗政办发〔2020〕11号', clause: '四(一)', text: '门户网站显著位置开设政务公开标准化规范化工作专题' },
    { source: '平政办发〔2020〕70号', clause: '二(一)2', text: '开设“基层政务公开标准目录”专栏' },
  ],
  measures: '专题栏目有链接、能打开、有内容；首页、公开页面或栏目列表有没读到的，不断定没有。',
  blindSpots: '不判断位置是否“显著”，不评价内容。',
  remedy: '请在首页开设专题，公布工作方案、事项目录和推进情况。',
  requires: ['columns', 'home', 'unread'],
  params: z.strictObject({}),
  evaluate(facts, { asOf }) {
    return columnPresence(['topic'], facts, asOf, { good: '已开设', mustHold: true });
  },
});

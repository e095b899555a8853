import { z } from 'zod';
import { fetchOutcomes } from '#evidence';
import { type ColumnKey, columnTitles } from '#programmes';
import { defineIndicator } from './define-indicator.js';
import { doubt, needsReview, notMeasured, pass, ratio, type Verdict } from './verdict.js';

/** The columns of a page of openness; news and notices make none. */
const ofOpenness: readonly ColumnKey[] = ['guide', 'rules', 'statutory', 'catalogue', 'annual', 'request'];

/** 为每个乡镇（街道）、部门设立公开页面。 */
export const unitPage = defineIndicator({
  id: 'unit-page',
  version: 1,
  title: '设有本单位的公开页面',
  failureTitle: '没有看到本单位的公开页面',
  basis: [
    {
      source: '平政办发〔2020〕70号',
      clause: '二(三)7',
      text: '为所有乡镇（街道）、部门分别设立公开页面',
    },
  ],
  measures:
    '登记的本单位页面能打开，并设有公开指南、公开制度、法定主动公开内容、公开目录、年度报告、依申请公开中的至少一个栏目，计为设有。页面能打开而这些栏目都没有看到的，交人工复核，不直接扣分；页面或栏目没有读到的，不判断。',
  blindSpots: '只看登记的页面；几个单位合用一个页面的看不出来；栏目是否齐全、是否更新，由栏目的指标评判。',
  remedy: '请在政府信息公开平台为本单位设立页面，并在单位信息中登记其网址。',
  requires: ['home', 'columns'],
  params: z.strictObject({}),
  evaluate({ home, columns }): Verdict {
    if (!home) return notMeasured('没有采集本单位的页面', 1);
    if (home.outcome !== 'ok') return notMeasured(`本单位的页面未能读取：${fetchOutcomes[home.outcome].meaning}`, 1);
    const seen = columns.filter(({ key }) => ofOpenness.includes(key));
    const found = seen.filter(({ state }) => state === 'found' || state === 'broken');
    if (found.length > 0)
      return pass(ratio(1, 1), {
        message: `页面能打开，设有${found.map(({ key }) => `“${columnTitles[key]}”`).join('、')}`,
      });
    if (seen.length === 0 || seen.some(({ state }) => state === 'unread'))
      return notMeasured('页面能打开，其中的公开栏目未能读取', 1);
    const text = {
      subject: 'page',
      message: '登记的页面能打开，没有看到政府信息公开的栏目，须人工复核',
      details: [{ label: '页面', value: home.url }],
    };
    return needsReview([doubt({ capture: home.capture, url: home.url, marks: [] }, text)], text.message);
  },
});

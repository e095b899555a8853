import { z } from 'zod';
import { columnPresence } from './column-presence.js';
import { defineIndicator } from './define-indicator.js';
import { unreadOf } from './doubts.js';
import { notMeasured, pass, ratio } from './verdict.js';

/** 基层政务公开标准目录已公布。 */
export const cataloguePublished = defineIndicator({
  id: 'catalogue-published',
  version: 2,
  title: '公布主动公开目录',
  failureTitle: '没有公布主动公开目录',
  basis: [
    {
      source: '平政办发〔2020〕70号',
      clause: '二(一)2',
      text: '在门户网站政府信息公开平台集中发布基层政务公开标准目录',
    },
    { source: '罗政办发〔2020〕11号', clause: '二', text: '26个试点领域标准目录编制完成并在门户网站公开发布' },
    { source: '国办发〔2019〕54号', clause: '二', text: '编制完成本级政务公开事项标准目录' },
  ],
  measures:
    '目录栏目有链接、能打开、有内容，或者网站上读到了目录事项（网页表格，或docx、xlsx文件中的表格）。有目录页面没有读到的，不断定没有公布。',
  blindSpots:
    '只看目录是否公布，领域是否齐全、要素是否完整另有指标；pdf、ofd和老格式（doc、xls）文件中的目录只知其有，不读其事项。',
  remedy: '请在“主动公开基本目录”栏目公布本单位的政务公开事项标准目录。',
  requires: ['columns', 'home', 'documents', 'catalogue', 'unread'],
  params: z.strictObject({}),
  evaluate(facts, { asOf }) {
    const { length } = facts.catalogue;
    if (length > 0) return pass(ratio(1, 1), { message: `目录已公布，读到${length}个公开事项` });
    const pages = facts.documents.filter(({ kind }) => kind === 'catalogue').length;
    if (pages > 0) return pass(ratio(1, 1), { message: `目录已公布，有${pages}个目录页面` });
    const verdict = columnPresence(['catalogue'], facts, asOf, { good: '已公布', mustHold: true });
    const unread = unreadOf(facts.unread, 'catalogue', /目录/).length;
    return verdict.outcome === 'fail' && unread > 0
      ? notMeasured(`有${unread}个目录页面未能读取，不能断定没有公布`, 1)
      : verdict;
  },
});

import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { matterVerdict } from './matter-pages.js';

/** How the topics of the plans are spoken of in lists and columns. */
const topicWords: Record<string, RegExp> = {
  脱贫攻坚: /脱贫|扶贫|帮扶|防返贫/,
  乡村振兴: /乡村振兴|美丽乡村|和美乡村|人居环境|产业发展/,
  村级财务: /财务|收支|账目|三资|集体(?:资产|资金|经济)|村账/,
  惠农政策: /惠农|惠民|强农|补贴|惠村/,
  养老服务: /养老|老年|高龄|老龄/,
  社会救助: /救助|低保|最低生活保障|特困|五保|困难群众/,
  征地拆迁: /征地|征收|拆迁|安置|补偿/,
};

/** 村（居）务公开专栏及其重点内容。 */
export const villageColumn = defineIndicator({
  id: 'village-column',
  version: 1,
  title: '村（居）务公开专栏有重点内容',
  failureTitle: '村（居）务公开专栏待核实',
  basis: [
    {
      source: '青政办发〔2020〕10号',
      clause: '二(二)2',
      text: '探索以村（居）为单位开设“村（居）务公开”专栏，重点公开六方面内容',
    },
    {
      source: '罗政办发〔2020〕11号',
      clause: '三(九)',
      text: '重点公开脱贫攻坚、乡村振兴、村级财务、惠农政策、养老服务、社会救助、征地拆迁等内容',
    },
  ],
  measures:
    '在网站上找名称为村务公开、居务公开等的栏目和村（居）务公开事项清单，看栏目名称、信息标题和正文中有没有方案列出的各项重点内容；都有的为合格。没有找到栏目或没有认出某项内容的，交人工复核，不自动扣分；方案只要求探索的，没有栏目不作问题处理。',
  blindSpots: '微信群、公示栏和村里的公告网站上看不到，以佐证材料为准；不判断内容是否属实、是否与县乡公开的一致。',
  remedy: '请开设村（居）务公开专栏，按事项清单公开各项重点内容；在公示栏公开的，提供照片。',
  requires: ['home', 'unread', 'matters'],
  params: z.strictObject({ topics: z.array(z.string().min(2)).min(1), explored: z.boolean().default(false) }),
  evaluate(facts, { params: { topics, explored } }) {
    const title = '村（居）务公开专栏';
    return matterVerdict(facts, { matter: 'village', title, contents: topics, words: topicWords, explored });
  },
});

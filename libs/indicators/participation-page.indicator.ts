import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { matterVerdict } from './matter-pages.js';

const contentWords: Record<string, RegExp> = {
  事项范围: /事项范围|范围|事项(?:目录|清单)|下列事项|以下事项|哪些事项/,
  参与方式: /参与方式|方式|座谈会|听证会|实地走访|问卷|民意调查|征求意见|列席/,
  参与渠道: /参与渠道|渠道|途径|信箱|邮箱|邮件|电话|来信|信函|留言/,
};

/** 公众参与行政决策的事项范围、参与方式、参与渠道向社会公开。 */
export const participationPage = defineIndicator({
  id: 'participation-page',
  version: 1,
  title: '公布公众参与的事项范围、方式和渠道',
  failureTitle: '公众参与的事项范围、方式和渠道待核实',
  basis: [
    {
      source: '罗政办发〔2020〕11号',
      clause: '三(四)',
      text: '明确公众参与行政决策的事项范围、参与方式、参与渠道并向社会公开',
    },
    { source: '平政办发〔2020〕70号', clause: '二(四)10', text: '明确公众参与行政决策的事项范围和方式，并向社会公开' },
  ],
  measures:
    '在网站上找公众参与栏目和公众参与事项、办法、机制等文件，看栏目、标题和正文中有没有方案要求的各项内容；都有的为合格。没有找到页面或没有认出某项内容的，交人工复核，不自动扣分。',
  blindSpots: '内容写在图片或附件里的看不到；标题没有“公众参与”字样的认不出；不判断列席会议等制度是否执行。',
  remedy: '请公布公众参与行政决策的事项范围、参与方式和参与渠道，标题写明“公众参与”。',
  requires: ['home', 'unread', 'matters'],
  params: z.strictObject({ contents: z.array(z.string().min(2)).min(1) }),
  evaluate(facts, { params: { contents } }) {
    const title = '公众参与页面';
    return matterVerdict(facts, { matter: 'participation', title, contents, words: contentWords, explored: false });
  },
});

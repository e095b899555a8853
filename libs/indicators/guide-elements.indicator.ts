import { z } from 'zod';
import { type GuideElement, guideElements, type GuideFact } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { joinReasons, unreadOf } from './doubts.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, notMeasured } from './verdict.js';

/** 条例第十二条：政府信息公开指南的九项内容。 */
export const guideElementsComplete = defineIndicator({
  id: 'guide-elements',
  version: 1,
  title: '公开指南内容齐全',
  failureTitle: '公开指南缺少规定的内容',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      clause: '第十二条',
      text: '政府信息公开指南包括政府信息的分类、编排体系、获取方式和政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式等内容',
    },
  ],
  measures:
    '从指南栏目找到政府信息公开指南的页面，按用词和写法逐项看九项内容；几个页面都是指南的，合在一起看。全文读到而通篇没有提到的，计为缺少；提到而没有看到具体内容（如只有“传真”而没有号码）的，交人工复核；指南有图片、附件等没有读全的，没有看到的内容不判断。',
  blindSpots: '不核对电话、地址等是否属实；图片、扫描件中的指南读不到；没有指南的，由栏目是否齐全的指标评判。',
  remedy: '请在政府信息公开指南中补充所缺的内容，没有传真等的请写明。',
  requires: ['guides', 'unread'],
  params: z.strictObject({ elements: z.array(z.enum(guideElements)).min(1).optional() }),
  evaluate({ guides, unread }, { params }) {
    const elements = params.elements ?? guideElements;
    if (!guides) return notMeasured('采集时的版本没有读取公开指南的内容', elements.length);
    const main = fullest(guides);
    if (!main) return notMeasured('没有读到政府信息公开指南的文字', elements.length);
    const has = (element: GuideElement) => guides.some(({ found }) => found.includes(element));
    const speaksOf = (element: GuideElement) => guides.some(({ hinted }) => hinted.includes(element));
    const open = joinReasons(
      ...guides.map((guide) => guide.unread),
      unreadOf(unread, 'guide', /公开指南/).length > 0 ? '指南栏目有页面未能读取' : null,
    );
    const lacking = elements.filter((element) => !has(element));
    const evidence = { capture: main.capture, url: main.url, marks: [] };
    const missing = lacking.filter((element) => !speaksOf(element));
    return verdictOf(
      {
        good: elements.length - lacking.length,
        fails: open === null ? missing.map((element) => finding(evidence, textOf(element, main, null))) : [],
        doubts: lacking
          .filter(speaksOf)
          .map((element) => doubt(evidence, textOf(element, main, '只提到而没有看到具体内容'))),
        unmeasured: open === null ? 0 : missing.length,
      },
      { good: '已写明', unit: '项指南内容', unmeasured: open ?? '没有可测的内容' },
    );
  },
});

/** The page of the guide that says most. */
function fullest(guides: readonly GuideFact[]): GuideFact | null {
  return [...guides].sort((one, other) => other.found.length - one.found.length)[0] ?? null;
}

function textOf(element: GuideElement, { title, found }: GuideFact, why: string | null): FindingText {
  return {
    subject: element,
    message: why === null ? `政府信息公开指南没有写明${element}` : `政府信息公开指南的${element}${why}，须人工复核`,
    details: [
      { label: '指南', value: title === '' ? '未见标题' : title },
      { label: '缺少', value: element },
      { label: '已写明', value: found.length > 0 ? found.join('、') : '无' },
    ],
  };
}

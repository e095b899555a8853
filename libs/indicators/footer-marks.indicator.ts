import { z } from 'zod';
import { fetchOutcomes } from '#evidence';
import { type FootMark, footMarks, type FootReading } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, notMeasured, type Verdict } from './verdict.js';

/** Marks that stand in words on every foot: where others of them were read, one that was not is missing. */
const inWords: ReadonlySet<FootMark> = new Set([
  '主办单位',
  '联系方式',
  '网站标识码',
  'ICP备案编号',
  '公安机关备案标识',
]);
/** Fewer of them read, and the foot itself may not have been. */
const fewestRead = 2;

/** 首页底部功能区的标识。 */
export const footerMarksShown = defineIndicator({
  id: 'footer-marks',
  version: 1,
  title: '首页底部标识齐全',
  failureTitle: '首页底部缺少规定的标识',
  basis: [
    {
      source: '国办发〔2017〕47号',
      clause: '附件，网页设计规范',
      text: '底部功能区至少要列明党政机关网站标识、“我为政府网站找错”监督举报平台入口、网站标识码、网站主办单位及联系方式、ICP备案编号、公安机关备案标识和站点地图等内容',
    },
  ],
  measures:
    '首页的文字中有主办单位、联系方式、网站标识码、ICP备案编号、公安机关备案标识，有党政机关网站标识、找错入口的文字、图片或脚本，有站点地图的链接，各计一项。五项文字标识已读到两项以上而缺其他的，计为缺少；只有图片名称或链接地址可印证的、后三项没有读到的、底部有框架或几乎没有读到文字标识的，交人工复核。',
  blindSpots:
    '不核对编号是否真实、有效；图片中的文字、由脚本写入而没有用浏览器渲染的内容看不到；首页没有读到的不判断。',
  remedy: '请在首页底部补齐规定的标识，并链接到备案和标识的查询页面。',
  requires: ['home'],
  params: z.strictObject({ marks: z.array(z.enum(footMarks)).min(1).optional() }),
  evaluate({ home }, { params }): Verdict {
    if (!home) return notMeasured('没有采集首页', 1);
    if (home.outcome !== 'ok') return notMeasured(`首页未能读取：${fetchOutcomes[home.outcome].meaning}`, 1);
    const { foot } = home;
    if (!foot) return notMeasured('首页底部的内容未能读取', 1);
    const marks = params.marks ?? footMarks;
    const lacking = marks
      .filter((mark) => !foot.shown.includes(mark))
      .map((mark) => ({ mark, why: openReason(mark, foot) }));
    const evidence = { capture: home.capture, url: home.url, marks: [] };
    return verdictOf(
      {
        good: marks.length - lacking.length,
        fails: lacking.flatMap(({ mark, why }) => (why === null ? finding(evidence, textOf(mark, foot, null)) : [])),
        doubts: lacking.flatMap(({ mark, why }) => (why === null ? [] : doubt(evidence, textOf(mark, foot, why)))),
        unmeasured: 0,
      },
      { good: '已列明', unit: '项标识', unmeasured: '没有可测的标识' },
    );
  },
});

/** Why a mark that was not read is left to a person, or null. */
function openReason(mark: FootMark, { shown, hinted, framed }: FootReading): string | null {
  if (hinted.includes(mark)) return '只有图片名称、链接地址或隐藏的文字可以印证';
  if (framed) return '首页底部有框架，其中的内容没有读取';
  if (!inWords.has(mark)) return '可能以图片或脚本显示';
  const read = shown.filter((one) => inWords.has(one)).length;
  return read < fewestRead ? '首页底部的文字标识几乎没有读到，可能由图片或脚本显示' : null;
}

function textOf(mark: FootMark, { shown }: FootReading, why: string | null): FindingText {
  return {
    subject: mark,
    message: why === null ? `首页底部没有列明“${mark}”` : `首页没有读到“${mark}”；${why}，须人工复核`,
    details: [
      { label: '缺少', value: mark },
      { label: '读到的标识', value: shown.length > 0 ? shown.join('、') : '无' },
    ],
  };
}

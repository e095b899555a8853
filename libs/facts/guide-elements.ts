import { type GuideElement, guideElements } from './model.js';

/** As much of a guide as is searched; longer ones hold laws and forms besides. */
const longestText = 60_000;

interface Signs {
  /** The element is there: its label with a value of the right shape, or words that nothing else is told by. */
  sure: RegExp;
  /** It is spoken of. */
  hint: RegExp;
}

/** On text without spaces: labels are spread out, and stand apart from their values in tables. */
const signs: Record<GuideElement, Signs> = {
  政府信息的分类: {
    sure: /信息的?分类|分类[和与及、]?编排|分类(?:如下|情况|体系|目录|方式|展示|设置)|(?:分为|划分为|包括)[^。]{0,60}类(?:别|信息)?|类别/,
    hint: /分类|公开的?(?:范围|内容)|主动公开[^。]{0,20}(?:下列|以下|包括)/,
  },
  编排体系: {
    sure: /编排|索引号[^。]{0,60}(?:名称|内容概述|生成日期|编码|编制)/,
    hint: /索引|编制|编码|体系|公开目录/,
  },
  获取方式: {
    sure: /获取(?:信息|政府信息)?的?(?:方式|渠道|途径|形式|办法)|公开的?(?:形式|方式|渠道|途径)|查(?:阅|询)(?:点|场所|方式|渠道)|(?:可以?|可以?通过|通过|登录|前往)[^。]{0,60}(?:查阅|查询|查看|获取)/,
    hint: /获取|查阅|网站|公报|申请/,
  },
  工作机构名称: {
    sure: /(?:工作|受理|主管|负责|承办|公开|办事)(?:的)?(?:机构|部门|单位|科室|处室)(?:的)?(?:名称)?(?:[：:]|为|是|设在)[^：:]{0,4}[\u4e00-\u9fff]{2}|机构名称[：:]?[\u4e00-\u9fff]{2}|(?:工作|公开|受理)机构[\u4e00-\u9fff]{2,30}(?:办公室|[局科股处站]|中心|委员会|政府)|(?:政务|信息)公开[^。，；]{0,12}(?:办公室|中心|科|股|处)/,
    hint: /机构|部门|办公室|单位/,
  },
  办公地址: {
    sure: /地(?:址|点)[^。]{0,60}?(?:[路街道巷]|大厦|大楼|办公楼|楼|号|室|院|[镇乡村县区市])/,
    hint: /地址|地点|邮政编码|邮编|[路街]\d{1,5}号/,
  },
  办公时间: {
    sure: /(?:办公|工作|受理|服务|接待|开放|对外)时间[^。]{0,40}(?:\d|工作日|周|星期|上午|[一二三四五六七八九十]点)/,
    hint: /(?:办公|工作|受理|服务|接待|开放|作息|上班)时间|上午|下午|节假日|周一|星期一/,
  },
  联系电话: {
    sure: /(?:(?<!传真)电话|热线|联系方式)(?:[（(/、及和]?传真[）)]?)?(?:(?!传真)[^\d。]){0,24}\d{3,}/,
    hint: /(?<!传真)电话|热线|(?<!传真[^\d]{0,8})(?<!\d)\d{3,4}[-—－]\d{7,8}/,
  },
  传真号码: { sure: /传真[^\d。]{0,24}\d{3,}/, hint: /传真/ },
  互联网联系方式: {
    sure: /[a-z\d._+-]{1,40}(?:@|＠|#|\[at\]|\(at\)|（at）)[a-z\d-]{1,40}\.[a-z]{2,}|(?:网址|网站|互联网|邮箱|信箱|在线申请|网上申请)[^。]{0,40}(?:https?:|www\.)/i,
    hint: /邮箱|信箱|电子邮件|e-?mail|网址|互联网|网站|https?:|www\.|[@＠]/i,
  },
};

/** Which of the nine elements the text of a guide has, and of which it only speaks. */
export function readGuideElements(text: string): { found: GuideElement[]; hinted: GuideElement[] } {
  const close = text.slice(0, longestText).replace(/[\s\u3000]+/g, '');
  const found = guideElements.filter((element) => signs[element].sure.test(close));
  const hinted = guideElements.filter((element) => !found.includes(element) && signs[element].hint.test(close));
  return { found, hinted };
}

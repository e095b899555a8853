import { squeeze } from '#kernel';
import type { ColumnKey } from '#programmes';

/** How one standard column is named; `exact` names are too common to be looked for within others. */
interface Rule {
  key: ColumnKey;
  exact: RegExp;
  within?: RegExp;
}

const rules: Rule[] = [
  { key: 'guide', exact: /^(?:政府)?信息公开指南$|^(?:政务)?公开指南$/, within: /(?:政府)?信息公开指南$/ },
  {
    key: 'rules',
    exact:
      /^(?:政府)?信息公开制度$|^公开制度$|^(?:政府)?信息公开(?:相关)?(?:规定|法规)$|^信息公开规章制度$|^政务公开制度$/,
    within: /信息公开制度$/,
  },
  { key: 'statutory', exact: /^法定主动公开(?:内容|信息)?$|^主动公开(?:内容|信息)$/, within: /法定主动公开内容/ },
  {
    key: 'catalogue',
    exact:
      /^(?:(?:政府)?信息|政务)?(?:主动)?公开(?:基本|标准|事项)?目录$|^(?:主动公开)?(?:基本|标准|事项)目录$|^(?:政府|部门|乡镇)?信息公开目录$/,
    within: /(?:主动公开(?:基本|标准|事项)?目录|公开事项(?:标准)?目录|(?:基层)?政务公开(?:事项)?标准目录)$/,
  },
  {
    key: 'annual',
    exact:
      /^(?:政府)?信息公开(?:工作)?(?:年度报告|年报|年度工作报告|工作报告)$|^公开年报$|^年度报告$|^(?:政府)?信息公开年度报告(?:和|及).{0,8}$|^政务公开年报$/,
    within: /信息公开(?:工作)?(?:年度报告|年报)$/,
  },
  {
    key: 'request',
    exact:
      /^(?:(?:政府)?信息)?依申请公开(?:平台|系统|申请|入口)?$|^(?:政府)?信息公开申请$|^(?:我要)?申请公开$|^在线申请公开$/,
    within: /依申请公开(?:平台|系统|入口)?$/,
  },
  {
    key: 'interpretation',
    exact:
      /^(?:政策|文件|本级政策|政策文件|部门|最新)?解读(?:回应|材料|信息)?$|^政策图解$|^解读与回应$|^政策法规解读$|^文字解读$/,
    within: /(?:政策|文件)解读(?:回应)?$|^解读回应/,
  },
  {
    key: 'policy',
    exact:
      /^(?:政策|本级|政府|县政府|区政府|市政府|部门|最新|本机关|公开|政务|乡镇|镇政府|街道|其他|重要)?(?:政策)?文件(?:库)?$|^(?:行政)?规范性文件(?:库)?$|^政策法规$|^政策$|^政府规章$|^(?:法规|政策法规)?文件(?:公开)?$|^行政规范性文件目录$/,
    within: /(?:政策文件|规范性文件|政府文件)(?:库|公开|专栏)?$/,
  },
  {
    key: 'notice',
    exact:
      /^(?:通知|公示)(?:、|\/|和)?公告$|^(?:公告|通知)(?:、|\/|和)?(?:公示|通知)$|^公示公告$|^通知公示$|^公告$|^通告公示$|^公告栏$/,
    within: /(?:通知公告|公示公告|公告公示)$/,
  },
  {
    key: 'interaction',
    exact: /^(?:互动|政民|公众|交流|官民)(?:交流|互动|参与)$|^互动(?:平台|频道|专栏)?$|^交流互动$|^政民互动平台$/,
    within: /(?:互动交流|政民互动|公众互动)$/,
  },
  {
    key: 'service',
    exact:
      /^(?:办事|政务|网上|在线|便民|公共|网上办事|一站式)(?:服务|办事|大厅)(?:网|大厅|平台|中心|指南)?$|^在线办事$|^网上办事大厅$/,
    within: /(?:政务服务网|政务服务平台|办事服务|政务服务)$/,
  },
  {
    key: 'topic',
    exact: /^基层政务公开(?:标准化)?(?:(?:和)?规范化)?(?:标准化)?(?:建设|试点|工作|领域)?(?:专题|专栏|专区)?$/,
    within:
      /(?:基层政务公开(?:标准化|规范化)|政务公开标准化规范化|两化)[\u4e00-\u9fa5]{0,8}(?:专题|专栏|专区|建设|试点|规范化|标准化|工作|领域)$|^两化专栏$/,
  },
  {
    key: 'news',
    exact:
      /^(?:政务|工作|部门|政府|本地|本县|乡镇|镇街|县区|街道|新闻|时政|基层|单位|今日)?(?:动态|要闻|新闻)$|^[\u4e00-\u9fa5]{2}(?:要闻|动态)$|^(?:新闻)?(?:动态|要闻)(?:资讯|信息|新闻)?$|^新闻(?:中心|动态|资讯)$|^信息动态$/,
    within: /(?:政务动态|工作动态|政务要闻|部门动态)$/,
  },
];

/** Names that look like a column and are another thing. */
const never =
  /国务|中国政府网|省内|全省|全国|中央|省政府|省人民政府|上级|市州|友情|无障碍|长者|登录|注册|领域.{0,12}目录$|法人|历史|往届|旧版|移动端|微信|微博|客户端|更多政策解读视频$|意见箱$|统计表$|年度报表|工作年度报表/;

/** Longest name of a column; longer texts are titles of articles. */
const longestName = 24;

/**
 * Which standard column a link leads to, by its text (and, for entrances, its address); null for anything else, among it
 * titles of articles that mention a column.
 */
export function classifyColumn(text: string, href: string): ColumnKey | null {
  const name = nameOf(text);
  if (name.length < 2 || name.length > longestName || /[《》。？！]/.test(name)) return null;
  if (never.test(name) || isFileHref(href)) return null;
  // An article's title has a verb of announcing in it; a column's name has not.
  if (/^关于|印发|转发|召开|举行|开展|发布(?!会)|的通知$|（\d|20\d\d/.test(name)) return null;
  for (const rule of rules) if (rule.exact.test(name)) return rule.key;
  for (const rule of rules) if (rule.within?.test(name)) return rule.key;
  return null;
}

/** Whether a link leads to the page of openness of government information itself (政府信息公开 / 政务公开), the hub of such columns. */
export function isOpennessLink(text: string, href: string): boolean {
  const name = nameOf(text);
  if (isFileHref(href) || /^(?:javascript|mailto)/i.test(href.trim())) return false;
  return /^(?:本级|县|区|市|镇|乡|街道|部门|网上)?(?:政府信息公开|政务公开|信息公开)(?:专栏|平台|专区|网|专题|栏目)?$/.test(
    name,
  );
}

function nameOf(text: string): string {
  return squeeze(text)
    .replace(/^[·•●■▪◆★>»›＞\-—|｜【[（(]+|[·•●■▪◆★>»›＞\-—|｜】\]）)…]+$/g, '')
    .replace(/(?:更多|more)[>»]*$/i, '')
    .replace(/^\d{1,2}[.、]/, '');
}

function isFileHref(href: string): boolean {
  return /\.(?:docx?|xlsx?|pdf|zip|rar)(?:$|\?)/i.test(href);
}

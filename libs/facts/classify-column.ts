import { squeeze } from '#kernel';
import type { ColumnKey } from '#programmes';
import { hostOf } from './urls.js';

/** How one standard column is named; `exact` names are too common to be looked for within others. */
interface Rule {
  key: ColumnKey;
  exact: RegExp;
  within?: RegExp;
  /** What makes a name that fits the name of something else. */
  not?: RegExp;
}

/** In the order in which they are asked; an exact name always goes before one found within a longer name. */
const rules: Rule[] = [
  {
    key: 'guide',
    exact:
      /^(?:政府|部门)?(?:信息|政务)?公开(?:工作)?指南$|^(?:政府)?信息公开(?:工作)?(?:指南(?:和|与|、|及)目录|简介及指南)$/,
    within: /(?:政府信息|信息|政务)公开(?:工作)?指南$/,
    not: /申请|办事|服务指南/,
  },
  {
    key: 'rules',
    exact:
      /^(?:政府|部门)?(?:信息|政务)?公开(?:工作|规章|相关|配套|基本)?制度(?:规范|建设|文件)?$|^(?:政府)?信息公开(?:相关)?(?:规定|法规|制度规定|法规制度|法律法规|制度法规)$|^公开(?:规定|法规)$/,
    within: /(?:政府信息|信息|政务)公开(?:工作|相关)?制度(?:规范)?$/,
  },
  {
    key: 'statutory',
    exact: /^(?:法定)?(?:应)?主动公开(?:的)?(?:内容|信息|政府信息|事项)?$|^法定公开(?:内容|信息)?$/,
    within: /法定主动公开(?:内容|信息)?$/,
  },
  {
    key: 'catalogue',
    exact:
      /^(?:(?:政府|部门|乡镇|政务)?信息|政府信息|政务|基层政务)?(?:主动)?公开(?:基本|标准|事项|事项标准|事项基本|标准化|总|全)?(?:目录|清单)$|^(?:主动公开)?(?:基本|标准|事项)目录$/,
    within:
      /(?:主动公开(?:基本|标准|事项)?目录|公开事项(?:标准|基本)?目录|(?:基层)?政务公开(?:事项)?(?:标准|基本)目录)$/,
    not: /领域|收费|权力|权责|证明|申请|审批|许可|处罚|负面/,
  },
  {
    key: 'annual',
    exact:
      /^(?:历年)?(?:政府|部门)?(?:信息|政务)?公开(?:工作)?(?:年度(?:工作)?报告|年报|工作报告|工作年报|工作年度报告)(?:(?:和|及).{0,8}|专栏)?$|^(?:历年)?(?:年报|年度报告)$|^(?:信息公开)?年度公开报告$/,
    within: /(?:信息|政务)公开(?:工作)?(?:年度(?:工作)?报告|年报)$/,
    not: /统计|年鉴|预算|决算|预决算|财政|网站|监管|法治|企业|环境|经济|报表|解读/,
  },
  {
    key: 'request',
    exact:
      /^(?:(?:政府)?信息)?依申请公开(?:平台|系统|申请|入口|办理|政府信息|信息|专栏|栏目)?$|^(?:政府|政务)?信息(?:依)?公开(?:在线|网上)?申请(?:平台|系统|入口)?$|^(?:我要|在线|网上)?(?:依)?申请公开(?:信息|政府信息|平台|系统|入口)?$|^依申请$|^公开申请$|^(?:政府)?信息依申请公开(?:平台|系统|入口)?$/,
    within: /依申请公开(?:平台|系统|入口)?$/,
    not: /指南|流程|须知|收费|答复|公示|统计|清单|年报|表格?$/,
  },
  {
    key: 'interpretation',
    exact:
      /^(?:政策|文件|本级政策|政策文件|部门|部门政策|最新|最新政策|本级|我县政策|重要政策|政策法规|文字|图文|图片|视频|音频|音视频|动漫|专家|领导|负责人|媒体|多媒体|多元化){0,2}(?:解读|解读与回应|解读及回应|解读回应|解读材料|解读信息|解读专栏|解读专区)$|^政策图解$|^图解政策$|^政策解读(?:和|与|及|·|、)?(?:回应(?:关切)?|解读库|库|一览)$|^(?:一图读懂|图说政策|政策图文解读)$/,
    within: /(?:政策|文件)解读(?:回应)?$|^解读回应/,
    not: /征集|制度|机制|满意度|预约|统计|预算|规划图/,
  },
  {
    key: 'policy',
    exact:
      /^(?:政策|本级|政府|县政府|区政府|市政府|县政府办|政府办|政府办公室|县政府办公室|部门|最新|本机关|公开|政务|乡镇|镇政府|乡政府|街道|办事处|其他|重要|县级|区级|现行|现行有效|有效|政策性)?(?:政策)?文件(?:库)?$|^(?:本级|县政府|政府|部门|现行有效|现行)?(?:行政)?规范性文件(?:库|目录|公开|数据库|专栏)?$|^(?:本级|最新)?政策(?:法规|规章|公文|发布|公开|库)?$|^政府规章$|^(?:法规|政策法规|法规政策)?文件(?:公开)?$|^(?:法规|政府|政务|行政|机关)?公文(?:公开|发布|库)?$|^(?:政府|县政府|部门|机关)发文$|^制发文件$|^政策与文件$|^法规政策$|^政策法规库$/,
    within: /(?:政策文件|规范性文件|政府文件)(?:库|公开|专栏)?$/,
    not: /废止|失效|征求意见|草案|清理|备案|国家|省级|中央|党内|党委|转发|惠企|惠民|审查|合法性|目录管理/,
  },
  {
    key: 'notice',
    exact:
      /^(?:最新|重要|政务|政府|本地|部门|本级|乡镇|镇街|公共)?(?:通知|公告|公示|通告|公示公告|通知公告|公告公示|通知通告|公告通知|通告公示|通知公示|通告公告|公告通告|通知公告公示|告示公告|信息公告)(?:栏|专栏|信息|发布)?$|^(?:通知|公示|公告|通告)(?:、|\/|和|及|与|·|\|)(?:公示|公告|通知|通告)(?:栏)?$/,
    within: /(?:通知公告|公示公告|公告公示|通知公示)(?:栏)?$/,
    not: /招标|投标|采购|中标|成交|拍卖|挂牌|出让|招聘|招考|招录|征地|征收|拆迁|环评|环境|处罚|许可|信用|人事|任免|任前|干部|工程|听证|法院|税务|村务|项目|土地|行政执法|双公示|预算|失信|食品|环保|审计|规划|教师|公务员/,
  },
  {
    key: 'interaction',
    exact:
      /^(?:互动|政民|公众|交流|官民|政企|民生|政务)(?:交流|互动|参与|互动交流|互动平台|互动回应)(?:平台|专栏|频道|专区)?$|^互动(?:平台|频道|专栏|中心|回应)?$|^交流(?:与)?互动$|^(?:公众参与|政民互动)(?:互动|平台)?$|^(?:(?:领导|书记|[县区市镇乡局]长|主任|县委书记)(?:信箱|邮箱|热线信箱)|(?:在线|网上|业务|政务|公众|我要)?(?:咨询(?:与|、)?(?:投诉|建议|解答)?|留言(?:咨询|板)?)|咨询(?:建言|信箱)|(?:网民|公众|群众)(?:留言|来信)|(?:来信|留言)(?:选登|回复|公开)|(?:我要)?(?:写信|建言献策))$/,
    within: /(?:互动交流|政民互动|公众互动|交流互动)(?:平台|频道)?$/,
  },
  {
    key: 'service',
    exact:
      /^(?:办事|政务|网上|在线|便民|公共|网上办事|网上政务|一站式|互联网\+?政务|政务办事)(?:服务|办事|大厅)(?:网|大厅|平台|频道|专栏|专区)?$|^(?:在线|网上)?办事$|^网上办事(?:服务)?大厅$|^(?:办事|服务)大厅$|^一网通办(?:平台)?$|^服务(?:平台|频道)?$|^政务服务(?:一网通|一体化平台|移动端)?$|^(?:办事|服务|政务服务)指南$/,
    within: /(?:政务服务网|政务服务平台|办事服务|政务服务)$/,
    not: /公开|好差评|评价|满意度|管理局|局$|中心$|清单|法律|数据|改革|动态|^(?!.*(?:办事|服务)指南$).*指南/,
  },
  {
    key: 'topic',
    exact:
      /^(?:热点|特色|政务|重点|最新|推荐)?专题(?:专栏|集锦|聚焦|汇总|列表)?$|^(?:热点专栏|专栏专题)$|^基层(?:政务)?公开(?:标准化|规范化)?(?:(?:和|与|、)?(?:规范化|标准化))?(?:两化|试点|26个|二十六个)?(?:建设|试点|工作|领域|试点领域)?(?:专题|专栏|专区|平台)?$|^(?:基层)?政务公开["“]?两化["”]?(?:建设)?(?:专题|专栏|专区)?$|^(?:政务公开)?标准化(?:和|与|、)?规范化(?:建设)?(?:专题|专栏|专区)?$|^(?:政务公开|公开|省级|国家)?试点(?:工作|领域|公开)?(?:专题|专栏|专区)$/,
    within:
      /(?:基层政务公开(?:标准化|规范化)|政务公开标准化(?:和|与|、)?规范化|两化)[\u4e00-\u9fa5]{0,8}(?:专题|专栏|专区|建设|试点|规范化|标准化|工作|领域)$|^["“]?两化["”]?(?:建设)?专[栏题区]$/,
  },
  {
    key: 'news',
    exact:
      /^(?:政务|工作|部门|政府|本地|本县|本镇|本乡|我县|县区|县域|乡镇|镇街|街道|镇村|新闻|时政|综合|图片|基层|单位|机关|今日|最新|各地)?(?:动态|要闻|新闻)$|^[\u4e00-\u9fa5]{2}(?:要闻|动态|新闻)$|^(?:新闻|政务|工作)?(?:动态|要闻)(?:资讯|信息|新闻)?$|^新闻(?:中心|动态|资讯|信息|速递)$|^信息动态$|^(?:今日|走进)?[\u4e00-\u9fa5]{2}要闻$/,
    within: /(?:政务动态|工作动态|政务要闻|部门动态|乡镇动态)$/,
    not: /国内|国际|国务|行业|人事|价格|市场|招商|疫情|党建|党务|媒体|信访|环保|股市|公开动态|视频新闻|专题|市州|外地|外媒|头条号|政策|法治|廉政|财经/,
  },
];

/** Names that look like a column and are another thing: of other authorities, of the machine, of times gone by. */
const never =
  /国务|中国政府网|国家部委|省内|全省|全国|全市动态|中央|省政府|省人民政府|上级|市州|友情|无障碍|长者|登录|注册|法人|往届|旧版|移动端|微信|微博|客户端|更多政策解读视频$|意见箱$|统计表$|年度报表|工作年度报表|统计年鉴|废止|订阅|搜索|检索|下载/;

/** A title of an article has a verb of announcing or a day in it; a column's name has not. */
const article =
  /^关于|印发|转发|召开|举行|开展|修订|部署|编制|发布(?!会|$)|的通知$|的公告$|的公示$|的决定$|\(\d|20\d\d|第[一二三四五六七八九十\d]+[次期号]|工作方案$|实施方案$|情况$/;

/** One of these words stands in every name below; most links of a page have none and need no closer look. */
const telling =
  /公开|专题|专栏|目录|清单|年报|报告|申请|解读|读懂|图说|图解|文件|政策|公文|发文|规章|公告|公示|通知|通告|互动|交流|参与|信箱|邮箱|咨询|留言|来信|写信|建言|办事|服务|大厅|一网通办|标准化|两化|动态|要闻|新闻/;

/** Longest name of a column; longer texts are titles of articles. */
const longestName = 24;

/** Sites of the centre and of whole provinces: what stands there under a common name is not this site's column. */
const higherHost = /^(?:www\.)?gov\.cn$|(?:^|\.)(?:zhengce|sousuo|zfwzgl)\.(?:www\.)?gov\.cn$/;

/**
 * Which standard column a link leads to, by its text (and, for entrances, its address); null for anything else, among it
 * titles of articles that mention a column. A wrong kind is worse than none.
 */
export function classifyColumn(text: string, href: string): ColumnKey | null {
  return judgeColumn(text, href).key;
}

/** A standard column with the words of the name that told it, or null with what spoke against it. */
export type ColumnVerdict = { key: ColumnKey; word: string; whole: boolean } | { key: null; against: ColumnObjection };

/**
 * What keeps a name from being a standard column: `unlike` – it is like none; `words` – it has words of an article, of other
 * authorities or of the machine in it, named in `word`; `file` and `higher` – where it leads.
 */
export type ColumnObjection = { by: 'unlike' | 'file' | 'higher' } | { by: 'words'; word: string };

/** As `classifyColumn`, with the reason. */
export function judgeColumn(text: string, href: string): ColumnVerdict {
  if (text.length > 3 * longestName || !telling.test(text.replace(/\s/g, ''))) return against('unlike');
  const plain = plainName(text);
  if (plain.length < 2 || plain.length > longestName || /[《》。?!;]/.test(plain)) return against('unlike');
  const foreign = (never.exec(plain) ?? article.exec(plain))?.[0];
  if (foreign !== undefined) return { key: null, against: { by: 'words', word: foreign } };
  if (isFileHref(href)) return against('file');
  if (higherHost.test(hostOf(href))) return against('higher');
  for (const name of variantsOf(plain)) {
    const rule = rules.find((one) => one.exact.test(name) && !one.not?.test(plain));
    if (rule) return { key: rule.key, word: name, whole: true };
  }
  for (const rule of rules) {
    const word = rule.not?.test(plain) ? undefined : rule.within?.exec(plain)?.[0];
    if (word !== undefined) return { key: rule.key, word, whole: false };
  }
  const denied = rules.find((one) => one.exact.test(plain) || one.within?.test(plain))?.not?.exec(plain)?.[0];
  return denied === undefined ? against('unlike') : { key: null, against: { by: 'words', word: denied } };
}

function against(by: 'unlike' | 'file' | 'higher'): ColumnVerdict {
  return { key: null, against: { by } };
}

/** The name itself, then without the name of the place or unit before it and the word for a column after it. */
function variantsOf(name: string): string[] {
  const withoutEnd = name.replace(/(?:专栏|栏目|频道|专区|板块|列表|首页|专题)$/, '');
  const withoutPlace = withoutEnd.replace(
    /^(?:[\u4e00-\u9fa5]{2,6}?(?:县|区|市|镇|乡|街道)(?:人民政府|政府|本级)?|本级|本县|本区|本市|本镇|本单位|我县|县级?|区级?|镇|乡)(?=[\u4e00-\u9fa5]{2})/,
    '',
  );
  return [...new Set([name, withoutEnd, withoutPlace])].filter((variant) => variant.length >= 2);
}

/** Whether a topic column is the hall of all topics (专题专栏), which may hold the one on openness, and not that one itself. */
export function isTopicHall(name: string): boolean {
  return classifyColumn(name, '') === 'topic' && !/公开|两化|试点|标准化|规范化/.test(name);
}

/** Whether a column of interaction is one part of it (领导信箱, 在线咨询) and not the entrance to all of it. */
export function isPartOfInteraction(name: string): boolean {
  return classifyColumn(name, '') === 'interaction' && !/互动|交流|参与/.test(name);
}

/** Whether a column of services only tells how they are got (办事指南). */
export function isServiceGuide(name: string): boolean {
  return classifyColumn(name, '') === 'service' && name.includes('指南');
}

/** Whether a link leads to the page of openness of government information itself (政府信息公开 / 政务公开), the hub of such columns. */
export function isOpennessLink(text: string, href: string): boolean {
  const name = plainName(text);
  if (isFileHref(href) || /^mailto/i.test(href.trim()) || higherHost.test(hostOf(href))) return false;
  return /^(?:本级|县|区|市|镇|乡|街道|部门|网上|县级|县政府|[\u4e00-\u9fa5]{2,4}(?:县|区|市|镇|乡)(?:人民政府)?)?(?:政府信息公开|政务公开|信息公开|政务信息公开|政府信息|阳光政务)(?:专栏|平台|专区|网|专题|栏目|频道|首页|主页|大厅)?$/.test(
    name,
  );
}

/** Whether a link leads to the map of the site (网站地图), which names every column. */
export function isSiteMapLink(text: string, href: string): boolean {
  const name = plainName(text);
  return /^(?:网站|站点)地图$/.test(name) && !isFileHref(href);
}

/** A name without the signs, counts and “更多” around it. */
export function plainName(text: string): string {
  return squeeze(text)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[·•●■▪◆★>»›＞\-—|【[（(“"]+|[·•●■▪◆★>»›＞\-—|】\]）)…”":：]+$/g, '')
    .replace(/(?:更多|more)[>»]*$/i, '')
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/[（(]?\d{1,5}[条)）]?$/, (count) => (/[条)）(（]/.test(count) ? '' : count))
    .replace(/^([\u4e00-\u9fa5]{2,})[A-Za-z.&]{4,}$/, '$1');
}

/** Whether an address names a file that is no page. */
export function isFileHref(href: string): boolean {
  return /\.(?:docx?|xlsx?|pdf|zip|rar|jpe?g|png)(?:$|\?)/i.test(href);
}

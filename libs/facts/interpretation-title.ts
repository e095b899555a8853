import { isDeed, isEvent } from './news-title.js';

const interpretationWords =
  /(?:解读|一图(?:读懂|看懂|了解|速览)|一张图|图解|图说|读懂|看懂|答记者问|政策问答|动漫|H5(?:动画|动漫)?[｜|:：]|漫画|短视频|明白卡|划重点|热点问答|在线访谈|^(?:[\u4e00-\u9fa5]{1,3}[长任])?(?:听|看|读|讲|说|学)政策[｜|:：])/;
const conference = /新闻发布会(?:文字|图文)?实录|《[^》]+》.{0,12}新闻发布会/;
const explaining = /(?:解读|问答|图解|实录|答记者问)(?:[（(][^（）()]{1,12}[)）])?$/;
/** Rules and news about interpreting are no interpretations. */
const aboutInterpreting =
  /解读(?:工作)?(?:的)?(?:制度|机制|办法|方案|规定|规范|流程|培训|会议?|任务|清单|要点|台账|情况)|解读回应(?:工作)?(?:制度|机制)|^[^《》]{0,40}关于(?:做好|加强|规范|开展|进一步)[^《》]{0,60}解读[^《》]{0,20}(?:的?通知|的?通报|的?意见)$/;

/** A document by its whole form: what it quotes or asks for may be called 看图读懂. */
const official = /^([^《》]{0,40}?)关于.{2,}(?:通知|公告|通告|公示|批复|通报)(?:[（(][^（）()]{1,12}[)）])?$/;

/** Whether a title is that of an interpretation of a policy. */
export function isInterpretationTitle(title: string): boolean {
  const before = official.exec(title)?.[1];
  if (before !== undefined && !interpretationWords.test(before)) return false;
  if (isDeed(title) && !explaining.test(title)) return false;
  return (interpretationWords.test(title) && !aboutInterpreting.test(title)) || conference.test(title);
}

/** Whether a title speaks of interpreting, so that even the column for interpretations makes none of the page. */
export function isAboutInterpreting(title: string): boolean {
  return aboutInterpreting.test(title) || isEvent(title);
}

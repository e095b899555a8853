/** Columns of the site by their `cat_id`. */
export type Column =
  | '15901' // 动态要闻
  | '15911' // 通知公告
  | '15971' // 规范性文件
  | '15972' // 其他文件
  | '15975' // 计划总结
  | '15976' // 财政预决算
  | '15977' // 国土空间规划
  | '15978' // 征地信息
  | '15979' // 矿产与地灾
  | '15980' // 不动产登记公告
  | '15981' // 政策解读
  | '15982' // 政府信息公开年报
  | '15985' // 办事指南
  | '15990' // 专题
  | '15991'; // 局长信箱

export interface SiteFile {
  name: string;
  path: string;
}

/** How a page prints an article: see render/templates. */
export type Template =
  | 'sameCell' // 规范性文件: label and value in one cell, spaces inside labels
  | 'pairs' // 其他文件: 发文日期 = day of writing, 发布时间 beside the title
  | 'sent' // 计划总结: 生成日期 and 发文日期 = time of publication
  | 'notice' // no block at all
  | 'budget' // labels without values
  | 'spaced' // list of labels with entities between the characters
  | 'land' // paragraphs, some of them commented out
  | 'mining' // a block without a day of publication
  | 'plain'; // news, interpretations, guides

export interface Article {
  id: number;
  column: Column;
  title: string;
  /** Day shown on the page and in its list; null if neither shows one. */
  published: string | null;
  template: Template;
  source?: string;
  /** Paragraphs: `^` centred, `#` bold heading, `<` markup as it stands. */
  body: string[];
  sign?: { by: string[]; on: string };
  files?: SiteFile[];
  /** Ids of articles linked at the end, and how the link is made. */
  related?: { label: string; ids: number[]; how: 'shown' | 'hidden' | 'script' };
  /** Time of day shown with the day of publication. */
  time?: string;
  trap?: string;
}

export interface Document extends Article {
  /** As the truth has it, and as the page prints it where that differs. */
  number: string | null;
  printed?: string;
  index: string | null;
  issued: string | null;
  issuer?: string;
  subject?: string;
  timeliness: 'onTime' | 'late' | 'notMeasured';
  /** 全文 as a file in a frame, without text. */
  shell?: SiteFile;
}

export interface Interpretation extends Article {
  formats: string[];
  policy: number | null;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
}

export interface AnnualReport extends Article {
  year: number;
  parts: number[];
}

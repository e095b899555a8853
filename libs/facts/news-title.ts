/**
 * What somebody did, before any name of a document: “青石镇部署……年度报告编制工作”, “县司法局开展《……》宣传解读活动”,
 * “县民政局上门解读……政策”.
 */
const deed =
  /^[^《》【】｜|：:]{2,24}?(?:开展|举行|举办|召开|组织(?!部)|部署|启动|推进|(?:上门|入户|下乡|[到赴进][\u4e00-\u9fa5]{1,8}?(?:镇|乡|村|社区|街道|企业|学校))(?=[\u4e00-\u9fa5]{0,2}(?:宣传|宣讲|解读|讲解)))(?!(?:情况|工作)?的)/;
/** A headline of a newspaper that there is something new: “补贴有了新规定”, “出台新办法”; no document is called so. */
const novelty =
  /(?:有|出台|迎来?|推出|实施|实行|执行|施行|用上|启用)了?新(?:规定?|办法|制度|标准|措施|政策|规则|方案|意见)[！!]?$/;

/** How titles of such news end. */
const event = /(?:活动|会议?|培训班?|工作|发布会|宣讲|仪式)$/;

/** Whether a title tells of a deed, so that the document named in it is not what the page holds. */
export function isDeed(title: string): boolean {
  const plain = title.slice(0, 120).replace(/\s/g, '');
  const lead = deed.exec(plain)?.[0];
  return lead !== undefined && !/关于|实录|答记者问|解读|图解|[读看]懂/.test(lead);
}

/** A deed by both ends of its title: units too are called “推进……办公室”. */
export function isEvent(title: string): boolean {
  return isDeed(title) && event.test(title.replace(/\s/g, ''));
}

/** Whether a title tells like a newspaper that there is a new rule, and is none of it. */
export function isNovelty(title: string): boolean {
  const plain = title.replace(/\s/g, '');
  return novelty.test(plain) && !/关于|[《》]/.test(plain);
}

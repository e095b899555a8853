import { articleAt } from './article.js';
import { fileAt, lost } from './files.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

function answer({ path, method }: SiteRequest): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  const [bare = '/', query] = path.split('?');
  return portalAt(bare, query) ?? listAt(bare) ?? articleAt(bare) ?? fileAt(bare) ?? lost();
}

export const site: UnseenSite = {
  name: '栖川市人民政府',
  level: '县',
  kind: '政府',
  style:
    '拓尔思 WCM 的县级市门户，2016年以来改版两次：门户为 jQuery 页签首页、./202603/t20260316_编号.html 相对地址、createPageHTML；公开平台自成一套外观（左侧树、26个领域、索引号/标题/发布机构/发布日期表格、' +
    '页内 countPage 翻页脚本）；两个部门和一个镇是同一主机上的频道，文件凭来源、发布机构和落款归属；镜像、引用、复制和链接型文档并存，另有第一代 /Item/编号.aspx 和第二代开普云 UCAPCONTENT 的历史文件。',
  asOf: '2026-06-30',
  open: [{ line: '栏目　service', why: '入口只答 nginx 的 403，也可能是不让采集的机器看，不作断言' }],
  answer,
  truth,
};

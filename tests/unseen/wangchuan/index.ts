import { articleAt } from './article.js';
import { fileAt } from './files.js';
import { dataProxy, listAt, searchPart } from './list.js';
import { lost, portalAt } from './portal.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

function answer(request: SiteRequest): SiteAnswer {
  const { path, method } = request;
  const bare = path.split('?')[0] ?? '/';
  if (bare === '/module/web/jpage/dataproxy.jsp') return dataProxy(request);
  if (bare === '/module/xxgk/search.jsp') return searchPart(request);
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  const page = portalAt(path) ?? portalAt(bare) ?? listAt(bare) ?? articleAt(bare) ?? fileAt(path) ?? fileAt(bare);
  return page ?? { ...lost(), status: 404 };
}

export const site: UnseenSite = {
  name: '望川市住房和城乡建设局',
  level: '县',
  kind: '部门',
  style:
    '2015—2020年间的市直部门网站（大汉式 JCMS）：/col/col、/art/年/月/日/art_栏目_编号 静态页，列表为 script type="text/xml" 数据岛加翻页脚本、第二组由 dataproxy.jsp 以 POST 取，' +
    '信息公开目录由 search.jsp 以 POST 取表格，解读为图片卡片，旧房管处子站为 createPageHTML 静态表格，历史文件和年报按年折叠；索引号属性表、字号打印关闭工具条、分享、上一篇下一篇、双语残留。',
  asOf: '2026-06-30',
  open: [
    { line: 'art_18803_2089015', why: '成文时间是 object 嵌入的 PDF 下的小字' },
    { line: 'art_18804_2092020', why: '解读的是省条例，正文链接指向省里网站' },
    { line: '栏目　topic', why: '数据岛里没有记录' },
    { line: 'art_18810_2079120', why: '没有文号、落款的审查制度是不是文件，可以争议' },
  ],
  answer,
  truth,
};

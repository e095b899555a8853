import { articleAt } from './article.js';
import { fileAt } from './files.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { riverAt } from './river.js';
import { html, message, ORIGIN } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const LOST =
  '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx/1.14.2</center>\r\n</body>\r\n</html>';

function answer({ path, method }: SiteRequest, origin: string): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  const url = new URL(path, origin);
  const found = answerAt(url);
  if (typeof found.body !== 'string') return found;
  return { ...found, body: found.body.replaceAll(ORIGIN, origin) };
}

function answerAt(url: URL): SiteAnswer {
  const found = portalAt(url) ?? listAt(url) ?? articleAt(url) ?? riverAt(url) ?? fileAt(url);
  // PHPCMS answers what it does not know with a message and 200; files that there are not are the server’s.
  return found ?? (url.pathname === '/index.php' ? message('操作失败！模块或者控制器不存在！') : html(LOST, 404));
}

export const site: UnseenSite = {
  name: '苇泽县水务局',
  level: '县',
  kind: '部门',
  style:
    'PHPCMS v9 的县直部门网站，以文件为主：/index.php?m=content&c=index&a=show&catid=&id= 与 /show-栏目-编号-页.html、/html/年/栏目_月日/编号.html 并存，栏目地址有单网页和列表两种而同形；' +
    '列表的行（政策、通知、预决算、许可、解读、年报）许多直接链到 pdf、ofd、doc、xlsx、jpg，文章常常只是 pdf.js 阅读框或翻页书，下载模型 a_k 先到中间页；列表和 PubDate 写更新日期，按编号排序；' +
    '规范性文件由 JSONP、行政许可由 document.write 的外部脚本写列表，“更多”是 javascript:more()，通知有无尽的日历，文章和年报分页，更正件与原件同文号并存，公报一页多文，防复制脚本混入不显示的字；河长制子站是 EmpireCMS（ListInfo 从0数页、ShowInfo.php、DownSoft、d/js）。',
  asOf: '2026-06-30',
  open: [
    {
      line: '附件　苇泽县水务局2026年工作要点',
      why: '只在阅读框里显示的 PDF 就是正文，按显示的文件记为附件，与别的网站同一读法',
    },
    { line: '栏目　service', why: '答 200，页面只有数据库的出错信息：也许一时如此，按未能读到处理，不作断言' },
  ],
  answer,
  truth,
};

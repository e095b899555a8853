import { apiAt } from './api.js';
import { CORE } from './app/core.js';
import { GUARD } from './app/guard.js';
import { LISTS } from './app/lists.js';
import { PAGES } from './app/pages.js';
import { SHELL, STYLE } from './app/shell.js';
import { fileAt } from './files.js';
import { formerAt } from './former.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const BUNDLE = [GUARD, CORE, LISTS, PAGES].join('\n');

const text = (type: string, body: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const url = new URL(request.path, origin);
  const api = apiAt(url.pathname, request);
  if (api) return api;
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  if (url.pathname === '/assets/index-C8s1kq2e.js') return text('application/javascript', BUNDLE);
  if (url.pathname === '/assets/index-Bd03nPz7.css') return text('text/css', STYLE);
  // try_files: whatever there is not is answered with the application and 200, robots.txt and lost files too.
  return formerAt(url) ?? fileAt(url.pathname) ?? text('text/html', SHELL);
}

export const site: UnseenSite = {
  name: '砚溪县人民政府',
  level: '县',
  kind: '政府',
  style:
    'Vue 3、Element-Plus 的县门户，history 路由：每个地址（不存在的也是）都以 200 答同一个壳，数据接口按等保要求加签（时间戳、随机数、签名，重复或超过一分钟答 code 401）、答的只有密文，内容只能从浏览器画出来的页面读；' +
    'el-pagination 按钮翻页，有的页码写进 ?page= 有的不写，行有的是链接有的是 router.push，另有年份按钮、el-tree、按年折叠面板、虚拟列表、滚动续取、只画点过的页签、先闪一下“暂无数据”、el-image 懒加载、el-descriptions 属性表、' +
    '没有地址的下载按钮、毫秒时间按浏览器时区画；年报、标准目录、历史文件仍由老站服务端渲染。',
  asOf: '2026-06-30',
  open: [
    { line: '栏目　rules', why: '首页的导航由脚本打开，没有地址，是否另有制度栏目不能断定，不作断言' },
    { line: '栏目　interaction', why: '县长信箱的来信是时间线，没有链接，未能读出，不作断言' },
  ],
  answer,
  truth,
};

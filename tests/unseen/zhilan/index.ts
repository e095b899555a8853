import { apiAt } from './api.js';
import { APP, STYLE } from './app.js';
import { fileAt } from './files.js';
import { PAGES } from './pages.js';
import { SHELL } from './shell.js';
import { snowflake } from './text.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

/** The notice that the carousel of the home page shows is set when the bundle is built. */
const BUNDLE = `${APP}\n${PAGES.replace('@BANNER@', snowflake('tz-gzh'))}`;

const text = (type: string, body: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const url = new URL(request.path, origin);
  const api = apiAt(url, request);
  if (api) return api;
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  if (url.pathname === '/umi.3f9ac1d7.js') return text('application/javascript', BUNDLE);
  if (url.pathname === '/umi.b07e55d2.css') return text('text/css', STYLE);
  // Whatever there is not is answered with the application, with 200: robots.txt and lost files too.
  return fileAt(url.pathname) ?? text('text/html', SHELL);
}

export const site: UnseenSite = {
  name: '芷岚县人力资源和社会保障局',
  level: '县',
  kind: '部门',
  style:
    '哈希路由的单页应用（React、umi、antd 一类）：每个地址的源码都是同一个只有 root 的壳，列表、正文都由接口取 JSON，字段是拼音首字母（bt、fbsj、wh、syh、nr、fj），编号是十九位雪花号；' +
    '政策库接口要租户头、正文 base64、按 #/policy?current= 翻页，通知公告 POST 翻页而页码不在地址里，招考录用一次取回由前端分页、行没有链接、日期是浏览器本地写法，公开目录是点选的树；' +
    '接口列表里混有页面不显示的草稿和撤回件，附件在未点开的页签里、由下载服务下发，折叠面板、轮播背景图、blob 视频、canvas 的 PDF，服务器对不存在的一律以 200 答壳页。',
  asOf: '2026-06-30',
  open: [
    { line: '发文字号　工伤认定决定书送达公告（2026年第4号）', why: '公告的次序与“公告2026年第4号”同形，读作文号' },
    { line: '附件　', why: '附件在没有点开的页签里，点开才画；另一件只是正文里没有扩展名的链接；不作断言' },
    {
      line: '成文日期　芷岚县人力资源和社会保障局关于印发《芷岚县公益性岗位开发管理办法》',
      why: '页面写3月11日，落款写3月12日，页面所写在先；两天之内的差别不扣分',
    },
    { line: '#/detail?id=1904972202099043740', why: '通知栏目里的省厅公告，行指向站外，站内另有一个没有正文的地址' },
    { line: '时限　关于《芷岚县2026年事业单位公开招聘工作人员公告》的补充说明', why: '题目像解读，未作判断' },
    { line: '就业补助资金热点问答', why: '答句点开才画，页面上只有问句，不足以认定形式' },
    { line: '解读形式　在线访谈', why: '说话人和话各占一个 div，没有冒号；形式未作判断' },
    { line: '栏目　catalogue', why: '服务器对不存在的文件一律答首页，不作断言' },
    { line: '栏目　interaction', why: '来信是点开的面板，没有读出列表，不作断言' },
    { line: '栏目　service', why: '页面只有框架的出错提示，不作断言' },
    { line: '栏目　topic', why: '空列表只写英文 No Data，接口答空' },
  ],
  answer,
  truth,
};

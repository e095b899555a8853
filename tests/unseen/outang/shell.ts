import { columnPath } from './columns.js';
import type { SiteAnswer } from '../model.js';

const MENU: [name: string, path: string][] = [
  ['首页', '/'],
  ['走进藕塘', columnPath('jgzn')],
  ['政务要闻', columnPath('zwyw')],
  ['政务公开', '/zfxxgk/index.html'],
  ['政策文件库', '/zcwjk/index.html'],
  ['政策解读', '/zcjd/index.html'],
  ['互动交流', '/hdjl/index.html'],
  ['办事服务', '/bsfw/index.html'],
  ['专题专栏', '/ztzl/index.html'],
];

export const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8', server: 'openresty' },
  body,
});

/** Tags of the page beside those of the site, as name and content. */
export type Tags = [name: string, content: string][];

/** `column` is the name in the trail of the page. */
export function page(title: string, column: string, main: string, tags: Tags = []): SiteAnswer {
  const metas = tags.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n');
  return html(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="SiteName" content="藕塘县人民政府">
<meta name="SiteDomain" content="www.outang.example">
<meta name="SiteIDCode" content="0000000417">
${metas}
<title>${title}-藕塘县人民政府</title>
<link rel="stylesheet" href="/static/css/base.min.css?v=20240311">
<script src="/static/js/jquery-3.6.0.min.js"></script>
</head>
<body>
<div class="topbar"><span>无障碍浏览</span><span>长者专区</span><a href="javascript:;" onclick="toggleFont()">简</a>/<a href="javascript:;">繁</a></div>
<div class="header"><h1 class="logo"><a href="/" title="藕塘县人民政府"><img src="/static/img/logo.png" alt="藕塘县人民政府门户网站"></a></h1>
<form action="/search/s" method="get"><input name="q" placeholder="请输入关键字" autocomplete="off"><button type="button">搜索</button></form></div>
<ul class="nav">${MENU.map(([name, path]) => `<li><a href="${path}">${name}</a></li>`).join('')}</ul>
<div class="crumb">您当前所在位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<span>${column}</span></div>
<div class="main">
${main}
</div>
<div class="footer"><p>主办：藕塘县人民政府　承办：藕塘县人民政府办公室　联系电话：0000-0000000</p>
<p><a href="javascript:;">ICP备案：某ICP备00000000号</a>　<img src="/static/img/ga.png" alt="">某公网安备00000000000000号　网站标识码：0000000417</p>
<p><a href="http://bszs.conac.cn/sitename?method=show&amp;id=00000000" target="_blank"><img src="/static/img/red.png" alt="党政机关"></a><span id="_span_jiucuo"><img src="/static/img/jiucuo.png" alt="政府网站找错" onclick="Link('0000000417')"></span></p></div>
<div class="side-fixed"><a href="javascript:;">智能问答</a><a href="javascript:;" class="gotop">返回顶部</a><div class="ewm"><img src="/static/img/wx.jpg" alt="藕塘发布"></div></div>
<script src="/static/js/common.js?v=20240311"></script>
</body>
</html>`);
}

import { ITEMS } from './content/index.js';
import { dynamic, HOT } from './columns.js';
import { encodeGb18030 } from '../fenghe/gb18030.js';
import type { SiteAnswer } from '../model.js';

const MENU: [name: string, path: string][] = [
  ['网站首页', '/'],
  ['镇情概况', '/a/zhenqing/'],
  ['新闻动态', '/a/xinwen/'],
  ['通知公告', '/a/tongzhi/'],
  ['政务公开', '/a/zwgk/'],
  ['办事服务', '/a/fuwu/'],
  ['互动交流', '/a/hudong/'],
  ['专题专栏', '/plus/list.php?tid=20'],
];

export function page(name: string, position: string, main: string, more = ''): SiteAnswer {
  const hot = HOT.map(
    (id) =>
      `<li><a href="${dynamic(id).replaceAll('&', '&amp;')}">${ITEMS.find((item) => item.id === id)?.title.slice(0, 18)}</a></li>`,
  ).join('\n');
  return html(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>${name}_杏花坪镇人民政府</title>
<meta name="keywords" content="杏花坪镇" />
<meta name="description" content="" />
<meta name="SiteName" content="杏花坪镇人民政府" />
<meta name="SiteIDCode" content="0000000312" />
${more}<link href="/templets/xhp/style/dedecms.css" rel="stylesheet" media="screen" type="text/css" />
<script language="javascript" type="text/javascript" src="/include/dedeajax2.js"></script>
</head>
<body class="articleview">
<div class="header"><h1><a href="/" title="杏花坪镇人民政府"><img src="/templets/xhp/images/logo.gif" alt="杏花坪镇人民政府" /></a></h1>
<div id="navMenu"><ul>${MENU.map(([label, path]) => `<li><a href="${path}"><span>${label}</span></a></li>`).join('\n')}</ul></div></div>
<div class="w960 center clear mt1"><div class="pleft">
<div class="place"><strong>当前位置:</strong> <a href="/">主页</a> > ${position}</div>
${main}
</div>
<div class="pright"><dl class="tbox light"><dt class="light"><strong>热点内容</strong></dt><dd class="light"><ul class="c1 ico2">
${hot}
</ul></dd></dl>
<form name="formsearch" action="/plus/search.php"><input type="hidden" name="kwtype" value="0" /><input name="q" type="text" value="在这里搜索..." /><button type="submit">搜索</button></form></div></div>
<div class="footer w960 center mt1 clear"><p>主办单位：杏花坪镇人民政府　承办单位：杏花坪镇党政综合办公室　联系电话：0000-0000000</p>
<p>ICP备案：某ICP备00000000号-1　<a href="/templets/xhp/gaba.html"><img src="/templets/xhp/images/gaba.png" />某公网安备 00000000000000号</a>　网站标识码：0000000312　<a href="/data/sitemap.html">网站地图</a></p>
<p><a href="http://bszs.conac.cn/sitename?method=show&id=00000000" target="_blank"><img src="/templets/xhp/images/red.png" alt="党政机关" /></a></p>
<p class="powered">Powered by <strong>DedeCMSV57_GBK_SP2</strong> © 2004-2011 DesDev Inc.</p></div>
</body>
</html>`);
}

/** A letter that GBK lacks is written as a number. */
export function html(text: string, status = 200): SiteAnswer {
  return { status, headers: { 'content-type': 'text/html' }, body: encodeGb18030(text.replaceAll('©', '&copy;')) };
}

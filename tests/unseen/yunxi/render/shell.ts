import { paths } from '../addresses.js';

export interface PageParts {
  title: string;
  body: string;
  column?: string;
  article?: { title: string; organ: string };
}

/** Left by the include files of the templates, each saved with a byte order mark. */
export const mark = '\uFEFF';

// The tag of the date tells when the pages were last made again, all in one night.
const made = '2026-06-20 03:10:27';

const metas = ({ column, article }: PageParts, site: string) =>
  `<meta name="SiteName" content="${site}">
<meta name="SiteDomain" content="www.yunheng.example">
<meta name="SiteIDCode" content="9999060012">${column === undefined ? '' : `\n<meta name="ColumnName" content="${column}">`}${
    article === undefined
      ? ''
      : `\n<meta name="ArticleTitle" content="${article.title}">\n<meta name="PubDate" content="${made}">\n<meta name="ContentSource" content="${article.organ}">`
  }`;

export const escapedText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const foot = `${mark}<div class="footer"><p>主办单位：云溪镇人民政府　　承办单位：云溪镇党政综合办公室</p>
<p>联系电话：0000-1234567　地址：云衡县云溪镇朝阳路1号</p>
<p>网站标识码：9999060012　<a href="https://beian.example/" target="_blank">滇ICP备00000000号-6</a></p>
<p><a href="http://dzbs.example/jigou"><img src="/yxz/images/red.png" alt="党政机关"></a>
<a href="http://zfwzgl.example/?site_code=9999060012"><img src="/yxz/images/jiucuo.png" alt="政府网站找错"></a></p>
<p class="soft">建议使用1366*768以上分辨率　<a href="/soft/pdfreader.exe">PDF阅读器下载</a></p></div>`;

/** The portal's frame, in PHP. */
export function portalShell(parts: PageParts): string {
  return `${mark}<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${escapedText(parts.title)}_云衡县云溪镇人民政府</title>
${metas(parts, '云衡县云溪镇人民政府')}
<link href="/yxz/css/main.css" rel="stylesheet" type="text/css" /></head><body>${mark}
<div class="top"><span id="weather"></span>今天是<script>showDate()</script></div>
<div class="nav"><a href="${paths.home}">首页</a><a href="/yxz/list.php?cid=3">镇村要闻</a><a href="/yxz/page.php?pageid=7">镇情概况</a><a href="${paths.statutory.replaceAll('&', '&amp;')}">政务公开</a><a href="/yxz/list.php?cid=5">通知公告</a><a href="/yxz/list.php?cid=6">政策解读</a><a href="${paths.letters}">领导信箱</a><a href="/yxz/list.php?cid=9">专题专栏</a></div>
${parts.body}
${foot}</body></html>`;
}

/** The group's disclosure platform. */
export function platformShell(parts: PageParts, tree: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapedText(parts.title)}-云溪镇政府信息公开-云衡县政府信息公开平台</title>
${metas(parts, '云衡县人民政府门户网站')}
<link rel="stylesheet" href="/xxgk/static/xxgk.css"></head><body>
<div class="hd"><a href="/xxgk/node.php?nid=312&amp;pid=1000">县政府</a> | <a href="${paths.home}">云溪镇</a>
<select onchange="if(this.value)location.href=this.value"><option value="">其他乡镇</option><option value="/xxgk/node.php?nid=312&amp;pid=1107">青石镇</option></select>
<a href="/xxgk/node.php?nid=312&amp;pid=1107">下一乡镇：青石镇</a>
<form action="/xxgk/search.php"><input name="kw" placeholder="请输入索引号、文号或标题"><button>检索</button></form></div>
<div class="wrap"><div class="left"><h3>云溪镇政府信息公开</h3>
<ul class="top4"><li><a href="${paths.guide}">政府信息公开指南</a></li><li><a href="${paths.request}">依申请公开</a></li></ul>${tree}
<ul class="more"><li><a href="/yxz/old/NewsList.aspx?ClassID=15">村务公开</a></li><li><a href="/yxz/old/NewsList.aspx?ClassID=12">历史公告</a></li></ul></div>
<div class="right">${parts.body}</div></div>
${foot}</body></html>`;
}

/** What is left of the old site. */
export function oldShell(parts: PageParts): string {
  return `

<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><TITLE>${escapedText(parts.title)}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"></HEAD>
<BODY TOPMARGIN=0><TABLE WIDTH=980 BORDER=0 CELLPADDING=0 CELLSPACING=0 ALIGN=center><TR><TD HEIGHT=120 BACKGROUND="/yxz/old/images/banner.jpg">&nbsp;</TD></TR>
<TR><TD CLASS=menu><A HREF="/yxz/index.php">返回首页</A> | <A HREF="NewsList.aspx?ClassID=12">历史公告</A> | <A HREF="NewsList.aspx?ClassID=15">村务公开</A></TD></TR>
<TR><TD>${parts.body}</TD></TR>
<TR><TD ALIGN=center>云溪镇人民政府 版权所有 技术支持：某某网络</TD></TR></TABLE></BODY></HTML>`;
}

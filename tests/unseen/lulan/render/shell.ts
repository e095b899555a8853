import { paths, unit } from '../addresses.js';

const menu: [string, string][] = [
  ['首页', `index.jsp?unit=${unit}`],
  ['工作动态', `list.jsp?unit=${unit}&sect=0106`],
  ['政务公开', `gk/index.jsp?unit=${unit}`],
  ['通知公示', `list.jsp?unit=${unit}&sect=0103`],
  ['政策解读', `list.jsp?unit=${unit}&sect=0104`],
  ['办事指南', `list.jsp?unit=${unit}&sect=0107`],
  ['专题专栏', `list.jsp?unit=${unit}&sect=0108`],
];

/** Tags that came with the template, of another town’s article; nobody has changed them since. */
const copied = `<META NAME="SiteName" CONTENT="石桥镇人民政府">
<META NAME="ColumnName" CONTENT="工作动态"><META NAME="ColumnType" CONTENT="工作动态">
<META NAME="ArticleTitle" CONTENT="石桥镇召开年终总结表彰会">
<META NAME="PubDate" CONTENT="2019-12-31 17:20"><META NAME="ContentSource" CONTENT="石桥镇">`;

export const foot = `<table width=1000 align=center class=foot><tr><td align=center>
主办单位：鹿栏乡人民政府　　技术支持：岫岚县信息中心　　联系电话：0000-7654321<br>
<a href="https://beian.example/">岭ICP备00000001号</a>　网站标识码：6299310003　<a href="/sitemap.jsp">网站地图</a></td></tr></table>`;

/** A page of the shared template in nested tables, its menu an image map. */
export const shell = (main: string): string => `<HTML>
<HEAD>
<META http-equiv="Content-Type" content="text/html; charset=gb2312">
<TITLE>岫岚县人民政府门户网站——乡镇之窗</TITLE>
${copied}
<link href="/css/xz.css" rel=stylesheet type=text/css>
</HEAD>
<BODY bgcolor=#ffffff topmargin=0 leftmargin=0>
<table width=1000 border=0 align=center cellpadding=0 cellspacing=0>
<tr><td><img src="/images/top${unit}.jpg" width=1000 height=160></td></tr>
<tr><td><img src="/images/nav.gif" width=1000 height=36 border=0 usemap="#nav"><map name="nav">
${menu.map(([name, path], at) => `<area shape=rect coords="${at * 120},0,${at * 120 + 119},36" href="${path}" alt="${name}">`).join('\n')}
</map></td></tr></table>
<table width=1000 border=0 align=center cellpadding=0 cellspacing=0><tr>
<td width=200 valign=top><table width=190><tr><td bgcolor=#cc0000><font color=#ffffff>乡镇导航</font></td></tr><tr><td>
<select onChange="if(this.value)window.open(this.value)"><option value="">==选择乡镇==</option><option value="${paths.neighbour}">石桥镇</option><option value="${paths.home}">鹿栏乡</option></select></td></tr>
<tr><td><a href="${paths.parent}" target=_blank>岫岚县政府门户</a></td></tr></table></td>
<td width=800 valign=top>
${main}
</td></tr></table>
${foot}
</BODY></HTML>`;

/** A page within the frames: it says nothing of its charset. */
export const framed = (main: string): string => `<html><head><title></title>
<style>td{font-size:12px}</style></head>
<body>${main}</body></html>`;

import { listOf } from '../address.js';

const charset = '<META HTTP-EQUIV="CONTENT-TYPE" CONTENT="TEXT/HTML; CHARSET=GB2312">';
const siteName = '枫禾县自然资源局';

const navigation: [string, string][] = [
  ['网站首页', '/index.jsp'],
  ['机构概况', '/jggk/index.jsp'],
  ['动态要闻', listOf('15901')],
  ['通知公告', listOf('15911')],
  ['政府信息公开', '/xxgk/index.jsp'],
  ['政策文件', '/info/zcwj.jsp'],
  ['政策解读', listOf('15981')],
  ['办事服务', '/bsfw/index.jsp'],
  ['互动交流', '/hdjl/index.jsp'],
  ['专题专栏', '/ztzl/index.jsp'],
];

export const disclosure: [string, string][] = [
  ['政府信息公开指南', '/xxgk/gkzn.jsp'],
  ['政府信息公开制度', listOf('15983')],
  ['法定主动公开内容', '/xxgk/fdzd.jsp'],
  ['政府信息公开年报', listOf('15982')],
  ['依申请公开', '/ysqgk/apply.do?method=toApply'],
];

export interface PageParts {
  title: string;
  /** Trail after 首页, each with an address or none. */
  trail: [string, string?][];
  body: string;
  /** Where the bytes get their charset from: an uppercase META, or the HTTP header alone. */
  charsetIn?: 'meta' | 'header';
  tags?: string;
  side?: boolean;
}

const sidebar = () => `<TABLE width=210 border=0 cellSpacing=0 cellPadding=0 class=side>
<TR><TD class=side_t>政府信息公开</TD></TR>
${disclosure.map(([name, path]) => `<TR><TD class=side_i>&nbsp;<A href="${path}">${name}</A></TD></TR>`).join('\n')}
<TR><TD class=side_t>常用栏目</TD></TR>
<TR><TD class=side_i>&nbsp;<A href="${listOf('15971')}">规范性文件</A></TD></TR>
<TR><TD class=side_i>&nbsp;<A href="${listOf('15972')}">其他文件</A></TD></TR>
<TR><TD class=side_i>&nbsp;<A href="${listOf('15978')}">征地信息</A></TD></TR>
<TR><TD class=side_i>&nbsp;<A href="${listOf('15981')}">政策解读</A></TD></TR>
</TABLE>`;

const footer = `<TABLE width=980 border=0 align=center cellSpacing=0 cellPadding=0 class=foot><TR><TD align=center>
<A href="/wzdt.jsp">网站地图</A> | <A href="/jggk/lxwm.jsp">联系我们</A> | <A href="javascript:void(0)" onclick="this.style.behavior='url(#default#homepage)';">设为首页</A><BR>
主办：枫禾县自然资源局　　地址：枫禾县城关镇枫林大道88号　　电话：0999-1234567<BR>
网站标识码：3399120031　　备案号：云州ICP备00000000号　　建议使用1024×768分辨率、IE8以上浏览器访问<BR>
<IMG src="/images/dzjg.png" width=60 height=70 alt="党政机关">&nbsp;<IMG src="/images/jiucuo.png" width=100 height=50 alt="政府网站找错">
</TD></TR></TABLE>
<DIV id=ewm_float style="position:absolute;right:4px;top:640px"><IMG src="/images/ewm_gzh.png" width=80 height=80><BR>政务微信</DIV>`;

/** A page of the site: nested tables, no containers that a vendor's name would give away. */
export function page({ title, trail, body, charsetIn = 'meta', tags = '', side = false }: PageParts): string {
  const crumbs = trail.map(([name, path]) => (path ? `<A href="${path}" class=dh>${name}</A>` : name)).join(' &gt; ');
  return `

<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<HTML>
<HEAD>
${charsetIn === 'meta' ? charset : ''}
<TITLE>${title}</TITLE>
${tags}<LINK href="/css/style.css" rel=stylesheet type=text/css>
<SCRIPT language=javascript src="/js/common.js"></SCRIPT>
</HEAD>
<BODY leftMargin=0 topMargin=0>
<TABLE width=980 border=0 align=center cellSpacing=0 cellPadding=0>
<TR><TD height=120 class=banner><SPAN class=bt>${siteName}</SPAN><BR><SPAN class=bt2>Natural Resources Bureau of Fenghe County</SPAN></TD></TR>
<TR><TD><TABLE width="100%" border=0 cellSpacing=0 cellPadding=0 class=nav><TR>${navigation
    .map(([name, path]) => `<TD align=center><A href="${path}">${name}</A></TD>`)
    .join('')}</TR></TABLE></TD></TR>
<TR><TD class=datebar height=26><SCRIPT language=javascript>showToday();</SCRIPT>　<A href="javascript:void(0)" onclick="wza()">无障碍浏览</A>　<A href="javascript:void(0)" onclick="sj()">手机版</A></TD></TR>
${crumbs && `<TR><TD class=crumb height=30>您现在的位置：<A href="/index.jsp" class=dh>首页</A> &gt; ${crumbs}</TD></TR>`}
</TABLE>
<TABLE width=980 border=0 align=center cellSpacing=0 cellPadding=0><TR>
${side ? `<TD width=220 valign=top>${sidebar()}</TD>` : ''}<TD valign=top>
${body}
</TD></TR></TABLE>
${footer}
</BODY>
</HTML>`;
}

/** A page inside a frame: no banner, no footer. */
export const framed = (title: string, body: string, base = '') => `<HTML><HEAD>${charset}<TITLE>${title}</TITLE>${base}
<LINK href="/css/style.css" rel=stylesheet type=text/css><SCRIPT language=javascript src="/js/common.js"></SCRIPT></HEAD>
<BODY bgColor=#ffffff>${body}</BODY></HTML>`;

/** What the server answers beyond the pages that it has made. */
export const stub = `<HTML><HEAD>${charset}<TITLE></TITLE></HEAD><BODY><TABLE width="100%" height="100%" border=0><TR><TD align=center valign=middle>
<!-- page not generated --><FONT size=2 color=#666666>&nbsp;</FONT></TD></TR></TABLE>
<SCRIPT language=javascript>var t=0;</SCRIPT></BODY></HTML>`;

export const cut = (title: string, length: number) => {
  const chars = [...title];
  return chars.length > length ? `${chars.slice(0, length).join('')}…` : title;
};

export const chineseDate = (day: string, pad = false) => {
  const [year, month, date] = day.split('-') as [string, string, string];
  return pad ? `${year}年${month}月${date}日` : `${year}年${Number(month)}月${Number(date)}日`;
};

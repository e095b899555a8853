import { declared, send, type Sending } from './encode.js';
import type { SiteAnswer } from '../model.js';

export const SITE = '黑山头区人民政府';

const NAV: [string, string][] = [
  ['首　页', '/'],
  ['黑山头要闻', '/list.aspx?cid=61'],
  ['通知公告', '/list.aspx?cid=21'],
  ['政府信息公开', '/xxgk/index.aspx'],
  ['区政府文件', '/list.aspx?cid=12'],
  ['政府办文件', '/list.aspx?cid=13'],
  ['部门文件', '/depart/index.asp'],
  ['政策解读', '/list.aspx?cid=31'],
  ['办事服务', '/bsfw/index.asp'],
  ['互动交流', '/hudong/index.asp'],
  ['专题专栏', '/list.aspx?cid=71'],
  ['领导之窗', '/leader/index.asp'],
];

export const CSS = `body{margin:0;font:14px/26px "宋体",SimSun,sans-serif;background:#e8f1fa}a{color:#124a86;text-decoration:none}
td{font-size:14px}.top{background:linear-gradient(#1d62b0,#4d95dd);height:110px;color:#fff}.top td{color:#fff}.nav{background:#1a4f91}.nav a{color:#fff;font-weight:bold}
.box{border:1px solid #9fc1e3;background:#fff}.bt{background:#d7e8f8;color:#b00;font-weight:bold;padding-left:10px}.list td{border-bottom:1px dotted #aaa}
.content{font-size:16px;line-height:32px;padding:10px 40px;text-align:left}.xx th{background:#eef5fc;width:15%}.xx{border-collapse:collapse;margin:8px auto}
.wap-content{display:none}.on{background:#1a4f91;color:#fff}.meta label{color:#666}.meta div{width:48%;float:left}`;

export interface Sheet {
  title: string;
  html: string;
  sending?: Sending;
  tags?: Record<string, string>;
  /** Without head and foot, for a frame. */
  bare?: boolean;
  crumbs?: [string, string][];
}

const tags = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, content]) => `<meta name="${name}" content="${content}" />`)
    .join('\n');

const header = `<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0" class="top"><tr><td width="30"></td><td><font size="6" face="楷体_GB2312"><b>黑山头区人民政府</b></font><br>HEISHANTOU DISTRICT PEOPLE'S GOVERNMENT</td>
<td align="right"><script>document.write('今天是'+new Date().getFullYear()+'年'+(new Date().getMonth()+1)+'月'+new Date().getDate()+'日');</script>&nbsp;<a href="#" onclick="this.style.behavior='url(#default#homepage)'"><font color="#fff">设为首页</font></a> | <a href="javascript:void(0)" tabindex="0" aria-label="无障碍浏览"><font color="#fff">无障碍</font></a>&nbsp;</td></tr></table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0" class="nav"><tr height="36">${NAV.map(([name, href]) => `<td align="center"><a href="${href}">${name}</a></td>`).join('')}</tr></table>`;

const footer = `<table width="1000" border="0" align="center" cellpadding="4" cellspacing="0"><tr><td align="center" bgcolor="#1a4f91"><font color="#ffffff">主办：黑山头区人民政府办公室　承办：黑山头区政务服务和数据中心<br>
网站标识码：2399010003　京ICP备00000000号-1　公安备案 23990102000001号<br>联系电话：0999-1234567</font></td></tr></table>`;

/** A whole page of the portal as its server sends it. */
export function sheet(
  { title, html, sending = 'utf8', tags: meta = {}, bare, crumbs }: Sheet,
  status = 200,
): SiteAnswer {
  const path = crumbs
    ? `<table width="1000" align="center" class="box" cellpadding="2"><tr><td>&nbsp;您现在的位置：<a href="/">首页</a>${crumbs.map(([name, href]) => ` &gt;&gt; <a href="${href}">${name}</a>`).join('')} &gt;&gt; 正文</td></tr></table>`
    : '';
  const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${declared(sending)}" />
<title>${title}</title>
${tags(meta)}
<link href="/css/style.css" rel="stylesheet" type="text/css" /></head>
<body topmargin="0">${bare ? '' : header}${path}
${html}
${bare ? '' : footer}</body></html>`;
  return send(page, sending, status);
}

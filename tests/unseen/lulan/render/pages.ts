import { framePath, paths, unit } from '../addresses.js';
import { foot, framed, shell } from './shell.js';

export const framesPage = (): string => `<html><head><title>鹿栏乡政府信息公开</title></head>
<frameset rows="90,*" border=0><frame src="top.jsp?unit=${unit}" name=top scrolling=no>
<frameset cols="210,*"><frame src="left.jsp?unit=${unit}" name=left><frame src="${framePath('0101').replace('/xz/gk/', '')}" name=main></frameset>
<noframes><body>您的浏览器不支持框架，请升级。</body></noframes></frameset></html>`;

export const topPage = (): string =>
  framed(`<img src="/images/gktop.jpg" width=1000 height=80><a href="${paths.home}" target=_top>返回首页</a>`);

/** The guide names no order of its entries, no hours and no address in the net. */
export function singlePage(name: string | null): string | null {
  if (name === 'zn')
    return framed(`<center><b>鹿栏乡政府信息公开指南</b></center>
<p>　　一、信息分类：本乡政府信息分为机构概况、文件、通知公示、财政信息四类。</p>
<p>　　二、获取方式：可登录县政府门户网站乡镇之窗查阅，也可到乡便民服务中心查阅点查阅。</p>
<p>　　三、公开工作机构：鹿栏乡党政综合办公室；办公地址：鹿栏乡河口街18号；联系电话：0000-7654321；传真：0000-7654322。</p>`);
  if (name === 'zd')
    return framed('<center><b>政府信息公开制度</b></center><p align=center>本栏目正在建设中，敬请期待……</p>');
  if (name === 'sq')
    return framed(`<center><b>依申请公开</b></center><p>　　申请人可填写<a href="/upfile/zd/sqb.doc">《政府信息公开申请表》</a>，当面或者通过邮寄方式提交至鹿栏乡党政综合办公室。</p>
<p>　　自收到申请之日起20个工作日内予以答复。</p>`);
  return null;
}

/** The portal of the county above, in which this sub-site lies. */
export const parentPage =
  (): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>岫岚县人民政府门户网站</title></head>
<body><h1>岫岚县人民政府</h1><table><tr><td>县政府文件</td></tr><tr><td><a href="${paths.parentPolicy}">岫岚县人民政府关于印发《岫岚县农村宅基地管理办法》的通知</a> 2025-11-20</td></tr>
<tr><td>乡镇之窗：<a href="${paths.neighbour}">石桥镇</a> <a href="${paths.home}">鹿栏乡</a></td></tr></table></body></html>`;

export const parentPolicyPage =
  (): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>岫岚县人民政府</title></head>
<body><table><tr><td>发文机关：岫岚县人民政府</td><td>文号：岫政发〔2025〕36号</td><td>成文日期：2025-11-17</td></tr></table>
<h2>岫岚县人民政府关于印发《岫岚县农村宅基地管理办法》的通知</h2><p>发布时间：2025-11-20</p><p>各乡镇人民政府：现将办法印发给你们，请遵照执行。</p><p align=right>岫岚县人民政府<br>2025年11月17日</p></body></html>`;

const neighbour = (main: string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>岫岚县人民政府门户网站——乡镇之窗</title></head><body><table><tr><td>石桥镇人民政府</td></tr><tr><td>${main}</td></tr></table></body></html>`;

export const neighbourPage = (): string =>
  neighbour(`<a href="${paths.neighbourDocument}">石桥镇人民政府关于印发2026年镇区停车管理办法的通知</a> (2026-02-26)`);

export const neighbourDocumentPage = (): string =>
  neighbour(
    '<b>石桥镇人民政府关于印发2026年镇区停车管理办法的通知</b><p>石政发〔2026〕6号</p><p>各村（社区）：现将办法印发给你们。</p><p align=right>石桥镇人民政府<br>2026年2月24日</p>',
  );

export const sitemapPage = (): string =>
  shell(`网站地图：<a href="${paths.home}">首页</a> <a href="${paths.openness}">政务公开</a>`);

export const wrongPage = (): string =>
  `<html><body><script>alert("参数错误！");history.back();</script>参数错误！${foot}</body></html>`;

import { homeBlock, sitemap } from './list.js';
import { html, page } from './shell.js';
import type { SiteAnswer } from '../model.js';

/** The message box of the system, with status 200. */
const MESSAGE = `<html>
<head>
<title>DedeCMS提示信息</title>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
</head>
<body leftmargin='0' topmargin='0'><center><br/><div style='width:450px;padding:4px;border:1px solid #DADADA;'><b>DedeCMS 提示信息！</b></div>
<div style='width:450px;height:100px;font-size:10pt;border:1px solid #DADADA'><br/>模板文件不存在，无法解析文档！<br/><a href='javascript:history.go(-1);'>如果你的浏览器没反应，请点击这里...</a></div></center></body></html>`;

const LETTERS = `<table class="mail" width="98%"><tr><th>来信标题</th><th>来信时间</th><th>状态</th></tr>
<tr><td>王家湾村路灯不亮</td><td>2026-05-19</td><td>已回复</td></tr><tr><td colspan="3">回复：经核实，已于5月21日维修完毕。（2026-05-22）</td></tr>
<tr><td>咨询医保缴费时间</td><td>2026-04-02</td><td>已回复</td></tr><tr><td colspan="3">回复：请于6月30日前补缴。（2026-04-03）</td></tr></table>`;

const form = (id: number, fields: string[]): string =>
  `<form action="/plus/diy.php" enctype="multipart/form-data" method="post"><input type="hidden" name="action" value="post" /><input type="hidden" name="diyid" value="${id}" /><input type="hidden" name="do" value="2" />
<table>${fields.map((label, at) => `<tr><td align="right">${label}：</td><td><input type='text' name='f${at}' class='intxt' value='' /></td></tr>`).join('\n')}</table><input type="submit" value="提 交" /></form>`;

const home = (): SiteAnswer =>
  page(
    '首页',
    '首页',
    `<div class="flashnews"><script language='javascript'>
linkarr = new Array(); picarr = new Array(); textarr = new Array();
linkarr[1] = "/a/xinwen/20260622/2330.html"; picarr[1] = "/uploads/allimg/260622/1-260622101112-L.jpg"; textarr[1] = "杏花坪镇召开防汛抗旱应急预案演练";
</script></div>
${homeBlock('xinwen', 5)}${homeBlock('tongzhi', 6)}${homeBlock('xzwj', 5)}${homeBlock('zcjd', 4)}
<ul class="quick"><li><a href="/a/zhinan/">公开指南</a></li><li><a href="/a/zhidu/">公开制度</a></li><li><a href="/a/fdgk/">法定主动公开内容</a></li><li><a href="/a/nianbao/">公开年报</a></li><li><a href="/a/jbml/">标准目录</a></li><li><a href="/a/zcwj/">政策文件</a></li><li><a href="/plus/diy.php?action=post&diyid=2">依申请公开</a></li></ul>
<dl class="tbox flink"><dt><strong>友情链接</strong><span class="linklabel"><a href="/plus/flink_add.php">申请加入</a></span></dt><dd><a href="http://www.dedecms.com" target="_blank">织梦CMS官方</a></dd></dl>`,
  );

export function portalAt(path: string): SiteAnswer | undefined {
  switch (path) {
    case '/':
    case '/index.html':
      return home();
    case '/data/sitemap.html':
      return sitemap();
    case '/plus/list.php?tid=20':
      return html(MESSAGE);
    case '/plus/diy.php?action=list&diyid=1':
      return page(
        '镇长信箱',
        '镇长信箱',
        `${LETTERS}<p><a href="/plus/diy.php?action=post&amp;diyid=1">我要写信</a></p>`,
      );
    case '/plus/diy.php?action=post&diyid=1':
      return page('我要写信', '我要写信', form(1, ['姓名', '联系方式', '标题', '内容']));
    case '/plus/diy.php?action=post&diyid=2':
      return page(
        '依申请公开',
        '依申请公开',
        `<p>公民、法人或者其他组织可以向镇政府申请获取相关政府信息。申请应当包括姓名、身份证明、联系方式、所需信息的名称和提供方式。受理机构：杏花坪镇党政综合办公室，答复期限20个工作日。</p>${form(2, ['申请人姓名', '证件号码', '联系电话', '所需政府信息内容', '获取方式'])}`,
      );
    case '/plus/flink_add.php':
      return page('申请友情链接', '申请友情链接', form(3, ['网址', '网站名称']));
    default:
      return undefined;
  }
}

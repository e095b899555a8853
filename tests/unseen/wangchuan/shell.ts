import type { SiteAnswer } from '../model.js';

export const SITE = '望川市住房和城乡建设局';

const NAV: [string, string][] = [
  ['网站首页', '/'],
  ['机构职能', '/col/col18817/index.html'],
  ['政府信息公开', '/col/col18820/index.html'],
  ['工作动态', '/col/col18806/index.html'],
  ['通知公告', '/col/col18803/index.html'],
  ['政策解读', '/col/col18804/index.html'],
  ['办事服务', '/col/col18830/index.html'],
  ['互动交流', '/col/col18840/index.html'],
  ['专题专栏', '/col/col18813/index.html'],
  ['房产管理', '/fgc/tzwj/index.html'],
];

export const CSS = `body{margin:0;font:14px/1.9 "Microsoft YaHei","微软雅黑",SimSun;background:#fff url(/images/bg.jpg) repeat-x}.w{width:1200px;margin:0 auto}
a{color:#333;text-decoration:none}a:hover{color:#c00}.head{height:150px;background:#0b5aa5;color:#fff}.head .w{position:relative}.set{position:absolute;right:0;top:0}.set a{color:#fff}.head h1{margin:0;padding-top:40px}.nav{background:#084a8a;overflow:hidden}.nav a{float:left;width:10%;text-align:center;color:#fff;line-height:44px}
.list li{border-bottom:1px dashed #ccc;list-style:none;overflow:hidden}.list span{float:right;color:#999}.xxgk{border-collapse:collapse;margin:12px 0}.xxgk td{border:1px solid #d8d8d8;padding:4px 10px}.xxgk .t{background:#f4f8fc;width:110px}
#zoom{font-size:16px;line-height:2}.tool{border-top:1px solid #ddd;border-bottom:1px solid #ddd;color:#777;text-align:center}.left{float:left;width:240px;background:#f4f8fc}.right{margin-left:260px}.cards li{float:left;width:360px;height:170px;list-style:none;margin:8px;border:1px solid #ddd}
.inv{color:#c00;border:1px solid #c00;padding:0 4px}.ywlink{display:inline-block;width:120px;height:34px;background:#c00;text-indent:-999px}.pop{display:none}.cards{overflow:hidden;padding:0}.cards i{font-size:24px}.foot{clear:both;background:#444;color:#ddd;text-align:center;padding:20px}.foot a{color:#ddd}`;

const tags = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('\n');

export interface Sheet {
  title: string;
  html: string;
  tags?: Record<string, string>;
  /** Where the page stands, names and addresses. */
  crumbs?: [string, string][];
}

const header = `<div class="head"><div class="w"><h1>${SITE}</h1><p>Wangchuan Municipal Bureau of Housing and Urban-Rural Development</p>
<p class="set"><a href="javascript:void(0)" onclick="SetHome(this,window.location)">设为首页</a> | <a href="javascript:void(0)">加入收藏</a> | <a href="/en/index.html">English</a> | <a href="/col/col18850/index.html">网站地图</a></p></div></div>
<div class="nav"><div class="w">${NAV.map(([name, href]) => `<a href="${href}">${name}</a>`).join('')}</div></div>`;

const footer = `<div class="foot"><p><a href="/col/col18817/index.html">关于我们</a> | <a href="/col/col18850/index.html">网站地图</a> | <a href="javascript:window.external.AddFavorite('/','')">收藏本站</a></p>
<p>主办单位：${SITE}　　承办单位：望川市住房和城乡建设信息中心</p><p>地址：望川市新城大道1号　联系电话：0999-7654321</p>
<p>岭ICP备10000000号-2　　岭公网安备 99010202000888号　　网站标识码：9901000027</p>
<p><a href="http://bszs.conac.cn/sitename?method=show&amp;id=0000"><img src="/images/conac.png" alt="党政机关" height="60" /></a>　<script type="text/javascript">document.write('<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9901000027"><img src="/images/jiucuo.png" alt="政府网站找错" height="60" /></a>');</script></p></div>
<div class="pop" id="leave"><p>您访问的链接即将离开“${SITE}”网站，是否继续？</p><a href="javascript:void(0)">继续访问</a><a href="javascript:void(0)">放弃</a></div>`;

/** A whole page as the publishing program writes it. */
export function sheet({ title, html, tags: meta = {}, crumbs }: Sheet, status = 200): SiteAnswer {
  const place = crumbs
    ? `<div class="w">您现在所在的位置：<!--<$[当前位置]>begin--><a href="/">网站首页</a>${crumbs.map(([name, href]) => ` &gt;&gt; <a href="${href}">${name}</a>`).join('')}<!--<$[当前位置]>end--></div>`
    : '';
  const body = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta name='viewport' content='width=1200'>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><meta http-equiv="X-UA-Compatible" content="IE=EmulateIE8" />
<title>${title}</title>
<meta name='Maketime' content='2026-06-29 03:10:27'>
<meta name="SiteName" content="${SITE}">
<meta name="SiteDomain" content="zjj.wangchuan.example">
<meta name="SiteIDCode" content="9901000027">
${tags(meta)}
<link href="/images/18/style.css" rel="stylesheet" type="text/css" /><script type="text/javascript" src="/script/pagecontrol.js"></script></head>
<body>${header}${place}
<div class="w">${html}</div>
${footer}
<!-- visitcount begin --><script type="text/javascript" src="/module/visitcount/visit.jsp?type=1&amp;i_webid=18"></script><!-- visitcount end -->
</body></html>`;
  return { status, headers: { 'content-type': 'text/html;charset=UTF-8', server: 'Tengine' }, body };
}

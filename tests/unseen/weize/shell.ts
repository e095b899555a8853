import { LISTS, listPath } from './columns.js';
import { BUREAU } from './content/text.js';
import type { SiteAnswer } from '../model.js';

/** Stands for scheme and host, which the CMS writes into the links that it copies to another column. */
export const ORIGIN = '@ORIGIN@';

export const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
export const script = (body: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/javascript; charset=utf-8' },
  body,
});

export const SINGLE: Record<number, string> = {
  8: '法定主动公开内容',
  9: '政府信息公开指南',
  10: '政务公开基本目录',
  11: '依申请公开',
  21: '政府信息公开制度',
};
export const singlePath = (catid: number): string => `/index.php?m=content&c=index&a=lists&catid=${catid}`;
export const GUESTBOOK = '/index.php?m=guestbook&c=index&a=lists&siteid=1';
export const SERVICE = '/index.php?m=bsfw&c=index&a=init';

const NAV: [string, string][] = [
  ['首页', '/'],
  ['水务动态', listPath(2)],
  ['通知公告', listPath(6)],
  ['政策文件', listPath(12)],
  ['政策解读', listPath(15)],
  ['政府信息公开', singlePath(8)],
  ['办事服务', SERVICE],
  ['互动交流', GUESTBOOK],
  ['专题专栏', listPath(25)],
  ['河长制', '/hzz/'],
];

const FOOT = `<div class="footer">
<p><a href="/index.php?m=content&c=index&a=lists&catid=40">关于我们</a> | <a href="javascript:void(0);" onclick="this.style.behavior='url(#default#homepage)';this.setHomePage(location.href);">设为首页</a></p>
<p>主办单位：${BUREAU}　地址：苇泽县城关镇沿河路16号　联系电话：0999-5550123</p>
<p>网站标识码：5399880014　<a href="https://beian.miit.gov.cn/" target="_blank">示ICP备00000088号</a>　<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=53998802000014"><img src="/statics/images/slj/ga.png" />示公网安备53998802000014号</a></p>
<p><a href="https://bszs.conac.example/sitename?method=show&id=1F0"><img src="/statics/images/slj/red.png" alt="党政机关" /></a>
<a href="https://zfwzzc.example/exposure/jiucuo.html?site_code=5399880014" target="_blank"><img src="/statics/images/slj/jiucuo.png" alt="政府网站找错" /></a></p>
</div>`;

interface Page {
  title: string;
  main: string;
  /** Page tags other than those of the site. */
  tags?: Record<string, string>;
}

/** Every page of the main site, with what is meant to stop copying. */
export function page({ title, main, tags = {} }: Page): SiteAnswer {
  const all = { SiteName: BUREAU, SiteDomain: 'slj.weize.example', SiteIDCode: '5399880014', ...tags };
  return html(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta http-equiv="X-UA-Compatible" content="IE=7" />
<title>${title} - ${BUREAU}</title>
${Object.entries(all)
  .map(([name, content]) => `<meta name="${name}" content="${content}" />`)
  .join('\n')}
<link href="/statics/css/reset.css" rel="stylesheet" type="text/css" />
<link href="/statics/css/default_blue.css" rel="stylesheet" type="text/css" />
<script language="javascript" type="text/javascript">
function more(c){window.location.href="/index.php?m=content&c=index&a=lists&catid="+c;}
document.oncontextmenu=function(){return false;};document.onselectstart=function(){return false;};
</script>
</head>
<body oncontextmenu="return false" ondragstart="return false" onselectstart="return false" oncopy="document.selection.empty()" onbeforecopy="return false">
<noscript><iframe src="*.html"></iframe></noscript>
<div class="body-top"><span id="today"></span><a href="javascript:zh_tran('t');" class="zh_click" id="zh_click_t">繁體</a> | <a href="/index.php?m=search&c=index&a=init&typeid=1&siteid=1">搜索</a></div>
<div class="header"><div class="logo"><a href="/index.php"><img src="/statics/images/slj/logo.png" alt="${BUREAU}" /></a></div>
<ul class="nav-site">${NAV.map(([name, path]) => `<li><a href="${path}"><span>${name}</span></a></li><li class="line">|</li>`).join('')}</ul></div>
${main}
${FOOT}
</body></html>`);
}

export const crumbs = (...steps: [name: string, path: string][]): string =>
  `<div class="crumbs">当前位置：<a href="/index.php">首页</a><span> &gt; </span>${steps.map(([name, path]) => `<a href="${path}">${name}</a> &gt; `).join('')}</div>`;

/** The menu at the left of the pages of openness. */
export const openMenu = (): string =>
  `<div class="col-left xxgk"><h2>政府信息公开</h2><ul>${[9, 21, 8, 10]
    .map((catid) => `<li><a href="${singlePath(catid)}">${SINGLE[catid]}</a></li>`)
    .join(
      '',
    )}<li><a href="${listPath(20)}">${LISTS[20]?.name}</a></li><li><a href="${singlePath(11)}">依申请公开</a></li></ul></div>`;

/** What PHPCMS says of what it cannot find: a page answered with 200 that leads back. */
export const message = (words: string): SiteAnswer =>
  html(`<!DOCTYPE html><html><head><meta charset="utf-8" /><title>提示信息</title></head><body>
<div class="showMsg" style="text-align:center"><h5>提示信息</h5><div class="content guery">${words}</div><div class="bottom"><a href="javascript:history.back();" >[点这里返回上一页]</a></div></div></body></html>`);

import type { SiteAnswer } from '../model.js';

export const NAME = '栖川市人民政府';

export const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', server: 'nginx' },
  body,
});

const TAGS = `<meta name="SiteName" content="栖川市人民政府门户网站"><meta name="SiteDomain" content="www.qichuan.invalid"><meta name="SiteIDCode" content="9912810001">`;

const FOOT = `<div class="foot"><p>主办单位：栖川市人民政府办公室　承办单位：栖川市大数据中心　联系方式：0000-0000110</p>
<p>网站标识码：9912810001　苇ICP备05009912号　<a href="/wzdt/">站点地图</a></p>
<p><span id="_ideConac"><img src="/images/conac.png" alt="党政机关"></span><span id="_span_jiucuo"><img src="/images/jiucuo.png" alt="政府网站找错" onclick="Link('9912810001')"></span></p></div>
<div id="outlink" style="display:none"><h3>您访问的链接即将离开“栖川市人民政府”门户网站，是否继续？</h3><a class="qd">继续访问</a><a class="gb">放弃</a></div>`;

/** The third portal (since 2022). */
export const portalPage = (title: string, main: string, head = ''): string => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">${TAGS}${head}<title>${title}_栖川市人民政府</title>
<link rel="stylesheet" href="/images/2022.css"><script src="/images/jquery.min.js"></script><script src="/images/page.js"></script></head><body>
<div class="top"><a class="wza">无障碍阅读</a> | <a class="changzhe">长者模式</a> | <a onclick="zh_tran('t')">繁體</a></div>
<div class="logo"><a href="/"><img src="/images/logo.png" alt="栖川市人民政府"></a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xwzx/qcyw/">栖川要闻</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/xxgkpt/">政府信息公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul>
${main}
${FOOT}</body></html>`;

/** The openness platform, in a look of its own. */
export const platformPage = (title: string, tree: string, main: string, head = ''): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8">${TAGS}${head}<title>${title} - 栖川市政府信息公开</title><link rel="stylesheet" href="/xxgkpt/images/gk.css"></head><body class="gk">
<div class="gk-head"><a href="/xxgkpt/"><img src="/xxgkpt/images/gkbt.png" alt="政府信息公开"></a><a class="back" href="/">返回首页</a></div>
<div class="gk-wrap"><div class="gk-left">${tree}</div><div class="gk-right">${main}</div></div>
${FOOT}</body></html>`;

const SECTIONS: [string, string, [string, string][]][] = [
  [
    '/bmpd/rsj/',
    '栖川市人力资源和社会保障局',
    [
      ['zcwj', '政策文件'],
      ['gzdt', '工作动态'],
      ['xxgknb', '信息公开年报'],
    ],
  ],
  ['/bmpd/slj/', '栖川市水利局', [['tzgg', '通知公告']]],
  [
    '/xzpd/bgz/',
    '柏沟镇',
    [
      ['zfwj', '政府文件'],
      ['tzgg', '通知公告'],
    ],
  ],
];
export const sectionOf = (path: string) => SECTIONS.find(([at]) => path.startsWith(at));

/** A section of a department or township: the same host, a banner of its own. */
export function sectionPage(path: string, title: string, main: string, head = ''): string {
  const section = sectionOf(path);
  if (!section) return portalPage(title, main, head);
  const [at, name, columns] = section;
  const menu = columns.map(([key, label]) => `<a href="${at}${key}/">${label}</a>`).join(' ');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${TAGS}${head}<title>${title}</title><link rel="stylesheet" href="/bmpd/images/bm.css"></head><body>
<div class="bm-banner"><h1>${name}</h1></div><div class="bm-nav"><a href="${at}">频道首页</a> ${menu} <a href="/">门户网站</a></div>
${main}${FOOT}</body></html>`;
}

/** The first system (2016–2018), in tables. */
export const oldPage = (
  title: string,
  main: string,
): string => `<html><head><title>${title}-中国·栖川</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<link href="/Skin/blue/default.css" rel="stylesheet" type="text/css"></head><body leftmargin="0" topmargin="0">
<table width="1000" align="center"><tr><td background="/images/old_banner.jpg" height="120">&nbsp;</td></tr><tr><td>您现在的位置：<a href="/">中国·栖川</a> &gt;&gt; <a href="/Category_56/Index.aspx">政策文件</a> &gt;&gt; 正文</td></tr></table>
${main}<table width="1000" align="center"><tr><td align="center">版权所有：栖川市人民政府 　(已归档，仅供查阅)</td></tr></table></body></html>`;

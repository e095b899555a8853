import type { SiteAnswer } from '../model.js';

const NAV = [
  ['/', '首页'],
  ['/channels/10.html', '要闻动态'],
  ['/channels/20.html', '政务公开'],
  ['/channels/30.html', '政策文件'],
  ['/channels/35.html', '政策解读'],
  ['/channels/36.html', '通知公告'],
  ['/channels/40.html', '重点领域'],
  ['/channels/60.html', '办事服务'],
  ['/channels/50.html', '互动交流'],
  ['/channels/70.html', '专题专栏'],
] as const;

const FOOT = `<div class="footer"><p>主办：鹿鸣县人民政府办公室　承办：鹿鸣县大数据中心</p>
<p>联系电话：0000-0000001　<a href="http://beian.example/">岭ICP备00000001号-1</a>　网站标识码：0000000002</p>
<p><a href="http://gongan.example/"><img src="/images/ghs.png">岭公网安备 00000002000001号</a></p>
<p><a href="http://conac.example/"><img src="/images/red.png" alt="党政机关网站标识"></a><script id="_jiucuo_" sitecode="0000000002" src="/exposure/jiucuo.js"></script></p></div>`;

export const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', server: 'Microsoft-IIS/8.5', 'x-powered-by': 'ASP.NET' },
  body,
});

/** The page around everything: the only h1 of an article page is the name of the site. */
export function page(title: string, metas: [name: string, content: string][], main: string): SiteAnswer {
  const tags = [
    ['SiteName', '鹿鸣县人民政府'],
    ['SiteDomain', 'www.luming.example'],
    ['SiteIDCode', '0000000002'],
    ...metas,
  ];
  return html(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${title}</title>
${tags.map(([name, content]) => `<meta name="${name}" content="${content}" />`).join('\n')}
<link rel="stylesheet" href="/css/main.css" /><script src="/js/main.js"></script></head>
<body><div class="head"><h1 class="logo"><a href="/">鹿鸣县人民政府</a></h1>
<form action="/search.html" method="get"><input name="word" type="text" /><input type="submit" value="搜索" /></form>
<ul class="nav">${NAV.map(([to, name]) => `<li><a href="${to}">${name}</a></li>`).join('')}</ul></div>
<div class="main">${main}</div>
${FOOT}</body></html>`);
}

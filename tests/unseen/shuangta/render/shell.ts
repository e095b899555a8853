import { escape } from '../text.js';

export interface Head {
  title: string;
  column?: string;
  metas?: Record<string, string>;
  canonical?: string;
  mobile?: string;
  lang?: string;
}

const site = '双塔市教育和体育局';
const nav: [string, string][] = [
  ['/', '首页'],
  ['/jgzn/', '机构概况'],
  ['/xxgk/', '政府信息公开'],
  ['/zcwj/', '政策文件'],
  ['/zcjd/', '政策解读'],
  ['/tzgg/', '通知公告'],
  ['/gzdt/', '工作动态'],
  ['/bsfw/', '办事服务'],
  ['/hudong/', '互动交流'],
];

const footer = `<footer class="site-footer" role="contentinfo" aria-label="页脚">
  <p>主办单位：双塔市教育和体育局　　承办：双塔市教育信息中心</p>
  <p>地址：双塔市文庙街18号　联系电话：0999-5550123（工作日8:30-12:00，14:30-18:00）</p>
  <p>网站标识码：9900230016　<a href="https://beian.example/" rel="nofollow">岚ICP备2099000123号-2</a>　<a href="/sitemap.html">网站地图</a></p>
  <p><a href="/jgbs.html"><img src="/static/img/dzjg.png" alt="党政机关网站标识" width="60"></a></p>
  <p class="links"><a href="/m/">手机版</a> <a href="/en/">English</a> <a href="/old/index.asp" target="_blank">旧版政务公开</a></p>
</footer>`;

const tools = `<div class="a11y-bar" role="toolbar" aria-label="无障碍工具条"><button type="button" data-act="read" aria-pressed="false">朗读</button><button type="button" data-act="big">大字</button><span class="sr-only">您已进入网页主体区，当前为正文，按Tab键浏览</span></div>`;

export function shell(head: Head, main: string): string {
  const metas: Record<string, string> = {
    SiteName: site,
    SiteDomain: 'jtj.shuangta.example',
    SiteIDCode: '9900230016',
  };
  if (head.column) Object.assign(metas, { ColumnName: head.column, ColumnType: '信息公开' });
  Object.assign(metas, head.metas);
  const meta = Object.entries(metas)
    .map(([name, content]) => `  <meta name="${name}" content="${escape(content)}">`)
    .join('\n');
  const links = [
    head.canonical && `  <link rel="canonical" href="${head.canonical}">`,
    head.mobile && `  <link rel="alternate" media="only screen and (max-width: 640px)" href="${head.mobile}">`,
  ].filter(Boolean);
  return `<!doctype html>
<html lang="${head.lang ?? 'zh-CN'}" data-theme="blue">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <title>${escape(head.title)}_${site}</title>
${meta}
${links.join('\n')}
  <link rel="stylesheet" href="/static/app.css">
  <script defer src="/static/app.js"></script>
</head>
<body>
${tools}
<header class="site-header" role="banner"><a class="brand" href="/"><img src="/static/img/logo.png" alt="${site}"></a>
<form class="search" role="search" action="/search" method="get"><input type="search" name="q" aria-label="站内搜索"></form></header>
<nav class="site-nav" aria-label="主导航"><ul role="menubar">${nav.map(([href, text]) => `<li role="none"><a role="menuitem" href="${href}">${text}</a></li>`).join('')}</ul></nav>
<main id="main" tabindex="-1">
${main}
</main>
${footer}
</body>
</html>`;
}

export const crumbs = (...steps: [string, string][]) =>
  `<nav class="crumbs" aria-label="面包屑"><ol><li><a href="/">首页</a></li>${steps.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join('')}</ol></nav>`;

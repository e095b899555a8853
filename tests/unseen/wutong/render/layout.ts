import { paths } from '../addresses.js';

export const siteName = '梧桐区人民政府';
const siteCode = '9903020001';

/** Host part for protocol-relative addresses: `//127.0.0.1:8080`. */
export const bare = (origin: string) => origin.replace(/^https?:/, '');

export const cut = (title: string, length: number) => (title.length > length ? `${title.slice(0, length)}…` : title);

export interface PageTags {
  column?: { name: string; type: string };
  article?: { title: string; pubDate: string; source: string };
}

export interface Frame {
  origin: string;
  title: string;
  body: string;
  crumbs?: [words: string, href: string][];
  /** Page tags; left out on the pages of the ordinary portal. */
  tags?: PageTags;
  scripts?: string[];
}

function tagsOf(tags: PageTags, origin: string): string {
  const pairs: [string, string][] = [
    ['SiteName', siteName],
    ['SiteDomain', origin.replace(/^https?:\/\//, '')],
    ['SiteIDCode', siteCode],
  ];
  if (tags.column)
    pairs.push(
      ['ColumnName', tags.column.name],
      ['ColumnDescription', `${siteName}${tags.column.name}栏目`],
      ['ColumnKeywords', tags.column.name],
      ['ColumnType', tags.column.type],
    );
  if (tags.article)
    pairs.push(
      ['ArticleTitle', tags.article.title],
      ['PubDate', tags.article.pubDate],
      ['contentSource', tags.article.source],
      ['Keywords', ''],
      ['Author', ''],
      ['Description', ''],
      ['Image', ''],
    );
  return pairs.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n');
}

const menu: [string, string][] = [
  ['首页', paths.home],
  ['领导之窗', paths.leaders],
  ['动态要闻', paths.news],
  ['通知公告', paths.notices],
  ['政策文件', paths.policies],
  ['政策解读', paths.interpretations],
  ['政府信息公开', paths.disclosure],
  ['办事服务', paths.services],
  ['互动交流', paths.interaction],
  ['专题专栏', paths.topics],
];

const header = (
  origin: string,
) => `<div class="bar_top" tabindex="0" aria-label="您已进入页头辅助区，请按Tab键浏览信息"><div class="w"><span class="l">今天是：<em id="today"></em></span><span class="r"><a href="javascript:void(0)" onclick="setHome(this)">设为首页</a> | <a href="javascript:void(0)" class="mobile_ewm">手机版</a> | <a href="javascript:void(0)" id="cniil_wza">无障碍阅读</a> | <a href="javascript:void(0)">长者模式</a></span></div></div>
<div class="head"><div class="w"><a class="logo" href="${paths.home}"><strong>${siteName}</strong><i>Wutong District People's Government</i></a>
<form class="search" action="/search/index.html" onsubmit="return false"><input name="keywords" placeholder="请输入关键字" aria-label="搜索框"><button type="submit">搜 索</button></form></div></div>
<div class="nav" role="navigation" aria-label="导航区"><ul class="w">${menu
  .map(([words, href]) => `<li><a href=${bare(origin)}${href} target=_self>${words}</a></li>`)
  .join('')}</ul></div>`;

const footer = `<div class="foot" aria-label="页脚区"><div class="w"><p><a href="javascript:void(0)">网站地图</a> | <a href="javascript:void(0)">关于我们</a> | <a href="javascript:void(0)">网站声明</a></p>
<p>主办：${siteName}　承办：梧桐区人民政府办公室　联系电话：0999-1234560</p>
<p>网站标识码：${siteCode}　云ICP备99030001号-1　<img src="/assets/images/gongan.png" width="14" alt="">云公网安备 99030202000101号</p>
<p><img src="/assets/images/dzjg.png" width="40" alt="党政机关"> <img src="/assets/images/jiucuo.png" width="60" alt="政府网站找错"></p></div></div>
<div class="float_r"><a href="${paths.interaction}">区长信箱</a><a href="javascript:void(0)" class="ewm"><img src="/assets/images/qrcode.png" width="34" alt="政务微信">政务微信</a><a href="javascript:void(0)" class="top">返回顶部</a></div>`;

/** A whole page in the site's dress. */
export function page(frame: Frame): string {
  const crumbs = frame.crumbs
    ? `<div class="wz_top w" tabindex="0">当前位置：<a href="${paths.home}">首页</a>${frame.crumbs
        .map(([words, href]) => ` &gt; <a href="${href}">${words}</a>`)
        .join('')}</div>`
    : '';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta name="renderer" content="webkit">
${frame.tags ? tagsOf(frame.tags, frame.origin) : ''}
<title>${frame.title === siteName ? siteName : `${frame.title}_${siteName}`}</title>
<link rel="stylesheet" type="text/css" href="/assets/css/style.css">
${['/assets/js/site.js', ...(frame.scripts ?? [])].map((src) => `<script type="text/javascript" src="${src}"></script>`).join('\n')}
</head>
<body>
${header(frame.origin)}
${crumbs}
<div class="main w" tabindex="0" aria-label="视窗区">
${frame.body}
</div>
${footer}
</body>
</html>`;
}

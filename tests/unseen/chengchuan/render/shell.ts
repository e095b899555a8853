import type { SiteAnswer } from '../../model.js';

export interface Head {
  title: string;
  column?: string;
  type?: string;
  article?: { day: string; source: string };
}

export const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', server: 'nginx' },
  body,
});

const NAV: [string, string][] = [
  ['首页', '/'],
  ['园区要闻', '/002/002001/moreinfo.html'],
  ['政务公开', '/003/openness.html'],
  ['政策解读', '/005/subpage.html'],
  ['通知公告', '/004/004001/moreinfo.html'],
  ['互动交流', '/008/subpage.html'],
  ['办事服务', '/009/subpage.html'],
  ['投资指南', '/010/010001/moreinfo.html'],
];

const FOOT =
  '<div class="ewb-footer"><p>主办单位：澄川经济开发区管理委员会　承办单位：党政办公室</p><p>地址：澄川县开元大道1号　联系电话：0000-6100100</p>' +
  '<p>网站标识码：9913990031　<a href="https://beian.example.com/">苏ICP备00000031号-1</a>　<a href="https://gongan.example.com/?recordcode=99139902000031"><img src="/uploadfile/ga.png" alt="">公网安备 99139902000031号</a></p>' +
  '<p><a href="https://conac.example.com/"><img src="/uploadfile/red.png" alt="党政机关"></a><a href="https://zfwzgl.example.com/exposure/jiucuo.html?site_code=9913990031"><img src="/uploadfile/jiucuo.png" alt="政府网站找错"></a></p></div>';

/** A page of the portal, as its builder lays it out. */
export function page({ title, column, type, article }: Head, body: string): SiteAnswer {
  const tags = [
    '<meta name="SiteName" content="澄川经济开发区管理委员会">',
    '<meta name="SiteDomain" content="www.cckfq.example.com">',
    '<meta name="SiteIDCode" content="9913990031">',
    ...(column
      ? [`<meta name="ColumnName" content="${column}">`, `<meta name="ColumnType" content="${type ?? column}">`]
      : []),
    ...(article
      ? [
          `<meta name="ArticleTitle" content="${title}">`,
          `<meta name="PubDate" content="${article.day} 10:11">`,
          `<meta name="ContentSource" content="${article.source}">`,
        ]
      : []),
  ];
  return html(`<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<title>${article || column ? `${title}-澄川经济开发区` : title}</title>
${tags.join('\n')}
<link rel="stylesheet" href="/css/ewb.css">
<script>var siteInfo = { projectName: "/EpointWebBuilder", siteGuid: "7eb5f7f1-9041-43ad-8e13-8fcb82ea831a" };</script>
</head>
<body>
<div class="ewb-header"><a href="/"><img src="/uploadfile/logo.png" alt="澄川经济开发区"></a></div>
<ul class="ewb-nav">${NAV.map(([name, to]) => `<li><a href="${to}">${name}</a></li>`).join('')}</ul>
${body}
${FOOT}
</body>
</html>`);
}

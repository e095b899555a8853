import { columnOf, listPath, type Column } from '../columns.js';

export const siteName = '云岭县岚沧镇人民政府';
const siteCode = '6299230041';

export interface Tag {
  name: string;
  content: string;
}

/** Tags of the site and, where given, of the column; the site group stands twice as on many platforms. */
export function pageTags(column: Column | null, more: Tag[] = []): string {
  const site: Tag[] = [
    { name: 'SiteName', content: siteName },
    { name: 'SiteDomain', content: 'lancang.yunling.gov.cn' },
    { name: 'SiteIDCode', content: siteCode },
  ];
  const ofColumn: Tag[] = column
    ? [
        { name: 'ColumnName', content: column.name },
        { name: 'ColumnDescription', content: `岚沧镇人民政府${column.name}栏目` },
        { name: 'ColumnKeywords', content: column.name },
        { name: 'ColumnType', content: String(column.type) },
      ]
    : [];
  const head: Tag[] = column
    ? [
        { name: 'channelId', content: column.channelId },
        { name: 'code', content: column.code },
      ]
    : [];
  return [...head, ...site, ...ofColumn, ...more]
    .map(({ name, content }) => `    <meta name="${name}" content="${content}"/>`)
    .join('\n');
}

const menu: [string, string][] = [
  ['首页', '/index.shtml'],
  ['走进岚沧', '/zjlc/c106090/lcgk.shtml'],
  ['岚沧要闻', listPath(columnOf('c106101'))],
  ['政府信息公开', '/zfxxgk/index.shtml'],
  ['通知公告', listPath(columnOf('c106112'))],
  ['政策解读', listPath(columnOf('c106120'))],
  ['办事服务', listPath(columnOf('c106150'))],
  ['互动交流', '/hdjl/c106140/index.shtml'],
  ['专题专栏', listPath(columnOf('c106130'))],
];

export const crumbs = (steps: [string, string][], last: string): string =>
  `<div class="BreadcrumbNav w"><p>当前位置：<a href='/index.shtml' target="_parent">首页</a>${steps
    .map(([name, href]) => `&gt;<a href='${href}' target="_parent">${name}</a>`)
    .join('')}&gt;<span>${last}</span></p></div>`;

const header = `<div class="top_box">
  <div class="top w">
    <p class="tools"><a class="wza" href="javascript:;" onclick="aria.start()" clickhide="false">网站无障碍</a>
      <a class="slh" href="javascript:;" onclick="aria.oldFixedStart()" clickhide="false">适老版</a>
      <a href="https://www.gov.cn/" target="_blank">中国政府网</a></p>
    <a class="logo" href="/index.shtml"><em>云岭县岚沧镇人民政府</em><i>LANCANG TOWN PEOPLE'S GOVERNMENT</i></a>
    <div class="search_box"><input class="search_txt" type="text" id="allsearch_text" placeholder="请输入搜索关键字"/><input class="search_btn" type="button" onclick="allSearch();" value="搜索"/></div>
  </div>
  <div class="nav_box"><div class="nav w">${menu.map(([name, href]) => `<a href="${href}">${name}</a>`).join('')}</div></div>
</div>`;

const footer = `<div class="footer"><div class="w">
  <p>主办单位：云岭县岚沧镇人民政府　　承办单位：岚沧镇党政综合办公室　　联系电话：0999-1234567</p>
  <p>网站标识码：${siteCode}　　<a href="https://beian.miit.gov.cn/" target="_blank">云ICP备00000000号-1</a>　　云公网安备 62992300000041号</p>
  <p><a href="/wzdt.shtml">网站地图</a>　|　<a href="javascript:;">联系我们</a>　|　<a href="javascript:;">隐私声明</a>　<script id="_jiucuo_" data-sitecode="${siteCode}"></script><span class="jiucuo">政府网站找错</span></p>
</div></div>
<div id="wza_bar" style="display:none" role="toolbar" aria-label="无障碍工具条"><span tabindex="0">正文区,当前为文章正文</span><span tabindex="0">语速</span><span tabindex="0">指读</span></div>`;

/** A page of the site around `main`. */
export function page(title: string, tags: string, main: string): string {
  return `<!DOCTYPE html>
<html>

<head>
    <meta charset="UTF-8">
    <meta name="viewport" content=" width=device-width,user-scalable=no,initial-scale=1.0"/>
    <meta http-equiv="X-UA-Compatible" content="ie=edge">
${tags}
    <title>${title}</title>
    <link rel="stylesheet" type="text/css" href="/xhtml/static/css/common.css">
    <script src="/xhtml/static/js/common.js"></script>
    <script src="/xhtml/static/js/page.js"></script>
</head>

<body>
${header}
<div id="maincontent" tabindex="0">
${main}
</div>
<!--公共尾-->
${footer}
</body>
</html>
`;
}

/** The bar at the left of everything under 政府信息公开. */
export function openingMenu(current: string): string {
  const items: [string, string][] = [
    ['政府信息公开指南', '/zfxxgk/c106102/zfxxgkzn.shtml'],
    ['政府信息公开制度', listPath(columnOf('c106103'))],
    ['法定主动公开内容', '/zfxxgk/c106104/fdzdgknr.shtml'],
    ['政府信息公开年报', listPath(columnOf('c106105'))],
    ['依申请公开', '/zfxxgk/c106106/ysqgk.shtml'],
  ];
  const duties = ['c106109', 'c106111', 'c106114', 'c106115'].map(columnOf);
  return `<div class="dl_nav01">${items
    .map(([name, href]) => {
      const on = name === current ? ' class="on"' : '';
      const below =
        name === '法定主动公开内容'
          ? `<ul class="sideMenu"><li><a href="/zjlc/c106092/jgzn.shtml">机构职能</a></li><li><a href="/zjlc/c106091/ldzc.shtml">领导之窗</a></li>${duties
              .map(
                (each) => `<li id="erji_${each.code}"><span>·</span><a href="${listPath(each)}">${each.name}</a></li>`,
              )
              .join('')}</ul>`
          : '';
      return `<h3${on}><a href="${href}">${name}</a></h3>${below}`;
    })
    .join('')}</div>`;
}

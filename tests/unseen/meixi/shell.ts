import { COLUMNS, SITE } from './columns.js';

export const CSS = `*{box-sizing:border-box}body{margin:0;font:15px/1.7 "Microsoft YaHei",sans-serif;color:#333;background:#f4f6f9}a{color:#333;text-decoration:none}ul{list-style:none;margin:0;padding:0}
.w{width:1180px;margin:0 auto;background:#fff}.head{background:linear-gradient(#0b5aa5,#2f86d3);height:130px;color:#fff}.head .w{background:none}.head h1{margin:0;padding:34px 0 0;font-size:36px;letter-spacing:4px}.head small a{color:#fff}
.nav{background:#0a4d8f}.nav .w{background:none;display:flex}.nav a{color:#fff;padding:10px 26px}.crumb{padding:12px 20px;color:#777;border-bottom:1px solid #eee}.two{display:flex;gap:20px;padding:20px}.side{width:220px}.side a{display:block;padding:10px 16px;background:#eef4fb;margin-bottom:6px}.main{flex:1;min-height:420px}
.tabs{display:flex;border-bottom:2px solid #0b5aa5}.tabs li{padding:8px 22px;cursor:pointer}.tabs .on{background:#0b5aa5;color:#fff}.list li{display:flex;justify-content:space-between;border-bottom:1px dashed #ddd;padding:8px 4px}.list .d{color:#999;white-space:nowrap}.mon{color:#0b5aa5;margin:14px 0 4px}
.pager{text-align:center;padding:18px}.pager a,.pager b{border:1px solid #ccc;padding:3px 10px;margin:0 3px}.arti{padding:20px 60px}.arti h2{text-align:center;font-size:26px}.info{text-align:center;color:#888;border-bottom:1px solid #eee;padding-bottom:10px}.con p{text-indent:2em}
.xxb{display:flex;flex-wrap:wrap;border:1px solid #cfe0f2;background:#f7fbff;padding:10px;margin:10px 0}.xxb dl{width:50%;display:flex;margin:4px 0}.xxb dt{width:110px;color:#0b5aa5}.xxb dd{margin:0}.xxb li{width:50%;padding:3px 10px}.xxb em{font-style:normal;color:#0b5aa5;margin-right:10px}
.fj,.wjjd,.yjlj{background:#f5f8fc;padding:10px 20px;margin:14px 0}.share{color:#888;text-align:right}.foot{background:#2b3b4e;color:#cdd6e0;text-align:center;padding:22px;margin-top:20px}.foot a{color:#cdd6e0}.none{text-align:center;color:#999;padding:60px}.home{display:grid;grid-template-columns:1fr 1fr;gap:20px;padding:20px}.home h3{border-left:4px solid #0b5aa5;padding-left:10px}.hd-tab a{display:inline-block;padding:8px 30px;background:#eef4fb}.hd-tab .on{background:#0b5aa5;color:#fff}`;

export interface PageOptions {
  title: string;
  column?: string;
  /** Tags of an article. */
  article?: { title: string; date: string; source: string };
  noTags?: boolean;
  html: string;
  head?: string;
  crumb?: string;
}

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function tags(options: PageOptions): string {
  if (options.noTags) return '';
  const column = options.column ? COLUMNS[options.column] : undefined;
  const meta = (name: string, content: string): string => `<meta name="${name}" content="${escape(content)}">\n`;
  let out =
    meta('SiteName', `${SITE}门户网站`) + meta('SiteDomain', 'www.meixi.example') + meta('SiteIDCode', '3597270003');
  if (column) out += meta('ColumnName', column.name) + meta('ColumnType', column.type);
  if (column && !options.article) out += meta('ColumnDescription', column.name) + meta('ColumnKeywords', column.name);
  const { article } = options;
  if (article)
    out += meta('ArticleTitle', article.title) + meta('PubDate', article.date) + meta('ContentSource', article.source);
  return out;
}

const NAV: [string, string][] = [
  ['首页', '/mxx/pc/index.html'],
  ['梅溪要闻', '/mxx/pc/mxyw/index.html'],
  ['政府信息公开', '/mxx/pc/zwgk/index.html'],
  ['政策文件', '/mxx/pc/zcwj/index.html'],
  ['政策解读', '/mxx/pc/zcjd/index.html'],
  ['办事服务', '/mxx/pc/bsfw/index.html'],
  ['互动交流', '/mxx/hudong/index.html'],
  ['专题专栏', '/mxx/pc/ztzl/index.html'],
];

/** A whole page of the platform. */
export function page(options: PageOptions): string {
  const crumb = options.crumb ?? (options.column ? (COLUMNS[options.column]?.name ?? '') : '');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge">
${tags(options)}<title>${escape(options.title)}_${SITE}</title>
<link rel="stylesheet" href="/mxx/static/css/mx.css?v=20260619">${options.head ?? ''}
<script src="/mxx/static/js/mxlist.js?v=20260619"></script></head>
<body><!-- unit:head:begin --><div class="head" role="banner"><div class="w"><small>今天是2026年6月30日　<a href="/mxx/wap/index.html">手机版</a>　<a href="javascript:void(0)" tabindex="0">无障碍浏览</a>　<a href="javascript:void(0)">长者模式</a></small><h1>${SITE}</h1></div></div>
<div class="nav" role="navigation" aria-label="导航区"><div class="w">${NAV.map(([name, url]) => `<a href="${url}">${name}</a>`).join('')}</div></div><!-- unit:head:end -->
<div class="w">${crumb ? `<div class="crumb">您现在的位置：<a href="/mxx/pc/index.html">首页</a> &gt; ${crumb}</div>` : ''}
${options.html}</div>
<div class="foot" role="contentinfo"><p>主办：${SITE}　承办：梅溪县人民政府办公室　<a href="/mxx/pc/about/index.html">网站地图</a></p><p>网站标识码：3597270003　备案号：福ICP备00000000号-1　闽公网安备 00000000000000号</p><p>联系电话：0999-7200000（仅受理网站建设维护相关事宜）　<a href="javascript:;">我为政府网站找错</a></p></div>
<div style="display:none" id="aria-tip">正文区，当前为页面正文，按回车键开始朗读</div></body></html>`;
}

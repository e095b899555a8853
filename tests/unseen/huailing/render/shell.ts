import { paths } from '../addresses.js';
import { channels, isLeaf } from '../channels.js';

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Shown {
  title: string;
  column?: string;
  tags?: [string, string][];
  state?: unknown;
  main: string;
}

const menu: [string, string][] = [
  ['首页', '/'],
  ['槐陵要闻', paths.news],
  ['通知公告', paths.notice],
  ['政府信息公开', '/zfxxgk'],
  ['政策文件库', paths.library],
  ['政务服务', paths.service],
  ['互动交流', paths.interaction],
  ['专题专栏', paths.topic],
];

/** A page as the platform's server renders it, before its scripts run. */
export function shell({ title, column, tags = [], state, main }: Shown): string {
  const metas: [string, string][] = [
    ['SiteName', '槐陵县人民政府'],
    ['SiteDomain', 'www.huailing.example'],
    ['SiteIDCode', '6299230001'],
    ...(column === undefined
      ? []
      : ([
          ['ColumnName', column],
          ['ColumnType', '政府信息公开'],
        ] as [string, string][])),
    ...tags,
  ];
  return `<!doctype html>
<html data-n-head-ssr lang="zh-CN" data-n-head="%7B%22lang%22:%7B%22ssr%22:%22zh-CN%22%7D%7D">
<head>
<title>${escape(title)}</title>
<meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" name="viewport" content="width=device-width,initial-scale=1">
${metas.map(([name, content]) => `<meta data-n-head="ssr" data-hid="${name}" name="${name}" content="${escape(content)}">`).join('\n')}
<link rel="preload" href="/_nuxt/3f1c9ab.js" as="script"><style data-vue-ssr-id="7e56e4e3:0">[v-cloak]{display:none}.right{text-align:right}.center{text-align:center}.tree ul{padding-left:1em}</style>
</head>
<body>
<div data-server-rendered="true" id="__nuxt"><div id="__layout"><div class="layout" data-v-314f53c6>
<header class="hd" data-v-52e1a7cc><a href="/" class="logo"><img src="/_nuxt/img/logo.8d1c2f3.png" alt="槐陵县人民政府"></a>
<ul class="nav" role="menubar">${menu.map(([name, path]) => `<li role="menuitem" class="el-menu-item"><a href="${path}" class="nuxt-link">${name}</a></li>`).join('')}</ul>
<div class="search"><input type="text" placeholder="请输入关键词" value=""><button type="button" class="el-button"><span>搜索</span></button></div></header>
<main class="main">${main}</main>
<footer class="ft" data-v-0b3ac7f0><p>主办：槐陵县人民政府办公室　承办：槐陵县大数据中心　联系电话：0000-1234567</p>
<p>网站标识码：6299230001　<a href="https://beian.example/">岭ICP备00000000号-1</a>　岭公网安备 62992300000001号</p>
<p><a href="https://bszs.example/"><img src="/_nuxt/img/dzjg.1b2f.png" alt="党政机关网站标识"></a><a href="https://pucha.example/?site_code=6299230001"><img src="/_nuxt/img/jiucuo.77ab.png" alt="政府网站找错"></a></p></footer>
</div></div></div>
<script>window.__NUXT__=${JSON.stringify({ layout: 'default', serverRendered: true, data: [state ?? {}] }).replaceAll('<', '\\u003C')}</script>
<script src="/_nuxt/3f1c9ab.js" defer></script>
</body></html>`;
}

/** The frame of 政府信息公开: the five parts and the tree, of which the roots alone are in the source. */
export function openness(current: number, pane: string): string {
  const roots = channels.filter((one) => one.parent === 0);
  const part = (name: string, path: string) => `<li class="zf-item"><a href="${path}">${name}</a></li>`;
  return `<div class="zfxxgk el-container"><aside class="el-aside"><h2>政府信息公开</h2><ul class="zf-menu">
${part('政府信息公开指南', paths.guide)}${part('政府信息公开制度', paths.rules)}${part('法定主动公开内容', paths.statutory)}
<li class="tree" role="tree" data-current="${current}"><ul>${roots
    .map(
      ({ id, name }) =>
        `<li class="el-tree-node" role="treeitem" data-id="${id}" data-leaf="${isLeaf(id)}"><i class="expand"></i><a href="/zfxxgk/n/${id}">${name}</a></li>`,
    )
    .join('')}</ul></li>
${part('政策解读', paths.interpretation)}${part('基层政务公开标准目录', paths.catalogue)}${part('政府信息公开年报', paths.annual)}${part('依申请公开', paths.request)}</ul></aside>
<section class="el-main">${pane}</section></div>`;
}

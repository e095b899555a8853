import { BASE, listed } from './columns.js';
import { ITEMS } from './content/index.js';
import { card } from './list.js';
import { html, page } from './shell.js';
import type { SiteAnswer } from '../model.js';

const GUIDE = `<h1>青萍街道办事处政府信息公开指南</h1><h2>信息分类</h2><p>主动公开的政府信息分为机构信息、街道文件、财政资金、人事信息、社区公开等类。</p><h2>获取方式</h2><p>主动公开的信息可以在本网站、街道便民服务中心查阅。申请获取其他政府信息的，填写申请表，当面递交或者邮寄。</p><h2>工作机构</h2><p>机构名称：砚池区青萍街道办事处党政综合办公室</p><p>办公地址：砚池区临河路1号204室</p><p>办公时间：工作日9:00—12:00，13:30—17:30</p><p>联系电话：0000-0000012</p><p>电子邮箱：gk@qingping.example</p>`;

const CATALOGUE = `<h1>青萍街道办事处主动公开基本目录（2026年版）</h1><div class="Table_scroll__w1"><table><thead><tr><th>序号</th><th>一级事项</th><th>二级事项</th><th>公开内容</th><th>公开依据</th><th>公开时限</th><th>公开主体</th><th>公开渠道</th></tr></thead><tbody><tr><td>1</td><td>街道文件</td><td>规范性文件</td><td>标题、文号、正文</td><td>《条例》第二十条</td><td>20个工作日</td><td>党政综合办公室</td><td>☑政府网站</td></tr><tr><td>2</td><td>社会救助</td><td>高龄津贴</td><td>对象、标准、公示</td><td>《条例》第二十一条</td><td>实时</td><td>公共服务办公室</td><td>☑政府网站 ☑社区公示栏</td></tr><tr><td>3</td><td>房屋征收</td><td>补偿方案</td><td>方案、公告</td><td>《条例》第二十一条</td><td>20个工作日</td><td>城市建设办公室</td><td>☑政府网站</td></tr></tbody></table></div>`;

const links = (to: [path: string, name: string][]): string =>
  `<ul class="Open_links__k5">${to.map(([path, name]) => `<li><a href="${path}">${name}</a></li>`).join('')}</ul>`;

const STATUTORY: [path: string, name: string][] = [
  ['c/policy', '街道文件'],
  ['c/notice', '通知公告'],
  ['c/finance', '财政资金'],
  ['c/hr', '人事信息'],
  ['c/community', '社区公开'],
];

const OPEN = `<h1>政府信息公开</h1>${links([
  ['open/guide', '政府信息公开指南'],
  ['c/rules', '政府信息公开制度'],
  ['open/statutory', '法定主动公开内容'],
  ['open/catalogue', '主动公开基本目录'],
  ['c/annual', '政府信息公开年报'],
])}`;

/** What the framework shows when its script fails: with status 200. */
const FAILED =
  '<!DOCTYPE html><html><head><meta charSet="utf-8"/><title>专题专栏</title></head><body><div id="__next"><div style="text-align:center"><h2>Application error: a client-side exception has occurred (see the browser console for more information).</h2></div></div></body></html>';

function home(): string {
  const banner = ITEMS.filter(({ also }) => also?.includes('?from=home'));
  const part = (column: string, name: string, count: number): string =>
    `<section class="Home_sec__q4"><h2>${name}<a href="c/${column}">全部</a></h2>${listed(column)
      .slice(0, count)
      .map((item) => card(item, '/'))
      .join('')}</section>`;
  return `<div class="swiper Home_banner__t9"><div class="swiper-wrapper">${banner.map((item) => `<a class="swiper-slide" href="a/${item.id}?from=home"><img src="static/banner.png" alt=""/><span>${item.title}</span></a>`).join('')}</div></div>${part('news', '青萍要闻', 3)}${part('policy', '街道文件', 4)}${part('notice', '通知公告', 4)}${part('reading', '政策解读', 3)}`;
}

export function portalAt(url: URL): SiteAnswer | undefined {
  switch (url.pathname.slice(BASE.length - 1)) {
    case '/':
      return page('砚池区青萍街道办事处', '/', home(), {});
    case '/open':
      return page('政府信息公开', '/open', OPEN, {});
    case '/open/guide':
      return page('政府信息公开指南', '/open/[page]', GUIDE, {});
    case '/open/statutory':
      return page('法定主动公开内容', '/open/[page]', `<h1>法定主动公开内容</h1>${links(STATUTORY)}`, {});
    case '/open/catalogue':
      return page('主动公开基本目录', '/open/[page]', CATALOGUE, {});
    case '/c/topic':
      return html(FAILED);
    case '/jiucuo':
      return page('我为政府网站找错', '/jiucuo', '<h1>我为政府网站找错</h1><form><textarea></textarea></form>', {});
    default:
      return undefined;
  }
}

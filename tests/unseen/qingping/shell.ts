import { BASE } from './columns.js';
import type { SiteAnswer } from '../model.js';

const NAV = [
  ['', '首页'],
  ['c/news', '青萍要闻'],
  ['open', '政府信息公开'],
  ['c/policy', '政策文件'],
  ['c/reading', '政策解读'],
  ['c/notice', '通知公告'],
  ['c/interaction', '互动交流'],
  ['c/topic', '专题专栏'],
] as const;

export const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-powered-by': 'Next.js', vary: 'RSC, Accept-Encoding' },
  body,
});
export const moved = (to: string, status = 308): SiteAnswer => ({ status, headers: { location: to }, body: '' });

/** Data for the scripts, safe to stand in a script element. */
const data = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A page as the server renders it: every link is relative to the base, and what it shows stands again in its data. */
export function page(title: string, route: string, main: string, props: unknown, head = ''): SiteAnswer {
  return html(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/><base href="${BASE}"/><meta name="viewport" content="width=device-width"/><title>${title}</title><meta property="og:site_name" content="青萍街道"/><meta property="og:title" content="${title} | 青萍街道"/>${head}<link rel="stylesheet" href="/_next/static/css/4be1f09c.css"/><script src="/_next/static/chunks/main-3f9a1c.js" defer=""></script></head><body><div id="__next"><a class="Skip_root__y2" href="#main">跳到正文</a><header class="Header_root__Q3x1a"><a class="Header_logo__c0" href=""><img src="static/logo.png" alt="砚池区青萍街道办事处"/></a><nav class="Header_nav__p7">${NAV.map(
      ([to, name]) => `<a class="Header_link__s5" href="${to === '' ? BASE : to}">${name}</a>`,
    ).join(
      '',
    )}</nav></header><main id="main" class="Main_root__Zs8">${main}</main><footer class="Footer_root__n6"><div>主办单位：砚池区青萍街道办事处</div><div>地址：砚池区临河路1号　联系电话：0000-0000011</div><div><a href="http://beian.example/">砚ICP备00000011号</a><span>网站标识码：0000000011</span></div><div><a href="http://conac.example/"><img src="static/dzjg.png" alt="党政机关网站标识"/></a><a href="jiucuo"><img src="static/jiucuo.png" alt="我为政府网站找错"/></a></div></footer></div><script id="__NEXT_DATA__" type="application/json">${data({ props: { pageProps: props }, page: route, buildId: 'f7Qk2-3f9a1c' })}</script></body></html>`,
  );
}

import { articleAt } from './article.js';
import { BASE } from './columns.js';
import { fileAt } from './files.js';
import { feedAt, listAt } from './list.js';
import { portalAt } from './portal.js';
import { html, moved } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const LOST =
  '<!DOCTYPE html><html><head><title>404: This page could not be found.</title></head><body><h1>404</h1><h2>This page could not be found.</h2></body></html>';

function answer({ path, method }: SiteRequest, origin: string): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  const url = new URL(path, origin);
  if (url.pathname === '/') return moved(BASE, 307);
  if (`${url.pathname}/` === BASE) return moved(BASE);
  return portalAt(url) ?? listAt(url) ?? articleAt(url) ?? feedAt(url) ?? fileAt(url) ?? html(LOST, 404);
}

export const site: UnseenSite = {
  name: '砚池区青萍街道办事处',
  level: '乡',
  kind: '街镇',
  style:
    '托管平台上的街道子站（Next.js 一类，服务端渲染）：全站在 /qingping/ 之下、链接都相对 base，类名是散列，卡片整张是一个链接（题目、摘要、日期、科室），time 的 datetime 是 UTC、显示的日期本年不写年；' +
    '列表十条之后由按钮或滚动按不透明游标取 JSON，页面数据又在 __NEXT_DATA__ 里；没有政府网站页面标签，只有 og、JSON-LD；图片懒加载、PDF 预览框、公众号正文、lottie 动画；首页链接带尾斜线或 ?from=home。',
  asOf: '2026-06-30',
  open: [{ line: '栏目　topic', why: '入口只有框架的出错提示，未能读到栏目，不作断言' }],
  answer,
  truth,
};

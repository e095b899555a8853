import { articleAt } from './article.js';
import { fileAt } from './files.js';
import { libraryAt } from './library.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { html } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const LOST =
  '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>openresty</center></body></html>';

function answer({ path, method }: SiteRequest, origin: string): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  return (
    portalAt(path, origin) ?? libraryAt(path) ?? listAt(path) ?? articleAt(path) ?? fileAt(path) ?? html(LOST, 404)
  );
}

export const site: UnseenSite = {
  name: '藕塘县人民政府',
  level: '县',
  kind: '政府',
  style:
    '2022年以后的县政府门户（服务端渲染）：栏目和文章都以 UUID 为地址（/columns/UUID/年月/日/UUID.html），文件只在政策文件库 /zcwjk/ 里，库的列表行内有文号、成文和发布日期，题目旁另有“解读”“图解”“问答”短链接；' +
    '属性每项一个 dl，标签随文件种类而变，库里的 PubDate 是成文日期，政策原文、解读、问答为页签，历史版本互链；一图读懂是没有日期的图片格，政策问答自成一库，规范性文件在公开平台里另有一页，首页全用绝对地址。',
  asOf: '2026-06-30',
  open: [{ line: '栏目　topic', why: '首页另有“基层政务公开”入口，按它认定专题；只是名为“专题专栏”的入口打不开' }],
  answer,
  truth,
};

import { articleAt } from './article.js';
import { fileAt } from './files.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { html } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const LOST = '<html><head><title>找不到文件或目录</title></head><body><h2>404 - 找不到文件或目录。</h2></body></html>';

function answer({ path, method }: SiteRequest): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  const bare = path.split('?')[0] ?? '/';
  return portalAt(bare) ?? listAt(bare) ?? articleAt(bare) ?? fileAt(bare) ?? html(LOST, 404);
}

export const site: UnseenSite = {
  name: '鹿鸣县人民政府',
  level: '县',
  kind: '政府',
  style:
    '一般的县政府门户（.NET 静态发布）：/channels/栏目.html、/contents/栏目/编号.html，标题不在 h1（h1 是站名），同一文件在几个栏目里地址只差栏目号；' +
    '列表五种写法（年份分组、表格、方括号、本年只写月日、斜线），翻页有的只是下拉框；属性表四种样子，标签和次序各页不同；2026年1月整站迁移，旧文件 PubDate 都是迁移日；' +
    '转发、批复、函、纪要、令、任免、更正、失效；重点领域 26 个栏目多数为空。',
  asOf: '2026-06-30',
  open: [
    { line: '栏目　service', why: '入口只答“系统升级维护中”，未能读到栏目，不作断言' },
    { line: '年报　2025', why: '部门的年报也列出，评分时只取本单位的' },
    { line: '/contents/252/2521.html', why: '部门的年报' },
    { line: '/contents/252/2522.html', why: '部门的年报' },
  ],
  answer,
  truth,
};

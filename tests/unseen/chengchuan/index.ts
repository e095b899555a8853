import { apiAt } from './render/api.js';
import { fileAt } from './render/files.js';
import { platformAt } from './render/platform.js';
import { portalAt } from './render/portal.js';
import { html } from './render/shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const LOST =
  '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>';

function answer({ path, method, body }: SiteRequest): SiteAnswer {
  const told = apiAt(method, path, body);
  if (told) return told;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  return fileAt(path) ?? platformAt(path) ?? portalAt(path.split('?')[0] ?? '/') ?? html(LOST, 404);
}

export const site: UnseenSite = {
  name: '澄川经济开发区管理委员会',
  level: '县',
  kind: '部门',
  style:
    '开发区网站：首页、政务公开、通知公告、政策解读、年报、指南是新点式的静态页（/004/004001/moreinfo.html、/日期/GUID.html、【信息时间：2026/3/30】、downloadztbattach），' +
    '政府信息公开平台是 Vue 页面（list.html?cid=、detail.html?id=&cid=，源码里只有模板），列表、目录树和正文都由若依式接口 /prod-api/xxgk 给 JSON：' +
    '成文日期是[年,月,日]数组，附件数组的路径没有 /prod-api 前缀、由下载接口下发，正文有的转义过，错误只在 code 里；办公室文件按年份按钮，政策文件库的卡片没有链接。',
  asOf: '2026-06-30',
  open: [
    {
      line: '栏目 rules',
      why: '制度频道最新一条是2023年7月，方案要求一年内更新；与别的网站同一把尺，读成长期未更新属实',
    },
    { line: '栏目　rules', why: '同上' },
    {
      line: '栏目 topic',
      why: '“重点领域信息公开”不是基层政务公开标准化规范化专题，网站没有专题的入口，读成缺失属实',
    },
    { line: '栏目　topic', why: '同上' },
  ],
  answer,
  truth,
};

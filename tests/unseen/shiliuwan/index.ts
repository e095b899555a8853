import { articleAt } from './article.js';
import { TODAY } from './channels.js';
import { fileAt } from './files.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { sheet } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

function answer({ method, path }: SiteRequest): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  const page = portalAt(path) ?? listAt(path) ?? articleAt(path) ?? fileAt(path);
  return page ?? sheet({ title: '出错了', html: '<div class="card">您访问的内容走丢了</div>' }, 404);
}

export const site: UnseenSite = {
  name: '云岭县石榴湾街道办事处',
  level: '乡',
  kind: '街镇',
  style:
    '2021年以后手机优先的街道小站：宫格、封面卡片、底部标签栏，没有页面标签；列表写“昨天”“3天前”或只有月日，“加载更多”和滚动加载由内联脚本写明的 JSON 接口取，' +
    '政府信息公开全在一页的锚点页签里，属性是标题下的小芯片或没有，公众号正文，懒加载图片公告，村务公开与街道公文混排，分享地址 /s/，第一版的 /pc/view 旧页。',
  asOf: TODAY,
  open: [
    ...['发布日期', '解读日期', '时限'].map((line) => ({ line, why: '列表和页面只写月日或“3天前”，没有年' })),
    ...[10430, 10277, 10244, 10219, 10175].map((id) => ({
      ...{ line: `/a/${id}`, why: '通知公告全部由请求取得，答案里没有地址，点开也没有找到' },
    })),
    { line: '/a/10366', why: '令的序号只写在标题的括号里，读作连着名称的文号' },
    { line: '/a/20103', why: '页面只有月日' },
    { line: '/a/20113', why: '页面只有月日' },
    { line: '栏目　', why: '政府信息公开全在一页的锚点页签里，其余由滚动加载' },
    ...[2023, 2024, 2025].map((year) => ({ line: `年报　${year}`, why: '只在一页的一个页签里' })),
    { line: '/a/30051', why: '村里的公示混在街道的栏目里' },
    { line: '/a/30054', why: '村里的公示混在街道的栏目里' },
  ],
  answer,
  truth,
};

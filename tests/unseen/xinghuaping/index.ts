import { articleAt } from './article.js';
import { fileAt } from './files.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { html } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const LOST =
  '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx/1.8.1</center></body></html>';

function answer({ path, method }: SiteRequest): SiteAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  return portalAt(path) ?? listAt(path) ?? articleAt(path) ?? fileAt(path) ?? html(LOST, 404);
}

export const site: UnseenSite = {
  name: '杏花坪镇人民政府',
  level: '乡',
  kind: '街镇',
  style:
    '织梦（DedeCMS 5.7）乡镇站：GBK，/a/栏目/日期/编号.html 和 /plus/view.php?aid= 两种地址，列表 list_栏目_页.html，题目按字节截断而没有省略号和 title 属性、加粗加色，' +
    '前有“[栏目]”后有摘要；文章分页 _2.html、正文关键词自动加链接、#p#副标题#e# 残留，公文模型的字段，附件带图标的表格或 download.php，副栏目、复制的文章，自定义表单的信箱和依申请公开，模板缺失的提示页。',
  asOf: '2026-06-30',
  open: [
    { line: '/a/zcjd/20260306/2268', why: '视频之外的说明文字只有四句，算不算文字解读，可以争议' },
    { line: '/a/jbml/20260305/2044', why: '刊载目录的文章自成一类（目录），不计入文件' },
  ],
  answer,
  truth,
};

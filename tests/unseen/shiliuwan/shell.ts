import type { SiteAnswer } from '../model.js';

export const SITE = '云岭县石榴湾街道办事处';

export const CSS = `*{box-sizing:border-box}body{margin:0 auto;max-width:750px;font:15px/1.7 -apple-system,"PingFang SC",sans-serif;background:#f6f6f6;padding-bottom:60px}a{color:#333;text-decoration:none}
header{background:#c8302c;color:#fff;padding:14px;font-size:18px}header a{color:#fff}.grid{display:grid;grid-template-columns:repeat(4,1fr);background:#fff;text-align:center;padding:12px 0}.grid b{display:block;font-weight:400;font-size:13px}
.card{display:block;background:#fff;margin:8px;padding:12px;border-radius:8px}.card time,.card .t{float:right;color:#999;font-size:12px}.badge{background:#fdecea;color:#c8302c;border-radius:3px;padding:0 4px;font-size:12px;margin-right:4px}
.covers{display:grid;grid-template-columns:1fr 1fr}.covers .card img{width:100%}.more{display:block;text-align:center;padding:12px;color:#c8302c}article{background:#fff;padding:16px}.info span{color:#999;margin-right:10px;font-size:13px}.chips span{background:#f2f2f2;border-radius:10px;padding:2px 8px;margin:2px;font-size:12px;display:inline-block}
.rel,.rel-card{display:block;background:#fff8f0;margin:10px 0;padding:8px}.tabs{display:flex;overflow-x:auto;background:#fff}.tabs a{padding:10px;white-space:nowrap}section.pane{background:#fff;padding:12px}.talk{clear:both}.talk p{background:#eee;border-radius:8px;padding:6px 10px;display:inline-block}.talk.r{text-align:right}
article img{max-width:100%}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ddd;padding:4px}.scroll-x{overflow-x:auto}.short{width:270px;height:480px}.tabbar{position:fixed;bottom:0;left:0;right:0;display:flex;background:#fff;border-top:1px solid #eee}.tabbar a{flex:1;text-align:center;padding:12px}footer{text-align:center;color:#999;font-size:12px;padding:12px}`;

const TABBAR =
  '<nav class="tabbar"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/c/cwgk">村务</a><a href="/hd">互动</a></nav>';

const FOOT = `<footer><p>主办：${SITE}　电话：0999-2345678</p><p>岭ICP备20000000号-6　网站标识码 9901220018</p><p><a href="http://bszs.conac.cn/sitename?method=show&amp;id=0001"><img src="/static/dzjg.png" alt="党政机关网站标识" height="32"></a> <a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9901220018"><img src="/static/jc.png" alt="政府网站找错" height="32"></a></p></footer>`;

export interface Sheet {
  title: string;
  html: string;
  /** As another telephone's user sees it: without the house around. */
  shared?: boolean;
}

/** A page as the template makes it. */
export function sheet({ title, html, shared }: Sheet, status = 200): SiteAnswer {
  const body = `<!doctype html><html lang=zh-CN><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1,user-scalable=no"><meta name="format-detection" content="telephone=no">
<title>${title}</title><link rel=stylesheet href=/static/h5.css></head><body>
${shared ? '' : `<header><a href="/">石榴湾街道</a></header>`}
${html}
${shared ? '' : FOOT + TABBAR}
<script>document.querySelectorAll('img[data-original],img[data-src]').forEach(function(i){i.src=i.dataset.original||i.dataset.src});</script></body></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** A page of the first version, of 2021, before telephones. */
export function oldSheet(title: string, html: string): SiteAnswer {
  const body = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_石榴湾街道</title><link rel="stylesheet" href="/static/pc.css"></head><body><div class="top"><a href="/">返回新版</a></div>${html}<div class="bottom">版权所有：${SITE}</div></body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}

export const json = (value: unknown): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(value),
});

import { REPORTS } from './content/index.js';
import { OLD } from './content/tree.js';
import { toHtml } from './text.js';
import type { SiteAnswer } from '../model.js';

/** The part of the former site that was not rebuilt: an ordinary server's pages under /xxgknb/. */
const page = (title: string, main: string, metas = ''): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${title}</title><meta name="SiteName" content="砚溪县人民政府" />${metas}
<style>body{font:14px 宋体}.w{width:1000px;margin:0 auto}li{line-height:30px}li span{float:right}</style></head>
<body><div class="w"><div class="top"><a href="/">返回新版网站</a></div>
<div class="menu"><a href="/xxgknb/index.html">政府信息公开年报</a> | <a href="/xxgknb/bzml.html">基层政务公开标准目录</a> | <a href="/xxgknb/lswj.php">历史文件</a></div>
${main}
<div class="foot">砚溪县人民政府办公室主办</div></div></body></html>`,
});

const article = (title: string, column: string, at: string, body: string, above = ''): SiteAnswer =>
  page(
    `${title}_砚溪县人民政府`,
    `<div class="wz">当前位置：<a href="/">首页</a> &gt; ${column}</div><h1>${title}</h1><div class="info">发布时间：${at}　来源：砚溪县人民政府</div>${above}<div id="content">${toHtml(body)}</div>`,
    `<meta name="ArticleTitle" content="${title}" /><meta name="PubDate" content="${at}" /><meta name="ColumnName" content="${column}" />`,
  );

const perPage = 4;
function archive(at: number): string {
  const last = Math.ceil(OLD.length / perPage);
  const rows = OLD.slice((at - 1) * perPage, at * perPage).map(
    ({ id, title, at: day, number }) =>
      `<tr><td><a href="/xxgknb/wj/${id}.html" title="${title}">${title}</a></td><td>${number ?? ''}</td><td>${day.slice(0, 10)}</td></tr>`,
  );
  const pages = Array.from({ length: last }, (_, nth) =>
    nth + 1 === at ? `<b>${at}</b>` : `<a href="?p=${nth + 1}">${nth + 1}</a>`,
  );
  return `<h2>历史文件</h2><table width="100%"><tr><th>文件名称</th><th>文号</th><th>发布日期</th></tr>${rows.join('')}</table><div class="page">共${OLD.length}条 ${pages.join(' ')}</div>`;
}

const CATALOGUE = `<h2>砚溪县基层政务公开标准目录（社会救助领域）</h2><table border="1">
<tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th><th colspan="2">公开对象</th><th colspan="2">公开方式</th><th colspan="2">公开层级</th></tr>
<tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th><th>县级</th><th>乡级</th></tr>
<tr><td>1</td><td rowspan="2">最低生活保障</td><td>政策法规文件</td><td>低保标准及相关文件</td><td>《政府信息公开条例》</td><td>制定或获取信息之日起10个工作日内</td><td>县民政局、乡镇</td><td>■政府网站 ■社区/企事业单位/村公示栏</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td>√</td></tr>
<tr><td>2</td><td>办事指南</td><td>办理流程、时间、地点</td><td>同上</td><td>同上</td><td>同上</td><td>■政府网站</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td>√</td></tr>
<tr><td>3</td><td>特困人员救助供养</td><td>审核审批信息</td><td>终止供养名单</td><td>同上</td><td>同上</td><td>乡镇</td><td>■政府网站</td><td>√</td><td></td><td>√</td><td></td><td></td><td>√</td></tr></table>`;

export function formerAt(url: URL): SiteAnswer | null {
  const { pathname, searchParams } = url;
  if (pathname === '/xxgknb/' || pathname === '/xxgknb/index.html')
    return page(
      '政府信息公开年报',
      `<h2>政府信息公开年报</h2><ul>${REPORTS.map(({ year, title, at }) => `<li><span>${at.slice(0, 10)}</span><a href="${year}.html">${title}</a></li>`).join('')}</ul>`,
    );
  if (pathname === '/xxgknb/bzml.html') return page('基层政务公开标准目录', CATALOGUE);
  if (pathname === '/xxgknb/lswj.php') return page('历史文件', archive(Number(searchParams.get('p')) || 1));
  const report = REPORTS.find(({ year }) => pathname === `/xxgknb/${year}.html`);
  if (report) return article(report.title, '政府信息公开年报', report.at, report.body);
  const old = OLD.find(({ id }) => pathname === `/xxgknb/wj/${id}.html`);
  if (!old) return null;
  const number = old.number ?? '';
  return article(
    old.title,
    '历史文件',
    old.at,
    old.body,
    `<table class="sx" border="0"><tr><td>发文机关：</td><td>砚溪县人民政府</td><td>文　　号：</td><td>${number}</td></tr><tr><td>成文日期：</td><td>${old.issued ?? ''}</td><td>发布日期：</td><td>${old.at.slice(0, 10)}</td></tr></table>`,
  );
}

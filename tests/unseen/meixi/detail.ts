import {
  COLUMNS,
  docUrl,
  files,
  mobile,
  policyOf,
  readingsOf,
  readingUrl,
  reportTitle,
  SITE,
  type GUIDES,
} from './columns.js';
import { PARTS } from './content/reports.js';
import { escape, page } from './shell.js';
import type { Doc, News, Reading, Report } from './types.js';

/** `2026-03-09` as `2026年3月9日`. */
export const longDay = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const paragraphs = (body: string): string =>
  body
    .split('\n')
    .map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`))
    .join('\n');

export function docBody(doc: Doc): string {
  const sign = doc.sign === undefined ? [doc.issuer, ...(doc.issued ? [longDay(doc.issued)] : [])] : (doc.sign ?? []);
  const number =
    doc.special === 'centred' || doc.special === 'images'
      ? `<p style="text-align:center;text-indent:0">${doc.no ?? ''}</p>`
      : '';
  const to = doc.to ? `<p style="text-indent:0">${doc.to}</p>` : '';
  const scans = [1, 2].map((n) => `<p><img src="/mxx/upload/scan/${doc.id}_${n}.png" style="width:700px" alt=""></p>`);
  const file = files(doc)[0];
  const viewer = `<iframe src="/mxx/static/pdfview/viewer.html?file=${encodeURIComponent(file?.url ?? '')}" width="100%" height="600"></iframe>`;
  const linked = files(doc).map((f) => `<p>附件：<a href="${f.url}">${escape(f.name)}</a></p>`);
  return [
    number,
    to,
    paragraphs(doc.body),
    doc.special === 'images' ? scans.join('') : '',
    doc.special === 'pdf' ? viewer : '',
    doc.filesBy === 'body' ? linked.join('') : '',
    ...sign.map((line) => `<p style="text-align:right">${line}</p>`),
  ].join('\n');
}

function metadata(doc: Doc, col: string): string {
  const name = COLUMNS[col]?.name ?? '';
  if (doc.meta === 'none') return '';
  if (doc.meta === 'ul') {
    const old =
      doc.special === 'commented' ? '<!--<li><em>文&emsp;&emsp;号</em><span>梅财农指〔2025〕14号</span></li>-->' : '';
    return `<ul class="xxb gw-info"><li><em>索&nbsp;取&nbsp;号</em><span>${doc.idx ?? '暂无'}</span></li>${old}<li><em>文&emsp;&emsp;号</em><span> ${doc.no ?? '无'} </span></li><li><em>发布机构</em><span>${doc.issuer}</span></li><li><em>生成&#12288;日期</em><span>${doc.issued ?? ''}</span></li><li><em>公开类目</em><span>${name}</span></li><li><em>公开形式</em><span>主动公开</span></li></ul>`;
  }
  const more = (doc.extra ?? []).map(([k, v]) => `<dl><dt>${k}：</dt><dd>${v}</dd></dl>`).join('');
  return `<div class="xxb"><dl><dt>索 引 号：</dt><dd>${doc.idx ?? ''}</dd></dl><dl><dt>主题分类：</dt><dd>${name}</dd></dl>
<dl><dt>发文&ensp;机关：</dt><dd>${doc.issuer}</dd></dl><dl><dt>成 文 日 期：</dt><dd>${doc.issued ? longDay(doc.issued) : ''}</dd></dl>
<dl><dt>发文&ensp;字号：</dt><dd>${doc.no ?? ''}</dd></dl><dl><dt>发 布 日 期：</dt><dd>${longDay(doc.pub)}</dd></dl>${more}<dl><dt>有&emsp;效&emsp;性：</dt><dd>有效</dd></dl></div>`;
}

const info = (pub: string, source: string): string =>
  `<div class="info"><span>发布时间：${pub}</span>　<span>来源：${source}</span>　<span>浏览量：<i id="hits">--</i></span>　字号：<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a></div>`;

const tail = `<div class="share">分享到：<a href="javascript:;">微信</a> <a href="javascript:;">微博</a>　<a href="javascript:window.print()">【打印】</a><a href="javascript:window.close()">【关闭】</a></div><div style="text-align:center"><img src="/mxx/static/img/qr.png" alt="扫一扫在手机打开当前页" width="90"></div>`;

const twin = (url: string): string =>
  `<link rel="alternate" media="only screen and (max-width:640px)" href="${mobile(url)}">`;

function attachments(doc: Doc): string {
  if (!doc.files || doc.filesBy === 'body') return '<div class="fj" id="fjBox" style="display:none"></div>';
  const list = files(doc).map((f) => ({ n: f.name, p: f.url, s: 20480 }));
  const call = doc.filesBy === 'request' ? `MX.askFiles(${doc.id})` : `MX.files(${JSON.stringify(list)})`;
  return `<div class="fj" id="fjBox"></div><script>${call};</script>`;
}

function interpretations(doc: Doc): string {
  const list = doc.relBy === 'request' ? [] : readingsOf(doc);
  const items = list.map((r) => `<li><a href="${readingUrl(r)}">${escape(r.title)}</a></li>`).join('');
  const call = doc.relBy === 'request' ? `MX.askRel(${doc.id})` : `MX.show('wjjd')`;
  return `<div class="wjjd" id="wjjd" style="display:none"><h3>解读材料</h3><ul>${items}</ul></div><script>${call};</script>`;
}

export function docPage(doc: Doc, col: string): string {
  const utc = new Date(`${doc.pub.replace(' ', 'T')}:00+08:00`).toISOString().replace('.000', '');
  const date = doc.tag ?? (doc.meta === 'none' ? utc : doc.pub);
  return page({
    title: doc.title,
    column: col,
    article: { title: doc.title, date, source: doc.issuer },
    head: twin(docUrl(doc, col)),
    crumb: `<a href="/mxx/pc/zwgk/index.html">政府信息公开</a> &gt; ${COLUMNS[col]?.name ?? ''}`,
    html: `<div class="arti">${metadata(doc, col)}<h2>${escape(doc.title)}</h2>${info(doc.pub, doc.issuer)}<div class="con" id="mx-zoom">${docBody(doc)}</div>${attachments(doc)}${interpretations(doc)}${tail}</div>`,
  });
}

export function readingPage(item: Reading): string {
  const policy = policyOf(item);
  const link = policy ? `<a href="${docUrl(policy)}">${escape(policy.title)}</a>` : '';
  const block = `<div class="yjlj"><b>政策原文：</b>${link}</div>`;
  const hidden = `<div class="yjlj" id="glwj" style="display:none"><b>关联文件</b><ul><li>${link}</li></ul></div><script>MX.show('glwj');</script>`;
  return page({
    title: item.title,
    column: 'zcjd',
    article: { title: item.title, date: item.pub, source: item.src },
    head: twin(readingUrl(item)),
    html: `<div class="arti"><h2>${escape(item.title)}</h2>${info(item.pub, item.src)}<div class="con" id="mx-zoom">${paragraphs(item.body)}</div>${item.link === 'block' ? block : ''}${item.link === 'hidden' ? hidden : ''}${tail}</div>`,
  });
}

export const plainPage = (item: News | (typeof GUIDES)[number], col: string, source: string, url: string): string =>
  page({
    title: item.title,
    column: col,
    article: { title: item.title, date: item.pub, source },
    head: twin(url),
    html: `<div class="arti"><h2>${escape(item.title)}</h2>${info(item.pub, source)}<div class="con" id="mx-zoom">${paragraphs('body' in item ? item.body : GUIDE)}</div>${tail}</div>`,
  });

const GUIDE = `一、受理条件：符合法律法规规定的申请人。
二、设定依据：相关法律、行政法规和部门规章。
三、申请材料：申请表一份，申请人身份证明复印件一份，其他证明材料。
四、办理流程：申请、受理、审查、决定、送达。
五、办理时限：法定二十个工作日，承诺五个工作日。收费标准：不收费。
六、办理地点：县行政服务中心二楼综合窗口，咨询电话：0999-7206789。`;

export function reportPage(item: Report, url: string): string {
  const number = '零一二三四五六';
  const parts = item.parts
    .map((n) => `<p><strong>${number[n] ?? ''}、${PARTS[n] ?? ''}</strong></p>${paragraphs(item.body[n] ?? '')}`)
    .join('\n');
  const title = reportTitle(item);
  const lead = `<p>根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。数据统计期限为${item.year}年1月1日至12月31日。</p>`;
  return page({
    title,
    column: 'zfxxgknb',
    article: { title, date: item.pub, source: SITE },
    head: twin(url),
    html: `<div class="arti"><h2>${title}</h2>${info(item.pub, `${SITE}办公室`)}<div class="con" id="mx-zoom">${lead}${parts}</div>${tail}</div>`,
  });
}

/** The mobile twin of an article. */
export function twinPage(title: string, pub: string, body: string, pc: string, number: string | null): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="canonical" href="${pc}"><title>${escape(title)}</title></head><body><header><a href="/mxx/wap/index.html">${SITE}</a></header><h1>${escape(title)}</h1><p class="m">${number ? `文号：${number}　` : ''}发布时间：${pub}</p><div class="wap-con">${body}</div><footer><a href="${pc}">电脑版</a></footer></body></html>`;
}

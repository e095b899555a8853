import { describe, expect, it } from 'vitest';
import { type DetailReading, readPage } from './index.js';

const folder = 'https://www.yunling.example.gov.cn/zfxxgk/202503/';

function detail(text: string): DetailReading {
  const visit = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 };
  return readPage(
    { url: `${folder}174084153.shtml`, text, contentType: 'text/html', visit: { as: 'detail', ...visit } },
    [],
  ).detail!;
}

const title = '云岭县人民政府关于做好老年助餐服务的通知';
const paragraphs = [
  '各乡镇人民政府，县政府各部门：',
  '为做好老年助餐服务工作，根据有关规定，结合我县实际，现将有关事项通知如下，请认真贯彻执行。',
  '一、各乡镇要加强组织领导，明确工作责任，确保按时完成任务，并将进展情况及时报告县民政局。',
  '云岭县人民政府',
  '2025年3月12日',
];
const running = paragraphs.map((words) => `<p>${words}</p>`).join('');
const whole = paragraphs.join('\n');

const links = (n: number, words: string) =>
  Array.from({ length: n }, (_, i) => `<li><a href="/${i}/">${words}${i}</a></li>`).join('');

describe('the text', () => {
  const containers = [
    'class="TRS_Editor"',
    'class="view TRS_UEDITOR trs_paper_default"',
    'class="Custom_UnionStyle"',
    'class="trs_editor_view"',
    'id="div_zhengwen"',
    'id="zoom"',
    'class="zoom"',
    'id="UCAP-CONTENT"',
    'id="vsb_content"',
    'id="vsb_content_2"',
    'class="v_news_content"',
    'class="news_cont_d_wrap"',
    'class="wzcon"',
    'id="ivs_content"',
    'id="detailContent"',
    'class="article-content"',
    'class="content"',
    'class="abc123"',
    '',
  ];
  it.each(containers)('stands in <div %s> without what surrounds it', (container) => {
    const found = detail(
      `<html><body><div class="header"><ul>${links(12, '首页栏目')}</ul></div><div class="crumbs">当前位置：<a href="/">首页</a>&gt;<a href="/zwgk/">政务公开</a></div>
<div class="main"><h1>${title}</h1><div class="info">发布时间：2025-03-21 来源：县政府办 【字体：<a>大</a> <a>中</a> <a>小</a>】 <a href="javascript:window.print()">打印</a></div>
<div ${container}>${running}</div>
<div class="share">分享到：<a href="#">微信</a></div><div class="bottom-nav">上一篇：<a href="/a.html">关于开展春季植树活动的通知</a><br>下一篇：<a href="/b.html">关于做好防汛工作的通知</a></div></div>
<div class="right"><h3>热门信息</h3><ul>${links(8, '关于做好第几项工作的通知')}</ul></div>
<div class="footer"><p>主办单位：云岭县人民政府办公室　网站标识码：5399170001</p><p>版权所有 未经许可不得转载，违者依法追究责任。</p></div></body></html>`,
    );
    expect(found.text).toBe(whole);
    expect(found.issuedOn).toMatchObject({ on: '2025-03-12', source: 'signature' });
    expect(found.publishedOn).toMatchObject({ on: '2025-03-21' });
  });

  it.each([
    [
      'UCAPCONTENT',
      `<UCAPTITLE>${title}</UCAPTITLE><PUBLISHTIME>2025-03-21 09:00</PUBLISHTIME><UCAPCONTENT>${running}</UCAPCONTENT>`,
    ],
    [
      'a cell of nested tables',
      `<table><tr><td><table><tr><td><h1>${title}</h1></td></tr><tr><td id="UCAP-CONTENT">${running}</td></tr></table></td></tr></table>`,
    ],
    ['span#detailContent', `<h1>${title}</h1><span id="detailContent">${running}</span>`],
    [
      'comments as marks',
      `<div><h1>${title}</h1></div><div><!--<$[信息内容]>begin-->${running}<!--<$[信息内容]>end--></div>`,
    ],
    [
      'Word',
      `<h1>${title}</h1><div class="TRS_Editor"><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="ProgId" content="Word.Document"><style>.x{font-family:仿宋_GB2312}</style>${running.replaceAll('<p>', '<p class="MsoNormal"><span lang="EN-US"><o:p></o:p></span>')}</div>`,
    ],
    [
      'upper case, tabindex and words of reading aids',
      `<BODY><H1 tabindex="0">${title}</H1><DIV CLASS="TRS_Editor" tabindex="0" aria-label="正文"><P>正文区,当前为文章正文</P>${running.replaceAll('<p>', '<P tabindex="0">')}</DIV></BODY>`,
    ],
    [
      'two bodies and doctypes',
      `\n\n\n<!DOCTYPE html><html><head></head><body><h1>${title}</h1><!DOCTYPE html><html><body class="x"><div class="TRS_Editor">${running}</div></body></html></body></html>`,
    ],
    ['lines broken by br', `<h1>${title}</h1><div class="TRS_Editor">${paragraphs.join('<br>')}</div>`],
    [
      'sentences pasted with a script counter',
      `<h1>${title}</h1><div class="TRS_Editor">${running}<script>document.write("12")</script><style>p{}</style></div>`,
    ],
  ])('in %s', (_, text) => {
    expect(detail(text).text).toBe(whole);
  });

  it.each([
    ['twice in one container', `<div class="TRS_Editor">${running}${running}</div>`],
    ['twice, the headline between', `<div class="TRS_Editor">${running}<p>${title}</p>${running}</div>`],
    [
      'for the screen and, hidden, for the printer',
      `<div class="TRS_Editor">${running}</div><div class="TRS_Editor" style="display:none">${running}</div>`,
    ],
    [
      'hidden first',
      `<div class="TRS_Editor" style="display:none">${running}</div><div class="TRS_Editor">${running}</div>`,
    ],
    ['in two containers', `<div class="TRS_Editor">${running}</div><div class="TRS_Editor">${running}</div>`],
    [
      'in two containers of one frame',
      `<div id="zoom"><div class="pc">${running}</div><div class="wap">${running}</div></div>`,
    ],
  ])('is read once where it stands %s', (_, inside) => {
    expect(detail(`<html><body><h1>${title}</h1>${inside}</body></html>`).text).toBe(whole);
  });

  it('keeps what really stands twice', () => {
    const twice = detail(
      `<h1>${title}</h1><div class="TRS_Editor"><p>第一条　申请人应当提交下列材料。</p><p>身份证明</p><p>第二条　受托人应当提交下列材料。</p><p>身份证明</p></div>`,
    );
    expect(twice.text.match(/身份证明/g)).toHaveLength(2);
  });
});

describe('words that are not shown', () => {
  const hidden = (words: string) => `<span style="display:none">${words}</span>`;
  const jammed = (inside: string) => detail(`<h1>${title}</h1><div class="TRS_Editor">${inside}</div>`);

  it('are none of the line in which they stand', () => {
    const found = jammed(
      `<p>云水办〔2026〕${hidden('云水办〔2019〕77号')}4号</p><p>各股室：${hidden('本文来自云岭县 2024年8月8日')}</p><p>因工作需要，对成员单位职责作出调整。</p><p>云岭县水务局</p><p>2026年${hidden('qK3')}2月27日</p>`,
    );
    expect(found).toMatchObject({ documentNumber: '云水办〔2026〕4号', issuedOn: { on: '2026-02-27' } });
    expect(found.text).not.toMatch(/2019|2024|qK3/);
  });

  it('are no line of their own, and none of a link', () => {
    const found = jammed(
      `<p>${hidden('云水办〔2019〕77号')}</p>${running}<p><a href="./a.pdf">附件${hidden('x9')}一</a></p>`,
    );
    expect(found).toMatchObject({ documentNumber: null, attachments: [{ title: '附件一' }] });
  });
});

describe('attachments', () => {
  const pdf = `${folder}P020250321.pdf`;
  const within = (inside: string) =>
    detail(`<html><body><h1>${title}</h1><div class="TRS_Editor">${running}${inside}</div></body></html>`);
  const below = (inside: string) =>
    detail(
      `<html><body><h1>${title}</h1><div class="TRS_Editor">${running}</div><div class="fj">${inside}</div></body></html>`,
    );

  it.each([
    ['a link', '<p><a href="./P020250321.pdf">附件1：申请表.pdf</a></p>'],
    ['a link without quotes', '<p><a href=./P020250321.pdf>附件1</a></p>'],
    [
      'appendix',
      '<p><a href="./P020250321.pdf" appendix="true" oldsrc="/protect/P0202502/P020250321.pdf" download="申请表.pdf">申请表</a></p>',
    ],
    [
      'a picture of the kind of file in the link',
      '<p><a href="./P020250321.pdf"><img src="/images/icon_pdf.gif">申请表</a></p>',
    ],
    [
      'onclick',
      `<p><a href="javascript:void(0)" onclick="downloadFile('./P020250321.pdf','申请表.pdf')">申请表.pdf</a></p>`,
    ],
    [
      'onclick that opens a window',
      `<p><a href="#" onclick="window.open('./P020250321.pdf');return false;">申请表</a></p>`,
    ],
    ['javascript as the address', `<p><a href="javascript:download('./P020250321.pdf')">申请表</a></p>`],
    [
      'a viewer in a frame',
      '<iframe src="/generic2/web/viewer.html?file=/zfxxgk/202503/P020250321.pdf" width="100%"></iframe>',
    ],
    [
      'a viewer in a frame, address encoded',
      `<iframe src="/pdfjs/web/viewer.html?file=${encodeURIComponent(pdf)}"></iframe>`,
    ],
    [
      'a link to a viewer',
      `<p><a href="/pdfjs/web/viewer.html?file=${encodeURIComponent('/zfxxgk/202503/P020250321.pdf')}">申请表</a></p>`,
    ],
    [
      'an office viewer',
      `<iframe src="https://view.example.com/op/view.aspx?src=${encodeURIComponent(pdf)}"></iframe>`,
    ],
    ['embed', '<embed src="./P020250321.pdf" type="application/pdf">'],
    ['object', '<object data="./P020250321.pdf" type="application/pdf"></object>'],
    ['a frame with the file itself', '<iframe src="./P020250321.pdf"></iframe>'],
    [
      'a script that names the file',
      '<div id="pdf"></div><script>var pdfUrl = "./P020250321.pdf"; showPdf(pdfUrl);</script>',
    ],
    ['a script that writes the link', `<script>document.write('<a href="./P020250321.pdf">申请表</a>');</script>`],
  ])('%s', (_, inside) => {
    expect(within(inside).attachments.map((file) => file.url)).toEqual([pdf]);
    expect(below(inside).attachments.map((file) => file.url)).toEqual([pdf]);
  });

  it.each([
    [
      'a viewer that is not filled in',
      '<iframe class="isofd" src="/generic2/web/viewer.html?file={{qzbFile}}"></iframe>',
    ],
    ['the library of the viewer', '<script src="/pdfjs/build/pdf.js"></script>'],
    ['an ordinary link', '<p><a href="/zfxxgk/index.html">政府信息公开</a></p>'],
    ['another page', `<p><a href="javascript:openPage('/a/b.html')">更多</a></p>`],
  ])('is not %s', (_, inside) => {
    expect(within(inside).attachments).toEqual([]);
  });

  it.each([
    [
      'a frame',
      `<iframe src="/pdfjs/web/viewer.html?file=${encodeURIComponent('/zfxxgk/202503/P020250321.pdf')}"></iframe>`,
    ],
    ['an embedded file', '<embed src="./P020250321.pdf" type="application/pdf">'],
    ['an object', '<object data="./P020250321.pdf"><p>您的浏览器不支持在线预览</p></object>'],
  ])('is all that stands in the text: %s, and the block of the document below', (_, shown) => {
    const block =
      '<dl><dt>索引号：</dt><dd>011043562/2025-00934</dd><dt>发布机构：</dt><dd>云岭县人民政府办公室</dd><dt>发文字号：</dt><dd>云政办发〔2025〕11号</dd><dt>成文日期：</dt><dd>2025年03月12日</dd></dl>';
    const found = detail(
      `<html><body><div class="main"><div class="crumb">当前位置：<a href="/">首页</a></div><h1>${title}</h1><div class="sub">发布时间：2025-03-21 09:00 来源：云岭县人民政府</div><div class="box"><div class="pdf">${shown}</div></div><div class="fj"><ul><li><a href="./P020250321.pdf">全文.pdf</a></li></ul></div><section>${block}</section></div></body></html>`,
    );
    expect(found.attachments).toEqual([{ title: '全文.pdf', url: pdf }]);
    expect(found).toMatchObject({ indexNumber: '011043562/2025-00934', documentNumber: '云政办发〔2025〕11号' });
    expect(found.text).not.toContain('011043562');
  });

  it.each([
    ['in one line', '<p><strong>上一篇：</strong><a href="./P1.pdf">水质检测结果公示</a></p>'],
    ['each in its line', '<p>上一篇：<a href="/a.html">通告</a><br>下一篇：<a href="./P1.doc">征求意见的公告</a></p>'],
    ['the label in a cell', '<table><tr><td>下一条：</td><td><a href="./P1.xlsx">考核结果公示</a></td></tr></table>'],
  ])('are not the files of its neighbours: %s', (_, inside) => {
    expect(below(inside).attachments).toEqual([]);
  });

  it.each([
    ['a key', '/index.php?m=content&c=down&a_k=8f2eWz0Qk1xJ'],
    ['a class and a number', '/e/DownSys/DownSoft/?classid=5&id=85&pathid=0'],
  ])('are downloads by %s', (_, href) => {
    expect(within(`<ul><li><a href="${href}">资金计划表</a></li></ul>`).attachments).toMatchObject([
      { title: '资金计划表' },
    ]);
  });

  it('may be a picture that is linked by its name, in the text alone', () => {
    const named = (words: string) => `<p><a href="./P1.jpg">${words}</a></p>`;
    expect(within(named('拟征收土地范围图')).attachments).toEqual([
      { title: '拟征收土地范围图', url: `${folder}P1.jpg` },
    ]);
    for (const words of ['<img src="./P1.jpg">', '查看原图', '']) expect(within(named(words)).attachments).toEqual([]);
    expect(below(named('禁放区域示意图')).attachments).toEqual([]);
  });

  it('is named as readers see it', () => {
    expect(
      within(`<p><a href="#" onclick="downloadFile('./P020250321.pdf')">附件1：申请表.pdf</a></p>`).attachments,
    ).toEqual([{ title: '附件1：申请表.pdf', url: pdf }]);
  });
});

describe('the text of a page with little of it', () => {
  const around = (inside: string) =>
    `<html><body><div class="main"><div class="detail"><h1>${title}</h1><div class="sub">发布时间：2025-03-21 来源：县政府办</div><div class="tools"><span>字号：大 中 小</span><span>打印</span><div class="qr"><img src="/img/qr.png" alt="扫一扫在手机打开当前页"></div></div>${inside}<div class="near"><p>上一篇：没有了</p></div></div></div></body></html>`;

  it('is no bar of buttons with a code to scan', () => {
    const found = detail(
      around(
        '<article class="doc-content"><section><p>经县政府批准，现公开招标。</p></section><p>云岭县水务局</p><p>2026年5月11日</p></article>',
      ),
    );
    expect(found.text).toBe('经县政府批准，现公开招标。\n云岭县水务局\n2026年5月11日');
    expect(found.issuer).toBe('云岭县水务局');
  });

  it('holds what stands beside a picture that fills a paragraph', () => {
    const found = detail(
      around(
        '<div class="content"><p><img src="/upload/yt.jpg" width="800"></p><p>点击查看：<a href="/z/1.html">老年助餐服务实施办法</a></p></div>',
      ),
    );
    expect(found.text).toBe('点击查看：老年助餐服务实施办法');
  });

  it('does not begin below a line that tells when something takes place', () => {
    const lines = [
      '因工作需要，公开招聘8名。',
      '一、报名时间：2026年6月8日至12日。',
      '二、年龄要求：1990年6月1日以后出生。',
    ];
    const found = detail(
      `<html><body><article><h1>${title}</h1><div class="by">发布于 2026-06-02 09:15</div><div class="x1">${lines.map((line) => `<section><p><span>${line}</span></p></section>`).join('')}</div></article></body></html>`,
    );
    expect(found.text).toBe(lines.join('\n'));
  });
});

import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { CaptureRow } from '#database';
import { renderKeptPage } from './kept-page.js';

const capture: CaptureRow = {
  id: 'c',
  round: 'r',
  site: 's',
  request: { url: 'https://www.yunling.example/1.html', method: 'GET' },
  visit: { as: 'detail', columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 1 },
  finalUrl: 'https://www.yunling.example/1.html?a=<script>',
  redirects: [],
  fetchedAt: '2022-10-08T17:02:03.000Z',
  outcome: 'ok',
  status: 200,
  headers: { 'content-type': 'text/html' },
  sha256: 'ab'.repeat(32),
  size: 1,
  charset: 'utf-8',
  via: 'http',
  note: null,
  revisit: null,
  unrendered: false,
  screenshot: null,
};
const bytes = (text: string) => new TextEncoder().encode(text);
const render = (html: string, marks: string[] = [], more: Partial<CaptureRow> = {}) =>
  renderKeptPage({ ...capture, ...more }, bytes(html), marks);

const allowedAttributes = new Set(
  'class id role lang charset title hidden align valign colspan rowspan span start border cellpadding cellspacing dir'.split(
    ' ',
  ),
);
const forbidden = new Set(
  'script iframe object embed form input button textarea select link base img svg math video audio template noscript frame'.split(
    ' ',
  ),
);

/** Every element of the page as a browser would build it. */
function elements(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const stack: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) stack.push(...node.childNodes);
  }
  return found;
}

function dangers(html: string): string[] {
  return elements(html).flatMap(({ tagName, attrs }) => [
    ...(forbidden.has(tagName) ? [tagName] : []),
    ...attrs.filter(({ name }) => !allowedAttributes.has(name)).map(({ name }) => `${tagName} ${name}`),
  ]);
}

describe('a kept page', () => {
  it.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
    '<img src=x onerror=alert(1)><img src="http://evil.example/p.gif">',
    '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<a href="javascript:alert(1)" target=_top>x</a>',
    "<a href='\"><script>alert(1)</script>'>x</a>",
    '<form action="http://evil.example/"><input name=q><button formaction="javascript:alert(1)">x</button></form>',
    '<iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="evil.swf"></object><embed src="evil.swf"><applet code=x></applet>',
    '<base href="http://evil.example/"><link rel=stylesheet href="http://evil.example/x.css">',
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<style>@import url(http://evil.example/x.css); body{background:url(http://evil.example/y)}</style>',
    '<div style="background:url(javascript:alert(1));position:fixed;inset:0" class="kept-banner" id="mark">x</div>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><script>alert(1)</script></template><textarea><script>alert(1)</script></textarea>',
    '<table align="x onclick=alert(1)" border=\'1" onload="alert(1)\'><tr><td>x</table>',
    '<x-widget onfoo=1><isindex action=javascript:alert(1)><plaintext><script>alert(1)</script>',
    '</div></body></html><script>alert(1)</script>',
    '<!--[if IE]><script>alert(1)</script><![endif]--><![CDATA[<script>alert(1)</script>]]>',
    '<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>',
  ])('can run and load nothing: %s', (hostile) => {
    expect(dangers(render(hostile, ['x', '<b>']))).toEqual([]);
  });

  it('says what it is, with its address escaped', () => {
    const html = render('<p>正文</p>');
    expect(html).toContain('取证快照　2022-10-09 01:02:03（北京时间）');
    expect(html).toContain('?a=&lt;script&gt;');
    expect(html).toContain(`SHA-256 ${'ab'.repeat(32)}`);
  });

  it('keeps the text and its arrangement', () => {
    const html = render(
      '<table border=1><tr><td colspan="2" onclick=x>索引号</td></tr></table><form><p>表单里的字</p></form>',
    );
    expect(html).toContain('<td colspan="2">索引号</td>');
    expect(html).toContain('<div><p>表单里的字</p></div>');
    expect(render('<img src=a alt="县政府门户">')).toContain('［图片：县政府门户］');
    expect(render('<p style="display: none">藏</p>')).toContain('<p hidden>藏</p>');
  });

  it('marks the decisive words, over cells and spaces, and names those that stand in the source only', () => {
    const html = render(
      '<meta name="PubDate" content="2022-09-15"><table><tr><td>成文日期：</td><td> 2022 年 9月1日</td></tr></table>',
      ['成文日期:2022年9月1日', 'PubDate 2022-09-15'],
    );
    expect(html).toContain('<td><mark id="mark">成文日期：</mark></td><td> <mark>2022 年 9月1日</mark></td>');
    expect(html).toContain('不在正文：<mark>PubDate 2022-09-15</mark>');
  });

  it('reads other encodings, data and pages without content', () => {
    const gbk = new Uint8Array([0xd4, 0xc6, 0xc1, 0xeb]);
    expect(renderKeptPage({ ...capture, charset: 'gb18030' }, gbk, [])).toContain('云岭');
    expect(renderKeptPage({ ...capture, charset: 'no-such' }, bytes('云岭'), [])).toContain('云岭');
    const json = render('{"a":"<script>"}', ['"a"'], { headers: { 'content-type': 'application/json' } });
    expect(json).toContain('<pre>{<mark id="mark">&quot;a&quot;</mark>:&quot;&lt;script&gt;&quot;}</pre>');
    const none = renderKeptPage({ ...capture, outcome: 'timeout', sha256: null }, null, []);
    expect(none).toContain('<p>超时：在限定时间内没有取得完整页面。</p>');
    expect(render('%PDF', [], { headers: { 'content-type': 'application/pdf' } })).toContain('不是网页');
    expect(render('%PDF-1.7 x')).toContain('不是网页');
  });

  it('outlasts endless nesting and huge pages', () => {
    for (const hostile of ['<div>', '<b a=1><b a=2><i>', '<table><tr><td>', '<p>字', '<svg><g>', '<a><p>'])
      expect(dangers(render(hostile.repeat(100_000)))).toEqual([]);
    expect(render('<div>'.repeat(600))).toContain('嵌套过深');
  });
});

import { describe, expect, it } from 'vitest';
import { type PageText, parsePage, printReading, readPage } from './index.js';

const url = 'https://www.yunling.example.gov.cn/zfxxgk/202503/t20250321_97999.html';

function page(text: string, more: Partial<PageText['visit']> & { url?: string; contentType?: string } = {}): PageText {
  const { url: address = url, contentType = 'text/html', ...visit } = more;
  return {
    url: address,
    text,
    contentType,
    visit: {
      as: 'detail',
      columnKey: null,
      columnName: null,
      from: null,
      linkText: null,
      listPage: 1,
      depth: 2,
      ...visit,
    },
  };
}

const read = (text: string, more: Parameters<typeof page>[1] = {}) => readPage(page(text, more), []);
const detail = (text: string, more: Parameters<typeof page>[1] = {}) => read(text, more).detail!;

const body = `<div class="TRS_Editor"><p>各乡镇人民政府，县政府各部门：</p><p>现将《云岭县老年助餐服务实施办法》印发给你们，请认真贯彻执行。</p>
<p>为做好老年助餐服务工作，根据有关规定，结合我县实际，制定本办法。本办法适用于全县范围内的老年助餐服务。</p>
<p style="text-align:right">云岭县人民政府</p><p style="text-align:right">2025年3月18日</p></div>`;
const tags = `<meta name="SiteName" content="云岭县人民政府"><meta name="ColumnName" content="县政府文件"><meta name="ArticleTitle" content="云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知"><meta name="PubDate" content="2025-03-21 09:36">`;

describe('page tags', () => {
  it.each([
    ['any letter case', '<meta name="sitename" content="云岭县"><meta name="PUBDATE" content="2025-03-21">'],
    [
      'the first that is filled in',
      '<meta name="SiteName" content=""><meta name="SiteName" content="云岭县"><meta name="PubDate" content="2025年03月21日">',
    ],
    [
      'line breaks around the content',
      '<meta name="SiteName" content="\n云岭县\n"><meta name="PubDate" content="2025-03-21 08:00:00">',
    ],
    [
      'metas in a div, where the parser ends the head',
      '<div data="datasource:x"><meta name="SiteName" content="云岭县"></div><meta name="PubDate" content="2025-3-21">',
    ],
    [
      'an unfilled template before the value',
      '<meta name="SiteName" content="{{site.name}}"><meta name="SiteName" content="云岭县"><meta name="publishdate" content="2025-03-21">',
    ],
  ])('%s', (_, metas) => {
    const reading = read(`${metas}<h1>关于老年助餐服务的通知</h1>${body}`);
    expect(reading.siteName).toBe('云岭县');
    expect(reading.detail?.publishedOn).toMatchObject({ on: '2025-03-21', source: 'tag' });
  });

  it('does not believe a PubDate that is later than the day readers see', () => {
    const found = detail(
      `${tags.replace('2025-03-21', '2025-04-27')}<h1>x</h1><p>日期：2025-03-21 11:54 来源：</p>${body}`,
    );
    expect(found.publishedOn).toMatchObject({ on: '2025-03-21', source: 'info' });
    expect(found.publishedOnOthers).toEqual([{ on: '2025-04-27', source: 'tag', words: 'PubDate：2025-04-27 09:36' }]);
  });

  it('keeps a disagreement when the visible day is the later one', () => {
    const found = detail(`${tags}<h1>x</h1><p>发布日期：2025-03-25</p>${body}`);
    expect(found.publishedOn).toMatchObject({ on: '2025-03-21', source: 'tag' });
    expect(found.publishedOnOthers.map((date) => date.on)).toEqual(['2025-03-25']);
  });

  it('reads the line beside the title though its template calls it a menu', () => {
    const line = '<div class="wrapper_menu"><div><span> 2025-03-19 11:14 </span><span>来源： </span></div></div>';
    expect(detail(`<div>关于老年助餐服务的通知</div>${line}${body}`).publishedOn).toMatchObject({
      on: '2025-03-19',
      source: 'info',
    });
  });

  it('takes the day in the address last', () => {
    expect(detail(`<h1>关于老年助餐服务的通知</h1>${body}`).publishedOn).toMatchObject({
      on: '2025-03-21',
      source: 'url',
    });
    expect(
      detail(`<h1>关于老年助餐服务的通知</h1>${body}`, { url: 'https://x.gov.cn/202503/1.html' }).publishedOn,
    ).toBeNull();
  });

  it('prefers the headline where the tag is cut', () => {
    const whole = '云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知';
    const badge = `<html><head>${tags}</head><body><h1>${whole}<span class="tag">已废止</span></h1></body></html>`;
    expect(read(badge).title).toBe(whole);
    const cut = '<meta name="ArticleTitle" content="云岭县人民政府关于印发《云岭县老年助餐…">';
    expect(detail(`${cut}<h1>云岭县人民政府关于印发<br>《云岭县老年助餐服务实施办法》的通知</h1>${body}`).title).toBe(
      '云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知',
    );
  });
});

const expected = { indexNumber: '530000/2025-00012', documentNumber: '云政发〔2025〕7号', issuer: '云岭县人民政府' };

describe('metadata block', () => {
  it.each([
    [
      'td and td',
      '<table><tr><td>索引号</td><td>530000/2025-00012</td><td>文号</td><td>云政发〔2025〕7号</td></tr><tr><td>发布机构</td><td>云岭县人民政府</td><td>成文日期</td><td>2025-03-12</td></tr></table>',
    ],
    [
      'th and td with colons',
      '<table><tr><th>索引号：</th><td>530000/2025-00012</td><th>发文字号：</th><td>云政发〔2025〕7号</td></tr><tr><th>发文机关：</th><td>云岭县人民政府</td><th>成文日期：</th><td>2025年3月12日</td></tr></table>',
    ],
    [
      'spaces in the labels',
      '<table><tr><td><b>索 引 号：</b></td><td>530000/2025-00012</td><td><b>发文机关：</b></td><td>云岭县人民政府</td></tr><tr><td><b>文　　号：</b></td><td>云政发〔2025〕7号</td><td><b>成文日期：</b></td><td>2025年03月12日</td></tr></table>',
    ],
    [
      'list with entities between the characters',
      '<ul><li>索&ensp;引&ensp;号：<font>530000/2025-00012</font></li><li>发文机关：<font>云岭县人民政府</font></li><li>成文日期：<font>2025-03-12</font></li><li>发文字号：<font>云政发〔2025〕7号</font></li><li>有&ensp;效&ensp;性：<em>有效</em></li></ul>',
    ],
    [
      'paragraphs with strong labels',
      '<div><p><strong>索引号</strong>：530000/2025-00012</p><p><strong>发布机构</strong>：云岭县人民政府</p><p><strong>文号</strong>：云政发〔2025〕7号</p><p><strong>生成日期</strong>：2025-03-12</p></div>',
    ],
    [
      'dl with dt and dd',
      '<dl><dt>索引号</dt><dd>530000/2025-00012</dd><dt>发布机构</dt><dd>云岭县人民政府</dd><dt>文号</dt><dd>云政发〔2025〕7号</dd><dt>发文日期</dt><dd>2025-03-12</dd></dl>',
    ],
    [
      'spans without colons',
      '<ul><li><b>索引号</b><span>530000/2025-00012</span></li><li><b>发布机构</b><span>云岭县人民政府</span></li><li><b>文号</b><span>云政发〔2025〕7号</span></li><li><b>成文日期</b><span>2025-03-12</span></li></ul>',
    ],
    [
      'several pairs in one line',
      '<div>索引号：530000/2025-00012 发布机构：云岭县人民政府 文号：云政发〔2025〕7号 成文日期：2025-03-12</div>',
    ],
  ])('%s', (_, block) => {
    const found = detail(`${block}<h1>关于老年助餐服务的通知</h1>${body}`);
    expect(found).toMatchObject(expected);
    expect(found.issuedOn).toMatchObject({ on: '2025-03-12', source: 'metadata' });
  });

  it.each(['', '无', '暂无', '—', '0', 'null', '&nbsp;'])('no value: “%s”', (nothing) => {
    const found = detail(
      `<table><tr><td>索引号：</td><td>${nothing}</td><td>主题分类：</td><td>${nothing}</td></tr><tr><td>文号：</td><td>${nothing}</td><td>有效性：</td><td>${nothing}</td></tr></table><h1>关于老年助餐服务的通知</h1>${body}`,
    );
    expect(found).toMatchObject({ indexNumber: null, documentNumber: null, validity: null });
  });

  it('does not read fields that are commented out', () => {
    const found = detail(
      `<p><strong>索引号</strong>：0001/2020-3</p><p><strong>文号</strong>：无</p><!--<p><strong>成文日期</strong>：2020年08月02日</p>--><p><strong>发布日期</strong>：2020年08月02日</p><h1>关于安全专项整治的通知</h1><div>略</div>`,
    );
    expect(found).toMatchObject({ documentNumber: null, issuedOn: null });
    expect(found.publishedOn).toMatchObject({ on: '2020-08-02', source: 'metadata' });
  });
});

describe('labels on the cards of a list', () => {
  const card = (n: number) =>
    `<div class="card"><h4>云岭县关于第${n}件事项的通知</h4><p>文号：云政发〔2026〕${n}号　发布日期：2026-03-0${n}　索引号：YL${n}</p></div>`;
  it('make no article of a column', () => {
    expect(read([1, 2, 3].map(card).join(''), { as: 'column', columnKey: 'policy' }).kind).not.toBe('document');
    expect(
      read(`<h1>云岭县关于第1件事项的通知</h1>${card(1)}${body}`, { as: 'column', columnKey: 'policy' }).kind,
    ).toBe('document');
  });
});

describe('number and day of writing in the text', () => {
  const article = (inside: string) => detail(`<h1>关于老年助餐服务的通知</h1><div class="TRS_Editor">${inside}</div>`);
  const opening = '<p>各乡镇人民政府：</p><p>现就有关事项通知如下，请认真贯彻落实，并将进展情况及时报告。</p>';

  it.each([
    ['〔〕', '云政办发〔2025〕11号'],
    ['[]', '云政办发[2025]11号'],
    ['（）', '云政办发（2025）11号'],
    ['order', '云岭县人民政府令第3号'],
    ['notice of a year', '云岭县人民政府公告2025年第5号'],
    ['year alone', '2025年第5号'],
  ])('a centred line above the text: %s', (_, number) => {
    expect(article(`<p style="text-align:center">${number}</p>${opening}`).documentNumber).toBe(number);
  });

  it('never takes the number of a quoted document', () => {
    expect(
      article(`<p>根据《关于做好老年助餐的意见》（云政发〔2024〕8号）精神，现通知如下。</p>${opening}`).documentNumber,
    ).toBeNull();
    expect(article(`${opening}<p>云政发〔2024〕8号同时废止。</p>`).documentNumber).toBeNull();
  });

  it.each([
    ['two lines', '<p>云岭县民政局</p><p>2025年3月18日</p>', '2025-03-18', '云岭县民政局'],
    ['one line', '<p>云岭县民政局　　2025年3月18日</p>', '2025-03-18', '云岭县民政局'],
    ['Chinese numerals', '<p>云岭县民政局</p><p>二〇二〇年六月十九日</p>', '2020-06-19', '云岭县民政局'],
    ['○ for zero, thirty-one', '<p>云岭县民政局</p><p>二○二○年十二月三十一日</p>', '2020-12-31', '云岭县民政局'],
    ['several issuers', '<p>云岭县民政局</p><p>云岭县财政局</p><p>2025年3月18日</p>', '2025-03-18', '云岭县民政局'],
    [
      'before an annex',
      '<p>云岭县民政局</p><p>2025年3月18日</p><p>（此件公开发布）</p><p>云岭县老年助餐办法</p><p>第一条　为规范工作，制定本办法。</p><p>第二条　本办法自2025年5月1日起施行。</p>',
      '2025-03-18',
      '云岭县民政局',
    ],
    [
      'not the imprint',
      '<p>云岭县民政局</p><p>2025年3月18日</p><p>云岭县民政局办公室 2025年3月20日印发</p>',
      '2025-03-18',
      '云岭县民政局',
    ],
  ])('signature: %s', (_, signature, on, issuer) => {
    const found = article(`${opening}${signature}`);
    expect(found.issuedOn).toMatchObject({ on, source: 'signature' });
    expect(found.issuer).toBe(issuer);
  });

  it('takes no cells of a table for a signature', () => {
    const table = '<table><tr><td>关于食堂卫生的通知</td><td>云岭县教育局</td><td>2025-03-18</td></tr></table>';
    expect(article(`${opening}${table}`).issuedOn).toBeNull();
  });

  it('takes no day out of running text as a signature', () => {
    expect(article(`${opening}<p>请于2025年4月1日前报送。</p>`).issuedOn).toBeNull();
  });
});

describe('links, files and forms', () => {
  it('reads hidden blocks of related links in both directions', () => {
    const block = (title: string, href: string) =>
      `<div class="xxgk_xglj" style="display:none;"><h2>相关链接</h2><ul><li><a href="${href}">${title}</a></li></ul></div>`;
    const policy = detail(`${tags}<h1>x</h1>${body}${block('《云岭县老年助餐服务实施办法》政策解读', '/jd/1.html')}`);
    expect(policy.interpretedBy).toEqual([
      {
        title: '《云岭县老年助餐服务实施办法》政策解读',
        url: 'https://www.yunling.example.gov.cn/jd/1.html',
        hidden: true,
      },
    ]);
    const interpretation = read(
      `<h1>《云岭县老年助餐服务实施办法》政策解读</h1>${body}${block('云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知', '/zc/1.html')}`,
    );
    expect(interpretation.kind).toBe('interpretation');
    expect(interpretation.detail).toMatchObject({
      interprets: [{ url: 'https://www.yunling.example.gov.cn/zc/1.html' }],
      quotedPolicies: ['云岭县老年助餐服务实施办法'],
    });
  });

  it('reads attachments by address, download name and appendix mark', () => {
    const files =
      '<p><a href="./P020250321.pdf" appendix="true" download="附件1.pdf">附件1.pdf</a></p><p><a href="/module/download/downfile.jsp?classid=0&filename=a.docx">附件2.docx</a></p><p><a href="/zfxxgk/">政府信息公开</a></p>';
    expect(detail(`${tags}<h1>x</h1>${body.replace('</div>', `${files}</div>`)}`).attachments).toEqual([
      { title: '附件1.pdf', url: 'https://www.yunling.example.gov.cn/zfxxgk/202503/P020250321.pdf' },
      {
        title: '附件2.docx',
        url: 'https://www.yunling.example.gov.cn/module/download/downfile.jsp?classid=0&filename=a.docx',
      },
    ]);
  });

  const text = `<p>${'为方便群众理解文件内容，现将有关情况说明如下。'.repeat(6)}</p>`;
  it.each<[string, string, string, string[]]>([
    ['text', '《云岭县老年助餐办法》政策解读', text, ['text']],
    [
      'pictures that carry the text',
      '一图读懂《云岭县老年助餐办法》',
      '<p><img src="W020250321.jpg"></p>',
      ['infographic'],
    ],
    [
      'logo and QR code are none',
      '《云岭县老年助餐办法》政策解读',
      `${text}<img src="/images/logo.png"><img src="ewm.png" alt="二维码">`,
      ['text'],
    ],
    ['player', '【视频解读】《云岭县老年助餐办法》', '<video><source src="a.mp4"></video>', ['video']],
    ['audio', '【音频解读】《云岭县老年助餐办法》', '<audio src="a.mp3"></audio>', ['audio']],
    [
      'questions',
      '《云岭县老年助餐办法》政策问答',
      `<p>问：哪些人可以享受？</p>${text}<p>问：怎么申请？</p>${text}`,
      ['qa'],
    ],
    ['press conference', '《云岭县老年助餐办法》新闻发布会文字实录', text, ['press-conference']],
  ])('forms: %s', (_, title, inside, formats) => {
    expect(detail(`<h1>${title}</h1><div class="TRS_Editor">${inside}</div>`).formats).toEqual(formats);
  });

  it('reads elements off headings and sentences', () => {
    const inside = [
      '一、出台背景',
      '近年来……',
      '二、主要内容',
      '（一）总体要求',
      '三、适用范围',
      '四、解读机关：云岭县民政局，联系方式：0000-5551234。',
    ];
    expect(
      detail(
        `<h1>《云岭县老年助餐办法》政策解读</h1><div class="TRS_Editor">${inside.map((line) => `<p>${line}</p>`).join('')}</div>`,
      ).elements,
    ).toEqual(expect.arrayContaining(['背景依据', '主要内容', '适用对象', '解读机关']));
  });

  it('reads year and parts of an annual report', () => {
    const parts = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ];
    const reading = read(
      `<h1>云岭县民政局2025年政府信息公开工作年度报告</h1><div class="TRS_Editor">${parts.map((part) => `<p>${part}</p><p>本年度工作有序开展。</p>`).join('')}</div>`,
    );
    expect(reading.kind).toBe('annualReport');
    expect(reading.detail?.annualReport).toEqual({ year: 2025, parts: [1, 2, 3, 5, 6] });
  });
});

describe('pages that are none', () => {
  const shell = (inside: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>${inside}</body></html>`;
  it.each<[string, string, 'softNotFound' | 'challenged' | 'needsBrowser' | null]>([
    ['soft 404', shell('<h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p>'), 'softNotFound'],
    [
      'soft 404 within the site',
      shell(
        `<div class="nav"><ul>${'<li><a href="/a/">政务公开</a></li>'.repeat(60)}</ul></div><h2>您访问的页面不存在</h2>`,
      ),
      'softNotFound',
    ],
    [
      'an article about missing pages',
      shell(
        `<h1>关于网页不存在问题的整改通知</h1><div class="TRS_Editor"><p>${'有的栏目链接打开后提示页面不存在，影响群众获取信息，请认真整改。'.repeat(12)}</p></div>`,
      ),
      null,
    ],
    [
      'a script that earns a cookie',
      shell('<script>$_ts=window["$_ts"];$_ts.nsd=1;</script><script src="/x.js"></script>'),
      'challenged',
    ],
    ['a slider', shell('<p>请完成安全验证，拖动滑块</p>'), 'challenged'],
    [
      'a real page that carries such a script',
      shell(`<script>$_ts=window["$_ts"];</script><h1>通知公告</h1>${body.repeat(3)}<p>${'云岭县'.repeat(200)}</p>`),
      null,
    ],
    ['an empty app', shell('<div id="app"></div><script src="/js/app.3f2a.js"></script>'), 'needsBrowser'],
    [
      'templates that nobody filled in',
      shell('<ul><li>{{item.title}}</li><li>{{item.date}}</li></ul><script src="/js/vue.js"></script>'),
      'needsBrowser',
    ],
  ])('%s', (_, text, sign) => {
    const { softNotFound, challenged, needsBrowser } = read(text, { as: 'column' });
    expect({ softNotFound, challenged, needsBrowser }).toEqual({
      softNotFound: sign === 'softNotFound',
      challenged: sign === 'challenged',
      needsBrowser: sign === 'needsBrowser',
    });
  });
});

describe('hostile pages', () => {
  it.each<[string, string]>([
    ['endless nesting', '<div>'.repeat(200_000)],
    [
      'tags that multiply',
      `${Array.from({ length: 900 }, (_, n) => `<font size=${n}>`).join('')}${'<p>x'.repeat(20_000)}`,
    ],
    ['one endless line', '索引号：'.repeat(200_000)],
    ['brackets without end', '《'.repeat(300_000)],
    ['digits without end', '2025-'.repeat(200_000)],
    ['spaces in labels', `<td>索${' '.repeat(300_000)}引号</td>`],
    ['comments without end', '<!-- <li><a href=x>'.repeat(50_000)],
    [
      'two html and two body tags',
      '<!DOCTYPE html><html lang="zh"><body><html lang="en" class="a"><!DOCTYPE html><body id="b"><p>x',
    ],
    ['an open script', `<script>${'var a = {'.repeat(50_000)}`],
    ['scripts of calls', `<script>${'fetch("/api/list?page=1" + '.repeat(20_000)}</script>`],
    ['JSON that is deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['nul bytes', '\u0000'.repeat(100_000)],
  ])('%s is read in bounded time', (_, text) => {
    const started = process.cpuUsage().user / 1000;
    expect(() => readPage(page(text, { as: 'column' }), [])).not.toThrow();
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(8000);
  });
});

it('parses once and shows cheerio the same tree', () => {
  const parsed = parsePage(page('<ul><li><a href="a.html">通知</a></li></ul>'));
  expect(parsed.$('li > a').text()).toBe('通知');
  expect(parsed.$('a')[0]).toBe(parsed.links[0]?.element);
});

it('prints null for whatever was not found', () => {
  const printed = printReading({ url }, read('<p>正文</p>', { url }));
  expect(printed).toMatchObject({
    url,
    title: null,
    documentNumber: null,
    issuedOn: null,
    issuedOnSource: null,
    validity: null,
  });
  expect(Object.values(printed)).not.toContain('');
});

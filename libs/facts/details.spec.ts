import { describe, expect, it } from 'vitest';
import { type DetailReading, type PageText, readPage } from './index.js';

const url = 'https://www.yunling.example.gov.cn/zfxxgk/202503/174084153.shtml';

function read(text: string, more: Partial<PageText['visit']> & { url?: string } = {}) {
  const { url: address = url, ...visit } = more;
  const origin = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 };
  return readPage({ url: address, text, contentType: 'text/html', visit: { as: 'detail', ...origin, ...visit } }, []);
}

const detail = (text: string, more: Parameters<typeof read>[1] = {}): DetailReading => read(text, more).detail!;

const headline = '<h1>云岭县人民政府关于做好老年助餐服务的通知</h1>';
const paragraphs =
  '<p>各乡镇人民政府，县政府各部门：</p><p>为做好老年助餐服务工作，根据有关规定，结合我县实际，现将有关事项通知如下，请认真贯彻执行。</p>' +
  '<p>一、各乡镇要加强组织领导，明确工作责任，确保按时完成任务，并将进展情况及时报告县民政局。</p>';
const text = (more = '') => `<div class="content">${paragraphs}${more}</div>`;
const marked = (more = '') => `<div class="TRS_Editor">${paragraphs}${more}</div>`;

type Pair = [label: string, value: string];

/** How sites lay out a block of labels and values. */
const shapes: Record<string, (pairs: Pair[]) => string> = {
  'td and td, two pairs a row': (pairs) =>
    `<table>${chunks(pairs)
      .map((row) => `<tr>${row.map(([label, value]) => `<td>${label}</td><td>${value}</td>`).join('')}</tr>`)
      .join('')}</table>`,
  'td with colon': (pairs) =>
    `<table>${pairs.map(([label, value]) => `<tr><td><b>${label}：</b></td><td>${value}</td></tr>`).join('')}</table>`,
  'th and td': (pairs) =>
    `<table><tbody>${chunks(pairs)
      .map((row) => `<tr>${row.map(([label, value]) => `<th>${label}</th><td>${value}</td>`).join('')}</tr>`)
      .join('')}</tbody></table>`,
  'label and value in one td': (pairs) =>
    `<table>${chunks(pairs)
      .map((row) => `<tr>${row.map(([label, value]) => `<td>${label}：${value}</td>`).join('')}</tr>`)
      .join('')}</table>`,
  'label and value in one td, apart by spans': (pairs) =>
    `<table>${chunks(pairs)
      .map(
        (row) =>
          `<tr>${row.map(([label, value]) => `<td><span>${label}：</span> <span class="zc_list_con">${value}</span></td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
  'td + span without colon': (pairs) =>
    `<table>${chunks(pairs)
      .map(
        (row) =>
          `<tr>${row.map(([label, value]) => `<td>${label}<span class="zc_list_con">${value}</span></td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
  'one line with strokes between': (pairs) =>
    `<p class="attrs">${pairs.map(([label, value]) => `${label}：${value}`).join(' ｜ ')}</p>`,
  'dl, dt, dd': (pairs) => `<dl>${pairs.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
  'dl with the pair in each dd': (pairs) =>
    `<dl>${pairs.map(([label, value]) => `<dd><b>${label}：</b>${value}</dd>`).join('')}</dl>`,
  'a dl for each pair': (pairs) =>
    pairs.map(([label, value]) => `<dl><dt>${label}：</dt><dd>${value}</dd></dl>`).join(''),
  'ul with font': (pairs) =>
    `<ul class="trt-row">${pairs.map(([label, value]) => `<li>${label}：<font>${value}</font></li>`).join('')}</ul>`,
  'li with div.sub': (pairs) =>
    `<ul>${pairs.map(([label, value]) => `<li><div class="sub">${label}：</div><div>${value}</div></li>`).join('')}</ul>`,
  'li with div.sub, no colon': (pairs) =>
    `<ul>${pairs.map(([label, value]) => `<li><div class="sub">${label}</div><div>${value}</div></li>`).join('')}</ul>`,
  'li with two spans': (pairs) =>
    `<ul>${pairs.map(([label, value]) => `<li><span>${label}</span><span>${value}</span></li>`).join('')}</ul>`,
  'paragraphs with strong': (pairs) =>
    `<div>${pairs.map(([label, value]) => `<p><strong>${label}</strong>：${value}</p>`).join('')}</div>`,
  'label and value in paragraphs of their own': (pairs) =>
    pairs.map(([label, value]) => `<div class="row"><p>${label}：</p><p>${value}</p></div>`).join(''),
  'nested font': (pairs) =>
    `<div>${pairs.map(([label, value]) => `<p><font><b>${label}</b></font><font>：</font><font>${value}</font></p>`).join('')}</div>`,
  'one line': (pairs) => `<div>${pairs.map(([label, value]) => `${label}：${value}`).join(' ')}</div>`,
  'one line of spans': (pairs) =>
    `<div>${pairs.map(([label, value]) => `<span>${label}：${value}</span>`).join('')}</div>`,
  'lines broken by br': (pairs) => `<div>${pairs.map(([label, value]) => `${label}：${value}`).join('<br>')}</div>`,
  'labels in brackets': (pairs) =>
    `<ul>${pairs.map(([label, value]) => `<li>【${label}】${value}</li>`).join('')}</ul>`,
  'labels in square brackets with a colon': (pairs) =>
    `<ul>${pairs.map(([label, value]) => `<li>[${label}]：${value}</li>`).join('')}</ul>`,
  'divs side by side': (pairs) =>
    pairs
      .map(([label, value]) => `<div class="item"><div class="l">${label}：</div><div class="r">${value}</div></div>`)
      .join(''),
  'divs side by side, no colon': (pairs) =>
    pairs
      .map(([label, value]) => `<div class="item"><div class="l">${label}</div><div class="r">${value}</div></div>`)
      .join(''),
  'table in a hidden-by-script wrapper of divs': (pairs) =>
    `<div class="xxgk_top"><div><table><tbody>${pairs.map(([label, value]) => `<tr><td><div><p>${label}：</p></div></td><td><div><p>${value}</p></div></td></tr>`).join('')}</tbody></table></div></div>`,
};

function chunks(pairs: Pair[]): Pair[][] {
  return pairs.flatMap((_, n) => (n % 2 === 0 ? [pairs.slice(n, n + 2)] : []));
}

/** What stands between the characters of labels. */
const dress: Record<string, (label: string) => string> = {
  plain: (label) => label,
  'spaces within': (label) => [...label].join(' '),
  'ideographic spaces': (label) => [...label].join('　'),
  '&ensp;': (label) => [...label].join('&ensp;'),
  '&nbsp; twice': (label) => [...label].join('&nbsp;&nbsp;'),
  'line breaks around': (label) => `\n      ${label}\n   `,
};

const pairs: Pair[] = [
  ['索引号', '115300000151/2025-00012'],
  ['主题分类', '民政、扶贫、救灾\\养老服务'],
  ['发文机关', '云岭县人民政府'],
  ['成文日期', '2025年03月12日'],
  ['标题', '云岭县人民政府关于做好老年助餐服务的通知'],
  ['发文字号', '云政发〔2025〕7号'],
  ['发布日期', '2025年03月20日'],
  ['有效性', '有效'],
];

const everything = {
  indexNumber: '115300000151/2025-00012',
  documentNumber: '云政发〔2025〕7号',
  issuer: '云岭县人民政府',
  issuedOn: { on: '2025-03-12', source: 'metadata' },
  publishedOn: { on: '2025-03-20', source: 'metadata' },
  title: '云岭县人民政府关于做好老年助餐服务的通知',
  validity: '有效',
};

/** Where in a page the block stands. */
const places: Record<string, (block: string) => string> = {
  'above the headline': (block) => `<html><body><div class="main">${block}${headline}${text()}</div></body></html>`,
  'under the headline': (block) => `<html><body>${headline}<div>${block}</div>${marked()}</body></html>`,
  'at the top of the marked text': (block) =>
    `<html><body>${headline}<div class="TRS_Editor">${block}${paragraphs}</div></body></html>`,
  'below the text': (block) =>
    `<html><body>${headline}${marked()}<div class="article-info">${block}</div></body></html>`,
  'below the text, an information line above it': (block) =>
    `<html><body><div class="main">${headline}<div class="sub"><span>发布时间：2025-03-20 09:12</span><span>来源：云岭县人民政府</span><span>浏览：12次</span></div>${text()}<section aria-label="公文信息"><h4>公文信息</h4>${block}</section><div>分享到：微信</div></div></body></html>`,
  'in an article without the page around it': (block) => `<div>${block}</div>${headline}${text()}`,
};

describe('a metadata block', () => {
  const dressed = Object.keys(shapes).flatMap((shape) => Object.keys(dress).map((way) => [shape, way] as const));
  it.each(dressed)('%s, labels %s', (shape, way) => {
    const block = shapes[shape]!(pairs.map(([label, value]) => [dress[way]!(label), value]));
    const found = detail(places['above the headline']!(block));
    expect(found).toMatchObject(everything);
    expect(found.text).not.toContain('115300000151');
  });

  const placed = Object.keys(shapes).flatMap((shape) => Object.keys(places).map((place) => [shape, place] as const));
  it.each(placed)('%s, %s', (shape, place) => {
    const found = detail(places[place]!(shapes[shape]!(pairs)));
    expect(found).toMatchObject(everything);
    expect(found.text).not.toContain('115300000151');
    expect(found.text).toContain('为做好老年助餐服务工作');
  });
});

describe('labels below the text, an information line above it', () => {
  const below = (after: string) =>
    detail(`<html><body>${headline}<p>发布时间：2025-03-20 来源：云岭县人民政府</p>${marked()}${after}</body></html>`);
  const ofAnother: Pair[] = [
    ['发文机关', '云岭县民政局'],
    ['发文字号', '云民发〔2019〕8号'],
    ['成文日期', '2019-06-03'],
  ];
  const list = shapes['one line']!;

  it('are those of the document under the link to its file', () => {
    const file = '<ul><li><a href="/files/1.pdf">老年助餐服务点名单.pdf</a></li></ul>';
    expect(below(file + list(pairs))).toMatchObject({
      ...everything,
      attachments: [{ title: '老年助餐服务点名单.pdf' }],
    });
  });

  it.each([
    [
      'under a link to another document',
      `<h3>相关文件</h3><p><a href="/zc/9.html">云岭县养老服务办法</a></p>${list(ofAnother)}`,
    ],
    ['of several others', list(ofAnother) + list([['发文字号', '云民发〔2020〕2号'], ...ofAnother.slice(2)])],
    ['that name no document', '<p>发布机构：云岭县民政局</p><p>有效性：有效</p>'],
  ])('are not those %s', (_, after) => {
    expect(below(after)).toMatchObject({
      documentNumber: null,
      issuedOn: null,
      issuer: null,
      publishedOn: { on: '2025-03-20' },
    });
  });
});

/** Every label of the table of synonyms, with the field that it names and a value that it has on sites. */
const synonyms: [field: string, labels: string, value: string, read: unknown][] = [
  ['indexNumber', '索引号 信息索引号 索取号 信息索取号', '115300000151/2025-00012', '115300000151/2025-00012'],
  ['documentNumber', '发文字号 文号 备注/文号 公文文号 发文文号 公文字号', '云政发〔2025〕7号', '云政发〔2025〕7号'],
  [
    'issuedOn',
    '成文日期 成文时间 生成日期 公文生成日期 发文日期 制发日期 形成日期 印发日期 制发时间 形成时间 成文日',
    '2025年03月12日',
    { on: '2025-03-12', source: 'metadata' },
  ],
  [
    'publishedOn',
    '发布日期 公开日期 公开时间 信息发布日期 发文时间',
    '2025-03-12 09:30',
    { on: '2025-03-12', source: 'metadata' },
  ],
  ['publishedOn', '发布时间 时间 日期', '2025-03-12 09:30', { on: '2025-03-12', source: 'info' }],
  [
    'issuer',
    '发文机关 发文机构 发布机构 发布单位 发布机关 主办单位 公开责任部门 责任部门 办文部门 制发机关 发文单位',
    '云岭县民政局',
    '云岭县民政局',
  ],
  ['contentSource', '信息来源 来源 文章来源', '云岭县民政局', '云岭县民政局'],
  ['validity', '有效性 有效期 时效 是否有效 时效性 效力状态 文件状态', '有效', '有效'],
];
const labelCases = synonyms.flatMap(([field, labels, value, read]) =>
  labels.split(' ').map((label) => [field, label, value, read] as const),
);

describe('labels', () => {
  it.each(labelCases)('%s: %s', (field, label, value, expected) => {
    for (const shape of ['td and td, two pairs a row', 'td with colon', 'ul with font', 'dl, dt, dd', 'one line'])
      for (const way of ['plain', 'spaces within', '&ensp;']) {
        const block = shapes[shape]!([
          ['主题分类', '民政'],
          [dress[way]!(label), value],
          ['公开方式', '主动公开'],
        ]);
        const found = detail(`<html><body>${block}${headline}${marked()}</body></html>`) as unknown as Record<
          string,
          unknown
        >;
        expect([shape, way, found[field]]).toEqual([
          shape,
          way,
          typeof expected === 'string' ? expected : expect.objectContaining(expected as object),
        ]);
      }
  });

  it.each(['标题', '名称', '公文名称', '公开事项名称', '信息名称', '文件名称'])('title: %s', (label) => {
    for (const shape of ['td and td, two pairs a row', 'ul with font', 'dl, dt, dd']) {
      const block = shapes[shape]!([
        ['索引号', '1/2025-1'],
        [label, '云岭县老年助餐办法'],
      ]);
      expect([shape, detail(`<html><body>${block}${marked()}</body></html>`).title]).toEqual([
        shape,
        '云岭县老年助餐办法',
      ]);
    }
  });

  it('reads an index number that stands under the label of the document number as what it is', () => {
    const block = shapes['ul with font']!([
      ['发文字号', '014318080/2025-00033'],
      ['公开方式', '主动公开'],
    ]);
    expect(detail(`${block}${headline}${marked()}`)).toMatchObject({
      indexNumber: '014318080/2025-00033',
      documentNumber: null,
    });
  });

  it('tells the day of writing from that of publication where both stand', () => {
    const block = shapes['ul with font']!([
      ['发文日期', '2025-03-12'],
      ['发布日期', '2025-03-20 16:34'],
    ]);
    expect(detail(`<html><body>${block}${headline}${marked()}`)).toMatchObject({
      issuedOn: { on: '2025-03-12' },
      publishedOn: { on: '2025-03-20' },
    });
  });
});

describe('labels without a value', () => {
  const nothings = ['', '无', '暂无', '—', '——', '-', '0', 'null', '&nbsp;', '　', '/', '无文号', '暂无文号', '（无）'];
  const cases = Object.keys(shapes).flatMap((shape) => nothings.map((nothing) => [shape, nothing] as const));
  it.each(cases)('%s: “%s”', (shape, nothing) => {
    const block = shapes[shape]!([
      ['索引号', nothing],
      ['主题分类', nothing],
      ['办文部门', nothing],
      ['发文日期', nothing],
      ['文号', nothing],
      ['有效性', nothing],
    ]);
    const found = detail(`<html><body>${block}${headline}${marked()}</body></html>`);
    expect(found).toMatchObject({ documentNumber: null, issuedOn: null, validity: null, indexNumber: null });
    expect(found.issuer).toBeNull();
  });

  const full: Pair[] = [
    ['索引号', '115300000151/2025-00012'],
    ['主题分类', ''],
    ['发文机关', ''],
    ['成文日期', '2025-03-12'],
    ['标题', ''],
    ['文号', '云政发〔2025〕7号'],
  ];
  it.each(Object.keys(shapes))('an empty field takes nothing from its neighbour: %s', (shape) => {
    const found = detail(`<html><body>${shapes[shape]!(full)}${headline}${marked()}</body></html>`);
    expect(found).toMatchObject({
      indexNumber: '115300000151/2025-00012',
      documentNumber: '云政发〔2025〕7号',
      issuedOn: { on: '2025-03-12' },
      issuer: null,
      title: '云岭县人民政府关于做好老年助餐服务的通知',
    });
  });

  it.each(Object.keys(shapes))('fields that are commented out are not there: %s', (shape) => {
    const shown: Pair[] = [
      ['索引号', '115300000151/2025-00012'],
      ['文号', '无'],
    ];
    const hidden = shapes[shape]!([['成文日期', '2020年08月02日']]);
    const found = detail(
      `<html><body>${shapes[shape]!(shown)}<!--${hidden}-->${shapes[shape]!([['公开方式', '主动公开']])}${headline}${marked()}</body></html>`,
    );
    expect(found).toMatchObject({ documentNumber: null, issuedOn: null, indexNumber: '115300000151/2025-00012' });
  });
});

/** A fixed sequence that looks random: a page that fails can be had again by its number. */
function chooser(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed * 2_654_435_761;
  return (items) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return items[state % items.length]!;
  };
}

const heads = [
  '',
  '<title>通知-云岭县人民政府</title>',
  '<meta name="SiteName" content=""><meta name="sitename" content="云岭县人民政府"><meta name="SiteDomain" content="http://www.yunling.example.gov.cn/"><meta name="SiteDomain" content="www.yunling.example.gov.cn">',
  '<meta name="SiteIDCode" content="5399170001号"><meta name="ColumnType" content="5"><meta name="columnName" content="信息公开，政策文件">',
  '<div data="datasource:1" datatype="content"><meta name="SiteName" content="\n云岭县人民政府\n"></div><meta name="Maketime" content="2026-01-05 10:00:00">',
  '<meta name="PubDate" content="{{pubDate}}"><meta name="ArticleTitle" content="">',
];
const nothingSaid = ['', '无', '暂无', '—', '0', 'null', '&nbsp;'];

describe('chips under the title', () => {
  const chips = (...all: string[]) =>
    detail(
      `<html><body><div class="main">${headline}<div class="chips">${all.map((one) => `<span>${one}</span>`).join('')}</div>${text()}</div></body></html>`,
    );

  it('are a label and a value with a space between', () => {
    expect(chips('文号 云政发〔2025〕7号', '成文 2025年06月25日', '索引号 YLX-2025-0070')).toMatchObject({
      documentNumber: '云政发〔2025〕7号',
      indexNumber: 'YLX-2025-0070',
      issuedOn: { on: '2025-06-25', source: 'metadata' },
    });
  });

  it('are more than one', () => {
    expect(chips('云岭县', '索引号 是查找文件的编号', '阅读 3').indexNumber).toBe(null);
  });
});

describe('mixtures', () => {
  it.each(Array.from({ length: 240 }, (_, n) => n))('page %i', (seed) => {
    const choose = chooser(seed + 1);
    const label = (field: string) => choose(synonyms.find(([name]) => name === field)![1].split(' '));
    const has = { number: choose([true, true, false]), issued: choose([true, true, false]) };
    const fields: Pair[] = [
      [label('indexNumber'), '115300000151/2025-00012'],
      [choose(['主题分类', '组配分类', '信息分类']), choose(['民政', '综合政务\\政务公开', ...nothingSaid])],
      [choose(['发文机关', '发文机构', '发布机构', '公开责任部门']), '云岭县民政局 云岭县财政局'],
      [
        label('issuedOn'),
        has.issued
          ? choose(['2025-03-12', '2025年03月12日', '2025/3/12', '二〇二五年三月十二日'])
          : choose(nothingSaid),
      ],
      [label('documentNumber'), has.number ? '云政发〔2025〕7号' : choose(['无', '暂无', '—', '0', 'null'])],
      [choose(['发布日期', '公开日期']), choose(['2025-03-20', '2025年03月20日', '2025-03-20 16:34'])],
      [choose(['有效性', '时效性', '是否有效']), choose(['有效', ...nothingSaid])],
    ];
    const way = dress[choose(Object.keys(dress))]!;
    const dressed = fields.map(([name, value]): Pair => [way(name), value]);
    const cut = choose([2, 4, 6, 7]);
    const [first, second] = [choose(Object.values(shapes)), choose(Object.values(shapes))];
    const comment = choose(['', `<!--${first([['成文日期', '2020-01-01']])}-->`]);
    const block = `${first(dressed.slice(0, cut))}${comment}${cut < dressed.length ? second(dressed.slice(cut)) : ''}`;
    const body = choose([text, marked])(choose(['', '<p>云政发〔2019〕8号同时废止。</p>']));
    const place = choose([`${block}${headline}${body}`, `${headline}<div>${block}</div>${body}`]);
    const found = detail(`<html><head>${choose(heads)}</head><body><div class="main">${place}</div></body></html>`);
    expect(found).toMatchObject({
      title: '云岭县人民政府关于做好老年助餐服务的通知',
      indexNumber: '115300000151/2025-00012',
      documentNumber: has.number ? '云政发〔2025〕7号' : null,
      issuer: '云岭县民政局 云岭县财政局',
      issuedOn: has.issued ? { on: '2025-03-12', source: 'metadata' } : null,
      publishedOn: { on: '2025-03-20' },
    });
    expect(Object.values(found.provenance).filter(({ certainty }) => certainty === 'doubtful')).toEqual([]);
  });
});

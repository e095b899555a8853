import { describe, expect, it } from 'vitest';
import { readPage } from './index.js';
import type { ListItem } from './model.js';
import { readPageList } from './page-list.js';
import { parsePage } from './parsed-page.js';

const host = 'http://www.yunling.example.gov.cn';

function items(html: string, path = '/zw/index.html'): ListItem[] {
  const page = parsePage({
    url: host + path,
    text: html,
    contentType: 'text/html',
    visit: { as: 'column', columnKey: 'policy', columnName: null, from: null, linkText: null, listPage: 1, depth: 1 },
  });
  return readPageList(page)?.items ?? [];
}

const name = (n: number) => `云岭县人民政府办公室关于印发第${n}批重点项目资金安排方案的通知`;
const short = (n: number) => `${name(n).slice(0, 18)}…`;
const day = (n: number) => `2025-03-0${n}`;
const url = (n: number) => `${host}/zw/202503/t2025030${n}_9${n}.html`;
const href = (n: number) => `./202503/t2025030${n}_9${n}.html`;
const three = (row: (n: number) => string) => [1, 2, 3].map(row).join('\n');
const ul = (row: (n: number) => string) => `<ul class="list">${three(row)}</ul>`;
/** What stands around any list. */
const around = (
  inside: string,
) => `<html><body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div>
  <div class="left"><ul><li><a href="/zwgk/jg/">机构职能</a></li><li><a href="/zwgk/ld/">领导信息</a></li><li><a href="/zwgk/gz/">公开制度</a></li></ul></div>
  <div class="right">${inside}</div><div class="footer"><a href="/map.html">网站地图</a> 版权所有 2020-01-01</div></body></html>`;

describe('a day without its year', () => {
  it.each([
    ['/zw/202504/t20250422_1.html', '2025-04-22'],
    ['/zw/2025/4/22/art_1.html', '2025-04-22'],
    // The number of an article is no year.
    ['/a/20104', null],
  ])('%s gives %s', (path, day) => {
    const html = ul((n) => `<li><a href="${path}${n === 1 ? '' : `?${n}`}">${name(n)}</a><span>04-22</span></li>`);
    expect(items(around(html))[0]?.publishedOn ?? null).toBe(day);
  });
});

describe('the day of writing beside a title', () => {
  const rows = (head: string) =>
    `<table><tr><td>标题</td><td>${head}</td><td>发布日期</td></tr>${three((n) => `<tr><td><a href="${href(n)}">${name(n)}</a></td><td>2025年1月${n}日</td><td>${day(n)}</td></tr>`)}</table>`;

  it.each([
    ['成文日期', '2025-01-01'],
    ['生成时间', '2025-01-01'],
    ['发文日期', undefined],
    ['备注', undefined],
  ])('under %s is %s', (head, issuedOn) => {
    expect(items(around(rows(head)))[0]?.issuedOn).toBe(issuedOn);
  });
});

describe('what is no list', () => {
  it('a link within the words of a text', () => {
    const text =
      '<p>发布日期：2024-11-05</p><p>公众可以到县政务服务中心查阅主动公开的信息；也可以<a href="/ysq.php">申请公开</a>。</p>';
    expect(items(around(`<div class="nr">${text}</div>`))).toEqual([]);
  });
});

describe('rows of any make: full titles, absolute addresses, dates', () => {
  const plain = (n: number) => `<a href="${href(n)}" title="${name(n)}">${short(n)}</a>`;
  it.each<[string, string]>([
    ['span after the link', ul((n) => `<li>${plain(n)}<span> [${day(n)}]</span></li>`)],
    [
      'a table for each row',
      `<table>${three((n) => `<tr><td><img src="/dot.gif"></td><td><table><tr><td>${plain(n)}</td><td>[${day(n)}]</td></tr></table></td></tr>`)}</table>`,
    ],
    ['b', ul((n) => `<li>${plain(n)}<b>${day(n)}</b></li>`)],
    ['em and i', ul((n) => `<li>${plain(n)}<i class="time"><em>${day(n)}</em></i></li>`)],
    ['plain text after the link', ul((n) => `<li>${plain(n)} (${day(n)})</li>`)],
    ['the date first', ul((n) => `<li><b>${day(n)}</b>${plain(n)}</li>`)],
    [
      'the date within the link',
      ul((n) => `<li><a title='${name(n)}' href='${href(n)}'><b>${day(n)}</b>${short(n)}</a></li>`),
    ],
    [
      'the date within the link, at its end',
      ul((n) => `<li><a href=${href(n)}>${name(n)}<span>${day(n)}</span></a></li>`),
    ],
    [
      'protocol-relative and unquoted',
      ul(
        (n) =>
          `<li><h5><a href=//www.yunling.example.gov.cn/zw/202503/t2025030${n}_9${n}.html target=_blank title="${name(n)}">${short(n)}</a></h5><div class="times">${day(n)}</div></li>`,
      ),
    ],
    [
      'upper case',
      `<UL>${three((n) => `<LI><A HREF='${href(n)}' TARGET=_blank>${name(n)}</A><FONT COLOR=gray>(2025/03/0${n})</FONT></LI>`)}</UL>`,
    ],
    [
      'day and month apart',
      ul(
        (n) =>
          `<li><div class="date"><span class="d">0${n}</span><span class="ym">2025-03</span></div><h3><a href="${href(n)}">${name(n)}</a></h3></li>`,
      ),
    ],
    [
      'year-month over the day',
      ul((n) => `<li><p><i>2025.03</i><b>0${n}</b></p><a href="${href(n)}">${name(n)}</a></li>`),
    ],
    [
      'cells that are li, every row a ul of its own',
      `<div><ul class="tit"><li>序号</li><li>信息名称</li><li>发布日期</li></ul>${three((n) => `<ul class="row"><li>${n}</li><li>${plain(n)}</li><li>${day(n)}</li></ul>`)}</div>`,
    ],
    ['without year', ul((n) => `<li><a href="${href(n)}">${name(n)}</a><span>03-0${n}</span></li>`)],
    [
      'broken by white space',
      ul((n) => `<li><a href="${href(n)}">${name(n)}</a><span>2025-\n 03-\n 0${n}</span></li>`),
    ],
    [
      'Chinese date with time',
      ul((n) => `<li><a href="${href(n)}">${name(n)}</a><span>2025年03月0${n}日 10:20</span></li>`),
    ],
    [
      'cards of div',
      `<div>${three((n) => `<div class="item"><div class="t"><a href="${href(n)}">${name(n)}</a></div><div class="s">各乡镇人民政府、县政府各部门，现将方案印发给你们。</div><div class="d">发布时间：${day(n)}</div></div>`)}</div>`,
    ],
    [
      'cards that are links',
      `<div>${three((n) => `<a class="card" href="${href(n)}"><p class="c-bt-t">${name(n)}</p><p class="c-bt-c">${day(n)}</p></a>`)}</div>`,
    ],
    ['dl, dt, dd', three((n) => `<dl><dt><a href="${href(n)}">${name(n)}</a></dt><dd>${day(n)}</dd></dl>`)],
    ['one dl', `<dl>${three((n) => `<dd><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></dd>`)}</dl>`],
    ['paragraphs', `<div>${three((n) => `<p>· <a href="${href(n)}">${name(n)}</a> <font>${day(n)}</font></p>`)}</div>`],
    [
      'a table a row',
      three(
        (n) =>
          `<table width="98%"><tr><td>·</td><td><a href="${href(n)}">${name(n)}</a></td><td>[${day(n)}]</td></tr></table>`,
      ),
    ],
    [
      'rows of a table',
      `<table><tbody>${three((n) => `<tr><td>${n}</td><td><a href="${href(n)}" title="${name(n)}">${short(n)}</a></td><td>${day(n)}</td></tr>`)}</tbody></table>`,
    ],
    [
      'a column name before the title',
      ul(
        (n) =>
          `<li><a href="/zw/tz/" class="lm">[通知公告]</a><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></li>`,
      ),
    ],
    [
      'a flag before, a number after',
      ul(
        (n) =>
          `<li><i class="flag">是</i><a href="${href(n)}" title="${name(n)}">${short(n)}</a><span class="n"></span><b class="u_time">${day(n)}</b></li>`,
      ),
    ],
    [
      'a new-sign picture',
      ul((n) => `<li><a href="${href(n)}">${name(n)}<img src="/new.gif"></a><span>${day(n)}</span></li>`),
    ],
    [
      'a picture and the words lead to the same page',
      ul(
        (n) =>
          `<li><a href="${href(n)}"><img src="${n}.jpg"></a><div><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></div></li>`,
      ),
    ],
    [
      'everything in attributes',
      `<table>${three((n) => `<tr class="tr_main_value_${n % 2 ? 'odd' : 'even'}"><td><a href="${href(n)}" mc="${name(n)}" rq="${day(n)}" wh="">${short(n)}</a></td></tr>`)}</table>`,
    ],
    [
      'line breaks in the title',
      ul(
        (n) =>
          `<li><a href="${href(n)}" title="${name(n).slice(0, 12)}&lt;br&gt;${name(n).slice(12)}">${short(n)}</a><span>${day(n)}</span></li>`,
      ),
    ],
    [
      'title with more than the title',
      ul(
        (n) =>
          `<li><a href="${href(n)}" title="标题：${name(n)}\n发布时间：${day(n)}\n浏览次数：3">${short(n)}</a><span>${day(n)}</span></li>`,
      ),
    ],
    [
      'a title that says only to click',
      ul((n) => `<li><a href="${href(n)}" title="点击查看详细内容">${name(n)}</a><span>${day(n)}</span></li>`),
    ],
    [
      'the address in onclick',
      ul(
        (n) =>
          `<li><a href="javascript:void(0)" onclick="window.open('${href(n)}')">${name(n)}</a><span>${day(n)}</span></li>`,
      ),
    ],
    [
      'groups of one list',
      `<div>${[1, 2].map((g) => `<ul class="g">${g === 1 ? [1, 2].map((n) => `<li><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></li>`).join('') : `<li><a href="${href(3)}">${name(3)}</a><span>${day(3)}</span></li>`}</ul><hr>`).join('')}</div>`,
    ],
    [
      'groups in boxes, shown a few at a time',
      `<div>${three((n) => `<div ms-visible="$showStatic(${n})"><ul><li><a href="${href(n)}">${name(n)}</a><em></em><span class="bf-pass">${day(n)}</span></li></ul></div>`)}</div>`,
    ],
    [
      'hidden pages of other classes',
      `<div>${three((n) => `<ul class="page page${n}" style="${n > 1 ? 'display:none' : ''}"><li><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></li></ul>`)}</div>`,
    ],
    [
      'boxes with an id of their own',
      `<div class="con">${three((n) => `<div id="p${n}" class="tab-${n}"><table><tr><td><a href="${href(n)}">${name(n)}</a></td><td>${day(n)}</td></tr></table></div>`)}</div>`,
    ],
    ['wholly within a comment', `<ul class="list"><!--${three((n) => `<li>${plain(n)}<b>${day(n)}</b></li>`)}--></ul>`],
    ['one comment a row', `<ul>${three((n) => `<!-- <li>${plain(n)}<b>${day(n)}</b></li> -->`)}</ul>`],
    ['a greeting above', `<div>今天是2026年11月21日 星期六</div>${ul((n) => `<li>${plain(n)}<b>${day(n)}</b></li>`)}`],
  ])('%s', (_, html) => {
    expect(items(around(html))).toEqual(
      [1, 2, 3].map((n) => ({ title: name(n), url: url(n), publishedOn: day(n), documentNumber: null })),
    );
  });
});

describe('rows whose link says only 查看', () => {
  const table = (head: string[], ...rows: string[]) =>
    `<table><thead><tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;
  const look = (n: number, words = '查看', title = '') => `<td><a href="${href(n)}"${title}>${words}</a></td>`;
  const titles = (html: string) => items(around(html)).map(({ title, url: at }) => [title, at.slice(-7, -5)]);

  it.each<[string, string, string[]]>([
    [
      'the title attribute',
      table(
        ['年度', '年报', '发布日期'],
        ...[1, 2].map(
          (n) =>
            `<td>202${n}年</td>${look(n, '查看', ` title="云岭县202${n}年政府信息公开工作年度报告"`)}<td>202${n + 1}年1月8日</td>`,
        ),
      ),
      ['云岭县2021年政府信息公开工作年度报告', '云岭县2022年政府信息公开工作年度报告'],
    ],
    [
      'the year and the head, without days',
      table(['年度', '县政府年度报告'], `<td>2022</td>${look(1)}`, `<td>2021年度</td>${look(2, '点击查看')}`),
      ['2022年县政府年度报告', '2021年县政府年度报告'],
    ],
    [
      'the longest cell',
      table(['序号', '名称', '操作'], ...[1, 2, 3].map((n) => `<td>${n}</td><td>${name(n)}</td>${look(n, '[查看]')}`)),
      [name(1), name(2), name(3)],
    ],
    [
      'the words of the row, its day and number apart',
      ul((n) => `<li>${n}. ${name(n)}<a href="${href(n)}">查看详情&gt;</a> ${day(n)}</li>`),
      [name(1), name(2), name(3)],
    ],
  ])('takes its name from %s', (_, html, expected) =>
    expect(titles(html)).toEqual(expected.map((title, n) => [title, `9${n + 1}`])),
  );

  it('is as many rows as it has such cells', () => {
    const html = table(['年度', '县政府年报', '部门年报'], `<td>2022年</td>${look(1)}${look(2)}<td>2023-01-20</td>`);
    expect(titles(html)).toEqual([
      ['2022年县政府年报', '91'],
      ['2022年部门年报', '92'],
    ]);
    const ofUnits = table(['单位', '2023年', '2022年'], `<td>云岭县教育局</td>${look(1)}${look(2)}<td>2023-01-20</td>`);
    expect(titles(ofUnits)).toEqual([
      ['云岭县教育局2023年', '91'],
      ['云岭县教育局2022年', '92'],
    ]);
  });

  it('keeps the named link of a row, whatever can be loaded beside it', () =>
    expect(
      titles(
        table(
          ['名称', '下载', '日期'],
          `<td><a href="${href(1)}">${name(1)}</a></td>${look(2, '下载')}<td>${day(1)}</td>`,
        ),
      ),
    ).toEqual([[name(1), '91']]));

  it('is a list of years where links are named by years alone, and no filter by years', () => {
    const years = (at: (n: number) => string) => ul((n) => `<li><a href="${at(n)}">202${n}年</a></li>`);
    expect(titles(years(href))).toEqual([1, 2, 3].map((n) => [`202${n}年`, `9${n}`]));
    expect(titles(years((n) => `?year=202${n}`))).toEqual([]);
    expect(titles(ul((n) => `<li><a href="${href(n)}">2022年</a></li>`))).toEqual([]);
  });

  it('is none where the row has no name', () =>
    expect(titles(table(['甲', '乙'], ...[1, 2, 3].map((n) => `<td>${n}</td>${look(n)}<td>${day(n)}</td>`)))).toEqual(
      [],
    ));
});

describe('which date and number', () => {
  const number = (n: number) => `云政办发〔2025〕${n}号`;
  it.each<[string, string, string | null, string | null]>([
    [
      '重庆: number and date of writing within the row',
      `<table>${three((n) => `<tr class="zcwjk-list-c"><td class="num">${n}</td><td class="title"><a href="${href(n)}"><p class="tit">${name(n)}</p><p class="info"><i class="kh">(</i><span>发文字号：${number(n)}</span><span class="time">成文日期 ：2025-01-0${n}</span><i class="kh">)</i></p></a></td></tr>`)}</table>`,
      null,
      number(1),
    ],
    [
      'both dates',
      ul(
        (n) =>
          `<li><a href="${href(n)}">${name(n)}</a><span>成文日期：2025-01-02</span><span>发布日期：${day(n)}</span></li>`,
      ),
      day(1),
      null,
    ],
    [
      'both dates, the other way round',
      ul(
        (n) =>
          `<li><a href="${href(n)}">${name(n)}</a><span>公开时间：${day(n)}</span><span>生成日期：2025年1月2日</span></li>`,
      ),
      day(1),
      null,
    ],
    [
      '北京: number and date',
      ul(
        (n) =>
          `<li><i class="flag">是</i><a title="${name(n)}">${name(n)}</a><a href="${href(n)}">${name(n)}</a><span>${number(n)}</span><b class="u_time">${day(n)}</b></li>`,
      ),
      day(1),
      number(1),
    ],
    [
      'attributes',
      ul((n) => `<li><a href="${href(n)}" mc="${name(n)}" rq="${day(n)}" wh="${number(n)}">${short(n)}</a></li>`),
      day(1),
      number(1),
    ],
    [
      'the table says what its dates are: written',
      `<table><tr><th>名称</th><th>文号</th><th>成文日期</th></tr>${three((n) => `<tr><td><a href="${href(n)}">${name(n)}</a></td><td>${number(n)}</td><td>${day(n)}</td></tr>`)}</table>`,
      null,
      number(1),
    ],
    [
      'written and published',
      `<table><tr><td>标题</td><td>成文日期</td><td>发布日期</td></tr>${three((n) => `<tr><td><a href="${href(n)}">${name(n)}</a></td><td>2025-01-02</td><td>${day(n)}</td></tr>`)}</table>`,
      day(1),
      null,
    ],
    [
      'the head of a list that is no table',
      `<div class="tit"><span>标题</span><span>发文字号</span><span>成文日期</span></div>${ul((n) => `<li><a href="${href(n)}">${name(n)}</a><span>${number(n)}</span><span>${day(n)}</span></li>`)}`,
      null,
      number(1),
    ],
    [
      'the head as first row',
      `<ul><li class="th"><span>文件名称</span><span>成文时间</span></li>${three((n) => `<li><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></li>`)}</ul>`,
      null,
      null,
    ],
    [
      'a head with a date of publication',
      `<ul><li class="th"><span>文件名称</span><span>发布日期</span></li>${three((n) => `<li><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></li>`)}</ul>`,
      day(1),
      null,
    ],
    [
      'the address names another day',
      ul((n) => `<li><a href="/zfxxgk/202312/t20231228_8544${n}.htm">${name(n)}</a><span>2023-10-23</span></li>`),
      '2023-10-23',
      null,
    ],
  ])('%s', (_, html, publishedOn, documentNumber) => {
    const found = items(around(html));
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ title: name(1), publishedOn, documentNumber });
  });
});

describe('fields beside the title of a row', () => {
  const row =
    '<li><div><span>现行有效</span><a href="/wj/1.html">云岭县森林防火禁火令</a></div><div><span>发文字号：云岭县人民政府令第1号</span><span>成文日期：2026-02-26</span><span>发布日期：2026-02-27</span></div></li>';
  const read = (html: string) => {
    const visit = {
      columnKey: 'policy',
      columnName: '县政府令',
      from: null,
      linkText: '县政府令',
      listPage: 1,
      depth: 2,
    };
    const text = `<html><head><title>县政府令-云岭县人民政府</title></head><body>${html}</body></html>`;
    const url = 'https://www.yunling.example.gov.cn/zcwjk/list?zl=xzfl';
    return readPage({ url, text, contentType: 'text/html', visit: { as: 'column', ...visit } }, []);
  };

  it('are those of the only document of a list, and make no article of the page', () => {
    const { kind, list } = read(`<ul>${row}</ul>`);
    expect(kind).toBe('list');
    expect(list?.items).toMatchObject([{ title: '云岭县森林防火禁火令', publishedOn: '2026-02-27' }]);
  });

  it('are those of the page above a text', () =>
    expect(read(`<ul>${row}</ul><div class="TRS_Editor"><p>为做好森林防火工作，发布如下命令。</p></div>`).kind).toBe(
      'document',
    ));
});

describe('comments', () => {
  const li = (n: number) => `<li><a href="${href(n)}">${name(n)}</a><b>${day(n)}</b></li>`;
  it('do not count beside items that stand outside: commented-out duplicates of real ones', () => {
    const html = `<ul>${three((n) => `${li(n)}<!-- <li><a href="${href(n)}">${name(n)}（草稿）</a><b>2019-01-01</b></li> -->`)}</ul>`;
    expect(items(around(html)).map((item) => item.url)).toEqual([1, 2, 3].map(url));
  });
  it('count where nothing but undated links stands outside', () => {
    const menu = [1, 2, 3, 4]
      .map((n) => `<li><a href="/lm${n}/">云岭县某某领域基层政务公开标准目录${n}</a></li>`)
      .join('');
    expect(items(around(`<ul>${menu}</ul><ul><!--${three(li)}--></ul>`)).map((item) => item.url)).toEqual(
      [1, 2, 3].map(url),
    );
  });
  const sample = (n: number) => `<li><a href="/zw/d${n}.html">标题标题标题</a><b>2020-01-01</b></li>`;
  it.each([
    ['one row', `<ul id="box"><!-- ${li(1)} --></ul>`],
    ['rows of one title', `<ul><!-- ${three(sample)} --></ul>`],
    [
      'two rows of one day',
      `<ul><!-- ${sample(1)}<li><a href="/zw/d2.html">这里是文章的标题</a><b>2020-01-01</b></li> --></ul>`,
    ],
    [
      'rows in the place that a script fills',
      `<ul id="box"><!--${three(li)}--></ul><script>Q.unit('box', {n: 8})</script>`,
    ],
    [
      'the list of former years, beside the place that a script fills',
      `<!--<table>${three((n) => `<tr><td><a href="${href(n)}">${name(n)}</a></td><td>${day(n)}</td></tr>`)}</table>--><ul id="box"></ul><script>$('#box').html(rows)</script>`,
    ],
  ])('do not count where they are none of the page: %s', (_, html) => expect(items(around(html))).toEqual([]));
  it('count whatever they are where a script opens them', () => {
    const opens =
      '<script>var o=document.getElementById("box");o.innerHTML=o.innerHTML.replace("<!"+"--","").replace("--"+">","")</script>';
    expect(items(around(`<div id="box"><!--<ul>${li(1)}</ul>--></div>${opens}`)).map((item) => item.url)).toEqual([
      url(1),
    ]);
    expect(
      items(around(`<ul id="box"><!--${three(li)}--></ul><script>unfold('box')</script>`)).map((item) => item.url),
    ).toEqual([1, 2, 3].map(url));
  });
});

describe('what is not an item', () => {
  it('templates that no one filled in', () => {
    expect(
      items(around(`<ul>{{#each items}}${three(() => `<li><a href='{{pcUrl}}'>{{showName}}</a></li>`)}{{/each}}</ul>`)),
    ).toEqual([]);
  });
  it('the pager, and links to the list itself', () => {
    const html = `${ul((n) => `<li><a href="${href(n)}">${name(n)}</a><b>${day(n)}</b></li>`)}<ul class="list"><li><a href="index_1.html">下一页</a></li><li><a href="index_9.html">末页</a></li></ul>`;
    expect(items(around(html))).toHaveLength(3);
  });
  it('a shorter list of hot news with dates', () => {
    const hot = `<div class="hot"><ul><li><a href="/r/1.html">热点</a><span>2025-04-01</span></li><li><a href="/r/2.html">热点之二</a><span>2025-04-01</span></li></ul></div>`;
    expect(items(around(hot + ul((n) => `<li><a href="${href(n)}">${name(n)}</a><b>${day(n)}</b></li>`)))[0]?.url).toBe(
      url(1),
    );
  });
});

describe('addresses of articles', () => {
  it.each([
    '/zw/202503/t20250321_97999.html',
    '/art/2025/10/29/art_80179_11664839.html',
    '/art/2025/art_0f1e2d3c4b5a69788796a5b4c3d2e1f0.html',
    '/2018-12/29/content_5353307.htm',
    '/2026-09/07/c_1790481801044829.htm',
    '/20260909/0f1e2d3c4b5a69788796a5b4c3d2e1f0/c.html',
    '/web/SEC/1742443210000/index.shtml',
    '/ARTI1742443210000123.shtml',
    '/5623412/index.html',
    '/202503211234/index.shtml',
    '/202209/0f1e2d3c4b5a69788796a5b4c3d2e1f0.shtml',
    '/pnidpv123456.html',
    '/c10086/content.html',
    '/portal/article/12/3456',
    '/p1/zcwj/12345.html',
    '/fabu/xiangqing/12345.html',
    '/2025-03-28/12345.html',
    '/c/2025-03-28/6988880.shtml',
    '/safe/2025/0328/12345.html',
    '/20250328/12345.html',
    '/2025/3/28/0f1e2d3c4b5a69788796a5b4c3d2e1f0.shtml',
    '/columns/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/202503/28/1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0.html',
    '/info/11196/169172.htm',
    '/public/6596581/37408176.html',
    '/openness/detail/content/0f1e2d3c4b5a69788796a5b4.html',
    '/OpennessContent/show/37408176.html',
    '/gkmlpt/content/3/3643/post_3643634.html',
    '/jyt/c110634/202511/174240943.shtml',
    '/Content-2598953.html',
    '/content_1717747978409553920.html',
    '/ItemDetail.html?docId=1212085&itemId=4114&generaltype=9',
    '/show.asp?id=12&amp;lm=3',
    '/html/#/detail?id=12',
  ])('%s', (path) => {
    const other = path.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    const found = items(
      around(
        `<ul><li><a href="${path}">${name(1)}</a><i>${day(1)}</i></li><li><a href="${other}">${name(2)}</a><i>${day(2)}</i></li></ul>`,
      ),
    );
    expect(found.map((item) => item.url)).toEqual([path, other].map((one) => host + one.replace('&amp;', '&')));
  });
});

it('keeps a group of rows whose places for the day are empty, and no menu of the same make', () => {
  const row = (n: number, on: string) => `<li><a href="${href(n)}">${name(n)}</a><span class="d">${on}</span></li>`;
  const groups = `<div><ul>${row(1, day(1))}${row(2, day(2))}</ul></div><div><ul>${row(3, '')}</ul></div>`;
  expect(items(around(groups)).map((item) => item.publishedOn)).toEqual([day(1), day(2), null]);
  const menu = `<div><ul><li><a href="/c/1/">${name(4)}</a></li></ul></div>`;
  expect(items(around(`${groups}${menu}`))).toHaveLength(3);
});

it('reads all of a long list', () => {
  const many = Array.from(
    { length: 1200 },
    (_, n) => `<li><a href="/a/${n}.html">${name(n)}</a><b>${day(1)}</b></li>`,
  ).join('');
  expect(items(`<ul>${many}</ul>`)).toHaveLength(1200);
});

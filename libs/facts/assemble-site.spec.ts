import { describe, expect, it } from 'vitest';
import type { FetchOutcome, Visit } from '#evidence';
import { assembleSite, type ColumnKey, type PageReading, readPage, type ReadCapture } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const navigation = `<div class="nav"><ul><li><a href="/zfxxgk/">政府信息公开</a></li><li><a href="/zcwj/">政策文件</a></li><li><a href="/zcjd/">政策解读</a></li><li><a href="/tzgg/">通知公告</a></li></ul></div>`;

interface Given extends Partial<Visit> {
  outcome?: FetchOutcome;
  unrendered?: boolean;
  finalUrl?: string;
}

function capture(path: string, text: string | null, given: Given): ReadCapture {
  const { outcome = 'ok', unrendered = false, finalUrl, ...more } = given;
  const visit: Visit = {
    as: 'detail',
    columnKey: null,
    columnName: null,
    from: host,
    linkText: null,
    listPage: 1,
    depth: 1,
    ...more,
  };
  const url = path.startsWith('http') ? path : host + path;
  const reading: PageReading | null =
    text === null ? null : readPage({ url: finalUrl ?? url, text, contentType: 'text/html', visit }, []);
  return {
    capture: `capture of ${url}`,
    url,
    finalUrl: finalUrl ?? url,
    fetchedAt: '2026-06-30T00:00:00Z',
    outcome,
    visit,
    unrendered,
    reading,
  };
}

const home = (inside = navigation) =>
  capture('/', `<meta name="SiteName" content="云岭县人民政府">${inside}`, { as: 'home', depth: 0, from: null });
const openness = capture(
  '/zfxxgk/',
  '<h1>政府信息公开</h1><div class="menu"><a href="/zfxxgk/zn/">政府信息公开指南</a></div>',
  { as: 'openness' },
);
const list = (key: ColumnKey, path: string, items: string, more: Given = {}) =>
  capture(path, `<h1>栏目</h1><ul>${items}</ul>`, { as: 'column', columnKey: key, columnName: null, ...more });
const item = (href: string, title: string, day: string) => `<li><a href="${href}">${title}</a><span>${day}</span></li>`;
const article = (
  path: string,
  title: string,
  more: { number?: string; day?: string; text?: string; after?: string; key?: ColumnKey } = {},
) =>
  capture(
    path,
    `<meta name="ArticleTitle" content="${title}">${more.day ? `<meta name="PubDate" content="${more.day}">` : ''}${more.number ? `<p>发文字号：${more.number}</p><p>索引号：1/2025-1</p>` : ''}
     <h1>${title}</h1><div class="TRS_Editor"><p>${more.text ?? '各单位：现将有关事项通知如下，请认真贯彻执行，并将进展情况及时报告县政府办公室。'}</p></div>${more.after ?? ''}`,
    { columnKey: more.key ?? 'policy', depth: 2 },
  );

const column = (read: ReadCapture[], key: ColumnKey) => assembleSite(read).columns.find((fact) => fact.key === key)!;

describe('columns', () => {
  it('are missing only when the pages that should link to them were read', () => {
    expect(column([home(), openness], 'annual')).toMatchObject({ state: 'missing', capture: openness.capture });
    expect(column([home()], 'annual').state).toBe('unread');
    expect(column([home(), capture('/zfxxgk/', null, { as: 'openness', outcome: 'timeout' })], 'annual').state).toBe(
      'unread',
    );
    expect(column([capture('/', null, { as: 'home', outcome: 'serverError' })], 'annual').state).toBe('unread');
    expect(column([home('<p>云岭县</p>')], 'annual').state).toBe('missing');
  });

  it.each<[FetchOutcome, 'broken' | 'unread']>([
    ['notFound', 'broken'],
    ['gone', 'broken'],
    ['softNotFound', 'broken'],
    ['redirectLoop', 'broken'],
    ['timeout', 'unread'],
    ['challenged', 'unread'],
    ['serverError', 'unread'],
    ['blockedByRobots', 'unread'],
  ])('%s → %s', (outcome, state) => {
    expect(
      column([home(), openness, capture('/tzgg/', null, { as: 'column', columnKey: 'notice', outcome })], 'notice')
        .state,
    ).toBe(state);
  });

  it('are broken when their link leads home or to an alien page, unread without a browser', () => {
    const away = capture('/tzgg/', '<p>x</p>', { as: 'column', columnKey: 'notice', finalUrl: `${host}/` });
    expect(column([home(), openness, away], 'notice')).toMatchObject({ state: 'broken', outcome: 'softNotFound' });
    const alien = capture('http://other.example.com/', '<title>示例博彩 棋牌 彩票投注</title><h1>示例博彩广告站</h1>', {
      as: 'probe',
      columnKey: 'service',
    });
    const read = [home(`${navigation}<a href="http://other.example.com/">办事服务</a>`), openness, alien];
    expect(column(read, 'service').state).toBe('broken');
    const unrendered = capture('/tzgg/', '<div id="app"></div>', {
      as: 'column',
      columnKey: 'notice',
      unrendered: true,
    });
    expect(column([home(), openness, unrendered], 'notice').state).toBe('unread');
  });

  it('are unread where only a script opens their entrance', () => {
    const scripted = home(`${navigation}<a href="javascript:openColumn(7)">互动交流</a>`);
    expect(column([scripted, openness], 'interaction')).toMatchObject({
      state: 'unread',
      url: null,
      name: '互动交流',
      note: '页面上有该栏目的入口，但只能由脚本打开，或直接打开文件，未能读取。',
    });
    expect(column([home(), openness], 'interaction').state).toBe('missing');
  });

  it('one way of interaction stands for the column where nothing else does', () => {
    const part = (path: string, name: string, outcome: FetchOutcome) =>
      capture(path, `<h1>${name}</h1><form>您的来信<textarea></textarea></form>`, {
        ...{ as: 'column' as const, columnKey: 'interaction', columnName: name, outcome },
      });
    const links = '<a href="/xx/">县长信箱</a>';
    const box = part('/xx/', '县长信箱', 'ok');
    expect(column([home(navigation + links), openness, box], 'interaction')).toMatchObject({
      ...{ state: 'found', name: '县长信箱' },
    });
    const all = home(`${navigation}${links}<a href="/hd/">互动交流</a>`);
    const gone = part('/hd/', '互动交流', 'notFound');
    expect(column([all, openness, box, gone], 'interaction')).toMatchObject({ state: 'broken', name: '互动交流' });
  });

  it('are known by their own tag where nothing that led to them names them', () => {
    const tagged = capture(
      '/c1204/',
      `<meta name="ColumnName" content="依申请公开"><h1>栏目</h1><ul>${item('/a/1.html', '关于申请表格的通知', '2025-03-01')}</ul>`,
      { as: 'column' },
    );
    expect(column([home(), openness, tagged], 'request')).toMatchObject({ state: 'found', url: `${host}/c1204/` });
  });

  it('are none of the columns of a unit, whatever the tags of its pages', () => {
    const tag = '<meta name="ColumnName" content="通知公告">';
    const rows = `<ul>${item('/a/1.html', '云岭县教育局关于招生的公告', '2025-03-01')}</ul>`;
    const list = (columnName: string) =>
      capture('/bm/jyj/tzgg/', tag + rows, { as: 'column', columnName, from: `${host}/bm/jyj/` });
    expect(column([home(), openness, list('招生')], 'notice')).toMatchObject({ state: 'found', itemCount: 1 });
    expect(column([home(), openness, list('云岭县教育局·通知公告')], 'notice')).toMatchObject({
      state: 'unread',
      itemCount: 0,
    });
  });

  describe('without an item', () => {
    const page = (text: string, more: Given = {}) =>
      capture('/gkzd/', text, { as: 'column', columnKey: 'rules', ...more });
    const answer = (text: string) =>
      capture('/label/8', text, { as: 'data', columnKey: 'rules', from: `${host}/gkzd/` });
    const rules = (...captures: ReadCapture[]) => column([home(), openness, ...captures], 'rules');
    const pane = '<h1>公开制度</h1><div data-url="/label/8" class="list"></div>';
    const menu = '<ul><li><a href="/cz/">财政预决算</a></li></ul>';
    const budget = capture('/cz/', `<ul>${item('/a/1.html', '云岭县2025年预算公开', '2025-03-01')}</ul>`, {
      as: 'column',
      columnName: '财政预决算',
      from: `${host}/gkzd/`,
    });

    it('are found empty where the page or the answer says so', () => {
      expect(rules(page('<h1>公开制度</h1><p>暂无相关信息</p>'))).toMatchObject({ state: 'found', itemCount: 0 });
      const asked = { ...page(pane), reading: { ...page(pane).reading!, unfilled: undefined } } as ReadCapture;
      expect(rules(asked, answer('<div>暂无相关信息</div>'))).toMatchObject({ state: 'found', complete: true });
      expect(rules(asked, answer('<div>系统繁忙</div>'))).toMatchObject({ state: 'unread' });
    });

    it('are unread where they show links to articles that make no list', () => {
      const note = '栏目页面上有通往文章的链接，但没有读出列表，无法判断是否有内容。';
      for (const shown of [
        '<table><tr><td>2024</td><td><a href="/a/7.html">查看</a></td></tr></table>',
        '<a href="/art/2025/3/1/art_12_3456.html">甲</a>',
        '<p><a href="/nb/2024/">2024年度</a></p>',
        '<p><a href="/f/zd.pdf">制度</a></p>',
      ])
        expect(rules(page(`<h1>公开制度</h1>${shown}`))).toMatchObject({ state: 'unread', note });
      const beside = '<div><a href="/art/2025/3/1/art_12_3456.html">甲</a></div>';
      expect(rules(page(`<h1>公开制度</h1><p>暂无相关信息</p>${beside}`))).toMatchObject({ state: 'found' });
      expect(rules(page('<h1>公开制度</h1><p><a href="/jg/">机构</a></p>'))).toMatchObject({ state: 'found' });
    });

    it('are unread where a script fills the list and nobody knows with what', () =>
      expect(rules(page(pane))).toMatchObject({
        state: 'unread',
        note: '栏目的列表由脚本读取，未能取得，无法判断是否有内容。',
      }));

    it('are unread where scripts fill their page and only a part of what these ask for was asked', () => {
      const shell = `<div id="app"><ul><li v-for="node in tree"><a :href="'list.html?cid=' + node.id">{{ node.name }}</a></li>
        <p>{{ total }}</p></ul></div><script>fetch('/api/list?page=1')</script>`;
      const seen = page(shell);
      const follow = [{ request: { url: `${host}/api/list?page=1`, method: 'GET' as const }, as: 'data' as const }];
      const filled: ReadCapture = { ...seen, reading: { ...seen.reading!, needsBrowser: false, shell: true, follow } };
      const nothing = capture('/api/list?page=1', '{"code":200,"total":0,"rows":[]}', {
        as: 'data',
        columnKey: 'rules',
        from: `${host}/gkzd/`,
      });
      expect(seen.reading?.needsBrowser).toBe(true);
      expect(rules(filled).state).toBe('unread');
      expect(rules(filled, nothing).state).toBe('unread');
      expect(
        rules({ ...filled, reading: { ...filled.reading!, shell: undefined } } as ReadCapture, nothing),
      ).toMatchObject({
        state: 'found',
        itemCount: 0,
      });
      // Asked for as part of another column: it says nothing of this one.
      const elsewhere = {
        ...nothing,
        visit: { ...nothing.visit, columnKey: 'policy' as const, from: `${host}/zcwj/` },
      };
      expect(
        rules({ ...filled, reading: { ...filled.reading!, shell: undefined } } as ReadCapture, elsewhere).state,
      ).toBe('unread');
    });

    it('do not borrow those of the site’s menu; what they alone name is below them', () => {
      const named = (at: ReadCapture) => [at, page(`<p>暂无信息</p>${menu}`), budget];
      expect(column([home(), ...named(openness)], 'rules').itemCount).toBe(1);
      const menuThere = capture('/zfxxgk/', `<h1>政府信息公开</h1>${menu}`, { as: 'openness' });
      expect(column([home(), ...named(menuThere)], 'rules').itemCount).toBe(0);
      const statutory = capture('/fdzd/', menu, { as: 'column', columnKey: 'statutory' });
      expect(column([home(), menuThere, statutory, budget], 'statutory').itemCount).toBe(1);
    });
  });

  describe('for topics', () => {
    const links = (more = '') => home(`${navigation}<div class="nav"><a href="/zt/">专题专栏</a>${more}</div>`);
    const hall = (text: string) =>
      capture('/zt/', `<h1>专题专栏</h1>${text}`, { as: 'column', columnKey: 'topic', columnName: '专题专栏' });
    it('may be the hall of all topics', () => {
      const items = `<ul>${item('/a/1.html', '云岭县环境整治专题活动', '2025-03-01')}</ul>`;
      expect(column([links(), openness, hall(items)], 'topic')).toMatchObject({ state: 'found', itemCount: 1 });
      expect(column([links(), openness, hall('<ul></ul>')], 'topic')).toMatchObject({ state: 'found', itemCount: 0 });
      const pictures = '<a href="/zt/a/"><img src="a.png" alt="乡村振兴"></a>';
      expect(column([links(), openness, hall(pictures)], 'topic').state).toBe('unread');
      // The name of the site above the menu leads on to nothing.
      const empty = hall('<div class="logo"><a href="/">云岭县人民政府</a></div><p>暂无信息</p>');
      expect(column([links(), openness, empty], 'topic')).toMatchObject({ state: 'found', itemCount: 0 });
    });
    it('are the one on openness where there is one', () => {
      const both = links('<a href="/lh/">基层政务公开标准化规范化</a>');
      const own = capture('/lh/', `<ul>${item('/a/2.html', '云岭县标准化工作方案公布', '2026-05-01')}</ul>`, {
        as: 'column',
        columnKey: 'topic',
        columnName: '基层政务公开标准化规范化',
      });
      const old = hall(`<ul>${item('/a/1.html', '云岭县环境整治专题活动', '2020-03-01')}</ul>`);
      expect(column([both, openness, old, own], 'topic')).toMatchObject({
        url: `${host}/lh/`,
        itemDates: ['2026-05-01'],
      });
    });
  });

  it('gather dates over all their pages, from the articles too, and know whether they are complete', () => {
    const first = list(
      'notice',
      '/tzgg/',
      `${item('/a/1.html', '关于停水的通知公告', '2025-03-01')}${item('/a/2.html', '关于放假的通知公告', '')}<a href="index_1.html">下一页</a>`,
    );
    const second = list('notice', '/tzgg/index_1.html', item('/a/3.html', '关于修路情况说明', '2025-01-01'), {
      as: 'list',
      listPage: 2,
    });
    const dated = article('/a/2.html', '关于放假的通知公告', { day: '2025-02-02', key: 'notice' });
    expect(column([home(), openness, first, second, dated], 'notice')).toMatchObject({
      state: 'found',
      itemDates: ['2025-03-01', '2025-02-02', '2025-01-01'],
      undatedItems: 0,
      itemCount: 3,
      complete: true,
      statementOn: '2025-01-01',
      isPage: false,
    });
    expect(column([home(), openness, first, dated], 'notice').complete).toBe(false);
  });

  it.each([
    ['共3条', true],
    ['共4条', false],
    ['共45条记录', false],
    ['', true],
  ])('with three rows and the words “%s” are complete: %s', (words, complete) => {
    const rows = ['1', '2', '3'].map((n) => item(`/a/${n}.html`, `关于停水的第${n}号通知公告`, '2025-03-01')).join('');
    const notice = list('notice', '/tzgg/', `${rows}</ul><p>${words}</p><ul>`);
    expect(column([home(), openness, notice], 'notice')).toMatchObject({ itemCount: 3, complete });
  });

  it('are not complete where only a script elsewhere can ask for the rest', () => {
    const rows = Array.from({ length: 15 }, (_, n) => item(`/a/${n}.html`, `关于停水的第${n}号通知公告`, '2025-03-01'));
    const notice = (below: string) => list('notice', '/tzgg/', `${rows.join('')}</ul>${below}<ul>`);
    const of = (below: string) => column([home(), openness, notice(below)], 'notice').complete;
    expect([of(''), of('<a href="javascript:;">下一页</a>')]).toEqual([true, false]);
  });

  it('of a catalogue are content when there is but a file', () => {
    const text =
      '<h1>云岭县基层政务公开标准目录</h1><div class="TRS_Editor"><p><a href="/f/1.xls">云岭县基层政务公开标准目录.xls</a></p></div>';
    const page = capture('/ml/', `<meta name="ArticleTitle" content="云岭县基层政务公开标准目录">${text}`, {
      as: 'column',
      columnKey: 'catalogue',
    });
    expect(column([home(), openness, page], 'catalogue')).toMatchObject({ state: 'found', isPage: true });
  });

  it('without a list of their own gather the lists below them', () => {
    const shell = capture('/zcwj/', '<h1>政策文件</h1>', { as: 'column', columnKey: 'policy' });
    const below = list('policy', '/zcwj/xzgfxwj/', item('/a/1.html', '云岭县行政规范性文件管理办法', '2025-03-01'), {
      from: `${host}/zcwj/`,
      depth: 2,
    });
    expect(column([home(), openness, shell, below], 'policy')).toMatchObject({
      itemCount: 1,
      itemDates: ['2025-03-01'],
    });
  });

  it('may be a page that was met as another column, or as that of openness', () => {
    const menu = (...links: string[]) => home(`<div class="nav">${links.join('')}</div>`);
    const rows = item('/a/1.html', '云岭县行政规范性文件管理办法', '2026-03-01');
    const both = menu('<a href="/tzgg/">通知公告</a>', '<a href="/tzgg/">政策文件</a>');
    const met = { state: 'found', url: `${host}/tzgg/`, itemDates: ['2026-03-01'] };
    expect(column([both, openness, list('notice', '/tzgg/', rows)], 'policy')).toMatchObject(met);

    const page = (heading: string) =>
      capture('/zfxxgk/', `${heading}<ul>${rows}${item('/a/2.html', '云岭县物业管理办法', '2026-02-01')}</ul>`, {
        as: 'openness',
      });
    const linked = menu('<a href="/zfxxgk/">政府信息公开</a>', '<a href="/zfxxgk/">法定主动公开内容</a>');
    const statutory = { state: 'found', itemCount: 2, itemDates: ['2026-03-01', '2026-02-01'] };
    expect(column([linked, page('')], 'statutory')).toMatchObject(statutory);
    const unlinked = menu('<a href="/zfxxgk/">政府信息公开</a>');
    expect(column([unlinked, page('<h2>法定主动公开内容</h2>')], 'statutory')).toMatchObject(statutory);
    expect(column([unlinked, page('')], 'statutory')).toMatchObject({ state: 'missing' });
  });
});

describe('documents', () => {
  const title = '云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知';

  it('are counted once under two addresses, with their earliest day of publication', () => {
    const read = [
      home(),
      article('/zc/1.html', title, { number: '云政发〔2025〕7号', day: '2025-03-21' }),
      article('/tz/9.html', title, { number: '云政发[2025]7号', day: '2025-03-25' }),
    ];
    const { documents } = assembleSite(read);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      publishedOn: { on: '2025-03-21' },
      publishedOnOthers: [{ on: '2025-03-25' }],
    });
  });

  it('take the day of the list only where their page has none', () => {
    const undated = article('/zc/1.html', title);
    const dated = article('/zc/2.html', '关于做好防汛工作的通知', { day: '2025-05-01' });
    const lists = list(
      'policy',
      '/zcwj/',
      item('/zc/1.html', title, '2025-03-21') + item('/zc/2.html', '关于做好防汛工作的通知', '2025-05-02'),
    );
    const { documents } = assembleSite([home(), lists, undated, dated]);
    expect(documents[0]?.publishedOn).toMatchObject({ on: '2025-03-21', source: 'list' });
    expect(documents[1]).toMatchObject({
      publishedOn: { on: '2025-05-01', source: 'tag' },
      publishedOnOthers: [{ on: '2025-05-02', source: 'list' }],
    });
  });

  it('keep that their block says that they have no number, unless another page or a list shows one', () => {
    const unnumbered = article('/zc/1.html', title, { number: '无', day: '2025-03-21' });
    const silent = article('/zc/2.html', '关于做好防汛工作的通知', { day: '2025-05-01' });
    const { documents } = assembleSite([home(), unnumbered, silent]);
    expect(documents.map(({ documentNumber, saysUnnumbered }) => [documentNumber, saysUnnumbered])).toEqual([
      [null, true],
      [null, undefined],
    ]);
    const again = article('/tz/9.html', title, { number: '云政发〔2025〕7号', day: '2025-03-25' });
    const [both] = assembleSite([home(), unnumbered, again]).documents;
    expect(both).toMatchObject({ documentNumber: '云政发〔2025〕7号' });
    expect(both).not.toHaveProperty('saysUnnumbered');
  });
});

describe('what only the list tells of a document', () => {
  const scan = (path: string) =>
    article(path, '云岭县人民政府关于同意设立村民小组的批复', { text: '<img src="/1.jpg">' });
  const table = (path: string, written: string, number = '云政复〔2026〕3号') =>
    capture(
      path,
      `<h1>栏目</h1><table><tr><td>文号</td><td>标题</td><td>成文日期</td></tr>${[1, 2]
        .map(
          (n) =>
            `<tr><td>${number}</td><td><a href="/zcwj/${n}.html">云岭县人民政府关于同意设立村民小组的批复</a></td><td>${written}</td></tr>`,
        )
        .join('')}</table>`,
      { as: 'column', columnKey: 'policy' },
    );

  it('is its number and its day of writing, where all lists agree', () => {
    const { documents } = assembleSite([home(), table('/zcwj/', '2026-03-06'), scan('/zcwj/1.html')]);
    expect(documents[0]).toMatchObject({
      documentNumber: '云政复〔2026〕3号',
      issuedOn: { on: '2026-03-06', source: 'list' },
    });
    const differing = [table('/zcwj/', '2026-03-06'), table('/zcwj/qb/', '2026-03-09')];
    expect(assembleSite([home(), ...differing, scan('/zcwj/1.html')]).documents[0]?.issuedOn).toBe(null);
  });

  it.each([
    ['01150027-1/2026-00071', '01150027-1/2026-00071'],
    ['—', null],
    ['暂无', null],
    ['云政发〔2026〕3号', null],
  ])('is its index number, where a cell under 索引号 holds one: %s', (cell, expected) => {
    const rows = [1, 2].map(
      (n) =>
        `<tr><td>${cell}</td><td><a href="/zcwj/${n}.html">云岭县人民政府关于同意设立村民小组的批复</a></td><td>2026-03-0${n}</td></tr>`,
    );
    const list = `<table><tr><th>索引号</th><th>标题</th><th>发布日期</th></tr>${rows.join('')}</table>`;
    const page = capture('/zcwj/', list, { as: 'column', columnKey: 'policy' });
    expect(assembleSite([home(), page, scan('/zcwj/1.html')]).documents[0]?.indexNumber).toBe(expected);
  });
});

describe('one article under several addresses', () => {
  const title = '云岭县民政局关于做好冬季困难群众救助工作的通知';
  const text =
    '各乡镇人民政府：入冬以来气温持续下降，现就做好困难群众救助工作通知如下。一、全面排查。二、及时救助。三、加强值守。';
  const at = (path: string, change: { title?: string; text?: string; day?: string } = {}) =>
    article(path, change.title ?? title, { text, day: '2025-11-20', ...change });

  it.each<[string, string, string]>([
    ['a page for telephones', '/zc/post_12.html', '/zc/mpost_12.html'],
    ['a host for telephones', '/zc/12.html', 'https://m.yunling.example.gov.cn/zc/12.html'],
    ['a folder for telephones', '/zc/12.html', '/m/zc/12.html'],
    ['a session', '/zc/12.jsp?id=7', '/zc/12.jsp;jsessionid=A1B2?id=7'],
    ['two columns', '/zc/12.html', '/zzz/12.html'],
    ['a neighbouring host', '/zc/12.html', 'https://mzj.yunling.example.gov.cn/c/12.html'],
  ])('%s', (_, best, other) => {
    for (const read of [
      [at(best), at(other)],
      [at(other), at(best)],
    ]) {
      const { documents } = assembleSite([home(), ...read]);
      expect(documents.map(({ url }) => url)).toEqual([host + best]);
    }
  });

  it.each<[string, ReadCapture[]]>([
    [
      'twins by chance, with other titles',
      [at('/zc/12.html'), at('/m/zc/12.html', { title: '云岭县民政局关于做好夏季防溺水工作的通知' })],
    ],
    ['the same title and another text', [at('/zc/12.html'), at('/zc/13.html', { text: `第二批。${text}${text}` })]],
  ])('but not %s', (_, read) => {
    expect(assembleSite([home(), ...read]).documents).toHaveLength(2);
  });

  it('a copy without the number is the same article, one with another number is not', () => {
    const copy = (path: string, number?: string) =>
      article(path, title, { text, day: '2025-11-20', ...(number ? { number } : {}) });
    const read = [copy('/zc/12.html', '云民发〔2025〕9号'), copy('/tz/88.html')];
    for (const captures of [read, [...read].reverse()])
      expect(assembleSite([home(), ...captures]).documents.map(({ documentNumber }) => documentNumber)).toEqual([
        '云民发〔2025〕9号',
      ]);
    expect(assembleSite([home(), read[0]!, copy('/tz/88.html', '云民发〔2025〕8号')]).documents).toHaveLength(2);
  });

  it('belongs to the column that says most of it', () => {
    const read = (['news', 'statutory', 'policy'] as const).map((key) =>
      list(key, `/${key}/`, item('/zc/12.html', title, '2025-11-20')),
    );
    const { documents } = assembleSite([home(), ...read, article('/zc/12.html', title, { text, key: 'news' })]);
    expect(documents).toMatchObject([{ columnKey: 'policy', kind: 'document' }]);
  });
});

describe('kinds of articles', () => {
  const block = {
    text: '近日，我县有关工作扎实推进，干部群众积极参与，取得了明显成效，得到各方好评，下一步将继续巩固提升。',
  };
  const kindOf = (title: string, key: ColumnKey, before = '') => {
    const page = capture(
      '/x/1.html',
      `<meta name="ArticleTitle" content="${title}"><h1>${title}</h1>${before}<div class="TRS_Editor"><p>${block.text}</p></div>`,
      { columnKey: key, depth: 2 },
    );
    return assembleSite([home(), page]).documents[0]?.kind;
  };
  const metadata =
    '<table><tr><td>索引号</td><td>1/2025-3</td><td>主题分类</td><td>综合</td></tr><tr><td>发布机构</td><td>云岭县</td><td>成文日期</td><td>2025-03-01</td></tr></table>';

  it.each<[string, ColumnKey, string, string]>([
    ['云岭县召开春季农业生产推进会', 'statutory', metadata, 'other'],
    ['县领导到青石镇调研', 'news', metadata, 'other'],
    ['关于开展“住房政策看图读懂”作品征集的公告', 'notice', '', 'document'],
    ['一图读懂关于做好老年助餐服务的通知', 'notice', '', 'interpretation'],
    ['云岭县召开政务公开工作会议', 'policy', '', 'other'],
    ['云岭县人民政府关于开展春季绿化的通知', 'news', '', 'document'],
    ['云岭县2025年事业单位招聘公告（第二号）', 'notice', '', 'document'],
    ['关于公布2025年先进集体名单的情况', 'notice', '', 'document'],
    ['关于云岭大道临时停水的通告', 'notice', '', 'document'],
    ['云岭县2025年法治政府建设年度报告', 'statutory', '', 'document'],
    ['云岭县民政局2025年工作总结', 'statutory', '', 'document'],
    ['云岭县民政局2025年工作总结和2026年工作安排', 'statutory', '', 'document'],
    ['云岭县2026年县级政府预算公开', 'statutory', '', 'document'],
    ['青石镇2026年部门预算公开说明', 'statutory', '', 'document'],
    ['关于公开征求《云岭县养犬管理办法（征求意见稿）》意见的公告', 'interaction', '', 'document'],
    ['云岭县人民政府办公室关于进一步规范政策解读工作的通知', 'interpretation', '', 'document'],
    ['青石镇开展《中华人民共和国民法典》宣传解读活动', 'news', '', 'other'],
    ['县司法局开展《云岭县养犬管理办法》宣传解读活动', 'interpretation', '', 'other'],
    ['云岭县举行《养犬管理办法》新闻发布会', 'news', '', 'other'],
    ['县发展改革局推进设备更新政策解读', 'news', '', 'interpretation'],
    ['县民政局上门解读临时救助政策', 'news', '', 'other'],
    ['县水务局到大垭镇解读供水管护政策', 'news', '', 'other'],
    ['解读“云岭速度”：一个项目的九十天', 'news', '', 'other'],
    ['灵活就业社保补贴有了新规定', 'interpretation', '', 'interpretation'],
    ['灵活就业社保补贴有了新规定', 'statutory', '', 'other'],
    ['云岭县养犬管理新规定', 'statutory', '', 'document'],
    ['青石镇干部入户宣讲解读农机补贴政策', 'news', '', 'other'],
    ['县民政局负责人解读临时救助政策', 'news', '', 'interpretation'],
    ['一图读懂老年人上门服务政策解读', 'news', '', 'interpretation'],
    ['听政策｜农机补贴怎么申请', 'notice', '', 'interpretation'],
    ['H5动画｜《云岭县数字乡村建设实施方案》', 'notice', '', 'interpretation'],
    ['县政府办公室组织修订主动公开基本目录', 'news', '', 'other'],
    ['云岭县民政局主动公开基本目录（修订版）', 'statutory', '', 'catalogue'],
    ['云岭县民政局主动公开基本目录', 'statutory', '', 'catalogue'],
  ])('%s in %s', (title, key, before, kind) => {
    expect(kindOf(title, key, before)).toBe(kind);
  });

  it.each<[string, ColumnKey, string]>([
    ['一图看懂全县篮球联赛决赛', 'news', 'other'],
    ['一图看懂老年人助餐补贴政策', 'news', 'interpretation'],
    ['一图看懂全县篮球联赛决赛', 'interpretation', 'interpretation'],
  ])('%s, naming no policy, in %s', (title, columnKey, kind) => {
    const body = '<div class="TRS_Editor"><p>比赛在县体育馆进行，共有十二支队伍参加，观众三千余人。</p></div>';
    const page = capture('/x/2.html', `<meta name="ArticleTitle" content="${title}"><h1>${title}</h1>${body}`, {
      ...{ columnKey, depth: 2 },
    });
    expect(assembleSite([home(), page]).documents[0]?.kind).toBe(kind);
  });
});

describe('interpretations', () => {
  const policyTitle = '云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知';
  const link = (href: string, title: string) =>
    `<div class="xglj" style="display:none"><h2>相关链接</h2><ul><li><a href="${href}">${title}</a></li></ul></div>`;
  const reading = (title: string, text: string, after = '') =>
    article('/zcjd/1.html', title, { text, after, day: '2025-03-22', key: 'interpretation' });
  const own = '《云岭县老年助餐服务实施办法》政策解读';
  const policy = (after = '') =>
    article('/zc/1.html', policyTitle, { number: '云政发〔2025〕7号', day: '2025-03-21', after });
  const pair = (...read: ReadCapture[]) => assembleSite([home(), ...read]).interpretations[0];

  it.each<[string, ReadCapture[], object]>([
    [
      'links both ways',
      [policy(link('/zcjd/1.html', own)), reading(own, '文件已经印发。', link('/zc/1.html', policyTitle))],
      { by: 'link', to: true, from: true },
    ],
    [
      'a link from the policy only',
      [policy(link('/zcjd/1.html', own)), reading(own, '文件已经印发。')],
      { by: 'link', to: false, from: true },
    ],
    ['no link, the quoted title', [policy(), reading(own, '文件已经印发。')], { by: 'title', to: false, from: false }],
    [
      'no link, the number with other brackets',
      [policy(), reading('老年助餐政策解读', '近日，县政府印发了云政发[2025]7号文件。')],
      { by: 'number', to: false, from: false },
    ],
    [
      'a title whose inner 《》 was eaten, the name in the text',
      [policy(), reading('《云岭县人民政府关于印发的通知》政策解读', '近日，《云岭县老年助餐服务实施办法》印发实施。')],
      { by: 'title', to: false, from: false },
    ],
  ])('%s', (_, read, wanted) => {
    const fact = pair(...read);
    expect({ by: fact?.policy?.by, to: fact?.linksToPolicy, from: fact?.linkedFromPolicy }).toEqual(wanted);
    expect(fact?.policy).toMatchObject({ url: `${host}/zc/1.html`, title: policyTitle });
  });

  const other = '云岭县人民政府关于印发《云岭县森林防火方案》的通知';
  const second = article('/zc/2.html', other, { number: '云政发〔2025〕9号', day: '2025-03-21' });

  it.each<[string, ReadCapture[], object | null]>([
    [
      'a hidden link is a link, and said to be hidden',
      [policy(), reading(own, '文件已经印发。', link('/zc/1.html', policyTitle))],
      { by: 'link', reason: '解读页链接到该文件（链接在源码中隐藏，由脚本显示）' },
    ],
    [
      'both ways',
      [
        policy(`<p>相关解读：<a href="/zcjd/1.html">${own}</a></p>`),
        reading(own, '文件已经印发。', link('/zc/1.html', policyTitle)),
      ],
      { by: 'link', reason: '解读页链接到该文件（链接在源码中隐藏，由脚本显示），文件页链接到该解读' },
    ],
    [
      'the number of a basis is not the number of the policy',
      [
        second,
        policy(),
        reading('老年助餐政策解读', '为落实云政发〔2025〕9号要求，近日县政府印发了云政发〔2025〕7号文件。'),
      ],
      { by: 'number', reason: '解读写明文号云政发〔2025〕7号', title: policyTitle },
    ],
    [
      'the number on a line that says where the answers are from',
      [second, policy(), reading('老年助餐政策解读', '每户补助不超过3000元。</p><p>（依据云政发〔2025〕7号）')],
      { by: 'number', reason: '解读写明文号云政发〔2025〕7号', title: policyTitle },
    ],
    [
      'an eaten name, and nothing in the text',
      [policy(), reading('《云岭县人民政府关于印发的通知》政策解读', '文件已经印发实施。')],
      { by: 'title', title: policyTitle },
    ],
    [
      'an eaten name that two may have borne',
      [policy(), second, reading('《云岭县人民政府关于印发的通知》政策解读', '文件已经印发实施。')],
      null,
    ],
    [
      'a shortened name',
      [policy(), second, reading('《老年助餐实施办法》政策解读', '文件已经印发。')],
      { by: 'title', title: policyTitle },
    ],
    [
      'columns and days, and the same matter',
      [policy(), second, reading('老年助餐服务政策解读', '近日我县出台了有关政策。')],
      { by: 'column', title: policyTitle, reason: '分列对应的文件与解读栏目，7天内先后发布，标题同有“老年助餐服务”' },
    ],
    [
      'columns and days, and another matter',
      [policy(), second, reading('近期惠民政策解读', '近日我县出台了有关政策。')],
      null,
    ],
    [
      'a name that is not here, whatever else the text mentions',
      [
        policy(),
        reading(
          '《云岭省养老服务条例》政策解读',
          '我县此前印发了云政发〔2025〕7号文件和《云岭县老年助餐服务实施办法》。',
        ),
      ],
      { url: null, title: '云岭省养老服务条例', by: 'title' },
    ],
    [
      'a name that is not here, with its number behind it',
      [policy(), reading('《县助餐新规》政策解读', '近日，《县助餐新规》（云政发〔2025〕7号）印发。')],
      { by: 'number', title: policyTitle },
    ],
  ])('%s', (_, read, wanted) => {
    const fact = pair(...read)?.policy;
    if (wanted === null) expect(fact).toBeNull();
    else expect(fact).toMatchObject(wanted);
  });

  it('name a policy that is not on the site, and none where the page names none', () => {
    expect(pair(reading('《云岭省防汛条例》政策解读', '文件已经印发。'))?.policy).toEqual({
      url: null,
      title: '云岭省防汛条例',
      by: 'title',
      reason: '解读引用《云岭省防汛条例》，本网站没有采集到该文件',
    });
    expect(pair(reading('近期民生政策解读', '文件已经印发。'))?.policy).toBeNull();
  });
});

describe('annual reports', () => {
  const heads = [
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '政府信息公开行政复议、行政诉讼情况',
    '存在的主要问题及改进情况',
    '其他需要报告的事项',
  ];
  const body = heads
    .map(
      (head, n) => `<p>${'一二三四五六'[n]}、${head}</p><p>${'2025年，云岭县持续做好政府信息公开工作。'.repeat(3)}</p>`,
    )
    .join('');
  const report = (path: string, title: string) =>
    article(path, title, { text: `</p>${body}<p>`, day: '2026-01-20', key: 'annual' });

  it('that only a list names have unread parts', () => {
    const lists = list('annual', '/nb/', item('/nb/2025.pdf', '云岭县2025年政府信息公开工作年度报告', '2026-01-20'));
    expect(assembleSite([home(), lists]).annualReports).toMatchObject([
      { year: 2025, parts: [], partsUnread: true, publishedOn: { on: '2026-01-20', source: 'list' } },
    ]);
  });

  it('are one a year and unit, whatever list, page and file call them', () => {
    const lists = list(
      'annual',
      '/nb/',
      item('/nb/1.html', '2025年政府信息公开工作年度报告', '2026-01-20') +
        item('/nb/1.pdf', '云岭县人民政府2025年度政府信息公开工作报告', '2026-01-20') +
        item('/nb/2.html', '云岭县教育局2025年政府信息公开年报', '2026-01-15') +
        item('/nb/0.html', '云岭县政府信息公开年度报告（2024年）', '2025-01-20'),
    );
    const read = [home(), lists, report('/nb/1.html', '云岭县2025年政府信息公开工作年度报告')];
    expect(
      assembleSite(read).annualReports.map(({ year, url, parts }) => [year, url.replace(host, ''), parts.length]),
    ).toEqual([
      [2024, '/nb/0.html', 0],
      [2025, '/nb/1.html', 6],
      [2025, '/nb/2.html', 0],
    ]);
  });

  it('are neither lists of reports nor what explains one', () => {
    const all = ['教育局', '财政局', '民政局'].map((unit) => `云岭县${unit}2025年政府信息公开工作年度报告`);
    const lists = list(
      'annual',
      '/nb/',
      item('/nb/2025/', '2025年政府信息公开工作年度报告', '') +
        item('/nb/t.html', '图解：云岭县2025年政府信息公开工作年度报告', '2026-02-01'),
    );
    const below = list(
      'annual',
      '/nb/2025/',
      all.map((title, n) => item(`/nb/2025/${n}.html`, title, '2026-01-20')).join(''),
      { as: 'list' },
    );
    const explained = article('/nb/t.html', '图解：云岭县2025年政府信息公开工作年度报告', {
      text: `</p>${body}<p>`,
      key: 'annual',
    });
    const facts = assembleSite([home(), lists, below, explained]);
    expect(facts.annualReports.map(({ title }) => title).sort()).toEqual([...all].sort());
    expect(facts.documents.map(({ kind }) => kind)).not.toContain('annualReport');
  });
});

it('is the same for any order of captures', () => {
  const read = [
    home(),
    openness,
    list('notice', '/tzgg/', item('/a/1.html', '关于停水的通知公告', '2025-03-01')),
    article('/a/1.html', '关于停水的通知公告', { day: '2025-03-01', key: 'notice' }),
    article('/zc/1.html', '云岭县人民政府关于印发《云岭县老年助餐服务实施办法》的通知', {
      number: '云政发〔2025〕7号',
    }),
    capture('/x/', null, { as: 'list', outcome: 'timeout', columnKey: 'notice', listPage: 2 }),
  ];
  const wanted = JSON.stringify(assembleSite(read));
  for (let turn = 1; turn < read.length; turn += 1)
    expect(JSON.stringify(assembleSite([...read.slice(turn), ...read.slice(0, turn)].reverse()))).toBe(wanted);
});

import { describe, expect, it } from 'vitest';
import type { PageRequest, Visit } from '#evidence';
import { type PageReading, readPage } from '#facts';
import { families } from './index.js';

const host = 'http://www.yunling.example.gov.cn';

type More = Partial<Visit> & { type?: string; request?: PageRequest };

function read(path: string, text: string, more: More = {}): PageReading {
  const { type = 'text/html', request, ...visit } = more;
  const reading = readPage(
    {
      url: host + path,
      text,
      contentType: type,
      ...(request ? { request } : {}),
      visit: {
        as: 'column',
        columnKey: 'policy',
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 1,
        ...visit,
      },
    },
    families,
  );
  // Columns by their names are found on any page; here it is what a family asks for.
  return { ...reading, follow: reading.follow.filter((step) => step.name === undefined) };
}

const name = (n: number) => `云岭县人民政府关于第${n}批项目资金安排的通知`;
const href = (n: number) => `./202503/t2025030${n}_9${n}.html`;
const day = (n: number) => `2025-03-0${n}`;
const three = (row: (n: number) => string) => [1, 2, 3].map(row).join('\n');
const rows = `<ul>${three((n) => `<li><a href="${href(n)}">${name(n)}</a><span>${day(n)}</span></li>`)}</ul>`;
const expected = [1, 2, 3].map((n) => ({
  title: name(n),
  url: `${host}/zw/202503/t2025030${n}_9${n}.html`,
  publishedOn: day(n),
}));
const menu = `<div class="left"><ul><li><a href="/zwgk/jg/">云岭县人民政府机构设置情况</a></li><li><a href="/zwgk/ld/">云岭县人民政府领导分工情况</a></li><li><a href="/zwgk/gz/">云岭县人民政府规章制度汇编</a></li></ul></div>`;

describe('lists that inline scripts write or hold', () => {
  it.each<[string, string]>([
    [
      'one script an item',
      three(
        (n) =>
          `<script>var url = "${href(n)}"; var title = "${name(n)}"; document.writeln("<a href="+url+" target=_blank>"+title+"</a>"); document.writeln("${day(n)} 17:32");</script>`,
      ),
    ],
    [
      'one script for all',
      `<script>${three((n) => `var url='${href(n)}';\nvar title='${name(n)}';\nvar pubdate='${day(n)}';\ndocument.write('<li><a href="'+url+'">'+title+'</a>'+pubdate+'</li>');`)}</script>`,
    ],
    [
      'whole markup',
      `<script>document.write("<ul>");${three((n) => `document.write("<li><a href='${href(n)}' title='${name(n)}'>${name(n).slice(0, 8)}…</a><i>${day(n)}</i></li>");`)}document.write("</ul>");</script>`,
    ],
    [
      'escaped quotes',
      `<script>${three((n) => `document.write("<li><a href=\\"${href(n)}\\">${name(n)}<\\/a><span>[${day(n)}]<\\/span><\\/li>");`)}</script>`,
    ],
    [
      'an array of records',
      `<div id="box"></div><script>var data = [${three((n) => `{title:'${name(n)}', url:'${href(n)}', /* x */ date:'${day(n)}',},`)}]; render(data);</script>`,
    ],
    [
      'JSON within a script',
      `<script>window.list = {"code":1,"rows":${JSON.stringify([1, 2, 3].map((n) => ({ DOCTITLE: name(n), DOCPUBURL: href(n), PUBDATE: `${day(n)}T02:00:00Z` })))}};</script>`,
    ],
    [
      'an array of arrays',
      `<script>var rows = [${three((n) => `["${n}","${name(n)}","${href(n)}","${day(n)}"],`)}];</script>`,
    ],
    [
      'calls of a short name',
      `<script>${three((n) => `w("${`/zw/${href(n).slice(2)}`.replaceAll('/', '\\/')}","${name(n)}","${day(n)}");`)}</script>`,
    ],
    ['calls', `<script>${three((n) => `addItem('${name(n)}','${href(n)}','${day(n)}');`)}</script>`],
    ['push', `<script>var a=[];${three((n) => `a.push("${name(n)}", "${href(n)}", "${day(n)}");`)}</script>`],
  ])('%s', (_, html) => {
    for (const around of [html, menu + html]) {
      const { list } = read(
        '/zw/index.html',
        `<html><body>${around}<div class="fy"><a href="index_1.html">下一页</a></div></body></html>`,
      );
      expect(list?.items).toMatchObject(expected);
      expect(list?.items).toHaveLength(3);
      expect(list?.next?.url).toBe(`${host}/zw/index_1.html`);
    }
  });

  it('never count beside a dated list of the page itself', () => {
    const html = `${rows}<script>var hot = [{title:'云岭县今日要闻一则',url:'/hot/1.html',date:'2025-05-05'}];</script>`;
    expect(read('/zw/index.html', html).list?.items).toMatchObject(expected);
  });

  it('are read in time, however hostile', () => {
    const begun = process.cpuUsage().user / 1000;
    for (const piece of ['[{a:', '["', '[{"a":"', 'var url="x";', 'document.write("', "f('a','b',", '//\n', '[[1,'])
      read('/zw/', `<script>[{a:${piece.repeat(60_000)}</script>`);
    expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(8000);
  });
});

describe('trs', () => {
  it.each<[string, string, string, string | null]>([
    ['single quotes and spaces', '/zw/index.html', "createPageHTML( 3 , 0 , 'index' , 'html' ) ;", '/zw/index_1.html'],
    [
      'six arguments',
      '/zw/zwgklist.shtml',
      'createPageHTML("page_div", 10, 1, "zwgklist", "shtml", 200)',
      '/zw/zwgklist_2.shtml',
    ],
    ['a name with digits', '/zw/list2.htm', "createPageHTML(5,0,'list2','htm')", '/zw/list2_1.htm'],
    ['an article of several pages is no list', '/zw/index.html', "createPageHTML(3,0,'t20250301_91','html')", null],
    ['capped: the last that was made', '/zw/index_19.html', "createPageHTML(20,19,'index','html')", null],
    [
      'written in place',
      '/zw/',
      `var countnum= 6348; var currentPage=0; var countPage=424; var nextPage=currentPage+1; document.write("<a href=\\"index_"+nextPage+".html\\">下一页</a>");`,
      '/zw/index_1.html',
    ],
    ['Chongqing', '/zw/index_1.html', "createPage(9, 1, 'index', 'html')", '/zw/index_2.html'],
  ])('%s', (_, path, call, next) => {
    const { list } = read(path, `${rows}<script>${call}</script>`, {
      as: 'list',
      listPage: path.includes('_') ? 2 : 1,
    });
    expect(list?.items).toHaveLength(3);
    expect(list?.next?.url ?? null).toBe(next === null ? null : host + next);
  });

  it('reads the file that both ways of counting have, where the first page does not tell', () => {
    const page = (pages: number, more = '') =>
      `${rows}<script>createPageHTML(${pages},0,"index","html")</script>${more}`;
    expect(read('/zw/', page(5)).follow).toEqual([
      { request: { url: `${host}/zw/index_2.html`, method: 'GET' }, as: 'list' },
    ]);
    expect(read('/zw/', page(2)).follow).toEqual([]);
    expect(read('/zw/', page(5, '<a href="index_1.html">2</a>')).follow).toEqual([]);
    expect(read('/zw/index_1.html', page(5), { as: 'list', listPage: 2 }).follow).toEqual([]);
  });
});

describe('hanweb-jpage', () => {
  const li = (n: number) =>
    `<li><a href='${href(n)}' title='${name(n)}'>${name(n).slice(0, 9)}…</a><b>2025-\n 03-\n 0${n}</b></li>`;
  it.each<[string, string]>([
    ['CDATA', three((n) => `<record><![CDATA[${li(n)}]]></record>`)],
    ['white space and attributes', three((n) => `<record id="${n}">\n<![CDATA[ ${li(n)} ]]>\n</record>`)],
    ['escaped', three((n) => `<record>${li(n).replace(/</g, '&lt;').replace(/>/g, '&gt;')}</record>`)],
    [
      'rows of a table',
      three(
        (n) =>
          `<record><![CDATA[<tr><td width=20>·</td><td><a href="${href(n)}">${name(n)}</a></td><td>[${day(n)}]</td></tr>]]></record>`,
      ),
    ],
    [
      'tables',
      three(
        (n) =>
          `<record><![CDATA[<table width='100%'><tr><td><a target=_blank href='${href(n)}'>${name(n)}</a></td><td>${day(n)}</td></tr></table>]]></record>`,
      ),
    ],
    [
      'a record without link, one with style left open',
      `<record><![CDATA[<li>暂无</li>]]></record><record><![CDATA[<li style=<br/>${li(1).slice(4)}]]></record>${[2, 3].map((n) => `<record><![CDATA[${li(n)}]]></record>`).join('')}`,
    ],
  ])('records: %s', (_, records) => {
    const xml = `<?xml version="1.0" encoding="utf-8"?><datastore><totalrecord>90</totalrecord><totalpage>4</totalpage><recordset>${records}</recordset></datastore>`;
    const path = '/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=75&perpage=25&unitid=9';
    const url = (n: number) => new URL(href(n), host + path).href;
    const whole = read(path, xml, { as: 'data', type: 'text/xml' }).list;
    expect(whole?.items).toMatchObject([1, 2, 3].map((n) => ({ title: name(n), url: url(n), publishedOn: day(n) })));
    expect(whole?.next?.url).toContain('startrecord=76&endrecord=90');
    const island = read(
      '/zw/index.html',
      `<div><script type='text/xml'>${xml.replace(/<\?.*?\?>/, '')}</script></div>`,
    ).list;
    expect(island?.items).toMatchObject(expected);
  });

  it.each<[string, string]>([
    [
      'a string of parameters',
      `$('#9').jpage({perPage:15, totalRecord:90, proxyUrl:'/module/web/jpage/dataproxy.jsp', param:'col=1&appid=1&webid=3&path=%2F&columnid=8&sourceContentType=1&unitid=9&webname=x&permissiontype=0'});`,
    ],
    [
      'fields in quotes',
      `jpage({"perPage":"15","totalRecord":"90","proxyUrl":"/module/web/jpage/dataproxy.jsp","ajaxParam":{"col":"1","webid":"3","columnid":"8","unitid":"9"}})`,
    ],
  ])('asks the proxy: %s', (_, script) => {
    const island = `<datastore><recordset>${three((n) => `<record><![CDATA[${li(n)}]]></record>`)}</recordset></datastore>`;
    const { list } = read(
      '/col/col8/index.html',
      `<script type="text/xml">${island}</script><script>${script}</script>`,
    );
    expect(list?.next?.url).toContain('startrecord=4&endrecord=48&perpage=15');
    const form = new URLSearchParams(list?.next?.body);
    expect([form.get('unitid'), form.get('columnid'), form.get('webid')]).toEqual(['9', '8', '3']);
  });

  it('takes the address of the next group where nothing else leads on, and ends with an empty answer', () => {
    const group = (more: string) =>
      `<datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=2&webid=3&columnid=ab12&unitid=cd34"></a>]]></nextgroup><recordset>${more}</recordset></datastore>`;
    const first = read(
      '/zw/index.html',
      `<script type="text/xml">${group(`<record><![CDATA[${li(1)}]]></record>`)}</script>`,
    );
    expect(first.list?.next?.url).toBe(
      `${host}/module/web/jpage/dataproxy.jsp?page=2&webid=3&columnid=ab12&unitid=cd34`,
    );
    const empty = read('/module/web/jpage/dataproxy.jsp?page=2', '<datastore><recordset></recordset></datastore>', {
      as: 'data',
      listPage: 2,
      type: 'text/xml',
    });
    expect(empty.list).toMatchObject({ items: [], next: null });
  });
});

describe('jpaas', () => {
  const template = `<ul id="box"></ul><script id="div9" type="text/x-handlebars-template">{{#each items}}<li><a href='{{pcUrl}}'>{{showName}}</a></li>{{/each}}</script>`;
  const address = `${host}/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic&webId=17532&tplSetId=ab12&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&pageId=cd34&pageType=column&rows=20&pageNo=`;
  it.each<[string, string]>([
    [
      'attributes',
      `<script url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'parseType':'bulidstatic','webId':'17532','tplSetId':'ab12','pageType':'column','tagId':'信息列表','pageId':'cd34','rows':'20'}"></script>`,
    ],
    [
      'parameters',
      `<script>var p = {webId: '17532', tplSetId: "ab12", tagId: '信息列表', pageId: 'cd34', rows: 20}; $.get('/api-gateway/jpaas-publish-server/front/page/build/unit', p, show);</script>`,
    ],
    [
      'an address',
      `<script>load("/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic&webId=17532&tplSetId=ab12&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&pageId=cd34&rows=20")</script>`,
    ],
  ])('asks for the unit: %s', (_, script) => {
    expect(read('/col/col9/index.html', template + script).follow).toEqual([
      { request: { url: `${address}1`, method: 'GET' }, as: 'data' },
    ]);
  });

  it('reads its answer and goes on to the end', () => {
    const path = `${address}1`.slice(host.length).replace('rows=20', 'rows=3');
    const answer = (html: string) => JSON.stringify({ success: true, code: '200', data: { html } });
    const at = (pageNo: number) => path.replace('pageNo=1', `pageNo=${pageNo}`);
    const first = read(path, answer(rows), { as: 'data', type: 'application/json' }).list;
    expect(first?.items).toHaveLength(3);
    expect(first?.next?.url).toContain('pageNo=2');
    expect(
      read(at(2), answer(rows.split('\n')[0]!), { as: 'data', listPage: 2, type: 'application/json' }).list?.next,
    ).toBeNull();
    expect(
      read(at(2), answer(`${rows}<div>共 2 页</div>`.replace('共', '<i data-pages="2"></i>共')), {
        as: 'data',
        listPage: 2,
        type: 'application/json',
      }).list?.next,
    ).toBeNull();
  });

  it('needs a browser where only a script elsewhere knows the data', () => {
    const shell = `<html><body>${menu}${template}<script>var params = {unitid:'9', perPage:'15'}; loadPageData(params, '9');</script><script src="/js/jpage.js"></script></body></html>`;
    expect(read('/col/col9/index.html', shell)).toMatchObject({ needsBrowser: true, follow: [] });
  });

  const articles = (many: number) =>
    Array.from({ length: many }, (_, n) => ({
      showTitle: `云岭县第${n}期政策解读`,
      pubDate: '2025-02-03 10:00',
      urls: JSON.stringify({ pc: `/col/content_${n}.html` }),
    }));
  const first = (many: number, more = '') =>
    `${template}<script>renderChannelTemplate('x', {"articles":${JSON.stringify(articles(many))}, perPage: 15});${more}</script><script src="/js/unit.js"></script>`;

  it('asks for later pages by the parameters of the page where a script elsewhere has the address', () => {
    const given = `var query = {webId: '17532', tplSetId: "ab12", tagId: '信息列表', pageId: 'cd34', rows: 20};`;
    expect(read('/col/col9/index.html', first(15, given)).list?.next?.url).toBe(`${address}2`);
  });

  it.each([
    ['as many rows as a page has', 15, '', true],
    ['fewer', 14, '', undefined],
    ['rows that are counted', 15, 'channelsTagSelf = {"articleCount":15}', undefined],
  ])('with %s and nothing that tells of the next page', (_, many, more, restUnknown) => {
    const { list } = read('/col/col9/index.html', first(many, more));
    expect(list?.items).toHaveLength(many);
    expect([list?.next, list?.restUnknown]).toEqual([null, restUnknown]);
  });
});

describe('ucap', () => {
  const id = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
  const address = (page: number, size = 15) =>
    `${host}/common/search/${id}?page=${page}&_pageSize=${size}&_isAgg=true&_isJson=true&_template=index`;
  it.each<[string, string]>([
    [
      'a literal',
      `$.getJSON("/common/search/${id}?_pageSize=15&_isAgg=true&_isJson=true&_template=index&page=1", show)`,
    ],
    [
      'a variable',
      `var channelId = '${id}'; $.ajax({url: '/common/search/' + channelId, data: {page: 1, _pageSize: 15}})`,
    ],
    [
      'a hidden field',
      `load("/common/search/" + channelid)</script><input type="hidden" id="channelid" value="${id}"><script>`,
    ],
    ['a template string', `const cid = "${id}"; fetch(\`/common/search/\${cid}?page=\${page}\`)`],
  ])('asks for the column: %s', (_, script) => {
    const { follow, family } = read('/zw/index.shtml', `${menu}<div id="list"></div><script>${script}</script>`);
    expect(family).toBe('ucap');
    expect(follow).toHaveLength(1);
    const url = new URL(follow[0]!.request.url);
    expect(url.pathname).toBe(`/common/search/${id}`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ page: '1', _isJson: 'true', _template: 'index' });
  });

  it('reads the answer, pages on, and leads on from a first page that stands in the source', () => {
    const result = (n: number) => ({
      title: name(n),
      url: `/zw/202503/t2025030${n}_9${n}.html`,
      publishedTimeStr: `${day(n)} 10:00:00`,
      domainMetaList: [],
    });
    const json = JSON.stringify({ data: { total: 20, page: 1, rows: 15, results: [1, 2, 3].map(result) } });
    const { list } = read(address(1).slice(host.length), json, { as: 'data', type: 'application/json' });
    expect(list?.items).toMatchObject(expected);
    expect(list?.next?.url).toBe(address(2));
    expect(
      read(address(2).slice(host.length), json, { as: 'data', listPage: 2, type: 'application/json' }).list?.next,
    ).toBeNull();
    expect(read('/zw/index.shtml', `${rows}<script>more("/common/search/${id}")</script>`).list?.next?.url).toBe(
      address(2),
    );
  });
});

describe('openness-content', () => {
  const address =
    '/site/label/8888?IsAjax=1&dataType=html&siteId=53&pageSize=3&pageIndex=1&labelName=publicInfoList&catId=5';
  it.each<[string, string]>([
    ['a call', `<script>loadLabel('${address}')</script>`],
    ['an attribute', `<div class="pane" data-url="${address.replace(/&/g, '&amp;')}"></div>`],
    [
      'parameters',
      `<script>$.get("/site/label/8888", {IsAjax: 1, dataType: 'html', siteId: 53, pageSize: 3, pageIndex: 1, labelName: 'publicInfoList', catId: 5}, function(html){$('#pane').html(html)})</script>`,
    ],
    [
      'settings',
      `<script>$.ajax({type:'GET', url:"/site/label/8888", data:{IsAjax:1,dataType:"html",siteId:"53",pageSize:"3",pageIndex:1,labelName:"publicInfoList",catId:"5"}})</script>`,
    ],
  ])('asks the label: %s', (_, html) => {
    const { follow } = read('/openness/column/5', `<div class="xxgk_navli"></div>${menu}${html}`);
    expect(follow.map(({ request, as }) => [request.url, as])).toEqual([[host + address, 'data']]);
  });
  it('puts the address of a label together from attributes, or from variables', () => {
    const asked = (html: string) =>
      read('/openness/column/5', `<div class="xxgk_navli"></div>${html}`).follow[0]?.request;
    const attributes = `<div class="pane" data-url="/site/label/8888" data-labelname="publicInfoList" data-siteid="53" data-catid="5" data-pagesize="3"></div>`;
    expect(asked(attributes)?.url).toBe(
      `${host}/site/label/8888?IsAjax=1&dataType=html&labelName=publicInfoList&siteId=53&catId=5&pageSize=3&pageIndex=1`,
    );
    const call = `<script>var siteId = '53', catId = '5'; function show(pageIndex) { Site.load("#pane", "/site/label/8888?_=" + Math.random() + "&labelName=publicInfoList&siteId=" + siteId + "&catId=" + catId + "&pageIndex=" + pageIndex, turn); } show(1);</script>`;
    expect(asked(call)?.url).toBe(`${host}/site/label/8888?_=1&labelName=publicInfoList&siteId=53&catId=5&pageIndex=1`);
    expect(
      read('/site/label/8888?labelName=publicInfoList', '<a href="/a.html">更多</a>', { as: 'data' }).list,
    ).toBeNull();
  });
  it('asks by pageIndex for what the settings of a pager promise', () => {
    const pager = '<script>Ls.pagination("#p", show, {currPage: 1, pageSize: 15, pageCount: 9})</script>';
    const { list } = read('/public/column/65?type=4&catId=1', `<div class="xxgk_navli"></div>${rows}${pager}`);
    expect(list?.next?.url).toBe(`${host}/public/column/65?type=4&catId=1&pageIndex=2`);
  });
  it('goes on while pages are full', () => {
    expect(read(address, rows, { as: 'data' }).list?.next?.url).toContain('pageIndex=2');
    expect(read(address, rows.split('\n')[0]!, { as: 'data' }).list?.next).toBeNull();
    expect(
      read(address.replace('Index=1', 'Index=3'), '<ul class="doc_list"></ul>', { as: 'data', listPage: 3 }).list,
    ).toMatchObject({ items: [], next: null });
  });
});

describe('gkmlpt', () => {
  const config = `window._CONFIG = {SID: "153", TREE: [{"id":508,"name":"政策文件","children":[{"id":86,"name":"规范性文件","children":[]},{"id":87,"name":"其他文件"}]},{"id":90,"name":"计划总结","children":[]}]}`;
  it('asks for every category of the tree where none is named', () => {
    const { follow } = read('/gkmlpt/index', `<script>${config}</script>`);
    expect(follow.map(({ request }) => request.url)).toEqual(
      [90, 86, 87].map((id) => `${host}/gkmlpt/api/all/${id}?page=1&sid=153`),
    );
  });
  it('asks for the category that the address names', () => {
    const request: PageRequest = { url: `${host}/gkmlpt/index#86`, method: 'GET' };
    expect(
      read('/gkmlpt/index', `<script>${config}</script>`, { request }).follow.map((step) => step.request.url),
    ).toEqual([`${host}/gkmlpt/api/all/86?page=1&sid=153`]);
  });
  it('reads answers to the end', () => {
    const json = (total: number) =>
      JSON.stringify({
        classify: { id: 86, name: '规范性文件', post_count: total },
        articles: [1, 2, 3].map((n) => ({
          id: n,
          title: name(n),
          url: `${host}/gkmlpt/content/0/1/post_${n}.html#86`,
          document_number: `云府〔2025〕${n}号`,
          date: 1740000000,
          display_publish_time: 1740787200 + 86400 * (n - 1),
        })),
      });
    const at = (page: number, total: number) =>
      read(`/gkmlpt/api/all/86?page=${page}&sid=153`, json(total), {
        as: 'data',
        listPage: page,
        type: 'application/json',
      }).list;
    expect(at(1, 8)?.items).toMatchObject(
      [1, 2, 3].map((n) => ({
        title: name(n),
        url: `${host}/gkmlpt/content/0/1/post_${n}.html`,
        publishedOn: day(n),
        documentNumber: `云府〔2025〕${n}号`,
      })),
    );
    expect(at(1, 8)?.next?.url).toContain('page=2');
    expect(at(3, 8)?.next).toBeNull();
  });
});

describe('frames and panes', () => {
  it.each<[string, string, string[]]>([
    [
      'a list in a frame beside a tree',
      '<iframe name="right" src="xxgk_right.jsp?sitecode=yl&lm=5"></iframe>',
      ['/zw/xxgk_right.jsp?sitecode=yl&lm=5'],
    ],
    [
      'set later',
      '<iframe id="pane"></iframe><script>document.getElementById("pane").src = "list.jsp?lm=5";</script>',
      ['/zw/list.jsp?lm=5'],
    ],
    [
      'by jQuery',
      `<iframe id='pane' src='about:blank'></iframe><script>$('#pane').attr('src','list.jsp?lm=5')</script>`,
      ['/zw/list.jsp?lm=5'],
    ],
    [
      'by the links of the tree',
      '<iframe name="main"></iframe><a href="l.jsp?lm=1" target="main">法规公文</a><a href="l.jsp?lm=2" target="main">规划计划</a>',
      ['/zw/l.jsp?lm=1', '/zw/l.jsp?lm=2'],
    ],
    ['a frameset', '<frameset><frame src="top.html"><frame src="list.html"></frameset>', ['/zw/list.html']],
    [
      'other sites, videos, heads of the page',
      '<iframe src="http://other.example.com/l.html"></iframe><iframe src="/video/1.html"></iframe><iframe src="/inc/header.html"></iframe>',
      [],
    ],
  ])('%s', (_, frame, urls) => {
    const html = frame.startsWith('<frameset') ? `<html>${frame}</html>` : `<html><body>${menu}${frame}</body></html>`;
    expect(read('/zw/index.html', html).follow).toEqual(
      urls.map((url) => ({ request: { url: host + url, method: 'GET' }, as: 'list' })),
    );
  });
  it('are left alone beside a list with dates', () => {
    expect(read('/zw/index.html', `${rows}<iframe src="list.jsp"></iframe>`).follow).toEqual([]);
  });
});

describe('endpoints in scripts', () => {
  const json = (body: string) => ({ method: 'POST', body, contentType: 'application/json' });
  const form = (body: string) => ({ method: 'POST', body, contentType: 'application/x-www-form-urlencoded' });
  it.each<[string, string, string, object]>([
    [
      'TRS irs: JSON that keeps its numbers',
      `$.ajax({url:"/irs/front/list",type:"post",contentType:"application/json;charset=utf-8",data:JSON.stringify({code:"18",tenantId:7,pageNo:1,pageSize:10,searchFields:[]}),success:function(r){}})`,
      '/irs/front/list',
      json('{"code":"18","tenantId":7,"pageNo":1,"pageSize":10,"searchFields":[]}'),
    ],
    [
      'TRS igs under list.html',
      `$.get("/igs/front/search/list.html",{index:"x",type:"y",pageNumber:1,pageSize:10},cb)`,
      '/igs/front/search/list.html?index=x&type=y&pageNumber=1&pageSize=10',
      { method: 'GET' },
    ],
    [
      'fetch with a variable as body',
      `const params={channelId:"12",pageNo:1};fetch("/api/content/list",{method:"POST",body:JSON.stringify(params)}).then(show)`,
      '/api/content/list',
      json('{"channelId":"12","pageNo":1}'),
    ],
    [
      'axios sends JSON',
      `axios.post('/api/content/list',{channelId:12,page:1}).then(show)`,
      '/api/content/list',
      json('{"channelId":12,"page":1}'),
    ],
    [
      'axios with a form',
      `axios.post('/api/content/list',qs.stringify({channelId:12,page:1})).then(show)`,
      '/api/content/list',
      form('channelId=12&page=1'),
    ],
    [
      '$.post with a form',
      `$.post("/interfaces/loadData?pageSize=15",{pageIndex:1,channel_id:"77"},show)`,
      '/interfaces/loadData?pageSize=15',
      form('pageIndex=1&channel_id=77'),
    ],
    [
      'XMLHttpRequest',
      `var x=new XMLHttpRequest();x.open("GET","/data/list.json?page=1",true);x.send();`,
      '/data/list.json?page=1',
      { method: 'GET' },
    ],
    [
      'XMLHttpRequest that sends a form',
      `function turn(n){var x=new XMLHttpRequest();x.open('POST','/module/search.jsp?all=1&currpage='+n+'&sort=,day:0',true);
x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');
x.onreadystatechange=function(){if(x.readyState==4)document.getElementById('d').innerHTML=x.responseText;};
x.send('infotypeId=B12&area=0024');}turn(1);`,
      '/module/search.jsp?all=1&currpage=1&sort=,day:0',
      form('infotypeId=B12&area=0024'),
    ],
    [
      'a loader of the site',
      `getJson("/api/front/zwgk/list?channelId=77&pageNo=1", function (answer) { show(answer); })`,
      '/api/front/zwgk/list?channelId=77&pageNo=1',
      { method: 'GET' },
    ],
    [
      'a loader that is told where to',
      `function turn(n) { Site.fill("#box", "/interfaces/list.do?channel=77&page=" + n) }`,
      '/interfaces/list.do?channel=77&page=1',
      { method: 'GET' },
    ],
    ['a file of data', `$.getJSON("./list_data.json",show)`, '/zw/list_data.json', { method: 'GET' }],
  ])('%s', (_, script, url, request) => {
    const { follow } = read(
      '/zw/index.html',
      `<html><body>${menu}<div id="box"></div><script>${script}</script></body></html>`,
    );
    expect(follow).toEqual([{ request: { url: host + url, ...request }, as: 'data' }]);
  });
});

describe('lists whose later pages a script fetches', () => {
  it('asks for page 2 by the endpoint when the pager is dead', () => {
    const html = `${rows}<div class="page"><a href="javascript:;">1</a><a href="javascript:;" class="next">下一页</a></div><script>function load(p){ $.post("/interfaces/loadData?pageSize=3", {pageIndex: p, channel_id: "77"}, show, "json"); }</script>`;
    const { list } = read('/zw/index.html', html);
    expect(list?.items).toMatchObject(expected);
    expect(list?.next).toEqual({
      url: `${host}/interfaces/loadData?pageSize=3`,
      method: 'POST',
      body: 'pageIndex=2&channel_id=77',
      contentType: 'application/x-www-form-urlencoded',
    });
  });
  it('asks for nothing when there is no pager', () => {
    expect(
      read('/zw/index.html', `${rows}<script>$.post("/api/hotlist", {page: 1}, show)</script>`).list?.next,
    ).toBeNull();
  });
});

describe('requests of which something is not known', () => {
  const script = (params: string) =>
    `<div id="app"><div v-for="item in list"><a :href="item.url">{{item.title}}</a></div></div><script>
     var site = 17; axios.get('/prod-api/info/list', { params: { siteId: site, ${params} pageNum: page, pageSize: 10 } });</script>`;
  const asked = (params: string) =>
    read('/zw/list.html?cid=9', `<html><body>${menu}${script(params)}</body></html>`).follow.map(
      ({ request }) => request.url,
    );
  it.each(['channelId: vm.cid,', "'columnId': getQuery('cid'),", 'nodeCode: this.node.code,'])(
    'are not asked: %s',
    (params) => {
      expect(asked(params)).toEqual([]);
      expect(read('/zw/list.html', `<html><body>${menu}${script(params)}</body></html>`).needsBrowser).toBe(true);
    },
  );
  it.each(['', 'keyword: vm.words,', 'channelId: 9,'])('are asked: %s', (params) => {
    expect(asked(params)).toHaveLength(1);
    expect(read('/zw/list.html', `<html><body>${menu}${script(params)}</body></html>`)).toMatchObject({ shell: true });
  });
});

describe('single-page apps and templates that are not filled in', () => {
  it.each([
    '<div v-for="item in list"><a :href="item.url">{{item.title}}</a></div>',
    '<li ng-repeat="item in list"><a ng-href="{{item.url}}">{{item.title}}</a></li>',
    '<li ms-repeat="list"><a ms-attr-href="el.url">{{el.title}}</a></li>',
    '<script type="text/template" id="tpl"><% for(var i in list){ %><a href="<%=list[i].url%>"></a><% } %></script><ul id="list"></ul>',
  ])('%s', (template) => {
    const html = `<html><body>${menu}${template}<script src="/static/list.js"></script></body></html>`;
    expect(read('/zw/index.html', html).needsBrowser).toBe(true);
    expect(read('/zw/index.html', html + rows).needsBrowser).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { PageRequest, Visit } from '#evidence';
import { type PageReading, readPage } from '#facts';
import { families } from './index.js';

const host = 'http://www.yunling.example.gov.cn';

function read(
  path: string,
  text: string,
  more: Partial<Visit> & { type?: string; request?: PageRequest } = {},
): PageReading {
  const { type, request, ...visit } = more;
  return readPage(
    {
      url: `${host}${path}`,
      text,
      contentType: type ?? 'text/html',
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
}

const row = (n: number, day: string) =>
  `<li><a href="./202503/t2025030${n}_9${n}.html" title="关于第${n}批项目资金安排的通知">关于第${n}批项目资金…</a><span>${day}</span></li>`;
const rows = `<ul class="list">${row(1, '[2025-03-01]')}${row(2, '(2025-03-02)')}${row(3, '2025/03/03')}</ul>`;

describe('trs', () => {
  it.each<[string, string, string, string | null]>([
    ['from 0, first page', '/zfwj/index.html', 'createPageHTML(3, 0, "index", "html");', '/zfwj/index_1.html'],
    ['from 0, later page', '/zfwj/index_1.html', 'createPageHTML(3, 1, "index", "html");', '/zfwj/index_2.html'],
    ['from 0, last page', '/zfwj/index_2.html', 'createPageHTML(3, 2, "index", "html");', null],
    ['a folder address', '/zfwj/', "createPageHTML(2,0,'index','shtml')", '/zfwj/index_1.shtml'],
    ['new form', '/zfwj/list.shtml', "createPageHTML('page_div',10, 1,'list','shtml',200);", '/zfwj/list_2.shtml'],
    ['new form, last page', '/zfwj/list_10.shtml', "createPageHTML('page_div',10, 10,'list','shtml',200);", null],
    ['files from 1', '/zfwj/index_2.html', 'createPageHTML(20, 1, "index", "html");', '/zfwj/index_3.html'],
    ['one page only', '/zfwj/index.html', 'createPageHTML(1, 0, "index", "html");', null],
    ['the other name', '/zfwj/index.html', 'createPage(4, 0, "index", "html");', '/zfwj/index_1.html'],
  ])('next page: %s', (_, path, call, next) => {
    const script = `<script>function createPageHTML(count,current,name,ext){if(count<2)return;}</script><script>${call}</script>`;
    const reading = read(path, rows + script);
    expect(reading.family).toBe('trs');
    expect(reading.list?.next?.url ?? null).toBe(next === null ? null : host + next);
    expect(reading.list?.items.map((item) => item.publishedOn)).toEqual(['2025-03-01', '2025-03-02', '2025-03-03']);
    expect(reading.list?.items[0]?.title).toBe('关于第1批项目资金安排的通知');
  });

  it('reads a list that stands in a comment, and only when nothing stands outside', () => {
    const commented = `<ul><!-- ${row(4, '2025-03-04')}${row(5, '2025-03-05')} --></ul>`;
    expect(read('/a/list.html', commented).list?.items).toHaveLength(2);
    expect(read('/a/list.html', rows + commented).list?.items).toHaveLength(3);
  });

  it('reads items that inline scripts write', () => {
    const script = `<script>var url = "./202602/t20260214_2730572.html";
      var title = "云岭县人民政府关于公布规范性文件清理结果的通知"; var FILENUM = "云政规〔2026〕4号";
      document.writeln("<a href="+url+">"+title+"</a>"); document.writeln("2026-02-14 17:32");</script>`;
    expect(
      read('/zfwj/index.html', `<div>${script}</div><script>createPageHTML(1,0,"index","html")</script>`).list?.items,
    ).toEqual([
      {
        title: '云岭县人民政府关于公布规范性文件清理结果的通知',
        url: `${host}/zfwj/202602/t20260214_2730572.html`,
        publishedOn: '2026-02-14',
        documentNumber: '云政规〔2026〕4号',
      },
    ]);
  });
});

describe('hanweb-jpage', () => {
  const record = (n: number) =>
    `<record><![CDATA[<li><a href="/art/2025/10/${n}/art_80179_${n}.html" title="云岭县关于第${n}号事项的公告">云岭县关于…</a><b>2025-\n 10-\n ${n}</b></li>]]></record>`;
  const island = `<div id="405463"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1"></a>]]></nextgroup><recordset>${record(28)}${record(29)}</recordset></datastore></script></div>`;
  const script = `<script>jpage({perPage:25,totalRecord:80,proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:{col:'1',appid:'1',webid:'3084',path:'/',columnid:'80179',sourceContentType:'1',unitid:'405463',webname:'云岭县',permissiontype:'0'}});</script>`;

  it('reads the island, dates broken by white space too, and asks the proxy for more', () => {
    const { family, list } = read('/col/col80179/index.html', island + script);
    expect(family).toBe('hanweb-jpage');
    expect(list?.items.map((item) => item.publishedOn)).toEqual(['2025-10-28', '2025-10-29']);
    expect(list?.totalItems).toBe(80);
    expect(list?.next).toMatchObject({ method: 'POST', contentType: 'application/x-www-form-urlencoded' });
    expect(list?.next?.url).toContain('/module/web/jpage/dataproxy.jsp?startrecord=3&endrecord=77&perpage=25');
    expect(new URLSearchParams(list?.next?.body).get('unitid')).toBe('405463');
  });

  it('reads the answer of the proxy and goes on to the end', () => {
    const answer = `<datastore><totalrecord>80</totalrecord><totalpage>4</totalpage><recordset>${record(21)}</recordset></datastore>`;
    const path = '/module/web/jpage/dataproxy.jsp?startrecord=3&endrecord=77&perpage=25&columnid=80179&unitid=405463';
    const { list } = read(path, answer, { as: 'data', type: 'text/xml' });
    expect(list?.items[0]).toMatchObject({
      url: `${host}/art/2025/10/21/art_80179_21.html`,
      publishedOn: '2025-10-21',
    });
    expect(list?.next?.url).toContain('startrecord=78&endrecord=80');
    expect(
      read(path.replace('endrecord=77', 'endrecord=80'), answer, { as: 'data', type: 'text/xml' }).list?.next,
    ).toBeNull();
  });
});

describe('gb-table', () => {
  const line = (n: number) =>
    `<TR><TD>${n}</TD><TD><A HREF="show.asp?id=${n}">关于做好第${n}季度统计工作的通知</A></TD><TD>云统发〔2024〕${n}号</TD><TD>2024-0${n}-02</TD><TD>2024-0${n}-11</TD></TR>`;
  const table = `<TABLE><TR><TD>序号</TD><TD>标题</TD><TD>文号</TD><TD>成文日期</TD><TD>发布日期</TD></TR>${line(1)}${line(2)}${line(3)}</TABLE>`;

  it('reads rows by the header of the table', () => {
    const { list } = read('/list.asp?classid=7', `${table}<A HREF="list.asp?classid=7&page=2">下一页</A>`);
    expect(list?.items[1]).toEqual({
      title: '关于做好第2季度统计工作的通知',
      url: `${host}/show.asp?id=2`,
      publishedOn: '2024-02-11',
      documentNumber: '云统发〔2024〕2号',
      issuedOn: '2024-02-02',
    });
    expect(list?.next?.url).toBe(`${host}/list.asp?classid=7&page=2`);
  });

  it('goes on where the pager is a script call over the number of the page', () => {
    const { list } = read('/list.asp?classid=7&page=2', `${table}<A HREF="javascript:goPage(3)">下一页</A>`);
    expect(list?.next?.url).toBe(`${host}/list.asp?classid=7&page=3`);
  });
});

describe('json-list', () => {
  const answer = (page: number, more: object) =>
    JSON.stringify({
      data: {
        list: [{ title: '云岭县<em>公告</em>一', url: `/content/${page}.html`, publishTime: '2025-05-06 09:00:00' }],
        ...more,
      },
    });

  it.each<[string, string, string]>([
    [
      '$.ajax',
      `$.ajax({url:"/api/article/page",type:"GET",data:{catalogId:"77",page:page,size:10},success:function(r){}})`,
      '/api/article/page?catalogId=77&page=1&size=10',
    ],
    [
      'fetch with variables',
      "var cid = '77'; var page = 1; fetch('/api/list?cid=' + cid + '&page=' + page).then(show)",
      '/api/list?cid=77&page=1',
    ],
    [
      'template literal',
      'const channel = "zcwj"; fetch(`/api/list?channel=${channel}&pageNo=${pageNo}`)',
      '/api/list?channel=zcwj&pageNo=1',
    ],
    [
      'settings for a loader',
      "var params = {apiUrl: '/api/front/list', channelCode: 'zcwj', pageNo: 1, pageSize: 10}; load(params, 'box');",
      '/api/front/list?channelCode=zcwj&pageNo=1&pageSize=10',
    ],
  ])('finds the endpoint: %s', (_, script, address) => {
    const { follow, list } = read('/channel/zcwj/', `<div><ul id="list"></ul></div><script>${script}</script>`);
    expect(follow).toEqual([{ request: { url: `${host}${address}`, method: 'GET' }, as: 'data' }]);
    expect(list).toBeNull();
  });

  it('leaves counters, other hosts and pages with a list of their own alone', () => {
    expect(read('/a/', '<p>x</p><script>$.get("/visit/count?page=1")</script>').follow).toEqual([]);
    expect(read('/a/', '<p>x</p><script>fetch("http://tracker.example.com/api/list?page=1")</script>').follow).toEqual(
      [],
    );
    expect(read('/a/', `${rows}<script>fetch("/api/list?page=1")</script>`).follow).toEqual([]);
  });

  it('reads an answer and its next page by pages, total or size', () => {
    const first = read('/api/list?cid=7&page=1&size=1', answer(1, { pages: 2, total: 2 }), {
      as: 'data',
      type: 'application/json',
    });
    expect(first.list).toEqual({
      column: null,
      items: [
        { title: '云岭县公告一', url: `${host}/content/1.html`, publishedOn: '2025-05-06', documentNumber: null },
      ],
      next: { url: `${host}/api/list?cid=7&page=2&size=1`, method: 'GET' },
      totalItems: 2,
    });
    const last = read('/api/list?cid=7&page=2&size=1', answer(2, { total: 2 }), {
      as: 'data',
      type: 'application/json',
    });
    expect(last.list?.next).toBeNull();
    const empty = read('/api/list?page=9', '{"success":true,"total":8,"rows":[]}', {
      as: 'data',
      type: 'application/json',
    });
    expect(empty.list).toMatchObject({ items: [], next: null });
    const refusal = read('/api/list?page=1', '{"success":false,"msg":"系统错误","code":1000}', {
      as: 'data',
      type: 'application/json',
    });
    expect(refusal.list).toBeNull();
  });

  it('pages a posted form by the request it answers', () => {
    const request: PageRequest = {
      url: `${host}/loadData`,
      method: 'POST',
      body: 'pageIndex=2&channel=9',
      contentType: 'application/x-www-form-urlencoded',
    };
    const { list } = read('/loadData', answer(2, { totalPages: 3 }), { as: 'data', type: 'application/json', request });
    expect(list?.next?.body).toBe('pageIndex=3&channel=9');
  });
});

describe('openness-content', () => {
  const address =
    '/site/label/8888?IsAjax=1&dataType=html&siteId=53&pageSize=2&pageIndex=1&labelName=publicInfoList&catId=5';
  it('asks the label for the list, reads its rows and pages on', () => {
    const pane = read(
      '/openness/column/5',
      `<div class="xxgk_navli"></div><div id="pane"></div><script>loadLabel('${address}');</script>`,
    );
    expect(pane.family).toBe('openness-content');
    expect(pane.follow).toEqual([{ request: { url: host + address, method: 'GET' }, as: 'data' }]);
    const part = `<ul class="doc_list"><li><a href="/OpennessContent/show/1.html" title="云岭县旱情应急预案">云岭县旱情…</a><span class="date">2025-01-08</span></li><li><a href="/OpennessContent/show/2.html">云岭县防汛抗旱应急预案</a><span class="date">2025-01-07</span></li></ul><div data-total="3" data-pages="2"></div>`;
    const answer = read(address, part, { as: 'data' });
    expect(answer.list?.items.map((item) => item.title)).toEqual(['云岭县旱情应急预案', '云岭县防汛抗旱应急预案']);
    expect(answer.list?.next?.url).toContain('pageIndex=2');
    expect(read(address.replace('pageIndex=1', 'pageIndex=2'), part, { as: 'data' }).list?.next).toBeNull();
  });
});

describe('boda', () => {
  const page = (links: string) =>
    `<div id="vsb_content_list">${rows}</div><script>_showDynClicks("wbnews",1,2)</script>${links}`;
  it('follows numbers that run down', () => {
    expect(read('/tzgg/xstz.htm', page('<a href="xstz/23.htm">2</a><a href="xstz/22.htm">3</a>')).list?.next?.url).toBe(
      `${host}/tzgg/xstz/23.htm`,
    );
    expect(read('/tzgg/xstz/23.htm', page(''), { as: 'list', listPage: 2 }).list?.next?.url).toBe(
      `${host}/tzgg/xstz/22.htm`,
    );
    expect(read('/tzgg/xstz/1.htm', page(''), { as: 'list', listPage: 24 }).list?.next).toBeNull();
  });
});

describe('jpaas', () => {
  it('reads the articles that stand as JSON within a script, never the unfilled template', () => {
    const articles = [1, 2].map((n) => ({
      showTitle: `云岭县第${n}期政策解读`,
      pubDate: '2025-02-03 10:00',
      urls: JSON.stringify({ pc: `/col/content_${n}.html` }),
    }));
    const text = `<script type="text/x-handlebars-template">{{#each items}}<td><a href='{{pcUrl}}'>{{showName}}</a></td>{{/each}}</script><script>renderChannelTemplate('x', {"articles":${JSON.stringify(articles)}});</script>`;
    const { family, list } = read('/col/col42150/index.html', text);
    expect(family).toBe('jpaas');
    expect(list?.items.map((item) => item.url)).toEqual([`${host}/col/content_1.html`, `${host}/col/content_2.html`]);
  });
});

describe('gkmlpt', () => {
  it('asks for the list of the category and reads the text of an article out of the script', () => {
    const index = read(
      '/gkmlpt/index',
      '<script>window._CONFIG = {SID: 153, CATE: 508, TREE: []}</script><div id="gkmlpt"></div>',
    );
    expect(index.follow).toEqual([
      { request: { url: `${host}/gkmlpt/api/all/508?page=1&sid=153`, method: 'GET' }, as: 'data' },
    ]);
    const config = {
      DETAIL: {
        title: '云岭县安全生产工作方案',
        document_number: '云安〔2024〕3号',
        identifier: '0071/2024-1',
        publisher: '县应急局',
        content: '<p>各单位：</p><p>现将方案印发。</p>',
      },
    };
    const page = read(
      '/gkmlpt/content/0/508/post_508890.html',
      `<script>window._CONFIG = ${JSON.stringify(config)};</script><div class="gkmlpt"></div>`,
      { as: 'detail' },
    );
    expect(page.detail).toMatchObject({
      title: '云岭县安全生产工作方案',
      documentNumber: '云安〔2024〕3号',
      indexNumber: '0071/2024-1',
      text: '各单位：\n现将方案印发。',
    });
  });
});

describe('spa', () => {
  it('is sent to the browser when its source is an empty shell, and read once it is rendered', () => {
    const shell =
      '<!DOCTYPE html><html><head><title>云岭县</title></head><body><div id="app"></div><script src="/assets/app.js"></script></body></html>';
    expect(read('/column/zcwj', shell)).toMatchObject({ needsBrowser: true, softNotFound: false, challenged: false });
    const rendered = shell.replace('<div id="app"></div>', `<div id="app"><h1>政策文件</h1>${rows}</div>`);
    expect(read('/column/zcwj', rendered)).toMatchObject({ needsBrowser: false, kind: 'list' });
  });
});

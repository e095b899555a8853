import { COLUMNS, mobile, rows, SITE, type Row } from './columns.js';
import { escape, page } from './shell.js';

const SIDE: [string, string][] = [
  ['政府信息公开指南', '/mxx/pc/gkzn/index.html'],
  ['政府信息公开制度', '/mxx/pc/gkzd/index.html'],
  ['法定主动公开内容', '/mxx/pc/fdzdgk/index.html'],
  ['政府信息公开年报', '/mxx/pc/zfxxgknb/index.html'],
  ['依申请公开', '/mxx/pc/ysqgk/index.html'],
  ['规范性文件', '/mxx/pc/gfxwj/index.html'],
  ['通知公告', '/mxx/pc/tzgg/index.html'],
  ['财政信息', '/mxx/pc/czxx/index.html'],
  ['规划计划', '/mxx/pc/jhzj/index.html'],
  ['县政府领导', '/mxx/pc/ldzc/index.html'],
];

const ROW = `{{each rows r}}{{if r.link.pc}}<li><a href="{{r.link.pc}}" title="{{r.name}}" target="_blank">{{r.shortName}}</a><span class="d">{{r.showTime | day}}</span></li>{{/if}}{{/each}}`;

const template = (id: string, body: string): string => `<script type="text/html" id="${id}">${body}</script>`;

const framed = (main: string): string =>
  `<div class="two"><div class="side">${SIDE.map(([n, u]) => `<a href="${u}">${n}</a>`).join('')}</div><div class="main">${main}</div></div>`;

function unit(key: string, keys: string[], size: number, pager = true): string {
  const { unit: id } = COLUMNS[key] as { unit: string };
  const channels = keys.map((k) => `'${COLUMNS[k]?.channel ?? ''}'`).join(',');
  const bar = pager ? `<div class="pager" id="pager-${id}"></div>` : '';
  return `<ul class="list" id="unit-${id}"><!-- <li><a href="/mxx/pc/${key}/d1000001.html" title="标题标题标题">标题标题标题</a><span class="d">2020-01-01</span></li> --></ul>${bar}
${template(`tpl-${id}`, ROW)}
<script>MX.unit('unit-${id}',{channels:[${channels}],unit:'${id}',size:${size},tpl:'tpl-${id}'${pager ? `,pager:'pager-${id}'` : ''}});</script>`;
}

function paged(col: string): string {
  const list = rows(col);
  const groups: Row[][] = [];
  for (let i = 0; i < list.length; i += 4) groups.push(list.slice(i, i + 4));
  const item = (r: Row): string =>
    `<li><a href="${r.url}" title="${escape(r.title)}">${escape(r.title)}</a><span class="d">${r.pub.slice(0, 10)}</span></li>`;
  return `<div id="pages">${groups
    .map(
      (g, i) =>
        `<ul class="list pg" data-pg="${i + 1}"${i ? ' style="display:none"' : ''}>${g.map(item).join('\n')}</ul>`,
    )
    .join('\n')}</div><div class="pager" id="bar"></div><script>MX.flip('pages','bar');</script>`;
}

const tabbed = (items: string[], script: string): string =>
  `<ul class="tabs" id="tabs">${items.join('')}</ul><ul class="list" id="tabList"></ul><div class="pager" id="rpager"></div>${script}`;

function policies(): string {
  const items = ['gfxwj', 'zfwj', 'fbwj'].map((key, i) => {
    const { name, channel, unit: id } = COLUMNS[key] as { name: string; channel: string; unit: string };
    return `<li${i ? '' : ' class="on"'} data-ch="${channel}" data-u="${id}">${name}</li>`;
  });
  items.push(
    `<li data-to="/oldgov/Article_Class.asp?ClassID=7"><a href="/oldgov/Article_Class.asp?ClassID=7">部门文件</a></li>`,
  );
  return tabbed(
    items,
    `${template('tpl-88216', ROW)}<script>MX.tabs('tabs',function(t){var c=t.getAttribute('data-ch');if(!c)return;MX.unit('tabList',{channels:[c],unit:t.getAttribute('data-u'),size:6,tpl:'tpl-88216',pager:'rpager'});});</script>`,
  );
}

function readings(): string {
  const names = { wz: '文字解读', tj: '图解图表', sp: '音视频解读', ft: '访谈与问答' };
  const items = Object.entries(names).map(([key, name]) => `<li data-tab="${key}">${name}</li>`);
  const body = `{{each records r}}<li><a href="{{r.doc.urls | pc}}" target="_blank">{{r.doc.subject}}</a><span class="d">{{r.time.pub | ms}}</span></li>{{/each}}`;
  return tabbed(
    items,
    `${template('tpl-88250', body)}<script>MX.tabs('tabs',function(t){MX.reading(t.getAttribute('data-tab'),'tabList','tpl-88250');});</script>`,
  );
}

const notices = `<div id="grp"></div><div class="pager" id="gp"></div>
${template('tpl-88301', `{{each months m}}<h4 class="mon">{{m.ym}}</h4><ul class="list">{{each m.items r}}{{if r.on}}<li><a href="{{r.h}}" target="_blank">{{r.t}}</a><span class="d">{{r.d | cn}}</span></li>{{/if}}{{/each}}</ul>{{/each}}`)}
<script>MX.group('grp',{ch:'C30301',u:'88301',p:1,n:8,tpl:'tpl-88301',pager:'gp'});</script>`;

const annual = `<ul class="list" id="nb"></ul>
${template('tpl-88204', `{{each years y}}{{each y.docs r}}<li><a href="{{r.a}}" target="_blank">{{r.n}}</a><span class="d">{{r.pd | day}}</span></li>{{/each}}{{/each}}`)}
<script>MX.annual('nb','tpl-88204');</script>`;

const guide = `<h2 style="text-align:center">梅溪县人民政府信息公开指南</h2><p class="info">更新时间：2026-03-02</p>
<p>为方便公民、法人和其他组织获取政府信息，根据《中华人民共和国政府信息公开条例》编制本指南。</p><p><b>一、公开范围</b></p><p>县人民政府及其办公室主动公开机构职能、规范性文件、规划计划、财政信息、重大项目等政府信息。</p>
<p><b>二、获取方式</b></p><p>公众可以通过门户网站、政府公报、档案馆和公共图书馆查阅。</p><p><b>三、公开机构</b></p><p>梅溪县人民政府办公室，地址：梅溪县城关梅溪大道1号，电话：0999-7201000，办公时间：工作日8:00—12:00，14:30—17:30。</p>`;

const leaders = `<h2>县政府领导</h2><p><b>县长　张某某</b>：主持县人民政府全面工作。</p><p><b>副县长　李某某</b>：负责农业农村、水利、林业方面工作。</p><p><b>副县长　陈某某</b>：负责教育、卫生健康、文化旅游方面工作。</p>`;

function statutory(): string {
  const links = SIDE.slice(5).map(([n, u]) => `<a href="${u}" style="display:inline-block;margin:6px 20px">${n}</a>`);
  return `<div>${links.join('')}<a href="/mxx/pc/zcwj/index.html" style="margin:6px 20px">政策文件</a></div><h3>最新公开</h3>${unit('fdzdgk', ['gfxwj', 'zfwj', 'fbwj'], 15, false)}`;
}

const BODIES: Record<string, () => string> = {
  gfxwj: () => unit('gfxwj', ['gfxwj'], 6),
  zcwj: policies,
  zcjd: readings,
  tzgg: () => notices,
  czxx: () => paged('czxx'),
  jhzj: () => paged('jhzj'),
  gkzd: () => unit('gkzd', ['gkzd'], 10),
  zfxxgknb: () => annual,
  gkzn: () => guide,
  fdzdgk: statutory,
  zwgk: () => `<p>梅溪县人民政府依照《中华人民共和国政府信息公开条例》主动公开政府信息。</p>${statutory()}`,
  ldzc: () => leaders,
  mxyw: () => unit('mxyw', ['mxyw'], 10),
  bmdt: () => unit('bmdt', ['bmdt'], 10),
  bsfw: () => unit('bsfw', ['bsfw'], 10),
  ztzl: () => unit('ztzl', ['ztzl'], 10),
};

export function columnPage(key: string): string | null {
  const body = BODIES[key];
  const name = COLUMNS[key]?.name;
  if (!body || !name) return null;
  const plain = key === 'gkzn' ? { title: '梅溪县人民政府信息公开指南' } : { title: name };
  return page({ ...plain, column: key, html: framed(`<h3>${name}</h3>${body()}`) });
}

export function home(): string {
  const item = (r: Row): string =>
    `<li><a href="${r.url}" title="${escape(r.title)}">${escape(r.title.slice(0, 24))}${r.title.length > 24 ? '…' : ''}</a><span class="d">${r.pub.slice(5, 10)}</span></li>`;
  const box = (name: string, url: string, body: string): string =>
    `<div><h3>${name}<a href="${url}" style="float:right;font-size:13px">更多&gt;&gt;</a></h3>${body}</div>`;
  const still = (key: string): string => `<ul class="list">${rows(key).slice(0, 6).map(item).join('')}</ul>`;
  const html = `<div class="home">${box('梅溪要闻', '/mxx/pc/mxyw/index.html', still('mxyw'))}${box('部门动态', '/mxx/pc/bmdt/index.html', still('bmdt'))}
${box('通知公告', '/mxx/pc/tzgg/index.html', still('tzgg'))}${box('规范性文件', '/mxx/pc/gfxwj/index.html', unit('gfxwj', ['gfxwj'], 6, false))}</div>
<div style="padding:20px">友情链接：<a href="/mxx/pc/zt/lyw/index.html">梅溪旅游网</a>　<a href="/oldgov/Article_Class.asp?ClassID=7">部门文件（旧版）</a></div>`;
  return page({ title: '首页', html });
}

export function mobileHome(): string {
  const list = [...rows('gfxwj'), ...rows('zfwj'), ...rows('tzgg')]
    .sort((a, b) => b.pub.localeCompare(a.pub))
    .slice(0, 20);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${SITE}（手机版）</title></head><body><h1>${SITE}</h1><ul>${list
    .map((r) => `<li><a href="${mobile(r.url)}">${escape(r.title)}</a><i>${r.pub.slice(5, 10)}</i></li>`)
    .join('')}</ul></body></html>`;
}

import { ago, home, listed } from './channels.js';
import { json, SITE, sheet } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Article } from './types.js';

const GRID: [string, string][] = [
  ['政务公开', '/zwgk'],
  ['街道文件', '/c/jdwj'],
  ['通知公告', '/c/tzgg'],
  ['政策解读', '/c/zcjd'],
  ['村务公开', '/c/cwgk'],
  ['办事服务', '/app/bs'],
  ['互动交流', '/hd'],
  ['走进石榴湾', '/about'],
];

function front(): SiteAnswer {
  const newest = [...listed('jdwj'), ...listed('tzgg'), ...listed('dt')]
    .sort((a, b) => b.published.localeCompare(a.published))
    .slice(0, 8);
  return sheet({
    title: SITE,
    html: `<div class="swiper"><div class="swiper-slide"><a href="/s/10421"><img src="/static/blank.gif" data-original="/upload/cover/b1.jpg" alt="防汛防台应急预案"></a></div><div class="swiper-slide"><a href="/s/20104"><img src="/static/blank.gif" data-original="/upload/cover/b2.jpg" alt="养老保险怎么缴"></a></div></div>
<div class="grid">${GRID.map(([name, href]) => `<a href="${href}"><img src="/static/icon.png" width="36" alt=""><b>${name}</b></a>`).join('')}</div>
<h3 style="padding:0 12px">最新公开 <a href="/c/dt" style="float:right;font-size:13px">石榴湾动态 ›</a></h3>${newest.map((item) => `<a class="card" href="${home(item)}"><span class="t">${ago(item.published)}</span><b>${item.title}</b></a>`).join('')}`,
  });
}

const row = (item: Article): string =>
  `<li><a href="${home(item)}">${item.title}</a> <time>${ago(item.published)}</time></li>`;

const GUIDE = `<h2>政府信息公开指南</h2><p>为了更好地提供政府信息公开服务，依据《中华人民共和国政府信息公开条例》，编制本指南。</p>
<h3>一、信息分类</h3><p>本机关主动公开的政府信息分为机构职能、街道文件、规划计划、财政信息、应急管理等类。</p>
<h3>二、获取方式</h3><p>可通过本网站、“石榴湾发布”公众号、街道便民服务中心查阅点获取；其他信息可以申请公开。</p>
<h3>三、公开工作机构</h3><p>机构名称：石榴湾街道党政办公室</p><p>办公地址：云岭县石榴路1号</p><p>办公时间：周一至周五 9:00—12:00，13:30—17:00（节假日除外）</p><p>联系电话：0999-2345678</p><p>电子邮箱：slw@example.cn</p>`;

const CATALOGUE = `<h2>石榴湾街道主动公开基本目录</h2><div class="scroll-x"><table><tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道</th></tr><tr><th>一级事项</th><th>二级事项</th></tr>
<tr><td>1</td><td rowspan="2">社会救助</td><td>最低生活保障</td><td>审核信息、审批信息</td><td>《社会救助暂行办法》</td><td>形成之日起20个工作日内</td><td>社会事务办</td><td>■政府网站 □公告栏</td></tr><tr><td>2</td><td>临时救助</td><td>支出型、急难型救助</td><td>同上</td><td>同上</td><td>同上</td><td>■政府网站</td></tr>
<tr><td>3</td><td>涉农补贴</td><td>耕地地力保护补贴</td><td>发放结果</td><td>《政府信息公开条例》</td><td>实时公开</td><td>农业农村办</td><td>■政府网站 ■村公示栏</td></tr></table></div>`;

const REQUEST = `<h2>依申请公开</h2><p>申请人可以当面、邮寄或者网上提出申请，受理机构为街道党政办公室，自收到申请之日起20个工作日内答复。</p><form action="/api/apply" method="post"><p><input name="name" placeholder="姓名"></p><p><input name="contact" placeholder="联系方式"></p><p><textarea name="what" placeholder="所需政府信息描述"></textarea></p><button>提交申请</button></form>`;

/** All of 政府信息公开 in one page, one tab an anchor. */
function open(): SiteAnswer {
  const tabs: [id: string, name: string, html: string][] = [
    ['zn', '政府信息公开指南', GUIDE],
    ['zd', '政府信息公开制度', '<h2>政府信息公开制度</h2><p class="none">— 暂无内容 —</p>'],
    [
      'fdzdgk',
      '法定主动公开内容',
      `<h2>法定主动公开内容</h2><ul>${listed('fdzdgk').map(row).join('')}</ul><p><a href="/c/jdwj">街道文件</a>　<a href="/about">机构职能</a></p>`,
    ],
    ['ml', '主动公开基本目录', CATALOGUE],
    ['nb', '政府信息公开年报', `<h2>政府信息公开年报</h2><ul>${listed('nb').map(row).join('')}</ul>`],
    ['ysq', '依申请公开', REQUEST],
  ];
  return sheet({
    title: '政府信息公开',
    html: `<div class="tabs">${tabs.map(([id, name]) => `<a href="#${id}">${name}</a>`).join('')}</div>${tabs.map(([id, , html]) => `<section class="pane" id="${id}">${html}</section>`).join('\n')}
<script>function tab(){var at=(location.hash||'#zn').slice(1);document.querySelectorAll('section.pane').forEach(function(s){s.style.display=s.id===at?'':'none'})}addEventListener('hashchange',tab);tab();</script>`,
  });
}

const LETTERS: [title: string, day: string, answer: string][] = [
  ['石榴路路灯不亮', '2023-05-16', '已联系路灯所修复。'],
  ['咨询流动人口登记', '2023-03-02', '请到派出所窗口办理。'],
  ['建议增设快递柜', '2022-11-21', '已纳入小区改造计划。'],
];

const talk = (): SiteAnswer =>
  sheet({
    title: '互动交流',
    html: `<div class="crumb">互动交流</div><a class="card" href="javascript:;">我要留言</a>${LETTERS.map(([title, day, answer]) => `<div class="card"><b>${title}</b><p>街道回复：${answer}</p><time>回复于 ${day}</time></div>`).join('')}`,
  });

const about = (): SiteAnswer =>
  sheet({
    title: '走进石榴湾',
    html: '<article><h1>街道概况</h1><p>石榴湾街道位于云岭县城东，辖2个社区、2个村，面积18平方公里。</p><h2>机构职能</h2><p>一、负责辖区公共服务、公共管理、公共安全工作；二、指导社区（村）自治。</p><h2>内设机构</h2><p>党政办公室、社会事务办、农业农村办、平安法治办。</p></article>',
  });

const H5 =
  '<!doctype html><html><head><meta charset="utf-8"><title>秸秆禁烧</title><style>body{margin:0;background:#ffe9b8;overflow:hidden}.s{position:absolute;bottom:40px;width:80px;height:80px;border-radius:50%;background:#d33;animation:m 3s infinite}@keyframes m{50%{transform:translateX(220px) rotate(360deg)}}</style></head><body><div class="s"></div></body></html>';

export function portalAt(path: string): SiteAnswer | undefined {
  const pages: Record<string, () => SiteAnswer> = {
    '/': front,
    '/zwgk': open,
    '/hd': talk,
    '/about': about,
    // The gateway's word for a page that nobody has made.
    '/app/bs': () => json({ code: 404, msg: '页面不存在', data: null }),
    '/h5/jg/index.html': () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: H5 }),
  };
  return pages[path]?.();
}

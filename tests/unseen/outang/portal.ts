import { addressOf, columnPath, KINDS, libraryPath, rowsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { platformRules } from './library.js';
import { block } from './list.js';
import { html, page } from './shell.js';
import type { SiteAnswer } from '../model.js';

const newest = (keys: string[], count: number) =>
  keys
    .flatMap(rowsOf)
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, count);

const READINGS: [name: string, key: string][] = [
  ['文字解读', 'wzjd'],
  ['一图读懂', 'ytdd'],
  ['视频音频解读', 'spjd'],
  ['新闻发布会', 'xwfb'],
];

/** The home page alone is made with whole addresses. */
function home(origin: string): SiteAnswer {
  const blocks = [
    block('政务要闻', columnPath('zwyw'), newest(['zwyw'], 5)),
    block('部门动态', columnPath('bmdt'), newest(['bmdt'], 3)),
    block('公示公告', columnPath('gsgg'), newest(['gsgg'], 6)),
    block('最新文件', '/zcwjk/index.html', newest(Object.keys(KINDS), 6)),
    block('政策解读', '/zcjd/index.html', newest(['wzjd', 'ytdd', 'spjd'], 6)),
  ].join('\n');
  const main = `<div class="banner"><a href="${columnPath('ytdd')}"><img src="/static/img/banner1.jpg" alt=""></a></div>\n${blocks}
<div class="quick"><a href="/zfxxgk/index.html">政府信息公开</a><a href="/jczwgk/bzml/index.html">基层政务公开</a><a href="/zcwd/index.html">政策问答</a></div>`;
  return page('首页', '首页', main.replace(/href="\//g, `href="${origin}/`));
}

const PLATFORM: [name: string, path: string][] = [
  ['政府信息公开指南', '/zfxxgk/zn.html'],
  ['政府信息公开制度', '/zfxxgk/zd/index.html'],
  ['法定主动公开内容', '/zfxxgk/fdzdgknr/index.html'],
  ['政府信息公开年报', columnPath('nb')],
  ['依申请公开', '/zfxxgk/ysqgk.html'],
  ['基层政务公开标准目录', '/jczwgk/bzml/index.html'],
];

const TREE: [name: string, leaves: [name: string, path: string][]][] = [
  [
    '机构信息',
    [
      ['机构职能', columnPath('jgzn')],
      ['人事任免', columnPath('rsrm')],
    ],
  ],
  [
    '政策文件',
    Object.entries(KINDS).map(([kind, name]) => [
      name,
      kind === 'gfxwj' ? '/zfxxgk/fdzdgknr/gfxwj.html' : libraryPath(kind),
    ]),
  ],
  ['政策解读', READINGS.map(([name, key]) => [name, columnPath(key)])],
  ['财政信息', [['财政预决算', columnPath('czyjs')]]],
  ['统计信息', [['统计信息', columnPath('tjxx')]]],
  ['应急管理', [['应急管理', columnPath('yjgl')]]],
  [
    '重点领域',
    [
      ['义务教育', columnPath('ywjy')],
      ['建议提案办理', columnPath('jyta')],
    ],
  ],
];

function platform(name: string, main: string): SiteAnswer {
  const left = PLATFORM.map(([label, path]) => `<li><a href="${path}">${label}</a></li>`).join('\n');
  const tree = TREE.map(
    ([label, leaves]) =>
      `<li><a href="javascript:;" class="fold">${label}</a><ul style="display: none;">${leaves.map(([leaf, path]) => `<li><a href="${path.replaceAll('&', '&amp;')}">${leaf}</a></li>`).join('')}</ul></li>`,
  ).join('\n');
  return page(
    name,
    `政府信息公开 &gt; ${name}`,
    `<div class="gk-left"><ul>${left}</ul>${name === '法定主动公开内容' ? `<ul class="tree">${tree}</ul>` : ''}</div><div class="gk-right">${main}</div>`,
  );
}

const GUIDE = `<div class="xl-title">藕塘县人民政府信息公开指南</div><p>根据《中华人民共和国政府信息公开条例》编制本指南，2026年1月更新。</p>
<h3>一、政府信息的分类和编排体系</h3><p>本机关政府信息分为机构信息、政策文件、财政信息等七类；编排体系包括索引号、名称、内容概述、生成日期。</p>
<h3>二、获取方式</h3><p>可通过本网站、县档案馆、县图书馆、县政务服务中心查阅，也可以提出申请。</p>
<h3>三、工作机构</h3><p>机构名称：藕塘县人民政府办公室</p><p>办公地址：藕塘县莲湖大道1号</p><p>联系电话：0000-0000000</p><p>传真号码：0000-0000001</p><p>电子邮箱：xxgk@outang.example</p>`;

const REQUEST = `<h3>依申请公开</h3><p>公民、法人或者其他组织可以向县政府申请公开政府信息。受理机构：藕塘县人民政府办公室。自收到申请之日起20个工作日内答复。</p>
<form method="post" action="/zfxxgk/ysqgk/submit"><label>姓名<input name="xm"></label><label>证件号码<input name="zj"></label><label>联系电话<input name="dh"></label><label>所需信息<textarea name="nr"></textarea></label><button type="submit">提交申请</button></form>`;

export const FIELDS = ['财政预决算', '安全生产', '保障性住房', '社会救助', '养老服务', '义务教育'];
export const fieldPath = (at: number): string => `/jczwgk/bzml/${101 + at}.html`;

const fieldTable = (
  name: string,
): string => `<h2>${name}领域基层政务公开标准目录</h2><table border="1"><thead><tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th><th rowspan="2">公开对象</th></tr><tr><th>一级事项</th><th>二级事项</th></tr></thead>
<tbody><tr><td>1</td><td rowspan="2">${name}</td><td>政策法规</td><td>文件名称、文号、正文</td><td>《政府信息公开条例》</td><td>信息形成之日起20个工作日内</td><td>县有关部门</td><td>■政府网站　□公示栏</td><td>全社会</td></tr><tr><td>2</td><td>办理结果</td><td>结果</td><td>同上</td><td>实时公开</td><td>同上</td><td>■政府网站　■公示栏</td><td>全社会</td></tr></tbody></table>`;

const LETTERS: [id: number, title: string, day: string][] = [
  [88, '莲湖大道红绿灯时间太短', '2024-11-08'],
  [87, '咨询新生儿落户', '2024-10-25'],
  [86, '三塘乡自来水浑浊', '2024-09-12'],
];
const GUIDES = [
  '个体工商户登记',
  '城乡居民养老保险参保登记',
  '公租房申请',
  '残疾人证办理',
  '医保异地备案',
  '不动产查询',
];
const letterPath = (id: number): string => `/hdjl/xzxx/${id}.html`;
const guidePath = (at: number): string => `/bsfw/zn/${9001 + at}.html`;

/** Pages of the modules that are no articles of the truth. */
export const MODULE_PATHS = [
  '/zfxxgk/zn.html',
  '/zfxxgk/ysqgk.html',
  ...FIELDS.map((_, at) => fieldPath(at)),
  ...LETTERS.map(([id]) => letterPath(id)),
  ...GUIDES.map((_, at) => guidePath(at)),
];

function questions(): SiteAnswer {
  const cards = rowsOf('zcwd').map((item) => {
    const policy = item.kind === 'reading' && ITEMS.find(({ id }) => id === item.policy);
    return `<div class="wd-card"><h4><i>问</i><a href="${addressOf(item)}">${item.title}</a></h4><p>政策依据：${policy ? `<a href="${addressOf(policy)}">${policy.title}</a>` : ''}</p><span>发布时间：${item.at}</span></div>`;
  });
  return page('政策问答', '政策问答', cards.join('\n'));
}

const PAGES: Record<string, (origin: string) => SiteAnswer> = {
  '/': home,
  '/index.html': home,
  '/zfxxgk/index.html': () =>
    platform(
      '政府信息公开',
      block('最新公开', '/zfxxgk/fdzdgknr/index.html', newest([...Object.keys(KINDS), 'rsrm', 'czyjs'], 6)),
    ),
  '/zfxxgk/zn.html': () => platform('政府信息公开指南', GUIDE),
  '/zfxxgk/zd/index.html': () =>
    platform(
      '政府信息公开制度',
      '<div class="none"><img src="/static/img/none.png" alt=""><p>该栏目正在建设中，敬请期待！</p></div>',
    ),
  '/zfxxgk/fdzdgknr/index.html': () =>
    platform(
      '法定主动公开内容',
      block('县政府文件', libraryPath('zfwj').replaceAll('&', '&amp;'), newest(['zfwj'], 6)),
    ),
  '/zfxxgk/fdzdgknr/gfxwj.html': () => platformRules(),
  '/zfxxgk/ysqgk.html': () => platform('依申请公开', REQUEST),
  '/zcjd/index.html': () =>
    page(
      '政策解读',
      '政策解读',
      READINGS.map(([name, key]) => block(name, columnPath(key), newest([key], 3))).join('\n') +
        block('政策问答', '/zcwd/index.html', newest(['zcwd'], 2)),
    ),
  '/zcwd/index.html': questions,
  '/jczwgk/bzml/index.html': () =>
    page(
      '基层政务公开标准目录',
      '基层政务公开标准目录',
      `<ul class="ly">${FIELDS.map((name, at) => `<li><a href="${fieldPath(at)}"><img src="/static/img/ly${at}.png" alt=""><p>${name}</p></a></li>`).join('\n')}</ul>`,
    ),
  '/hdjl/index.html': () =>
    page(
      '互动交流',
      '县长信箱',
      `<h2>县长信箱</h2><table><tr><th>标题</th><th>来信时间</th><th>状态</th></tr>${LETTERS.map(([id, title, day]) => `<tr><td><a href="${letterPath(id)}">${title}</a></td><td>${day}</td><td>已办结</td></tr>`).join('')}</table>`,
    ),
  '/bsfw/index.html': () =>
    page(
      '办事服务',
      '办事指南',
      `<h2>办事指南</h2><ul>${GUIDES.map((name, at) => `<li><a href="${guidePath(at)}">${name}</a><a href="javascript:;" onclick="zwfw('${at}')">在线办理</a></li>`).join('\n')}</ul>`,
    ),
  '/ztzl/index.html': () =>
    html('<html><head><script>window.location.replace("/404.html");</script></head><body></body></html>'),
  '/404.html': () =>
    page('页面不存在', '提示', '<p>抱歉，您访问的页面不存在或者已被删除！</p><p><a href="/">返回首页</a></p>'),
};

export function portalAt(path: string, origin: string): SiteAnswer | undefined {
  const made = PAGES[path];
  if (made) return made(origin);
  const field = FIELDS.findIndex((_, at) => fieldPath(at) === path);
  if (field >= 0) return page(`${FIELDS[field]}`, '基层政务公开标准目录', fieldTable(FIELDS[field] ?? ''));
  const letter = LETTERS.find(([id]) => letterPath(id) === path);
  if (letter)
    return page(
      letter[1],
      '县长信箱',
      `<h3>${letter[1]}</h3><p>来信时间：${letter[2]}</p><p>答复：您好，来信收悉，有关部门已办理。</p>`,
    );
  const guide = GUIDES.findIndex((_, at) => guidePath(at) === path);
  return guide < 0
    ? undefined
    : page(
        GUIDES[guide] ?? '',
        '办事指南',
        `<h3>${GUIDES[guide]}</h3><p>办理时限：5个工作日。</p><p>办理材料：身份证。</p>`,
      );
}

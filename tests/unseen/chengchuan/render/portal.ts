import { addresses, CATEGORIES, categoryPath, fileHref, inCategory, linkTo } from '../channels.js';
import { ITEMS } from '../content/index.js';
import { cut, escape, paragraphs } from '../text.js';
import { html, page } from './shell.js';
import type { SiteAnswer } from '../../model.js';
import type { Item } from '../types.js';

const rows = (items: Item[], length: number): string =>
  items
    .map(
      (item) =>
        `<li class="wb-data-list"><div class="wb-data-infor">${item.top ? '<span class="top-icon">顶</span>' : ''}<a href="${addresses(item).at(-1)}" target="_blank" title="${escape(item.title)}">${cut(item.title, length)}</a></div><span class="wb-data-date">${item.day}</span></li>`,
    )
    .join('\n');

const crumb = (...names: string[]): string =>
  `<div class="ewb-location">您现在的位置：<a href="/">首页</a>${names.map((name) => ` &gt; <span>${name}</span>`).join('')}</div>`;

/** Lists: `moreinfo.html` and from the second page on `N.html`. */
function listAt(path: string): SiteAnswer | null {
  const [, category = '', name = ''] = /^\/\d{3}\/(\d{6})\/(moreinfo|\d+)\.html$/.exec(path) ?? [];
  const known = CATEGORIES[category];
  if (!known) return null;
  const [title, perPage] = known;
  const items = inCategory(category);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const at = name === 'moreinfo' ? 1 : Number(name);
  if (at < 1 || at > pages) return null;
  const to = (n: number): string => `${categoryPath(category)}/${n === 1 ? 'moreinfo' : n}.html`;
  const pager =
    pages === 1
      ? ''
      : `<div class="ewb-page"><ul><li><span>${at}/${pages}</span></li>${at > 1 ? `<li class="ewb-page-li"><a href="${to(at - 1)}">&lt; 上页</a></li>` : ''}${at < pages ? `<li class="ewb-page-li"><a href="${to(at + 1)}">下页 &gt;</a></li>` : ''}</ul></div>`;
  return page(
    { title, column: title, type: title },
    `${crumb(title)}<div class="ewb-list-box"><h2 class="ewb-list-tt">${title}</h2><ul class="wb-data-item" id="infolist">\n${rows(items.slice((at - 1) * perPage, at * perPage), 30)}\n</ul>${pager}</div>`,
  );
}

/** Articles. The viewer's counter stands in the line of the date. */
function articleAt(path: string): SiteAnswer | null {
  const item = ITEMS.find((one) => one.category && addresses(one).at(-1) === path);
  if (!item?.category) return null;
  const column = CATEGORIES[item.category]?.[0] ?? '';
  const [year, month, day] = item.day.split('-').map(Number);
  const hand = item.kind === 'document' && item.id % 2 === 0 ? 'word' : 'typed';
  const body = paragraphs(item.body, hand).replace(/@(\d+)@/g, (_, id: string) => linkTo(Number(id)));
  const files = (item.files ?? []).map(
    ([name, to]) => `<p class="attach"><a href="${escape(fileHref(to))}" target="_blank">${name}</a></p>`,
  );
  const player = body.includes('Aliplayer') ? '<script src="/js/aliplayer-min.js"></script>' : '';
  return page(
    { title: item.title, column, article: { day: item.day, source: item.office ?? '开发区管委会' } },
    `${player}${crumb(column)}<input type="hidden" id="souceinfoid" value="${item.id}"><input type="hidden" id="viewGuid" value="cms_003">
<div class="ewb-article"><h3 class="article-title">${item.title}</h3>
<div class="article-info">【信息来源：${item.office ?? '开发区管委会'}】【信息时间：${year}/${month}/${day}　阅读次数：<span id="infoViewNum"></span>】<a href="javascript:window.print()">【我要打印】</a><a href="javascript:window.close()">【关闭】</a></div>
<div class="ewb-article-content" data-role="content">${body}</div>
${files.length ? `<div class="ewb-attach"><span>相关附件：</span>${files.join('')}</div>` : ''}</div>`,
  );
}

const HOME_SCRIPT = `fetch('/prod-api/xxgk/info/list?siteId=17&channelId=1121&pageNum=1&pageSize=6').then(function (r) { return r.json(); }).then(function (res) {
  document.getElementById('zcwj').innerHTML = res.rows.map(function (it) {
    return '<li><a target="_blank" href="/zfxxgk/detail.html?id=' + it.infoId + '">' + it.title.replace(/<[^>]+>/g, '') + '</a><span>' + it.publishTime.slice(5, 10) + '</span></li>';
  }).join('');
});`;

function home(): SiteAnswer {
  return page(
    { title: '澄川经济开发区管理委员会' },
    `<div class="ewb-row"><h3>园区要闻 <a href="/002/002001/moreinfo.html">更多</a></h3><ul>${rows(inCategory('002001').slice(0, 4), 24)}</ul></div>
<div class="ewb-row"><h3>通知公告 <a href="/004/004001/moreinfo.html">更多</a></h3><ul>${rows(inCategory('004001').slice(0, 5), 22)}</ul></div>
<div class="ewb-row"><h3>政策文件 <a href="/zfxxgk/policy.html">更多</a></h3><ul id="zcwj"></ul></div>
<div class="ewb-row"><h3>政策解读 <a href="/005/subpage.html">更多</a></h3><ul>${rows(inCategory('005001').slice(0, 4), 22)}</ul></div>
<div class="ewb-row"><a href="/003/openness.html"><img src="/uploadfile/zwgk.png" alt="政务公开"></a><a href="/zfxxgk/index.html"><img src="/uploadfile/zfxxgk.png" alt="政府信息公开"></a></div>
<script>${HOME_SCRIPT}</script>`,
  );
}

const TILES: [string, string][] = [
  ['政府信息公开指南', '/007/about.html'],
  ['政府信息公开制度', '/zfxxgk/list.html?cid=1200'],
  ['法定主动公开内容', '/zfxxgk/fdzdgknr.html'],
  ['政府信息公开年报', '/006/006001/moreinfo.html'],
  ['依申请公开', '/zfxxgk/apply.html'],
  ['基层政务公开标准目录', '/003/catalog.html'],
  ['管委会文件', '/zfxxgk/list.html?cid=1121'],
  ['行政规范性文件', '/zfxxgk/list.html?cid=1123'],
  ['政策文件库', '/zfxxgk/policy.html'],
  ['政策解读', '/005/subpage.html'],
  ['重点领域信息公开', '/zfxxgk/list.html?cid=1150'],
  ['通知公告', '/004/004001/moreinfo.html'],
];

const openness = (): SiteAnswer =>
  page(
    { title: '政务公开', column: '政务公开', type: '信息公开' },
    `${crumb('政务公开')}<ul class="ewb-tiles">${TILES.map(([name, to]) => `<li><a href="${to}"><i></i><span>${name}</span></a></li>`).join('')}</ul>`,
  );

const readings = (): SiteAnswer =>
  page(
    { title: '政策解读', column: '政策解读' },
    `${crumb('政策解读')}<div class="ewb-tab"><ul class="tab-hd">${['005001', '005002', '005003', '005004'].map((one) => `<li data-target="t${one}">${CATEGORIES[one]?.[0]}</li>`).join('')}</ul>` +
      `${['005001', '005002', '005003', '005004'].map((one, at) => `<div id="t${one}"${at ? ' style="display:none"' : ''}><ul>${rows(inCategory(one).slice(0, 3), 26)}</ul><a href="${categoryPath(one)}/moreinfo.html">更多&gt;&gt;</a></div>`).join('')}</div>`,
  );

const letters = (): SiteAnswer =>
  page(
    { title: '互动交流', column: '互动交流' },
    `${crumb('互动交流')}<div class="ewb-list-box"><h2>主任信箱</h2><ul>${rows(inCategory('008001'), 30)}</ul></div>`,
  );

const GUIDE = [
  '#一、政府信息的分类',
  '本机关公开的政府信息包括机构职能、政策文件、规划计划、财政资金、人事信息等类别。',
  '#二、获取方式',
  '（一）主动公开。公众可以通过本网站、政府信息公开平台、档案馆查阅点获取。（二）依申请公开。申请人可以当面、邮寄或者通过平台在线提交申请。',
  '#三、政府信息公开工作机构',
  '工作机构名称：澄川经济开发区管理委员会党政办公室',
  '办公地址：澄川县开元大道1号3号楼305室',
  '办公时间：工作日8:30—12:00，14:00—17:30',
  '联系电话：0000-6100105',
  '电子邮箱：ckfq_xxgk@example.com',
];

const guide = (): SiteAnswer =>
  page(
    { title: '澄川经济开发区管理委员会政府信息公开指南', column: '政府信息公开指南', type: '信息公开' },
    `${crumb('政府信息公开指南')}<div class="ewb-article"><h3 class="article-title">澄川经济开发区管理委员会政府信息公开指南</h3><div class="article-info">【更新时间：2026/1/8】</div><div class="ewb-article-content">${paragraphs(GUIDE)}</div></div>`,
  );

const CATALOG_ROWS = [
  [
    '1',
    '政策文件',
    '规范性文件',
    '文件名称、文号、正文、有效性',
    '《政府信息公开条例》',
    '信息形成之日起20个工作日内',
    '党政办公室',
  ],
  ['2', '财政预决算', '部门预算', '收支总表、“三公”经费', '《预算法》', '批准后20日内', '财政金融局'],
  ['3', '安全生产', '行政处罚', '处罚决定书文号、处罚结果', '《安全生产法》', '7个工作日内', '应急管理局'],
  [
    '4',
    '国有土地上房屋征收',
    '征收决定',
    '征收公告、补偿方案',
    '《国有土地上房屋征收与补偿条例》',
    '及时公开',
    '规划建设局',
  ],
];

const catalog = (): SiteAnswer =>
  page(
    { title: '基层政务公开标准目录', column: '基层政务公开标准目录', type: '信息公开' },
    `${crumb('基层政务公开标准目录')}<h3>澄川经济开发区基层政务公开标准目录</h3><table border="1"><tr><th>序号</th><th>一级事项</th><th>二级事项</th><th>公开内容（要素）</th><th>公开依据</th><th>公开时限</th><th>公开主体</th><th>公开渠道和载体</th><th>公开对象</th><th>公开方式</th></tr>${CATALOG_ROWS.map((row) => `<tr>${[...row, '■政府网站', '全社会', '主动'].map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );

export function portalAt(path: string): SiteAnswer | null {
  switch (path) {
    case '/':
    case '/index.html':
      return home();
    case '/003/openness.html':
      return openness();
    case '/003/catalog.html':
      return catalog();
    case '/005/subpage.html':
      return readings();
    case '/007/about.html':
      return guide();
    case '/008/subpage.html':
      return letters();
    case '/009/subpage.html':
      return html(
        '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
        404,
      );
    default:
      return listAt(path) ?? articleAt(path);
  }
}

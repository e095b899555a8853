import { render } from './article.js';
import { address, columnPath, COLUMNS, listed } from './columns.js';
import { ARTICLES } from './content/index.js';
import { shown } from './list.js';
import { SITE, sheet } from './shell.js';
import type { SiteAnswer } from '../model.js';

/** Blocks of the home page: the newest of some columns, cut short. */
function home(): SiteAnswer {
  const block = (key: string): string => {
    const of = COLUMNS.find((one) => one.key === key);
    const rows = listed(key)
      .slice(0, 6)
      .map((item) => {
        const title = item.title.length > 20 ? `${item.title.slice(0, 20)}…` : item.title;
        return `<li><a href="${address(item, key)}" title="${shown(item.title)}" target="_blank">${shown(title)}</a><span>${item.published?.slice(5)}</span></li>`;
      });
    return `<div class="block"><h3><a href="${columnPath(key)}">${of?.name}</a><a href="${columnPath(key)}" class="more">更多&gt;&gt;</a></h3><ul class="list">${rows.join('')}</ul></div>`;
  };
  return sheet({
    title: SITE,
    html: `<marquee scrollamount="3">热烈欢迎访问${SITE}网站！</marquee>
${['18806', '18803', '18801', '18804'].map(block).join('\n')}
<div class="links"><a href="/col/col18820/index.html"><img src="/images/18/xxgk.png" alt="政府信息公开" /></a><a href="/col/col18840/index.html"><img src="/images/18/hdjl.png" alt="互动交流" /></a><a href="/col/col18830/index.html"><img src="/images/18/bsfw.png" alt="办事服务" /></a></div>
<div>友情链接：<select onchange="window.open(this.value)"><option value="">==省直部门==</option><option value="http://zjt.lingnanxi.example/">省住房城乡建设厅</option></select></div>`,
  });
}

const TREE: [string, string][] = [
  ['政府信息公开指南', '/col/col18816/index.html'],
  ['政府信息公开制度', columnPath('18810')],
  ['主动公开基本目录', '/col/col18822/index.html'],
  ['政府信息公开年报', columnPath('18811')],
  ['依申请公开', '/col/col18821/index.html'],
];
const CONTENT: [string, string][] = [
  ['机构职能', '/col/col18817/index.html'],
  ...['18801', '18802', '18809', '18808', '18804', '18812'].map((key): [string, string] => [
    COLUMNS.find((one) => one.key === key)?.name ?? '',
    columnPath(key),
  ]),
];
const links = (rows: [string, string][]): string =>
  rows.map(([name, href]) => `<li><a href="${href}" target="_self">${name}</a></li>`).join('');

const open = (): SiteAnswer =>
  sheet({
    title: '政府信息公开',
    tags: { ColumnName: '政府信息公开', ColumnType: '信息公开' },
    crumbs: [['政府信息公开', '/col/col18820/index.html']],
    html: `<div class="left"><ul>${links(TREE)}</ul><h3>法定主动公开内容</h3><ul class="bmmd">${links(CONTENT)}</ul></div><div class="right"><h2>法定主动公开内容</h2><table class="xxgk" width="100%"><tr><td>索引号</td><td>信息名称</td><td>发布日期</td></tr>${listed(
      '18802',
    )
      .slice(0, 5)
      .map(
        (item) =>
          `<tr><td>${item.index}</td><td><a href="${address(item, '18802')}">${item.title}</a></td><td>${item.published}</td></tr>`,
      )
      .join('')}</table></div>`,
  });

const LETTERS: [id: string, title: string, asked: string, answered: string][] = [
  ['20260511003', '小区电梯停用，维修资金怎么申请？', '2026-05-11', '2026-05-14'],
  ['20260420007', '公租房租金可以减免吗', '2026-04-20', '2026-04-24'],
  ['20260302001', '反映装修拆除承重墙的问题', '2026-03-02', '2026-03-09'],
];
export const LETTER_PATHS = LETTERS.map(([id]) => `/jact/front/mailpubdetail.do?transactId=${id}&sysid=1`);

function interaction(): SiteAnswer {
  const rows = LETTERS.map(
    ([, title, asked, answered], at) =>
      `<tr><td><a href="${LETTER_PATHS[at]?.replace('&', '&amp;')}">${title}</a></td><td>${asked}</td><td>已回复</td><td>${answered}</td></tr>`,
  );
  return sheet({
    title: '互动交流',
    tags: { ColumnName: '互动交流', ColumnType: '互动交流' },
    crumbs: [['互动交流', '/col/col18840/index.html']],
    html: `<h2>局长信箱</h2><p><a href="javascript:void(0)">我要写信</a></p><table class="xxgk" width="100%"><tr><td>信件标题</td><td>来信日期</td><td>状态</td><td>回复日期</td></tr>${rows.join('')}</table><h2><a href="${columnPath('18815')}">意见征集</a></h2>`,
  });
}

function letter(path: string): SiteAnswer | undefined {
  const found = LETTERS[LETTER_PATHS.indexOf(path)];
  if (!found) return undefined;
  const [, title, asked, answered] = found;
  return sheet({
    title: '信件内容',
    html: `<table class="xxgk" width="100%"><tr><td class="t">信件标题</td><td>${title}</td></tr><tr><td class="t">来信时间</td><td>${asked}</td></tr><tr><td class="t">回复内容</td><td>您好，来信收悉。请携带相关资料到所在县（区）住建局窗口咨询办理。</td></tr><tr><td class="t">回复单位</td><td>市住建局</td></tr><tr><td class="t">回复时间</td><td>${answered}</td></tr></table>`,
  });
}

const service = (): SiteAnswer =>
  sheet({
    title: '办事服务',
    tags: { ColumnName: '办事服务', ColumnType: '办事服务' },
    html: `<h2>办事服务</h2><table class="xxgk" width="100%"><tr><td>事项名称</td><td>办理时限</td><td>办理地点</td><td>在线办理</td></tr>${['建筑工程施工许可证核发', '商品房预售许可', '公共租赁住房申请', '房屋租赁登记备案'].map((name) => `<tr><td>${name}</td><td>7个工作日</td><td>市政务服务中心二楼</td><td><a href="http://zwfw.lingnanxi.example/">在线办理</a></td></tr>`).join('')}</table>`,
  });

const request = (): SiteAnswer =>
  sheet({
    title: '依申请公开',
    tags: { ColumnName: '依申请公开', ColumnType: '信息公开' },
    html: `<h2>依申请公开</h2><p>公民、法人或者其他组织可以向本机关申请获取政府信息。受理机构：${SITE}办公室。</p><form action="/module/ysqgk/apply.jsp" method="post"><p>姓名<input name="name" /></p><p>联系方式<input name="tel" /></p><p>所需内容描述<textarea name="content"></textarea></p><p><input type="submit" value="提交申请" /></p></form><p><a href="/module/ysqgk/query.jsp">申请查询</a></p>`,
  });

/** The program answers 200 for what it has lost. */
export const lost = (): SiteAnswer =>
  sheet({
    title: '页面没有找到',
    html: '<div style="height:300px;text-align:center"><img src="/images/18/404.png" alt="" /><p>很抱歉，您要访问的页面不存在或已被删除！</p><p>5秒后自动返回首页</p></div>',
  });

export const english = (): SiteAnswer =>
  sheet({
    title: 'Wangchuan Housing',
    html: '<h2>About us</h2><p>Home &gt;&gt; News &gt;&gt; Content</p><p>The English version is under construction.</p>',
  });

export function portalAt(path: string): SiteAnswer | undefined {
  if (path === '/' || path === '/index.html') return home();
  const single = /^\/col\/col(18816|18817)\/index\.html$/.exec(path)?.[1];
  const only = ARTICLES.find(({ columns }) => columns[0] === single);
  if (single && only) return render(only, single);
  const sitemap = (): SiteAnswer =>
    sheet({
      title: '网站地图',
      html: `<h2>网站地图</h2><ul>${links([...TREE, ...CONTENT, ...COLUMNS.map(({ key, name }): [string, string] => [name, columnPath(key)])])}</ul>`,
    });
  const pages: Record<string, () => SiteAnswer> = {
    '/col/col18820/index.html': open,
    '/col/col18821/index.html': request,
    '/col/col18822/index.html': lost,
    '/col/col18830/index.html': service,
    '/col/col18840/index.html': interaction,
    '/col/col18850/index.html': sitemap,
    '/en/index.html': english,
    '/module/ysqgk/query.jsp': () =>
      sheet({ title: '申请查询', html: '<form><input name="no" /><input type="submit" value="查询" /></form>' }),
  };
  return pages[path]?.() ?? letter(path);
}

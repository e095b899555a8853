import { COLUMNS, pathOf } from './columns.js';
import { articlesOf, GUIDE } from './content/index.js';
import { cut, escapeHtml, page, sideMenu } from './shell.js';

const rows = (keys: string[], n: number) =>
  articlesOf(keys)
    .slice(0, n)
    .map(
      (a) =>
        `<li><i>${a.published?.slice(5, 10) ?? ''}</i><a href="${pathOf(a)}" title="${escapeHtml(a.title)}">${cut(a.title, 26)}</a></li>`,
    )
    .join('\n');

const box = (name: string, more: string, keys: string[], n = 6) =>
  `<div class="box"><h3><a class="more" href="${more}">更多&gt;&gt;</a>${name}</h3><ul>\n${rows(keys, n)}\n</ul></div>`;

const links = (items: [string, string][]) =>
  `<ul>${items.map(([name, href]) => `<li><a href="${href}">${name}</a></li>`).join('')}</ul>`;

const DEPARTMENTS: [string, string, string][] = [
  ['锦屏湖区教育局', '/bm/jyj', 'jyjwj'],
  ['锦屏湖区民政局', '/bm/mzj', 'mzjwj'],
  ['锦屏湖区农业农村局', '/bm/nyncj', 'nyjwj'],
];

const home = () =>
  page({
    title: '首页',
    html: `<div class="grid">
${box('湖区要闻', '/xwzx/lhyw/index.jhtml', ['lhyw'], 8)}
${box('通知公告', '/xwzx/tzgg/index.jhtml', ['tzgg'], 4)}
${box('政策文件', '/zfxxgk/zcwjk/index.jhtml', ['gfxwj', 'zfwj'])}
${box('政策解读', '/zfxxgk/zc/zcjd/index.jhtml', ['zcjd'])}
<div class="box"><h3>政府信息公开</h3>${links([
      ['政府信息公开指南', '/zfxxgk/zfxxgkzn/index.jhtml'],
      ['法定主动公开内容', '/zfxxgk/fdzdgknr/index.jhtml'],
      ['政府信息公开年报', '/zfxxgk/zfxxgknb/index.jhtml'],
      ['依申请公开', '/zfxxgk/ysqgk/index.jhtml'],
    ])}</div>
<div class="box"><h3>部门网站</h3>${links(DEPARTMENTS.map(([name, folder]) => [name, `${folder}/index.jhtml`]))}</div>
</div>`,
  });

const openness = () =>
  page({
    title: '政府信息公开',
    html: `<div class="crumb">当前位置：<a href="/">首页</a> &gt; 政府信息公开</div>${sideMenu()}<div class="cont"><div class="grid">
${box('行政规范性文件', '/zfxxgk/zc/gfxwj/index.jhtml', ['gfxwj'])}
${box('其他文件', '/zfxxgk/zc/qtwj/index.jhtml', ['qtwj'])}
</div></div>`,
  });

const inMenu = (name: string, html: string) =>
  page({
    title: name,
    html: `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zfxxgk/index.jhtml">政府信息公开</a> &gt; ${name}</div>${sideMenu()}<div class="cont">${html}</div>`,
  });

const statutory = () =>
  inMenu(
    '法定主动公开内容',
    `<div class="box"><h3>机构信息</h3>${links([['领导之窗', '/ldzc/index.jhtml']])}</div>
<div class="box"><h3>政策文件</h3>${links([
      ['行政规范性文件', '/zfxxgk/zc/gfxwj/index.jhtml'],
      ['其他文件', '/zfxxgk/zc/qtwj/index.jhtml'],
    ])}</div>
<div class="grid">${box('规划计划', '/zfxxgk/fdzdgknr/ghjh/index.jhtml', ['ghjh'])}${box('财政预决算', '/zfxxgk/fdzdgknr/czyjs/index.jhtml', ['czyjs'])}</div>`,
  );

const request = () =>
  inMenu(
    '依申请公开',
    `<div class="d-body"><p>公民、法人或者其他组织可以向锦屏湖区人民政府申请获取相关政府信息。申请人可以当面提交、邮寄提交或者在线提交申请。</p>
<p>受理机构：锦屏湖区人民政府办公室政务公开科；通信地址：锦屏湖区环湖大道1号；联系电话：0999-1234567。</p>
<form method="post" action="/zfxxgk/ysqgk/apply.jspx"><p>申请人姓名：<input name="name"></p><p>联系方式：<input name="phone"></p><p>所需信息内容：<textarea name="content" rows="4" cols="50"></textarea></p><p><input type="submit" value="提交申请"></p></form></div>`,
  );

const empty = () =>
  inMenu(
    '基层政务公开标准目录',
    '<div class="dlist"><p style="text-align:center;padding:80px 0;color:#999">暂无相关信息</p></div>',
  );

const guide = () =>
  inMenu(
    '政府信息公开指南',
    `<div class="detail"><h1>${GUIDE.title}</h1><div class="sub">更新时间：${GUIDE.published?.slice(0, 10)}</div><div class="d-body">${GUIDE.body.map((p) => `<p>${p}</p>`).join('')}</div></div>`,
  );

const leaders = () =>
  page({
    title: '领导之窗',
    html: `<div class="crumb">当前位置：<a href="/">首页</a> &gt; 领导之窗</div><ul>${articlesOf(['ldzc'])
      .map((a) => `<li><a href="${pathOf(a)}">${a.title}</a></li>`)
      .join('')}</ul>`,
  });

const interaction = () =>
  page({
    title: '互动交流',
    html: `<div class="crumb">当前位置：<a href="/">首页</a> &gt; 互动交流</div><div class="grid">${box('区长信箱', '/hdjl/qzxx/index.jhtml', ['ldxx'])}${box('民意征集', '/hdjl/myzj/index.jhtml', ['myzj'])}</div>`,
  });

const plain = (name: string, text: string) => () =>
  page({ title: name, html: `<div class="detail"><h1>${name}</h1><div class="d-body"><p>${text}</p></div></div>` });

const map = () =>
  page({
    title: '网站地图',
    html: links(
      COLUMNS.filter((c) => c.layout !== 'none' && !c.department).map((c) => [c.name, `${c.folder}/index.jhtml`]),
    ),
  });

const departments = Object.fromEntries(
  DEPARTMENTS.flatMap(([name, folder, key]) => [
    [
      `${folder}/index.jhtml`,
      () =>
        page({
          title: '首页',
          department: { name, folder },
          html: `<div class="grid">${box('通知公告', `${folder}/tzgg/index.jhtml`, [key])}<div class="box"><h3>联系我们</h3><p>地址：锦屏湖区环湖大道1号　电话：0999-1234567</p></div></div>`,
        }),
    ],
    [
      `${folder}/jgzn/index.jhtml`,
      () =>
        page({
          title: '机构职能',
          department: { name, folder },
          html: `<div class="detail"><h1>${name}机构职能</h1><div class="d-body"><p>${name}是区人民政府工作部门，为正科级。</p><p>办公地址：锦屏湖区环湖大道1号；办公时间：工作日9：00—12：00，14：00—17：00；联系电话：0999-1234567。</p></div></div>`,
        }),
    ],
  ]),
) as Record<string, () => string>;

/** Pages that are no list and no article, by their path. */
export const PORTAL: Record<string, () => string> = {
  '/': home,
  '/index.jhtml': home,
  '/zfxxgk/index.jhtml': openness,
  '/zfxxgk/fdzdgknr/index.jhtml': statutory,
  '/zfxxgk/ysqgk/index.jhtml': request,
  '/zfxxgk/jczwgk/index.jhtml': empty,
  '/zfxxgk/zfxxgkzn/index.jhtml': guide,
  '/ldzc/index.jhtml': leaders,
  '/hdjl/index.jhtml': interaction,
  '/wzdt/index.jhtml': map,
  '/gywm/index.jhtml': plain('关于我们', '本网站由锦屏湖区人民政府办公室主办。'),
  '/search.jspx': plain('站内搜索', '请输入关键词。'),
  ...departments,
};

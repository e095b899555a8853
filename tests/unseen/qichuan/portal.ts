import { COLUMNS, FIELDS, fieldPath } from './columns.js';
import { newest, pane } from './list.js';
import { html, platformPage, portalPage, sectionOf, sectionPage } from './shell.js';
import { tree } from './tree.js';
import type { SiteAnswer } from '../model.js';

type Tab = [label: string, path: string];

/** Tabs by jQuery: every pane is in the source, all but the first hidden. */
const tabs = (id: string, each: Tab[], most: number): string =>
  `<div class="tab" id="${id}"><div class="hd"><ul>${each.map(([label, path]) => `<li><a href="${path}">${label}</a></li>`).join('')}</ul></div><div class="bd">${each.map(([, path], at) => `<div class="con"${at === 0 ? '' : ' style="display:none"'}>${pane(path, most)}</div>`).join('')}</div></div><script>jQuery("#${id}").slide({trigger:"mouseover"});</script>`;

const FILES: Tab[] = [
  ['市政府文件', '/zwgk/zcwj/szfwj/'],
  ['市政府办公室文件', '/zwgk/zcwj/zfbwj/'],
  ['行政规范性文件', '/zwgk/zcwj/gfxwj/'],
  ['部门文件', '/zwgk/zcwj/bmwj/'],
];
const READINGS: Tab[] = [
  ['文字解读', '/zwgk/zcjd/wzjd/'],
  ['图片解读', '/zwgk/zcjd/tpjd/'],
  ['音视频解读', '/zwgk/zcjd/spjd/'],
  ['新闻发布会', '/zwgk/zcjd/xwfbh/'],
  ['政策问答', '/zwgk/zcjd/zcwd/'],
];
const UNITS: Tab[] = [
  ['市人社局', '/bmpd/rsj/'],
  ['市水利局', '/bmpd/slj/'],
  ['柏沟镇', '/xzpd/bgz/'],
];

const home = (): string =>
  portalPage(
    '首页',
    `${tabs(
      'yw',
      [
        ['栖川要闻', '/xwzx/qcyw/'],
        ['通知公告', '/zwgk/tzgg/'],
      ],
      4,
    )}
<div class="bt"><a href="/zwgk/zcwj/">政策文件</a></div>${tabs('wj', FILES, 3)}
<div class="bt"><a href="/zwgk/zcjd/">政策解读</a></div>${tabs('jd', READINGS, 3)}
<div class="gkzl"><a href="/xxgkpt/zfxxgkzn/">政府信息公开指南</a><a href="/xxgkpt/zfxxgkzd/">政府信息公开制度</a><a href="/xxgkpt/fdzdgknr/">法定主动公开内容</a><a href="/xxgkpt/zfxxgknb/">政府信息公开年报</a><a href="/xxgkpt/ysqgk/">依申请公开</a><a href="/xxgkpt/fdzdgknr/jczwgk/"><img src="/images/jczwgk.png" alt="基层政务公开专题"></a></div>
<div class="bm">部门频道：${UNITS.map(([name, path]) => `<a href="${path}">${name}</a>`).join(' ')}</div>`,
  );

const landing = (title: string, each: Tab[], more = ''): string =>
  portalPage(
    title,
    `<div class="pd"><h2>${title}</h2>${each.map(([label, path]) => `<div class="bk"><h3>${label}</h3><a class="more" href="${path}">更多&gt;&gt;</a>${pane(path, 3)}</div>`).join('')}${more}</div>`,
  );

const GUIDE = `<h1>栖川市政府信息公开指南</h1><p class="gxsj">更新日期：2026-01-12</p>
<p>为方便公民、法人和其他组织获取政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。</p>
<h3>一、政府信息的分类和编排体系</h3><p>政府信息的分类：主动公开的政府信息分为规划计划、人事信息、应急管理、基层政务公开等类别。编排体系：政府信息按索引号编排，索引号由机构代码、年份和流水号组成。</p>
<h3>二、政府信息的获取方式</h3><p>（一）主动公开：本机关通过栖川市人民政府门户网站、政府公报以及档案馆、图书馆公开查阅点公开。（二）依申请公开：可以当面、邮寄或在线申请。</p>
<h3>三、政府信息公开工作机构</h3><table border="1"><tr><td>工作机构名称</td><td>栖川市人民政府办公室政务公开科</td></tr><tr><td>办公地址</td><td>栖川市青苇路1号市政府办公楼206室</td></tr><tr><td>办公时间</td><td>工作日8:30—12:00，14:00—17:30</td></tr><tr><td>联系电话</td><td>0000-0000118</td></tr><tr><td>传真号码</td><td></td></tr><tr><td>互联网联系方式</td><td>qczwgk@qichuan.invalid</td></tr></table>`;

const REQUEST = `<h1>依申请公开</h1><p>申请人应当提供姓名、身份证明、联系方式和所需信息的名称、文号等特征性描述。</p><ul><li><a href="javascript:void(0)" onclick="openSq('gr')">公民在线申请</a></li><li><a href="javascript:void(0)" onclick="openSq('fr')">法人在线申请</a></li></ul><p>受理机构：栖川市人民政府办公室政务公开科　地址：青苇路1号</p>
<form id="sqForm" action="/ysqgk/submit" method="post" style="display:none"><input name="xm"><input name="sfz"><textarea name="ms"></textarea></form>`;

const CATALOGUE = `<div class="gk-bt">基层政务公开标准目录</div><table class="gk-lb"><thead><tr><th>序号</th><th>领域</th><th>公开事项</th><th>公开内容（要素）</th><th>公开依据</th><th>公开时限</th><th>公开主体</th></tr></thead><tbody><tr><td colspan="7">暂无数据</td></tr></tbody></table>`;

const LETTERS: [string, string, string][] = [
  ['2024081400017', '苇塘街道路灯不亮', '2024-08-16'],
  ['2024073000009', '咨询灵活就业参保', '2024-08-02'],
  ['2024061100021', '柏沟镇客运班次', '2024-06-14'],
];
const letterPath = (id: string): string => `/hdjl/szxx/letter?bh=${id}`;
const interaction = (): string =>
  portalPage(
    '互动交流',
    `<div class="hd"><h2>市长信箱</h2><a href="javascript:void(0)" onclick="xx()">我要写信</a><table class="xj"><tr><th>受理编号</th><th>标题</th><th>办理状态</th><th>答复日期</th></tr>${LETTERS.map(([id, title, day]) => `<tr><td>${id}</td><td><a href="${letterPath(id)}">${title}</a></td><td>已办结</td><td>${day}</td></tr>`).join('')}</table></div>`,
  );
export const letters = LETTERS.map(([id]) => letterPath(id));

const FORBIDDEN =
  '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>';
const table = (rows: string): string =>
  `<table class="gk-lb"><tr><th>索引号</th><th>标题</th><th>发布日期</th></tr>${rows}</table>`;

function section(path: string): SiteAnswer | undefined {
  const found = sectionOf(path);
  if (!found || found[0] !== path) return undefined;
  const [at, name, columns] = found;
  return html(
    sectionPage(
      path,
      name,
      columns
        .map(
          ([key, label]) =>
            `<div class="bk"><h3><a href="${at}${key}/">${label}</a></h3>${pane(`${at}${key}/`, 3)}</div>`,
        )
        .join(''),
    ),
  );
}

export function portalAt(path: string, query = ''): SiteAnswer | undefined {
  switch (path) {
    case '/':
      return html(home());
    case '/zwgk/':
      return html(
        landing(
          '政务公开',
          [...FILES, ['通知公告', '/zwgk/tzgg/']],
          '<p><a href="/zwgk/zcwj/">政策文件</a> <a href="/zwgk/zcjd/">政策解读</a> <a href="/xxgkpt/">政府信息公开</a></p>',
        ),
      );
    case '/zwgk/zcwj/':
      return html(
        landing(
          '政策文件',
          FILES,
          '<p class="ls"><a href="/qcs/c104512/list.shtml">历史文件（2019—2021年）</a> <a href="/Category_56/Index.aspx">历史文件（2018年以前）</a></p>',
        ),
      );
    case '/zwgk/zcjd/':
      return html(portalPage('政策解读', tabs('zcjd', READINGS, 2)));
    case '/xxgkpt/':
    case '/xxgkpt/fdzdgknr/':
      return html(platformPage('法定主动公开内容', tree(), table(newest(6))));
    case '/xxgkpt/fdzdgknr/jczwgk/':
      return html(
        platformPage(
          '基层政务公开',
          tree(),
          `<div class="gk-bt">基层政务公开</div><ul class="ly">${FIELDS.map(([key, name]) => `<li><a href="${fieldPath(key)}"><img src="/xxgkpt/images/${key}.png">${name}</a></li>`).join('')}</ul>${table(newest(4))}`,
        ),
      );
    case '/xxgkpt/zfxxgkzn/':
      return html(platformPage('政府信息公开指南', tree(), `<div class="gk-xl">${GUIDE}</div>`));
    case '/xxgkpt/jbml/':
      return html(platformPage('基层政务公开标准目录', tree(), CATALOGUE));
    case '/xxgkpt/ysqgk/':
      return html(platformPage('依申请公开', tree(), `<div class="gk-xl">${REQUEST}</div>`));
    case '/hdjl/':
      return html(interaction());
    case '/hdjl/szxx/letter': {
      const letter = LETTERS.find(([id]) => query === `bh=${id}`);
      return (
        letter &&
        html(
          portalPage(
            '来信',
            `<div class="xj"><h2>${letter[1]}</h2><p>来信时间：${letter[2]}</p><p>答复：您好，您反映的问题已转有关单位办理。</p><p>答复日期：${letter[2]}</p></div>`,
          ),
        )
      );
    }
    case '/zwfw/':
      return html(FORBIDDEN, 403);
    case '/wzdt/':
      return html(
        portalPage(
          '站点地图',
          `<div class="map">${COLUMNS.filter(({ style }) => style === 'portal')
            .map((one) => `<a href="${one.path}">${one.name}</a>`)
            .join(' ')}</div>`,
        ),
      );
    default:
      return section(path);
  }
}

import { columnPath, home, loose } from './columns.js';
import { listed } from './content/index.js';
import { sheet, SITE } from './shell.js';
import type { SiteAnswer } from '../model.js';

const rows = (key: string, count: number): string =>
  listed(key)
    .slice(0, count)
    .map(
      (item) =>
        `<tr><td>·<a href="${home(item)}" title="${item.title}">${item.title.slice(0, 24)}${item.title.length > 24 ? '...' : ''}</a></td><td align="right">${loose((item.published ?? '').slice(5))}</td></tr>`,
    )
    .join('');

const box = (name: string, key: string, count = 6): string =>
  `<table width="100%" class="box"><tr><td class="bt">${name}</td><td align="right"><a href="${columnPath(key)}">更多&gt;&gt;</a></td></tr><tr><td colspan="2"><table width="100%" class="list">${rows(key, count)}</table></td></tr></table>`;

function front(): SiteAnswer {
  const html = `<table width="1000" align="center" class="box"><tr><td><marquee scrollamount="3"><font color="#cc0000">热烈欢迎访问黑山头区人民政府网站！</font></marquee></td></tr></table>
<table width="1000" align="center" cellspacing="4"><tr><td width="50%" valign="top">${box('黑山头要闻', '61')}</td><td valign="top">${box('通知公告', '21')}</td></tr>
<tr><td valign="top">${box('区政府文件', '12')}</td><td valign="top">${box('政策解读', '31')}</td></tr></table>
<table width="1000" align="center" class="box"><tr><td align="center"><a href="/xxgk/index.aspx"><b>政府信息公开</b></a> | <a href="/list.aspx?cid=14">历史文件</a> | <a href="/list.aspx?cid=51">规划计划</a> | <a href="/hudong/index.asp">区长信箱</a> | <a href="/leader/index.asp">领导之窗</a></td></tr></table>
<table width="1000" align="center" class="box"><tr><td>友情链接：<select onchange="if(this.value)window.open(this.value)"><option value="">市级网站</option><option value="http://www.beijiang.example/">北江市人民政府</option></select></td></tr></table>`;
  return sheet({
    title: `${SITE}门户网站`,
    html,
    tags: { SiteName: SITE, SiteDomain: 'www.heishantou.gov.example', SiteIDCode: '2399010003' },
  });
}

const MENU: [string, string][] = [
  ['政府信息公开指南', '/xxgk/guide.aspx'],
  ['政府信息公开目录', '/xxgk/catalogue.aspx'],
  ['法定主动公开内容', '/xxgk/fd.aspx'],
  ['政府信息公开年报', '/xxgk/list.aspx?catalog=nb'],
  ['依申请公开', '/xxgk/request.aspx'],
];

function xxgk(): SiteAnswer {
  const menu = MENU.map(
    ([name, href]) =>
      `<tr><td align="center" height="42" bgcolor="#d7e8f8"><a href="${href}" target="mainFrame"><b>${name}</b></a></td></tr>`,
  ).join('');
  const html = `<table width="1000" align="center" bgcolor="#ffffff"><tr><td width="200" valign="top"><table width="100%" cellspacing="3"><tr><td class="bt">政府信息公开</td></tr>${menu}</table></td>
<td valign="top"><iframe name="mainFrame" id="mainFrame" src="/xxgk/fd.aspx" width="100%" height="720" frameborder="0"></iframe></td></tr></table>`;
  return sheet({
    title: `政府信息公开 - ${SITE}`,
    html,
    tags: { SiteName: SITE, ColumnName: '政府信息公开', ColumnType: '信息公开' },
  });
}

const framed = (name: string, inner: string): SiteAnswer =>
  sheet({
    title: `${name}-政府信息公开`,
    html: `<div style="background:#fff;padding:8px"><div class="bt">${name}</div>${inner}</div>`,
    bare: true,
    tags: { SiteName: SITE, ColumnName: name },
  });

const guide = (): SiteAnswer =>
  framed(
    '政府信息公开指南',
    `<p>更新日期：2026-01-12</p><p>为方便公民、法人和其他组织获取本机关政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。</p>
<p><b>一、主动公开</b></p><p>公开范围见本机关法定主动公开内容。分类、编排体系按照主题、年度编排。通过区政府网站、政务服务中心、区档案馆查阅。</p>
<p><b>二、依申请公开</b></p><p>受理机构：黑山头区人民政府办公室政务公开科；办公地址：黑山头区林海路1号；办公时间：工作日8:30—11:30，13:30—17:00；联系电话：0999-1234567；传真号码：0999-1234566；互联网联系方式：hstzwgk@heishantou.example。</p>
<p><b>三、监督救济</b></p><p>认为本机关未依法履行公开义务的，可以向上一级行政机关投诉、举报。</p>`,
  );

const request = (): SiteAnswer =>
  framed(
    '依申请公开',
    `<p>更新日期：2026-01-12</p><p>公民、法人或者其他组织可以当面、邮寄或者通过下列表单提出政府信息公开申请。本机关自收到申请之日起20个工作日内答复。</p>
<form method="post" action="/xxgk/request.aspx"><table class="xx" border="1" width="90%"><tr><th>申请人姓名</th><td><input name="xm"></td></tr><tr><th>联系方式</th><td><input name="lx"></td></tr><tr><th>所需政府信息</th><td><textarea name="nr" rows="4" cols="50"></textarea></td></tr><tr><td colspan="2" align="center"><input type="button" value="提交申请"></td></tr></table></form>
<p>附：<a href="/UploadFiles/sqb.doc">政府信息公开申请表</a></p>`,
  );

function statutory(): SiteAnswer {
  const items: [string, string][] = [
    ['行政规范性文件', 'gfxwj'],
    ['财政预决算', 'czyjs'],
    ['规划计划', '51'],
  ];
  const blocks = items.map(
    ([name, key]) =>
      `<table width="98%" class="box"><tr><td class="bt"><a href="${columnPath(key)}"${key === '51' ? ' target="_top"' : ''}>${name}</a></td></tr>${listed(
        key,
      )
        .slice(0, 3)
        .map((item) => `<tr><td>·${item.title}　${item.published}</td></tr>`)
        .join('')}</table>`,
  );
  return framed(
    '法定主动公开内容',
    `${blocks.join('')}<p><a href="/leader/index.asp" target="_top">机构职能与领导信息</a></p>`,
  );
}

const LETTERS: [number, string, string, string][] = [
  [815, '咨询小区加装电梯申请流程', '2026-06-22', '您好！加装电梯应当由本单元业主协商一致后向街道办事处提出申请。'],
  [809, '反映路灯损坏问题', '2026-06-09', '您好！工作人员已到现场维修，路灯恢复照明。感谢您的监督。'],
  [796, '咨询灵活就业人员社保缴费', '2026-05-14', '您好！可通过手机应用或者到政务服务中心二楼社保窗口办理。'],
  [788, '建议增加公交班次', '2026-04-20', '您好！7路公交车早高峰已增加两个班次。'],
];

function interaction(): SiteAnswer {
  const list = LETTERS.map(
    ([id, title, date]) =>
      `<tr><td>${id}</td><td><a href="/hudong/letter.asp?id=${id}">${title}</a></td><td>已回复</td><td>${date}</td></tr>`,
  ).join('');
  return sheet({
    title: `互动交流 - ${SITE}`,
    sending: 'gb',
    html: `<table width="1000" align="center" class="box"><tr><td class="bt" colspan="4">互动交流 &gt; 区长信箱</td></tr><tr><th>编号</th><th>来信主题</th><th>状态</th><th>回复时间</th></tr>${list}<tr><td colspan="4"><input type="button" value="我要写信"></td></tr></table>`,
  });
}

function letter(id: number): SiteAnswer | null {
  const found = LETTERS.find(([one]) => one === id);
  if (!found) return null;
  return sheet({
    title: `${found[1]} - 区长信箱`,
    sending: 'gb',
    html: `<table width="1000" align="center" class="box xx" border="1"><tr><th>来信主题</th><td>${found[1]}</td></tr><tr><th>来信内容</th><td>${found[1]}，请有关部门答复，谢谢。</td></tr><tr><th>回复内容</th><td>${found[3]}</td></tr><tr><th>回复时间</th><td>${found[2]}</td></tr></table>`,
  });
}

export const LETTER_PATHS = LETTERS.map(([id]) => `/hudong/letter.asp?id=${id}`);

const leaders = (): SiteAnswer =>
  sheet({
    title: `领导之窗 - ${SITE}`,
    sending: 'gb',
    html: '<table width="1000" align="center" class="box"><tr><td class="bt">领导之窗</td></tr><tr><td>区　长　李某某　主持区政府全面工作。</td></tr><tr><td>副区长　孙某某　负责财政、税务、统计、应急管理工作。</td></tr><tr><td>副区长　钱某某　负责农业农村、水务、林草工作。</td></tr></table>',
  });

const departments = (): SiteAnswer =>
  sheet({
    title: `部门文件 - ${SITE}`,
    sending: 'gb',
    html: `<table width="1000" align="center" class="box"><tr><td class="bt" colspan="3">部门文件</td></tr><tr>${[
      ['jyj', '区教育局'],
      ['mzj', '区民政局'],
      ['czj', '区财政局'],
    ]
      .map(([key, name]) => `<td align="center" height="60"><a href="/depart/list.asp?dept=${key}">${name}</a></td>`)
      .join('')}</tr></table>`,
  });

/** Pages that are neither list nor article. */
export function portalAt(path: string): SiteAnswer | null {
  const [bare, search] = path.split('?');
  const pages: Record<string, () => SiteAnswer> = {
    '/': front,
    '/Default.aspx': front,
    '/xxgk/index.aspx': xxgk,
    '/xxgk/guide.aspx': guide,
    '/xxgk/catalogue.aspx': () => framed('政府信息公开目录', '<p align="center">暂无信息</p>'),
    '/xxgk/fd.aspx': statutory,
    '/xxgk/request.aspx': request,
    '/hudong/index.asp': interaction,
    '/leader/index.asp': leaders,
    '/depart/index.asp': departments,
  };
  if (bare === '/hudong/letter.asp') return letter(Number(new URLSearchParams(search).get('id')));
  return pages[bare ?? '']?.() ?? null;
}

import { docs, rowsOf } from './data.js';
import { COLUMN_NAMES } from './detail.js';
import { newestInterpretations } from './lists.js';
import { crumbs, page, short, SITE } from './layout.js';
import { news } from './news.js';

const link = (column: string) => {
  const [name, url] = COLUMN_NAMES[column] ?? ['', '/'];
  return `<a href="${url}">${name}</a>`;
};

/** 法定主动公开内容 as an accordion of three levels. */
const accordion = () => `<dl class="acc">
<dt onclick="qt.open(this)">＋ 政策</dt><dd class="open"><p class="l2" onclick="qt.open(this)">▸ <a href="/zfxxgk/zcwj/">政策文件</a></p><div class="l3 open">${link('xzfwj')}${link('xzfbwj')}${link('bmwj')}</div><p class="l2">▸ ${link('gfxwj')}</p><p class="l2">▸ <a href="/zcjd/">政策解读</a></p></dd>
<dt onclick="qt.open(this)">＋ 规划信息</dt><dd>${link('ghjh')}</dd>
<dt onclick="qt.open(this)">＋ 财政信息</dt><dd>${link('czyjs')}</dd>
<dt onclick="qt.open(this)">＋ 机构信息</dt><dd><a href="/zfxxgk/jgzn/">机构职能</a><a href="/zfxxgk/ldzc/">领导之窗</a></dd>
<dt onclick="qt.open(this)">＋ 重点领域信息</dt><dd><p class="l2" onclick="qt.open(this)">▸ 农业农村</p><div class="l3">${link('snbt')}</div></dd>
<dt onclick="qt.open(this)">＋ 公示公告</dt><dd>${link('tzgg')}</dd>
</dl>`;

export const openness = () =>
  page({
    title: `政府信息公开_${SITE}`,
    body: `${crumbs(['政府信息公开', '/zfxxgk/'])}<div class="cards"><a href="/zfxxgk/zhinan/">政府信息公开指南</a><a href="/zfxxgk/zhidu/">政府信息公开制度</a><a href="/zfxxgk/fadingneirong/">法定主动公开内容</a><a href="/zfxxgk/nianbao/">政府信息公开年报</a><a href="/zfxxgk/yishenqing/">依申请公开</a></div>${accordion()}`,
  });

const newestDocs = (count: number, chosen: string[]) =>
  docs
    .filter((doc) => chosen.includes(doc.column))
    .sort((a, b) => b.publishedOn.localeCompare(a.publishedOn))
    .slice(0, count);

export const statutory = () =>
  page({
    title: `法定主动公开内容_${SITE}`,
    body: `${crumbs(['政府信息公开', '/zfxxgk/'], ['法定主动公开内容', '/zfxxgk/fadingneirong/'])}<div class="two"><div class="l"><ul class="plain">${newestDocs(
      8,
      Object.keys(COLUMN_NAMES),
    )
      .map((doc) => `<li><a href="${doc.url}">${doc.title}</a><span>${short(doc.publishedOn)}</span></li>`)
      .join('')}</ul></div><div class="rr" style="width:380px">${accordion()}</div></div>`,
  });

export const policies = () =>
  page({
    title: `政策文件_${SITE}`,
    body: `${crumbs(['政府信息公开', '/zfxxgk/'], ['政策文件', '/zfxxgk/zcwj/'])}${['xzfwj', 'xzfbwj', 'bmwj']
      .map(
        (column) =>
          `<div class="bar"><h5>${link(column)}</h5><ul>${rowsOf(column)
            .slice(0, 3)
            .map((row) => `<li><a href="${row.url}">${row.title}</a> <small>${short(row.publishedOn)}</small></li>`)
            .join('')}</ul></div>`,
      )
      .join('')}`,
  });

const simple = (title: string, where: [string, string][], html: string) =>
  page({
    title: `${title}_${SITE}`,
    body: `${crumbs(...where, [title, '#'])}<h1>${title}</h1><div class="zw">${html}</div>`,
  });

const OPEN: [string, string][] = [['政府信息公开', '/zfxxgk/']];

export const guide = () =>
  simple(
    '青坛县人民政府信息公开指南',
    OPEN,
    '<p style="text-align:center">发布时间：2026-01-08</p><p>为方便公民、法人和其他组织获取县人民政府的政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。</p><p><b>一、信息分类和编排体系</b></p><p>政府信息按机构职能、政策文件、规划计划、财政信息、重点领域等分类编排。</p><p><b>二、获取方式</b></p><p>公民、法人和其他组织可以通过县政府门户网站、政府公报、县档案馆、县图书馆查阅。</p><p><b>三、政府信息公开工作机构</b></p><p>名称：青坛县人民政府办公室；办公地址：青坛县人民路1号；办公时间：工作日8:30—12:00，14:30—18:00；联系电话：0999-1234567；传真：0999-1234568；电子邮箱：xxgk@qingtan.example。</p>',
  );

export const request = () =>
  simple(
    '依申请公开',
    OPEN,
    '<p>公民、法人或者其他组织可以向县人民政府申请获取相关政府信息。受理机构：青坛县人民政府办公室，电话：0999-1234567。</p><p>申请流程：登记、审核、办理、答复、归档。收到申请之日起20个工作日内予以答复。</p><form action="/zfxxgk/yishenqing/" method="post"><p>申请人姓名 <input name="xm"></p><p>联系方式 <input name="lx"></p><p>所需信息内容描述 <textarea name="nr"></textarea></p><p><button type="submit">在线提交申请</button></p></form>',
  );

export const functions = () =>
  simple(
    '机构职能',
    OPEN,
    '<p>青坛县人民政府办公室是协助县政府领导同志处理县政府日常工作的机构，内设综合股、信息股、督查室等9个股室。</p><p>办公地址：青坛县人民路1号。负责人：张某某。</p>',
  );

export const leaders = () =>
  simple(
    '领导之窗',
    OPEN,
    '<p><b>县长　张某某</b>　主持县政府全面工作，负责审计方面工作。</p><p><b>常务副县长　李某某</b>　负责县政府常务工作，分管发展改革、财政、应急管理。</p><p><b>副县长　王某某</b>　分管农业农村、水务、林业。</p>',
  );

export const about = () =>
  simple(
    '走进青坛',
    [],
    '<p>青坛县位于云岭市西北部，辖12个乡镇146个行政村，总面积2186平方公里，常住人口31.4万人，素有“竹海茶乡”之称。</p>',
  );

export const topics = () =>
  page({
    title: `专题专栏_${SITE}`,
    body: `${crumbs(['专题专栏', '/ztzl/'])}<div class="zw" style="text-align:center;color:#999;padding:120px 0">暂无信息</div>`,
  });

export const notFound = () =>
  page({ title: `404_${SITE}`, body: '<h1>404</h1><p style="text-align:center">抱歉，您访问的页面不存在。</p>' });

export const gone = () =>
  page({
    title: `提示信息_${SITE}`,
    body: '<div class="zw" style="text-align:center;padding:100px 0"><p>抱歉，该信息已被删除或者不存在。</p><p><a href="/">返回首页</a></p></div>',
  });

export const search = () => simple('站内搜索', [], '<p>没有找到与关键字相关的信息，请更换关键字后重试。</p>');

export const siteMap = () => simple('网站地图', [], `<p>${Object.keys(COLUMN_NAMES).map(link).join('　')}</p>`);

export const letters = [
  {
    number: 218,
    title: '关于学府路路灯不亮的问题',
    on: '2026-06-23',
    question: '学府路中段路灯已有一周不亮，晚上出行不便，请尽快维修。',
    answer: '您好，经核实，系线路老化所致，县城市管理局已于6月24日组织维修，现已恢复照明。',
    answeredOn: '2026-06-25',
  },
  {
    number: 211,
    title: '咨询新生儿医保参保时间',
    on: '2026-06-10',
    question: '孩子5月出生，请问什么时候办理医保？',
    answer: '您好，新生儿在出生后90日内办理参保登记并缴费的，自出生之日起享受待遇。',
    answeredOn: '2026-06-12',
  },
  {
    number: 203,
    title: '建议在河湾镇增设公交站点',
    on: '2026-05-19',
    question: '建议在石门村口增设公交站。',
    answer: '您好，您的建议县交通运输局已列入下半年线网优化计划。',
    answeredOn: '2026-05-26',
  },
];

export const interaction = () =>
  page({
    title: `互动交流_${SITE}`,
    body: `${crumbs(['互动交流', '/hdjl/'])}<div class="two"><div class="l"><div class="tabs"><b class="on">县长信箱</b></div><ul class="plain">${letters
      .map(
        (one) =>
          `<li><a href="/hdjl/xin/${String(one.number)}.html">${one.title}</a><span>${one.on}　已答复</span></li>`,
      )
      .join(
        '',
      )}</ul></div><div class="rr"><div class="bar"><h5>意见征集</h5><ul><li>2027年民生实事项目建议征集（2026-06-15至2026-07-31）</li><li>县城区公交线路优化意见征集（已结束）</li></ul></div><a class="more" style="width:auto" href="javascript:alert('请先登录')">我要写信</a></div></div>`,
  });

export function letterPage(number: number): string | null {
  const one = letters.find((letter) => letter.number === number);
  if (!one) return null;
  return simple(
    one.title,
    [['互动交流', '/hdjl/']],
    `<p>来信时间：${one.on}</p><p>来信内容：${one.question}</p><p>答复单位：县政府办公室　答复时间：${one.answeredOn}</p><p>答复内容：${one.answer}</p>`,
  );
}

export function home(): string {
  const row = (one: { url: string; title: string; publishedOn: string }) =>
    `<li><a href="${one.url}" title="${one.title}">${one.title}</a><span>${one.publishedOn.slice(5)}</span></li>`;
  const tab = (id: string, rows: string, on: boolean) =>
    `<div class="tabc" id="${id}"${on ? '' : ' style="display:none"'}><ul class="plain">${rows}</ul></div>`;
  return page({
    title: `${SITE}门户网站`,
    head: `<meta name="SiteName" content="${SITE}">\n<meta name="SiteDomain" content="www.qingtan.gov.cn">\n<meta name="SiteIDCode" content="0999230001">\n`,
    body: `<div class="gd"><div id="gd">${news
      .slice(0, 8)
      .map((one) => `<p><a href="${one.url}">${one.title}</a><em>${one.publishedOn}</em></p>`)
      .join('')}</div></div>
<div class="two" style="margin-top:20px"><div class="l"><div class="tabs"><b class="on" onclick="qt.tab(this,'t1')">青坛要闻</b><b onclick="qt.tab(this,'t2')">通知公告</b><b onclick="qt.tab(this,'t3')">政策文件</b><b onclick="qt.tab(this,'t4')">政策解读</b></div>
${tab('t1', news.slice(0, 7).map(row).join(''), true)}${tab('t2', `${rowsOf('tzgg').slice(0, 4).map(row).join('')}<li><a href="/tzgg/">更多通知公告 &gt;&gt;</a></li>`, false)}${tab('t3', newestDocs(6, ['xzfwj', 'xzfbwj', 'bmwj']).map(row).join(''), false)}${tab('t4', newestInterpretations().map(row).join(''), false)}</div>
<div class="rr"><div class="bar"><h5>政府信息公开</h5><ul><li><a href="/zfxxgk/zhinan/">政府信息公开指南</a></li><li><a href="/zfxxgk/zhidu/">政府信息公开制度</a></li><li><a href="/zfxxgk/fadingneirong/">法定主动公开内容</a></li><li><a href="/zfxxgk/nianbao/">政府信息公开年报</a></li><li><a href="/zfxxgk/yishenqing/">依申请公开</a></li><li><a href="/tzgg/">通知公告</a></li></ul></div><div class="bar"><h5>互动交流</h5><ul><li><a href="/hdjl/">县长信箱</a></li><li><a href="/hdjl/">意见征集</a></li></ul></div></div></div>`,
  });
}

import { alsoCall, callPath, homePath, listOf, plainPath } from '../address.js';
import {
  articleOf,
  articlesIn,
  documents,
  type Entry,
  interpretations,
  letters,
  services,
  topics,
} from '../content/index.js';
import { cut, disclosure, framed, page } from './layout.js';
import { simpleRows } from './lists.js';

const box = (title: string, inner: string, more = '') =>
  `<TABLE width="100%" border=0 cellSpacing=0 cellPadding=0 class=box><TR><TD class=box_t>${title}</TD><TD align=right class=box_t>${more && `<A href="${more}">更多&gt;&gt;</A>`}</TD></TR><TR><TD colspan=2>${inner}</TD></TR></TABLE>`;

const brief = (articles: Entry[]) =>
  `<TABLE width="100%" border=0>${articles
    .map(
      (article) =>
        `<TR><TD height=26>·<A href="${homePath(article)}">${cut(article.title, 22)}</A></TD><TD width=50 class=rq>${article.published?.slice(5) ?? ''}</TD></TR>`,
    )
    .join('')}</TABLE>`;

const text = (title: string, trail: string, paragraphs: string[], side = false) =>
  page({
    title: `${title}-枫禾县自然资源局`,
    trail: [[trail], [title]],
    side,
    body: box(
      title,
      `<TABLE width="96%" align=center border=0><TR><TD class=wz_nr>${paragraphs.map((p) => `<P style="TEXT-INDENT: 2em">${p}</P>`).join('\n')}</TD></TR></TABLE>`,
    ),
  });

const home = () =>
  page({
    title: '枫禾县自然资源局',
    trail: [],
    tags: `<META NAME="SITENAME" CONTENT="枫禾县自然资源局"><META NAME="SiteDomain" CONTENT="zrzyj.fenghe.example"><META NAME="SiteIDCode" CONTENT="3399120031">\n`,
    body: `<TABLE width="100%" border=0 cellSpacing=6><TR><TD width="34%" valign=top><IMG src="/images/banner1.png" width=320 height=210></TD>
<TD width="33%" valign=top>${box('动态要闻', brief(articlesIn('15901').slice(0, 7)), listOf('15901'))}</TD>
<TD valign=top>${box('通知公告', brief(articlesIn('15911').slice(0, 7)), listOf('15911'))}</TD></TR>
<TR><TD valign=top>${box('信息公开', `<TABLE width="100%" border=0>${disclosure.map(([name, path]) => `<TR><TD height=32 align=center><A href="${path}">${name}</A></TD></TR>`).join('')}</TABLE>`, '/xxgk/index.jsp')}</TD>
<TD valign=top>${box('政策文件', brief(articlesIn('15972').slice(0, 6)), '/info/zcwj.jsp')}</TD>
<TD valign=top>${box('政策解读', brief(articlesIn('15981').slice(0, 6)), listOf('15981'))}</TD></TR></TABLE>
<MARQUEE scrollAmount=3>欢迎访问枫禾县自然资源局网站！　12336违法线索举报热线全天候受理</MARQUEE>`,
  });

const hub = () =>
  page({
    title: '政策文件-枫禾县自然资源局',
    trail: [['政策文件']],
    side: true,
    body:
      box(
        '规范性文件',
        simpleRows(articlesIn('15971').slice(0, 6), plainPath).replace(/\[\d{4}-\d\d-\d\d\]/g, ''),
        listOf('15971'),
      ) + box('其他文件', simpleRows(articlesIn('15972').slice(0, 6), plainPath), listOf('15972')),
  });

const disclosureHome = () =>
  page({
    title: '政府信息公开-枫禾县自然资源局',
    trail: [['政府信息公开']],
    side: true,
    body: `${box('最新公开', simpleRows([...articlesIn('15972'), ...articlesIn('15971')].slice(0, 5), homePath), '/xxgk/fdzd.jsp')}<P align=center>为方便公众获取政府信息，请从左侧进入各栏目。</P>`,
  });

const guide = () =>
  text(
    '政府信息公开指南',
    '政府信息公开',
    [
      '为更好地提供政府信息公开服务，方便公民、法人和其他组织依法获取政府信息，编制本指南。本指南每年更新一次，最近更新时间：2026年1月8日。',
      '<B>一、信息分类和编排体系</B>　本机关主动公开的信息包括机构职能、政策文件、规划计划、财政信息、征地信息等类别，按栏目和日期编排。',
      '<B>二、获取方式</B>　主动公开的信息可在本机关网站查阅，也可到县档案馆、县图书馆、县政务服务中心查阅点查阅。',
      '<B>三、依申请公开</B>　申请人可以当面、邮寄或者通过网站提交申请，本机关自收到申请之日起20个工作日内予以答复。',
      '<B>四、工作机构</B>　枫禾县自然资源局办公室。办公地址：枫禾县城关镇枫林大道88号；办公时间：工作日8:30—12:00，14:30—18:00；联系电话：0999-1234567；传真：0999-1234568；电子邮箱：zrzyj@fenghe.example。',
      '<B>五、监督方式</B>　公民、法人或者其他组织认为本机关未依法履行政府信息公开义务的，可以向县政务公开主管部门举报。',
    ],
    true,
  );

const tree: [string, string][] = [
  ['规范性文件', '15971'],
  ['其他文件', '15972'],
  ['计划总结', '15975'],
  ['财政预决算', '15976'],
  ['国土空间规划', '15977'],
  ['征地信息', '15978'],
  ['矿产与地质灾害', '15979'],
  ['不动产登记公告', '15980'],
];

const frameset = () =>
  `<HTML><HEAD><META HTTP-EQUIV="CONTENT-TYPE" CONTENT="TEXT/HTML; CHARSET=GB2312"><TITLE>法定主动公开内容-枫禾县自然资源局</TITLE></HEAD>
<FRAMESET cols="220,*" frameborder=0 border=0><FRAME src="/xxgk/left.jsp" name=leftFrame scrolling=auto noresize><FRAME src="/xxgk/right.jsp" name=mainFrame></FRAMESET>
<NOFRAMES><BODY>您的浏览器不支持框架，请使用IE浏览器访问。</BODY></NOFRAMES></HTML>`;

const left = () =>
  framed(
    '',
    `<P align=center><B>法定主动公开内容</B></P><TABLE width=190 border=0>${tree
      .map(
        ([name, column]) =>
          `<TR><TD height=30><IMG src="/images/folder.png" width=14 height=12> <A href="${listOf(column)}" target=mainFrame>${name}</A></TD></TR>`,
      )
      .join('')}</TABLE><P align=center><A href="/index.jsp" target=_top>返回首页</A></P>`,
  );

const right = () =>
  framed('', box('最新信息', simpleRows(documents.filter(({ column }) => column === '15972').slice(0, 8), plainPath)));

const interaction = () =>
  page({
    title: '互动交流-枫禾县自然资源局',
    trail: [['互动交流']],
    body: `${box('局长信箱', simpleRows(letters, plainPath))}
<P align=center><INPUT type=button value="我要写信" onclick="location.href='/hdjl/write.jsp'">　<INPUT type=button value="信件查询" onclick="alert('请输入查询码')"></P>
${box(
  '征集调查',
  simpleRows([articleOf(alsoCall)!], ({ id }) => callPath(id)),
)}`,
  });

const write = () =>
  page({
    title: '我要写信-枫禾县自然资源局',
    trail: [['互动交流', '/hdjl/index.jsp'], ['我要写信']],
    body: '<FORM name=letter method=post action="/hdjl/save.jsp"><TABLE align=center border=1 cellPadding=6><TR><TD>姓名</TD><TD><INPUT name=xm></TD></TR><TR><TD>标题</TD><TD><INPUT name=bt size=50></TD></TR><TR><TD>内容</TD><TD><TEXTAREA name=nr rows=8 cols=60></TEXTAREA></TD></TR><TR><TD colspan=2 align=center><INPUT type=submit value="提交"></TD></TR></TABLE></FORM>',
  });

const topicHome = () =>
  page({
    title: '专题专栏-枫禾县自然资源局',
    trail: [['专题专栏']],
    body: box(
      '专题专栏',
      `${simpleRows(topics, plainPath)}<TABLE width="98%" align=center border=0 class=list><TR><TD height=28>·<A href="/zt/bdc2019/index.htm" target=_blank>“不动产登记便民利民”专题网站</A></TD><TD width=90 class=rq>[2019-08-15]</TD></TR></TABLE>`,
    ),
  });

/** What now stands under the address of an old topic. */
const hijacked = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>棋牌娱乐平台_注册送彩金_官方下载</title><meta name="keywords" content="棋牌,娱乐,彩金"></head><body><h1>棋牌娱乐平台官方下载</h1><p>本平台提供多种棋牌游戏，注册即送彩金，二十四小时客服在线。</p><p>发布时间：2026-06-01</p></body></html>`;

/** Pages that are no article: path without query to markup. */
export const pages: Record<string, () => string> = {
  '/': home,
  '/index.jsp': home,
  '/info/zcwj.jsp': hub,
  '/xxgk/index.jsp': disclosureHome,
  '/xxgk/gkzn.jsp': guide,
  '/xxgk/fdzd.jsp': frameset,
  '/xxgk/left.jsp': left,
  '/xxgk/right.jsp': right,
  '/bsfw/index.jsp': () =>
    page({
      title: '办事服务-枫禾县自然资源局',
      trail: [['办事服务']],
      body: box('办事指南', simpleRows(services, plainPath)),
    }),
  '/hdjl/index.jsp': interaction,
  '/hdjl/write.jsp': write,
  '/ztzl/index.jsp': topicHome,
  '/zt/bdc2019/index.htm': () => hijacked,
  '/jggk/index.jsp': () =>
    text('机构职能', '机构概况', [
      '枫禾县自然资源局是县人民政府工作部门，为正科级，加挂枫禾县林业局牌子。',
      '主要职责：履行全民所有土地、矿产、森林等自然资源资产所有者职责和所有国土空间用途管制职责；负责自然资源调查监测评价、统一确权登记、合理开发利用等工作。',
      '办公地址：枫禾县城关镇枫林大道88号　办公时间：工作日8:30—12:00，14:30—18:00　办公电话：0999-1234567',
      '<A href="/jggk/ldxx.jsp">领导信息</A>　<A href="/jggk/nsjg.jsp">内设机构</A>　<A href="/jggk/lxwm.jsp">联系我们</A>',
    ]),
  '/jggk/ldxx.jsp': () =>
    text('领导信息', '机构概况', [
      '张某某　党组书记、局长　主持局全面工作。',
      '李某某　党组成员、副局长　分管国土空间规划、用途管制工作。',
      '王某某　党组成员、副局长　分管不动产登记、测绘地理信息工作。',
    ]),
  '/jggk/nsjg.jsp': () =>
    text('内设机构', '机构概况', [
      '办公室、人事股、财务股、法规股、耕地保护监督股、国土空间规划股、地质灾害防治股、测绘地理信息股等12个股室。',
    ]),
  '/jggk/lxwm.jsp': () => text('联系我们', '机构概况', ['电话：0999-1234567　传真：0999-1234568　邮政编码：999100']),
  '/wzdt.jsp': () =>
    text('网站地图', '网站首页', [
      `<A href="${listOf('15901')}">动态要闻</A>　<A href="${listOf('15911')}">通知公告</A>　<A href="/info/zcwj.jsp">政策文件</A>　<A href="${listOf('15981')}">政策解读</A>　<A href="/bsfw/index.jsp">办事服务</A>`,
      `本站共发布政策解读${interpretations.length}篇。`,
    ]),
};

export const guidePaths = [
  '/xxgk/gkzn.jsp',
  '/jggk/index.jsp',
  '/jggk/ldxx.jsp',
  '/jggk/nsjg.jsp',
  '/zt/bdc2019/index.htm',
];

export const lost = () =>
  page({
    title: '提示信息-枫禾县自然资源局',
    trail: [['提示信息']],
    body: '<TABLE width="100%" height=240 border=0 class=box><TR><TD align=center>对不起，您访问的信息不存在或已被删除！<BR><BR><A href="javascript:history.back()">返回上一页</A></TD></TR></TABLE>',
  });

export const draft = () =>
  page({
    title: '枫禾县自然资源局-信息公开',
    trail: [['征地信息', listOf('15978')], ['正文']],
    body: '<TABLE width="100%" class=box><TR><TD align=center class=wz_bt>枫禾县人民政府征收土地公告（柳河镇新塘村）</TD></TR><TR><TD class=wz_nr><P>（草稿，待审核）</P></TD></TR></TABLE>',
  });

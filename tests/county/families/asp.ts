import type { Column, Entry } from '../model.js';
import { bodyOf } from '../render/blocks.js';
import { encodeGb18030 } from '../render/gb18030.js';
import { isPlatformColumn, pagesOf } from '../render/home.js';
import { chineseDate, cut, esc } from '../render/html.js';
import { printBlocks } from '../render/print-blocks.js';
import { guideHtml, requestHtml, townCatalogueHtml } from '../render/standing-pages.js';
import type { View } from '../render/view.js';
import type { Family, Paths, Reply } from './family.js';

/**
 * An old ASP site: tables for layout, list pages at `list.asp?classid=7&page=2`, bytes in GB18030. One site calls them gb2312
 * in a meta, the other says nothing at all; the header names no charset on either.
 */

const pageSize = 10;

export const aspPaths: Paths = {
  home: '/',
  openness: '/xxgk.asp',
  column: (column) => `/list.asp?classid=${column.number}`,
  entry: (entry) => `/show.asp?id=${entry.number}`,
  attachment: (entry, index) => `/UploadFile/${entry.number}_${index}.${entry.attachments[index]?.kind ?? 'bin'}`,
};

function link(href: string, text: string, more = ''): string {
  return `<A HREF="${esc(href)}"${more}>${esc(text)}</A>`;
}

function page(view: View, title: string, main: string): Reply {
  const { unit } = view;
  const declared =
    unit.key === 'finance' ? '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">\n' : '';
  const { main: colour, dark, light } = unit.colour;
  const navigation = view
    .navigation()
    .map((item) => `<TD ALIGN="center">${link(item.href, item.name)}</TD>`)
    .join('');
  const topic = view.topic();
  const friends = view.around.neighbours
    .slice(0, 6)
    .map((site) => link(site.url, site.name, ' target="_blank"'))
    .join(' | ');
  const html = `<HTML>
<HEAD>
${declared}<TITLE>${esc(title)}</TITLE>
<META NAME="SiteName" CONTENT="${esc(unit.name)}">
<STYLE>BODY{margin:0;background:#dfe6ee;font-family:宋体,SimSun,"WenQuanYi Micro Hei";font-size:14px;line-height:1.8}TABLE{font-size:14px}A{color:#333;text-decoration:none}A:hover{color:#c00}.t{background:${colour};color:#fff;font-weight:bold;padding:4px 12px}.b{background:#fff}.nav A{color:#fff;font-size:15px}.lm{line-height:32px;border-bottom:1px dotted #bbb;padding-left:14px}.nr P{text-indent:2em;font-size:16px;line-height:2}.nr IMG,.nr VIDEO{max-width:680px}.ml-table TD,.nb-table TD{border:1px solid #999;padding:4px}.ml-table,.nb-table{border-collapse:collapse}</STYLE>
</HEAD>
<BODY>
<TABLE WIDTH="1000" BORDER="0" ALIGN="center" CELLPADDING="0" CELLSPACING="0" CLASS="b">
<TR><TD HEIGHT="120" STYLE="background:linear-gradient(90deg,${dark},${colour});padding-left:40px"><FONT COLOR="#ffffff" SIZE="6" FACE="楷体"><B>${esc(unit.name)}</B></FONT><BR><FONT COLOR="#ffffff">${unit.place.notice}</FONT></TD></TR>
<TR><TD BGCOLOR="${dark}" HEIGHT="38" CLASS="nav"><TABLE WIDTH="100%"><TR>${navigation}</TR></TABLE></TD></TR>
<TR><TD BGCOLOR="${light}" HEIGHT="30" STYLE="padding-left:16px">今天是${chineseDate(unit.place.asOf)}　欢迎访问${esc(unit.name)}网站${topic ? `　　专题：${link(topic.href, topic.name)}` : ''}</TD></TR>
<TR><TD STYLE="padding:12px">${main}</TD></TR>
<TR><TD BGCOLOR="${light}" ALIGN="center" STYLE="padding:8px">友情链接：${friends}</TD></TR>
<TR><TD BGCOLOR="${dark}" ALIGN="center" STYLE="color:#fff;padding:14px">主办单位：${esc(unit.name)}　网站标识码：${unit.siteCode}　示ICP备${unit.place.asOf.slice(0, 4)}${unit.siteCode.slice(-4)}号-1<BR>地址：${esc(unit.address)}　电话：${unit.phone}<BR>${unit.place.notice}</TD></TR>
</TABLE>
</BODY>
</HTML>`;
  return { type: 'text/html', body: encodeGb18030(html) };
}

/** 2c: one row of the table index, number and date in cells of their own. */
function row(view: View, entry: Entry, index: number): string {
  return `<TR BGCOLOR="${index % 2 ? '#f6f6f6' : '#ffffff'}"><TD WIDTH="40" ALIGN="center">${index + 1}</TD><TD HEIGHT="30">${link(view.paths.entry(entry), cut(entry.title, 34), ` title="${esc(entry.title)}" target="_blank"`)}</TD><TD WIDTH="170">${esc(entry.documentNumber ?? '')}</TD><TD WIDTH="100" ALIGN="center">${entry.publishedOn ?? ''}</TD></TR>`;
}

function table(view: View, entries: Entry[], offset = 0): string {
  return `<TABLE WIDTH="100%" BORDER="0" CELLPADDING="4" CELLSPACING="1" BGCOLOR="#cccccc"><TR BGCOLOR="${view.unit.colour.light}"><TD ALIGN="center">序号</TD><TD ALIGN="center">标题</TD><TD ALIGN="center">文号</TD><TD ALIGN="center">发布日期</TD></TR>
${entries.map((entry, index) => row(view, entry, index + offset)).join('\n')}</TABLE>`;
}

function pager(column: Column, page: number, pages: number, total: number): string {
  const to = (n: number, text: string) =>
    n === page || n < 1 || n > pages ? text : link(`list.asp?classid=${column.number}&page=${n}`, text);
  return `<P ALIGN="center">共${total}条　第${page}/${pages}页　${to(1, '首页')}　${to(page - 1, '上一页')}　${to(page + 1, '下一页')}　${to(pages, '尾页')}</P>`;
}

function side(view: View): string {
  const items = view
    .menu()
    .map(
      (item) =>
        `<DIV CLASS="lm">${link(item.href, item.name)}</DIV>${item.children.map((child) => `<DIV CLASS="lm">　- ${link(child.href, child.name)}</DIV>`).join('')}`,
    )
    .join('\n');
  return `<TABLE WIDTH="220" CELLPADDING="0" CELLSPACING="0" STYLE="border:1px solid #ccc"><TR><TD CLASS="t" ALIGN="center">政府信息公开</TD></TR><TR><TD>${items}</TD></TR></TABLE>`;
}

function columnPage(view: View, column: Column, number: number): Reply | null {
  const items = view.items(column);
  const pages = pagesOf(items, pageSize);
  const shown = pages[number - 1];
  if (!shown) return null;
  let inside =
    items.length === 0
      ? ''
      : table(view, shown, (number - 1) * pageSize) + pager(column, number, pages.length, items.length);
  if (column.key === 'guide') inside = `<DIV CLASS="nr">${guideHtml(view.unit)}</DIV>`;
  else if (column.key === 'request') inside = `<DIV CLASS="nr">${requestHtml(view.unit, 'apply.asp')}</DIV>`;
  else if (column.shows === 'page')
    inside = `<DIV STYLE="width:740px;overflow:auto">${townCatalogueHtml(view.site.catalogueFields)}</DIV>`;
  const where = `<P>您的位置：${link('/', '首页')} &gt; ${isPlatformColumn(column) ? `${link('xxgk.asp', '政府信息公开')} &gt; ` : ''}${esc(column.name)}</P>`;
  return page(
    view,
    `${column.name}-${view.unit.name}`,
    `<TABLE WIDTH="100%"><TR><TD WIDTH="230" VALIGN="top">${side(view)}</TD><TD VALIGN="top">${where}<DIV CLASS="t">${esc(column.name)}</DIV>${inside}</TD></TR></TABLE>`,
  );
}

/** 4b: labels with spaces between their characters. */
function meta(view: View, entry: Entry): string {
  if (entry.genre !== 'policy') return '';
  const cell = (label: string, value: string) => `<TD WIDTH="90"><B>${label}</B></TD><TD>${esc(value)}</TD>`;
  const written = entry.issuedShape === 'metadata' && entry.issuedOn ? chineseDate(entry.issuedOn) : '';
  const published = entry.publishedOn ? chineseDate(entry.publishedOn) : '';
  return `<TABLE WIDTH="92%" ALIGN="center" BORDER="0" CELLPADDING="4" STYLE="border:1px solid #999;margin:10px auto"><TR>${cell('索 引 号：', view.indexNumber(entry))}${cell('主题分类：', '综合政务\\其他')}</TR><TR>${cell('发文机关：', view.unit.name)}${cell('成文日期：', written)}</TR><TR><TD><B>标　　题：</B></TD><TD COLSPAN="3">${esc(entry.title)}</TD></TR><TR>${cell('发文字号：', entry.documentNumber ?? '')}${cell('发布日期：', published)}</TR></TABLE>`;
}

function article(view: View, entry: Entry): Reply {
  const column = view.columnOf(entry);
  const policy = view.linkedPolicy(entry);
  const files = view
    .attachments(entry)
    .map((file) => `<P>附件：${link(file.href, file.name)}</P>`)
    .join('');
  const relatedTo = policy ? [policy] : view.linkedInterpretations(entry);
  const related = relatedTo.length
    ? `<P>${policy ? '政策原文' : '政策解读'}：${relatedTo.map((to) => link(view.paths.entry(to), to.title)).join('　')}</P>`
    : '';
  // 柳溪镇 dates its policies in the table alone.
  const dated = entry.publishedOn !== null && !(view.unit.key === 'liuxi' && entry.genre === 'policy');
  const date = dated ? `发布时间：${entry.publishedOn}　` : '';
  return page(
    view,
    `${entry.title}-${view.unit.name}`,
    `<P>您的位置：${link('/', '首页')} &gt; ${link(view.href(column), column.name)} &gt; 正文</P>${meta(view, entry)}
<CENTER><H2>${esc(entry.title)}</H2><FONT COLOR="#888888">${date}来源：${esc(view.unit.name)}　点击数：86</FONT></CENTER><HR SIZE="1">
<DIV CLASS="nr" ID="zw">${printBlocks(bodyOf(view.site, entry), { para: ' CLASS="MsoNormal"' })}
${files}</DIV>${related}`,
  );
}

function home(view: View): Reply {
  const box = (key: 'news' | 'notice' | 'policy' | 'interpretation') => {
    const column = view.column(key);
    const items = view.latest(key, 7);
    if (items.length === 0) return '';
    return `<TABLE WIDTH="100%" CELLPADDING="0" CELLSPACING="0" STYLE="border:1px solid #ccc;margin-bottom:10px"><TR><TD CLASS="t">${esc(column.name)}</TD><TD CLASS="t" ALIGN="right"><A HREF="${view.href(column)}"><FONT COLOR="#fff">更多...</FONT></A></TD></TR>${items
      .map(
        (entry) =>
          `<TR><TD CLASS="lm">·${link(view.paths.entry(entry), cut(entry.title, 30), ` title="${esc(entry.title)}"`)}</TD><TD CLASS="lm" WIDTH="100">${entry.publishedOn ? `(${entry.publishedOn})` : ''}</TD></TR>`,
      )
      .join('')}</TABLE>`;
  };
  return page(
    view,
    view.unit.name,
    `<TABLE WIDTH="100%"><TR><TD WIDTH="230" VALIGN="top">${side(view)}</TD><TD VALIGN="top">${box('news')}${box('notice')}${box('policy')}${box('interpretation')}</TD></TR></TABLE>`,
  );
}

export function aspFamily(view: View): Family {
  const { site } = view;
  return {
    paths: view.paths,
    answer({ path, query }) {
      if (path === '/' || path === '/index.asp') return home(view);
      if (path === '/xxgk.asp') {
        const main = `<TABLE WIDTH="100%"><TR><TD WIDTH="230" VALIGN="top">${side(view)}</TD><TD VALIGN="top"><DIV CLASS="t">最新公开</DIV>${table(view, view.latest('policy', 8))}</TD></TR></TABLE>`;
        return page(view, `政府信息公开-${view.unit.name}`, main);
      }
      if (path === '/show.asp') {
        const entry = site.entries.find((candidate) => candidate.number === Number(query.get('id')));
        return entry ? article(view, entry) : null;
      }
      if (path === '/list.asp') {
        const column = site.columns.find((candidate) => candidate.number === Number(query.get('classid')));
        return column ? columnPage(view, column, Number(query.get('page') ?? 1)) : null;
      }
      return null;
    },
    lostPage: () => page(view, '出错了', '<CENTER><H2>您访问的页面不存在</H2></CENTER>'),
  };
}

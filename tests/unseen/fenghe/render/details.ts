import { homePath, listOf, plainPath } from '../address.js';
import { articleOf, articlesIn, columnNames, type Entry, isDocument, news } from '../content/index.js';
import { type Article, type Document } from '../types.js';
import { chineseDate, cut, page, type PageParts } from './layout.js';

const number = (doc: Document) => doc.printed ?? doc.number ?? '';

function paragraph(text: string): string {
  if (text.startsWith('<')) return text;
  if (text.startsWith('^')) return `<P align=center style="TEXT-ALIGN: center">${text.slice(1)}</P>`;
  if (text.startsWith('#')) return `<P style="TEXT-INDENT: 2em"><STRONG>${text.slice(1)}</STRONG></P>`;
  if (text.endsWith('：') && text.length < 40) return `<P>${text}</P>`;
  return `<P class=MsoNormal style="TEXT-INDENT: 2em; LINE-HEIGHT: 200%">　　${text}</P>`;
}

const signature = ({ sign }: Article) =>
  sign
    ? `<P align=right style="MARGIN-RIGHT: 40px">${sign.by.join('　')}</P>\n<P align=right style="MARGIN-RIGHT: 40px">${sign.on}</P>`
    : '';

const files = ({ files: list = [] }: Article) =>
  list.length
    ? `<TABLE width="96%" align=center border=0><TR><TD>附件：${list
        .map(
          ({ name, path }) =>
            `<BR>&nbsp;&nbsp;<IMG src="/images/word.png" width=16 height=16><A href="${path}">${name}</A>`,
        )
        .join('')}</TD></TR></TABLE>`
    : '';

function related({ related: block }: Article): string {
  if (!block) return '';
  const links = block.ids.map((id) => {
    const article = articleOf(id)!;
    return `<a href="${plainPath(article)}" target="_blank">${article.title}</a>`;
  });
  if (block.how === 'script')
    return links
      .map((link) => `<SCRIPT language=javascript>document.write('<P><B>${block.label}：</B>${link}</P>');</SCRIPT>`)
      .join('');
  const hidden = block.how === 'hidden' ? ' style="display:none"' : '';
  return `<TABLE id=xglj width="96%" align=center border=0${hidden}><TR><TD><B>${block.label}：</B></TD></TR>${links
    .map((link) => `<TR><TD>·${link}</TD></TR>`)
    .join('')}</TABLE>`;
}

function shell({ shell: file }: Document): string {
  if (!file) return '';
  return `<OBJECT data="${file.path}" type="application/pdf" width="100%" height=700><P>您的浏览器不支持在线阅读。</P></OBJECT>
<P align=right><A href="/tools/reader.exe">PDF阅读器下载</A></P>`;
}

const tools = (id: number) => `<TABLE width="96%" align=center border=0 class=tools><TR>
<TD>分享到：<A href="javascript:void(0)" onclick="share('weibo')">新浪微博</A> <A href="javascript:void(0)" onclick="share('weixin')">微信</A> <IMG src="/images/qr_${id % 3}.png" width=60 height=60 alt="扫一扫在手机打开当前页"></TD>
<TD align=right>【<A href="javascript:window.print()">打印本页</A>】【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR></TABLE>`;

const counter = (id: number) => `浏览次数：<SCRIPT language=javascript src="/count/hits.jsp?id=${id}"></SCRIPT>`;
const sizes =
  '【字体：<A href="javascript:fs(18)">大</A> <A href="javascript:fs(16)">中</A> <A href="javascript:fs(14)">小</A>】';

const heading = (title: string) =>
  `<TABLE width="96%" align=center border=0><TR><TD align=center class=wz_bt height=60>${title}</TD></TR></TABLE>`;
const line = (text: string) =>
  `<TABLE width="96%" align=center border=0><TR><TD align=center class=wz_ly height=30>${text}</TD></TR></TABLE>`;

const hot = () =>
  `<TABLE width="96%" align=center border=0 class=hot><TR><TD colspan=2><B>热点信息</B></TD></TR>${news
    .slice(0, 4)
    .map(
      (item) =>
        `<TR><TD>·<A href="${homePath(item)}" title="${item.title}">${cut(item.title, 20)}</A></TD><TD width=90>${item.published}</TD></TR>`,
    )
    .join('')}</TABLE>`;

type Block = (doc: Document) => { above: string; below?: string };

/** The block of each template, and what stands under its title. */
const blocks: Record<Exclude<Article['template'], 'plain'>, Block> = {
  sameCell: (doc) => ({
    above: `<table width="96%" align="center" border="1" bordercolor="#c8d8e8" cellspacing="0" cellpadding="5" class="xxgk">
<tr><td width="50%"><b>索&nbsp;引&nbsp;号：</b>${doc.index}</td><td><b>主题分类：</b>${doc.subject}</td></tr>
<tr><td><b>发文机关：</b>${doc.issuer}</td><td><b>成文日期：</b>${chineseDate(doc.issued!, true)}</td></tr>
<tr><td colspan="2"><b>标　　题：</b>${doc.title}</td></tr>
<tr><td><b>发文字号：</b>${number(doc)}</td><td><b>发布日期：</b>${chineseDate(doc.published!, true)}</td></tr>
<tr><td><b>主&nbsp;题&nbsp;词：</b></td><td><b>有&nbsp;效&nbsp;性：</b>${doc.timeliness === 'notMeasured' ? '失效' : '有效'}</td></tr></table>`,
  }),
  pairs: (doc) => ({
    above: `<table width="96%" align="center" border="1" cellspacing="0" cellpadding="4" class="xxgk"><tr><td width="90">索引号</td><td>${doc.index}</td><td width="90">文　号</td><td>${number(doc)}</td></tr><tr><td>发文机构</td><td>${doc.issuer}</td><td>发文日期</td><td>${doc.issued}</td></tr><tr><td>信息名称</td><td colspan="3">${doc.title}</td></tr></table>`,
    below: `发布时间：${doc.published}&nbsp;&nbsp;${doc.time}　来源：局办公室　${counter(doc.id)}`,
  }),
  sent: (doc) => ({
    above: `<table width="96%" align="center" border="0" cellspacing="1" cellpadding="4" bgcolor="#dddddd" class="xxgk"><tr bgcolor="#ffffff"><th>信息索引号</th><td>${doc.index}</td><th>生成日期</th><td>${doc.issued}</td></tr><tr bgcolor="#ffffff"><th>文&nbsp;&nbsp;号</th><td>${doc.number ?? '&nbsp;'}</td><th>发文日期</th><td>${doc.published} ${doc.time}</td></tr><tr bgcolor="#ffffff"><th>信息来源</th><td>${doc.issuer}</td><th>公开形式</th><td>主动公开</td></tr></table>`,
    below: `${sizes}　${counter(doc.id)}`,
  }),
  notice: (doc) => ({
    above: '',
    below: doc.published
      ? `发布时间：${doc.published}　　信息来源：${doc.source}　　${counter(doc.id)}　${sizes}`
      : `信息来源：${doc.source}　　${counter(doc.id)}　${sizes}`,
  }),
  budget: (doc) => ({
    above: `<TABLE width="96%" align=center border=1 cellSpacing=0 cellPadding=4 class=xxgk><TR><TD>索引号：${doc.index}</TD><TD>发布机构：${doc.issuer}</TD></TR><TR><TD>发文字号：${number(doc)}</TD><TD>成文日期：${doc.issued ?? ''}</TD></TR><TR><TD>主题分类：财政、金融、审计</TD><TD>发布日期：${doc.published}</TD></TR></TABLE>`,
  }),
  spaced: (doc) => ({
    above: `<ul class="trt"><li>索&ensp;引&ensp;号：<font>${doc.index}</font></li><li>主题分类：<font>城乡建设、环境保护</font></li><li>发文机关：<font>${doc.issuer}</font></li><li>成文日期：<font>${chineseDate(doc.issued!)}</font></li><li>文&emsp;&emsp;号：<font>${number(doc)}</font></li><li>公开日期：<font>${chineseDate(doc.published!)}</font></li></ul>`,
  }),
  land: (doc) => ({
    above: `<p><strong>索引号</strong>：${doc.index}</p><p><strong>发布机构</strong>：${doc.issuer}</p><p><strong>文号</strong>：${number(doc)}</p><!--<p><strong>成文日期</strong>：2023年01月01日</p>--><p><strong>发布日期</strong>：${chineseDate(doc.published!, true)}</p><HR size=1>`,
  }),
  mining: (doc) => ({
    above: `<TABLE width="96%" align=center border=1 cellSpacing=0 cellPadding=4 class=xxgk><TR><TD width=110><B>索 引 号</B></TD><TD>${doc.index ?? ''}</TD><TD width=110><B>文　　号</B></TD><TD>${number(doc)}</TD></TR><TR><TD><B>公文名称</B></TD><TD colspan=3>${doc.title}</TD></TR><TR><TD><B>发文单位</B></TD><TD>${doc.issuer}</TD><TD><B>制发日期</B></TD><TD>${doc.issued}</TD></TR></TABLE>`,
    below: counter(doc.id),
  }),
};

/** Tags of pages of 其他文件: PubDate is the hour in which the page was made again for some of them. */
function tags(doc: Document): string {
  const made = doc.id === 1210202 || doc.id === 1210207;
  const day = made ? '2026-05-08 03:12:44' : `${doc.published} ${doc.time}`;
  return `<META NAME="SiteName" CONTENT="枫禾县自然资源局"><META NAME="SiteDomain" CONTENT="zrzyj.fenghe.example"><META NAME="SiteIDCode" CONTENT="3399120031">
<META NAME="ColumnName" CONTENT="其他文件"><META NAME="ArticleTitle" CONTENT="${doc.title}"><META NAME="PubDate" CONTENT="${day}"><META NAME="ContentSource" CONTENT="局办公室">${made ? '<META NAME="others" CONTENT="页面生成时间 2026-05-08 03:12:44">' : ''}
`;
}

const trail = (article: Entry): PageParts['trail'] => [
  ['政府信息公开', '/xxgk/index.jsp'],
  [columnNames[article.column], listOf(article.column)],
  ['正文'],
];

/** The page of one article; its charset stands in the header alone where `charsetIn` says so. */
export function detailPage(article: Entry, charsetIn: 'meta' | 'header'): string {
  const block = isDocument(article) ? blocks[article.template as Exclude<Article['template'], 'plain'>](article) : null;
  const below =
    block?.below ??
    (block ? sizes : `发布时间：${article.published}　　来源：${article.source}　　${counter(article.id)}　${sizes}`);
  const own = isDocument(article) ? shell(article) : '';
  const withTags = isDocument(article) && article.template === 'pairs';
  return page({
    title: withTags || !isDocument(article) ? `${article.title}-枫禾县自然资源局` : '枫禾县自然资源局-信息公开',
    trail: trail(article),
    charsetIn,
    tags: withTags ? tags(article) : '',
    body: `<TABLE width="100%" border=0 cellSpacing=0 cellPadding=0 class=box><TR><TD>
${block?.above ?? ''}
${heading(article.title.replace('局 枫', '局<BR>枫'))}
${line(below)}
<A name=zhengwen tabindex=0 aria-label="正文区"></A><TABLE width="96%" align=center border=0 cellSpacing=0 cellPadding=0><TR><TD class=wz_nr>
${own}${article.body.map(paragraph).join('\n')}
${signature(article)}
</TD></TR></TABLE>
${files(article)}${related(article)}
${tools(article.id)}${neighbours(article)}${hot()}
</TD></TR></TABLE>`,
  });
}

/** 上一篇 and 下一篇, on news only: elsewhere they would be links between a document and its neighbours. */
function neighbours(article: Entry): string {
  if (article.column !== '15901') return '';
  const row = articlesIn('15901');
  const at = row.findIndex(({ id }) => id === article.id);
  const link = (label: string, other?: Entry) =>
    `<TR><TD>${label}：${other ? `<A href="${plainPath(other)}">${other.title}</A>` : '没有了'}</TD></TR>`;
  return `<TABLE width="96%" align=center border=0>${link('上一篇', row[at - 1])}${link('下一篇', row[at + 1])}</TABLE>`;
}

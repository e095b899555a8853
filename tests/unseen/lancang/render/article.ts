import { columnOf } from '../columns.js';
import { idOf, listed, pathOf, pieceOf } from '../registry.js';
import type { Paper, Piece } from '../shape.js';
import { bodyHtml, spokenDay } from './body.js';
import { crumbs, page, pageTags, type Tag } from './frame.js';

/** The whole site was made again twice in 2026; the tags tell that, not when a piece was published. */
const madeAgain = (piece: Piece): string =>
  (piece.published ?? '') < '2026-05-18' ? '2026-05-18 09:36:38' : '2026-06-30 02:10:22';

function tags(piece: Piece, code: string): string {
  const way = piece.look?.tags ?? 'regenerated';
  if (way === 'absent') return '    <meta name="template,templategroup,version" content="6702,default,1.6"/>';
  const dates: Tag[] = {
    regenerated: [{ name: 'PubDate', content: madeAgain(piece) }],
    cases: [
      { name: 'PubDate', content: madeAgain(piece) },
      { name: 'pubdate', content: '2026-06-30' },
      { name: 'PUBDATE', content: '2026年05月18日' },
    ],
    right: [{ name: 'PubDate', content: piece.published ?? '' }],
  }[way];
  return pageTags(columnOf(code), [
    { name: 'ArticleTitle', content: piece.title },
    ...dates,
    { name: 'ContentSource', content: piece.source ?? '岚沧镇' },
    { name: 'Keywords', content: '' },
    { name: 'others', content: `页面生成时间 ${madeAgain(piece)}` },
  ]);
}

/** Labels and values of the block 信息 above a document. */
function fields(paper: Paper): [string, string][] {
  const blank = paper.look?.blank ?? '';
  return [
    ['索引号', paper.index ?? blank],
    ['发文字号', paper.number ?? blank],
    ['发布机构', '岚沧镇人民政府'],
    ['成文日期', paper.issued ?? blank],
    ['主题分类', '综合政务'],
    ['有效性', '有效'],
  ];
}

function block(piece: Piece): string {
  const paper = piece as Paper;
  const way = piece.look?.meta ?? 'none';
  if (way === 'none' || paper.number === undefined) return '';
  if (way === 'sub') {
    const rows = fields(paper).map(
      ([label, value]) => `<li><div class="sub">${label}</div><div class="con">${value}</div></li>`,
    );
    return `<ul class="xxgk_meta clearbox">${rows.join('\n')}</ul>`;
  }
  if (way === 'strong') {
    const commented = piece.look?.commentedIssued;
    const rows = fields(paper).map(([label, value]) => {
      if (label === '成文日期' && commented) return `<!--<p><strong>${label}</strong>：${spokenDay(commented)}</p>-->`;
      if (label === '有效性') return `<!--<p><strong>${label}</strong>：${value}</p>-->`;
      return `<p><strong>${label}</strong>：${label === '成文日期' && value ? spokenDay(value) : value}</p>`;
    });
    return `<div class="xxgk_info">${rows.join('\n')}</div>`;
  }
  const spaced: Record<string, string> = { 索引号: '索 引 号', 有效性: '有 效 性' };
  const cells = fields(paper).map(
    ([label, value]) => `<td class="bt"><b>${spaced[label] ?? label}：</b></td><td>${value}</td>`,
  );
  const pairs = [0, 2, 4].map((at) => `<tr>${cells[at]}${cells[at + 1]}</tr>`);
  return `<table class="xxgk_article" cellspacing="0">${pairs.join('')}</table>`;
}

function information(piece: Piece): string {
  const source = `来源：${piece.source ?? '岚沧镇党政综合办公室'}`;
  const hits = `<script>document.write(getHits("${idOf(piece)}"))</script>`;
  switch (piece.look?.info ?? 'plain') {
    case 'glued':
      return `<p><span>${source}</span><span class="sj">发布时间：${piece.published}${hits}</span></p>`;
    case 'element':
      return `<p><span>发布时间：<publishtime>${piece.published}:00</publishtime></span><span>${source}</span></p>`;
    case 'undated':
      return `<p>${source}</p>`;
    default:
      return `<p class="">日期：${piece.published} ${source}</p>`;
  }
}

function content(piece: Piece): string {
  const html = bodyHtml(piece);
  const one = `<UCAPCONTENT>${html}</UCAPCONTENT>`;
  if (piece.look?.doubled === 'row') return `<div class="detailContent" id="UCAP-CONTENT">${one}\n${one}</div>`;
  const phone = piece.look?.doubled === 'phone' ? `<div class="wap-content" style="display:none;">${one}</div>` : '';
  return `<div class="detailContent" id="UCAP-CONTENT">${one}</div>${phone}`;
}

function related(piece: Piece): string {
  const items = (piece.related ?? []).map(pieceOf);
  const rows = items.map((item) => `<li><a href='${pathOf(item)}' target="_blank">${item.title}</a></li>`);
  return `<div class="xxgk_xglj" style="display:none;"><h2>相关链接</h2><ul class="xggj">${rows.join('\n')}</ul></div>
<script>showLinks();</script>`;
}

function neighbours(piece: Piece, code: string): string {
  if (code !== 'c106101') return '';
  const row = listed(columnOf(code));
  const at = row.indexOf(piece);
  const link = (label: string, other: Piece | undefined): string =>
    `<p>${label}：${other ? `<a href="${pathOf(other, code)}">${other.title}</a>` : '没有了'}</p>`;
  return `<div class="sxp">${link('上一篇', row[at - 1])}${link('下一篇', row[at + 1])}</div>`;
}

export function articlePage(piece: Piece, code: string): string {
  const column = columnOf(code);
  const steps: [string, string][] = [...column.above, [column.name, `${column.dir}/${column.file}.shtml`]];
  const up = column.way === 'part' ? column.above : steps;
  const main = `<div id="xxgknr">
${crumbs(up, '正文')}
<div class="w article">
${block(piece)}
<h1><UCAPTITLE>${piece.title}</UCAPTITLE></h1>
<div class="info clearbox zcinfos">
${information(piece)}
<div class="m-share"><span class="fl fxd">分享：</span><div class="share fr" id="share"><a class="share-wechat" href="javascript:;"><i>微信</i></a><a class="share-weibo" href="javascript:;"><i>微博</i></a></div></div>
<p class="m-hide changeSize" id="changeSize">字号：[<span>大</span>][<span class="on">中</span>][<span>小</span>]</p>
</div>
${content(piece)}
<div id="div_div"><div id="qr_container">扫一扫在手机打开当前页</div></div>
<div class="dygb"><a href="javascript:window.print();">【打印本页】</a><a href="javascript:window.close();">【关闭窗口】</a></div>
${related(piece)}
${neighbours(piece, code)}
</div>
</div>`;
  return page(piece.title, tags(piece, code), main);
}

import { type Article, type DocumentArticle } from '../types.js';
import { isDocument } from '../content/index.js';

type Pair = [label: string, value: string];

const table = (rows: Pair[][]) =>
  `<table class="xxgk_suoyin" width="100%" cellspacing="0"><tbody>${rows
    .map(
      (row) =>
        `<tr>${row
          .map(([label, value]) => `<th>${label}：</th><td${row.length === 1 ? ' colspan="3"' : ''}>${value}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</tbody></table>`;

const font = (pairs: Pair[]) =>
  `<div class="trt-box"><ul class="trt-row">${pairs
    .map(([label, value]) => `<li>${label}：<font>${value}</font></li>`)
    .join('')}</ul></div>`;

/** Values as the block prints them; "no value" is an empty label, 无, 暂无 or —. */
function values(article: DocumentArticle) {
  return {
    number: article.shown?.number ?? article.number ?? '无',
    index: article.shown?.index ?? article.index ?? '',
    issued: article.shown?.issued ?? article.issued ?? '',
    published: article.shown?.published ?? article.published ?? '',
  };
}

function documentTable(article: DocumentArticle): string {
  const { number, index, issued, published } = values(article);
  return table([
    [
      ['索引号', index],
      ['组配分类', '政府信息公开'],
    ],
    [
      ['发布机构', article.source],
      ['主题分类', article.topic ?? '综合政务'],
    ],
    [['名称', article.title]],
    [
      ['文号', number],
      ['有效性', article.validity ?? '有效'],
    ],
    [
      ['成文日期', issued],
      ['发布日期', published],
    ],
    [
      ['生效时间', article.effective ?? '—'],
      ['废止时间', article.expires ?? '—'],
    ],
  ]);
}

function documentFont(article: DocumentArticle): string {
  const { number, index, issued, published } = values(article);
  return font([
    ['索&ensp;引&ensp;号', index],
    ['主题分类', article.topic ?? '无'],
    ['发文机关', article.source],
    ['成文日期', issued],
    ['标&ensp;&ensp;&ensp;&ensp;题', article.title],
    ['发文字号', number],
    ['发布日期', published],
    ['有&ensp;效&ensp;性', `<em class="red_base">${article.validity ?? '有效'}</em>`],
  ]);
}

/** Fields commented out hold other values than the page: a person in front of it sees none of them. */
function documentComment(article: DocumentArticle): string {
  const { number, index, published } = values(article);
  return `<div class="top cf"><div class="top-l fl"><p><strong>索引号</strong>：${index}</p>
<p><strong>发布机构</strong>：${article.source}</p>
<p><strong>名称</strong>：${article.title}</p>
<!--<p><strong>文号</strong>：梧政发〔2019〕66号</p>-->
<p><strong>文号</strong>：${number}</p></div>
<div class="top-r fr"><p><strong>主题分类</strong>：${article.topic ?? ''}</p>
<!--<p><strong>成文日期</strong>：2025年11月03日</p>-->
<p><strong>发布日期</strong>：${published}</p>
<!--<p><strong>有效期</strong>：2027-02-09</p>--></div><div style="clear: both;"></div></div>`;
}

/** Interpretations and reports carry a shorter block of the same make. */
function shortBlock(article: Article, column: string): string {
  const pairs: Pair[] = [
    ['信息分类', column],
    ['发布机构', article.source],
    ['文号', '无'],
    ['发布日期', article.published ?? ''],
  ];
  return article.meta === 'table'
    ? table([
        [pairs[0]!, pairs[1]!],
        [pairs[2]!, pairs[3]!],
      ])
    : font(pairs);
}

/** The block above the title of an article in the disclosure section. */
export function metadataBlock(article: Article, column: string): string {
  if (!isDocument(article)) return shortBlock(article, column);
  if (article.meta === 'table') return documentTable(article);
  return article.meta === 'font' ? documentFont(article) : documentComment(article);
}

import { listPath, type Column } from '../columns.js';
import { listed, pathOf } from '../registry.js';
import type { Piece } from '../shape.js';
import { crumbs, openingMenu, page, pageTags } from './frame.js';

export const pagesIn = (column: Column): number => Math.max(1, Math.ceil(listed(column).length / column.per));
export const slice = (column: Column, at: number, per = column.per): Piece[] =>
  listed(column).slice((at - 1) * per, at * per);

const dayOf = (piece: Piece): string => piece.published?.slice(0, 10) ?? '';
const cut = (title: string): string => (title.length > 36 ? `${title.slice(0, 34)}…` : title);

/** Row of a list: the title cut, the whole in its attribute. */
export const row = (piece: Piece, code: string): string =>
  `<li>\n  <a target="_blank" href="${pathOf(piece, code)}" title="${piece.title}">${cut(piece.title)}</a>\n  <b>${dayOf(piece)}</b>\n</li>`;

const rows = (column: Column, at: number): string =>
  slice(column, at)
    .map((piece) => row(piece, column.code))
    .join('\n');

const turning = (column: Column, at: number): string =>
  `<script>createPageHTML('page_div',${pagesIn(column)}, ${at},'${column.file}','shtml',${listed(column).length});</script>`;

const holder = '<div class="fenye2"><div class="page"><div id="page_div"></div></div></div>';

/** Everything stands in a comment, which a script unfolds. */
const inComment = (column: Column, at: number): string => `<ul class="list_con" id="list_con">
<!--
${rows(column, at)}
${turning(column, at)}-->
</ul>
${holder}
<script>unfold('list_con');</script>`;

const inPage = (column: Column, at: number): string => `<ul class="list_con">
${rows(column, at)}
</ul>
${holder}
${turning(column, at)}`;

const plain = (column: Column, at: number): string => `<ul class="list_con">\n${rows(column, at)}\n</ul>`;

/** 上一页 1 2 3 下一页. */
function numbers(column: Column, at: number): string {
  const last = pagesIn(column);
  const link = (label: string, to: number): string => `<a href="${listPath(column, to)}">${label}</a>`;
  const marks = Array.from({ length: last }, (_, index) =>
    index + 1 === at ? `<span class="current">${at}</span>` : link(String(index + 1), index + 1),
  );
  const before = at > 1 ? link('上一页', at - 1) : '<span class="disabled">上一页</span>';
  const after = at < last ? link('下一页', at + 1) : '<span class="disabled">下一页</span>';
  return `${plain(column, at)}\n<div class="pagination">${before} ${marks.join(' ')} ${after}</div>`;
}

/** 开普云: the list is asked by the channel's identifier. */
const bySearch = (column: Column): string => `<ul class="list_con" id="ucap_list"></ul>
<div class="page" id="ucap_page"></div>
<script>
var channelId = "${column.channelId}", pageSize = ${column.per};
function loadPage(page) {
  getJson("/common/search/" + channelId + "?page=" + page + "&_pageSize=" + pageSize + "&_isAgg=true&_isJson=true&_template=index", function (res) {
    var html = "", list = res.data.results;
    for (var i = 0; i < list.length; i++) {
      html += '<li><a target="_blank" href="' + list[i].url + '" title="' + list[i].title + '">' + list[i].title + '</a><b>' + list[i].publishedTimeStr.substr(0, 10) + '</b></li>';
    }
    document.getElementById("ucap_list").innerHTML = html || '<li class="none">暂无相关信息</li>';
    turnPages("ucap_page", Math.ceil(res.data.total / pageSize), page, "loadPage");
  });
}
loadPage(1);
</script>`;

/** 政策文件库: a search engine; times are UTC. */
const byLibrary = (
  column: Column,
): string => `<div class="wjk_box"><p class="wjk_total">共找到 <i id="igs_total">0</i> 条结果</p></div>
<ul class="list_con wjk" id="igs_list"></ul>
<div class="page" id="igs_page"></div>
<script>
function queryList(n) {
  getJson("/igs/front/search/list.html?index=lc-govdoc&type=govdoc&siteId=41&filter%5BAVAILABLE%5D=true&orderProperty=PUBDATE&orderDirection=desc&pageSize=${column.per}&pageNumber=" + n, function (res) {
    var html = "", list = res.page.content;
    for (var i = 0; i < list.length; i++) {
      html += '<li><a target="_blank" href="' + list[i].DOCPUBURL + '">' + list[i].FileName + '</a><span>' + list[i].fileNum + '</span><b>' + chinaDay(list[i].PUBDATE) + '</b></li>';
    }
    document.getElementById("igs_list").innerHTML = html;
    document.getElementById("igs_total").innerHTML = res.page.total;
    turnPages("igs_page", res.page.totalPages, n, "queryList");
  });
}
queryList(1);
</script>`;

const byMilliseconds = (column: Column): string => `<ul class="list_con" id="api_list"></ul>
<script>
getJson("/api/front/zwgk/list?channelId=${column.channelId}&pageNo=1&pageSize=${column.per}", function (res) {
  var html = "";
  res.rows.forEach(function (item) {
    html += '<li><a target="_blank" href="' + item.href + '">' + item.articleTitle + '</a><b>' + chinaDay(Number(item.releaseDate)) + '</b></li>';
  });
  document.getElementById("api_list").innerHTML = html;
});
</script>`;

export const unitPath = (column: Column, at: number): string =>
  `/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic&webId=41&tplSetId=6299c8&pageType=column&tagId=${encodeURIComponent('信息列表')}&pageId=${column.code}&rows=${column.per}&pageNo=${at}`;

/** jpaas: a Handlebars template for the title bar, a page unit for the list. */
const byUnit = (
  column: Column,
): string => `<script id="div491845" type="text/x-handlebars-template">{{#each items}}{{#with this}}<span class="lm">&gt;&gt; <a href='{{pcUrl}}'>{{showName}}</a></span>{{/with}}{{/each}}</script>
<div id="div491845_out"></div>
<script>renderChannelTemplate('div491845', [{"pcUrl":"/zfxxgk/index.shtml","showName":"政府信息公开"},{"pcUrl":"${listPath(column)}","showName":"${column.name}"}], 'div491845_out');</script>
<div id="unit_${column.code}" class="page-content"></div>
<script>
function loadPageData(n) {
  var params = { parseType: "bulidstatic", webId: "41", tplSetId: "6299c8", pageType: "column", tagId: "信息列表", pageId: "${column.code}", rows: "${column.per}", pageNo: String(n) };
  getJson("/api-gateway/jpaas-publish-server/front/page/build/unit?" + toQuery(params), function (res) {
    if (res.success) document.getElementById("unit_${column.code}").innerHTML = res.data.html;
  });
}
loadPageData(1);
</script>`;

/** What the unit answers: rows and a pager. */
export function unitHtml(column: Column, at: number): string {
  const last = pagesIn(column);
  const marks = Array.from(
    { length: last },
    (_, index) =>
      `<a href="javascript:void(0);"${index + 1 === at ? ' class="on"' : ''} onclick="loadPageData(${index + 1})">${index + 1}</a>`,
  );
  const items = slice(column, at).map(
    (piece) =>
      `<li><a href='${pathOf(piece, column.code)}' title='${piece.title}' target='_blank'>${piece.title}</a><span class='date'>${dayOf(piece)}</span></li>`,
  );
  return `<ul class="list_con">${items.join('')}</ul><div class="page" data-total="${listed(column).length}">共${last}页 ${marks.join(' ')}</div>`;
}

function listOf(column: Column, at: number): string {
  switch (column.way) {
    case 'comment':
      return inComment(column, at);
    case 'static':
      return inPage(column, at);
    case 'search':
      return bySearch(column);
    case 'library':
      return byLibrary(column);
    case 'milliseconds':
      return byMilliseconds(column);
    case 'unit':
      return byUnit(column);
    case 'numbers':
      return numbers(column, at);
    default:
      return plain(column, at);
  }
}

export function listPage(column: Column, at: number): string {
  const opening = column.above[0]?.[1] === '/zfxxgk/index.shtml';
  const main = `${crumbs(column.above, column.name)}
<div class="w xxgk_main${opening ? ' two' : ''}">
${opening ? openingMenu(column.name) : ''}
<div class="right_con"><h2 class="lm_title">${column.name}</h2>
${listOf(column, at)}
</div></div>`;
  return page(`${column.name} - 云岭县岚沧镇人民政府`, pageTags(column), main);
}

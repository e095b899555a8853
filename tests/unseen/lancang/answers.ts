import type { SiteAnswer } from '../model.js';
import { columnOf, columns } from './columns.js';
import { idOf, listed, pathOf, pieceOf } from './registry.js';
import { pagesIn, slice, unitHtml } from './render/lists.js';
import type { Paper, Piece } from './shape.js';

const json = (value: unknown): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(value),
});

const number = (query: URLSearchParams, name: string, otherwise: number): number => {
  const value = Number(query.get(name));
  return Number.isInteger(value) && value > 0 ? value : otherwise;
};

/** China has one time, eight hours before UTC, all year. */
const instant = (published: string): Date => new Date(`${published.replace(' ', 'T')}:00+08:00`);

/** 开普云: `/common/search/{channelId}`; past the end the same envelope with no results. */
export function searchAnswer(channelId: string, query: URLSearchParams): SiteAnswer {
  const column = columns.find((each) => each.channelId === channelId);
  if (!column) return json({ code: 500, msg: '栏目不存在', data: null });
  const [page, rows] = [number(query, 'page', 1), number(query, '_pageSize', 15)];
  const results = slice(column, page, rows).map((piece) => {
    const paper = piece as Partial<Paper>;
    const facts = [
      { key: 'refno', name: '文号', value: paper.number ?? '' },
      { key: 'indexnumber', name: '索引号', value: paper.index ?? '' },
      { key: 'writedate', name: '成文日期', value: piece.look?.commentedIssued ? '' : (paper.issued ?? '') },
    ];
    return {
      id: String(idOf(piece)),
      channelId,
      title: piece.title,
      url: pathOf(piece, column.code),
      publishedTime: piece.published ? instant(piece.published).getTime() : null,
      publishedTimeStr: piece.published ? `${piece.published}:00` : '',
      source: piece.source ?? '岚沧镇',
      domainMetaList: paper.index ? [{ domainName: '政府信息公开', resultList: facts }] : [],
    };
  });
  return json({ code: 200, msg: 'success', data: { channelId, page, rows, total: listed(column).length, results } });
}

const readable = (piece: Piece): string =>
  piece.body
    .replace(/<[^>]+>/g, '')
    .replace(/^(>>.*|[:=!] )/gm, '')
    .replace(/\n/g, '　　')
    .slice(0, 300);

/** TRS IGS: dates of publication in UTC. */
export function libraryAnswer(query: URLSearchParams, origin: string): SiteAnswer {
  const column = columnOf('c106111');
  const [pageNumber, pageSize] = [number(query, 'pageNumber', 1), number(query, 'pageSize', column.per)];
  const content = slice(column, pageNumber, pageSize).map((piece) => {
    const paper = piece as Paper;
    return {
      SITENAME: '岚沧镇人民政府',
      FileName: piece.title,
      DOCTITLE: piece.title,
      fileNum: paper.number,
      IdxID: paper.index,
      PUBDATE: instant(piece.published ?? '').toISOString(),
      fileYear: paper.issued?.slice(0, 4),
      Effectivestate: '1',
      AVAILABLE: true,
      CHNLDESC: column.name,
      DOCPUBURL: `${origin}${pathOf(piece)}`,
      PolicyInterpretation: piece.related?.[0] ? String(idOf(pieceOf(piece.related[0]))) : '',
      publisher: '岚沧镇人民政府',
      DOCCONTENT: readable(piece),
      _id: String(idOf(piece)),
    };
  });
  const total = listed(column).length;
  const totalPages = Math.ceil(total / pageSize);
  return json({
    filter: { AVAILABLE: 'True' },
    __index: 'lc-govdoc',
    __type: 'govdoc',
    hasFilter: true,
    page: {
      content,
      total: String(total),
      pageSize,
      pageNumber,
      orderProperty: 'PUBDATE',
      orderDirection: 'desc',
      totalPages,
    },
  });
}

/** Dates as milliseconds of midnight in China, in a string. */
export function millisecondsAnswer(query: URLSearchParams): SiteAnswer {
  const column = columns.find((each) => each.channelId === query.get('channelId'));
  if (!column || column.way !== 'milliseconds') return json({ code: 1, msg: '参数错误', rows: [], total: 0 });
  const rows = slice(column, number(query, 'pageNo', 1), number(query, 'pageSize', 10)).map((piece) => ({
    articleId: idOf(piece),
    articleTitle: piece.title,
    href: pathOf(piece),
    releaseDate: String(instant(`${piece.published?.slice(0, 10)} 00:00`).getTime()),
  }));
  return json({ code: 0, msg: '', total: listed(column).length, rows });
}

export function unitAnswer(query: URLSearchParams): SiteAnswer {
  const column = columns.find((each) => each.code === query.get('pageId') && each.way === 'unit');
  if (!column) return json({ success: false, code: '500', msg: '单元不存在', data: null });
  const at = number(query, 'pageNo', 1);
  const html = at > pagesIn(column) ? '' : unitHtml(column, at);
  return json({ success: true, code: '200', msg: '', data: { html } });
}

import type { SiteTruth, TrueColumn, TrueDocument, TrueInterpretation } from '../model.js';
import { standing } from './content/standing.js';
import { filePath, filesOf, ordinary, papers, pathsOf, pieceOf, readings, reports } from './registry.js';
import type { Paper, Piece, Reading } from './shape.js';

const columns: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'empty', trap: '制度栏目的列表接口答空，页面显示“暂无相关信息”' },
  { key: 'statutory', status: 'ok' },
  { key: 'catalogue', status: 'missing', trap: '没有主动公开基本目录的任何入口' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'broken', trap: '依申请公开的链接答 404' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: '列表只能由 /common/search 取得' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'ok' },
  { key: 'topic', status: 'stale', trap: '最新一条是 2025-03-12' },
];

const day = (piece: Piece): string | null => piece.published?.slice(0, 10) ?? null;

/** What editors typed, under the addresses where readers find it. */
export function truthOf(origin: string): SiteTruth {
  const at = (piece: Piece): string[] => pathsOf(piece).map((path) => origin + path);
  const document = (paper: Paper): TrueDocument => ({
    urls: at(paper),
    title: paper.title,
    documentNumber: paper.number,
    indexNumber: paper.index,
    issuedOn: paper.issued,
    publishedOn: day(paper),
    attachments: filesOf(paper).map((file) => ({ name: file.name, url: origin + filePath(paper, file) })),
    timeliness: paper.timeliness,
    ...(paper.trap ? { trap: paper.trap } : {}),
  });
  const interpretation = (reading: Reading): TrueInterpretation => ({
    urls: at(reading),
    title: reading.title,
    publishedOn: day(reading),
    formats: reading.formats,
    policyTitle: pieceOf(reading.policy).title,
    policyUrls: at(pieceOf(reading.policy)),
    linksToPolicy: reading.linksToPolicy,
    linkedFromPolicy: reading.linkedFromPolicy,
    ...(reading.trap ? { trap: reading.trap } : {}),
  });
  return {
    documents: papers.map(document),
    interpretations: readings.map(interpretation),
    columns,
    annualReports: reports.map((report) => ({
      year: report.year,
      urls: at(report),
      publishedOn: day(report),
      parts: report.parts,
    })),
    lacks: {
      guide: ['政府信息的分类', '编排体系', '工作机构名称', '办公时间', '传真号码', '互联网联系方式'],
      foot: ['党政机关网站标识'],
    },
    others: [...ordinary.flatMap(at), ...Object.keys(standing).map((path) => origin + path)],
  };
}

/** A figure of a table as it stands there; null where the cell is blank, a dash, or holds anything but a whole number. */
export type Figure = number | null;

/** What a row of the table of requests counts (国办公开办函〔2021〕30号 附件, 第三部分). */
export type RequestRowKind = 'received' | 'carried' | 'result' | 'total' | 'forward';

export interface RequestRow {
  kind: RequestRowKind;
  /** Of a result its class, 1–6: 予以公开、部分公开、不予公开、无法提供、不予处理、其他处理. */
  group?: number;
  /** Its innermost label as it stands there, “1.属于国家秘密”. */
  name: string;
  /** One for each column of the table. */
  figures: Figure[];
}

/** 收到和处理政府信息公开申请情况. */
export interface RequestTable {
  /** Heads of its columns: natural persons first, then the classes of legal persons, the total last. */
  columns: string[];
  rows: RequestRow[];
}

/** 因政府信息公开工作被申请行政复议、提起行政诉讼情况. */
export interface AppealTable {
  /** 行政复议, 行政诉讼 by its kinds: of each 结果维持, 结果纠正, 其他结果, 尚未审结 and 总计. */
  groups: { name: string; figures: Figure[] }[];
}

/** The statistics tables of an annual report, as far as each was found and stands there once. */
export interface ReportTables {
  requests?: RequestTable;
  appeals?: AppealTable;
}

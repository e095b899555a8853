import type { DocumentItem } from '../types.js';

/** 财政预决算: nothing but files. */
export const FINANCE: DocumentItem[] = (
  [
    [840, '2026-02-10', '苇泽县水务局2026年部门预算公开', '2026/0210/20260210034455610.pdf'],
    [801, '2025-09-12', '苇泽县水务局2024年度部门决算公开', '2025/0912/20250912080233127.pdf'],
    [754, '2025-02-14', '苇泽县水务局2025年部门预算公开', '2025/0214/20250214051809366.pdf'],
    [741, '2024-09-13', '苇泽县水务局2023年度部门决算公开', '2024/0913/20240913034900254.doc'],
  ] as const
).map(([id, day, title, path]) => ({
  kind: 'document',
  id,
  catid: 17,
  day,
  title,
  link: `/uploadfile/${path}`,
  number: null,
  issued: null,
  trap: '栏目里只有文件，列表按年分组，行里没有文章页',
}));

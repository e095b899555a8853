import type { Article } from './types.js';

export type Manner = 'get' | 'postback' | 'iframe' | 'script' | 'literal' | 'form' | 'open';

export interface Column {
  key: string;
  name: string;
  manner: Manner;
  size: number;
}

export const COLUMNS: Column[] = [
  { key: '12', name: '区政府文件', manner: 'get', size: 8 },
  { key: '13', name: '区政府办公室文件', manner: 'postback', size: 5 },
  { key: '14', name: '历史文件', manner: 'get', size: 8 },
  { key: '21', name: '通知公告', manner: 'iframe', size: 6 },
  { key: '31', name: '政策解读', manner: 'script', size: 8 },
  { key: '51', name: '规划计划', manner: 'literal', size: 10 },
  { key: '61', name: '黑山头要闻', manner: 'get', size: 8 },
  { key: '71', name: '专题专栏', manner: 'get', size: 8 },
  { key: 'd-jyj', name: '区教育局', manner: 'form', size: 3 },
  { key: 'd-mzj', name: '区民政局', manner: 'form', size: 3 },
  { key: 'd-czj', name: '区财政局', manner: 'form', size: 3 },
  { key: 'gfxwj', name: '行政规范性文件', manner: 'open', size: 20 },
  { key: 'czyjs', name: '财政预决算', manner: 'open', size: 20 },
  { key: 'nb', name: '政府信息公开年报', manner: 'open', size: 20 },
];

export const column = (key: string): Column | undefined => COLUMNS.find((c) => c.key === key);

export function columnPath(key: string): string {
  const found = column(key);
  if (found?.manner === 'form') return `/depart/list.asp?dept=${key.slice(2)}`;
  if (found?.manner === 'open') return `/xxgk/list.aspx?catalog=${key}`;
  return `/list.aspx?cid=${key}`;
}

/** The address under which `key` lists the article. */
export function address(item: Article, key: string): string {
  if (item.look === 'asp') return `/${item.kind === 'interpretation' ? 'jd' : 'zwgk'}/show.asp?id=${item.id}`;
  if (item.look === 'open' || column(key)?.manner === 'open') return `/xxgk/detail.aspx?id=${item.id}`;
  return `/Article/Show.aspx?cid=${key}&id=${item.id}`;
}

export const home = (item: Article): string => address(item, item.columns[0] ?? '');

export const addresses = (item: Article): string[] => [...new Set(item.columns.map((key) => address(item, key)))];

/** 2025-3-4, as ASP writes a date. */
export const loose = (date: string | undefined): string => (date ? date.replace(/-0/g, '-') : '');

import type { Channel, Doc, Entry, Interpretation } from '../types.js';
import { files } from './files.js';
import { interpretations } from './interpretations.js';
import { legacy } from './legacy.js';
import { newsItems } from './news.js';
import { notices } from './notices.js';
import { reports } from './reports.js';
import { rules } from './rules.js';
import { superiors } from './superior.js';

export { interpretations, legacy, newsItems, reports };

export const docs: Doc[] = [...rules, ...files, ...superiors, ...notices];
const entries: (Doc | Interpretation | Entry)[] = [...docs, ...interpretations, ...newsItems, ...reports];
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** Listed among the notices, and gone: its page is a soft 404. */
export const removed = { id: 11607, title: '双塔市2025年跨年迎新健身跑活动公告', published: '2025-12-30T09:00' };

export const entryOf = (id: number) => byId.get(id);
export const isDoc = (entry: Entry): entry is Doc => 'timeliness' in entry;

/** Newest first, as lists show it. */
export function listOf(channel: Channel): Pick<Entry, 'id' | 'title' | 'published' | 'listed'>[] {
  const shown: Pick<Entry, 'id' | 'title' | 'published' | 'listed'>[] = entries.filter(
    (entry) => entry.channel === channel,
  );
  if (channel === 'tzgg') shown.push(removed);
  return shown.sort((a, b) => b.published.localeCompare(a.published));
}

export const channels: Record<Channel, string> = {
  gfxwj: '行政规范性文件',
  qtwj: '其他文件',
  sjwj: '上级文件',
  lswj: '历史文件',
  tzgg: '通知公告',
  zcjd: '政策解读',
  gzdt: '工作动态',
  nianbao: '政府信息公开年报',
};

import { ARTICLES } from './content/index.js';
import type { Article } from './types.js';

export const NAMES: Record<string, string> = {
  jdwj: '街道文件',
  tzgg: '通知公告',
  zcjd: '政策解读',
  cwgk: '村务公开',
  dt: '石榴湾动态',
  fdzdgk: '法定主动公开内容',
  nb: '政府信息公开年报',
};

export const TODAY = '2026-06-30';

/** Articles of a channel, newest first. */
export const listed = (channel: string): Article[] =>
  ARTICLES.filter(({ channels }) => channels.includes(channel)).sort(
    (a, b) => b.published.localeCompare(a.published) || b.id - a.id,
  );

export const home = ({ look, id }: Article): string => (look === 'pc' ? `/pc/view?id=${id}` : `/a/${id}`);

/** Where it can be read: its page, the page that telephones share, and the first with a mark of whence one came. */
export const addresses = (item: Article): string[] =>
  item.look === 'pc' ? [home(item)] : [`/a/${item.id}`, `/s/${item.id}`, `/a/${item.id}?from=rel`];

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** How a list tells a day: 昨天, N天前, without the year, or whole. */
export function ago(day: string): string {
  const passed = days(day, TODAY);
  if (passed === 1) return '昨天';
  if (passed < 7) return `${passed}天前`;
  return day.startsWith('2026') ? day.slice(5) : day;
}

/** How a page tells it. */
export function told(day: string, clock: string): string {
  if (days(day, TODAY) < 7) return `周${'日一二三四五六'[new Date(day).getUTCDay()]} ${day.slice(5)} ${clock}`;
  if (day.startsWith('2026')) return `${day.slice(5)} ${clock}`;
  const [year, month, date] = day.split('-');
  return `${year}年${month}月${date}日`;
}

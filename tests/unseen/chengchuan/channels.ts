import { createHash } from 'node:crypto';
import { ITEMS } from './content/index.js';
import type { Item } from './types.js';

export interface Channel {
  channelId: number;
  channelName: string;
  /** The list begins with the newest year, the others are buttons. */
  byYear?: true;
  children?: Channel[];
}

const leaf = (channelId: number, channelName: string): Channel => ({ channelId, channelName });

/** Channels of the platform, as its tree gives them. */
export const TREE: Channel[] = [
  {
    ...leaf(1100, '法定主动公开内容'),
    children: [
      { ...leaf(1110, '机构职能'), children: [leaf(1111, '机构概况'), leaf(1112, '领导信息')] },
      {
        ...leaf(1120, '政策文件'),
        children: [
          leaf(1121, '管委会文件'),
          { ...leaf(1122, '办公室文件'), byYear: true },
          leaf(1123, '行政规范性文件'),
          leaf(1124, '部门文件'),
        ],
      },
      leaf(1103, '规划计划'),
      { ...leaf(1140, '财政资金'), children: [leaf(1141, '财政预决算'), leaf(1142, '专项资金')] },
      leaf(1105, '人事信息'),
      leaf(1107, '安全生产'),
      leaf(1108, '生态环境'),
      leaf(1109, '征地信息'),
    ],
  },
  leaf(1150, '重点领域信息公开'),
  leaf(1200, '政府信息公开制度'),
  leaf(1300, '政策解读'),
];

/** Categories of the portal: name, rows on a page. */
export const CATEGORIES: Record<string, [name: string, perPage: number]> = {
  '002001': ['园区要闻', 10],
  '004001': ['通知公告', 8],
  '005001': ['文字解读', 10],
  '005002': ['图片解读', 10],
  '005003': ['视频解读', 10],
  '005004': ['部门问答', 10],
  '006001': ['政府信息公开年报', 10],
  '008001': ['主任信箱', 10],
  '010001': ['投资指南', 10],
};

export const allChannels = (nodes: Channel[] = TREE): Channel[] =>
  nodes.flatMap((node) => [node, ...allChannels(node.children ?? [])]);

export function guid(of: number | string): string {
  const hash = createHash('md5').update(`cckfq${of}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join('-');
}

export const categoryPath = (category: string): string => `/${category.slice(0, 3)}/${category}`;

/** Every address under which an item can be reached, that of its first list first. */
export function addresses({ id, channels, category, library, day, pathDay }: Item): string[] {
  const page = `/zfxxgk/detail.html?id=${id}`;
  return [
    ...(channels ?? []).map((channel) => `${page}&cid=${channel}`),
    ...(channels || library ? [page] : []),
    ...(category ? [`${categoryPath(category)}/${(pathDay ?? day).replaceAll('-', '')}/${guid(id)}.html`] : []),
  ];
}

/** The address that other pages link to: without the channel. */
export function linkTo(id: number): string {
  const item = ITEMS.find((one) => one.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item.channels || item.library ? `/zfxxgk/detail.html?id=${id}` : (addresses(item)[0] ?? '');
}

/** Newest first, those on top before them. */
function sorted(items: Item[]): Item[] {
  return items.sort(
    (one, other) =>
      Number(other.top ?? 0) - Number(one.top ?? 0) || other.day.localeCompare(one.day) || other.id - one.id,
  );
}

export const inCategory = (category: string): Item[] => sorted(ITEMS.filter((item) => item.category === category));

export const inChannel = (channel: number): Item[] => sorted(ITEMS.filter((item) => item.channels?.includes(channel)));

/** What the policy library finds: papers of the zone and rules, and old ones that no channel lists. */
export const inLibrary = (): Item[] =>
  sorted(
    ITEMS.filter(({ channels, library }) => library ?? channels?.some((one) => one === 1121 || one === 1123)),
  ).sort((one, other) => Number(one.library ?? 0) - Number(other.library ?? 0));

export const onPlatform = (): Item[] => sorted(ITEMS.filter(({ channels }) => channels));

/** A file of the platform as its pages link to it, or of the portal by its id. */
export function fileHref(path: string): string {
  if (!path.startsWith('/'))
    return `/EpointWebBuilder/pages/webbuildermis/attach/downloadztbattach?attachGuid=${guid(path)}&appUrlFlag=cckfq&siteGuid=7eb5f7f1-9041-43ad-8e13-8fcb82ea831a`;
  return path.endsWith('.pdf')
    ? `/prod-api${path}`
    : `/prod-api/common/download/resource?resource=${encodeURIComponent(path)}`;
}

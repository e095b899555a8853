import { halfWidth, squeeze } from '#kernel';

/** A platform of new media; `kind` where it has several kinds of accounts. */
export interface Platform {
  name: string;
  kind: string | null;
}

/** Platforms under their usual names, with the other words by which lists call them. */
const known: readonly [name: string, also: readonly string[]][] = [
  ['微信公众号', ['微信', '公众号', '政务微信', '微信公众平台', '微信公众账号', '微信公众帐号']],
  ['微信视频号', ['视频号']],
  ['微博', ['新浪微博', '政务微博', '官方微博']],
  ['抖音', ['抖音号', '抖音短视频', '抖音账号', '政务抖音']],
  ['快手', ['快手号', '快手短视频', '快手账号']],
  ['今日头条', ['头条', '头条号', '今日头条号', '政务头条']],
  ['小红书', ['小红书号']],
  ['哔哩哔哩', ['B站', 'bilibili', 'B站号']],
  ['知乎', ['知乎号']],
  ['百家号', ['百度百家号', '百度号']],
  ['企鹅号', ['腾讯企鹅号']],
  ['人民号', []],
  ['澎湃号', ['澎湃', '澎湃政务']],
  ['学习强国', ['学习强国号', '强国号']],
  ['网易号', []],
  ['搜狐号', []],
  ['支付宝生活号', ['生活号']],
  ['微信小程序', []],
  ['支付宝小程序', []],
  ['小程序', ['政务小程序']],
  ['移动客户端', ['客户端', '手机客户端', 'app', '手机app', '应用程序', '移动应用']],
];
/** A platform may have two kinds of accounts, of which a unit may need both. */
const kinds: readonly [name: string, kind: string, also: readonly string[]][] = [
  ['微信公众号', '订阅号', ['微信订阅号', '微信公众号(订阅号)', '公众号(订阅号)']],
  ['微信公众号', '服务号', ['微信服务号', '微信公众号(服务号)', '公众号(服务号)']],
];

const keyOf = (word: string): string => halfWidth(squeeze(word)).toLowerCase();
const byWord = new Map<string, Platform>([
  ...known.flatMap(([name, also]) => [name, ...also].map((word) => [keyOf(word), { name, kind: null }] as const)),
  ...kinds.flatMap(([name, kind, also]) => [kind, ...also].map((word) => [keyOf(word), { name, kind }] as const)),
]);

export const platformNames: readonly string[] = known.map(([name]) => name);

/** The platform that a list calls by this word, “其他：名称” for one that is not known; null for any other word. */
export function platformOf(word: string): Platform | null {
  const found = byWord.get(keyOf(word));
  if (found) return found;
  const other = /^其[他它][:(](.{2,20}?)\)?$/.exec(halfWidth(squeeze(word)))?.[1];
  if (other === undefined) return null;
  return byWord.get(keyOf(other)) ?? { name: other, kind: null };
}

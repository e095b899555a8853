import type { Entry } from './types.js';

export const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const day = (at: string) => at.slice(0, 10);
export const minute = (at: string) => at.replace('T', ' ');
/** The same moment in UTC, as the CMS writes it into `datetime`. */
export const utc = (at: string) => new Date(`${at}:00+08:00`).toISOString();
export const chineseDay = (date: string) => {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
};

/** Cards of the last week tell how many days ago they came. */
export function ago(at: string, asOf: string): string {
  const days = (Date.parse(asOf) - Date.parse(day(at))) / 86_400_000;
  return days <= 6 ? `${days}天前` : day(at);
}

export const cut = (title: string, most = 26) => (title.length > most ? `${title.slice(0, most)}…` : title);

/** Link as lists write it: whole, cut with the whole in `title`, or cut in both. */
export function titled(entry: Pick<Entry, 'title' | 'listed'>): { text: string; title: string } {
  if (entry.listed === 'cut') return { text: cut(entry.title), title: cut(entry.title, 30) };
  if (entry.listed === 'attribute') return { text: cut(entry.title), title: entry.title };
  return { text: entry.title, title: entry.title };
}

const pairs =
  '关關于於双雙体體实實计计划劃发發动動国國华華条條办辦学學校校园園级級东東个個书書为為义義务務传傳员員场場报報开開应應当當总總战戰执執护護拟擬据據无無时時术術权權标標检檢档檔审審归歸规規责責资資赛賽运運进進违違连連选選适適预預领領题題类類费費设設证證评評试試话話请請读讀谁誰调調严嚴专專业業两兩机機构構经經营營统統结結给給组組织織细細终終网網联聯节節药藥补補见見观觀视視览覽让讓议議训訓记記许許论論识識诉訴该該质質购購贯貫转轉轮輪较較辅輔达達过過还還这這通通门門间間闻聞阳陽阶階际際陈陳难難项項须須风風驻駐龙龍号號县縣压壓厅廳历歷参參变變处處备備复複头頭奖獎导導将將属屬岁歲师師带帶广廣庆慶库庫张張户戶扩擴抚撫数數旧舊显顯暂暫极極样樣汉漢满滿环環现現电電画畫监監确確离離种種积積称稱约約纪紀纳納绩績续續维維综綜编編职職胜勝荐薦获獲众眾会會优優';
const traditional = new Map<string, string>();
for (let i = 0; i + 1 < pairs.length; i += 2) traditional.set(pairs[i]!, pairs[i + 1]!);
/** Enough of 简转繁 for a twin that a reader would know for the same document. */
export const inTraditional = (text: string) => [...text].map((sign) => traditional.get(sign) ?? sign).join('');

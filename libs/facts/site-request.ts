import type { PageReading, ReadCapture, RequestFact, RequestWay } from './model.js';
import { isLeftToScripts } from './unfilled.js';
import { articleKey } from './urls.js';

/** Words that name a way to apply; on a page about applying nothing else is meant by them. */
const ways: [RequestWay, RegExp][] = [
  ['online', /网上(?:提交|申请|填写|受理)|在线(?:提交|申请|填写)|通过(?:本|政府|门户)?网站|互联网/],
  ['email', /电子邮(?:件|箱)|邮箱地址|[\w.-]{1,40}@[\w-]{1,40}\.\w/],
  ['post', /邮寄|信函|信件|挂号|通信地址|通讯地址|邮政编码|邮编/],
  ['onSpot', /当面|现场|受理地址|受理地点|受理机构|办公地址|到.{1,20}(?:窗口|办公室)/],
  ['fax', /传真/],
];
const mostText = 60_000;

/** What the pages of 依申请公开 tell and offer; null where none was read. */
export function siteRequest(read: readonly ReadCapture[]): RequestFact | null {
  const own = read.filter((capture) => (capture.pinnedKey ?? capture.visit.columnKey) === 'request');
  const good = own.filter(isRead);
  const pages = good.filter(({ visit }) => visit.as === 'column' || visit.as === 'probe');
  const main = [...pages].sort((a, b) => a.visit.depth - b.visit.depth || (a.url < b.url ? -1 : 1))[0];
  if (!main) return null;
  const text = textOf(good);
  const entrances = new Map(
    good.flatMap(({ reading }) => (reading?.request?.entrances ?? []).map((link) => [articleKey(link.url), link])),
  );
  return {
    url: main.finalUrl,
    capture: main.capture,
    letters: text.replace(/\s/g, '').length,
    ways: ways.filter(([, sign]) => sign.test(text)).map(([way]) => way),
    form: good.some(({ reading }) => reading?.request?.form === true),
    entrances: [...entrances].map(([key, { title, url }]) => ({ title, url, ...seen(key, read) })),
    whole: own.length === good.length && good.every(({ reading }) => isWhole(reading!)),
  };
}

function isRead({ outcome, unrendered, reading }: ReadCapture): boolean {
  return outcome === 'ok' && !unrendered && reading !== null && !reading.challenged && !reading.softNotFound;
}

/** Whether all that a page says was read: no script fills it, and no picture or file stands for its words. */
function isWhole(reading: PageReading): boolean {
  const { detail } = reading;
  return (
    !isLeftToScripts(reading) && (detail?.attachments.length ?? 0) === 0 && !detail?.formats.includes('infographic')
  );
}

function textOf(captures: readonly ReadCapture[]): string {
  const texts = captures.flatMap(({ reading }) => [
    reading?.detail?.text ?? '',
    ...(reading?.detail?.attachments.map(({ title }) => title) ?? []),
    ...(reading?.list?.items.map(({ title }) => title) ?? []),
  ]);
  return texts.join('\n').slice(0, mostText);
}

/** What became of an entrance, where it was looked at. */
function seen(
  key: string,
  read: readonly ReadCapture[],
): Pick<RequestFact['entrances'][number], 'outcome' | 'capture'> {
  const visits = read.filter(({ url, finalUrl }) => articleKey(url) === key || articleKey(finalUrl) === key);
  const best = visits.find(isRead) ?? visits[0];
  if (!best) return { outcome: null, capture: null };
  const { reading, outcome, capture } = best;
  const said = reading?.softNotFound ? 'softNotFound' : reading?.challenged ? 'challenged' : outcome;
  return { outcome: said, capture };
}

/**
 * What a catalogue's 公开时限 says beside an allowed number of working days: `within` it or named by an event or a day;
 * `longer` in working days; `perhapsLonger` in calendar days or months, of which some may be holidays; `unclear` where it
 * names no limit, or one of something else.
 */
export type ReadTimeLimit = 'within' | 'longer' | 'perhapsLonger' | 'unclear';

const longestText = 500;
/** Limits of doing something else than publishing: how long it is shown, handled, asked about. */
const ofSomethingElse = /公示期|公示时间|公示\d|不少于|保留|受理|办结|办理|答复|征求意见/;
const untimed =
  /实时|即时|及时|随时|当[日天]|立即|同步|动态|长期|常年|每[年月季周日]|按[年月季]|\d{1,2}月(?:\d{1,2}日|底)?(?:之|以)?前/;

/** Reads the words of a limit; `workdays` is the longest one allowed. Of several limits the longest counts. */
export function readTimeLimit(words: string, workdays: number): ReadTimeLimit {
  const text = words.replace(/\s/g, '').slice(0, longestText);
  const inWorkdays = [...text.matchAll(/(\d{1,4}|[一二三四五六七八九十]{1,3})个?工作日/g)].map(([, n]) => numberOf(n!));
  const inDays = [...text.matchAll(/(\d{1,4}|[一二三四五六七八九十]{1,3})个?(?:自然日|日|天)(?:之|以)?内/g)].map(
    ([, n]) => numberOf(n!),
  );
  const isMonths = /(?:\d{1,2}|[一二三四五六七八九十半]{1,3})个?(?:月|年)(?:之|以)?内/.test(text);
  if (inWorkdays.some((days) => days > workdays)) return ofSomethingElse.test(text) ? 'unclear' : 'longer';
  // Working days take at least seven days for every five of them.
  if (isMonths || inDays.some((days) => days > (workdays / 5) * 7)) return 'perhapsLonger';
  if (inWorkdays.length + inDays.length > 0) return 'within';
  return untimed.test(text) ? 'within' : 'unclear';
}

const digits = '一二三四五六七八九';

/** “二十” → 20. */
function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens![0]!) + 1) * 10 : 0;
  return ten + (ones === undefined || ones === '' ? 0 : digits.indexOf(ones[0]!) + 1);
}

/** Signs for what is chosen; `t`, `R`, `ü`, `þ` are ticks whose font (Wingdings) was lost. */
const tick = /^[■☑√✓✔✅☒●Rtüþ是]$/;
/** Signs for what is not. In scanned tables a box has become the character 口. */
const box = /^[□☐○◯口否×]$/;

/** Channels of the standard form: a lost tick or a 口 before one of them is a sign and no letter. */
const channel =
  '(?:政府网站|政府公报|两微一端|政务新媒体|发布会|广播电视|纸质媒体|公开查阅点|政务服务中心|行政服务中心|便民服务站|入户|社区|精准推送|其他|微信|微博|公示栏|公告栏|12345)';
const lostSign = new RegExp(`(?:^|(?<=[\\s、，；]))[Rtüþ口](?=\\s?[\\u4e00-\\u9fff\\d])|口(?=\\s?${channel})`, 'g');

/**
 * What a cell says: of a list of boxes (“■政府网站 □两微一端”) what is ticked, of other words the words. A list without a
 * single tick lost its signs and names all that was chosen.
 */
export function cellText(text: string): string {
  const signed = text.replace(lostSign, (sign) => (sign === '口' ? '□' : '■'));
  if (!/[■☑√✓✔✅☒●□☐○◯]/.test(signed)) return closedUp(text);
  // Words in front of the first sign have lost their own: a box is drawn around nothing, a tick may be.
  const first = /^[^■☑√✓✔✅☒●□☐○◯：:]*(?=[□☐○◯])/.exec(signed)?.[0] ?? '';
  const options = [...`${first.trim() === '' ? '' : '■'}${signed}`.matchAll(/([■☑√✓✔✅☒●□☐○◯])([^■☑√✓✔✅☒●□☐○◯]*)/g)]
    .map(([, sign, words]) => ({
      isTicked: tick.test(sign!),
      name: words!.replace(/^[\s、，；]+|[\s、，；。]+$/g, ''),
    }))
    .filter(({ name }) => name !== '');
  if (options.length === 0) return text;
  const ticked = options.filter(({ isTicked }) => isTicked);
  return (ticked.length > 0 ? ticked : options).map(({ name }) => closedUp(name)).join('、');
}

/** One of several columns under one head, of which the ticked ones count. */
export interface Choice {
  /** What the column stands for, e.g. “全社会”. */
  name: string;
  text: string;
}

/** The names of the chosen columns; where a column holds words instead of a tick, with the words. */
export function chosenOf(choices: readonly Choice[]): string {
  const marked = choices.map(({ name, text }) => ({ name, text: text.replace(/\s/g, '') }));
  const isBoxed = marked.filter(({ text }) => box.test(text));
  // Where there are boxes but no ticks, and not in every column, the boxes are the ticks.
  const isTicked = marked.some(({ text }) => tick.test(text[0] ?? ''));
  const boxesCount = !isTicked && isBoxed.length > 0 && isBoxed.length < marked.length && /[□☐]/.test(isBoxed[0]!.text);
  return marked
    .flatMap(({ name, text }) => {
      if (text === '') return [];
      if (box.test(text)) return boxesCount ? name : [];
      if (tick.test(text) || text === name) return name;
      const words = tick.test(text[0]!) && text[0] !== '是' ? text.slice(1) : text;
      return `${name}（${words.replace(/^[（(]|[）)]$/g, '')}）`;
    })
    .join('、');
}

/** Whether a cell stands for the one above it. */
export function isDitto(text: string): boolean {
  return /^[（(]?(?:同上|同前|〃|″|“|”|"|＂|〞|~)[)）。]?$/.test(text.replace(/\s/g, ''));
}

/** “信 息 形 成 之 日 起” → “信息形成之日起”: letters that recognition set apart; words apart stay apart. */
export function closedUp(text: string): string {
  const pieces = text.split(' ');
  const single = pieces.filter((piece) => /^[\u4e00-\u9fff]{1,2}$/.test(piece)).length;
  return pieces.length >= 4 && single * 5 >= pieces.length * 4 ? pieces.join('') : text;
}

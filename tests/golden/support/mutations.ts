/** What happens to pages on their way: cut, doubled, mixed up, wrongly decoded, tags lost or without end. */
export type MutationKind = keyof typeof mutations;

/** Where and how much, each from 0 up to (not) 1. */
export interface Chance {
  at: number;
  much: number;
  other: number;
}

/** The page with one thing done to it; the same chance does the same. */
export function mutate(kind: MutationKind, text: string, chance: Chance): string {
  return mutations[kind](text, chance);
}

const mutations = {
  'a slice is lost': (text, chance) => {
    const [from, to] = slice(text, chance);
    return text.slice(0, from) + text.slice(to);
  },
  'a slice is doubled': (text, chance) => {
    const [from, to] = wholeTags(text, slice(text, chance));
    return text.slice(0, to) + text.slice(from);
  },
  'a slice is repeated elsewhere': (text, chance) => {
    const [from, to] = wholeTags(text, slice(text, chance));
    const place = tagAt(text, chance.other);
    return text.slice(0, place) + text.slice(from, to) + text.slice(place);
  },
  'two slices change places': (text, { at, much, other }) => {
    const [a, b, c, d] = [at, at + much / 8, other, other + much / 8]
      .map((part) => tagAt(text, Math.min(part, 1)))
      .sort((x, y) => x - y) as [number, number, number, number];
    return text.slice(0, a) + text.slice(c, d) + text.slice(b, c) + text.slice(a, b) + text.slice(d);
  },
  'the end is missing': (text, { at }) => text.slice(0, Math.floor(at * text.length)),
  'closing tags are missing': (text, { at, much }) => {
    let n = Math.floor(at * 997);
    return text.replace(/<\/[a-z][\w:]*\s*>/gi, (tag) => ((n = (n * 31 + 17) % 997) < much * 997 ? '' : tag));
  },
  'a comment opens': (text, { at }) => insert(text, at, '<!--'),
  'a script stands in between': (text, { at, other }) => {
    // Within a drawing a script is read as markup, by browsers too.
    const place = tagAt(text, at);
    const end =
      text.lastIndexOf('<svg', place) > text.lastIndexOf('</svg', place - 1)
        ? text.indexOf('</svg>', place) + 6
        : place;
    return text.slice(0, end) + noise[Math.floor(other * noise.length)]! + text.slice(end);
  },
  'tags nest without end': (text, { at, much, other }) =>
    insert(text, at, nests[Math.floor(other * nests.length)]!.repeat(500 + Math.floor(much * 6000))),
  'a tag is repeated ten thousand times': (text, { at, much }) => {
    const tags = text.match(/<[a-z][^<>]{0,300}>/gi) ?? ['<td>'];
    return insert(text, at, tags[Math.floor(much * tags.length)]!.repeat(10_000));
  },
  'attributes are empty': (text, { at, much }) => {
    let n = Math.floor(at * 997);
    return text.replace(/\s(class|id|style|title|align|name)\s*=\s*(?:"[^"]*"|'[^']*')/gi, (all, name: string) =>
      (n = (n * 31 + 17) % 997) < much * 997 ? ` ${name}=""` : all,
    );
  },
} satisfies Record<string, (text: string, chance: Chance) => string>;

export const mutationKinds = Object.keys(mutations) as MutationKind[];

const noise = [
  '<script>var s="</div></td></table>成文日期：2019-01-02 发文字号：云政发〔2019〕1号";document.write(s)</script>',
  '<script type="text/x-template"><h1>{{title}}</h1><p>发布日期：{{pubDate}}</p></script>',
  '<style>.a:after{content:"索引号：000/2019-1"}</style>',
  '<script>/* <!-- 发布日期：2018-05-06',
  '<noscript><p>发布日期：2018-05-06</p></noscript>',
];

const nests = ['<div>', '<b>', '<font size="2">', '<table><tr><td>', '<a href="#">', '<ul><li>', '<p><span>', '<h1>', '<form>', '<svg><g>', '<select><option>', '<template>']; // prettier-ignore

function slice(text: string, { at, much }: Chance): [from: number, to: number] {
  const from = Math.floor(at * text.length);
  // Small slices are told apart by more places than large ones.
  return [from, Math.min(text.length, from + 1 + Math.floor(much ** 4 * text.length * 0.5))];
}

/** From the beginning of a tag to that of another. */
function wholeTags(text: string, [from, to]: [number, number]): [from: number, to: number] {
  return [tagAt(text, from / text.length), tagAt(text, to / text.length)];
}

/** The beginning of a tag, so that what is put there stands between tags. */
function tagAt(text: string, part: number): number {
  const at = text.indexOf('<', Math.floor(part * text.length));
  return at < 0 ? text.length : at;
}

function insert(text: string, part: number, what: string): string {
  const at = tagAt(text, part);
  return text.slice(0, at) + what + text.slice(at);
}

import { dateOfUrl, dateOfValue, findDates, monthOfValue } from './dates.js';
import type { Metadata } from './metadata-block.js';
import { isLabelOfAnother } from './metadata-labels.js';
import type { Dated, LocalDate, PublishedOnSource } from './model.js';
import { isAloneInRow } from './page-body.js';
import type { PageTags } from './page-tags.js';
import type { PageLine, ParsedPage } from './parsed-page.js';
import { daysBetween, type Provenance } from './provenance.js';

export interface PublicationDates {
  publishedOn: Dated<PublishedOnSource> | null;
  others: Dated<PublishedOnSource>[];
  provenance?: Provenance;
}

type Publication = Dated<PublishedOnSource>;

/** What a page says of its publication, each kind once. */
interface Said {
  tag: Publication | null;
  field: Publication | null;
  info: Publication | null;
  url: Publication | null;
}

/**
 * When a page was published. The tag is the standard place and wins, unless a date that readers see is earlier: then the
 * tag tells when the page was made again. A tag that only repeats the day of writing, where the block and the line beside the
 * title both tell one later day, tells nothing; nor does a block that repeats it, where the tag and the line beside the title do. A date in the address is taken only when nothing else is there.
 */
export function readPublicationDates(
  page: ParsedPage,
  tags: PageTags,
  metadata: Metadata,
  { above, top, below }: { above: readonly PageLine[]; top: readonly PageLine[]; below: readonly PageLine[] },
  title: string | null,
): PublicationDates {
  const ofBlock = dateOfField(metadata);
  // The value of another field, in an element of its own, is no information line.
  const informs = (line: PageLine, n: number, lines: readonly PageLine[]) =>
    (!metadata.lines.has(line) || informing.test(line.text)) && !isOtherDay(lines[n - 1]?.text);
  const info =
    dateOfInfoLine(above.filter(informs), title) ??
    dateOfInfoLine(
      top.filter(
        (line, n) =>
          informs(line, n, top) &&
          (/\d{1,2}:\d\d|发布|来源|时间|浏览/.test(line.text) || (n < 2 && bareDay.test(line.text))),
      ),
      title,
    ) ??
    dateOfInfoLine(
      below.filter((line) => /^[[【（(]?(?:发布|公开)(?:时间|日期)\s*[:：]/.test(line.text)),
      title,
    );
  const field = ofBlock && repeatsDayOfWriting(ofBlock, metadata, info, tags) ? null : ofBlock;
  const isToldTwice = (field?.source === 'metadata' && field.on === info?.on) || metadata.isEchoed('publishedOn');
  const repeatsWriting = field !== null && isToldTwice && isWritten(tags, metadata, field);
  const tag: Publication | null =
    tags.pubDate === null || repeatsWriting
      ? null
      : { on: tags.pubDate, source: 'tag', words: `PubDate：${tags.pubDateWords ?? ''}` };
  const ofUrl = dateOfUrl(page.url);
  const url: Publication | null = ofUrl ? { on: ofUrl.on, source: 'url', words: ofUrl.words } : null;
  const said: Said = { tag, field, info, url };
  const visible = field ?? info;
  const made = tags.pubDateIsMaketime;
  const tagHolds =
    tag !== null && !(visible !== null && visible.on < tag.on) && !(made && (visible !== null || url !== null));
  const chosen = tagHolds ? tag : (visible ?? (made ? url : null) ?? tag ?? url);
  const all = [tag, ofBlock, info, url].filter((date) => date !== null);
  return { publishedOn: chosen, others: differing(all, chosen), ...provenanceOf(chosen, said, tags, metadata) };
}

/** Whether the block tells the day of writing twice, and the tag and the line beside the title one later day. */
function repeatsDayOfWriting(
  { on, source }: Publication,
  metadata: Metadata,
  info: Publication | null,
  { pubDate }: PageTags,
): boolean {
  if (source !== 'metadata' || info === null || info.on !== pubDate || info.on <= on) return false;
  const written = metadata.value('issuedOn');
  return written !== null && dateOfValue(written) === on;
}

/** Whether the tag is the day of writing as the block tells it, to the day or to the month, and earlier than publication. */
function isWritten({ pubDate }: PageTags, metadata: Metadata, published: Publication): boolean {
  const written = metadata.value('issuedOn');
  if (pubDate === null || written === null || pubDate >= published.on) return false;
  const on = dateOfValue(written) ?? monthOfValue(written);
  return on !== null && pubDate.startsWith(on);
}

function differing(all: Publication[], chosen: Publication | null): Publication[] {
  const seen = new Set([chosen?.on]);
  return all.filter((date) => !seen.has(date.on) && seen.add(date.on));
}

const names: Record<PublishedOnSource, string> = {
  tag: '页面标签',
  metadata: '信息栏日期',
  info: '可见日期',
  url: '网址日期',
  list: '列表日期',
};

/** “页面标签与可见日期相差30天”. */
export function apart(a: Publication, b: Publication): string {
  return `${names[a.source]}与${names[b.source]}相差${Math.abs(daysBetween(a.on, b.on))}天`;
}

/** “发布时间：2025-12-31　更新时间：2026-03-02”: the day of the last change, named beside the title. */
export function readUpdatedOn(lines: readonly PageLine[]): LocalDate | null {
  for (const { text, hidden } of lines) {
    const words = hidden || text.length > 160 ? null : /更新(?:时间|日期)\s*[:：]\s*(\d{4}.{4,8})/.exec(text)?.[1];
    const day = words ? findDates(words)[0] : undefined;
    if (day) return day.on;
  }
  return null;
}

/** A day more or less is a matter of the hour at which a page was put on the site. */
export const sameMoment = 1;

function provenanceOf(
  chosen: Publication | null,
  { tag, field, info, url }: Said,
  tags: PageTags,
  metadata: Metadata,
): { provenance?: Provenance } {
  if (!chosen) {
    const words = tags.pubDateWords ?? metadata.value('publishedOn');
    return words === null
      ? {}
      : { provenance: { source: 'none', certainty: 'doubtful', why: '发布日期无法识别', other: words.slice(0, 60) } };
  }
  const is = (certainty: Provenance['certainty'], why: string, other?: string) => ({
    provenance: { source: chosen.source, certainty, why, ...(other === undefined ? {} : { other }) },
  });
  const far = (date: Publication | null): date is Publication =>
    date !== null && Math.abs(daysBetween(date.on, chosen.on)) > sameMoment;
  if (tags.pubDateRival !== null && chosen.source === 'tag')
    return is('doubtful', '页面有两个不同的PubDate标签', tags.pubDateRival);
  // What readers see contradicts itself, or the standard place says an earlier day than readers see.
  const rival = [field, info].find((date) => date !== chosen && far(date));
  if (rival) return is('doubtful', apart(chosen, rival), rival.on);
  if (chosen.source === 'url') return is('likely', '发布日期只见于网址');
  if (tag !== null && chosen !== tag && far(tag))
    return is('likely', `${apart(tag, chosen)}，标签疑为页面重新生成的时间`, tag.on);
  const alone = chosen === tag && field === null && info === null;
  if (alone && url !== null && far(url)) return is('doubtful', apart(tag!, url), url.on);
  if (alone && tags.pubDateIsMaketime) return is('doubtful', '页面标签就是页面生成的时间');
  if (alone && url === null) return is('likely', '发布日期只见于页面标签');
  return { provenance: { source: chosen.source, certainty: 'sure' } };
}

function dateOfField(metadata: Metadata): Dated<PublishedOnSource> | null {
  const value = metadata.value('publishedOn');
  const on = value === null ? null : dateOfValue(value);
  // “时间” and “日期” beside the title are an information line, not a field of the block.
  const source = /^(?:时间|日期|发布时间)$/.test(metadata.label('publishedOn') ?? '') ? 'info' : 'metadata';
  return on ? { on, source, words: metadata.words('publishedOn') } : null;
}

/** A line that is a day and nothing else, as machines write it; as people write it, it may be a signature. */
const bareDay = /^[[【（(]?\s*(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s*[\]】)）]?$/;
const informing = /来源|浏览|点击|阅读|访问|作者|字体|字号|发布|发稿|时间|日期|编辑|打印|分享/;
const sender = /(?:政府|网|网站|办公室|局|委|厅|部|中心)$/;

/** The label of another day, alone in its line: the day is in the next. */
function isOtherDay(text: string | undefined): boolean {
  return text !== undefined && /日|时间/.test(text) && isLabelOfAnother(text, 'publishedOn');
}

const ofSomethingElse = /成文|生成日期|制发|制文|形成|发文日期|印发|签发|施行|生效|废止|失效|今天是|星期|截止|更新/;

/** “会议日期”, “报名时间”: a day of what the document is about. */
function isOtherLabel(before: string): boolean {
  const label = /([\u4e00-\u9fa5]{2,8})(?:日期|时间)[:：\s]*$/.exec(before)?.[1];
  return label !== undefined && !ofPublication.test(label);
}

const ofPublication =
  /发布|发表|发稿|公开|公布|上网|上传|录入|入库|添加|编辑|创建|信息|文章|更新|刊[登发]|转载|推送|审核/;

/** The line beside the title: short, with a date, not a link, not the title itself. */
function dateOfInfoLine(above: readonly PageLine[], title: string | null): Dated<PublishedOnSource> | null {
  const headline = title?.replace(/\s/g, '') ?? null;
  for (let n = above.length - 1; n >= 0 && n >= above.length - 14; n -= 1) {
    const line = above[n]!;
    if (!mayInform(line) || line.hidden || line.text.length > 160 || line.linkLength * 2 > line.text.length) continue;
    if (line.heading > 0 || line.text.replace(/\s/g, '') === headline) continue;
    if (line.cell > 0 && !informing.test(line.text) && !isAloneInRow(line.element)) continue;
    if (ofSomethingElse.test(line.text.replace(/\s/g, ''))) continue;
    const date = findDates(line.text)[0];
    if (!date || date.index > 30 || isOtherLabel(line.text.slice(0, date.index))) continue;
    const rest = line.text.replace(date.words, '').replace(/\d{1,2}:\d\d(?::\d\d)?/g, '');
    // A title or a sentence with a date in it is no information line.
    if (/[，。；》]/.test(rest)) continue;
    const words = rest.replace(/[^\u4e00-\u9fa5]/g, '');
    if (words !== '' && !informing.test(words) && !(words.length <= 24 && sender.test(words))) continue;
    return { on: date.on, source: 'info', words: line.text.slice(0, 60) };
  }
  return null;
}

/** Templates call the bar beside the title a menu: there a date counts with its time of day only. */
function mayInform(line: PageLine): boolean {
  return line.zone === 'body' || (line.zone === 'navigation' && /\d{1,2}:\d\d/.test(line.text));
}

import { isFileReading } from './file-reading.js';
import { readGuideElements } from './guide-elements.js';
import type { DetailReading, GuideFact, PageReading, ReadCapture } from './model.js';
import { isLeftToScripts } from './unfilled.js';
import { articleKey } from './urls.js';

/** A guide that tells its nine elements is longer: what is shorter leads to one, or is a picture of one. */
const fewestLetters = 200;

/**
 * The pages of the guide to disclosure: those that are told to be one by their title, and what stands in its column under
 * such a name. Pages that could not be read are none of them.
 */
export function siteGuides(read: readonly ReadCapture[]): GuideFact[] {
  const files = new Set(
    read.flatMap(({ url, finalUrl, reading }) =>
      reading?.detail && isFileReading(reading) ? [articleKey(url), articleKey(finalUrl)] : [],
    ),
  );
  const guides = new Map<string, GuideFact>();
  for (const capture of read) {
    const { reading, finalUrl } = capture;
    if (!reading?.detail || capture.unrendered || reading.challenged || reading.softNotFound) continue;
    if (isFileReading(reading) || !isGuide(capture, reading)) continue;
    const { detail } = reading;
    const fact = {
      url: finalUrl,
      title: detail.title ?? reading.columnName ?? capture.visit.columnName ?? '',
      ...readGuideElements(detail.text),
      unread: unreadPart(reading, detail, files),
      capture: capture.capture,
    };
    const known = guides.get(articleKey(finalUrl));
    if (!known || (known.unread !== null && fact.unread === null)) guides.set(articleKey(finalUrl), fact);
  }
  return [...guides.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** 政府信息公开指南, and not 办事指南 or what is said about one. */
function isGuide({ visit, pinnedKey }: ReadCapture, { kind, title, columnName, detail }: PageReading): boolean {
  const names = [detail?.title, title, columnName, visit.columnName, visit.linkText].map((name) =>
    (name ?? '').replace(/\s/g, ''),
  );
  const isNamed = names.some((name) => /公开指南(?:$|[^的和与及]{0,12}$)|信息公开.{0,4}指南/.test(name));
  if (kind === 'guide') return isNamed;
  const key = pinnedKey === undefined ? visit.columnKey : pinnedKey;
  // The guide may stand beside a menu that reads like a list.
  const isText = kind !== 'list' || /本指南|编制指南/.test(detail?.text ?? '');
  return visit.as === 'column' && key === 'guide' && isText && isNamed;
}

/** Why not all of the guide was read, or null. */
function unreadPart(reading: PageReading, detail: DetailReading, files: ReadonlySet<string>) {
  const letters = detail.text.replace(/\s/g, '').length;
  const isUnread = (url: string) => !files.has(articleKey(url));
  if (reading.follow.some((step) => step.as === 'file' && isUnread(step.request.url)))
    return '指南的正文在附件中，未能读取';
  if (detail.attachments.some(({ title, url }) => /指南/.test(title) && isUnread(url)))
    return '附有指南的文件，未能读取';
  if (isLeftToScripts(reading)) return '指南的内容由脚本读取，未能取得';
  if (letters < fewestLetters) return '指南页面的文字很少，正文可能是图片或在别处';
  if (detail.formats.some((format) => format !== 'text')) return '指南中有图片等，其中的文字未能读取';
  return null;
}

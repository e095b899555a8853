import { isFileLink } from './attachments.js';
import type { DetailReading, NamedLink, PageKind } from './model.js';
import type { ParsedPage } from './parsed-page.js';

/** Files whose text can be read. */
const readable = /\.(?:pdf|docx|xlsx|ofd)(?:$|[?#&])/i;
/** Names that viewers give to the parameter with the file. */
const viewerParameter = /^(?:file|url|src|pdf|pdfurl|fileurl|filepath|path)$/i;
/** Letters of its own up to which a page is only a shell around a file. */
const shellLetters = 60;
/** A report has more letters of an introduction; its parts stand in the file all the same. */
const reportShellLetters = 400;
/** No names of files make a shell this long. */
const longestShell = 4000;
const mostFiles = 40;
const mostScript = 200_000;

/**
 * The file whose text is the text of the page, for a page that is only a shell around one: shown by a viewer, embedded, or
 * attached. Of several attachments the one that bears the page's title; none where that cannot be told. A catalogue may
 * consist of a file for each field.
 */
export function readMainFiles(page: ParsedPage, kind: PageKind, detail: DetailReading): string[] {
  if (!isShell(kind, detail)) return [];
  const shown = shownFile(page);
  if (shown !== null) return [shown];
  const attached = detail.attachments.length > 0 ? detail.attachments : looseFiles(page);
  if (kind === 'catalogue' && attached.length > 1)
    return attached
      .filter((file) => /\.(?:docx|xlsx)(?:$|[?#&])/i.test(`${file.url} ${file.title}`))
      .slice(0, mostFiles)
      .map((file) => file.url);
  const main = mainAttachment(attached, detail.title ?? '');
  if (attached.length > 0) return main === null ? [] : [main];
  const scripted = scriptedFile(page);
  return scripted === null ? [] : [scripted];
}

function isShell(kind: PageKind, detail: DetailReading): boolean {
  if (kind === 'list' || kind === 'home' || detail.formats.includes('video')) return false;
  if (detail.text.length > longestShell) return false;
  if (kind === 'annualReport')
    return (detail.annualReport?.parts.length ?? 0) === 0 && lettersOf(detail) < reportShellLetters;
  // What bears a signature or says more than where the file is stands for itself.
  return detail.issuedOn?.source !== 'signature' && lettersOf(detail) <= shellLetters;
}

/** Letters of the text beside the title, the names of the files and the words that lead to them. */
function lettersOf(detail: DetailReading): number {
  let text = detail.text.replace(/\s/g, '');
  const names = [detail.title ?? '', ...detail.attachments.map((file) => file.title)].map((name) =>
    name.replace(/\s/g, ''),
  );
  for (const name of names.sort((a, b) => b.length - a.length)) if (name.length >= 2) text = text.split(name).join('');
  return text.replace(
    /附件[一二三四五六七八九十\d]*|点击(?:此处)?|下载|查看|浏览|全文|原文|文件|[：:（）()《》、，。.\d]/g,
    '',
  ).length;
}

/** A file in a frame, an embedded object or a viewer (`…/viewer.html?file=…`), also when the page is that viewer. */
function shownFile(page: ParsedPage): string | null {
  for (const media of page.media) {
    if (!/^(?:iframe|frame|embed|object)$/.test(media.element.name)) continue;
    const url = page.resolve(media.src);
    const file = url === null ? null : (fileOfViewer(url, page) ?? (readable.test(url) ? url : null));
    if (file !== null) return file;
  }
  return /view/i.test(page.url) ? fileOfViewer(page.url, page) : null;
}

function fileOfViewer(url: string, page: ParsedPage): string | null {
  if (!url.includes('?') || !URL.canParse(url)) return null;
  for (const [name, value] of new URL(url).searchParams)
    if (viewerParameter.test(name) && readable.test(value)) return page.resolve(value);
  return null;
}

/** Links to files on a page whose body was not found. */
function looseFiles(page: ParsedPage): NamedLink[] {
  const files = new Map<string, NamedLink>();
  for (const link of page.links) {
    if (link.zone !== 'body' || link.hidden || !isFileLink(link)) continue;
    const url = page.resolve(link.href);
    if (url !== null && !files.has(url)) files.set(url, { title: link.title || link.text, url });
  }
  return files.size <= 3 ? [...files.values()] : [];
}

/** The only attachment, or the one named as the page is; a twin in a readable format stands for one that is not. */
function mainAttachment(files: readonly NamedLink[], title: string): string | null {
  const wanted = stem(title);
  const same = files.filter((file) => isNamed(stem(file.title), wanted));
  const candidates = files.length === 1 ? files : same;
  const fit = candidates.filter((file) => mayBeRead(file));
  // Several of one name are one text in several formats, or its parts: only the former is plain.
  const names = new Set(candidates.map((file) => stem(file.title)));
  return names.size === 1 || fit.length === 1 ? (fit[0]?.url ?? null) : null;
}

function mayBeRead(file: NamedLink): boolean {
  if (readable.test(file.url) || readable.test(file.title)) return true;
  // A download by number: what it is its bytes will tell.
  return !/\.[a-z]{2,4}$/i.test(file.title.trim()) && !/\.[a-z]{2,4}$/i.test(file.url.replace(/[?#].*$/, ''));
}

function stem(name: string): string {
  return name
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/^附件[一二三四五六七八九十\d]*\s*[：:、.]?/, '')
    .replace(/[\s《》〈〉“”"（）()【】[\]：:、，,.\-—_]/g, '');
}

function isNamed(name: string, title: string): boolean {
  return name.length >= 6 && title.length >= 6 && (title.includes(name) || name.includes(title));
}

/** `PDFObject.embed("/a.pdf")`: the one file that the page's own scripts name. */
function scriptedFile(page: ParsedPage): string | null {
  const found = new Set<string>();
  for (const script of page.scripts)
    for (const match of script.text.slice(0, mostScript).matchAll(/["']([^"'\s<>\\]{1,300}?\.(?:pdf|ofd))["']/gi)) {
      const url = page.resolve(match[1]!);
      if (url !== null) found.add(url);
    }
  return found.size === 1 ? [...found][0]! : null;
}

import { isDead } from './link-address.js';
import type { NamedLink } from './model.js';
import { isNeighbour } from './neighbour-links.js';
import type { PageLink, PageMedia, ParsedPage } from './parsed-page.js';

const file = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|txt|csv|rtf|ceb|caj)(?:$|[?#&])/i;
const download =
  /\/(?:downfile|download|attach(?:ment)?s?|fileDownload|downloadFile)[./?]|[?&](?:filename|fileName)=|\/module\/download\/|[?&]a_k=|\/DownSys\/(?:DownSoft|GetDown)\b|[?&]enews=DownSoft/i;

/** Whether a link leads to a file rather than to a page. */
export function isFileLink(link: PageLink): boolean {
  const { attribs } = link.element;
  return (
    attribs.appendix === 'true' ||
    attribs.download !== undefined ||
    file.test(link.href) ||
    download.test(link.href) ||
    file.test(link.title)
  );
}

/** Lines below a text in which the block of its attachments begins. */
const blockBelow = 20;

/** A picture that is linked by its name, as a map or a plan is: not one that is shown and leads to itself. */
function isPictureFile({ href, text }: PageLink): boolean {
  return (
    /\.(?:jpe?g|png|bmp|tiff?)(?:$|[?#])/i.test(href) && /[\u4e00-\u9fa5]{2}/.test(text) && !/原图|大图/.test(text)
  );
}

/**
 * The files that belong to an article: those in its body and those in the block of attachments below it; linked, opened by
 * a script, shown by a viewer, or, where there are no others, named in a script.
 */
export function readAttachments(page: ParsedPage, { from, to: end }: { from: number; to: number }): NamedLink[] {
  const to = end + blockBelow;
  const found = new Map<string, NamedLink>();
  const keep = (address: string, title: string) => {
    const url = fileAddress(page, address);
    if (url === null) return;
    const known = found.get(url);
    if (!known) found.set(url, { title: title === '' ? lastPart(url) : title, url });
    else if (title.length > known.title.length) known.title = title;
  };
  for (const link of page.links) {
    if (link.line < from || link.line > to || link.zone === 'footer' || link.zone === 'navigation') continue;
    if (isNeighbour(page, link)) continue;
    const opened = addressOpened(link);
    const beside = downloadWords.test(link.text) && !isFileLink(link) ? fileNamedBeside(page, link) : null;
    if (opened !== null) keep(opened, nameOf({ ...link, href: opened }));
    else if (beside !== null && !isDead(link.href)) keep(link.href, beside);
    else if (isFileLink(link) || (link.line < end && isPictureFile(link))) keep(link.href, nameOf(link));
  }
  for (const media of page.media) {
    if (media.line < from || media.line > to) continue;
    const url = shownFile(page, media);
    if (url !== null) keep(url, '');
  }
  if (found.size === 0) for (const address of namedInScripts(page)) keep(address, '');
  return [...found.values()];
}

const downloadWords = /^[\[【(（]?(?:点击|立即)?下载(?:附件|文件)?[\]】)）]?$/;
const namedFile = /[^\s\/:：|]{2,100}?\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar)(?![a-z])/i;

/** The name of a file in the line of a link that says 下载, or right before it: its address does not tell that it is one. */
function fileNamedBeside({ lines }: ParsedPage, { line }: PageLink): string | null {
  const [own, before] = [lines[line], lines[line - 1]];
  const named = (one: typeof own) => (one && one.text.length <= 300 ? (namedFile.exec(one.text)?.[0] ?? null) : null);
  return named(own) ?? (before && before.linkLength === 0 ? named(before) : null);
}

/** The file that a frame, an embedded object or a viewer shows. */
export function shownFile(page: ParsedPage, media: PageMedia): string | null {
  if (!/^(?:iframe|frame|embed|object)$/.test(media.element.name)) return null;
  const url = fileAddress(page, media.src);
  return url !== null && file.test(url) ? url : null;
}

/** What a click on a link opens by script: `onclick="downloadFile('./a.pdf')"`, `javascript:download('./a.pdf')`. */
function addressOpened({ element: { attribs }, href }: PageLink): string | null {
  const script = /^javascript:/i.test(href) ? `${href} ${attribs.onclick ?? ''}` : (attribs.onclick ?? '');
  if (!/^(?:javascript:|#|$)/i.test(href.trim())) return null;
  for (const [, words] of script.slice(0, 2000).matchAll(/["']([^"'\s]{3,500})["']/g))
    if (file.test(words!) && words!.includes('/')) return words!;
  return null;
}

/** The file itself where the address is that of a viewer with the file as its parameter. */
function fileAddress(page: ParsedPage, address: string): string | null {
  const url = page.resolve(address);
  if (url === null || !url.includes('?') || !URL.canParse(url)) return url;
  const { searchParams, pathname } = new URL(url);
  for (const value of searchParams.values())
    if (file.test(value) && /[/]/.test(value) && !download.test(pathname)) return page.resolve(value);
  return url;
}

const mostScript = 200_000;
const mostNamed = 10;

/** Files that inline scripts name: `var pdfUrl = "./a.pdf"`, `document.write('<a href="./a.pdf">')`. */
function namedInScripts(page: ParsedPage): string[] {
  const named = new Set<string>();
  for (const { text } of page.scripts)
    for (const [, words] of text
      .slice(0, mostScript)
      .matchAll(/(?:[:=(,]\s*|href=\\?)["']([^"'\s<>\\]{3,300})\\?["']/g))
      if (named.size < mostNamed && isDocumentPath(words!)) named.add(words!);
  return [...named];
}

/** An address that ends as documents and archives do. */
export const documentEnding = /\.(?:docx?|xlsx?|pdf|ofd|wps|zip|rar)(?:$|\?)/i;

function isDocumentPath(words: string): boolean {
  return words.includes('/') && !/[?#]/.test(words) && documentEnding.test(words);
}

function nameOf(link: PageLink): string {
  const { download: downloadName } = link.element.attribs;
  const visible = link.text.replace(/^[.·\s]+$/, '');
  if (visible !== '') return visible;
  if (link.title !== '') return link.title;
  if (downloadName) return downloadName;
  return lastPart(link.href);
}

function lastPart(address: string): string {
  const last =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

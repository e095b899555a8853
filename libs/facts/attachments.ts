import type { NamedLink } from './model.js';
import type { PageLink, ParsedPage } from './parsed-page.js';

const file = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|txt|csv|rtf|ceb|caj)(?:$|[?#&])/i;
const download =
  /\/(?:downfile|download|attach(?:ment)?s?|fileDownload|downloadFile)[./?]|[?&](?:filename|fileName)=|\/module\/download\//i;

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

/** The files that belong to an article: those in its body and those in the block of attachments below it. */
export function readAttachments(page: ParsedPage, from: number, to: number): NamedLink[] {
  const found = new Map<string, NamedLink>();
  for (const link of page.links) {
    if (link.line < from || link.line > to || link.zone === 'footer' || link.zone === 'navigation') continue;
    if (!isFileLink(link)) continue;
    const url = page.resolve(link.href);
    if (url === null) continue;
    const title = nameOf(link);
    const known = found.get(url);
    if (!known) found.set(url, { title, url });
    else if (title.length > known.title.length) known.title = title;
  }
  return [...found.values()];
}

function nameOf(link: PageLink): string {
  const { download: downloadName } = link.element.attribs;
  const visible = link.text.replace(/^[.·\s]+$/, '');
  if (visible !== '') return visible;
  if (link.title !== '') return link.title;
  if (downloadName) return downloadName;
  const last =
    link.href
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

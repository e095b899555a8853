import type { AnyNode, Element } from 'domhandler';
import type { PageBody } from './page-body.js';
import type { PageImage, PageMedia, ParsedPage } from './parsed-page.js';
import { isFurniture, isStandIn, lateAddresses } from './picture-names.js';
import { isAudioHolder, isVideoHolder } from './player-names.js';
import { hostOf } from './urls.js';

/** What a body shows and plays, without what only surrounds it. */
export interface ContentMedia {
  /** Pictures that can carry content. */
  pictures: number;
  /** One of them stands right below words that call it an infographic, or bears such words. */
  headed: boolean;
  /** A link to a picture as a file. */
  pictureFile: boolean;
  video: boolean;
  audio: boolean;
  animation: boolean;
  /** A frame that shows a page: what plays there the title has to say. */
  framed: boolean;
  /** A link to another host, of which nothing can be read: what stands there the title has to say. */
  outside: boolean;
}

const videoAddress = /\.(?:mp4|m3u8|flv|webm|mov|wmv|avi|rmvb|mpe?g)(?:$|[?#&"'\\{<])/i;
const audioAddress = /\.(?:mp3|wav|m4a|ogg|aac|wma|amr)(?:$|[?#&"'\\])/i;
const pictureAddress = /\.(?:jpe?g|png|gif|webp|bmp)(?:$|[?#])/i;
const videoFrame =
  /(?:^|[/.?&=_-])(?:video|videos|player|vplayer|iplayer|vod|live)(?:$|[/.?&=_\d-])|v\.qq\.com|youku|bilibili|iqiyi|ixigua|douyin|tv\.cctv|tudou|vzan/i;
const documentFrame = /viewer\.html|\.(?:pdf|ofd|docx?|xlsx?|pptx?)(?:$|[?#&])|pdfjs/i;
const animationFrame = /(?:^|[/.?&=_-])h5(?:$|[/.?&=_-])|eqxiu|rabbitpre|maka\.im|animation|ih5\.cn|epub360/i;
const animationLink =
  /^https?:\/\/(?:(?:[^/?#]*\.)?(?:eqxiu|rabbitpre|maka|ih5|epub360)\.[a-z]{2,3}(?:[/?#]|$)|h5\.)|\/h5\//i;
const animationWords = /动漫|动画|H5/i;
/** Reading aloud for those who see badly stands on every page of a site. */
const readsAloud = /tts|speech|yuyin|langdu|read-?aloud|wza|bofang|voice|语音播报/i;

/** What stands under a QR code. */
const codeCaption = /扫一扫|扫码|二维码|长按识别|关注.{0,6}公众号|微信公众号|小程序码/;

export function readContentMedia(page: ParsedPage, body: PageBody): ContentMedia {
  const media: ContentMedia = {
    pictures: 0,
    headed: false,
    pictureFile: false,
    video: false,
    audio: false,
    animation: false,
    framed: false,
    outside: false,
  };
  readPictures(page, body, media);
  readPlayers(page, body, media);
  readLinks(page, body, media);
  readHolders(page, body, media);
  return media;
}

function readPictures(page: ParsedPage, body: PageBody, media: ContentMedia): void {
  for (const image of page.images) {
    if (image.line < body.from || image.line > body.to || image.hidden) continue;
    if (!isWithin(image.element, body.element) && !(image.line === body.to && endsWithHeading(page, body))) continue;
    // The editor's stand-in for a video is a picture.
    if (isVideoHolder(image.element.attribs.class ?? '')) media.video = true;
    else if (isContent(page, image)) {
      media.pictures += 1;
      media.headed ||= isHeaded(page, image);
    }
  }
}

/** “一图读懂：”, “图解如下”: a line of its own, and then the picture. */
const headsInfographic =
  /^[【[（(]?(?:附(?:件|图)?[：:]?)?(?:一图(?:读懂|看懂|了解|速览)|一张图(?:读懂|看懂|了解)|(?:政策)?图解|图说|长图解读)[^。；;！!]{0,40}$/;

/** “三、图解” at the end of a text: the pictures stand below it. */
function endsWithHeading({ lines }: ParsedPage, { to }: PageBody): boolean {
  const last = lines[to - 1]?.text
    .replace(/\s/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/, '');
  return last !== undefined && last.length <= 30 && headsInfographic.test(last);
}

/** “……。为便于理解，制作图解如下：”: how the text above ends. */
const announcesInfographic = /(?:图解|长图|一图(?:读懂|看懂)|海报)[^。；，]{0,6}如下[：:]?$/;

function isHeaded(page: ParsedPage, { line, element: { attribs } }: PageImage): boolean {
  const words = [page.lines[line - 1]?.text, attribs.alt, attribs.title].map((one) => one?.replace(/\s/g, '') ?? '');
  return words.some(
    (one) => (one.length <= 48 && headsInfographic.test(one)) || announcesInfographic.test(one.slice(-48)),
  );
}

function isContent(page: ParsedPage, image: PageImage): boolean {
  const { attribs } = image.element;
  // The address that a script puts in later comes before what stands in for the picture until then.
  const src = [...lateAddresses(image.element), image.src].find(
    (one) => one !== undefined && one !== '' && !isStandIn(one),
  );
  if (src === undefined) return false;
  // A picture written into the page has no name; a small one is an icon.
  if (src.startsWith('data:')) return src.length > 8000;
  if (isFurniture(image.element, src)) return false;
  const wide = sizeOf(attribs.width, /(?:^|[;\s])width\s*:\s*(\d+)px/i.exec(attribs.style ?? '')?.[1]);
  const high = sizeOf(attribs.height, /(?:^|[;\s])height\s*:\s*(\d+)px/i.exec(attribs.style ?? '')?.[1]);
  if ((wide !== null && wide <= 160) || (high !== null && high <= 120)) return false;
  return !isCode(page, image, wide, high);
}

/** A square of moderate size, or one of unknown size, over a line that asks to scan it. */
function isCode(page: ParsedPage, image: PageImage, wide: number | null, high: number | null): boolean {
  if ((wide ?? high ?? 0) > 400 || (wide !== null && high !== null && Math.abs(wide - high) > 40)) return false;
  const around = [page.lines[image.line - 1]?.text ?? '', page.lines[image.line]?.text ?? ''];
  return around.some((text) => text.length <= 40 && codeCaption.test(text));
}

function sizeOf(attribute: string | undefined, style: string | undefined): number | null {
  const size = Number.parseInt(style ?? attribute ?? '', 10);
  return Number.isFinite(size) && !(attribute ?? '').includes('%') ? size : null;
}

/** Elements that play or frame something, in the body and right around it. */
function readPlayers(page: ParsedPage, body: PageBody, media: ContentMedia): void {
  for (const played of page.media) {
    const { element, src, line } = played;
    if (line < body.from - 3 || line > body.to + 3) continue;
    const { name, attribs } = element;
    if (readsAloud.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`)) continue;
    const type = attribs.type ?? '';
    const addresses = addressesOf(played);
    if (name === 'video' || name === 'audio') {
      // An empty one is filled by a script, or a part of the template that is never used.
      if (src !== '' || hasSource(element) || attribs.poster !== undefined) media[name] = true;
    } else if (/^video\//.test(type) || addresses.some((one) => videoAddress.test(one))) media.video = true;
    else if (/^audio\//.test(type) || addresses.some((one) => audioAddress.test(one))) media.audio = true;
    else if (addresses.some((one) => /\.swf(?:$|\?)/i.test(one))) media.animation = true;
    else if (name === 'embed' && isVideoHolder(attribs.class ?? '')) media.video = true;
    else if ((name === 'iframe' || name === 'embed') && !documentFrame.test(src)) {
      if (animationFrame.test(src)) media.animation = true;
      else if (videoFrame.test(src)) media.video = true;
      else if (name === 'iframe' && src !== '') media.framed = true;
    }
  }
}

/** What an element plays: its address, and for plug-ins what they are told to play. */
function addressesOf({ element, src }: PageMedia): string[] {
  const told = element.children
    .filter((child): child is Element => child.type === 'tag' && child.name === 'param')
    .map((param) => param.attribs.value ?? '');
  return [src, element.attribs.flashvars ?? '', ...told].map((one) => one.slice(0, 2000));
}

function hasSource(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'tag' && child.name === 'source' && (child.attribs.src ?? child.attribs['data-src'] ?? '') !== '',
  );
}

function readLinks(page: ParsedPage, body: PageBody, media: ContentMedia): void {
  for (const { element, href, text } of page.links) {
    if (!isWithin(element, body.element)) continue;
    const isOutside = /^https?:\/\//i.test(href) && hostOf(href) !== hostOf(page.url);
    if (videoAddress.test(href)) media.video = true;
    else if (audioAddress.test(href)) media.audio = true;
    else if (pictureAddress.test(href)) media.pictureFile = true;
    else if (animationLink.test(href) || (isOutside && animationWords.test(text))) media.animation = true;
    else if (isOutside) media.outside = true;
  }
}

const playerCall =
  /new\s+(?:Aliplayer|DPlayer|TcPlayer|TCPlayer|ckplayer|Player|Plyr|HlsJsPlayer)\s*\(|(?:ckplayer|videojs|jwplayer|flowplayer)\s*\(|CKobject\.embed/;
const audioScript = /audio(?:js)?(?:\.min)?\.js|aplayer(?:\.min)?\.js/i;

/** Empty boxes that a script makes players of. A call in the template proves nothing without a box or an address. */
function readHolders(page: ParsedPage, body: PageBody, media: ContentMedia): void {
  if (media.video && media.audio) return;
  const calls = page.scripts.filter((script) => playerCall.test(script.text));
  const mayHold = calls.length > 0 || /edui-faked|video-js|con_video|player|audio|data-video/i.test(page.page.text);
  const held = mayHold ? holdersIn(regionOf(body)) : nothingHeld;
  media.video ||= held.video || calls.some((script) => videoAddress.test(script.text));
  media.audio ||=
    held.sound ||
    (held.audio && page.scripts.some((script) => audioScript.test(script.src))) ||
    calls.some((script) => !videoAddress.test(script.text) && audioAddress.test(script.text));
}

/** The body with what stands beside it: a player often stands above the text. */
function regionOf(body: PageBody): Element {
  const parent = body.element.parent;
  return parent && parent.type === 'tag' && parent.name !== 'body' ? (parent as Element) : body.element;
}

const mostNodes = 20_000;

/** Boxes for films, boxes for sound, and sound whose address stands on its box. */
const nothingHeld = { video: false, audio: false, sound: false };

function holdersIn(region: Element): typeof nothingHeld {
  const found = { ...nothingHeld };
  const stack: AnyNode[] = [region];
  for (let seen = 0; stack.length > 0 && seen < mostNodes; seen += 1) {
    const node = stack.pop()!;
    if (node.type !== 'tag') continue;
    for (const name of [node.attribs.class ?? '', node.attribs.id ?? '']) {
      if (isVideoHolder(name)) found.video = true;
      else if (isAudioHolder(name)) found.audio = true;
    }
    for (const address of toldToPlay(node as Element)) {
      if (videoAddress.test(address)) found.video = true;
      else if (audioAddress.test(address)) found.sound = true;
    }
    for (const child of node.children) stack.push(child);
  }
  return found;
}

/** Addresses that an element keeps for a script: `<div data-audio="…/jd.mp3">`. */
function toldToPlay({ attribs }: Element): string[] {
  if (readsAloud.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`)) return [];
  return Object.entries(attribs).flatMap(([name, value]) => (name.startsWith('data-') ? [value.slice(0, 2000)] : []));
}

function isWithin(element: Element, holder: Element): boolean {
  let node = element.parent;
  for (let up = 0; node && up < 60; up += 1, node = node.parent) if (node === holder) return true;
  return false;
}

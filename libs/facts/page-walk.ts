import type { AnyNode, Comment, Document, Element } from 'domhandler';
import type { WalkedPage, Zone } from './page-parts.js';
import { isStandIn, lateAddresses } from './picture-names.js';
import { isPlayerHolder, playedBy } from './player-names.js';
import { clean, isBlank, textOf } from './page-words.js';

const skipped = new Set(['style', 'noscript', 'template', 'select', 'textarea', 'svg', 'button']);

/** The head of a panel that folds: its words are text, though it is pressed. */
function isPanelHead({ attribs }: Element): boolean {
  return /(?:^|[\s_-])(?:collapse|accordion|panel)[\w-]*(?:header|head|title|button)(?:$|\s)/i.test(
    attribs.class ?? '',
  );
}
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong ' +
    'sub sup time tt u var wbr st1:chsdate st1:personname ruby rt rp'
  ).split(' '),
);
const containers = new Set(
  'body main article section div td form center span ucapcontent fieldset dd p li table'.split(' '),
);
const mediaTags = new Set(['video', 'audio', 'source', 'iframe', 'embed', 'object', 'frame']);
const cellTags = new Set(['td', 'th', 'dt', 'dd']);

/** Marks of the body of an article, as content management systems write them. */
const markedBody =
  /(?:^|\s)(?:TRS_Editor|TRS_UEDITOR|trs_editor_view|trs_paper_default|Custom_UnionStyle|div_zhengwen|zoom|UCAP-CONTENT|ucapcontent|vsb_content(?:_\d+)?|v_news_content|ivs_content|detailContent|detail-content|article-content|article_content|articleContent|news_cont_d_wrap|wzcon|xxgk-content|content-body|zw-content|pages_content|tyxxy_main|arti-content|info-content|NewsContent|con_text|zhengwen|article-body|TRS_PreAppend|view\s+TRS_UEDITOR)(?=\s|$)/i;

const footerName = /(?:^|[\s_-])(?:foot(?:er)?|footer\w*|copyright|bottom|bqxx|page-?foot)(?=$|[\s_\d-])/i;
const crumbName =
  /(?:^|[\s_-])(?:crumbs?|breadcrumbs?|location|position|dqwz|weizhi|curpos\w*|path|local)(?=$|[\s_\d-])/i;
const navigationName =
  /(?:^|[\s_-])(?:nav(?:i|bar|s|igation)?|menu|(?<!(?:collapse|accordion|panel|card|item|article)[_-]{1,2})header?|topbar|top-?nav|sx-navs|dhlm|sidebar|left-?menu|leftnav)(?=$|[\s_\d-])/i;

interface Name {
  marked: boolean;
  zone: Zone | null;
  /** A box that a script makes a player of. */
  plays: boolean;
}

/** What has to be done when an element ends. */
type Kind = 'inline' | 'link' | 'element';

/** An element under way, and what was the case before it. One object a depth, used again and again. */
class Frame {
  node!: Element;
  kind: Kind = 'inline';
  /** Ends a line at its end. */
  breaks = false;
  marked = false;
  hides = false;
  hidden = false;
  zone: Zone = 'body';
  block: Element | null = null;
  cell = 0;
  heading = 0;
  zoneBefore: Zone = 'body';
  from = 0;
  text = 0;
  linked = 0;
  images = 0;
  /** Where the text of a link, or of an inline element, begins in the raw text of its line. */
  start = 0;
  /** Links under way, and how much of the line is text of links. */
  links = 0;
  linkInLine = 0;
}

/** Reads a tree in one pass, without recursion: nesting costs no stack. */
export function walkTree(tree: Document): WalkedPage {
  return new Walk().run(tree);
}

class Walk {
  private readonly metas = new Map<string, string[]>();
  readonly found: WalkedPage = {
    metas: this.metas,
    titleTag: '',
    baseHref: null,
    lines: [],
    links: [],
    images: [],
    media: [],
    scripts: [],
    comments: [],
    blocks: [],
    empty: [],
  };
  private readonly names = new Map<string, Name>();
  private readonly styles = new Map<string, boolean>();
  private readonly frames: Frame[] = [];
  /** Raw text of the line before the outermost link under way: cutting links out of a long line would copy it for each. */
  private before = '';
  /** Raw text of the line, or of what follows `before`. */
  private raw = '';
  private lineElement: Element | null = null;
  private block: Element | null = null;
  private cell = 0;
  private cells = 0;
  private heading = 0;
  private hidden = 0;
  private zone: Zone = 'body';
  private textLength = 0;
  private linkLength = 0;
  private linkInLine = 0;
  private links = 0;
  private depth = 0;

  run(tree: Document): WalkedPage {
    let node: AnyNode | null = tree.firstChild;
    while (node) {
      let descend: AnyNode | null = null;
      if (node.type === 'text') this.text(node.data);
      else if (node.type === 'comment') this.comment(node);
      else if ('children' in node && 'attribs' in node && !this.isRead(node)) {
        const frame = this.frameAt(this.depth, node);
        this.enter(frame);
        descend = node.firstChild;
        if (descend) this.depth += 1;
        else this.leave(frame);
      }
      if (descend) {
        node = descend;
        continue;
      }
      while (node && !node.next) {
        if (this.depth === 0) {
          this.flush();
          return this.found;
        }
        this.depth -= 1;
        const frame: Frame = this.frames[this.depth]!;
        this.leave(frame);
        node = frame.node;
      }
      node = node?.next ?? null;
    }
    this.flush();
    return this.found;
  }

  private frameAt(depth: number, node: Element): Frame {
    const frame = (this.frames[depth] ??= new Frame());
    frame.node = node;
    return frame;
  }

  private text(data: string): void {
    if (this.raw === '' && this.before === '') {
      if (isBlank(data)) return;
      this.raw = data;
    } else this.raw += data;
    this.lineElement ??= this.block;
  }

  private comment(node: Comment): void {
    if (
      node.data.length > 40 &&
      node.data.length < 500_000 &&
      node.data.includes('<') &&
      /<(?:li|a|tr|dd|p)\b/i.test(node.data)
    )
      this.found.comments.push(node);
  }

  /** Elements that are read as a whole, or not at all: the walk does not go into them. */
  private isRead(node: Element): boolean {
    switch (node.name) {
      case 'meta':
        this.meta(node);
        return true;
      case 'title':
        if (this.found.titleTag === '') this.found.titleTag = clean(textOf(node));
        return true;
      case 'script':
        this.script(node);
        return true;
      case 'base':
        this.found.baseHref ??= node.attribs.href ?? null;
        return true;
      case 'br':
        this.flush();
        return true;
      case 'img':
        this.image(node);
        return true;
      case 'area':
        this.area(node);
        return true;
      case 'input':
        return true;
    }
    return skipped.has(node.name) && !(node.name === 'button' && isPanelHead(node));
  }

  /** A place on a picture that leads somewhere: its words stand in the picture, and for who does not see it in `alt`. */
  private area(element: Element): void {
    this.keepLink(element, clean(element.attribs.alt ?? ''), this.found.lines.length, this.hidden > 0);
  }

  private keepLink(element: Element, text: string, line: number, hidden: boolean): void {
    const { href, title } = element.attribs;
    if (href === undefined || this.found.links.length >= 20_000) return;
    this.found.links.push({ element, href, text, title: title ? clean(title) : '', line, zone: this.zone, hidden });
  }

  private enter(frame: Frame): void {
    const { name } = frame.node;
    if (name === 'a') this.enterLink(frame);
    else {
      if (mediaTags.has(name)) this.media(frame.node);
      this.enterElement(frame, name);
    }
  }

  private leave(frame: Frame): void {
    if (frame.kind === 'element') this.leaveElement(frame);
    else if (frame.kind === 'link') this.leaveLink(frame);
    else this.markBoundary();
  }

  private enterElement(frame: Frame, name: string): void {
    const isInline = inline.has(name);
    const { attribs } = frame.node;
    const named = this.nameOf(attribs);
    const hides = this.isHidden(attribs);
    if (isInline && !hides && named === null) {
      frame.kind = 'inline';
      this.markBoundary();
      return;
    }
    frame.kind = 'element';
    frame.marked = named?.marked ?? name === 'ucapcontent';
    frame.breaks = !isInline || named?.marked === true;
    frame.hides = hides;
    frame.block = this.block;
    frame.cell = this.cell;
    frame.heading = this.heading;
    frame.zoneBefore = this.zone;
    frame.images = this.found.images.length + this.found.media.length;
    if (frame.breaks) this.flush();
    else this.markBoundary();
    frame.from = this.found.lines.length;
    frame.start = this.raw.length;
    frame.links = this.links;
    frame.linkInLine = this.linkInLine;
    frame.text = this.textLength;
    frame.linked = this.linkLength;
    if (attribs.style !== undefined && frame.node.children.length === 0) this.background(frame.node, attribs.style);
    if (!isInline) this.block = frame.node;
    if (cellTags.has(name)) this.cell = this.cells += 1;
    if (named?.plays && !mediaTags.has(name)) this.media(frame.node);
    if (name.length === 2 && name[0] === 'h' && name[1]! >= '1' && name[1]! <= '6') this.heading = Number(name[1]);
    if (hides) this.hidden += 1;
    if (name === 'nav' || name === 'header') this.zone = 'navigation';
    else if (name === 'footer') this.zone = 'footer';
    else if (named?.zone) this.zone = named.zone;
    else if (named?.marked) this.zone = 'body';
    frame.zone = this.zone;
  }

  private leaveElement(frame: Frame): void {
    if (frame.breaks) this.flush();
    else {
      if (frame.hides) this.dropHidden(frame);
      this.markBoundary();
    }
    const { node, from, zone } = frame;
    const to = this.found.lines.length;
    const images = this.found.images.length + this.found.media.length - frame.images;
    if (this.cell !== frame.cell && to === from) this.emptyCell(node);
    if ((to > from || images > 0) && containers.has(node.name))
      this.found.blocks.push({
        element: node,
        from,
        to,
        textLength: this.textLength - frame.text,
        linkLength: this.linkLength - frame.linked,
        images,
        marked: frame.marked,
        depth: this.depth,
        zone,
      });
    if (this.textLength === frame.text && frame.breaks) this.found.empty.push(node);
    this.block = frame.block;
    this.cell = frame.cell;
    this.heading = frame.heading;
    this.zone = frame.zoneBefore;
    if (frame.hides) this.hidden -= 1;
  }

  /** Words within a line that are not shown: what is meant to spoil copies stands in the middle of numbers and days. */
  private dropHidden({ from, start, links, linkInLine }: Frame): void {
    if (this.found.lines.length !== from || this.links !== links) return;
    this.raw = this.raw.slice(0, start);
    this.linkInLine = linkInLine;
  }

  private markBoundary(): void {
    if (this.raw !== '' || this.before !== '') this.raw += boundary;
  }

  private enterLink(frame: Frame): void {
    this.markBoundary();
    frame.kind = 'link';
    if (this.links === 0) {
      this.before = this.raw;
      this.raw = '';
    }
    frame.start = this.raw.length;
    frame.from = this.found.lines.length;
    frame.hides = this.isHidden(frame.node.attribs);
    if (frame.hides) this.hidden += 1;
    this.links += 1;
    frame.hidden = this.hidden > 0;
  }

  private leaveLink(frame: Frame): void {
    this.links -= 1;
    const { node, from } = frame;
    const { lines } = this.found;
    const flushed = lines.length > from;
    const text = flushed
      ? clean(
          lines
            .slice(from)
            .map((line) => line.text)
            .join('') + this.raw,
        )
      : clean(this.raw.slice(frame.start));
    if (this.links === 0) {
      this.linkInLine += text.length;
      this.raw = this.before + this.raw;
      this.before = '';
    }
    this.keepLink(node, text, from, frame.hidden);
    this.markBoundary();
    if (frame.hides) this.hidden -= 1;
  }

  private flush(): void {
    const raw = this.before + this.raw;
    if (raw === '') return;
    this.before = '';
    this.raw = '';
    const text = clean(raw);
    const linkLength = Math.min(this.linkInLine, text.length);
    this.linkInLine = 0;
    const element = this.lineElement;
    this.lineElement = null;
    if (text === '' || !element) return;
    this.textLength += text.length;
    this.linkLength += linkLength;
    this.found.lines.push({
      text,
      raw: text.length <= 400 ? raw : text,
      element,
      cell: this.cell,
      heading: this.heading,
      hidden: this.hidden > 0,
      zone: this.zone,
      linkLength,
    });
  }

  private emptyCell(node: Element): void {
    this.found.lines.push({
      text: '',
      raw: '',
      element: node,
      cell: this.cell,
      heading: 0,
      hidden: this.hidden > 0,
      zone: this.zone,
      linkLength: 0,
    });
  }

  private meta(node: Element): void {
    const { name, property, content } = node.attribs;
    const key = (name ?? property ?? node.attribs['http-equiv'])?.toLowerCase().trim();
    if (!key || content === undefined) return;
    const values = this.metas.get(key);
    const value = clean(content.slice(0, 4000));
    if (values) values.push(value);
    else this.metas.set(key, [value]);
  }

  private script(node: Element): void {
    const { type = '', src = '', id = '', vurl } = node.attribs;
    const text = src === '' ? textOf(node) : '';
    const line = this.found.lines.length;
    // A script that puts a player where it stands: in an attribute or in its words it names what is played.
    const played = vurl ?? (this.block && !/^(?:head|html|body)$/.test(this.block.name) ? playedBy(text) : null);
    if (played) this.found.media.push({ element: node, src: played, line });
    this.found.scripts.push({ type: type.toLowerCase(), src, id, text, line, zone: this.zone });
  }

  private image(node: Element): void {
    const { src: own = '' } = node.attribs;
    const shown = own === '' || isStandIn(own) ? (lateAddresses(node).find((one) => one) ?? own) : own;
    this.picture(node, shown.startsWith('data:') ? (withoutScripts(node) ?? shown) : shown);
  }

  private picture(node: Element, src: string): void {
    this.found.images.push({
      element: node,
      src,
      line: this.found.lines.length,
      zone: this.zone,
      hidden: this.hidden > 0 || this.isHidden(node.attribs),
    });
  }

  /** An empty element whose picture its style names: the slides of a carousel. */
  private background(node: Element, style: string): void {
    const src =
      style.length < 1000
        ? /background(?:-image)?\s*:[^;]{0,60}?\burl\(\s*["']?([^"')]{1,500})/i.exec(style)?.[1]
        : undefined;
    if (src !== undefined) this.picture(node, src);
  }

  private media(node: Element): void {
    const src = node.attribs.src ?? node.attribs.data ?? node.attribs['data-src'] ?? '';
    this.found.media.push({ element: node, src, line: this.found.lines.length });
  }

  /** What class and id say; pages repeat the same names hundreds of times. */
  private nameOf(attribs: Record<string, string>): Name | null {
    const className = attribs.class;
    const id = attribs.id;
    if (!className && !id) return null;
    const key = id ? `${className ?? ''} ${id}` : className!;
    let name = this.names.get(key);
    if (name === undefined) {
      const marked = key.length < 200 && markedBody.test(key);
      const zone = marked || key.length >= 200 ? null : zoneOf(key);
      name = { marked, zone, plays: isPlayerHolder(className ?? '') || isPlayerHolder(id ?? '') };
      this.names.set(key, name);
    }
    return name.marked || name.zone || name.plays ? name : null;
  }

  /** Styles repeat too: every paragraph of a text pasted from Word carries the same. */
  private isHidden(attribs: Record<string, string>): boolean {
    const style = attribs.style;
    if (style !== undefined) {
      let hides = this.styles.get(style);
      if (hides === undefined) {
        hides = /display\s*:\s*none/i.test(style);
        this.styles.set(style, hides);
      }
      if (hides) return true;
    }
    return attribs.hidden !== undefined;
  }
}

const boundary = '\u0001';

function zoneOf(name: string): Zone | null {
  if (footerName.test(name)) return 'footer';
  if (crumbName.test(name)) return 'crumb';
  return navigationName.test(name) ? 'navigation' : null;
}

/** The picture that stands beside its empty place for whoever runs no scripts. */
function withoutScripts({ next }: Element): string | null {
  const beside = next?.type === 'tag' && next.name === 'noscript' ? next.children[0] : undefined;
  if (beside?.type !== 'text' || beside.data.length > 5000) return null;
  return /<img\b[^<>]{0,2000}?\ssrc=["']([^"'<>]{1,2000})["']/i.exec(beside.data)?.[1] ?? null;
}

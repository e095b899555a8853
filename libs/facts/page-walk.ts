import type { AnyNode, Comment, Document, Element } from 'domhandler';
import type { WalkedPage, Zone } from './page-parts.js';

const skipped = new Set(['style', 'noscript', 'template', 'select', 'textarea', 'svg', 'button']);
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
  /(?:^|[\s_-])(?:nav(?:i|bar|s|igation)?|menu|header?|topbar|top-?nav|sx-navs|dhlm|sidebar|left-?menu|leftnav)(?=$|[\s_\d-])/i;

interface Name {
  marked: boolean;
  zone: Zone | null;
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
  };
  private readonly names = new Map<string, Name>();
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
    const open: { node: Element; leave: (() => void) | null }[] = [];
    let node: AnyNode | null = tree.firstChild;
    while (node) {
      let descend: AnyNode | null = null;
      if (node.type === 'text') this.text(node.data);
      else if (node.type === 'comment') this.comment(node);
      else if ('children' in node && 'attribs' in node) {
        const leave = this.enter(node);
        if (leave !== skip) {
          descend = node.firstChild;
          if (descend) {
            open.push({ node, leave });
            this.depth += 1;
          } else leave?.();
        }
      }
      if (descend) {
        node = descend;
        continue;
      }
      while (node && !node.next) {
        const parent = open.pop();
        if (!parent) {
          this.flush();
          return this.found;
        }
        this.depth -= 1;
        parent.leave?.();
        node = parent.node;
      }
      node = node?.next ?? null;
    }
    this.flush();
    return this.found;
  }

  private text(data: string): void {
    if (this.raw === '' && blank.test(data)) return;
    this.raw += data;
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

  private enter(node: Element): (() => void) | null | typeof skip {
    const name = node.name;
    switch (name) {
      case 'meta':
        this.meta(node);
        return skip;
      case 'title':
        if (this.found.titleTag === '') this.found.titleTag = clean(textOf(node));
        return skip;
      case 'script':
        this.script(node);
        return skip;
      case 'base':
        this.found.baseHref ??= node.attribs.href ?? null;
        return skip;
      case 'br':
        this.flush();
        return skip;
      case 'img':
        this.image(node);
        return skip;
      case 'a':
        return this.link(node);
      case 'input':
        return skip;
    }
    if (skipped.has(name)) return skip;
    if (mediaTags.has(name)) this.media(node);
    return this.element(node, name);
  }

  private element(node: Element, name: string): (() => void) | null {
    const isInline = inline.has(name);
    const attribs = node.attribs;
    const named = this.nameOf(attribs);
    const hides = isHidden(attribs);
    if (isInline && !named?.marked && !hides && named?.zone === undefined) {
      if (this.raw !== '') this.raw += boundary;
      return this.closeInline;
    }
    const before = {
      block: this.block,
      cell: this.cell,
      heading: this.heading,
      zone: this.zone,
      from: 0,
      text: 0,
      link: this.linkLength,
      images: this.found.images.length,
    };
    if (!isInline || named?.marked) this.flush();
    else if (this.raw !== '') this.raw += boundary;
    before.from = this.found.lines.length;
    before.text = this.textLength;
    before.link = this.linkLength;
    if (!isInline) this.block = node;
    if (cellTags.has(name)) this.cell = this.cells += 1;
    if (name.length === 2 && name[0] === 'h' && name[1]! >= '1' && name[1]! <= '6') this.heading = Number(name[1]);
    if (hides) this.hidden += 1;
    if (name === 'nav' || name === 'header') this.zone = 'navigation';
    else if (name === 'footer') this.zone = 'footer';
    else if (named?.zone) this.zone = named.zone;
    else if (named?.marked) this.zone = 'body';
    const depth = this.depth;
    const zone = this.zone;
    return () => {
      if (isInline && !named?.marked) {
        if (this.raw !== '') this.raw += boundary;
      } else this.flush();
      const to = this.found.lines.length;
      if (this.cell !== before.cell && to === before.from) this.emptyCell(node);
      if (containers.has(name) && (to > before.from || this.found.images.length > before.images))
        this.found.blocks.push({
          element: node,
          from: before.from,
          to,
          textLength: this.textLength - before.text,
          linkLength: this.linkLength - before.link,
          images: this.found.images.length - before.images,
          marked: named?.marked ?? name === 'ucapcontent',
          depth,
          zone,
        });
      this.block = before.block;
      this.cell = before.cell;
      this.heading = before.heading;
      this.zone = before.zone;
      if (hides) this.hidden -= 1;
    };
  }

  private readonly closeInline = (): void => {
    if (this.raw !== '') this.raw += boundary;
  };

  private link(node: Element): () => void {
    if (this.raw !== '') this.raw += boundary;
    const start = this.raw.length;
    const lines = this.found.lines.length;
    const { href, title } = node.attribs;
    const hides = isHidden(node.attribs);
    if (hides) this.hidden += 1;
    this.links += 1;
    const hidden = this.hidden > 0;
    return () => {
      this.links -= 1;
      const flushed = this.found.lines.length > lines;
      const text = flushed
        ? clean(
            this.found.lines
              .slice(lines)
              .map((line) => line.text)
              .join('') + this.raw,
          )
        : clean(this.raw.slice(start));
      if (this.links === 0) this.linkInLine += text.length;
      if (href !== undefined && this.found.links.length < 20_000)
        this.found.links.push({
          element: node,
          href,
          text,
          title: title ? clean(title) : '',
          line: lines,
          zone: this.zone,
          hidden,
        });
      if (this.raw !== '') this.raw += boundary;
      if (hides) this.hidden -= 1;
    };
  }

  private flush(): void {
    if (this.raw === '') return;
    const raw = this.raw;
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
    const { type = '', src = '', id = '' } = node.attribs;
    this.found.scripts.push({ type: type.toLowerCase(), src, id, text: src === '' ? textOf(node) : '' });
  }

  private image(node: Element): void {
    const src = node.attribs.src ?? node.attribs['data-src'] ?? node.attribs['data-original'] ?? '';
    this.found.images.push({
      element: node,
      src,
      line: this.found.lines.length,
      zone: this.zone,
      hidden: this.hidden > 0 || isHidden(node.attribs),
    });
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
      name = { marked, zone };
      this.names.set(key, name);
    }
    return name.marked || name.zone ? name : null;
  }
}

const skip = Symbol('skip');
const boundary = '\u0001';
const blank = /^\s*$/;

function zoneOf(name: string): Zone | null {
  if (footerName.test(name)) return 'footer';
  if (crumbName.test(name)) return 'crumb';
  return navigationName.test(name) ? 'navigation' : null;
}

function isHidden(attribs: Record<string, string>): boolean {
  const style = attribs.style;
  return (style !== undefined && /display\s*:\s*none/i.test(style)) || attribs.hidden !== undefined;
}

/** Text of a small subtree. */
export function textOf(node: Element): string {
  let text = '';
  for (const child of node.children) if (child.type === 'text') text += child.data;
  return text;
}

const invisible = /[\u0001\u200b\u200c\u200d\ufeff\u00ad]/g;
const spaces = /[\s\u00a0\u3000\u2002\u2003\u2009]+/g;

/** As `tidy`, and without the marks of inline boundaries. */
export function clean(text: string): string {
  return text.replace(invisible, '').replace(spaces, ' ').trim();
}

/** Text of a row with a space wherever an element ends. */
export function rowText(row: Element): string {
  const parts: string[] = [];
  let length = 0;
  const stack: AnyNode[] = [row];
  while (stack.length > 0 && length < 4000) {
    const node = stack.pop()!;
    if (node.type === 'text') {
      parts.push(node.data);
      length += node.data.length;
    } else if ('children' in node && node.type === 'tag') {
      parts.push(' ');
      for (let n = node.children.length - 1; n >= 0; n -= 1) stack.push(node.children[n]!);
    }
  }
  return clean(parts.join(''));
}

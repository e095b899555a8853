import { type Parser, Token, Tokenizer, TokenizerMode, type TreeAdapterTypeMap } from 'parse5';
import { PlainSteps, PlainTag } from './plain-steps.js';

const carriageReturn = 0x0d;
const space = 0x20;
const quotationMark = 0x22;
const ampersand = 0x26;
const solidus = 0x2f;
const lessThan = 0x3c;
const equals = 0x3d;
const greaterThan = 0x3e;

/** Longer tags are hardly repeated. */
const longestKept = 400;

/**
 * The parser's tokenizer, taking runs of ordinary characters, and tags written in the ordinary way, in one step where the
 * original takes one character at a time. Nothing else differs: the first character of a run goes the original's way, and
 * the run ends before every character that could mean anything (markup, references, line ends, halves of surrogate pairs,
 * the end of the chunk); a tag that holds anything out of the ordinary goes the original's way as a whole. Half the time of
 * parsing is saved, and more where `PlainSteps` may go on; `run-tokenizer.spec.ts` holds that the trees are the same.
 */
export class RunTokenizer<Parts extends TreeAdapterTypeMap> extends Tokenizer {
  /** Tags of this page by a hash of what stands between their brackets: few kinds of tags are repeated hundreds of times. */
  private readonly tags = new Map<number, PlainTag>();
  private readonly steps: PlainSteps<Parts>;

  constructor(parser: Parser<Parts>) {
    super(parser.options, parser);
    this.steps = new PlainSteps(parser);
  }

  protected override _stateData(cp: number): void {
    if (cp === lessThan && this.takeTag()) return;
    super._stateData(cp);
    if (cp !== ampersand && cp !== lessThan) this.takeText(cp, TokenizerMode.DATA);
  }

  protected override _stateScriptData(cp: number): void {
    super._stateScriptData(cp);
    if (cp !== lessThan) this.takeText(cp, TokenizerMode.SCRIPT_DATA);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    super._stateAttributeValueDoubleQuoted(cp);
    if (cp < 0x20 || cp === quotationMark || cp === ampersand) return;
    const { html, pos } = this.preprocessor;
    let end = pos + 1;
    while (end < html.length && isValue(html.charCodeAt(end))) end += 1;
    if (end === pos + 1) return;
    this.currentAttr.value += html.slice(pos + 1, end);
    this.preprocessor.pos = end - 1;
  }

  /**
   * The whole tag that begins here, if it is of the form `<name a="…" b="…">`, `<name/>` or `</name>`, in small letters; with it
   * the words and tags that follow, as long as they ask for nothing but plain steps of the parser.
   */
  private takeTag(): boolean {
    for (let taken = false; ; taken = true) {
      const { html, pos } = this.preprocessor;
      let end = pos + 1;
      let hash = 0;
      const limit = Math.min(html.length, pos + longestKept);
      for (; end < limit; end += 1) {
        const code = html.charCodeAt(end);
        if (code === greaterThan || code === lessThan) break;
        hash = (Math.imul(hash, 31) + code) | 0;
      }
      const isKept = html.charCodeAt(end) === greaterThan && !this.inForeignNode;
      const known = isKept ? this.tags.get(hash) : undefined;
      const isKnown = known?.source.length === end - pos - 1 && html.startsWith(known.source, pos + 1);
      const tag = isKnown ? known : this.readTag(html, pos);
      if (tag === null) {
        // What was taken ends before this tag.
        if (taken) this.preprocessor.pos = pos - 1;
        return taken;
      }
      this.preprocessor.pos = pos + 1 + tag.source.length;
      const { tagName, type } = tag.token;
      // The parser renames the attributes of these where they stand.
      if (isKept && !isKnown && this.preprocessor.pos === end && tagName !== 'svg' && tagName !== 'math')
        this.tags.set(hash, tag);
      this._emitCurrentCharacterToken(null);
      if (!this.steps.isAmidBody() || !this.steps.take(tag)) {
        this.emitTag(tag);
        return true;
      }
      if (type === Token.TokenType.START_TAG) this.lastStartTagName = tagName;
      this.preprocessor.dropParsedChunk();
      if (!this.takeWords()) return true;
    }
  }

  private emitTag({ token: { type, tagName, attrs, selfClosing } }: PlainTag): void {
    if (type === Token.TokenType.END_TAG) this._createEndTagToken();
    else this._createStartTagToken();
    Object.assign(this.currentToken as Token.TagToken, { tagName, attrs, selfClosing });
    this.state = TokenizerMode.DATA;
    this.emitCurrentTagToken();
  }

  /** The words after a tag, up to the next, which is where it stands then; false where they end otherwise or hold a reference. */
  private takeWords(): boolean {
    const { html, pos } = this.preprocessor;
    const from = pos + 1;
    let at = from;
    let isBlank = true;
    for (; at < html.length; at += 1) {
      const code = html.charCodeAt(at);
      if (code === lessThan) break;
      if (code === ampersand || code === carriageReturn || code === 0) return false;
      if (!isBlankCode(code)) isBlank = false;
    }
    if (at >= html.length) return false;
    if (at > from) this.steps.insertText(html.slice(from, at), isBlank);
    this.preprocessor.pos = at;
    return true;
  }

  /** The tag at `pos`, or null where it is written in any other way. */
  private readTag(html: string, pos: number): PlainTag | null {
    const isEnd = html.charCodeAt(pos + 1) === solidus;
    const from = isEnd ? pos + 2 : pos + 1;
    let at = from;
    while (isSmallLetter(html.charCodeAt(at)) || (at > from && isDigit(html.charCodeAt(at)))) at += 1;
    if (at === from) return null;
    const name = html.slice(from, at);
    const attrs: Token.Attribute[] = [];
    let selfClosing = false;
    if (!isEnd)
      for (;;) {
        const before = at;
        while (html.charCodeAt(at) === space) at += 1;
        const code = html.charCodeAt(at);
        if (code === greaterThan) break;
        if (code === solidus && html.charCodeAt(at + 1) === greaterThan) {
          selfClosing = true;
          at += 1;
          break;
        }
        if (at === before) return null;
        at = this.takeAttribute(html, at, attrs);
        if (at < 0) return null;
      }
    if (html.charCodeAt(at) !== greaterThan) return null;
    return new PlainTag(html.slice(pos + 1, at), name, attrs, selfClosing, isEnd);
  }

  /** Adds the attribute `name="value"` that begins at `from`; the place after it, or -1 when it is not so written. */
  private takeAttribute(html: string, from: number, attrs: Token.Attribute[]): number {
    let at = from;
    while (isSmallLetter(html.charCodeAt(at)) || (at > from && isNameMark(html.charCodeAt(at)))) at += 1;
    if (at === from || html.charCodeAt(at) !== equals || html.charCodeAt(at + 1) !== quotationMark) return -1;
    const name = html.slice(from, at);
    const valueFrom = at + 2;
    at = valueFrom;
    while (isValue(html.charCodeAt(at))) at += 1;
    if (html.charCodeAt(at) !== quotationMark || attrs.some((attr) => attr.name === name)) return -1;
    attrs.push({ name, value: html.slice(valueFrom, at) });
    return at + 1;
  }

  /** The characters after `cp` that are of its kind: words, or the spaces between them. */
  private takeText(cp: number, mode: number): void {
    if (this.state !== mode || cp < 0x20 || !this.currentCharacterToken) return;
    const { html, pos } = this.preprocessor;
    let end = pos + 1;
    if (cp === 0x20) while (end < html.length && html.charCodeAt(end) === 0x20) end += 1;
    else while (end < html.length && isWord(html.charCodeAt(end))) end += 1;
    if (end === pos + 1) return;
    this.currentCharacterToken.chars += html.slice(pos + 1, end);
    this.preprocessor.pos = end - 1;
  }
}

/** Tab, line feed, form feed and space. */
function isBlankCode(code: number): boolean {
  return code === space || code === 0x0a || code === 0x09 || code === 0x0c;
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `-`, `:`, `_` and digits, within the name of an attribute. */
function isNameMark(code: number): boolean {
  return code === 0x2d || code === 0x3a || code === 0x5f || isDigit(code);
}

function isWord(code: number): boolean {
  if (code > lessThan) return code < 0xd800 || code > 0xdfff;
  return code > 0x20 && code !== ampersand && code !== lessThan;
}

function isValue(code: number): boolean {
  return code >= 0x20 && code !== quotationMark && code !== ampersand && (code < 0xd800 || code > 0xdfff);
}

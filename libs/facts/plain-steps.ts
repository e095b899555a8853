import { html, type Parser, Token, type TreeAdapterTypeMap } from 'parse5';

const { TAG_ID: id, NS, NUMBERED_HEADERS: headings } = html;
type Id = html.TAG_ID;

/** Modes of the parser, which keeps their names to itself: `in body`, and `in cell`, where these tags mean the same. */
const inBody = 6;
const inCell = 14;
/** The entries of the list of formatting elements that are elements, and no markers. */
const ofElement = 1;

/** What the start tag of an element does in a body. */
type Step = 'block' | 'heading' | 'item' | 'phrase' | 'formatting' | 'void';

const kinds: readonly (readonly [Step, Iterable<Id>])[] = [
  ['block', [id.DIV, id.P, id.UL, id.OL, id.DL, id.SECTION, id.ARTICLE, id.HEADER, id.FOOTER, id.NAV, id.CENTER]],
  ['heading', headings],
  ['item', [id.LI, id.DT, id.DD]],
  ['phrase', [id.SPAN, id.LABEL]],
  ['formatting', [id.A, id.B, id.I, id.U, id.EM, id.FONT, id.STRONG]],
  ['void', [id.BR, id.IMG]],
];
const steps = new Map<Id, Step>(kinds.flatMap(([step, ids]) => [...ids].map((tag): [Id, Step] => [tag, step])));

/** A tag as it is written: the same for every tag that is written so, and nobody may change it. */
export class PlainTag {
  readonly token: Token.TagToken;
  /** What is to be done at it: null where only the parser knows. */
  readonly step: Step | null;

  /** @param source What stands between its brackets. */
  constructor(
    readonly source: string,
    tagName: string,
    attrs: Token.Attribute[],
    selfClosing: boolean,
    isEnd: boolean,
  ) {
    const tagID = html.getTagID(tagName);
    const type = isEnd ? Token.TokenType.END_TAG : Token.TokenType.START_TAG;
    this.token = { type, tagName, tagID, selfClosing, ackSelfClosing: false, attrs, location: null };
    this.step = steps.get(tagID) ?? null;
  }
}

/**
 * The steps that nearly every tag and text of a body asks of the parser, taken at once: where nothing has to be closed, moved
 * or put elsewhere for them. Wherever that is not so nothing is done, and the parser goes the whole way of the specification
 * (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody).
 */
export class PlainSteps<Parts extends TreeAdapterTypeMap> {
  constructor(private readonly parser: Parser<Parts>) {}

  /** Whether the parser stands within a body, an HTML element open. */
  isAmidBody(): boolean {
    const { insertionMode, openElements, treeAdapter } = this.parser;
    return (
      (insertionMode === inBody || insertionMode === inCell) &&
      openElements.tmplCount === 0 &&
      openElements.stackTop > 0 &&
      treeAdapter.getNamespaceURI(openElements.current as Parts['element']) === NS.HTML
    );
  }

  /** Words amid a body. */
  insertText(words: string, isBlank: boolean): void {
    const { parser } = this;
    parser.skipNextNewLine = false;
    this.reopen();
    parser.treeAdapter.insertText(parser.openElements.current as Parts['parentNode'], words);
    if (!isBlank) parser.framesetOk = false;
  }

  /** Whether a tag amid a body was of the plain kind, and what it asks for is done. */
  take({ token, step }: PlainTag): boolean {
    if (step === null) return false;
    const taken = token.type === Token.TokenType.END_TAG ? this.close(token, step) : this.open(token, step);
    if (taken) this.parser.skipNextNewLine = false;
    return taken;
  }

  private open(token: Token.TagToken, step: Step): boolean {
    const { parser } = this;
    const { openElements, activeFormattingElements, treeAdapter } = parser;
    if (step === 'block' || step === 'heading' || step === 'item') {
      if (openElements.hasInButtonScope(id.P)) return false;
      if (step === 'heading' && headings.has(openElements.currentTagId as Id)) return false;
      if (step === 'item' && !isListOf(token.tagID, openElements.currentTagId)) return false;
    } else {
      if (token.tagID === id.A && activeFormattingElements.getElementEntryInScopeWithTagName('a')) return false;
      this.reopen();
    }
    if (step === 'item' || step === 'void') parser.framesetOk = false;
    const element = treeAdapter.createElement(token.tagName, NS.HTML, token.attrs);
    treeAdapter.appendChild(openElements.current as Parts['parentNode'], element);
    if (step === 'void') return true;
    openElements.push(element, token.tagID);
    if (step === 'formatting') activeFormattingElements.pushElement(element, token);
    return true;
  }

  /** Only what was opened last. */
  private close({ tagID }: Token.TagToken, step: Step): boolean {
    const { openElements, activeFormattingElements } = this.parser;
    if (openElements.currentTagId !== tagID || step === 'void') return false;
    if (step === 'formatting') {
      const entry = activeFormattingElements.entries[0];
      if (entry?.type !== ofElement || entry.element !== openElements.current) return false;
      activeFormattingElements.removeEntry(entry);
    }
    openElements.pop();
    return true;
  }

  private reopen(): void {
    if (this.parser.activeFormattingElements.entries.length > 0) this.parser._reconstructActiveFormattingElements();
  }
}

/** A row straight in its list: no row before it can be open. */
function isListOf(item: Id, list: Id | undefined): boolean {
  return item === id.LI ? list === id.UL || list === id.OL : list === id.DL;
}

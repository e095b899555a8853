/** Values that scripts hold as literals: JSON and what JavaScript allows beside it. Read, never run. */
const mostLiterals = 60;
const mostTokens = 400_000;
/** Characters read in vain, as multiples of the script's own: a script of openings without end is not read from each anew. */
const mostReadInVain = 4;

/** Every array of records or of arrays that a script holds: `var list = [{title: '…', url: '…'},]`. */
export function literalsIn(script: string): unknown[] {
  const found: unknown[] = [];
  const start = /\[\s*[{[]\s*["'\w\u4e00-\u9fa5]/g;
  let inVain = 0;
  for (let match = start.exec(script); match && found.length < mostLiterals; match = start.exec(script)) {
    const reader = new LiteralReader(script, match.index);
    const value = reader.read();
    if (value === undefined) {
      inVain += reader.at - match.index;
      if (inVain > mostReadInVain * script.length) break;
      continue;
    }
    found.push(value);
    start.lastIndex = reader.at;
  }
  return found;
}

/** The literal that begins at this place, or undefined when it is more than one: a variable, a call. */
export function literalAt(script: string, at: number): unknown {
  return new LiteralReader(script, at).read();
}

/** Text of string literals joined by `+` from this place on, and where it ends; null where anything else stands among them. */
export function joinedTextAt(script: string, at: number): { text: string | null; end: number } {
  const reader = new LiteralReader(script, at);
  const parts: string[] = [];
  do {
    const part = reader.read();
    if (typeof part !== 'string') return { text: null, end: reader.at };
    parts.push(part);
  } while (reader.joins());
  return { text: parts.join(''), end: reader.at };
}

class LiteralReader {
  private tokens = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  /** The value that begins here, or undefined when it is more than a literal. */
  read(): unknown {
    this.skip();
    const char = this.text[this.at];
    if ((this.tokens += 1) > mostTokens || this.depth > 30) return undefined;
    if (char === '[') return this.array();
    if (char === '{') return this.record();
    if (char === '"' || char === "'" || char === '`') return this.string(char);
    return this.word();
  }

  /** Past a plus sign; whether one stands here. */
  joins(): boolean {
    this.skip();
    if (this.text[this.at] !== '+') return false;
    this.at += 1;
    return true;
  }

  private array(): unknown[] | undefined {
    const values: unknown[] = [];
    this.depth += 1;
    this.at += 1;
    for (;;) {
      this.skip();
      if (this.text[this.at] === ']') break;
      const value = this.read();
      if (value === undefined) return undefined;
      values.push(value);
      if (!this.comma(']')) return undefined;
    }
    this.depth -= 1;
    this.at += 1;
    return values;
  }

  private record(): Record<string, unknown> | undefined {
    const entries: [string, unknown][] = [];
    this.depth += 1;
    this.at += 1;
    for (;;) {
      this.skip();
      const char = this.text[this.at];
      if (char === '}') break;
      const name = char === '"' || char === "'" ? this.string(char) : this.name();
      this.skip();
      if (name === undefined || this.text[this.at] !== ':') return undefined;
      this.at += 1;
      const value = this.read();
      if (value === undefined) return undefined;
      entries.push([name, value]);
      if (!this.comma('}')) return undefined;
    }
    this.depth -= 1;
    this.at += 1;
    return Object.fromEntries(entries);
  }

  /** Past a comma; true also where the closing bracket stands. */
  private comma(end: string): boolean {
    this.skip();
    if (this.text[this.at] === ',') {
      this.at += 1;
      return true;
    }
    return this.text[this.at] === end;
  }

  private string(quote: string): string | undefined {
    let value = '';
    let from = this.at + 1;
    let n = from;
    for (; n < this.text.length; n += 1) {
      const char = this.text[n]!;
      if (char === quote) {
        this.at = n + 1;
        return value + this.text.slice(from, n);
      }
      if (char === '\n' && quote !== '`') break;
      if (char !== '\\') continue;
      value += this.text.slice(from, n);
      const escape = this.text[n + 1] ?? '';
      const code = escape === 'u' ? /^[0-9a-f]{4}/i.exec(this.text.slice(n + 2, n + 6))?.[0] : undefined;
      value += code ? String.fromCharCode(parseInt(code, 16)) : ({ n: '\n', t: '\t', r: '\r' }[escape] ?? escape);
      n += code ? 5 : 1;
      from = n + 1;
    }
    // Read as far as this, though in vain.
    this.at = n;
    return undefined;
  }

  private name(): string | undefined {
    const match = /^[\w$\u4e00-\u9fa5]{1,80}/.exec(this.text.slice(this.at, this.at + 80));
    if (match) this.at += match[0].length;
    return match?.[0];
  }

  private word(): unknown {
    const match = /^(?:-?\d+(?:\.\d+)?|true|false|null|undefined)(?![\w.])/.exec(
      this.text.slice(this.at, this.at + 40),
    );
    if (!match) return undefined;
    this.at += match[0].length;
    return /^[-\d]/.test(match[0])
      ? Number(match[0])
      : match[0] === 'true'
        ? true
        : match[0] === 'false'
          ? false
          : null;
  }

  /** Past white space and comments. */
  private skip(): void {
    for (;;) {
      while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
      const mark = this.text.slice(this.at, this.at + 2);
      if (mark !== '//' && mark !== '/*') return;
      const end = this.text.indexOf(mark === '//' ? '\n' : '*/', this.at + 2);
      this.at = end < 0 ? this.text.length : end + (mark === '//' ? 1 : 2);
    }
  }
}

/** The first argument of a call, from behind its bracket: it ends at a comma or bracket outside of quotes and of calls within. */
export function firstArgument(text: string): string {
  let quote = '';
  let depth = 0;
  for (let n = 0; n < text.length; n += 1) {
    const char = text[n]!;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (char === ')' || char === '\n' || (char === ',' && depth === 0)) return text.slice(0, n);
  }
  return text;
}

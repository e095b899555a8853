/** What the rules of a robots.txt say of one address; the line is that of the file, from 1. */
export interface RobotsVerdict {
  allowed: boolean;
  line: number;
}

export interface RobotsRules {
  /** Null when no rule speaks of the address: then it may be fetched. */
  verdict(url: URL): RobotsVerdict | null;
  /** Longest Crawl-delay asked of us, milliseconds; null when none is. */
  delay: number | null;
}

/** As much of the file is read (RFC 9309, 2.5). */
const maxBytes = 500 * 1024;
/** Honest files have some dozens of rules. */
const maxRules = 10_000;

interface Rule {
  allow: boolean;
  line: number;
  /** Octets of the pattern as it was written: the longest one wins. */
  length: number;
  /** The pattern, and where the file is not in UTF-8 also as UTF-8 writes it. */
  patterns: PathPattern[];
}

interface Group {
  rules: Rule[];
  delay: number | null;
}

/** What is often written for them, and what everybody takes it for. */
const directives: Record<string, 'agent' | 'allow' | 'disallow' | 'delay'> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'delay',
  crawldelay: 'delay',
};

/**
 * Reads a robots.txt by RFC 9309 with `*` and `$`: groups for the same robot are one, the longest pattern wins and `Allow`
 * among equals, and whoever is named in a group of its own heeds no other. Files in GB18030 and with a byte order mark are
 * read too. What cannot be understood is passed over, as the RFC wants.
 * @param robot our name, compared without regard to case.
 */
export function parseRobots(bytes: Uint8Array, robot: string): RobotsRules {
  const { octets, asUtf8 } = octetsOf(bytes);
  const own: Group = { rules: [], delay: null };
  const everybody: Group = { rules: [], delay: null };
  let named = false;
  let meant: Group[] = [];
  let gathering = false;
  for (const [index, text] of octets.split(/\r\n|\r|\n/).entries()) {
    const [directive, value] = splitLine(text);
    if (directive === null) continue;
    if (directive === 'agent') {
      if (!gathering) meant = [];
      gathering = true;
      if (/^\*(\s|$)/.test(value)) meant.push(everybody);
      else if (/^[a-z_-]*/i.exec(value)?.[0].toLowerCase() === robot.toLowerCase()) {
        named = true;
        meant.push(own);
      }
      continue;
    }
    gathering = false;
    for (const group of new Set(meant)) take(group, directive, value, index + 1, asUtf8);
  }
  const { rules, delay } = named ? own : everybody;
  // The first that matches is then the one that counts.
  rules.sort((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow));
  return {
    delay,
    verdict: (url) => {
      const path = plainPath(url.pathname + url.search);
      const rule = rules.find(({ patterns }) => patterns.some((pattern) => pattern.matches(path)));
      return rule ? { allowed: rule.allow, line: rule.line } : null;
    },
  };
}

function take(
  group: Group,
  directive: 'allow' | 'disallow' | 'delay',
  value: string,
  line: number,
  asUtf8: (octets: string) => string | null,
): void {
  if (directive === 'delay') {
    const seconds = /^\d{1,6}(\.\d{1,3})?$/.test(value) ? Number(value) : 0;
    if (seconds > 0) group.delay = Math.max(group.delay ?? 0, seconds * 1000);
    return;
  }
  // An empty rule forbids nothing and allows nothing.
  if (value === '' || group.rules.length >= maxRules) return;
  const other = asUtf8(value);
  const patterns = [new PathPattern(value), ...(other === null ? [] : [new PathPattern(other)])];
  group.rules.push({ allow: directive === 'allow', line, length: plainPath(value).length, patterns });
}

function splitLine(text: string): [(typeof directives)[string] | null, string] {
  const line = (text.split('#', 1)[0] ?? '').trim();
  // The colon of Chinese keyboards (as UTF-8 and as GB18030 write it), and none at all, are common slips.
  const colon = /^([^:\xa3\xef]*?)\s*(?::|\xef\xbc\x9a|\xa3\xba)\s*(.*)$/.exec(line) ?? /^(\S+)\s+(\S+)$/.exec(line);
  if (!colon) return [null, ''];
  return [directives[(colon[1] ?? '').toLowerCase()] ?? null, (colon[2] ?? '').trim()];
}

/**
 * The file as octets (one character each), and how to write a part of it in UTF-8 where it is written otherwise; that of
 * what is ASCII or UTF-8 already is null.
 */
function octetsOf(bytes: Uint8Array): { octets: string; asUtf8: (octets: string) => string | null } {
  const none = (): null => null;
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  const part = bytes.subarray(0, maxBytes);
  if (utf16) return { octets: latin(Buffer.from(new TextDecoder(utf16).decode(part), 'utf8')), asUtf8: none };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // A line that was cut off might say more than it means.
  const cut =
    bytes.byteLength > maxBytes ? part.subarray(0, Math.max(part.lastIndexOf(10), part.lastIndexOf(13)) + 1) : part;
  const octets = latin(Buffer.from(marked ? cut.subarray(3) : cut));
  if (isUtf8(cut)) return { octets, asUtf8: none };
  const gb = new TextDecoder('gb18030');
  return {
    octets,
    asUtf8: (text) =>
      /[\x80-\xff]/.test(text) ? latin(Buffer.from(gb.decode(Buffer.from(text, 'latin1')), 'utf8')) : null,
  };
}

const latin = (bytes: Buffer): string => bytes.toString('latin1');

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A path with `*` for any characters and, at its end, `$` for the end of the address. */
export class PathPattern {
  private readonly parts: string[];
  private readonly toEnd: boolean;

  constructor(pattern: string) {
    this.toEnd = pattern.endsWith('$');
    this.parts = plainPath(this.toEnd ? pattern.slice(0, -1) : pattern).split('*');
  }

  /** @param path path and query as `plainPath` writes them. Each part is sought once, from left to right. */
  matches(path: string): boolean {
    const [first = '', ...others] = this.parts;
    if (!path.startsWith(first)) return false;
    const last = this.toEnd ? others.pop() : undefined;
    let at = first.length;
    for (const part of others) {
      const found = path.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    if (last !== undefined) return path.length - last.length >= at && path.endsWith(last);
    return !this.toEnd || at === path.length;
  }
}

/**
 * One way of writing for what RFC 9309 (2.2.2) holds equal: characters beyond ASCII and those that addresses may not hold
 * as octets with `%`, unreserved ones as themselves.
 */
export function plainPath(text: string): string {
  return text
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, (char) => {
      const octets = char.charCodeAt(0) < 256 ? [char.charCodeAt(0)] : [...Buffer.from(char, 'utf8')];
      return octets.map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('');
    })
    .replace(/%[0-9a-f]{2}/gi, (triplet) => {
      const char = String.fromCharCode(parseInt(triplet.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(char) ? char : triplet.toUpperCase();
    });
}

import { describe, expect, it } from 'vitest';
import { parseRobots } from './robots-rules.js';

const origin = 'https://www.yunling.example';
const verdictOf = (bytes: Uint8Array | string, path: string) =>
  parseRobots(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'Mingjing').verdict(new URL(path, origin));
const may = (bytes: Uint8Array | string, path: string) => verdictOf(bytes, path)?.allowed ?? true;

const all = (...lines: string[]) => ['User-agent: *', ...lines].join('\n');

describe('patterns', () => {
  it.each<[string, string, boolean]>([
    ['/fish', '/fish', true],
    ['/fish', '/fish.html', true],
    ['/fish', '/fish/salmon.html', true],
    ['/fish', '/fish?id=1', true],
    ['/fish', '/Fish', false],
    ['/fish', '/catfish', false],
    ['/fish/', '/fish', false],
    ['/fish*', '/fish', true],
    ['/*.php', '/folder/a.php?x=1', true],
    ['/*.php', '/a.PHP', false],
    ['/*.php$', '/a.php', true],
    ['/*.php$', '/a.php?x', false],
    ['/*.php$', '/a.php/b.php', true],
    ['/fish*.php', '/fishheads/a.php', true],
    ['/a$b', '/a$b', true],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['*', '/x', true],
    ['*/x/', '/a/x/b', true],
    ['/*/a*b$', '/q/aXb', true],
    ['/*ab$', '/ab', true],
    ['/ab*ab$', '/ab', false],
    ['/ab*ab$', '/abab', true],
    ['fish', '/fish', false],
    ['https://www.yunling.example/fish', '/fish', false],
    ['/foo/bar?baz=http://foo.bar', '/foo/bar?baz=http://foo.bar', true],
    ['/%62ar', '/bar', true],
    ['/b%61r', '/b%61%72', true],
    ['/a%3cb', '/a%3Cb', true],
    ['/a%2fb', '/a/b', false],
    ['/a b', '/a%20b', true],
    ['/政务/', '/政务/1.html', true],
    ['/%E6%94%BF%E5%8A%A1', '/政务/1.html', true],
    ['/*/政务$', '/a/%e6%94%bf%e5%8a%a1', true],
  ])('%s forbids %s: %s', (pattern, path, forbidden) => {
    expect(may(all(`Disallow: ${pattern}`), path)).toBe(!forbidden);
  });
});

describe('which rule counts', () => {
  it.each<[string, string, string, boolean]>([
    ['the longer', all('Disallow: /zwgk', 'Allow: /zwgk/open'), '/zwgk/open/1', true],
    ['the longer, whichever comes first', all('Allow: /p', 'Disallow: /pa'), '/page', false],
    ['allow among equals', all('Disallow: /folder', 'Allow: /folder'), '/folder/1', true],
    ['the longer with stars', all('Allow: /page', 'Disallow: /*.htm'), '/page.htm', false],
    ['the longer with an end', all('Allow: /$', 'Disallow: /'), '/', true],
    ['nothing but the root', all('Allow: /$', 'Disallow: /'), '/page.htm', false],
    ['an empty rule forbids nothing', all('Disallow:'), '/', true],
    ['a group of our own alone', `${all('Disallow: /')}\n\nUser-agent: mingjing\nDisallow: /x`, '/zwgk', true],
    ['a group of our own without rules', `${all('Disallow: /')}\n\nUser-agent: Mingjing\nDisallow:`, '/zwgk', true],
    ['our name with a version', 'User-agent: MingJing/1.0 (+x)\nDisallow: /', '/', false],
    ['not a name that begins like ours', 'User-agent: mingjing-news\nDisallow: /', '/', true],
    ['groups for everybody together', `${all('Disallow: /a')}\n\nUser-agent: *\nDisallow: /b`, '/b', false],
    ['groups of ours together', 'User-agent: mingjing\nDisallow: /a\nUser-agent: mingjing\nDisallow: /b', '/a', false],
    ['several names over one group', 'User-agent: baidu\nUser-agent: mingjing\nDisallow: /', '/', false],
    ['an empty line within a group', 'User-agent: mingjing\n\nDisallow: /', '/', false],
    ['a sitemap between names', 'User-agent: mingjing\nSitemap: /s.xml\nUser-agent: b\nDisallow: /', '/', false],
    ['rules before any name', 'Disallow: /', '/', true],
    ['a delay ends the names', 'User-agent: mingjing\nCrawl-delay: 3\nUser-agent: b\nDisallow: /', '/', true],
    ['everybody with a comment', 'User-agent: * # all\nDisallow: / # yes', '/', false],
    ['written wrong', 'useragent : *\ndissallow : /x', '/x/1', false],
    ['without a colon', 'User-agent *\nDisallow /x', '/x/1', false],
    ['with a Chinese colon', 'User-agent：*\nDisallow：/x', '/x/1', false],
    ['with old line ends', 'User-agent: *\rDisallow: /x\rAllow: /x/y', '/x/z', false],
    ['a page instead', '<html><body>Disallow: nothing</body></html>', '/', true],
    ['robots.txt itself is no exception to a reader of rules', all('Disallow: /'), '/robots.txt', false],
  ])('%s', (_name, text, path, allowed) => expect(may(text, path)).toBe(allowed));

  it('is told with its line', () => {
    expect(verdictOf(`# ${'x'.repeat(5000)}\nUser-agent: *\n\nDisallow: /x`, '/x')).toEqual({
      allowed: false,
      line: 4,
    });
    expect(verdictOf(all('Disallow: /x'), '/y')).toBeNull();
  });
});

describe('encodings', () => {
  /** 政务 in GB18030. */
  const gb = Buffer.from([0xd5, 0xfe, 0xce, 0xf1]);
  const inGb = Buffer.concat([Buffer.from('User-agent: *\nDisallow: /'), gb, Buffer.from('/\n')]);

  it.each<[string, Uint8Array, string, boolean]>([
    ['a byte order mark', Buffer.from('\ufeffUser-agent: *\nDisallow: /x'), '/x', false],
    ['UTF-16', Buffer.from('\ufeffUser-agent: *\nDisallow: /政务', 'utf16le'), '/政务/', false],
    ['GB18030, address in UTF-8', inGb, '/政务/1.html', false],
    ['GB18030, address in GB18030', inGb, '/%D5%FE%CE%F1/1.html', false],
    ['GB18030, another address', inGb, '/政府/1.html', true],
    ['octets that are nothing', Buffer.from([0xff, 0x00, 0x80, 0x0a]), '/', true],
  ])('%s', (_name, bytes, path, allowed) => expect(may(bytes, path)).toBe(allowed));
});

describe('hostile files', () => {
  it('are read for 500 KB, whole lines only', () => {
    const filler = `# ${'x'.repeat(98)}\n`.repeat(5200);
    expect(may(`${all('Disallow: /early')}\n${filler}Disallow: /late`, '/early')).toBe(false);
    expect(may(`${all('Disallow: /early')}\n${filler}Disallow: /late`, '/late')).toBe(true);
    const cut = `${all()}\n${'x'.repeat(512_000 - 26)}\nDisallow: /zwgk`;
    expect(may(cut, '/other')).toBe(true);
  });

  it('cost no more than their length', () => {
    const text = all(...Array.from({ length: 200 }, (_, n) => `Disallow: /${'*a'.repeat(900)}${n}`));
    const rules = parseRobots(Buffer.from(text), 'Mingjing');
    const url = new URL(`${origin}/${'a'.repeat(2000)}`);
    for (let n = 0; n < 50; n += 1) expect(rules.verdict(url)).toBeNull();
  });
});

describe('Crawl-delay', () => {
  it.each<[string, string, number | null]>([
    ['for everybody', all('Crawl-delay: 2'), 2000],
    ['a part of a second', all('Crawl-delay: 0.5'), 500],
    ['the longest', all('Crawl-delay: 2', 'Crawl-delay: 5'), 5000],
    ['nonsense', all('Crawl-delay: soon', 'Crawl-delay: -1', 'Crawl-delay: 0'), null],
    ['of our own group', `${all('Crawl-delay: 9')}\nUser-agent: mingjing\nCrawl-delay: 1`, 1000],
    ['of others', 'User-agent: baidu\nCrawl-delay: 9', null],
  ])('%s', (_name, text, expected) => expect(parseRobots(Buffer.from(text), 'Mingjing').delay).toBe(expected));
});

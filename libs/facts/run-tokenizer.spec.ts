import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTreeAdapter, parse, Parser, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { RunTokenizer } from './run-tokenizer.js';
import { parseTree } from './tree.js';

/** The tree as text, written to the parser in pieces of `size` characters. */
function treeOf(html: string, quick: boolean, size = 65_536): string {
  const parser = new Parser({ treeAdapter: defaultTreeAdapter });
  if (quick) parser.tokenizer = new RunTokenizer(parser);
  for (let from = 0; from < html.length; from += size)
    parser.tokenizer.write(html.slice(from, from + size), from + size >= html.length);
  return serialize(parser.document);
}

const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<b class="',
    '" id=x>',
    "<a title='",
    "'>",
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<style>',
    '</style>',
  ],
  ...[
    '<table>',
    '<td>',
    '</table>',
    '<textarea>',
    '</textarea>',
    '<svg>',
    '<![CDATA[',
    ']]>',
    '<pre>\n',
    '<br/>',
    '</br>',
    '<title>',
  ],
  ...[
    '<a href="x" target="_blank">',
    '<p  class="a"  >',
    '<i a="1" a="2">',
    '<font size="3" />',
    '<h1 data-x_1:y="云 岭">',
    '<body class="a">',
    '<html lang="zh">',
    '<svg viewbox="0 0 1 1">',
    '<math definitionurl="a">',
    '<input type="hidden">',
  ],
  ...[
    '<b a="1"c="2">',
    '<i a = "1">',
    '</p >',
    '<P CLASS="a">',
    '<u a="&amp;">',
    '<s a="\n">',
    '</div/>',
    '<em a>',
    '<math>',
  ],
  ...[
    '<div>',
    '</div>',
    '<span class="x">',
    '</span>',
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<h2>',
    '</h2>',
    '<h3>',
    '<dl>',
  ],
  ...[
    '<dd>',
    '</dd>',
    '</dl>',
    '<a href="y">',
    '</a>',
    '<b>',
    '</b>',
    '<font size="3">',
    '</font>',
    '<img src="1.jpg">',
  ],
  ...['<tr>', '<td class="y">', '</td>', '</tr>', '<section>', '</section>', '<template>', '</template>', '<button>'],
  ...['<label>', '<strong>', '</strong>', '<frameset>', '<foreignobject>', '</svg>', '<li class="on">云岭</li>'],
  ...['<p class="a">云岭</p>', '<a href="z">县</a>', '<div><p>', '</p></div>', '<select>', '<option>', '<marquee>'],
  ...['&amp;', '&nbsp', '&#x4e91;', '&', '<', '>', '"', "'", '=', '/', ' ', '  ', '\n', '\r\n', '\r', '\t', '\f', '\0'],
  ...['云岭县人民政府', '2026年3月5日', 'abc', '𠮷', '\udfb7', '\u3000', '\u00a0', '\ufeff', '\u0001', '\u007f'],
);

describe('taking runs of characters', () => {
  it('gives the same tree for anything, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (pieces, size) => {
        const html = pieces.join('').toWellFormed();
        expect(treeOf(html, true)).toBe(treeOf(html, false));
        expect(treeOf(html, true, size)).toBe(treeOf(html, false, size));
        // The tree that is read: tags that are written alike share their attributes there.
        expect(serialize(parseTree(html), { treeAdapter: adapter })).toBe(
          serialize(parse(html, { treeAdapter: adapter }), { treeAdapter: adapter }),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '<a title="云&amp;岭\r\n县\u0000">文 件  一</a>',
    '<script>if (a < b && c) document.write("<p>云岭</p>")</script>后',
    '<table> 文 <tr> <td>格 子</table>',
    '<!doctype html>\r\r\n<p>\r\n一\r二</p>',
    '<i a="x>y">一</i><i a="x>y">二</i><i a="x">三</i>',
    '<p><svg viewbox="1"><a xlink:href="x"></svg><svg viewbox="1"><a xlink:href="x"></svg><a xlink:href="x">',
    '<math definitionurl="a"></math><math definitionurl="a"></math>',
  ])('gives the same tree for %j', (html) => {
    expect(treeOf(html, true)).toBe(treeOf(html, false));
  });

  const pages = join(process.env.MINGJING_SHARED ?? '../shared', 'pages');
  it.skipIf(!existsSync(pages))(
    'gives the same tree for every kept real page (skipped without ../shared/pages)',
    () => {
      const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(?:html?|jsp)$/.test(file),
      );
      expect(files.length).toBeGreaterThan(20);
      for (const file of files) {
        const html = readFileSync(join(pages, file), 'utf8');
        expect(treeOf(html, true) === treeOf(html, false), file).toBe(true);
      }
    },
  );
});

import { plainText, type Run, type Token } from './tokens.js';

/** A sentence with numbers of its own that a person holds to be right, and why. */
export interface Checked {
  sentence: string;
  reason: string;
}

/** What looks like a number in words that a person wrote: digits of every script, shares in words, Chinese numerals that count. */
const numbers =
  /\p{Nd}|[①-⑳⑴-⒇㈠-㈩]|百分之[一二三四五六七八九十]|半数|过半|[一二两三四五六七八九十百千万亿]*[二两三四五六七八九十百千万亿][多余]?(?:个|家|条|分(?!之)|件|篇|次|处|项|成|倍)/u;

/** Numbers that measure nothing: days, numbers of documents, of articles, and of an enumeration at the head of a sentence. */
const harmless = [
  /(?:19|20)\d{2}年(?:度|第[一二三四]季度|[上下]半年)?/gu,
  /(?<!\d)(?:1[0-2]|[1-9])月(?:(?:3[01]|[12]\d|[1-9])日|份|初|底|末|[上中下]旬)?/gu,
  /[〔[（(](?:19|20)\d{2}[〕\]）)]第?\d{1,5}号/gu,
  /第\d{1,4}(?:号|条|款|项|章|节)/gu,
  /第[一二三四五六七八九十百]+(?:号|条|款|项|章|节|次|批|期|届|个)/gu,
  /^\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])/gu,
];

/** The sentences of a paragraph; what is computed is never cut. */
export function sentencesOf<Fixed>(runs: readonly (string | Fixed)[]): (string | Fixed)[][] {
  const sentences: (string | Fixed)[][] = [];
  let current: (string | Fixed)[] = [];
  for (const run of runs) {
    if (typeof run !== 'string') {
      current.push(run);
      continue;
    }
    for (const part of run.split(/(?<=[。！？][”’』）]?)(?![”’』）])/u)) {
      current.push(part);
      if (/[。！？][”’』）]?$/u.test(part)) {
        sentences.push(current);
        current = [];
      }
    }
  }
  return current.length > 0 ? [...sentences, current] : sentences;
}

/**
 * Sentences of a paragraph in which a person wrote a number that is neither computed nor harmless nor held to be right.
 * @param annexes how many annexes there are: `附件2` may be written where there is one.
 */
export function uncheckedSentences(runs: readonly Run[], checked: readonly Checked[], annexes: number): string[] {
  return sentencesOf<Token>(runs).flatMap((sentence) => {
    // What is computed stands between the words that surround it.
    const written = sentence.map((run) => (typeof run === 'string' ? run : '\u0000')).join('');
    const measured = harmless.reduce((text, form) => text.replace(form, '□'), written);
    const rest = measured.replace(/附件(\d{1,2})/gu, (whole, number: string) =>
      annexes >= Number(number) ? '□' : whole,
    );
    const text = plainText(sentence).trim();
    return numbers.test(rest) && !checked.some((one) => one.sentence === text) ? [text] : [];
  });
}

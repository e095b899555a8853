import { describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import { takeNewFigures } from './new-figures.js';
import { plainText } from './tokens.js';
import { textsOf, verifyCircular } from './verify-circular.js';
import { putTogether, takeApart, unchecked, type Wording } from './wording.js';

const whole = yunlingSnapshot();
const was = composeCircular(whole);
/** One problem of 松林乡 less, and one unit measured better. */
const is = composeCircular(
  yunlingSnapshot({
    findings: whole.findings.filter(({ message }) => !message.includes('防汛应急预案')),
    scorecards: whole.scorecards.map((card) =>
      card.organisation.name === '松林乡人民政府' ? { ...card, score: '66' } : card,
    ),
  }),
);
const text = (wording: Wording): string => textsOf(putTogether(is, wording)).map(plainText).join('\n');
const copy = (): Wording => structuredClone(takeApart(was).wording);

describe('a draft whose figures were computed anew', () => {
  it('is what is computed now where nobody wrote anything', () => {
    const { wording, changes, dropped } = takeNewFigures(was, copy(), is);
    expect(wording).toEqual(takeApart(is).wording);
    expect(dropped).toEqual([]);
    const findings = was.annex.find(({ id }) => id === 'findings')!.rows.length;
    expect(changes).toContainEqual({
      place: '附件2“问题清单”，计行数',
      ...{ before: String(findings), after: String(findings - 1) },
    });
  });

  it('keeps what a person wrote, with the new figures in it, and what he deleted stays away', () => {
    const draft = copy();
    draft.recipients = '县政府各部门';
    draft.passages[3]!.words.unshift('总的看，');
    draft.passages.splice(4, 0, { kind: 'paragraph', from: null, lead: [], words: ['县委对此高度重视。'] });
    const deleted = draft.passages.findIndex(({ lead }) => String(lead[0]).includes('全面开展自查'));
    draft.passages.splice(deleted, 1);
    const { wording, dropped } = takeNewFigures(was, draft, is);
    expect(dropped).toEqual([]);
    expect(wording.recipients).toBe('县政府各部门');
    const told = text(wording);
    expect(told).toMatch(/总的看，截至.*\n县委对此高度重视。/);
    expect(told).not.toContain('全面开展自查');
    verifyCircular({ ...putTogether(is, wording) });
    expect(unchecked(putTogether(is, wording))).toEqual([]);
  });

  it('drops a sentence of a person whose figure is computed no more, and says so', () => {
    const draft = copy();
    const example = draft.passages.find(({ words }) =>
      words.some((piece) => typeof piece === 'number' && takeApart(was).tokens[piece]!.text.includes('防汛应急预案')),
    )!;
    example.words.unshift('要引起重视。');
    const { wording, dropped } = takeNewFigures(was, draft, is);
    expect(dropped.join()).toContain('防汛应急预案');
    expect(text(wording)).toContain('要引起重视。');
    expect(text(wording)).not.toContain('防汛应急预案');
  });

  it('tells passages that came and went, and keeps what was written in one that went', () => {
    const good = composeCircular(yunlingSnapshot({ findings: [] }));
    const draft = copy();
    const problem = draft.passages.find(({ lead }) => String(lead[0]).startsWith('（二）'))!;
    problem.words.unshift('请有关单位说明原因。');
    const { wording, changes } = takeNewFigures(was, draft, good);
    expect(changes.map(({ place }) => place)).toContain('不再算出的一段');
    expect(changes.map(({ place }) => place)).toContain('新算出的一段');
    const told = textsOf(putTogether(good, wording)).map(plainText).join('\n');
    expect(told).toContain('请有关单位说明原因。');
    expect(told).toContain('未发现问题');
    verifyCircular(putTogether(good, wording));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DetailReading, readPage } from './index.js';
import { isLabel, squeezeLabel } from './metadata-labels.js';
import { provenFields, type ProvenField } from './provenance.js';

const factor = Number(process.env.FUZZ_RUNS ?? 1);
const times = (runs: number) => ({ numRuns: runs * factor, seed: 19 });

/** Labels with values that only they have; each could by its looks stand under another label of its kind. */
const fields: [label: string, value: string, field: ProvenField | null][] = [
  ['索引号', '000014349/2025-00012', 'indexNumber'],
  ['统一编号', 'ZYLD00-2025-0007', null],
  ['发文字号', '云政发〔2025〕11号', 'documentNumber'],
  ['登记号', '云规备〔2025〕29号', null],
  ['成文日期', '2025-03-18', 'issuedOn'],
  ['生效日期', '2025-05-01', null],
  ['废止日期', '2029年12月31日', null],
  ['发布日期', '2025-03-21', 'publishedOn'],
  ['发文机关', '云岭县人民政府', 'issuer'],
  ['公开范围', '面向全社会', null],
  ['主题分类', '民政、扶贫、救灾', null],
  ['来源', '云岭县融媒体中心', null],
  ['有效性', '有效', null],
  ['标题', '云岭县关于做好老年助餐服务的通知', 'title'],
];
const truth = new Map(fields.filter(([, , field]) => field !== null).map(([, value, field]) => [field!, value]));
const title = '云岭县关于做好老年助餐服务的通知';

/** A label with its value, without its value, or without the cell of its value. */
type Pair = { label: string; value: string; state: 'whole' | 'empty' | 'none' };
const pairs = fc
  .shuffledSubarray(fields, { minLength: 2 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(([label, value]) =>
        fc
          .constantFrom<Pair['state']>('whole', 'whole', 'whole', 'empty', 'none')
          .map((state): Pair => ({ label, value, state })),
      ),
    ),
  ) as fc.Arbitrary<Pair[]>;

const look = fc.record({
  colon: fc.constantFrom('', '：', ':', ' ：'),
  wrap: fc.constantFrom<[string, string]>(
    ['', ''],
    ['<b>', '</b>'],
    ['<p>', '</p>'],
    ['<div><span>', '</span></div>'],
    ['<font>', '</font>'],
  ),
  blank: fc.constantFrom('', '&nbsp;', '　', '无', '—', '<br>'),
  perRow: fc.integer({ min: 1, max: 3 }),
  spread: fc.constantFrom('', ' rowspan="2"', ' colspan="3"', ' rowspan="99"'),
  shape: fc.constantFrom('table', 'table', 'nested', 'dl', 'ul', 'divs', 'spans', 'lines', 'unclosed', 'header'),
});
type Look = typeof look extends fc.Arbitrary<infer L> ? L : never;

function block(all: Pair[], { colon, wrap, blank, perRow, spread, shape }: Look): string {
  const value = (pair: Pair) => (pair.state === 'whole' ? pair.value : blank);
  const label = (pair: Pair) => wrap[0] + pair.label + colon + wrap[1];
  const cells = (pair: Pair) =>
    `<td${spread}>${label(pair)}</td>${pair.state === 'none' ? '' : `<td>${value(pair)}</td>`}`;
  const rows = Array.from({ length: Math.ceil(all.length / perRow) }, (_, n) =>
    all.slice(n * perRow, (n + 1) * perRow),
  );
  switch (shape) {
    case 'table':
      return `<table>${rows.map((row) => `<tr>${row.map(cells).join('')}</tr>`).join('')}</table>`;
    case 'nested':
      return `<table><tr><td><table>${rows.map((row) => `<tr>${row.map(cells).join('')}</tr>`).join('')}</table></td><td><table><tr><td>${blank}</td></tr></table></td></tr></table>`;
    case 'unclosed':
      return `<table>${rows.map((row) => `<tr>${row.map((pair) => cells(pair).replaceAll('</td>', '')).join('')}`).join('')}</table>`;
    case 'header':
      return `<table><tr>${all.map((pair) => `<th>${label(pair)}</th>`).join('')}</tr><tr>${all.map((pair) => `<td>${value(pair)}</td>`).join('')}</tr></table>`;
    case 'dl':
      return `<dl>${all.map((pair) => `<dt>${label(pair)}</dt>${pair.state === 'none' ? '' : `<dd>${value(pair)}</dd>`}`).join('')}</dl>`;
    case 'ul':
      return `<ul>${all.map((pair) => `<li><b>${pair.label}：</b>${pair.state === 'none' ? '' : `<span>${value(pair)}</span>`}</li>`).join('')}</ul>`;
    case 'divs':
      return all
        .map(
          (pair) =>
            `<div class="row"><div>${pair.label}：</div>${pair.state === 'none' ? '' : `<div>${value(pair)}</div>`}</div>`,
        )
        .join('');
    case 'spans':
      return `<div>${all.map((pair) => `<span>${pair.label}：${value(pair)}</span>`).join(' ')}</div>`;
    default:
      return `<div>${all.map((pair) => `${pair.label}：${value(pair)}`).join('<br>')}</div>`;
  }
}

const text =
  '<p>各乡镇人民政府，县政府各部门：</p><p>为做好老年助餐服务工作，根据有关规定，结合我县实际，现将有关事项通知如下，请认真贯彻执行。</p><p>一、加强组织领导，明确工作责任。</p>';
const visit = {
  as: 'detail',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
} as const;

function read(body: string): DetailReading | null {
  const html = `<html><head><title>${title}</title></head><body>${body}</body></html>`;
  return readPage({ url: 'https://www.yunling.example/1.html', text: html, contentType: 'text/html', visit }, [])
    .detail;
}

function values(detail: DetailReading): Record<ProvenField, string | null> {
  const { title, documentNumber, indexNumber, issuer } = detail;
  return {
    title,
    documentNumber,
    indexNumber,
    issuer,
    issuedOn: detail.issuedOn?.on ?? null,
    publishedOn: detail.publishedOn?.on ?? null,
  };
}

function expectNothingWrong(detail: DetailReading | null): void {
  if (!detail) return;
  const read = values(detail);
  for (const field of provenFields) {
    const value = read[field];
    if (value === null) continue;
    expect([field, isLabel(squeezeLabel(value))]).toEqual([field, false]);
    if (detail.provenance[field]?.certainty === 'sure') expect([field, value]).toEqual([field, truth.get(field)]);
  }
}

describe('blocks of labels and values', { timeout: 300_000 * factor }, () => {
  const place = fc.constantFrom<(block: string) => string>(
    (block) => `<h1>${title}</h1>${block}<div class="TRS_Editor">${text}</div>`,
    (block) => `${block}<h1>${title}</h1><div class="TRS_Editor">${text}</div>`,
    (block) => `<h1>${title}</h1><div class="TRS_Editor">${text}</div>${block}`,
    (block) => `<h1>${title}</h1><div class="TRS_Editor">${block}${text}</div>`,
    (block) => `${block}<h1>${title}</h1><div>${text}</div>`,
    (block) => `<table><tr><td>${block}</td></tr><tr><td>${text}</td></tr></table>`,
  );

  it('give no field a label or the value of another, whatever is missing', () => {
    fc.assert(
      fc.property(pairs, look, place, (all, how, put) => expectNothingWrong(read(put(block(all, how))))),
      times(1200),
    );
  });

  it('of two makes, one within or behind the other', () => {
    fc.assert(
      fc.property(pairs, look, look, place, fc.boolean(), (all, how, other, put, inside) => {
        const half = Math.ceil(all.length / 2);
        const second = block(all.slice(half), other);
        const first = block(all.slice(0, half), how);
        expectNothingWrong(
          read(put(inside ? `<table><tr><td>${first}</td><td>${second}</td></tr></table>` : first + second)),
        );
      }),
      times(800),
    );
  });

  it('with tags lost at random', () => {
    fc.assert(
      fc.property(
        pairs,
        look,
        place,
        fc.array(
          fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000),
          { minLength: 1, maxLength: 12 },
        ),
        (all, how, put, losses) => {
          // Without its tags a row of labels over a row of values is nothing but words.
          const shape = how.shape === 'header' ? 'table' : how.shape;
          let html = put(
            block(
              all.map((pair) => ({ ...pair, state: 'whole' })),
              { ...how, shape },
            ),
          );
          for (const loss of losses) {
            const tags = [...html.matchAll(/<\/[a-z]+>/g)];
            const tag = tags[Math.floor(loss * tags.length)];
            if (tag) html = html.slice(0, tag.index) + html.slice(tag.index + tag[0].length);
          }
          expectNothingWrong(read(html));
        },
      ),
      times(800),
    );
  });
});

import { z } from 'zod';
import type { CatalogueItemFact } from '#facts';
import { bareElement, catalogueElements, missingElements, onceEach } from './catalogue-items.js';
import { defineIndicator } from './define-indicator.js';
import { catalogueVerdict, fieldSubject, fieldWords, itemName, type LackingItem } from './catalogue-verdict.js';
import { doubtDetails } from './doubts.js';
import type { FindingEvidence } from './model.js';
import { type FindingText, notMeasured } from './verdict.js';

/** 标准目录事项要素齐全（八要素）。 */
export const catalogueElementsComplete = defineIndicator({
  id: 'catalogue-elements-complete',
  version: 1,
  title: '标准目录事项要素齐全',
  failureTitle: '标准目录事项缺少要素',
  basis: [
    {
      source: '国办发〔2019〕54号',
      clause: '二',
      text: '目录至少应包括公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象等要素',
    },
    {
      source: '平政办发〔2020〕70号',
      clause: '二(一)2',
      text: '明确公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象',
    },
  ],
  measures:
    '读到的目录事项中，方案要求的要素（通常为八项）都不为空的事项数除以可测事项数。“同上”和合并单元格按其所指的内容计；勾选列按勾选计。整张表都没有某要素的（可能列名不同），以及一行中多个要素同时空白的（可能是拆开的合并单元格），交人工复核。',
  blindSpots: '只看要素有没有，不判断写得对不对；pdf、ofd、扫描件和老格式文件中的目录不读；同名事项只计一次。',
  remedy: '请补齐目录中空白的要素；与上一行相同的，请写明内容或使用合并单元格。',
  requires: ['catalogue'],
  params: z.strictObject({
    /** Elements asked for by name; the eight of 国办发〔2019〕54号 where it is left out. */
    elements: z.array(z.string().min(1)).min(1).optional(),
  }),
  evaluate({ catalogue }, { params }) {
    const asked: readonly string[] = params.elements ?? catalogueElements;
    if (catalogue.length === 0) return notMeasured('没有读到目录事项（没有公布，或只有扫描件、老格式文件）');
    const lacking = judgeItems(catalogue, asked).filter((one) => one.missing.length > 0);
    return catalogueVerdict({ items: catalogue.length, lacking }, draftOf, {
      good: '要素齐全',
      unmeasured: '没有可测的目录事项',
    });
  },
});

interface JudgedItem extends LackingItem {
  missing: string[];
}

/** Elements whose cells are often merged over several items. */
const merged = new Set(['依据', '时限', '主体', '渠道']);

function judgeItems(rows: readonly CatalogueItemFact[], asked: readonly string[]): JudgedItem[] {
  const bare = onceEach(bareElement);
  const judged = rows.map((row) => ({ row, missing: missingElements(row, asked, bare) }));
  const heldOn = new Map<string, Set<string>>();
  for (const { row, missing } of judged) {
    const held = heldOn.get(row.url) ?? new Set();
    heldOn.set(row.url, held);
    for (const name of asked) if (!missing.includes(name)) held.add(name);
  }
  return judged.map(({ row, missing }) => {
    const nowhere = missing.filter((name) => !heldOn.get(row.url)!.has(name));
    const apart = missing.filter((name) => merged.has(bare(name)));
    let why: string | null = null;
    if (nowhere.length > 0) why = `整张表都没有读到${nowhere.join('、')}，可能没有该列，也可能列名不同`;
    else if (apart.length > 1) why = `${apart.join('、')}同时空白，可能是拆开的合并单元格`;
    return { row, missing, why };
  });
}

function draftOf(group: readonly JudgedItem[]): [FindingEvidence, FindingText] {
  const { row, missing, why } = group[0]!;
  const name = itemName(row);
  const lacks = [...new Set(group.flatMap((one) => one.missing))].join('、');
  const text: FindingText = {
    subject: fieldSubject(row),
    message: `${fieldWords(row)}有${group.length}个事项缺少要素（${lacks}），如“${name}”缺少${missing.join('、')}${why === null ? '' : `；${why}，须人工复核`}`,
    details: [
      { label: '领域', value: row.field === '' ? '未见' : row.field },
      { label: '缺少要素的事项', value: `${group.length}个` },
      { label: '缺少的要素', value: lacks },
      {
        label: '事项',
        value: group
          .slice(0, 10)
          .map((one) => `${one.row.item}（${one.missing.join('、')}）`)
          .join('；'),
      },
      ...doubtDetails(why),
    ],
  };
  return [{ capture: row.capture, url: row.url, marks: [name] }, text];
}

import { z } from 'zod';
import type { CatalogueItemFact } from '#facts';
import { onceEach } from './catalogue-items.js';
import { catalogueVerdict, fieldSubject, fieldWords, itemName, type LackingItem } from './catalogue-verdict.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails } from './doubts.js';
import type { FindingEvidence } from './model.js';
import { type ReadTimeLimit, readTimeLimit } from './time-limit.js';
import { type FindingText, notApplicable, notMeasured } from './verdict.js';

/** 标准目录所列公开时限明确且不超过法定时限。 */
export const catalogueTimeLimits = defineIndicator({
  id: 'catalogue-time-limits',
  version: 1,
  title: '标准目录公开时限合法明确',
  failureTitle: '标准目录所列公开时限超过法定时限',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      clause: '第二十六条',
      text: '自该政府信息形成或者变更之日起20个工作日内及时公开；法律、法规对政府信息公开的期限另有规定的，从其规定',
    },
    {
      source: '滕政办发〔2017〕117号',
      clause: '附件3',
      text: '公开时限：自信息产生之日须公开的时间，包括实时公开、X个工作日等',
    },
    { source: '旭来街街道2022年政务公开工作方案', clause: '二(一)4', text: '对标准目录查漏补缺、优化升级' },
  ],
  measures:
    '目录事项写明的公开时限是实时、及时、每年某日前之类，或不长于N个工作日（条例为20个）的，计为符合。写明的工作日更长，而公开依据只有信息公开条例和政务公开文件的，计为超过；依据中另有法律法规的，以自然日、月计而可能更长的，看不出期限的（“适时公开”“按规定公开”），交人工复核。没有写公开时限的，由要素是否齐全的指标评判，这里不计。',
  blindSpots:
    '只看目录怎么写，不看实际何时公开；法律法规另有规定的期限是否引用得对，不判断；pdf、ofd、扫描件和老格式文件中的目录不读。',
  remedy: '请把公开时限改为不超过20个工作日的明确期限；法律法规另有规定的，请在公开依据中写明。',
  requires: ['catalogue'],
  params: z.strictObject({
    /** Longest limit in working days; 20 where it is left out. */
    workdays: z.number().int().positive().optional(),
  }),
  evaluate({ catalogue }, { params }) {
    if (catalogue.length === 0) return notMeasured('没有读到目录事项（没有公布，或只有扫描件、老格式文件）');
    const stated = catalogue.filter(({ elements }) => (elements['公开时限'] ?? '').trim() !== '');
    if (stated.length === 0) return notApplicable('目录没有写明公开时限');
    const read = onceEach((limit) => readTimeLimit(limit, params.workdays ?? legalWorkdays));
    const lacking = stated.flatMap((row) => judge(row, read) ?? []);
    return catalogueVerdict({ items: stated.length, lacking }, draftOf, {
      good: '公开时限合法明确',
      unmeasured: '没有可测的目录事项',
    });
  },
});

/** 条例第二十六条. */
const legalWorkdays = 20;

interface Overlong extends LackingItem {
  limit: string;
}

function judge(row: CatalogueItemFact, readLimit: (words: string) => ReadTimeLimit): Overlong | null {
  const limit = row.elements['公开时限'] ?? '';
  const read = readLimit(limit);
  if (read === 'within') return null;
  if (read !== 'longer') return { row, limit, why: reasons[read] };
  return { row, limit, why: mayDiffer(row.elements['公开依据'] ?? '') };
}

const reasons = {
  perhapsLonger: '以自然日或月计，可能超过法定时限',
  unclear: '看不出明确的期限',
};

/** Why the item's basis may allow a longer time, or null where it names nothing but the regulation itself and notices. */
function mayDiffer(basis: string): string | null {
  const text = basis.replace(/\s/g, '').slice(0, 2000);
  if (text === '') return '没有写公开依据，不能断定法律法规没有另行规定';
  const names = [...text.matchAll(/《([^《》]{2,80})》/g)].map(([, name]) => name!);
  const isGeneral = (name: string) => /信息公开(?:条例|规定|办法)|政务公开|标准指引/.test(name);
  const onlyGeneral = names.length > 0 ? names.every(isGeneral) : isGeneral(text) && text.length <= 40;
  return onlyGeneral ? null : '公开依据中有其他法律法规，其期限可能另有规定';
}

function draftOf(group: readonly Overlong[]): readonly [FindingEvidence, FindingText] {
  const { row, limit, why } = group[0]!;
  const what = why === null ? '公开时限超过法定时限' : '公开时限存疑';
  const text: FindingText = {
    subject: fieldSubject(row),
    message: `${fieldWords(row)}有${group.length}个事项${what}，如“${itemName(row)}”为“${limit.slice(0, 60)}”${why === null ? '' : `；${why}，须人工复核`}`,
    details: [
      { label: '领域', value: row.field === '' ? '未见' : row.field },
      { label: '事项数', value: `${group.length}个` },
      {
        label: '事项和公开时限',
        value: group
          .slice(0, 10)
          .map((one) => `${one.row.item}（${one.limit.slice(0, 60)}）`)
          .join('；'),
      },
      ...doubtDetails(why),
    ],
  };
  return [{ capture: row.capture, url: row.url, marks: [limit] }, text];
}

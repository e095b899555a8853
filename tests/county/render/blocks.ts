import type { Entry, Site, Unit } from '../model.js';
import { reportBlocks } from './annual-report.js';
import type { Block } from './block.js';
import { catalogueTable } from './catalogue-table.js';
import { chineseDate, numeralDate } from './html.js';
import {
  conferenceWords,
  elementWords,
  interviewWords,
  newsWords,
  plainWords,
  policyWords,
  questionWords,
  subjectOf,
} from './words.js';

const para = (text: string): Block => ({ kind: 'para', text });
const auto = (text: string): Block => ({ kind: /^[一二三四五六七八]、/u.test(text) ? 'heading' : 'para', text });

function signature(entry: Entry, unit: Unit): Block[] {
  if (entry.issuedOn === null) return [];
  const day = entry.issuedShape === 'numerals' ? numeralDate(entry.issuedOn) : chineseDate(entry.issuedOn);
  return [
    { kind: 'right', text: signatoryOf(entry, unit) },
    { kind: 'right', text: day },
  ];
}

/** 政发 is signed by the government, 政办发 by its office. */
export function signatoryOf(entry: Entry, unit: Unit): string {
  return unit.key === 'portal' && entry.title.startsWith(`${unit.name}关于`) ? unit.name : unit.signatory;
}

function policyBlocks(entry: Entry, unit: Unit): Block[] {
  const { opening, plan } = policyWords(entry, unit);
  const name = /《(.+)》/u.exec(entry.title)?.[1];
  const salutation: Block = {
    kind: 'salutation',
    text:
      unit.category === '街镇' ? '各村民委员会，镇（乡）直各单位：' : `各乡镇人民政府，${unit.place.grade}直有关单位：`,
  };
  return name
    ? [
        salutation,
        para(opening),
        ...signature(entry, unit),
        para('（此件公开发布）'),
        { kind: 'centre', text: name },
        ...plan.map(auto),
      ]
    : [salutation, para(opening), ...plan.map(auto), ...signature(entry, unit), para('（此件公开发布）')];
}

/** `policyHref` is given when this page links to its policy inside the running text. */
function interpretationBlocks(entry: Entry, unit: Unit, policyHref: string | null): Block[] {
  const { interpretation } = entry;
  if (!interpretation) return [];
  const { formats, elements, policyTitle } = interpretation;
  const subject = subjectOf(policyTitle);
  const media = (extension: string, index = 0) => `/upload/media/${entry.number}_${index}.${extension}`;
  const blocks: Block[] = [];
  const name = /《(.+)》/u.exec(policyTitle)?.[1] ?? policyTitle;
  if (formats.includes('text') && elements.length > 0) {
    const before = `近日，《${name}》印发实施，现就有关内容说明如下，供社会各界了解。`;
    blocks.push(
      policyHref
        ? linked('近日，', `《${name}》`, policyHref, '印发实施，现就有关内容说明如下，供社会各界了解。')
        : para(before),
    );
    blocks.push(...elementWords(elements, subject, unit, entry.title).map(auto));
  } else if (policyHref) {
    blocks.push(linked('政策原文：', `《${name}》`, policyHref, ''));
  }
  if (formats.includes('qa')) blocks.push(...questionWords(subject).map(para));
  if (formats.includes('press-conference')) blocks.push(...conferenceWords(subject).map(para));
  if (formats.includes('interview')) blocks.push(...interviewWords(subject).map(para));
  if (formats.includes('infographic')) {
    const pictures = formats.includes('text') ? 1 : 2;
    for (let index = 0; index < pictures; index += 1) blocks.push({ kind: 'image', src: media('svg', index), alt: '' });
  }
  if (formats.includes('video')) blocks.push({ kind: 'video', src: media('mp4'), poster: media('svg', 9) });
  if (formats.includes('audio')) blocks.push({ kind: 'audio', src: media('wav') });
  if (formats.includes('animation'))
    blocks.push({ kind: 'frame', src: `/h5/${entry.number}/index.html`, title: '动漫解读' });
  return blocks;
}

function linked(before: string, title: string, href: string, after: string): Block {
  return { kind: 'linked', before, title, href, after };
}

/** The body of a page. `policyHref`: see interpretations. */
export function bodyOf(site: Site, entry: Entry, policyHref: string | null = null): Block[] {
  const { unit } = site;
  switch (entry.genre) {
    case 'policy':
      return policyBlocks(entry, unit);
    case 'interpretation':
      return interpretationBlocks(entry, unit, policyHref);
    case 'news':
      return newsWords(entry, unit).map(para);
    case 'annualReport':
      return reportBlocks(entry, unit);
    case 'catalogue':
      return [
        para('公开事项、内容、依据、时限、主体、渠道、对象、方式和层级见下表。'),
        { kind: 'table', html: catalogueTable(entry.catalogueField ?? '') },
      ];
    default:
      return [...plainWords(entry, unit).map(para), ...signature(entry, unit)];
  }
}

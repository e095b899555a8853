import { BadInput, tidy, type Fault } from '#kernel';
import { cleanWords } from './clean-words.js';
import { parseDocumentNumber } from './document-number.js';

/** What an office prints around the text of its circulars; words without line breaks, '' for nothing. */
export interface Letterhead {
  /** 发文机关, as title and text name it. */
  issuer: string;
  /** 发文机关标志, in red. */
  heading: string;
  /** 机关代字 of its document numbers. */
  code: string;
  /** 主送, without its colon. */
  recipients: string;
  /** 抄送. */
  copyTo: string;
  /** 发文机关署名. */
  signature: string;
  /** 印发机关. */
  printedBy: string;
  /** Whom to ask: a section, a telephone number. */
  contact: string;
  publicNote: string;
  /** Whether new circulars may take it. */
  inUse: boolean;
}

type LetterheadText = Exclude<keyof Letterhead, 'inUse'>;

/** In the order of the page. The red line is one line of at most twenty characters of the smallest size that it is set in. */
const fields: readonly { name: LetterheadText; title: string; most: number; optional?: true }[] = [
  { name: 'issuer', title: '发文机关', most: 30 },
  { name: 'heading', title: '发文机关标志', most: 20 },
  { name: 'code', title: '机关代字', most: 20 },
  { name: 'recipients', title: '主送', most: 300 },
  { name: 'copyTo', title: '抄送', most: 300, optional: true },
  { name: 'signature', title: '署名', most: 30 },
  { name: 'printedBy', title: '印发机关', most: 30 },
  { name: 'contact', title: '联系方式', most: 60, optional: true },
  { name: 'publicNote', title: '公开说明', most: 60, optional: true },
];

/**
 * A letterhead as it may be kept.
 * @throws BadInput naming every field that is missing, too long, or no 机关代字
 */
export function checkLetterhead(sent: Letterhead): Letterhead {
  const faults: Fault[] = [];
  const texts = fields.map(({ name, title, most, optional }) => {
    const text = tidy(cleanWords(sent[name]));
    const accepted = `${optional ? '至多' : '一至'}${most}字`;
    if (text === '' && !optional) faults.push({ where: title, what: '没有填写', accepted });
    if ([...text].length > most) faults.push({ where: title, what: `共${[...text].length}字，过长`, accepted });
    return [name, name === 'recipients' ? text.replace(/[：:]$/, '') : text];
  });
  const letterhead = { ...sent, ...Object.fromEntries(texts) } as Letterhead;
  if (letterhead.code !== '' && !isOfficeCode(letterhead.code))
    faults.push({ where: '机关代字', what: `“${letterhead.code}”不能用于发文字号`, accepted: '汉字，如“云政办发”' });
  if (faults.length > 0) throw new BadInput(faults);
  return letterhead;
}

function isOfficeCode(code: string): boolean {
  try {
    return parseDocumentNumber(`${code}〔2000〕1号`, '2000-01-01').code === code;
  } catch {
    return false;
  }
}

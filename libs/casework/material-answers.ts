import { isLocalDate, type LocalDate } from '#calendar';
import type { FormField } from '#programmes';

/** What was filled in for one piece of a form. */
export interface Answer {
  /** Text, date, number or addresses, as typed. */
  words: string;
  /** Ids of uploaded files. */
  files: readonly string[];
  person: PersonNamed | null;
}

/** Who is responsible for something: as an office names its own people. */
export interface PersonNamed {
  name: string;
  post: string;
  telephone: string;
}

/** By the label of the piece. */
export type Answers = Readonly<Record<string, Answer>>;

/** What is wrong with, or to be said of, one piece. */
export interface AnswerRemark {
  label: string;
  what: string;
}

interface Known {
  /** Kinds of the files that there are of the unit, by id. */
  files: ReadonlyMap<string, string>;
  today: LocalDate;
}

const emptyAnswer: Answer = { words: '', files: [], person: null };

export function answerOf(answers: Answers, label: string): Answer {
  return Object.hasOwn(answers, label) ? answers[label]! : emptyAnswer;
}

/** Why what was filled in cannot be handed in, piece by piece; a draft may be anything. */
export function faultsOfAnswers(fields: readonly FormField[], answers: Answers, known: Known): AnswerRemark[] {
  const labels = new Set(fields.map(({ label }) => label));
  const unknown = Object.keys(answers).filter((label) => !labels.has(label) && !isEmpty(answers[label]!));
  return [
    ...fields.flatMap((field) => {
      const what = faultOf(field, answerOf(answers, field.label), known);
      return what === null ? [] : [{ label: field.label, what }];
    }),
    ...unknown.map((label) => ({ label, what: '表单里没有这一项，请重新打开页面' })),
  ];
}

/** What the plan asks for and the numbers do not reach: it may be handed in, and everybody sees it. */
export function remarksOnAnswers(fields: readonly FormField[], answers: Answers): AnswerRemark[] {
  return fields.flatMap(({ label, kind, atLeast }) => {
    const given = Number(plainNumber(answerOf(answers, label).words));
    if (atLeast === undefined || answerOf(answers, label).words.trim() === '' || given >= Number(atLeast)) return [];
    return [{ label, what: `方案要求不低于 ${atLeast}${kind === 'percentage' ? '％' : ''}` }];
  });
}

export function isEmpty({ words, files, person }: Answer): boolean {
  const named = person !== null && [person.name, person.post, person.telephone].some((one) => one.trim() !== '');
  return words.trim() === '' && files.length === 0 && !named;
}

function faultOf(field: FormField, answer: Answer, known: Known): string | null {
  if (isEmpty(answer)) return field.optional ? null : `没有填报（${asked[field.kind]}）`;
  if (answer.files.some((id) => !known.files.has(id))) return '有文件不是本单位上传的，请重新上传';
  const kinds = answer.files.map((id) => known.files.get(id)!);
  const words = answer.words.trim();
  switch (field.kind) {
    case 'material':
    case 'text':
      return field.kind === 'text' && words === '' ? '没有填写文字' : null;
    case 'date':
      if (!isLocalDate(words)) return '应为日期，如 2026-05-08';
      return words > known.today ? '日期在今天以后' : null;
    case 'number':
      return /^\d{1,9}(\.\d{1,4})?$/.test(plainNumber(words)) ? null : '应为数，如 12';
    case 'percentage':
      return isPercentage(plainNumber(words)) ? null : '应为 0 到 100 之间的百分数，如 4.5';
    case 'person':
      return personFault(answer.person);
    case 'address':
      return addressFault(words);
    case 'file':
      return kinds.length === 0 ? '没有上传文件' : null;
    case 'photographs':
      if (kinds.length === 0) return '没有上传照片';
      return kinds.every((kind) => kind === 'jpg' || kind === 'png') ? null : '应为 JPG 或 PNG 图片';
    case 'table':
      if (kinds.length === 0) return '没有上传表格';
      return kinds.every((kind) => kind === 'xlsx') ? null : '应为 xlsx 表格';
  }
}

const asked: Readonly<Record<FormField['kind'], string>> = {
  material: '文字或文件',
  text: '文字',
  date: '日期',
  number: '数',
  percentage: '百分数',
  person: '姓名和职务',
  address: '网址',
  file: '文件',
  photographs: '照片',
  table: 'xlsx 表格',
};

/** As people type numbers: full-width digits, separators, a sign behind them. */
function plainNumber(words: string): string {
  return words.normalize('NFKC').replace(/[\s,]/g, '').replace(/%$/, '');
}

const isPercentage = (text: string): boolean => /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100;

function personFault(person: PersonNamed | null): string | null {
  const name = person?.name.trim() ?? '';
  if (name === '' || (person?.post.trim() ?? '') === '') return '姓名和职务都要填';
  if (name.length > 40 || /\d/.test(name)) return '姓名有误';
  const telephone = person?.telephone.trim() ?? '';
  return telephone === '' || /^[\d\s()（）+-]{5,25}$/.test(telephone) ? null : '电话有误';
}

function addressFault(words: string): string | null {
  const lines = words.split(/\s+/).filter((line) => line !== '');
  if (lines.length === 0) return '没有填写网址';
  const wrong = lines.find((line) => !isPageAddress(line));
  return wrong === undefined ? null : `“${wrong.slice(0, 60)}”不是网址；每行一个，以 http:// 或 https:// 开头`;
}

function isPageAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || text.length > 1000 || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '';
}

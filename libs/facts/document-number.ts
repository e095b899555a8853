/**
 * Document numbers (发文字号) in all their shapes: 〔2020〕11号, [2020]11号, （2020）11号, 令第3号, 公告2021年第5号, also
 * 〔2020〕（11）号. They are kept as they stand on the page, brackets of any kind, without spaces; `numberKey` makes them comparable.
 */
const bracketed =
  /([\u4e00-\u9fa5A-Za-z]{1,24}(?:\s?[（(][\u4e00-\u9fa5]{1,6}[)）])?[\u4e00-\u9fa5]{0,8})\s*[〔［[【（(﹝{〈]\s*((?:19|20)\d\d)\s*[〕］\]】）)﹞}〉]\s*(?:第\s*)?(?:[〔［[（(]\s*)?(\d{1,5}(?:[-—]\d{1,3})?)\s*(?:[〕］\]）)]\s*)?号/;
const order =
  /([\u4e00-\u9fa5]{0,20}?(?:令|公告|通告|通报))\s*[（(]?\s*((?:19|20)\d\d\s*年)?\s*第\s*(\d{1,5})\s*号\s*[)）]?/;
const yearOnly = /^[（(]?\s*((?:19|20)\d\d)\s*年\s*第\s*(\d{1,5})\s*号\s*[)）]?$/;
const numberOnly = /^[（(]?\s*第\s*(\d{1,5})\s*号\s*[)）]?$/;

const nothing =
  /^(?:(?:1970|1900|0001)[-/.年]0?1[-/.月]0?1日?(?:\d\d:\d\d(?::\d\d)?)?|[（(【]?(?:暂?无|没有|空|未编号|不详)(?:文号|发文字号|索引号|编号|信息|数据|内容)?[)）】]?|[-—–/\\]+|0|null|undefined|none)?$/i;

const joint = /号(?=[\u4e00-\u9fa5]{2,12}[〔［[]\d{4}[〕］\]]\d{1,5}号)/g;

/** The value of a metadata field, or null when it says that there is none: empty, 无, 暂无, —, 0, null, the day that stands for no day. */
export function valueOrNull(text: string): string | null {
  const value = text.trim();
  return nothing.test(value.replace(/\s/g, '')) ? null : value;
}

/** A document number from the value of its own field. Kept as it stands where it has no known shape. */
export function documentNumberOfField(text: string): string | null {
  const value = valueOrNull(text);
  if (value === null || value.length > 80) return null;
  const whole = canonicalNumber(value);
  if (whole) return whole;
  // A field of this name that holds an index number, a sentence or a number not yet given is not a document number.
  const squeezed = value.replace(/\s/g, '');
  // Two offices that issued it together, each with its number on a line of its own.
  return /\d号$/.test(squeezed) ? squeezed.replace(joint, '$&、') : null;
}

/** A text that is a document number and nothing else, without spaces and outer brackets; null otherwise. */
export function canonicalNumber(text: string): string | null {
  const whole = halfWidthDigits(text).replace(/[\s\u3000\u00a0]/g, '');
  if (whole.length > 62) return null;
  const squeezed = whole.replace(/^[（(]([^（）()]*[〔［[][^（）()]*号)[)）]$/, '$1');
  const match = bracketed.exec(squeezed);
  if (match && match[0].length === squeezed.length) return squeezed;
  const ordered = order.exec(squeezed);
  const isOrder = ordered !== null && ordered[0].length === squeezed.length && ordered[1] !== '';
  // “关于……的公告（第1号）” is a title: its number names no one who issued it; hearings have a first and a second announcement.
  if (isOrder) return /关于|(?:的|听证会?)(?:令|公告|通告|通报)$/.test(ordered[1]!) ? null : squeezed;
  if (yearOnly.test(squeezed) || numberOnly.test(squeezed)) return squeezed.replace(/^[（(]|[)）]$/g, '');
  return null;
}

function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** A number that ends a title: “云岭县人民政府公告（2021年第5号）”, “关于……的通知（云政发〔2022〕3号）”, “（云政发（2022）3号）”. */
export function numberAtEndOf(title: string): string | null {
  const inBrackets = /[（(]((?:[^（）()]|[（(]\d{4}[)）]){2,40}号)[)）]$/.exec(title.trim())?.[1];
  return inBrackets && bracketed.test(inBrackets) ? canonicalNumber(inBrackets) : null;
}

/** The first bracketed number in a text, without spaces, or null: for list rows, whose text is the item's own. */
export function findBracketedNumber(text: string): string | null {
  const match = bracketed.exec(text.slice(0, 2000));
  return match ? match[0].replace(/[\s\u3000\u00a0]/g, '') : null;
}

/** Two numbers are one when they differ only in brackets, spaces and width. */
export function numberKey(number: string): string {
  return number
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[〔［[【（(﹝{〈〕］\]】）)﹞}〉\s第]/g, '|')
    .replace(/\|+/g, '|')
    .replace('|号', '号');
}

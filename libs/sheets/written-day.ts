import { type LocalDate, parseChineseDate } from '#calendar';
import { dateOfSerial } from '#files';

/** A written date, or the serial number that a sheet's date becomes when saved as csv without a format; else null. */
export function writtenDay(text: string): LocalDate | null {
  if (/^[2-7]\d{4}$/.test(text)) return dateOfSerial(Number(text), false);
  return parseChineseDate(text);
}

/** The forms that it takes, for those whose date cannot be used. */
export const acceptedDays = '2022-09-01、2022/9/1、2022.9.1、2022年9月1日或表格日期';

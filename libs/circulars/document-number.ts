import type { LocalDate } from '#calendar';
import { refused } from '#kernel';

/** 发文字号 taken apart: 机关代字, year, serial number. */
export interface DocumentNumber {
  code: string;
  year: number;
  serial: number;
}

const form = /^([\p{Script=Han}]{2,20})[〔［[（(](\d{4})[〕］\])）]第?(0*)(\d{1,5})号$/u;

/**
 * 发文字号 as GB/T 9704 writes it, `云政办发〔2026〕3号`; other brackets are taken as the hexagonal ones.
 * @throws BadInput for another form, a leading zero, and a year that is not the date's.
 */
export function parseDocumentNumber(text: string, date: LocalDate): DocumentNumber {
  const accepted = `如“云政办发〔${date.slice(0, 4)}〕3号”：机关代字、年份、不编虚位的序号`;
  const [, code, year, zeros, serial] = form.exec(text.replace(/\s/g, '')) ?? [];
  if (code === undefined || serial === undefined) throw refused('发文字号', `“${text.slice(0, 40)}”不合格式`, accepted);
  if (zeros !== '' || Number(serial) === 0) throw refused('发文字号', '序号编了虚位或为0', accepted);
  if (year !== date.slice(0, 4)) throw refused('发文字号', `年份${year}与成文日期${date}不是同一年`, accepted);
  return { code, year: Number(year), serial: Number(serial) };
}

export function printDocumentNumber({ code, year, serial }: DocumentNumber): string {
  return `${code}〔${year}〕${serial}号`;
}

/**
 * The number after the last of that year.
 * @param office 机关代字; by default of the office that numbered last.
 * @returns null without an office where none was ever given
 */
export function nextDocumentNumber(given: readonly string[], year: number, office?: string): string | null {
  const known = given.flatMap((text) => {
    const [, code, of, , serial] = form.exec(text) ?? [];
    return code === undefined ? [] : [{ code, year: Number(of), serial: Number(serial) }];
  });
  const code = office ?? known.at(-1)?.code;
  if (code === undefined) return null;
  const serials = known.filter((one) => one.code === code && one.year === year).map(({ serial }) => serial);
  return printDocumentNumber({ code, year, serial: Math.max(0, ...serials) + 1 });
}

/** Ids of the built-in number formats that show a day (ECMA-376 18.8.30; 27–36 and 50–58 are the Chinese ones). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/** Whether a number format shows a day; times alone are no dates. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

/** A day as Excel counts it → `YYYY-MM-DD`; null outside Excel's range. */
export function dateOfSerial(serial: number, since1904: boolean): string | null {
  const day = Math.floor(serial) + (since1904 ? 1462 : 0);
  // Before 1900-03-01 Excel's own calendar is off by a day; nothing in a ledger is that old.
  if (!Number.isFinite(day) || day < 61 || day > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
}

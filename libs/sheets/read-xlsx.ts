import { BoundedZip, readDateStyles, readSharedStrings, readWorkbook, XmlRefused, ZipRefused } from '#files';
import { place, refuse, type RawRow, type TableLimits } from './table.js';
import { readWorksheet } from './read-worksheet.js';

/**
 * First visible sheet of an xlsx. Only its own parts are unpacked: formulas are not computed (their stored result is read), links
 * to other workbooks are not followed, pictures and macros are not looked at.
 *
 * Not exceljs: its reader builds every cell of a merged range or a data validation, so that one line of XML can hang it.
 * @throws BadInput
 */
export async function readXlsx(bytes: Uint8Array, fileName: string, limits: TableLimits): Promise<RawRow[]> {
  const where = place(fileName);
  const accepted = `解压后不超过 ${Math.floor(limits.maxUnpackedBytes / 1_000_000)} MB、未加密的 xlsx，或 csv`;
  try {
    const zip = new BoundedZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits.maxUnpackedBytes);
    const book = await readWorkbook(zip);
    const sheet = book?.sheets[0] ? zip.read(book.sheets[0].path) : null;
    if (!book || !sheet) refuse([{ where, what: '不是 xlsx 工作簿，或其中没有可见的工作表', accepted }]);
    const strings = await readSharedStrings(zip, book.stringsPath);
    const dateStyles = await readDateStyles(zip, book.stylesPath);
    return await readWorksheet(
      sheet,
      { fileName, strings, dateStyles, since1904: book.since1904, keepTimes: limits.keepTimes === true },
      limits,
    );
  } catch (error) {
    if (error instanceof ZipRefused) return refuse([{ where, what: error.message, accepted }]);
    if (error instanceof XmlRefused) return refuse([{ where, what: '工作簿内部结构有误，不能读取', accepted }]);
    throw error;
  }
}

import { XmlRefused } from './bounded-xml.js';
import { BoundedZip, ZipRefused } from './bounded-zip.js';
import { readDocx } from './docx.js';
import { fileKind, isCompoundFile, isEncryptedPackage } from './file-kind.js';
import { type FileLimits, type FileReading, fileRefusals, plainText, usualFileLimits } from './model.js';
import { readOfd } from './ofd.js';
import { readPdf } from './pdf.js';
import { isReadableText } from './readable-text.js';
import { mainPart } from './workbook.js';
import { readXlsxText } from './xlsx.js';

/**
 * Bytes of a file → its text, or why there is none. Looks at nothing but the bytes; never throws for a bad file. Sizes are
 * bounded here, time and memory by `readFileApart`, which is how the rest of the house reads files.
 */
export async function readFile(bytes: Uint8Array, limits: FileLimits = usualFileLimits): Promise<FileReading> {
  if (bytes.byteLength > limits.maxBytes) return { refused: fileRefusals.tooLarge };
  const reading = await byKind(bytes, limits);
  if ('refused' in reading) return reading;
  const text = plainText(reading);
  if (text.trim() === '') return { refused: fileRefusals.pictures };
  return isReadableText(text) ? reading : { refused: fileRefusals.encoding };
}

async function byKind(bytes: Uint8Array, limits: FileLimits): Promise<FileReading> {
  if (isCompoundFile(bytes)) return { refused: isEncryptedPackage(bytes) ? fileRefusals.encrypted : fileRefusals.old };
  if (fileKind(bytes) === 'pdf') return readPdf(bytes, limits);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return { refused: fileRefusals.unknown };
  try {
    return await readArchive(bytes, limits);
  } catch (error) {
    if (error instanceof ZipRefused) return { refused: error.message };
    if (error instanceof XmlRefused) return { refused: fileRefusals.damaged };
    throw error;
  }
}

async function readArchive(bytes: Uint8Array, limits: FileLimits): Promise<FileReading> {
  const most = Math.min(limits.maxUnpackedBytes, Math.max(1_000_000, bytes.byteLength * limits.maxRatio));
  const zip = new BoundedZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), most);
  if (zip.has('OFD.xml')) return readOfd(zip, limits);
  const main = await mainPart(zip);
  if (main === null) return { refused: fileRefusals.unknown };
  if (/(?:^|\/)workbook[^/]*\.xml$/i.test(main)) return readXlsxText(zip, limits);
  if (/(?:^|\/)document[^/]*\.xml$/i.test(main)) return readDocx(zip, limits);
  return { refused: fileRefusals.unknown };
}

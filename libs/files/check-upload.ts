import { fileRefusals } from './model.js';
import { isCompoundFile } from './file-kind.js';
import { deedsOfPdf } from './pdf.js';
import { uploadRefusals, usualUploadLimits, type UploadLimits, type UploadVerdict } from './upload-model.js';
import { checkArchive, checkCompound } from './upload-office.js';
import { checkJpeg, checkPng } from './upload-pictures.js';
import { asLatin1, endsAsArchive, hasMarkup, isPage, runs } from './upload-signs.js';

const refused = (why: string): UploadVerdict => ({ refused: why });

/**
 * Whether a file from outside may be kept: one of the kinds that offices hand in, whole, and nothing else beside it – no page,
 * script, macro, program, archive or password. Judged by its bytes alone. Never throws for a bad file; may be slow on a
 * hostile one: see `checkUploadApart`.
 */
export async function checkUpload(given: Uint8Array, limits: UploadLimits = usualUploadLimits): Promise<UploadVerdict> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length === 0) return refused(uploadRefusals.empty);
  if (bytes.length > limits.maxBytes) return refused(uploadRefusals.tooLarge(limits.maxBytes));
  const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return checkArchive(bytes, limits);
  if (isCompoundFile(bytes)) return alone(bytes, checkCompound(bytes));
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return alone(bytes, await checkPdf(bytes));
  if (starts(0xff, 0xd8, 0xff)) return alone(bytes, checkJpeg(bytes, limits));
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return alone(bytes, checkPng(bytes, limits));
  if (starts(0x4d, 0x5a) || starts(0x7f, 0x45, 0x4c, 0x46)) return refused(uploadRefusals.program);
  if (isArchive(bytes)) return refused(uploadRefusals.archive);
  return refused(isPage(bytes) ? uploadRefusals.page : uploadRefusals.unknown);
}

/** No kind but an archive ends as one. */
function alone(bytes: Buffer, verdict: UploadVerdict): UploadVerdict {
  return 'kind' in verdict && endsAsArchive(bytes) ? refused(uploadRefusals.two) : verdict;
}

/** zip (empty or in parts), rar, 7z, gzip, bzip2, xz. */
function isArchive(bytes: Buffer): boolean {
  const head = asLatin1(bytes.subarray(0, 8));
  return ['PK\x05\x06', 'PK\x07\x08', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'].some((sign) =>
    head.startsWith(sign),
  );
}

/** Each letter of a name in a pdf may be written as `#4A`. */
const nameInPdf = (name: string): string =>
  [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('');
const deeds = new RegExp(`/(?:${['JavaScript', 'Launch', 'RichMedia'].map(nameInPdf).join('|')})(?![A-Za-z])`, 'i');

async function checkPdf(bytes: Buffer): Promise<UploadVerdict> {
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return refused(uploadRefusals.damaged);
  // What a browser would look at to tell what a file is, and what a program reads from behind.
  const rest = asLatin1(bytes.subarray(end + 5));

  if (!/^[\s\x00\x1a]{0,4096}$/.test(rest) || hasMarkup(bytes.subarray(0, 1024))) return refused(uploadRefusals.two);
  if (deeds.test(asLatin1(bytes))) return refused(uploadRefusals.scripts);
  const found = await deedsOfPdf(bytes);
  if ('refused' in found)
    return refused(found.refused === fileRefusals.encrypted ? uploadRefusals.encrypted : uploadRefusals.damaged);
  if (found.scripts) return refused(uploadRefusals.scripts);
  return found.attachments.some((name) => runs.test(name)) ? refused(uploadRefusals.embedded) : { kind: 'pdf' };
}

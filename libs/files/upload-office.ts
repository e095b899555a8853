import { BoundedZip, ZipRefused } from './bounded-zip.js';
import { CompoundFile, type CompoundEntry } from './compound-file.js';
import { isCompoundFile } from './file-kind.js';
import { uploadRefusals, type UploadKind, type UploadLimits, type UploadVerdict } from './upload-model.js';
import { runs } from './upload-signs.js';
import { mainPart } from './workbook.js';

const refused = (why: string): UploadVerdict => ({ refused: why });

/** docx, xlsx, pptx and ofd: every part is unpacked within bounds and looked at, none is kept. */
export async function checkArchive(bytes: Buffer, limits: UploadLimits): Promise<UploadVerdict> {
  try {
    const most = Math.min(limits.maxUnpackedBytes, Math.max(2_000_000, bytes.length * limits.maxRatio));
    const zip = new BoundedZip(bytes, most);
    if (!isExact(bytes, zip)) return refused(uploadRefusals.two);
    const kind = zip.has('OFD.xml') ? 'ofd' : await officeKind(new BoundedZip(bytes, most));
    if (kind === null) return refused(uploadRefusals.archive);
    for (const { name } of zip.parts()) {
      const fault = faultOfPart(name, () => zip.read(name) ?? Buffer.alloc(0));
      if (fault !== null) return refused(fault);
    }
    return { kind };
  } catch (error) {
    if (!(error instanceof ZipRefused)) return refused(uploadRefusals.damaged);
    if (error.message.includes('加密')) return refused(uploadRefusals.encrypted);
    return refused(/过大|个部件/.test(error.message) ? uploadRefusals.bomb : uploadRefusals.damaged);
  }
}

async function officeKind(zip: BoundedZip): Promise<UploadKind | null> {
  const main = await mainPart(zip);
  if (main === null || !zip.has('[Content_Types].xml')) return null;
  if (/(?:^|\/)workbook[^/]*\.xml$/i.test(main)) return 'xlsx';
  if (/(?:^|\/)document[^/]*\.xml$/i.test(main)) return 'docx';
  return /(?:^|\/)presentation[^/]*\.xml$/i.test(main) ? 'pptx' : null;
}

/** Whether the archive is all there is in the file: nothing before it or behind it, and no part within another. */
function isExact(bytes: Buffer, zip: BoundedZip): boolean {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const directory = bytes.readUInt32LE(end + 16);
  if (end + 22 !== bytes.length || directory + bytes.readUInt32LE(end + 12) !== end) return false;
  let last = 0;
  for (const { from, packed } of zip.parts().sort((a, b) => a.from - b.from)) {
    if (last === 0 ? from !== 0 : from < last) return false;
    last = from + 30 + packed;
  }
  return last <= directory;
}

function faultOfPart(name: string, read: () => Buffer): string | null {
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[a-z]:|\\/i.test(name)) return uploadRefusals.two;
  if (/vbaProject|vbaData|(?:^|\/)macrosheets?\//i.test(name)) return uploadRefusals.macros;
  if (/(?:^|\/)activeX\//i.test(name)) return uploadRefusals.controls;
  if (runs.test(name)) return uploadRefusals.embedded;
  const bytes = read();
  if (isCompoundFile(bytes)) return faultOfCompound(bytes);
  if (bytes[0] === 0x4d && bytes[1] === 0x5a && /\.bin$/i.test(name)) return uploadRefusals.embedded;
  if (!/\.(?:xml|rels)$/i.test(name)) return null;
  const text = bytes.toString('latin1');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return uploadRefusals.two;
  if (name === '[Content_Types].xml' && /macroEnabled|ms-office\.vbaProject/i.test(text)) return uploadRefusals.macros;
  return name.endsWith('.rels') && (text.match(/<Relationship\b[^>]*>/gi) ?? []).some(isRemote)
    ? uploadRefusals.template
    : null;
}

/** Links are followed by whoever clicks; templates, objects and frames by the program that opens the file. */
function isRemote(relation: string): boolean {
  return (
    /TargetMode="External"/i.test(relation) &&
    /\/(?:attachedTemplate|oleObject|frame|externalLinkPath\/[^"]*http)"/i.test(relation) &&
    /Target="(?:https?:|ftp:|\\\\|mhtml:|file:\/\/[^/])/i.test(relation)
  );
}

/** doc, xls and ppt, also as WPS writes them. */
export function checkCompound(bytes: Buffer): UploadVerdict {
  try {
    const file = new CompoundFile(bytes);
    const named = (pattern: RegExp) => file.entries.find(({ name, isStream }) => isStream && pattern.test(name));
    const fault = faultOfEntries(file.entries);
    if (fault !== null) return refused(fault);
    const text = named(/^WordDocument$/i);
    if (text) return isLockedText(file.beginning(text, 32)) ? refused(uploadRefusals.encrypted) : { kind: 'doc' };
    const book = named(/^(?:Workbook|Book)$/i);
    if (book) return bookVerdict(file.beginning(book, 65_536));
    return named(/^PowerPoint Document$/i) ? { kind: 'ppt' } : refused(uploadRefusals.unknown);
  } catch (error) {
    if (error instanceof RangeError) return refused(uploadRefusals.damaged);
    throw error;
  }
}

/** What stands within a document as an object of its own. */
function faultOfCompound(bytes: Buffer): string | null {
  try {
    return faultOfEntries(new CompoundFile(bytes).entries);
  } catch (error) {
    if (error instanceof RangeError) return uploadRefusals.damaged;
    throw error;
  }
}

function faultOfEntries(entries: readonly CompoundEntry[]): string | null {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/^(?:EncryptedPackage|EncryptionInfo|EncryptedSummary)$/i)) return uploadRefusals.encrypted;
  if (has(/^(?:Macros|VBA|_VBA_PROJECT(?:_CUR)?|PROJECTwm)$/i)) return uploadRefusals.macros;

  return has(/^\x01Ole10Native$/i) ? uploadRefusals.embedded : null;
}

/** The flag of encryption at the head of a Word file ([MS-DOC] FibBase, fEncrypted). */
function isLockedText(head: Buffer): boolean {
  return head.length >= 12 && (head.readUInt16LE(10) & 0x0100) !== 0;
}

/** Records of a workbook's first part ([MS-XLS]): FilePass says that it is encrypted, BoundSheet8 of kind 1 that a sheet is macros. */
function bookVerdict(records: Buffer): UploadVerdict {
  for (let at = 0; at + 4 <= records.length;) {
    const [kind, length] = [records.readUInt16LE(at), records.readUInt16LE(at + 2)];
    if (kind === 0x002f) return refused(uploadRefusals.encrypted);
    if (kind === 0x0085 && records[at + 4 + 5] === 1) return refused(uploadRefusals.macros);
    if (kind === 0x000a) break;
    at += 4 + length;
  }
  return { kind: 'xls' };
}

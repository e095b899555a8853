/** What a file is by its first bytes: `office` is a zip whose first entry is that of a docx, xlsx or ofd. */
export type FileKind = 'pdf' | 'office';

/**
 * Kind of a file that can be read, or null. The first hundred bytes suffice: the name of an archive's first entry tells
 * documents from mere collections of files.
 */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (!head.startsWith('PK\x03\x04') || head.length < 34) return null;
  const nameLength = head.charCodeAt(26) + head.charCodeAt(27) * 256;
  return documentEntry.test(head.slice(30, 30 + nameLength)) ? 'office' : null;
}

const documentEntry =
  /^\/?(?:\[Content_Types\]\.xml|_rels\/|word\/|xl\/|docProps\/|customXml\/|OFD\.xml|Doc_\d+\/|mimetype)/i;

/** Whether bytes are a document or an archive and no page, readable or not. */
export function isFile(bytes: Uint8Array): boolean {
  const isZip = [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);
  return isZip || fileKind(bytes) !== null || isCompoundFile(bytes);
}

/** A compound file: what Word and Excel wrote before 2007, and what encrypted documents are wrapped in. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/** A compound file around an encrypted docx or xlsx names its stream so. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

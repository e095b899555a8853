import type { UploadKind } from './upload-model.js';

/** Endings under which a kind goes too; any other is replaced by that of the kind. */
const endings: Readonly<Record<UploadKind, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  ofd: ['ofd'],
  doc: ['doc', 'wps'],
  xls: ['xls', 'et'],
  ppt: ['ppt', 'dps'],
  jpg: ['jpg', 'jpeg'],
  png: ['png'],
};

/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 100;

/**
 * The name under which a file is kept and given out again: the last part of a path, without control and direction signs,
 * without what no file system takes, and with the ending of what the file really is.
 */
export function cleanFileName(given: string, kind: UploadKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '')
    .replace(/\s+/g, ' ');
  const [, stem = plain, ending = ''] = /^(.*)\.([^.]*)$/.exec(plain) ?? [];
  const isOwn = endings[kind].includes(ending.toLowerCase());
  // An ending that is none belongs to the name: 第1.2稿.
  const whole = isOwn || /^[a-z\d]{1,5}$/i.test(ending) ? stem : plain;
  const name = [...whole.replace(/^[.\s]+|[.\s]+$/g, '')].slice(0, longest).join('').trim();
  const safe = name === '' || device.test(name) ? `未命名${name}` : name;
  return `${safe}.${isOwn ? ending.toLowerCase() : kind}`;
}

export { walkXml, XmlRefused } from './bounded-xml.js';
export { BoundedZip, ZipRefused } from './bounded-zip.js';
export { checkUpload } from './check-upload.js';
export { checkUploadApart } from './check-upload-apart.js';
export { type FileKind, fileKind, isFile } from './file-kind.js';
export {
  type FileBlock,
  type FileCell,
  type FileFormat,
  type FileLimits,
  type FileReading,
  type FileRefusal,
  fileRefusals,
  type FileText,
  plainText,
  usualFileLimits,
} from './model.js';
export { lowestWords } from './pdf.js';
export { type PatienceOptions, readFileApart, usualPatience } from './read-apart.js';
export { readFile } from './read-file.js';
export { dateOfSerial, isDateFormat } from './serial-date.js';
export { type GivenUp, Threads, type ThreadsOptions } from './threads.js';
export { mainPart, readDateStyles, readSharedStrings, readWorkbook, type Workbook } from './workbook.js';
export {
  type UploadKind,
  uploadKinds,
  type UploadLimits,
  uploadRefusals,
  uploadsTaken,
  type UploadVerdict,
  usualUploadLimits,
} from './upload-model.js';
export { cleanFileName } from './upload-name.js';

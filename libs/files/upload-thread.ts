import { checkUpload } from './check-upload.js';
import type { UploadLimits, UploadVerdict } from './upload-model.js';

/** What is asked of the thread; one file at a time. */
export interface UploadTask {
  bytes: Uint8Array;
  limits: UploadLimits;
}

// The library speaks of what it misses in broken files; that is nothing for the output of a server.
const silent = (): void => undefined;
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent });

export default function checkInThread({ bytes, limits }: UploadTask): Promise<UploadVerdict> {
  return checkUpload(bytes, limits);
}

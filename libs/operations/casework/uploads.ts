import { randomUUID } from 'node:crypto';
import type { Stores, UploadRow } from '#database';
import type { BlobStore } from '#evidence';
import { checkUploadApart, cleanFileName, usualUploadLimits } from '#files';
import { BadInput } from '#kernel';
import { unitOf, type CaseDoer } from './doer.js';

type Books = Pick<Stores, 'organisations' | 'uploads'> & { blobs: BlobStore };

/** How much people may hand in. */
export interface UploadRules {
  /** Bytes of one file. */
  maxBytes: number;
  /** Files of one unit. */
  perUnit: number;
}

export const usualUploadRules: UploadRules = { maxBytes: usualUploadLimits.maxBytes, perUnit: 2000 };

export interface UploadRequest {
  /** Id of the unit that it is handed in for. */
  organisation: string;
  /** As the file is called on the machine of whoever hands it in. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Keeps a file from somebody, once its content has been looked at. The same bytes for the same unit are kept once: who tries
 * again after a broken connection loses and doubles nothing.
 * @throws BadInput telling in one line why it is not taken; MissingResource for a unit that is not there.
 */
export async function keepUpload(
  books: Books,
  { organisation, name, bytes }: UploadRequest,
  doer: CaseDoer,
  { rules, now }: { rules: UploadRules; now: Date },
): Promise<UploadRow> {
  const unit = await unitOf(books, organisation, doer);
  const shown = name.replace(/\p{C}/gu, '').slice(0, 60);
  const refused = (what: string) => new BadInput([{ where: `文件“${shown}”`, what }]);
  const verdict = await checkUploadApart(bytes, { ...usualUploadLimits, maxBytes: rules.maxBytes });
  if ('refused' in verdict) throw refused(verdict.refused);
  if ((await books.uploads.count(unit.id)) >= rules.perUnit)
    throw refused(`本单位已存 ${rules.perUnit} 个文件，不能再传；请与管理员联系`);
  const sha256 = await books.blobs.put(bytes);
  return books.uploads.add({
    ...{ id: randomUUID(), organisation: unit.id, sha256, name: cleanFileName(name, verdict.kind) },
    ...{ kind: verdict.kind, size: bytes.byteLength },
    ...{ uploadedBy: doer.id, uploader: doer.signs, uploadedAt: now.toISOString() },
  });
}

import { randomUUID } from 'node:crypto';
import type { Stores, UploadRow, UploadUse } from '#database';
import type { BlobStore } from '#evidence';
import { checkUploadApart, cleanFileName, usualUploadLimits } from '#files';
import { BadInput, MissingResource, refused } from '#kernel';
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
 * Keeps a file from somebody, once its content has been looked at. The same bytes are kept once, and are one file where their name is
 * the same: who tries again after a broken connection loses and doubles nothing.
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
  const notTaken = (what: string) => new BadInput([{ where: `文件“${shown}”`, what }]);
  const verdict = await checkUploadApart(bytes, { ...usualUploadLimits, maxBytes: rules.maxBytes });
  if ('refused' in verdict) throw notTaken(verdict.refused);
  if ((await books.uploads.count(unit.id)) >= rules.perUnit)
    throw notTaken(`本单位已存 ${rules.perUnit} 个文件，不能再传；请与管理员联系`);
  const sha256 = await books.blobs.put(bytes);
  return books.uploads.add({
    ...{ id: randomUUID(), organisation: unit.id, sha256, name: cleanFileName(name, verdict.kind) },
    ...{ kind: verdict.kind, size: bytes.byteLength },
    ...{ uploadedBy: doer.id, uploader: doer.signs, uploadedAt: now.toISOString() },
  });
}

/**
 * Takes a file out of use that was handed in and not sent, or puts it back until the next clearing.
 * @param by id of the account: whoever handed the file in.
 * @throws BadInput where it was sent, stands elsewhere, or is another's; MissingResource where it is not there.
 */
export async function removeUpload(
  { uploads }: Pick<Stores, 'uploads'>,
  id: string,
  { by, at }: { by: string; at: Date | null },
): Promise<UploadRow> {
  const found = await uploads.use(id);
  if (found === null) throw new MissingResource([{ where: '文件', what: '没有这个文件，或已清理' }]);
  const { row, use } = found;
  if (row.uploadedBy !== by) throw refused(`文件“${row.name}”`, `由${row.uploader}上传，只能由其本人移除`);
  if (at !== null) refuseUsed(row, use);
  await uploads.setRemoved(id, at);
  return row;
}

function refuseUsed({ name }: UploadRow, use: UploadUse): void {
  const stays = (what: string) => refused(`文件“${name}”`, what);
  if (use.sent !== null) {
    const { requirement, period, version } = use.sent;
    throw stays(`已随 ${period} ${requirement} 第 ${version} 版报送，留作依据，不能移除`);
  }
  if (use.appealed) throw stays('已随申诉或说明提交，留作依据，不能移除');
  if (use.confirmed) throw stays('已用作任务认定的佐证，留作依据，不能移除');
  if (use.drafts > 1) throw stays('还用在另一份草稿中，留着');
}

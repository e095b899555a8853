import type { FastifyReply } from 'fastify';

/** Of the documents that we write. */
export const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Sends a file to be kept, never to be shown nor to stay in a cache; `name` as people read it, `plain` for programs that know only ASCII. */
export async function sendDownload(
  reply: FastifyReply,
  file: { name: string; plain: string; type: string; bytes: Uint8Array },
): Promise<void> {
  await reply
    .headers({
      'content-disposition': `attachment; filename="${file.plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    })
    .type(file.type)
    .send(Buffer.from(file.bytes));
}

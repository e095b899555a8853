import type { EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { DocumentNumberEntity } from './entities/document-number.entity.js';

/**
 * Gives a document its 发文字号, from the numbers that circulars and notices to mend of an office share; given it is when the
 * transaction ends well. Of two who ask for the same, the second waits for the first.
 * @returns what bears it already; null where this one has it
 */
export async function giveNumber(manager: EntityManager, row: DocumentNumberEntity): Promise<string | null> {
  await bulkInsert(manager, DocumentNumberEntity, [row], 'on conflict do nothing');
  const [given] = await manager.query<Pick<DocumentNumberEntity, 'bearer' | 'title'>[]>(
    `select bearer, title from document_number where sample = $1 and number = $2`,
    [row.sample, row.number],
  );
  return given === undefined || given.bearer === row.bearer ? null : given.title;
}

import { api, body } from './client.js';
import type { UnitsPreview, UnitsStored } from './types.js';

/** A file goes as itself: no form of another site can send that. */
const asBytes = { headers: { 'content-type': 'application/octet-stream' }, bodySerializer: (sent: unknown) => sent };
/** The generated client knows of texts alone. */
const bytesOf = (file: File) => file as unknown as string;

/** What a list of units would do; nothing is stored. @throws {Unanswered} */
export function previewUnits(file: File): Promise<UnitsPreview> {
  const params = { query: { name: file.name } };
  return body(api.POST('/api/v1/setup/units-preview', { params, body: bytesOf(file), ...asBytes }));
}

/** Stores the list as it was looked at. @throws {Unanswered} */
export function storeUnits(file: File, token: string): Promise<UnitsStored> {
  const params = { query: { name: file.name, token } };
  return body(api.POST('/api/v1/setup/units', { params, body: bytesOf(file), ...asBytes }));
}
